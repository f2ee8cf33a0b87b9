"""PDF as its pages read: running text, footnotes at the end, redactions marked; scanned pages are recognized.

Nothing in the file is executed (no JavaScript, no forms) and nothing outside of it is opened. PDFium is not safe for
threads: read one PDF at a time in a process.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from statistics import median

import pypdfium2 as pdfium
import pypdfium2.raw as c

from sayso.errors import UnreadableError
from sayso.model.document import MarkKind, Metadata, Sureness, Text
from sayso.model.when import When
from sayso.read.page_text import ReadSheet, faults, read_sheet, text_of
from sayso.read.pdf_lines import REDACTED
from sayso.read.pdf_outline import leaked, told_by
from sayso.read.pdf_page import Picture, read_page
from sayso.read.pdf_scans import Scans, wants_recognition
from sayso.read.pdf_sheet import TooLargeError
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


def read_pdf(data: bytes) -> Reading:
    """Read a PDF; its layout gives the page and box of every word.

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
    scans = Scans()
    sheets = list(_sheets(document, scans, problems))
    if not sheets and not problems:
        problems.append("The file has no pages.")
    text, recovered, size = text_of(sheets, scans.engine)
    text, told = leaked(text, told_by(document), recovered)
    problems.extend(faults(sheets))
    metadata = _metadata(document, text, size)
    for found in told if metadata.title else ():
        metadata = replace(metadata, title=(metadata.title or "").replace(found.words, REDACTED))
    return Reading(MEDIA_TYPE, text, metadata, problems=tuple(problems), recovered=(*recovered, *told))


def _sheets(document: pdfium.PdfDocument, scans: Scans, problems: list[str]) -> Iterator[ReadSheet]:
    """Each page that can be read; a sentence in `problems` for each that can't."""
    count = len(document)
    if count > _MAX_PAGES:
        problems.append(f"only the first {_MAX_PAGES} of {count} pages were read: split the file to read the rest")
    for index in range(min(count, _MAX_PAGES)):
        try:
            yield _sheet(document, index, scans)
        except TooLargeError as error:
            problems.append(f"page {index + 1} was not read: {error}")
        except (pdfium.PdfiumError, ValueError, OverflowError, ArithmeticError) as error:
            problems.append(f"page {index + 1} was not read, it is damaged ({error}): look at it in a PDF program")


def _sheet(document: pdfium.PdfDocument, index: int, scans: Scans) -> ReadSheet:
    page = document[index]
    try:
        sheet = read_page(page, index + 1)
        if wants_recognition(sheet):
            return scans.read(sheet, page)
        return read_sheet(sheet, Picture(page))
    finally:
        page.close()


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
