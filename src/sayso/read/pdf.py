"""PDF with a text layer, as its pages read: running text, footnotes at the end, redactions marked.

Nothing in the file is executed (no JavaScript, no forms) and nothing outside of it is opened. PDFium is not safe for
threads: read one PDF at a time in a process.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from statistics import median

import pypdfium2 as pdfium
import pypdfium2.raw as c

from sayso.errors import UnreadableError
from sayso.model.document import MarkKind, Metadata, Page, Sureness, Text
from sayso.model.when import When
from sayso.read.pdf_furniture import Dropped, without_furniture
from sayso.read.pdf_hyphens import Hyphens
from sayso.read.pdf_lines import Line, lines_of
from sayso.read.pdf_notes import FootRule, foot_rules, without_notes
from sayso.read.pdf_page import Picture, read_page
from sayso.read.pdf_paragraphs import body_size, paragraphs
from sayso.read.pdf_redactions import hidden
from sayso.read.pdf_sheet import TooLargeError
from sayso.read.pdf_text import write
from sayso.read.reading import Reading

MEDIA_TYPE = "application/pdf"

_MAX_PAGES = 5_000
_MAX_TITLE = 300
_TITLE_WITHIN = 1_000
"""a title starts among the first code points of the text"""
_JUNK_TITLE = re.compile(
    r"microsoft (?:word|powerpoint|excel)\b.*|untitled.*|.*\.(?:docx?|pdf|indd|rtf|wpd|tex|odt|qxd|html?|pptx?|xlsx?)"
    r"|document\d*|\d+|scan.*|print.*|https?:.*|layout \d+|slide \d+|.{0,2}",
    re.IGNORECASE,
)
_JUNK_AUTHOR = re.compile(r"(?:user|admin\w*|owner|author|unknown|\w*\d\w*|.{0,2}|.*@.*|microsoft.*)", re.IGNORECASE)
_DATE = re.compile(r"D?:?(\d{4})(\d\d)(\d\d)")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What one page gave: `picture_only` if it shows something but holds no words."""

    page: Page
    lines: list[Line]
    rules: list[FootRule]
    unmapped: int = 0
    picture_only: bool = False
    unseen: int = 0


def read_pdf(data: bytes) -> Reading:
    """Read a PDF's text layer; its layout gives the page and box of every word.

    Text and notes are joined as `pdf_text.write` says. Raises `UnreadableError` if the file is encrypted or no PDF
    that can be opened; a page that can't be read is named in `problems`, and the others are read.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == c.FPDF_ERR_PASSWORD:
            raise UnreadableError("It is encrypted; open it with its password and save a copy without one.") from error
        raise UnreadableError(
            "It is damaged, or no PDF at all; open it in a PDF program and save it anew, if that can still read it."
        ) from error
    try:
        return _read(document)
    finally:
        document.close()


def _read(document: pdfium.PdfDocument) -> Reading:
    problems: list[str] = []
    sheets = list(_sheets(document, problems))
    if not sheets and not problems:
        problems.append("The file has no pages.")
    pages, dropped = _parted([sheet.lines for sheet in sheets])
    size = body_size(pages)
    bodies, notes = without_notes(pages, [sheet.rules for sheet in sheets], size)
    hyphens = Hyphens(line for lines in pages for line in lines)
    text, recovered = write([sheet.page for sheet in sheets], paragraphs(bodies, size), notes, dropped, hyphens)
    problems.extend(_faults(sheets))
    return Reading(MEDIA_TYPE, text, _metadata(document, text, size), problems=tuple(problems), recovered=recovered)


def _sheets(document: pdfium.PdfDocument, problems: list[str]) -> Iterator[_Sheet]:
    """Each page that can be read; a sentence in `problems` for each that can't."""
    count = len(document)
    if count > _MAX_PAGES:
        problems.append(f"only the first {_MAX_PAGES} of {count} pages were read: split the file to read the rest")
    for index in range(min(count, _MAX_PAGES)):
        try:
            yield _sheet(document, index)
        except TooLargeError as error:
            problems.append(f"page {index + 1} was not read: {error}")
        except (pdfium.PdfiumError, ValueError, OverflowError, ArithmeticError) as error:
            problems.append(f"page {index + 1} was not read, it is damaged ({error}): look at it in a PDF program")


def _sheet(document: pdfium.PdfDocument, index: int) -> _Sheet:
    page = document[index]
    try:
        sheet = read_page(page, index + 1)
        found = hidden(sheet, Picture(page))
        lines = lines_of(sheet.page.number, found)
        picture_only = not sheet.words and bool(sheet.images)
        return _Sheet(sheet.page, lines, foot_rules(sheet), sheet.unmapped, picture_only, found.unseen)
    finally:
        page.close()


def _parted(pages: list[list[Line]]) -> tuple[list[list[Line]], list[Dropped]]:
    parted = without_furniture(pages)
    return [kept for kept, _ in parted], [item for _, left_out in parted for item in left_out]


def _faults(sheets: list[_Sheet]) -> Iterator[str]:
    scans = [sheet.page.number for sheet in sheets if sheet.picture_only]
    if scans:
        which = f"{len(scans)} pages hold" if len(scans) > 1 else "1 page holds"
        yield f"{which} only images; there is no text layer to read (page {_ranges(scans)}): run text recognition on it"
    unmapped = [sheet.page.number for sheet in sheets if sheet.unmapped]
    if unmapped:
        total = sum(sheet.unmapped for sheet in sheets)
        yield (
            f"{total} characters could not be read, since the file does not say which letters they are "
            f"(page {_ranges(unmapped)}): run text recognition on it"
        )
    crowded = [sheet.page.number for sheet in sheets if sheet.unseen]
    if crowded:
        yield f"page {_ranges(crowded)} holds so many dark shapes that not all were tried for redactions: look at it"


def _ranges(numbers: list[int]) -> str:
    """Sheet numbers in order as `1-3, 7`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1] = [runs[-1][0], number]
        else:
            runs.append([number])
    return ", ".join("-".join(map(str, run)) for run in runs)


def _metadata(document: pdfium.PdfDocument, text: Text, size: float) -> Metadata:
    """The file's own title, author and date, unless plainly made up by a program; else the first page's heading."""
    info = document.get_metadata_dict()
    title = " ".join(info.get("Title", "").split())
    author = " ".join(info.get("Author", "").split())
    if _JUNK_TITLE.fullmatch(title) or len(title) > _MAX_TITLE:
        title = _largest_heading(text, size)
    made = _day(info.get("CreationDate", ""))
    return Metadata(
        title=title or None,
        authors=() if _JUNK_AUTHOR.fullmatch(author) else (author,),
        published=made,
        published_sure=Sureness.GUESSED if made else None,
    )


def _largest_heading(text: Text, size: float) -> str:
    """The longest of the first page's headings in the largest type, if that is clearly larger than the text's."""
    if not text.layout:
        return ""
    marks = [m.span for m in text.marks if m.kind is MarkKind.HEADING and m.page == 1]
    headings = [span for span in marks if len(span) <= _MAX_TITLE and span.start < _TITLE_WITHIN]
    sizes = {span: median(p.box.y1 - p.box.y0 for p in text.layout.places(span)) for span in headings}
    largest = max(sizes.values(), default=0.0)
    if not sizes or largest < 1.12 * size:
        return ""
    return max((span.of(text.characters) for span in headings if sizes[span] > 0.95 * largest), key=len)


def _day(stamp: str) -> When | None:
    match = _DATE.match(stamp)
    if not match:
        return None
    try:
        return When.day(date(int(match[1]), int(match[2]), int(match[3])))
    except ValueError:
        return None
