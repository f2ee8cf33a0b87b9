"""Text recognition: the picture of a page → its words and bars, as the PDF reader has them from a text layer."""

import time
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from statistics import median

import numpy as np
from PIL import Image

from sayso.model.document import Box, Mark, MarkKind, Page, Place, Text
from sayso.model.span import Span
from sayso.read.ocr_engine import Engine, EngineError, Grey, SeenWord
from sayso.read.ocr_picture import Looks, Turned, bars, quiet, skew, turned, without
from sayso.read.pdf_sheet import Shape, Sheet, Word

POINTS = 72
_WANTED = 300
"""dots an inch that Tesseract reads best"""
_LEAST = 150
"""dots an inch: coarser pictures are enlarged; others gain nothing by it"""
_SECONDS = 420
"""for all pages of one document"""
_SURE = 75.0
_DOUBTFUL = 60.0
_TURN_SURE = 1.0
_NOISE = 40.0
"""signs without letters that are less sure than this are specks"""
_LEAST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Recognition:
    """One page, recognized: what was seen on the upright page, how the page was turned, how it looks.

    `sureness` are the words' confidences in percent, in the order of the sheet's words.
    """

    sheet: Sheet
    turned: Turned
    looks: Looks
    sureness: tuple[float, ...]

    @property
    def mean(self) -> float:
        """How sure the words are on average, in percent; longer words count more."""
        letters = [len(word.text) for word in self.sheet.words]
        told = sum(s * n for s, n in zip(self.sureness, letters, strict=True))
        return told / sum(letters) if letters else 0.0


