"""Sets the two printed papers of the demo case: `python -m training.demo_pdf [FOLDER]`; the same bytes every time.

The report shows what makes real ones hard: running heads and page numbers, hyphens at line ends, a sentence across
two pages, a page in two columns, footnotes, bars with nothing under them, and one bar with its words still in the file.
"""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reportlab.lib.pagesizes import LETTER
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from training.demo_papers import LETTER as LETTER_TEXT
from training.demo_papers import LETTER_HEAD, REPORT, REPORT_HEAD, REPORT_TITLE, Sheet

PILE = Path(__file__).resolve().parents[1] / "src" / "sayso" / "demo_case" / "pile"
ROMAN, BOLD, ITALIC = "Times-Roman", "Times-Bold", "Times-Italic"
WIDTH, HEIGHT = LETTER
MARGIN = 72.0
GUTTER = 24.0
LEADING = 1.3
NOTE_SIZE = 8.5
DAYS = {"14-inspection-report.pdf": 1682078400, "15-oduya-letter.pdf": 1681128000}
"""when each is said to have been made, in seconds since 1970: noon UTC on April 21 and 10, 2023"""

_TOKEN = re.compile(r"\{bar (\d+)\}([.,;]?)|\{under ([^}]+)\}([.,;]?)|(\S+?)(?:\^(\d+))?(?=\s|$)")

_BREAK = re.compile(
    r"(?<=[a-z][aeiouy][bcdfgklmnprstvxz])(?<!ng)(?=[bcdfgklmnpstvw][aeiouy][a-z])(?!ed\b|[lt]e[dr]\b)"  # mem-ber
    r"|(?<=[aeiouy][a-z])(?=(?:tion|sion|ment|ness|bility)s?\b)"
    r"|(?<=[a-z][a-z][a-z])(?=ing\b)"
    r"|(?:(?<=\bcon)|(?<=\bcom)|(?<=\bdis)|(?<=\bunder)|(?<=\binter)|(?<=\btele))(?=[a-z]{4})"
)
"""where a word may be hyphenated: between two consonants with vowels around them, and at a few prefixes and endings"""


@dataclass(frozen=True, slots=True)
class Word:
    """One word, or a bar of `bar` points; `syllables` are where it may break; `note` is the footnote after it."""

    syllables: tuple[str, ...]
    bar: float = 0.0
    covered: bool = False
    note: str = ""

    @property
    def text(self) -> str:
        """The word unbroken."""
        return "".join(self.syllables)


def words(paragraph: str) -> Iterator[Word]:
    """The words of a paragraph in the markup of `demo_papers`."""
    for match in _TOKEN.finditer(paragraph):
        bar, after_bar, under, after_under, word, note = match.groups()
        if bar:
            yield Word((after_bar,), bar=float(bar))
        elif under:
            *first, last = under.split()
            yield from (Word((w,), covered=True) for w in first)
            yield Word((last + after_under,), covered=True)
        else:
            yield Word(tuple(_BREAK.split(word)), note=note or "")


def lines(text: Sequence[Word], width: float, font: str, size: float) -> Iterator[tuple[Word, ...]]:
    """Break words into lines of at most `width` points, hyphenating the last where a part of it still fits."""
    space = stringWidth(" ", font, size)
    line: list[Word] = []
    used = 0.0
    for word in text:
        needed = _width(word, font, size)
        if used + needed <= width:
            line.append(word)
            used += needed + space
            continue
        rest = word
        for cut in range(len(word.syllables) - 1, 0, -1):
            part = replace(word, syllables=(*word.syllables[:cut], "-"), note="")
            if not word.bar and len("".join(word.syllables[:cut])) > 1 and used + _width(part, font, size) <= width:
                line.append(part)
                rest = replace(word, syllables=word.syllables[cut:])
                break
        yield tuple(line)
        line, used = [rest], _width(rest, font, size) + space
    yield tuple(line)


def _width(word: Word, font: str, size: float) -> float:
    return word.bar + stringWidth(word.text, font, size) + stringWidth(word.note, font, size * 0.6)


