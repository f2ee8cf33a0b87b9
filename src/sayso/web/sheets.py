"""The marks of the reading screen in their places on a page as it was printed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.casebook import StoredStatement
from sayso.model.document import Box, Layout, Mark, MarkKind, Page, Text
from sayso.model.span import Span
from sayso.web.layers import Layered

_THIN = 1.5
"""PDF points that a mark stands out from its words."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A mark on a sheet: a rectangle in PDF points from the upper left corner, what it is (a role or a layer), the
    statement it belongs to, and what it says.
    """

    kind: str
    x: float
    y: float
    width: float
    height: float
    statement: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with the marks on it, the quiet ones first."""

    page: Page
    drawn: tuple[Drawn, ...]


def sheet(text: Text, number: int, found: Sequence[StoredStatement], layers: Sequence[Layered]) -> Sheet | None:
    """The sheet of this number (from 1) with what is marked on it; `None` where there is none."""
    layout = text.layout
    page = next((p for p in layout.pages if p.number == number), None) if layout else None
    if layout is None or page is None:
        return None
    # What is printed nowhere near is not looked up word by word.
    words = [word.span for word in layout.words if word.page == number]
    here = Span(words[0].start, words[-1].end) if words else Span(0, 0)
    near = [s for s in found if s.at.anchored and s.statement.attribution.span.overlaps(here)]
    drawn = [
        *(
            one
            for layer in layers
            if layer.kind != "redactions" and layer.span.overlaps(here)
            for one in _layer(layout, number, layer)
        ),
        *(one for mark in text.marks for one in _bar(layout, number, mark)),
        *(one for statement in near for one in _roles(layout, number, statement)),
    ]
    return Sheet(page, tuple(drawn))


def _layer(layout: Layout, number: int, layer: Layered) -> Iterator[Drawn]:
    for box in _boxes(layout, number, layer.span):
        yield _drawn(layer.kind, box, note=layer.note)


def _bar(layout: Layout, number: int, mark: Mark) -> Iterator[Drawn]:
    if mark.kind is MarkKind.REDACTION and mark.page == number:
        note = "blacked out" + ("; words can still be read under it" if mark.recoverable else "")
        for box in (mark.box,) if mark.box else _boxes(layout, number, mark.span):
            yield _drawn("redactions", box, note=note)


def _roles(layout: Layout, number: int, found: StoredStatement) -> Iterator[Drawn]:
    said = found.statement.attribution
    for role, spans in (("content", said.content), ("cue", said.cue), ("source", said.source)):
        for span in spans:
            for box in _boxes(layout, number, span):
                yield _drawn(role, box, found.statement.id)


def _boxes(layout: Layout, number: int, span: Span) -> Iterator[Box]:
    return (place.box for place in layout.places(span) if place.page == number)


def _drawn(kind: str, box: Box, statement: str = "", note: str = "") -> Drawn:
    width, height = box.x1 - box.x0 + 2 * _THIN, box.y1 - box.y0 + 2 * _THIN
    x, y = round(box.x0 - _THIN, 1), round(box.y0 - _THIN, 1)
    return Drawn(kind, x, y, round(width, 1), round(height, 1), statement, note)
