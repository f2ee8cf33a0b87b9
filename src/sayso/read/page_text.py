"""Pages, from a text layer or recognized, put together as one text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model.document import Page, Text
from sayso.read.ocr import Recognition, recognized
from sayso.read.ocr_engine import Engine
from sayso.read.pdf_furniture import Dropped, without_furniture
from sayso.read.pdf_hyphens import Hyphens
from sayso.read.pdf_lines import Line, lines_of
from sayso.read.pdf_notes import FootRule, foot_rules, without_notes
from sayso.read.pdf_paragraphs import body_size, paragraphs
from sayso.read.pdf_redactions import Seen, hidden
from sayso.read.pdf_sheet import Sheet
from sayso.read.pdf_text import write
from sayso.read.reading import Recovered

INSTALL = "install Tesseract (the package tesseract-ocr) and add the file again"


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """What one page gave. `unmapped` characters have no known letters; `unseen` dark shapes were not looked at; `lacks`
    says what was not read of it, with `PAGE` where its number belongs; `layered` if another program recognized its
    words.
    """

    page: Page
    lines: list[Line]
    rules: list[FootRule]
    unmapped: int = 0
    unseen: int = 0
    lacks: str = ""
    recognition: Recognition | None = None
    layered: bool = False


def read_sheet(sheet: Sheet, looks: Seen, recognition: Recognition | None = None, lacks: str = "") -> ReadSheet:
    """A page's lines and bars."""
    found = hidden(sheet, looks)
    lines = lines_of(sheet.page.number, found)
    unseen = sum(len(word.text) for word in sheet.words if word.unseen)
    layered = unseen > sum(len(word.text) for word in sheet.words) / 2
    return ReadSheet(sheet.page, lines, foot_rules(sheet), sheet.unmapped, found.unseen, lacks, recognition, layered)


def text_of(sheets: Sequence[ReadSheet], engine: Engine | None) -> tuple[Text, tuple[Recovered, ...], float]:
    """The text of all pages, the words that bars fail to hide, and the usual height of a line in points."""
    parted = without_furniture([sheet.lines for sheet in sheets])
    pages = [kept for kept, _ in parted]
    dropped: list[Dropped] = [item for _, left_out in parted for item in left_out]
    size = body_size(pages)
    bodies, notes = without_notes(pages, [sheet.rules for sheet in sheets], size)
    hyphens = Hyphens(line for lines in pages for line in lines)
    text, recovered = write([sheet.page for sheet in sheets], paragraphs(bodies, size), notes, dropped, hyphens)
    text = recognized(
        text,
        {s.page.number: s.recognition for s in sheets if s.recognition},
        {s.page.number for s in sheets if s.layered},
        engine,
    )
    return text, recovered, size


def faults(sheets: Sequence[ReadSheet]) -> Iterator[str]:
    """Sentences that say what was not read, one for all pages that lack the same."""
    lacking: dict[str, list[int]] = {}
    for sheet in sheets:
        if sheet.lacks:
            lacking.setdefault(sheet.lacks, []).append(sheet.page.number)
    for lacks, numbers in lacking.items():
        which = f"{len(numbers)} pages hold" if len(numbers) > 1 else "1 page holds"
        yield f"{which} only images; {lacks.replace('PAGE', f'page {ranges(numbers)}', 1)}"
    unmapped = [sheet.page.number for sheet in sheets if sheet.unmapped and not sheet.recognition]
    if unmapped:
        total = sum(sheet.unmapped for sheet in sheets if not sheet.recognition)
        yield (
            f"{total} characters could not be read, since the file does not say which letters they are "
            f"(page {ranges(unmapped)}): run text recognition on it"
        )
    crowded = [sheet.page.number for sheet in sheets if sheet.unseen]
    if crowded:
        yield f"page {ranges(crowded)} holds so many dark shapes that not all were tried for redactions: look at it"


def ranges(numbers: Sequence[int]) -> str:
    """Sheet numbers in order as `1-3, 7`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1] = [runs[-1][0], number]
        else:
            runs.append([number])
    return ", ".join("-".join(map(str, run)) for run in runs)
