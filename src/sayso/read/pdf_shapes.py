"""The shapes of a page of a PDF that can hide words: filled rectangles, thick lines, hatching, images, annotations."""

import ctypes
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as c

from sayso.model.document import Box
from sayso.read.pdf_hatching import Stroke, hatched
from sayso.read.pdf_sheet import Cover, Shape, TooLargeError, View

_MAX_OBJECTS = 400_000
_MAX_SEGMENTS = 2_000
_MAX_STROKES = 4_000
_MAX_DEPTH = 8
_DARK = 70
"""a fill is black if no channel (0-255) is above this, dark if its brightness is not"""
_LIGHT = 128
_REDACT = 28
"""annotation subtype Redact: marked for redaction, not yet applied"""

_Rectangle = tuple[float, float, float, float]
"""left, bottom, right, top in the file's coordinates"""


class Shapes:
    """Collects the shapes of one page, whose display space ends at `whole`."""

    def __init__(self, view: View, whole: Box) -> None:
        self._view = view
        self._whole = whole
        self._order = 0
        self._strokes: list[Stroke] = []
        self.dark: list[Shape] = []
        self.light: list[Shape] = []
        self.images: list[Shape] = []
        self.hatched: list[Shape] = []
        self.to_redact: list[Box] = []

    def read(self, page: pdfium.PdfPage) -> None:
        """Look at everything that is drawn; raises `TooLargeError` for a page of more objects than are read."""
        upright = pdfium.PdfMatrix()
        for i in range(c.FPDFPage_CountObjects(page.raw)):
            self._object(c.FPDFPage_GetObject(page.raw, i), upright, 0)
        self._annotations(page)
        self.hatched.extend(Shape(box, self._order, Cover.HATCH) for box in hatched(self._strokes))

    def _object(self, item: c.FPDF_PAGEOBJECT, outer: pdfium.PdfMatrix, depth: int) -> None:
        self._order += 1
        if self._order > _MAX_OBJECTS:
            raise TooLargeError(f"it holds more than the {_MAX_OBJECTS} objects we read")
        kind = c.FPDFPageObj_GetType(item)
        if kind == c.FPDF_PAGEOBJ_PATH:
            self._path(item, outer)
        elif kind in (c.FPDF_PAGEOBJ_IMAGE, c.FPDF_PAGEOBJ_SHADING):
            edges = [ctypes.c_float() for _ in range(4)]
            if c.FPDFPageObj_GetBounds(item, *edges):
                left, bottom, right, top = outer.on_rect(*(edge.value for edge in edges))
                self._keep(self.images, (left, bottom, right, top), Cover.IMAGE)
        elif kind == c.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
            inner = _matrix(item).multiply(outer)
            for i in range(c.FPDFFormObj_CountObjects(item)):
                self._object(c.FPDFFormObj_GetObject(item, i), inner, depth + 1)

    def _path(self, item: c.FPDF_PAGEOBJECT, outer: pdfium.PdfMatrix) -> None:
        filled, stroked = ctypes.c_int(), ctypes.c_int()
        c.FPDFPath_GetDrawMode(item, filled, stroked)
        colour = _colour(item, stroke=not filled.value)
        if colour is None or not (filled.value or stroked.value):
            return
        black, light = max(colour) <= _DARK, min(colour) >= _LIGHT
        kept = self.dark if black or _brightness(colour) <= _DARK else self.light if light else None
        if not filled.value:
            self._line(item, _matrix(item).multiply(outer), kept if black or light else None, light=light)
            return
        if kept is None:
            return
        rectangles = _solid(list(_rectangles(_segments(item))))
        if not rectangles:
            return
        matrix = _matrix(item).multiply(outer)
        if not (matrix.b == matrix.c == 0 or matrix.a == matrix.d == 0):
            return  # turned by an odd angle: nobody blacks out lines of text so
        for rectangle in rectangles:
            self._keep(kept, matrix.on_rect(*rectangle), coloured=kept is self.dark and not black)

    def _line(
        self, item: c.FPDF_PAGEOBJECT, matrix: pdfium.PdfMatrix, kept: list[Shape] | None, *, light: bool
    ) -> None:
        """A straight line, as thick as it is drawn; slanted ones may be the strokes of a hatching."""
        segments = _segments(item)
        width = ctypes.c_float()
        if not c.FPDFPageObj_GetStrokeWidth(item, width):
            return
        if kept is not None and len(segments) == 2:
            (x0, y0), (x1, y1) = segments[0][1], segments[1][1]
            half = width.value / 2
            if y0 == y1:
                self._keep(kept, matrix.on_rect(min(x0, x1), y0 - half, max(x0, x1), y0 + half))
            elif x0 == x1:
                self._keep(kept, matrix.on_rect(x0 - half, min(y0, y1), x0 + half, max(y0, y1)))
        if not light:
            self._slanted(segments, matrix)

    def _slanted(self, segments: Sequence[tuple[int, tuple[float, float]]], matrix: pdfium.PdfMatrix) -> None:
        """Keep the strokes that are neither level nor upright."""
        before = (0.0, 0.0)
        for kind, point in segments:
            if kind == c.FPDF_SEGMENT_LINETO and len(self._strokes) < _MAX_STROKES:
                (ax, ay), (bx, by) = (matrix.on_point(*p) for p in (before, point))
                x0, y0, x1, y1 = self._view.place(ax, ay, ax, ay)[:2] + self._view.place(bx, by, bx, by)[:2]
                if abs(x1 - x0) > 2 and abs(y1 - y0) > 2:
                    box = Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
                    self._strokes.append(Stroke(box, rising=(x1 - x0) * (y1 - y0) < 0))
            before = point

    def _annotations(self, page: pdfium.PdfPage) -> None:
        for i in range(min(c.FPDFPage_GetAnnotCount(page.raw), _MAX_OBJECTS)):
            note = c.FPDFPage_GetAnnot(page.raw, i)
            try:
                self._annotation(note)
            finally:
                c.FPDFPage_CloseAnnot(note)

    def _annotation(self, note: c.FPDF_ANNOTATION) -> None:
        subtype = c.FPDFAnnot_GetSubtype(note)
        rect = c.FS_RECTF()
        hidden = c.FPDFAnnot_GetFlags(note) & (c.FPDF_ANNOT_FLAG_HIDDEN | c.FPDF_ANNOT_FLAG_NOVIEW)
        if hidden or not c.FPDFAnnot_GetRect(note, rect):
            return
        edges = (rect.left, rect.bottom, rect.right, rect.top)
        quads = list(_quads(note)) or [edges]
        if subtype == _REDACT:
            self.to_redact.extend(Box(*self._view.place(*quad)) for quad in quads)
        elif subtype in (c.FPDF_ANNOT_SQUARE, c.FPDF_ANNOT_HIGHLIGHT):
            inside = c.FPDFANNOT_COLORTYPE_InteriorColor if subtype == c.FPDF_ANNOT_SQUARE else 0
            rgba = [ctypes.c_uint() for _ in range(4)]
            if not c.FPDFAnnot_GetColor(note, inside, *rgba):
                return
            colour = rgba[0].value, rgba[1].value, rgba[2].value
            if _brightness(colour) > _DARK:
                return
            self._order += 1
            highlight = subtype == c.FPDF_ANNOT_HIGHLIGHT
            for quad in quads if highlight else [edges]:
                cover = Cover.HIGHLIGHT if highlight else Cover.BAR
                self._keep(self.dark, quad, cover, coloured=max(colour) > _DARK)

    def _keep(
        self, kept: list[Shape], rectangle: _Rectangle, cover: Cover = Cover.BAR, *, coloured: bool = False
    ) -> None:
        x0, y0, x1, y1 = self._view.place(*rectangle)
        x0, y0, x1, y1 = max(0.0, x0), max(0.0, y0), min(self._whole.x1, x1), min(self._whole.y1, y1)
        if x0 < x1 and y0 < y1:
            kept.append(Shape(Box(x0, y0, x1, y1), self._order, cover, coloured))


