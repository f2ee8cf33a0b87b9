"""One page of a PDF as words and shapes. With pdf.py the only file that knows the PDF library (PDFium).

Everything is given in the page's own display space: PDF points, x to the right, y down from the upper left corner of
the crop box, the page's rotation applied.
"""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as c

from sayso.model.document import Box, Page

_MAX_CHARACTERS = 400_000
_MAX_OBJECTS = 400_000
_MAX_SEGMENTS = 2_000
_MAX_DEPTH = 8
_MAX_PIXELS = 4_000_000
_DARK = 70
"""a fill is dark if no channel (0-255) is above this"""
_LIGHT = 128
_LINE_END_HYPHENS = (0x02, 0xFFFE)
"""what PDFium puts in place of a hyphen at the end of a line"""
_REDACT = 28
"""annotation subtype Redact: marked for redaction, not yet applied"""


_Edges = tuple[float, float, float, float]
"""x0, y0, x1, y1 of a box: tuples, since there is one a character"""


class TooLargeError(Exception):
    """The page holds more characters or objects than we read; its text is a sentence part that says so."""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters of one size without white space.

    The box is as high as a usual one of its characters, as the font asks for (brackets and signs can be higher).
    `edges` are the x of each character's left side and of the last one's right side, in points; `glued` if no white
    space parts it from the word before; `upright` if it reads from left to right on the page as displayed.
    """

    text: str
    box: Box
    edges: tuple[float, ...]
    bold: bool
    glued: bool
    upright: bool

    @property
    def size(self) -> float:
        """Height of the line that the font asks for, in points."""
        return self.box.y1 - self.box.y0


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled rectangle, a thick line or an image; `order` counts what is drawn, later ones lie above."""

    box: Box
    order: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is drawn on a page: its words in the order of the file, and the shapes that can hide or part them."""

    page: Page
    words: tuple[Word, ...]
    dark: tuple[Shape, ...]
    light: tuple[Shape, ...]
    images: tuple[Shape, ...]
    to_redact: tuple[Box, ...]
    """boxes of redaction annotations that were never applied"""
    unmapped: int
    """characters that the file does not say the letters of"""


@dataclass(frozen=True, slots=True)
class _View:
    """From the file's coordinates to display space."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    def place(self, left: float, bottom: float, right: float, top: float) -> _Edges:
        if self.rotation == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        if self.rotation == 90:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.rotation == 180:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        return self.top - top, self.right - right, self.top - bottom, self.right - left


