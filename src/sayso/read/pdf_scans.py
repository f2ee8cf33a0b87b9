"""Pages of a PDF whose words are in an image, or whose text layer is of no use: they are recognized, if that can be."""

import re

import numpy as np
import pypdfium2 as pdfium

from sayso.model.document import Box
from sayso.read.ocr import POINTS, Recognition, Recognizer
from sayso.read.ocr_engine import Engine, EngineError, Grey, installed
from sayso.read.page_text import INSTALL, ReadSheet, read_sheet
from sayso.read.pdf_page import Picture
from sayso.read.pdf_sheet import Sheet, Word

_DOTS = 300
_MOST_PIXELS = 20_000_000
_STAMP = 60
"""a page of no more words than this, on a large image, holds but a stamp as text"""
_TELLING = 20
_ORDINARY = re.compile(r"[(\[“‘\"']*(?:[A-Za-z]?[a-z’'-]+|[A-Z][A-Z&.-]*|[$£€]?\d[\d,.:/-]*%?)[)\]”’\"'.,;:!?]*")


class Scans:
    """Recognizes pages of one PDF. Tesseract is looked for when the first page needs it."""

    def __init__(self) -> None:
        self._looked = False
        self._recognizer: Recognizer | None = None
        self.engine: Engine | None = None

    def read(self, sheet: Sheet, page: pdfium.PdfPage) -> ReadSheet:
        """The page, recognized if that reads better than its text layer; otherwise what that holds."""
        if not self._looked:
            self._looked = True
            self.engine = installed()
            self._recognizer = Recognizer(self.engine) if self.engine else None
        image = f"there is no text layer to read (PAGE): {INSTALL}" if not sheet.words else ""
        if self._recognizer is None:
            return read_sheet(sheet, Picture(page), lacks=image)
        picture, dots = _drawn(page)
        try:
            found = self._recognizer.page(picture, dots, sheet.page.number)
        except EngineError as error:
            return read_sheet(sheet, Picture(page), lacks=f"text recognition (PAGE) {error}: split the file")
        if found is None or not _reads_better(found, sheet):
            return read_sheet(sheet, Picture(page), lacks="" if sheet.words else _NOTHING)
        return read_sheet(found.sheet, found.looks, found)


_NOTHING = "no words were found in them (PAGE): look at it"


def wants_recognition(sheet: Sheet) -> bool:
    """Whether a page has no text layer, one that holds but a stamp, or one of characters that are no words."""
    if not sheet.words:
        return bool(sheet.images)
    letters = sum(len(word.text) for word in sheet.words)
    if sheet.unmapped > 0.2 * letters:
        return True
    if len(sheet.words) <= _STAMP and _covered(sheet) > 0.5:
        return True
    return _ordinary(sheet.words) < 0.45


def _reads_better(found: Recognition, sheet: Sheet) -> bool:
    before, after = (sum(len(w.text) for w in words) for words in (sheet.words, found.sheet.words))
    if not before:
        return True
    if sheet.unmapped > 0.2 * before:
        return found.mean > 60
    if len(sheet.words) <= _STAMP and _covered(sheet) > 0.5:
        return after > 1.3 * before
    return _ordinary(found.sheet.words) > _ordinary(sheet.words) + 0.15


def _covered(sheet: Sheet) -> float:
    """The part of the page that its largest image takes."""
    whole = sheet.page.width * sheet.page.height
    return max((_area(image.box) for image in sheet.images), default=0.0) / whole if whole else 0.0


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.y1 - box.y0)


def _ordinary(words: tuple[Word, ...]) -> float:
    """The part of the words that look like words or numbers of a text in Latin letters; 1 where there are few."""
    lettered = [word.text for word in words if any(letter.isalnum() or letter == "\ufffd" for letter in word.text)]
    if len(lettered) < _TELLING:
        return 1.0
    return sum(_ORDINARY.fullmatch(text) is not None for text in lettered) / len(lettered)


def _drawn(page: pdfium.PdfPage) -> tuple[Grey, float]:
    """The page as a picture, and its dots an inch."""
    width, height = page.get_size()
    scale = min(_DOTS / POINTS, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    picture = np.array(bitmap.to_numpy(), dtype=np.uint8).reshape(bitmap.height, -1)[:, : bitmap.width]
    bitmap.close()
    return np.ascontiguousarray(picture), scale * POINTS
