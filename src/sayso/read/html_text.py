"""Blocks of an HTML page → `Text`: paragraphs set apart by a blank line, every character mapped to the source."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from sayso.model.document import Edit, Mark, MarkKind, Piece, SourceMap, Text
from sayso.model.span import Span
from sayso.read.html_elements import HEADINGS
from sayso.read.html_fold import fold, pieces
from sayso.read.html_page import Block, Part, PartKind
from sayso.read.reading import Recovered
from sayso.read.typed_redactions import typed_redactions

REDACTED = "[REDACTED]"
"""Stands in the text where words are blacked out and nothing typed stands for them."""
_PARAGRAPH = "\n\n"
_STROKES = frozenset("_-–—.…*•xX ")
_BARS = frozenset("█▇▆■▮▉▊ ")
_TAG = re.compile(r"<[^>]*>")
_LABEL = re.compile(
    r"[\W\d_]*(?:redact\w*|withheld|deleted|removed|exempt\w*|b\W{0,3}\d)\b.{0,40}", re.IGNORECASE | re.DOTALL
)
"""What stands on a bar says why the words are gone; it is not the words."""


@dataclass(frozen=True, slots=True, eq=False)
class _Redaction:
    """Blacked-out parts with nothing but white space between them. `original` is what stands there."""

    original: str

    @property
    def recoverable(self) -> bool:
        """Whether it is words that can still be read."""
        return not (self.stands or set(self.original) <= _STROKES)

    @property
    def stands(self) -> bool:
        """Whether it stays in the text: typed bars, or a label."""
        bars = set(self.original) <= _BARS and not set(self.original) <= _STROKES
        return bars or bool(_LABEL.fullmatch(self.original))


class _Bit(NamedTuple):
    """Characters of the text and `source[start:end]` that they were made from."""

    words: str
    start: int
    end: int
    redaction: _Redaction | None = None


def text_of(source: str, blocks: Iterable[Block]) -> tuple[Text, tuple[Recovered, ...]]:
    """The text of `blocks` in their order. Inline tags vanish, entities are decoded, a run of white space is one space
    (in `<pre>` it stays), a `<br>` is a line break. For words that are blacked out stands `[REDACTED]`, with the
    edit; those that can still be read are handed over beside it.
    """
    setter = _Setter()
    for block in blocks:
        if bits := _bits(source, block.parts):
            setter.add(bits, heading=block.name in HEADINGS)
    return setter.text(), tuple(setter.recovered)


class _Setter:
    """Sets paragraph after paragraph and keeps count of where each lands."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._pieces: list[Piece] = []
        self._edits: list[Edit] = []
        self._marks: list[Mark] = []
        self._length = 0
        self.recovered: list[Recovered] = []

    def add(self, bits: Sequence[_Bit], *, heading: bool) -> None:
        """Set one paragraph."""
        if self._length:
            self._words.append(_PARAGRAPH)
            self._length += len(_PARAGRAPH)
        start = self._length
        for redaction, group in groupby(bits, key=lambda bit: bit.redaction):
            opened = self._length
            for bit in group:
                self._words.append(bit.words)
                self._place(Piece(self._length, self._length + len(bit.words), bit.start, bit.end))
                self._length += len(bit.words)
            if redaction is not None:
                self._mark(redaction, Span(opened, self._length))
        if heading:
            self._marks.append(Mark(MarkKind.HEADING, Span(start, self._length)))

    def text(self) -> Text:
        """All that was set."""
        characters = "".join(self._words)
        typed = typed_redactions(characters)
        if self._edits or self._marks:
            held = [mark.span for mark in self._marks if mark.kind is MarkKind.REDACTION]
            typed = tuple(mark for mark in typed if not _touches(mark.span, held))
        marks = tuple(sorted((*self._marks, *typed), key=lambda mark: mark.span))
        return Text(characters, SourceMap(tuple(self._pieces)), edits=tuple(self._edits), marks=marks)

    def _mark(self, redaction: _Redaction, span: Span) -> None:
        found = redaction.recoverable
        if not redaction.stands:
            self._edits.append(Edit(span, "redaction", "" if found else redaction.original))
        note = "blacked out; the words are in the page's source" if found else "blacked out"
        self._marks.append(Mark(MarkKind.REDACTION, span, note=note, recoverable=found))
        if found:
            self.recovered.append(Recovered(span, redaction.original))

    def _place(self, piece: Piece) -> None:
        """Add a piece, joined to the one before where both stand code point for code point."""
        last = self._pieces[-1] if self._pieces else None
        if (
            last is not None
            and (last.end, last.source_end) == (piece.start, piece.source_start)
            and last.end - last.start == last.source_end - last.source_start
            and piece.end - piece.start == piece.source_end - piece.source_start
        ):
            self._pieces[-1] = Piece(last.start, piece.end, last.source_start, piece.source_end)
        else:
            self._pieces.append(piece)


def _touches(span: Span, ordered: Sequence[Span]) -> bool:
    at = bisect_right(ordered, span.start, key=lambda other: other.end)
    return at < len(ordered) and ordered[at].overlaps(span)


def _bits(source: str, parts: Sequence[Part]) -> list[_Bit]:
    """The text of one paragraph bit by bit, no white space at its ends or twice in a row (but for `<pre>`)."""
    bits: list[_Bit] = []
    for part, redaction in _with_redactions(source, parts):
        if redaction is not None and not redaction.stands:
            bits.append(_Bit(REDACTED, part.start, part.end, redaction))
            continue
        if part.kind is PartKind.BREAK:
            _drop_trailing_space(bits)
            if bits:
                bits.append(_Bit("\n", part.start, part.end))
            continue
        verbatim = part.kind is PartKind.VERBATIM
        for words, start, end in pieces(source, part.start, part.end, verbatim=verbatim):
            if words[0].isspace() and (not bits or (not verbatim and bits[-1].words[-1].isspace())):
                words = words.lstrip()
            if words:
                bits.append(_Bit(words, start, end, redaction))
    _drop_trailing_space(bits)
    return bits


def _drop_trailing_space(bits: list[_Bit]) -> None:
    while bits and bits[-1].words.isspace():
        bits.pop()


def _with_redactions(source: str, parts: Sequence[Part]) -> Iterator[tuple[Part, _Redaction | None]]:
    """Each part with the redaction it belongs to. Blacked-out parts for which a mark has to stand become one part;
    white space at the ends of those is given out as text.
    """
    at = 0
    while at < len(parts):
        if parts[at].kind is not PartKind.REDACTED:
            yield parts[at], None
            at += 1
            continue
        end = at + 1
        for number in range(at + 1, len(parts)):
            if parts[number].kind is PartKind.REDACTED:
                end = number + 1
            elif source[parts[number].start : parts[number].end].strip():
                break
        group = parts[at:end]
        original = fold(" ".join(_TAG.sub(" ", source[part.start : part.end]) for part in group))
        redaction = _Redaction(original)
        if redaction.stands:
            yield from ((part, redaction) for part in group)
        else:
            start, stop = Span(group[0].start, group[-1].end).strip(source).start, group[-1].end
            stop = Span(start, stop).strip(source).end
            yield Part(group[0].start, start, PartKind.TEXT), None
            yield Part(start, stop, PartKind.REDACTED), redaction
            yield Part(stop, group[-1].end, PartKind.TEXT), None
        at = end
