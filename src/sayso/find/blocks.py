"""A text cut into the paragraphs that are parsed one by one."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from sayso.find.turn_labels import starts_turn
from sayso.model.document import MarkKind, Text
from sayso.model.span import Span

LONGEST = 5000
"""Code points of the longest block; longer paragraphs are cut where a sentence seems to end."""

_BLANK_LINES = re.compile(r"(?>\r\n|\r|\n)[^\S\r\n]*(?>\r\n|\r|\n)\s*")
_SIGNS = re.compile(r"^(?:[ \t]*>)+", re.MULTILINE)
_INTRODUCTION = re.compile(r"(?![ \t]*>)[^\n]{1,200}(?:\n[^\n]{1,200})?:[ \t\r]*\n")
"""The line "On … X wrote:" over a quoted mail, which a program may have broken in two"""
_LINE = re.compile(r"[^\r\n]+")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s+")
_LIST_ITEM = re.compile(r"\s*(?:\d{1,3}[.)]|\([a-z0-9]{1,3}\)|[-*•–—])\s")
_WRAP_SPREAD = 14
_WRAP_LEAST = 40
_WRAP_MOST = 132


def find_blocks(text: str, apart: Sequence[Span] = ()) -> tuple[Span, ...]:
    """The blocks of `text` in order: not overlapping, without white space at their edges, none empty.

    Blank lines separate. A single line break separates too, unless the lines are wrapped by hand or by a mail program
    (no line is long and most are of much the same length). Spans of `apart` (headings, footnotes) are blocks of their
    own: no block crosses their edges.
    """
    edges = sorted({edge for span in apart for edge in (span.start, span.end)})
    return tuple(
        piece
        for lines in paragraphs(text)
        for paragraph in _lines(text, lines)
        for part in _cut_at(paragraph, edges)
        for piece in _short(text, part.strip(text))
        if piece.start < piece.end
    )


def quoting_signs(text: Text) -> tuple[Span, ...]:
    """The signs (`>`) at the starts of lines of quoted mail, which are no words of it."""
    return tuple(
        Span(m.start(), m.end())
        for quoted in text.marked(MarkKind.QUOTED_MAIL)
        for m in _SIGNS.finditer(text.characters, quoted.start, quoted.end)
    )


def introductions(text: Text) -> tuple[Span, ...]:
    """The lines that say whose the quoted mail below them is; what they introduce is no sentence of theirs."""
    found = (
        _INTRODUCTION.match(text.characters, quoted.start, quoted.end) for quoted in text.marked(MarkKind.QUOTED_MAIL)
    )
    return tuple(Span(m.start(), m.end()) for m in found if m)


def paragraphs(text: str) -> Iterator[Span]:
    """What stands between blank lines."""
    at = 0
    for gap in _BLANK_LINES.finditer(text):
        yield Span(at, gap.start())
        at = gap.end()
    yield Span(at, len(text))


def _lines(text: str, paragraph: Span) -> Iterator[Span]:
    """A paragraph whole where its lines are wrapped; otherwise line by line."""
    lines = [Span(m.start(), m.end()) for m in _LINE.finditer(text, paragraph.start, paragraph.end)]
    longest = max((len(line) for line in lines), default=0)
    start = None
    for number, line in enumerate(lines):
        if start is None:
            start = line.start
        if number + 1 == len(lines) or not _goes_on(text, line, lines[number + 1], longest):
            yield Span(start, line.end)
            start = None


def _goes_on(text: str, line: Span, following: Span, longest: int) -> bool:
    """Whether the next line continues this one: this one is about as long as a wrapped line gets."""
    words = following.of(text)
    if longest > _WRAP_MOST or _LIST_ITEM.match(words) or starts_turn(words):
        return False
    first = words.split(maxsplit=1)
    room = max(longest, _WRAP_LEAST) - len(line.of(text).rstrip())
    # A wrapped line was full: the next word would not have fitted.
    return bool(first) and (room <= len(first[0]) or (room <= _WRAP_SPREAD and not _ends(line.of(text))))


def _ends(line: str) -> bool:
    return line.rstrip().endswith((".", "!", "?", ":", "”", '"'))


def _cut_at(span: Span, edges: Sequence[int]) -> Iterator[Span]:
    at = span.start
    for edge in edges[bisect_right(edges, at) : bisect_left(edges, span.end)]:
        yield Span(at, edge)
        at = edge
    yield Span(at, span.end)


def _short(text: str, span: Span) -> Iterator[Span]:
    """Pieces of at most `LONGEST`, cut after a sentence if there is one, else at white space, else anywhere."""
    while len(span) > LONGEST:
        limit = span.start + LONGEST
        ends = [m.end() for m in _SENTENCE_END.finditer(text, span.start + LONGEST // 2, limit)]
        space = text.rfind(" ", span.start + LONGEST // 2, limit)
        cut = ends[-1] if ends else space if space > 0 else limit
        yield Span(span.start, cut).strip(text)
        span = Span(cut, span.end).strip(text)
    yield span
