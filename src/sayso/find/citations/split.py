"""Cuts a note into the pieces that each begin a citation: at semicolons and ends of sentences outside of brackets."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from sayso.find.citations.marking import spaced
from sayso.find.lexicon import expressions, words
from sayso.model.span import Span

_END = re.compile(r"[.?!](?:[\"'”’)\]]*|(?<=[a-z].)\d{1,3})(?=\s+[\"'“(\[]?[A-Z0-9])")
"""the end of a sentence, with the number of a note right behind it where plain text has one"""
_WORD = re.compile(r"[\w.'’]+$")
_LONGEST_WORD = 30
_PAIRS = {")": "(", "]": "["}


def pieces(text: str) -> Iterator[Span]:
    """The pieces of `text` in order, without white space at their edges, none empty; the marks that part them in none
    but a full stop.
    """
    inside = bracketed(text)
    at = 0
    for cut in _cuts(text):
        if _within(cut, inside):
            continue
        piece = Span(at, cut).strip(text)
        if len(piece):
            yield piece
        at = cut + (text[cut : cut + 1] == ";")
    rest = Span(at, len(text)).strip(text)
    if len(rest):
        yield rest


def whole_sentences(text: str) -> Iterator[Span]:
    """The sentences of a text in order, cut as pieces are but for semicolons."""
    inside = bracketed(text)
    at = 0
    for cut in [*_cuts(text), len(text)]:
        if text[cut : cut + 1] == ";" or _within(cut, inside):
            continue
        sentence = Span(at, cut).strip(text)
        if len(sentence):
            yield sentence
        at = cut


def _within(cut: int, spans: Sequence[Span]) -> bool:
    number = bisect_left(spans, cut, key=lambda s: s.start) - 1
    return number >= 0 and cut < spans[number].end


def bracketed(text: str) -> tuple[Span, ...]:
    """The outermost brackets with what is in them, in order; one that is never closed or opened is none."""
    found: list[Span] = []
    opened: list[int] = []
    for at, character in enumerate(text):
        if character in "([":
            opened.append(at)
        elif character in ")]":
            partner = next((i for i in reversed(opened) if text[i] == _PAIRS[character]), None)
            if partner is not None:
                del opened[opened.index(partner) :]
                while found and found[-1].start > partner:
                    found.pop()
                found.append(Span(partner, at + 1))
    return tuple(found)


def after_signal(text: str, start: int, end: int) -> int:
    """Where a piece goes on behind "See, e.g.," and the like; behind several of them, one after the other."""
    while match := _signals().match(text, start, end):
        start = match.end()
    return start


@cache
def _signals() -> re.Pattern[str]:
    return spaced(rf"(?i:{expressions('citation-words')['signals']})(?!\w)\s+")


@cache
def _abbreviations() -> re.Pattern[str]:
    return re.compile(expressions("citation-words")["abbreviations"])


@cache
def _leading() -> re.Pattern[str]:
    return spaced(r" (?:See|Id\.|Ibid\.|Cf\.|But see|Accord|Compare)(?!\w)")


def _cuts(text: str) -> Iterator[int]:
    """Semicolons, and the ends of what seem to be sentences."""
    for match in re.finditer(r";|" + _END.pattern, text):
        if match.group() == ";":
            yield match.start()
        elif _leading().match(text, match.end()) or _ends(text, match):
            yield match.end()


def _ends(text: str, match: re.Match[str]) -> bool:
    if not re.fullmatch(r"\.\d*", match.group()):
        return True
    word = _WORD.search(text, max(0, match.start() - _LONGEST_WORD), match.start())
    if word is None:
        return True
    last = word.group().rstrip(".")
    return not (
        last.lower() in words("abbreviations")
        or _abbreviations().fullmatch(last)
        or re.search(r"(?:^|\.)[A-Za-z]$|^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$|'[a-z]$", last)
    )
