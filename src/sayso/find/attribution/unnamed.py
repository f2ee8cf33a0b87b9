"""Sources without a name: how many they are at least and at most, in which words, and on what terms they spoke."""

import re

from sayso.find.attribution.grammar import Grammar
from sayso.find.lexicon import words
from sayso.model.span import Span
from sayso.model.statement import Unnamed

_NUMBERS = {
    w: n
    for n, w in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
    if n
}
_AT_LEAST = {"several": 2, "many": 2, "some": 2, "multiple": 2, "various": 2, "numerous": 2, "few": 2, "dozens": 24}
_EXACT = {"both": 2, "couple": 2, "pair": 2}
_SINGULAR = frozenset(("a", "an", "one", "another", "the", "this", "that", "each", "his", "her", "its", "their", "my"))
_GROUPS = frozenset(("group", "number", "handful", "couple", "pair", "dozen", "dozens", "range", "series", "majority"))
_OF = frozenset(
    ("one", "two", "three", "four", "five", "six", "some", "several", "many", "most", "all", "both", "none")
)
_NO_LIMIT_WORDS = frozenset(("least", "than"))
_WHO = re.compile(r"[\s,;]+(?:who|that)(?: \w+)?[\s,]*$")
_TERMS = re.compile(
    r"\b(?:(?:spoke|speaking|speaks|talked) )?(?:on|under) (?:the )?condition (?:of anonymity|(?:that|of not) [^,.;]+)"
    r"|\b(?:who )?(?:has |have |had )?(?:asked|asks|requested|requests|insisted|declined|wished|wanted|wants|preferred)"
    r"(?: not| that (?:his|her|their) names?| to)? (?:to )?(?:not )?(?:be |remain |stay )?(?:publicly )?"
    r"(?:named|identified|quoted by name|anonymous|anonymity|left out|withheld)\b"
    r"|\b(?:asked|requested) that (?:his|her|their) names? [^,.;]{1,30}"
    r"|\b(?:spoke|speaking|speaks|talked) anonymously\b"
    r"|\b(?:(?:is|was|are|were) )?not (?:authori[sz]ed|permitted|allowed) to (?:speak|talk|discuss|comment)[^,.;]{0,40}"
)


def unnamed_source(text: str, grammar: Grammar, source: range) -> Unnamed | None:
    """The unnamed people that `source` (token indexes) speaks of; `None` if it is about no person."""
    head = person_noun(grammar, source)
    if head is None:
        return None
    low, high = _count(grammar, source, head)
    span = Span(grammar.tokens[source.start].start, grammar.tokens[source.stop - 1].end)
    words_of = " ".join(span.of(text).split())
    description = _WHO.sub("", _TERMS.split(words_of, maxsplit=1)[0]).strip(" ,;") or words_of
    return Unnamed(low, high, description, terms_in(span.of(text)))


def terms_in(passage: str) -> str | None:
    """The terms a source set, in the passage's words."""
    found = _TERMS.search(" ".join(passage.split()))
    return found.group() if found else None


def person_noun(grammar: Grammar, source: range) -> int | None:
    """The noun for people that the source is about ("one of two [officials]"); `None` if there is none."""
    people = words("person-nouns")
    head = next((i for i in source if grammar.tokens[i].head not in source or grammar.tokens[i].head == i), None)
    for _ in range(3):
        if head is None:
            return None
        if singular(grammar.lower[head].rpartition("-")[2]) in people and grammar.tokens[head].tag[0] in "NJV":
            return head
        of = next((c for c in grammar.children[head] if grammar.lower[c] == "of" and c in source), None)
        head = grammar.child(of, "pobj") if of is not None else None
    return None


def singular(noun: str) -> str:
    """The singular of a noun for people, by rule."""
    if noun in ("people", "persons"):
        return "person"
    if noun.endswith("men"):
        return noun[:-3] + "man"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith("s") and not noun.endswith("ss"):
        return noun[:-1]
    return noun


def _count(grammar: Grammar, source: range, head: int) -> tuple[int, int | None]:
    plural = grammar.tokens[head].tag in ("NNS", "NNPS") or grammar.lower[head] == "people"
    before = [grammar.lower[i] for i in source if i < head]
    open_ended = any(w in _NO_LIMIT_WORDS for w in before)
    if len(before) > 1 and "of" in before[1:] and before[before.index("of") - 1] in _OF:
        before = before[: before.index("of")]  # "one of the four officials": it is the one who speaks
        plural = before[-1] != "one"
    for word in before:
        number = _NUMBERS.get(word) or _EXACT.get(word) or (int(word) if word.isdecimal() and len(word) < 4 else None)
        if number:
            return number, None if open_ended else number
        if word in _AT_LEAST:
            return _AT_LEAST[word], None
    if plural:
        return 2, None
    if any(w in _GROUPS for w in before):
        return 2, None
    return 1, 1
