"""Spans: where words stand in a document's text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of one text: `text[start:end]` are the words themselves."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of `text` that the span covers; raises `IndexError` if it runs past the end."""
        if self.end > len(text):
            raise IndexError(f"span [{self.start}, {self.end}) of a text of {len(text)} code points")
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether every code point of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> "Span":
        """The same range `by` code points further on."""
        return Span(self.start + by, self.end + by)

    def strip(self, text: str) -> "Span":
        """The span without white space at its edges; empty at its start if it holds nothing else."""
        words = text[self.start : self.end]
        start = self.start + len(words) - len(words.lstrip())
        return Span(start, max(start, self.start + len(words.rstrip())))


Spans = tuple[Span, ...]
"""Spans of one text in order of start, not overlapping: the words of one role, which may be in pieces."""


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that covers all of them; raises `ValueError` for none."""
    held = list(spans)
    if not held:
        raise ValueError("the hull of no span")
    return Span(min(s.start for s in held), max(s.end for s in held))


def merge(spans: Iterable[Span]) -> Spans:
    """The same code points as ordered spans that neither overlap nor touch."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def subtract(span: Span, holes: Sequence[Span]) -> Spans:
    """What is left of `span` outside of `holes` (any order), in order; empty pieces are left out."""
    pieces: list[Span] = []
    at = span.start
    for hole in merge(h for h in holes if h.overlaps(span)):
        if hole.start > at:
            pieces.append(Span(at, hole.start))
        at = max(at, hole.end)
    if at < span.end:
        pieces.append(Span(at, span.end))
    return tuple(pieces)