class Recognizer:
    """Recognizes the pages of one document, until its time is used up."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._end = time.monotonic() + _SECONDS

    def page(self, picture: Grey, dots_per_inch: float, number: int) -> Recognition | None:
        """The page `number` that looks like `picture`; `None` if there are no words on it.

        Raises `EngineError` if Tesseract fails or the document's time is used up.
        """
        if time.monotonic() > self._end:
            raise EngineError(f"had more than {_SECONDS} seconds for the pages before")
        height, width = (size * POINTS / dots_per_inch for size in picture.shape)
        picture, dots_per_inch = _enlarged(picture, dots_per_inch)
        angle, sideways = skew(picture)
        best = self._tried(picture, dots_per_inch, Turned(width, height, 1 if sideways else 0, angle), number)
        if sideways or best.mean < _SURE or len(best.sheet.words) < 20:
            best = self._turned_over(picture, dots_per_inch, best, number)
        return best if len(best.sheet.words) >= _LEAST_WORDS and best.mean > 30 else None

    def _turned_over(self, picture: Grey, dots_per_inch: float, first: Recognition, number: int) -> Recognition:
        """The better of two readings of a page that may stand on its head; Tesseract is asked which way is up."""
        upright = turned(picture, first.turned.quarters, first.turned.angle)
        scale = dots_per_inch / POINTS
        told = self.engine.turn(quiet(without(upright, bars(upright, scale), scale)), round(dots_per_inch))
        clockwise = told[0] // 90 if told is not None and told[1] >= _TURN_SURE else 2
        if clockwise == 0:
            if first.mean >= _DOUBTFUL:
                return first
            clockwise = 2
        again = replace(first.turned, quarters=(first.turned.quarters - clockwise) % 4)
        other = self._tried(picture, dots_per_inch, again, number)
        return other if _letters(other) * other.mean > _letters(first) * first.mean else first

    def _tried(self, picture: Grey, dots_per_inch: float, turn: Turned, number: int) -> Recognition:
        scale = dots_per_inch / POINTS
        upright = turned(picture, turn.quarters, turn.angle)
        black = bars(upright, scale)
        cleared = quiet(without(upright, black, scale))
        seen = self.engine.words(cleared, round(dots_per_inch))
        seen = [word for word in seen if not _is_speck(word)]
        width, height = turn.size
        sheet = Sheet(
            Page(number, width, height),
            tuple(_placed(seen, scale)),
            tuple(Shape(box, 0) for box in black),
            (),
            (),
            (),
            (),
            0,
        )
        return Recognition(sheet, turn, Looks(upright, scale), tuple(word.confidence for word in seen))


def recognized(text: Text, pages: Mapping[int, Recognition], layered: Set[int], engine: Engine | None) -> Text:
    """The text with its recognized pages marked as such, every box where it is on the page as it was, and the words'
    confidence kept. `layered` are the pages that another program has recognized.
    """
    if text.layout is None or not (pages or layered):
        return text
    notes = dict.fromkeys(layered, "recognized by the program that made the file") | {
        number: f"Tesseract {engine.version if engine else ''}, {page.mean:.0f} % sure"
        for number, page in pages.items()
    }
    sure = {
        number: {word.box: sureness for word, sureness in zip(page.sheet.words, page.sureness, strict=True)}
        for number, page in pages.items()
    }
    places: list[Place] = []
    runs: list[tuple[int, Span]] = []
    for place in text.layout.words:
        page = pages.get(place.page)
        if page is None:
            places.append(place)
        else:
            sureness = sure[place.page].get(place.box)
            known = None if sureness is None else round(sureness)
            places.append(Place(place.span, place.page, page.turned.back(place.box), known))
        if place.page not in notes:
            continue
        if runs and runs[-1][0] == place.page and len(places) > 1 and places[-2].page == place.page:
            runs[-1] = (place.page, Span(runs[-1][1].start, place.span.end))
        else:
            runs.append((place.page, place.span))
    marks = [
        replace(mark, box=pages[mark.page].turned.back(mark.box))
        if mark.page is not None and mark.page in pages and mark.box
        else mark
        for mark in text.marks
    ]
    marks += [Mark(MarkKind.RECOGNIZED, span, number, note=notes[number]) for number, span in runs]
    # The layout's pages are upright where words were read; a reader of the file sees them as they were.
    sizes = tuple(
        Page(p.number, pages[p.number].turned.width, pages[p.number].turned.height) if p.number in pages else p
        for p in text.layout.pages
    )
    layout = replace(text.layout, pages=sizes, words=tuple(places))
    return replace(text, layout=layout, marks=tuple(sorted(marks, key=lambda m: (m.span, m.kind))))


def _enlarged(picture: Grey, dots_per_inch: float) -> tuple[Grey, float]:
    """The picture, enlarged if its letters are too small for Tesseract."""
    if dots_per_inch >= _LEAST:
        return picture, dots_per_inch
    factor = _WANTED / dots_per_inch
    size = round(picture.shape[1] * factor), round(picture.shape[0] * factor)
    image = Image.fromarray(picture).resize(size, Image.Resampling.BICUBIC)
    return np.asarray(image, dtype=np.uint8), float(_WANTED)


def _is_speck(word: SeenWord) -> bool:
    letters = sum(letter.isalnum() for letter in word.text)
    return word.confidence < (_NOISE if not letters else 10.0 if letters < 3 else 0.0)


def _letters(page: Recognition) -> int:
    return sum(len(word.text) for word in page.sheet.words)


def _placed(seen: Sequence[SeenWord], scale: float) -> list[Word]:
    """The words with boxes in points, as high as the lines of their paragraph.

    A line's own height tells little: it depends on which of its letters rise or hang.
    """
    heights: dict[int, list[int]] = {}
    for word in seen:
        heights.setdefault(word.paragraph, []).append(word.line_bottom - word.line_top)
    usual = median(h for found in heights.values() for h in found) if heights else 0.0
    sizes = {}
    for paragraph, found in heights.items():
        own = median(found)
        sizes[paragraph] = usual if abs(own - usual) < 0.25 * usual else own
    words = []
    for word in seen:
        middle, half = (word.line_top + word.line_bottom) / 2, sizes[word.paragraph] / 2
        box = Box(word.x0 / scale, (middle - half) / scale, word.x1 / scale, (middle + half) / scale)
        step = (box.x1 - box.x0) / len(word.text)
        edges = (*(box.x0 + i * step for i in range(len(word.text))), box.x1)
        words.append(Word(word.text, box, edges, bold=False, glued=False, upright=True))
    return words
