"""On what terms a source without a name spoke, and whether the text tells that it knows at first hand."""

import re
from collections.abc import Iterator

from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.nouns import NounKind, kind_of, singular
from sayso.find.lexicon import patterns
from sayso.model.span import Span

_NEAR = 2
"""how many sentences before or after a statement may tell its terms"""
_JOINED = 45
"""code points between two phrases that are one: "spoke on condition of anonymity because he was not authorized …" """
_GROUP = frozenset(("both", "all", "none", "neither", "each"))
_SINGLE = frozenset(("he", "she"))
_CLIMB = 12
_REACH = 800
"""code points before and behind a source, and tokens of a sentence, beyond which nothing is told of it"""


def terms_within(text: str, span: Span) -> Span | None:
    """The first phrase in `span` that tells terms, with those that follow in the same breath."""
    found: Span | None = None
    for match in patterns("unnamed-terms")["terms"].finditer(_flat(span.of(text))):
        at = Span(span.start + match.start(), span.start + match.end()).strip(text)
        if found is None:
            found = at
            continue
        between = text[found.end : at.start]
        if len(between) > _JOINED or re.search(r"[.;!?”\"]", between):
            break
        found = Span(found.start, at.end)
    return found


def first_hand(text: str, span: Span) -> bool | None:
    """Whether the words of `span` say that its source was there; `None` where they do not tell."""
    words = _flat(span.of(text))
    known = patterns("unnamed-knowledge")
    if known["first-hand"].search(words):
        return True
    return False if known["second-hand"].search(words) else None


def terms_of(text: str, grammar: Grammar, source: range, cue: range, noun: str, *, many: bool) -> str | None:
    """The terms of a source, in the text's words: in its own sentence, or told of it in one close by."""
    number = grammar.sentence_of[cue.start if cue else source.start]
    first, last = grammar.tokens[source.start].start, grammar.tokens[source.stop - 1].end
    sentence = _sentence(grammar, number)
    own = terms_within(text, Span(max(sentence.start, first - _REACH), min(sentence.end, last + _REACH)))
    if own and _is_told_of(grammar, own, source, cue):
        return _words(text, own)
    for other in _close(grammar, number, noun, many=many):
        found = terms_within(text, _start_of(_sentence(grammar, other)))
        if found and grammar.quote_of[grammar.at(found.start)] < 0:
            return _words(text, found)
    return None


def _close(grammar: Grammar, number: int, noun: str, *, many: bool) -> Iterator[int]:
    """The sentences after and before that open with the same noun, or with a word that stands for it."""
    for ahead in range(1, _NEAR + 1):
        opening = _opening(grammar, number + ahead)
        if noun in opening or opening & (_GROUP | {"they"} if many else _SINGLE | {"person"}):
            yield number + ahead
        elif _speaks_of_another(grammar, number + ahead, noun):
            break
    for back in range(1, _NEAR + 1):
        if noun in _opening(grammar, number - back):
            yield number - back


def _opening(grammar: Grammar, number: int) -> set[str]:
    if not 0 <= number < len(grammar.sentences):
        return set()
    tokens = grammar.sentences[number]
    return {singular(w) for w in grammar.lower[tokens[0] : min(tokens[0] + 4, tokens[-1] + 1)]}


def _speaks_of_another(grammar: Grammar, number: int, noun: str) -> bool:
    """Whether the sentence has somebody else as a subject, so that "he" in the next may be that person."""
    if not 0 <= number < len(grammar.sentences):
        return True
    return any(
        grammar.tokens[i].dep in ("nsubj", "nsubjpass")
        and (grammar.tokens[i].name == "PERSON" or kind_of(grammar.lower[i]) is NounKind.PERSON)
        and singular(grammar.lower[i]) != noun
        for i in grammar.sentences[number][:_REACH]
    )


def _is_told_of(grammar: Grammar, terms: Span, source: range, cue: range) -> bool:
    """Whether the phrase hangs on the source or its cue, with no other person in between."""
    at = grammar.at(terms.start)
    if at in source:
        return True
    if grammar.quote_of[at] >= 0 and grammar.quote_of[at] != grammar.quote_of[source.start]:
        return False
    tokens = grammar.tokens
    i = at
    for _ in range(_CLIMB):
        if i in source or i in cue:
            return True
        if i not in (at, at + 1) and _is_person(grammar, i):
            return False
        subject = grammar.child(i, "nsubj", "nsubjpass") if grammar.is_verb(i) else None
        if subject is not None and subject not in source and _is_person(grammar, subject):
            return False
        if tokens[i].head == i:
            break
        i = tokens[i].head
    between = range(source.stop, at) if source.stop <= at else range(at, source.start)
    return not any(_is_person(grammar, i) for i in between if grammar.quote_of[i] < 0)


def _is_person(grammar: Grammar, i: int) -> bool:
    token = grammar.tokens[i]
    return token.name == "PERSON" or (token.tag[0] == "N" and kind_of(grammar.lower[i]) is NounKind.PERSON)


def _sentence(grammar: Grammar, number: int) -> Span:
    tokens = grammar.sentences[number]
    return Span(grammar.tokens[tokens[0]].start, grammar.tokens[tokens[-1]].end)


def _start_of(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + _REACH))


def _words(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())


def _flat(passage: str) -> str:
    """The passage with plain apostrophes and spaces for line breaks: same length, same offsets."""
    return re.sub(r"\s", " ", passage).replace("’", "'")
