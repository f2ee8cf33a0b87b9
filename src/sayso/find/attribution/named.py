"""Whether the words of a source name it. A person is named by a name; an institution, a document or a group also by the
proper name of whose it is ("Quill's office", "Refinitiv data"); a description of people never is ("a Navy official").

Follows the annotation of FactAppeal (Mor-Lan, Sheafer and Shenhav 2025) where that agrees with itself.
"""

import re
from itertools import takewhile

from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.nouns import NounKind, head_of_source, kind_of, singular
from sayso.find.lexicon import groups, words
from sayso.model.span import Span

_INDEFINITE = frozenset(("a", "an", "another", "some", "several", "one", "any", "two", "three", "many", "other"))
_PLACES = frozenset(("GPE", "NORP", "LOC"))
_NAMES = _PLACES | {"ORG", "PERSON"}
_NO_NAMES = frozenset(("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"))
_BY = frozenset(("by", "from"))
_OF = frozenset(("by", "from", "of", "in", "for"))
_STOPS = frozenset((",", ";", ":", "(", "–", "—", "--"))
_PSEUDONYM = re.compile(r"(?:\w+[ -])*?(?P<noun>[A-Za-z]+)[ -]?(?P<label>[A-Z]|No\. ?\d{1,3}|#?\d{1,3})")


def pseudonym(passage: str) -> str | None:
    """The letter or number by which a document calls somebody whose name it keeps back ("Employee-2", "Witness A")."""
    match = _PSEUDONYM.fullmatch(" ".join(passage.split()))
    known = match and kind_of(match["noun"].lower()) is NounKind.PERSON and match["noun"][0].isupper()
    return match["label"] if match and known else None


def is_named(text: str, grammar: Grammar, source: range) -> bool:
    """Whether a proper name in these tokens says who or what the source is. Pronouns are not its business."""
    head = head_of_source(grammar, source)
    if head is None or pseudonym(_span(grammar, source).of(text)):
        return False
    if _is_surname(grammar, source) or _is_named(grammar, source, head):
        return True
    joined = [c for c in grammar.children[head] if grammar.tokens[c].dep == "conj" and c in source]
    return any(_is_named(grammar, grammar.subtree(c), c) for c in joined if _is_joined_to(grammar, head, c))


def _is_joined_to(grammar: Grammar, head: int, conjunct: int) -> bool:
    """Whether no preposition stands between, so that "people close to the board and Harborwatch" names nobody."""
    return all(grammar.tokens[i].tag not in ("IN", "TO") for i in range(head, grammar.subtree(conjunct).start))


def _is_surname(grammar: Grammar, source: range) -> bool:
    """Whether the source is, or begins with, one word in capitals that can only be a name, however it is tagged.

    A noun for one person needs an article: in "Singer said", "Son said" it is a family name.
    """
    first = source.start
    if len(source) > 1 and grammar.lower[first + 1] != ",":
        return False
    word, token = grammar.lower[first], grammar.tokens[first]
    if not token.text[0].isupper() or token.tag in ("PRP", "DT", "WP", "CD", "NNS"):
        return False
    kind = kind_of(word)
    if kind is NounKind.PERSON:
        return singular(word) == word and word not in groups("unnamed-offices")["bare"]
    opens = first == grammar.sentences[grammar.sentence_of[first]][0]
    return kind is None and (token.tag in ("NNP", "NNPS") or not opens)


def _is_named(grammar: Grammar, phrase: range, head: int) -> bool:
    kind = kind_of(grammar.lower[head])
    if grammar.tokens[head].tag in ("NNP", "NNPS") and (kind is None or _is_proper(grammar, phrase, head, kind)):
        return True
    if kind is NounKind.PERSON and _is_name_of_two(grammar, phrase, head):
        return True
    if kind is NounKind.PERSON:
        return _name_after_comma(grammar, phrase, head) or name_behind(grammar, phrase, head) is not None
    if grammar.tokens[head].tag[0] not in "NJ" or grammar.tokens[head].name in _NO_NAMES:
        return False
    return _owner_named(grammar, phrase, head) or _author_named(grammar, phrase, head, kind)


def _name_after_comma(grammar: Grammar, phrase: range, head: int) -> bool:
    """Whether two or three words in capitals, and nothing else up to a comma, follow ("her supervisor, Per Quill")."""
    if head + 2 >= phrase.stop or grammar.lower[head + 1] != ",":
        return False
    behind = grammar.tokens[head + 2 : phrase.stop]
    name = list(takewhile(lambda t: t.text != ",", behind))
    proper = all(t.text[0].isupper() and kind_of(t.lower) is None for t in name)
    return proper and 2 <= len(name) <= 3 and any(t.tag == "NNP" for t in name)