@dataclass(slots=True)
class Column:
    """Where the next line goes: `x` and `width` in points, `y` the baseline, which moves down to `bottom`."""

    canvas: Canvas
    x: float
    y: float
    width: float
    bottom: float

    def paragraph(self, text: str, font: str, size: float, *, after: float = 6.0, justify: bool = True) -> None:
        """Set a paragraph; raises `ValueError` if the column is too short for it."""
        self.set_lines(list(lines(list(words(text)), self.width, font, size)), font, size, justify=justify)
        self.y -= after

    def set_lines(self, text: Sequence[Sequence[Word]], font: str, size: float, *, justify: bool = True) -> None:
        """Set broken lines, all but the last stretched to the column's width."""
        for number, line in enumerate(text):
            self.set_line(line, font, size, stretch=justify and number < len(text) - 1)

    def set_line(self, line: Sequence[Word], font: str, size: float, *, stretch: bool) -> None:
        """Set one line and move down; raises `ValueError` if the column has no room for it."""
        if self.y < self.bottom:
            raise ValueError(f"no room for: {' '.join(w.text for w in line)}")
        space = stringWidth(" ", font, size)
        natural = sum(_width(w, font, size) for w in line) + space * (len(line) - 1)
        gap = (self.width - natural) / (len(line) - 1) if stretch and len(line) > 1 else 0.0
        x = self.x
        covered: list[float] = []
        pen = self.canvas.beginText(self.x, self.y)
        for number, word in enumerate(line):
            if word.bar:
                self._bar(x, x + word.bar, size)
            pen.setTextOrigin(x + word.bar, self.y)
            pen.setFont(font, size)
            trailing = "" if number == len(line) - 1 or word.note else " "
            pen.textOut(word.text + trailing)
            end = x + word.bar + stringWidth(word.text, font, size)
            if word.note:
                pen.setTextOrigin(end, self.y + size * 0.38)
                pen.setFont(font, size * 0.6)
                pen.textOut(word.note + ("" if number == len(line) - 1 else " "))
            if word.covered:
                covered += [x, end]
            x += _width(word, font, size) + space + gap
        self.canvas.drawText(pen)
        if covered:
            self._bar(min(covered), max(covered), size)
        self.y -= size * LEADING

    def _bar(self, left: float, right: float, size: float) -> None:
        self.canvas.setFillGray(0)
        self.canvas.rect(left, self.y - size * 0.25, right - left, size * 1.05, stroke=0, fill=1)


def report(path: Path) -> None:
    """Write the inspection report; raises `ValueError` if a sheet's words don't fit on it."""
    canvas = _canvas(path, "Inspection Report 23-0417", "Odile Ransome")
    for number, sheet in enumerate(REPORT, start=1):
        top = HEIGHT - MARGIN - 24
        canvas.setFont(ITALIC, 9)
        canvas.drawCentredString(WIDTH / 2, HEIGHT - 46, REPORT_HEAD)
        if number == 1:
            top = _title(canvas, top)
        notes = [list(lines(list(words(note)), WIDTH - 2 * MARGIN, ROMAN, NOTE_SIZE)) for note in sheet.footnotes]
        floor = 62 + sum(len(note) for note in notes) * NOTE_SIZE * LEADING
        _columns(canvas, sheet, top, floor + 16)
        _footnotes(canvas, notes, floor)
        canvas.setFont(ROMAN, 9)
        canvas.drawCentredString(WIDTH / 2, 40, f"Page {number} of {len(REPORT)}")
        canvas.showPage()
    canvas.save()


def _title(canvas: Canvas, top: float) -> float:
    for position, text in enumerate(REPORT_TITLE):
        size = 16 if position in (2, 3) else 11
        canvas.setFont(BOLD if position in (2, 3) else ROMAN, size)
        canvas.drawCentredString(WIDTH / 2, top, text)
        top -= size * 1.6
    return top - 12


def _footnotes(canvas: Canvas, notes: Sequence[Sequence[Sequence[Word]]], floor: float) -> None:
    canvas.setLineWidth(0.5)
    canvas.line(MARGIN, floor + 4, MARGIN + 144, floor + 4)
    column = Column(canvas, MARGIN, floor - NOTE_SIZE, WIDTH - 2 * MARGIN, 50)
    for note in notes:
        column.set_lines(note, ROMAN, NOTE_SIZE, justify=False)


def _columns(canvas: Canvas, sheet: Sheet, top: float, floor: float) -> None:
    size = 12.0 if sheet.columns == 1 else 10.5
    width = (WIDTH - 2 * MARGIN - GUTTER * (sheet.columns - 1)) / sheet.columns
    places = [Column(canvas, MARGIN + i * (width + GUTTER), top, width, floor) for i in range(sheet.columns)]
    at = 0
    for paragraph in sheet.paragraphs:
        font = BOLD if paragraph.startswith("# ") else ROMAN
        broken = list(lines(list(words(paragraph.removeprefix("# ").removeprefix("+ "))), width, font, size))
        for number, line in enumerate(broken):
            if places[at].y < floor and at + 1 < len(places):
                at += 1
            places[at].set_line(line, font, size, stretch=number < len(broken) - 1)
        places[at].y -= 6


def letter(path: Path) -> None:
    """Write the one-page letter; raises `ValueError` if its words don't fit."""
    canvas = _canvas(path, "Letter to the editor of The Hexley Sentinel", "Bram Oduya")
    canvas.setFont(BOLD, 15)
    canvas.drawString(MARGIN, HEIGHT - 72, LETTER_HEAD[0])
    canvas.setFont(ROMAN, 10)
    canvas.drawString(MARGIN, HEIGHT - 88, LETTER_HEAD[1])
    column = Column(canvas, MARGIN, HEIGHT - 130, WIDTH - 2 * MARGIN, 60)
    for paragraph in LETTER_TEXT:
        for line in paragraph.split("\n"):
            column.paragraph(line, ROMAN, 11.5, after=0, justify=len(paragraph) > 200)
        column.y -= 10
    canvas.showPage()
    canvas.save()


def _canvas(path: Path, title: str, author: str) -> Canvas:
    os.environ["SOURCE_DATE_EPOCH"] = str(DAYS[path.name])
    canvas = Canvas(str(path), pagesize=LETTER, invariant=1, pageCompression=0)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    return canvas


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PILE
    report(folder / "14-inspection-report.pdf")
    letter(folder / "15-oduya-letter.pdf")
