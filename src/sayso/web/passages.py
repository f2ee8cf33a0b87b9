"""A document's text in paragraphs, cut where the words of its attributions and layers begin and end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from sayso.casebook import StoredStatement
from sayso.model.document import MarkKind, Text
from sayso.model.span import Span
from sayso.web.layers import Layered

_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
_CHARACTERS = 20_000
"""Of a long document so much is shown at once, in code points; paragraphs stay whole."""
_LONGEST = 20_000
"""Longer paragraphs are cut, in code points."""
_FULL = 55
"""A line so long (code points) may have been broken because it was full."""
_STYLES = {
    MarkKind.HEADING: "heading",
    MarkKind.FOOTNOTE: "footnote",
    MarkKind.QUOTED_MAIL: "quoted-mail",
    MarkKind.SIGNATURE: "signature",
}


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one role of one statement, or of none; `opens` and `closes` if the role's words begin or end here.

    `statements` are the ids of all statements with a role here, separated by spaces, `layers` the names of layers,
    `note` what these say.
    """

    text: str
    role: str = ""
    statements: str = ""
    opens: bool = False
    closes: bool = False
    layers: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`start` is its place in the text (code points); `style` how it was set, `page` the sheet it begins on, where
    there are any; `statements` are those that begin in it.
    """

    start: int
    style: str
    page: int | None
    runs: tuple[Run, ...]
    statements: tuple[StoredStatement, ...]


@dataclass(frozen=True, slots=True)
class _Role:
    words: Span
    name: str
    statement: str


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


def paragraphs(
    text: Text, spans: Sequence[Span], found: Sequence[StoredStatement], layers: Sequence[Layered]
) -> Sequence[Paragraph]:
    """These paragraphs with their statements; of statements inside each other the inner one's words are marked."""
    here = [(s.statement.attribution.span, s) for s in found if s.at.anchored]
    return [
        _paragraph(
            text,
            span,
            [s for whole, s in here if whole.overlaps(span)],
            [layer for layer in layers if layer.span.overlaps(span)],
        )
        for span in spans
    ]


@dataclass(frozen=True, slots=True)
class Leaf:
    """Paragraphs in a row that begin on one sheet, with its number, where there is one; `first` if they are the first
    of it: footnotes, which stand at the end of a text, come back to it.
    """

    page: int | None
    first: bool
    paragraphs: tuple[Paragraph, ...]


def leaves(shown: Sequence[Paragraph]) -> Sequence[Leaf]:
    """Paragraphs sheet by sheet; without sheets all are together."""
    numbers: list[int | None] = []
    for paragraph in shown:
        numbers.append(paragraph.page if paragraph.page is not None else numbers[-1] if numbers else None)
    made: list[Leaf] = []
    for page, together in groupby(zip(numbers, shown, strict=True), lambda pair: pair[0]):
        first = all(leaf.page != page for leaf in made)
        made.append(Leaf(page, first, tuple(paragraph for _, paragraph in together)))
    return made


def _paragraphs(text: str) -> Sequence[Span]:
    edges = [0, *(edge for match in _BREAK.finditer(text) for edge in match.span()), len(text)]
    whole = [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if text[start:end].strip()]
    return [Span(at, min(at + _LONGEST, w.end)) for w in whole for at in range(w.start, w.end, _LONGEST)]


def _paragraph(text: Text, span: Span, touching: Sequence[StoredStatement], over: Sequence[Layered]) -> Paragraph:
    # Inner attributions are the shorter ones: they are looked at first, and cover what they stand in.
    inner_first = sorted(touching, key=lambda s: len(s.statement.attribution.span))
    roles = [role for s in inner_first for role in _roles(s) if role.words.overlaps(span)]
    edges = {span.start, span.end}
    for words in (*(role.words for role in roles), *(layer.span for layer in over)):
        edges |= {edge for edge in (words.start, words.end) if span.start < edge < span.end}
    runs = tuple(_run(text.characters, Span(*ends), roles, over) for ends in pairwise(sorted(edges)))
    begins = [s for s in touching if span.start <= s.statement.attribution.span.start < span.end]
    begins.sort(key=lambda s: (s.statement.attribution.span, s.statement.id))
    style = next((_STYLES[m.kind] for m in text.marks if m.kind in _STYLES and m.span.contains(_inner(span))), "")
    if _is_wrapped(span.of(text.characters)):
        style = f"{style} flowing".strip()
    return Paragraph(span.start, style, text.page_of(span), runs, tuple(begins))


def _is_wrapped(words: str) -> bool:
    """Whether lines end where they were full, so that their ends say nothing."""
    *full, _ = words.split("\n")
    return bool(full) and all(len(line) >= _FULL for line in full)


def _inner(span: Span) -> Span:
    """The middle of a paragraph: marks may leave its edges out."""
    middle = (span.start + span.end) // 2
    return Span(middle, min(middle + 1, span.end))


def _roles(found: StoredStatement) -> Sequence[_Role]:
    said = found.statement.attribution
    every = (("source", said.source), ("cue", said.cue), ("content", said.content))
    return [_Role(words, role, found.statement.id) for role, spans in every for words in spans]


def _run(text: str, span: Span, roles: Sequence[_Role], layers: Sequence[Layered]) -> Run:
    here = [role for role in roles if role.words.contains(span)]
    over = [layer for layer in layers if layer.span.contains(span)]
    names, notes = (" ".join(dict.fromkeys(layer.kind for layer in over)), "; ".join(layer.note for layer in over))
    if not here:
        return Run(span.of(text), layers=names, note=notes)
    inner = here[0]
    of = " ".join(dict.fromkeys(role.statement for role in here))
    opens, closes = span.start == inner.words.start, span.end == inner.words.end
    return Run(span.of(text), inner.name, of, opens, closes, names, notes)
