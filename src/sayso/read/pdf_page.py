"""One page of a PDF as words and shapes, and as it looks.

The files that know the PDF library (PDFium) are this one, its neighbours `pdf_words.py` and `pdf_shapes.py`, and those
that open the file.
"""

import math

import pypdfium2 as pdfium

from sayso.model.document import Box, Page
from sayso.read.pdf_shapes import Shapes
from sayso.read.pdf_sheet import Sheet, View
from sayso.read.pdf_words import words_of

_MAX_PIXELS = 4_000_000
_LIGHT = 128


class Picture:
    """A page as it looks, rendered once if asked, in grey."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._page = page
        self._rows: list[bytes] = []
        self._scale = 2.0

    def lightness(self, box: Box) -> float:
        """The share of pixels in `box` that are not dark, 0 to 1; 1 if the box holds none."""
        pixels = self._pixels(box)
        return sum(p >= _LIGHT for p in pixels) / len(pixels) if pixels else 1.0

    def even(self, box: Box) -> int | None:
        """The grey (0 to 255) of a box that holds one tone alone; `None` if something can be seen in it."""
        pixels = self._pixels(box)
        return pixels[0] if pixels and max(pixels) - min(pixels) < 24 else None

    def _pixels(self, box: Box) -> bytes:
        if not self._rows:
            self._render()
        s = self._scale
        x0, x1 = max(0, math.ceil(box.x0 * s)), max(0, math.floor(box.x1 * s))
        y0, y1 = max(0, math.ceil(box.y0 * s)), max(0, math.floor(box.y1 * s))
        return b"".join(row[x0:x1] for row in self._rows[y0:y1])

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
    left, bottom, right, top = page.get_bbox()
    view = View(left, bottom, right, top, page.get_rotation())
    words, unmapped = words_of(page, view)
    shapes = Shapes(view, Box(0, 0, width, height))
    shapes.read(page)
    return Sheet(
        Page(number, width, height),
        tuple(words),
        tuple(shapes.dark),
        tuple(shapes.light),
        tuple(shapes.images),
        tuple(shapes.hatched),
        tuple(shapes.to_redact),
        unmapped,
    )