class Picture:
    """A page as it looks, rendered once if asked, in grey."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._page = page
        self._rows: list[bytes] = []
        self._scale = 2.0

    def lightness(self, box: Box) -> float:
        """The share of pixels in `box` that are not dark, 0 to 1; 1 if the box holds none."""
        if not self._rows:
            self._render()
        s = self._scale
        x0, x1 = max(0, math.ceil(box.x0 * s)), max(0, math.floor(box.x1 * s))
        y0, y1 = max(0, math.ceil(box.y0 * s)), max(0, math.floor(box.y1 * s))
        pixels = b"".join(row[x0:x1] for row in self._rows[y0:y1])
        return sum(p >= _LIGHT for p in pixels) / len(pixels) if pixels else 1.0

    def _render(self) -> None:
        width, height = self._page.get_size()
        self._scale = min(2.0, math.sqrt(_MAX_PIXELS / max(1.0, width * height)))
        bitmap = self._page.render(scale=self._scale, grayscale=True, may_draw_forms=False)
        data, stride = bytes(bitmap.buffer), bitmap.stride
        self._rows = [data[at : at + bitmap.width] for at in range(0, stride * bitmap.height, stride)]
        bitmap.close()


def read_page(page: pdfium.PdfPage, number: int) -> Sheet:
    """The words and shapes of a page, whose sheet number counts from 1; raises `TooLargeError`."""
    width, height = page.get_size()
    view = _view(page)
    words, unmapped = _words(page, view)
    shapes = _Shapes(view, Box(0, 0, width, height))
    shapes.read(page)
    return Sheet(
        Page(number, width, height),
        tuple(words),
        tuple(shapes.dark),
        tuple(shapes.light),
        tuple(shapes.images),
        tuple(shapes.to_redact),
        unmapped,
    )


def _view(page: pdfium.PdfPage) -> _View:
    left, bottom, right, top = page.get_bbox()
    return _View(left, bottom, right, top, page.get_rotation())


def _words(page: pdfium.PdfPage, view: _View) -> tuple[list[Word], int]:
    textpage = page.get_textpage()
    try:
        count = textpage.count_chars()
        if count > _MAX_CHARACTERS:
            raise TooLargeError(f"it holds {count} characters, more than the {_MAX_CHARACTERS} we read")
        return _Words(textpage, view).read(count)
    finally:
        textpage.close()


class _Words:
    """Builds the words of one page from its characters."""

    def __init__(self, textpage: pdfium.PdfTextPage, view: _View) -> None:
        self._page = textpage
        self._view = view
        self._words: list[Word] = []
        self._text: list[str] = []
        self._boxes: list[_Edges] = []
        self._first = 0
        self._glued = False
        self._font = ctypes.create_string_buffer(256)

    def read(self, count: int) -> tuple[list[Word], int]:
        page, place, loose = self._page.raw, self._view.place, c.FS_RECTF()
        get_unicode, get_box = c.FPDFText_GetUnicode, c.FPDFText_GetLooseCharBox
        unmapped = 0
        for i in range(count):
            code = get_unicode(page, i)
            if code in _LINE_END_HYPHENS:
                code = 0x2D
            letter = chr(code)
            if letter.isspace():
                self._end(glued=False)
                continue
            if code < 0x20 or 0xD800 <= code < 0xE000:
                letter = "\ufffd"
                unmapped += 1
            get_box(page, i, loose)
            box = place(loose.left, loose.bottom, loose.right, loose.top)
            if self._boxes and box != self._boxes[-1]:  # the letters of a ligature share its box
                self._part(box)
            if not self._boxes:
                self._first = i
            self._text.append(letter)
            self._boxes.append(box)
        self._end(glued=False)
        return self._words, unmapped

    def _part(self, box: _Edges) -> None:
        """End the word if the next character stands elsewhere or is of another size."""
        x0, y0, x1, y1 = self._boxes[-1]
        left, top, _, bottom = box
        size = max(y1 - y0, bottom - top)
        if top >= y1 or bottom <= y0 or not -size < left - x1 < 0.35 * size:
            # Text that runs upwards moves in y, not in x; its characters stay together while they touch.
            if abs(left - x0) > 0.2 * size or min(abs(top - y1), abs(y0 - bottom)) > 0.35 * size:
                self._end(glued=False)
        elif abs((bottom - top) - (y1 - y0)) > 0.12 * size or abs(bottom - y1) > 0.2 * size:
            self._end(glued=True)

    def _end(self, *, glued: bool) -> None:
        if self._boxes:
            x0s, y0s, x1s, y1s = zip(*self._boxes, strict=True)
            upright = self._upright()
            top, bottom = (sorted(y0s)[len(y0s) // 2], sorted(y1s)[len(y1s) // 2]) if upright else (min(y0s), max(y1s))
            self._words.append(
                Word(
                    "".join(self._text),
                    Box(min(x0s), top, max(x1s), bottom),
                    (*x0s, x1s[-1]),
                    self._bold(),
                    self._glued,
                    upright,
                )
            )
            self._text, self._boxes = [], []
        self._glued = glued

    def _bold(self) -> bool:
        flags = ctypes.c_int()
        length = c.FPDFText_GetFontInfo(self._page.raw, self._first, self._font, len(self._font), flags)
        name = self._font.value.lower() if 0 < length <= len(self._font) else b""
        bold = any(part in name for part in (b"bold", b"black", b"heavy", b"cmbx", b"sfbx", b"-bd"))
        return bold or c.FPDFText_GetFontWeight(self._page.raw, self._first) >= 600

    def _upright(self) -> bool:
        angle = math.degrees(c.FPDFText_GetCharAngle(self._page.raw, self._first))
        return abs((angle - self._view.rotation + 180) % 360 - 180) < 20


class _Shapes:
    """Collects the shapes of one page."""

    def __init__(self, view: _View, whole: Box) -> None:
        self._view = view
        self._whole = whole
        self._order = 0
        self.dark: list[Shape] = []
        self.light: list[Shape] = []
        self.images: list[Shape] = []
        self.to_redact: list[Box] = []

    def read(self, page: pdfium.PdfPage) -> None:
        upright = pdfium.PdfMatrix()
        for i in range(c.FPDFPage_CountObjects(page.raw)):
            self._object(c.FPDFPage_GetObject(page.raw, i), upright, 0)
        self._annotations(page)

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
                self._keep(self.images, left, bottom, right, top)
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
        kept = self.dark if max(colour) <= _DARK else self.light if min(colour) >= _LIGHT else None
        if kept is None:
            return
        matrix = _matrix(item).multiply(outer)
        if not filled.value:
            self._line(item, matrix, kept)
            return
        for left, bottom, right, top in _solid(list(_rectangles(item))):
            if not (matrix.b == matrix.c == 0 or matrix.a == matrix.d == 0):
                return  # turned by an odd angle: nobody blacks out lines of text so
            self._keep(kept, *matrix.on_rect(left, bottom, right, top))

    def _line(self, item: c.FPDF_PAGEOBJECT, matrix: pdfium.PdfMatrix, kept: list[Shape]) -> None:
        """A straight line, as thick as it is drawn."""
        points = [point for _, point in _segments(item)]
        width = ctypes.c_float()
        if len(points) != 2 or not c.FPDFPageObj_GetStrokeWidth(item, width):
            return
        (x0, y0), (x1, y1) = points
        half = width.value / 2
        if y0 == y1:
            self._keep(kept, *matrix.on_rect(min(x0, x1), y0 - half, max(x0, x1), y0 + half))
        elif x0 == x1:
            self._keep(kept, *matrix.on_rect(x0 - half, min(y0, y1), x0 + half, max(y0, y1)))

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
        if subtype == _REDACT:
            self.to_redact.append(Box(*self._view.place(rect.left, rect.bottom, rect.right, rect.top)))
        elif subtype in (c.FPDF_ANNOT_SQUARE, c.FPDF_ANNOT_HIGHLIGHT):
            inside = c.FPDFANNOT_COLORTYPE_InteriorColor if subtype == c.FPDF_ANNOT_SQUARE else 0
            rgba = [ctypes.c_uint() for _ in range(4)]
            if c.FPDFAnnot_GetColor(note, inside, *rgba) and max(part.value for part in rgba[:3]) <= _DARK:
                self._order += 1
                self._keep(self.dark, rect.left, rect.bottom, rect.right, rect.top)

    def _keep(self, kept: list[Shape], left: float, bottom: float, right: float, top: float) -> None:
        x0, y0, x1, y1 = self._view.place(left, bottom, right, top)
        x0, y0, x1, y1 = max(0.0, x0), max(0.0, y0), min(self._whole.x1, x1), min(self._whole.y1, y1)
        if x0 < x1 and y0 < y1:
            kept.append(Shape(Box(x0, y0, x1, y1), self._order))


def _matrix(item: c.FPDF_PAGEOBJECT) -> pdfium.PdfMatrix:
    raw = c.FS_MATRIX()
    c.FPDFPageObj_GetMatrix(item, raw)
    return pdfium.PdfMatrix.from_raw(raw)


def _colour(item: c.FPDF_PAGEOBJECT, *, stroke: bool) -> tuple[int, int, int] | None:
    """Red, green, blue; `None` for patterns and for what one can see through."""
    rgba = [ctypes.c_uint() for _ in range(4)]
    get = c.FPDFPageObj_GetStrokeColor if stroke else c.FPDFPageObj_GetFillColor
    if not get(item, *rgba) or rgba[3].value < 200:
        return None
    return rgba[0].value, rgba[1].value, rgba[2].value


def _segments(item: c.FPDF_PAGEOBJECT) -> Iterator[tuple[int, tuple[float, float]]]:
    """The kind and end point of each segment; nothing for paths of too many."""
    count = c.FPDFPath_CountSegments(item)
    x, y = ctypes.c_float(), ctypes.c_float()
    for i in range(count if count <= _MAX_SEGMENTS else 0):
        segment = c.FPDFPath_GetPathSegment(item, i)
        c.FPDFPathSegment_GetPoint(segment, x, y)
        yield c.FPDFPathSegment_GetType(segment), (x.value, y.value)


def _rectangles(item: c.FPDF_PAGEOBJECT) -> Iterator[tuple[float, float, float, float]]:
    """The outlines of a path that have only level and upright sides: left, bottom, right, top of each."""
    outline: list[tuple[float, float]] = []
    square = True
    for kind, point in [*_segments(item), (c.FPDF_SEGMENT_MOVETO, (0.0, 0.0))]:
        if kind == c.FPDF_SEGMENT_MOVETO:
            if square and len(outline) >= 4:
                xs, ys = [p[0] for p in outline], [p[1] for p in outline]
                yield min(xs), min(ys), max(xs), max(ys)
            outline, square = [point], True
            continue
        x, y = outline[-1] if outline else point
        square = square and kind == c.FPDF_SEGMENT_LINETO and (abs(x - point[0]) < 0.1 or abs(y - point[1]) < 0.1)
        outline.append(point)


def _solid(boxes: list[tuple[float, float, float, float]]) -> list[tuple[float, float, float, float]]:
    """Without the outlines that have another one inside: together they draw a frame."""
    if len(boxes) == 1 or len(boxes) > 500:
        return boxes
    return [
        a
        for a in boxes
        if not any(a is not b and a[0] <= b[0] and a[1] <= b[1] and a[2] >= b[2] and a[3] >= b[3] for b in boxes)
    ]