def _quads(note: c.FPDF_ANNOTATION) -> Iterator[_Rectangle]:
    """The rectangles that an annotation marks: one a line of text, where its own would hold all of them."""
    quad = c.FS_QUADPOINTSF()
    for i in range(min(c.FPDFAnnot_CountAttachmentPoints(note), _MAX_SEGMENTS)):
        if c.FPDFAnnot_GetAttachmentPoints(note, i, quad):
            xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            yield min(xs), min(ys), max(xs), max(ys)


def _matrix(item: c.FPDF_PAGEOBJECT) -> pdfium.PdfMatrix:
    raw = c.FS_MATRIX()
    c.FPDFPageObj_GetMatrix(item, raw)
    return pdfium.PdfMatrix.from_raw(raw)


def _colour(item: c.FPDF_PAGEOBJECT, *, stroke: bool) -> tuple[int, int, int] | None:
    """Red, green, blue; `None` for patterns and for what one can see through."""
    red, green, blue, alpha = ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint()
    get = c.FPDFPageObj_GetStrokeColor if stroke else c.FPDFPageObj_GetFillColor
    if not get(item, red, green, blue, alpha) or alpha.value < 200:
        return None
    return red.value, green.value, blue.value


def _brightness(colour: tuple[int, int, int]) -> float:
    """How bright a colour looks (ITU-R BT.601 luma), 0 to 255."""
    return 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]


def _segments(item: c.FPDF_PAGEOBJECT) -> list[tuple[int, tuple[float, float]]]:
    """The kind and end point of each segment; nothing for paths of too many."""
    count = c.FPDFPath_CountSegments(item)
    x, y = ctypes.c_float(), ctypes.c_float()
    get, kind, point = c.FPDFPath_GetPathSegment, c.FPDFPathSegment_GetType, c.FPDFPathSegment_GetPoint
    found = []
    for i in range(count if count <= _MAX_SEGMENTS else 0):
        segment = get(item, i)
        point(segment, x, y)
        found.append((kind(segment), (x.value, y.value)))
    return found


def _rectangles(segments: Sequence[tuple[int, tuple[float, float]]]) -> Iterator[_Rectangle]:
    """The outlines of a path that have only level and upright sides."""
    outline: list[tuple[float, float]] = []
    square = True
    for kind, point in [*segments, (c.FPDF_SEGMENT_MOVETO, (0.0, 0.0))]:
        if kind == c.FPDF_SEGMENT_MOVETO:
            if square and len(outline) >= 4:
                xs, ys = [p[0] for p in outline], [p[1] for p in outline]
                yield min(xs), min(ys), max(xs), max(ys)
            outline, square = [point], True
            continue
        x, y = outline[-1] if outline else point
        square = square and kind == c.FPDF_SEGMENT_LINETO and (abs(x - point[0]) < 0.1 or abs(y - point[1]) < 0.1)
        outline.append(point)


def _solid(boxes: list[_Rectangle]) -> list[_Rectangle]:
    """Without the outlines that have another one inside: together they draw a frame."""
    if len(boxes) == 1 or len(boxes) > 500:
        return boxes
    return [
        a
        for a in boxes
        if not any(a is not b and a[0] <= b[0] and a[1] <= b[1] and a[2] >= b[2] and a[3] >= b[3] for b in boxes)
    ]
