"""The sentence and the paragraph around some words, without a parser."""

import re
from functools import lru_cache
from itertools import pairwise

from sayso.model.span import Span

_REACH = 4000
_BLANK = re.compile(r"\n[ \t]*\n\s*")
_END = re.compile(r"[.!?][”\"’')\]]*\s+(?=[“\"‘'(\[]?[A-Z0-9])|[.!?][”\"’']*$")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|St|Jr|Sr|Inc|Co|Corp|Ltd|No|Nos|vs?|p|pp|Jan|Feb"
    r"|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Art|Sec|Ex|Dept|Ave|Blvd|U\.S|a\.m|p\.m)|\b[A-Z])\.$"
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def paragraph(text: str, span: Span) -> Span:
    """The stretch between blank lines around `span`, at most 4,000 code points more on either side."""
    start, end = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
    for blank in _BLANK.finditer(text, start, end):
        if blank.end() <= span.start:
            start = blank.end()
        elif blank.start() >= span.end:
            end = blank.start()
            break
    return Span(start, end)


def sentences(text: str, within: Span) -> tuple[Span, ...]:
    """The sentences of a stretch of text, in order."""
    cuts = [within.start]
    for end in _END.finditer(text, within.start, within.end):
        stop = end.end()
        if stop < within.end and _ABBREVIATED.search(text, max(within.start, end.start() - 8), end.start() + 1):
            continue
        cuts.append(stop)
    if cuts[-1] < within.end:
        cuts.append(within.end)
    return tuple(Span(start, end) for start, end in pairwise(cuts) if end > start)


@lru_cache(maxsize=1024)
def around(text: str, span: Span, before: int = 0, after: int = 0) -> Span:
    """The sentence or sentences that `span` touches, with so many more of its paragraph before and after."""
    found = sentences(text, paragraph(text, span))
    touched = [place for place, s in enumerate(found) if s.start < span.end and span.start < s.end]
    if not touched:
        return span
    first, last = max(0, touched[0] - before), min(len(found) - 1, touched[-1] + after)
    return Span(found[first].start, found[last].end)


def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case."""
    return tuple(word.replace("’", "'") for word in _WORD.findall(text.lower()))


@lru_cache(maxsize=1 << 16)
def name_words(name: str) -> tuple[str, ...]:
    """The same of a name, which is asked for more than once."""
    return words(name)


def alike(one: str, other: str) -> float:
    """The share (0 to 1) of the words of two texts that both have."""
    first, second = set(words(one)), set(words(other))
    return len(first & second) / max(1, len(first | second))
