"""A document's text in paragraphs, cut where the words of its attributions begin and end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.casebook import StoredStatement
from sayso.model.span import Span

_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
_CHARACTERS = 40_000
"""Of a long document so much is shown at once, in code points; paragraphs stay whole."""
_LONGEST = 20_000
"""Longer paragraphs are cut, in code points."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one role of one statement, or of none; `opens` and `closes` if the role's words begin or end here."""

    text: str
    role: str = ""
    statement: str = ""
    opens: bool = False
    closes: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`start` is its place in the text (code points); `statements` are those that begin in it."""

    start: int
    runs: tuple[Run, ...]
    statements: tuple[StoredStatement, ...]


def sections(text: str) -> Sequence[Sequence[Span]]:
    """The paragraphs of a text, in parts that are short enough to be shown at once; at least one part."""
    parts: list[list[Span]] = [[]]
    for span in _paragraphs(text):
        if parts[-1] and span.end - parts[-1][0].start > _CHARACTERS:
            parts.append([])
        parts[-1].append(span)
    return parts


def section_at(parts: Sequence[Sequence[Span]], at: int) -> int:
    """Which part holds a place of the text."""
    return max((n for n, part in enumerate(parts) if part and part[0].start <= at), default=0)


def paragraphs(text: str, spans: Sequence[Span], found: Sequence[StoredStatement]) -> Sequence[Paragraph]:
    """These paragraphs with their statements; of statements inside each other the inner one's words are marked."""
    here = [s for s in found if s.at.anchored]
    return [_paragraph(text, span, here) for span in spans]


def _paragraphs(text: str) -> Sequence[Span]:
    edges = [0, *(edge for match in _BREAK.finditer(text) for edge in match.span()), len(text)]
    whole = [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if text[start:end].strip()]
    return [Span(at, min(at + _LONGEST, w.end)) for w in whole for at in range(w.start, w.end, _LONGEST)]


def _paragraph(text: str, span: Span, found: Sequence[StoredStatement]) -> Paragraph:
    touching = [s for s in found if s.statement.attribution.span.overlaps(span)]
    # Inner attributions are the shorter ones: they are looked at first, and cover what they stand in.
    inner_first = sorted(touching, key=lambda s: len(s.statement.attribution.span))
    roles = [
        (words, role, s.statement.id)
        for s in inner_first
        for role, spans in (
            ("source", s.statement.attribution.source),
            ("cue", s.statement.attribution.cue),
            ("content", s.statement.attribution.content),
        )
        for words in spans
        if words.overlaps(span)
    ]
    edges = {span.start, span.end}
    for words, _, _ in roles:
        edges |= {edge for edge in (words.start, words.end) if span.start < edge < span.end}
    ordered = sorted(edges)
    runs: list[Run] = []
    for start, end in pairwise(ordered):
        over = next((r for r in roles if r[0].start <= start and end <= r[0].end), None)
        if over is None:
            runs.append(Run(text[start:end]))
        else:
            words, role, id = over
            runs.append(Run(text[start:end], role, id, start == words.start, end == words.end))
    begins = [s for s in touching if span.start <= s.statement.attribution.span.start < span.end]
    begins.sort(key=lambda s: (s.statement.attribution.span, s.statement.id))
    return Paragraph(span.start, tuple(runs), tuple(begins))