def _is_name_of_two(grammar: Grammar, phrase: range, head: int) -> bool:
    """Whether the noun is the family name behind a given name ("Aleko Baker"), and not a title before one."""
    pair = grammar.tokens[head - 1 : head + 1] if head > phrase.start else ()
    proper = all(t.tag == "NNP" and t.name == "PERSON" for t in pair)
    return bool(pair) and proper and kind_of(grammar.lower[head - 1]) is None


def _is_proper(grammar: Grammar, phrase: range, head: int, kind: NounKind) -> bool:
    """Whether a noun tagged as part of a name is one: an office in capitals, a newspaper, "the Finance Ministry"."""
    tokens = grammar.tokens
    if not tokens[head].text[0].isupper() or head == grammar.sentences[grammar.sentence_of[head]][0]:
        return False
    before = [i for i in range(phrase.start, head) if grammar.lower[i] not in _STOPS]
    if any(grammar.lower[i] in _INDEFINITE for i in before[:1]):
        return False
    behind = [i for i in before if tokens[i].tag == "NNP" and tokens[i].text[0].isupper()]
    if kind is NounKind.PERSON:
        special = groups("unnamed-offices")
        word = grammar.lower[head]
        if word in special["papers"]:
            return bool(behind) and grammar.lower[phrase.start] == "the"
        of_court = any(singular(grammar.lower[i]) in special["offices"] for i in behind)
        return word in special["offices"] or of_court
    return True


def name_behind(grammar: Grammar, phrase: range, head: int) -> int | None:
    """The first word of a name that follows a noun for a person at once, or after "and captain": "captain Brandt"."""
    if kind_of(grammar.lower[head]) is not NounKind.PERSON:
        return None
    for i in range(head + 1, phrase.stop):
        token = grammar.tokens[i]
        if kind_of(grammar.lower[i]) is NounKind.PERSON or grammar.lower[i] in ("and", "named", "called"):
            continue
        proper = token.tag == "NNP" and token.name not in _PLACES | _NO_NAMES
        return i if proper else None
    return None


def _owner_named(grammar: Grammar, phrase: range, head: int) -> bool:
    """Whether a name stands before the noun: as an owner, or as a part of what it is called.

    A country or nation does not tell which of its papers or courts "a Danish paper" is.
    """
    names = [i for i in range(phrase.start, head) if _is_name(grammar, i)]
    if any(grammar.tokens[i].name not in _PLACES for i in names):
        return True
    one_voice = kind_of(grammar.lower[head]) is NounKind.CROWD
    plural = grammar.tokens[head].tag in ("NNS", "NNPS")
    return bool(names) and grammar.lower[phrase.start] not in _INDEFINITE and (one_voice or not plural)


def _is_name(grammar: Grammar, i: int) -> bool:
    token = grammar.tokens[i]
    if token.name in _NO_NAMES or not token.text[0].isupper():
        return False
    opens = i == grammar.sentences[grammar.sentence_of[i]][0]
    if opens and kind_of(grammar.lower[i]) is not None:
        return False  # "Court records show": the capital is the sentence's
    return token.tag in ("NNP", "NNPS") or token.name in _NAMES or (token.tag in ("NN", "JJ") and not opens)


def _author_named(grammar: Grammar, phrase: range, head: int, kind: NounKind | None) -> bool:
    """Whether the one who made it is named: "data compiled by X", "a study by X", "the office of X"."""
    links = _OF if kind in (NounKind.DOCUMENT, NounKind.MASS, NounKind.BODY) else _BY
    if kind is None:
        return False
    for c in grammar.children[head]:
        if c not in phrase or c < head:
            continue
        by: int | None = None
        if grammar.tokens[c].dep == "prep" and grammar.lower[c] in links:
            by = c
        elif grammar.tokens[c].tag == "VBN" and grammar.lower[c] in words("unnamed-makers"):
            by = grammar.child(c, "agent")
        noun = grammar.child(by, "pobj") if by is not None else None
        if noun is not None and _is_maker(grammar, noun, by):
            return True
    return False


def _is_maker(grammar: Grammar, noun: int, by: int | None) -> bool:
    token = grammar.tokens[noun]
    if token.tag not in ("NNP", "NNPS") or kind_of(grammar.lower[noun]) is NounKind.PERSON:
        return False
    by_or_from = by is not None and grammar.lower[by] in _BY
    return token.name not in _NO_NAMES and (by_or_from or token.name in ("ORG", "PERSON", ""))


def _span(grammar: Grammar, tokens: range) -> Span:
    return Span(grammar.tokens[tokens.start].start, grammar.tokens[tokens.stop - 1].end)
