"""Images of pages (PNG, JPEG, TIFF with any number of pages): their words are recognized with Tesseract."""

import io
import warnings
from collections.abc import Iterator

import numpy as np
from PIL import Image, ImageOps, ImageSequence

from sayso.errors import UnreadableError
from sayso.model.document import Page
from sayso.read.ocr import POINTS, Recognizer
from sayso.read.ocr_engine import EngineError, Grey, installed
from sayso.read.page_text import INSTALL, ReadSheet, faults, read_sheet, text_of
from sayso.read.reading import Reading

_FORMATS = {"PNG": "image/png", "JPEG": "image/jpeg", "TIFF": "image/tiff"}
_MOST_PIXELS = 100_000_000
_MOST_PAGES = 1_000
_LEAST_SIDE = 100
"""pixels: what is smaller is a logo or an icon"""
_LETTER = 8.5
"""inches: how wide a page is taken to be where the file does not say"""


def read_image(data: bytes) -> Reading:
    """Recognize the text of an image; its layout gives the page and box of every word in points, as the image's own
    resolution says (or, where it does not, as if it were 8.5 inches wide).

    Raises `UnreadableError` if Tesseract is not installed, no words are found, or the image can't be opened.
    """
    engine = installed()
    if engine is None:
        raise UnreadableError(f"It is an image, whose words can only be recognized with Tesseract: {INSTALL}.")
    problems: list[str] = []
    recognizer = Recognizer(engine)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the size is looked at here
            image = Image.open(io.BytesIO(data), formats=tuple(_FORMATS))
        media_type = _FORMATS[image.format or "PNG"]
        sheets = list(_sheets(image, recognizer, problems))
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise UnreadableError("It is a damaged image; open it in another program and save it anew.") from error
    if not any(sheet.recognition for sheet in sheets):
        raise UnreadableError(" ".join(["It is an image in which no words were found.", *problems, *faults(sheets)]))
    text, _, _ = text_of(sheets, engine)
    return Reading(media_type, text, problems=(*problems, *faults(sheets)))


def _sheets(image: Image.Image, recognizer: Recognizer, problems: list[str]) -> Iterator[ReadSheet]:
    for number, frame in enumerate(ImageSequence.Iterator(image), 1):
        if number > _MOST_PAGES:
            problems.append(f"Only the first {_MOST_PAGES:,} pages were read; split it to read the rest.")
            return
        width, height = frame.size
        if width * height > _MOST_PIXELS:
            problems.append(f"Page {number} has {width:,} × {height:,} pixels, more than are read; make it smaller.")
            continue
        if min(width, height) < _LEAST_SIDE:
            problems.append(f"Page {number} is too small to hold words that can be read ({width} × {height} pixels).")
            continue
        picture, dots = _grey(frame)
        height, width = picture.shape
        page = Page(number, width * POINTS / dots, height * POINTS / dots)
        try:
            found = recognizer.page(picture, dots, number)
        except EngineError as error:
            yield ReadSheet(page, [], [], lacks=f"text recognition (PAGE) {error}: split the file")
            continue
        if found is None:
            yield ReadSheet(page, [], [], lacks="no words were found in them (PAGE): look at it")
        else:
            yield read_sheet(found.sheet, found.looks, found)


def _grey(frame: Image.Image) -> tuple[Grey, float]:
    """The picture as a camera meant it to be looked at, on white, in grey; and its dots an inch."""
    stated = frame.info.get("dpi")
    shown = ImageOps.exif_transpose(frame)
    if shown.mode in ("RGBA", "LA", "PA") or "transparency" in shown.info:
        shown = shown.convert("RGBA")
        paper = Image.new("RGBA", shown.size, "white")
        shown = Image.alpha_composite(paper, shown)
    picture = np.array(shown.convert("L"), dtype=np.uint8)
    dots = float(stated[0]) if isinstance(stated, tuple) and stated else 0.0
    usual = min(picture.shape) / _LETTER
    return picture, dots if 0.4 * usual < dots < 4 * usual and dots >= 50 else max(50.0, usual)
