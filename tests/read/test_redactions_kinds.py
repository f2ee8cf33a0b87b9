"""The six ways in which redactions are made badly, each as a PDF made here and beside it a clean twin: the same page
with the words gone.
"""

import io
from collections.abc import Callable

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName
from reportlab.pdfgen.canvas import Canvas

from sayso.model.document import MarkKind
from sayso.read.pdf import read_pdf
from sayso.read.reading import Reading

HEIGHT = 792
NAME = "Mara Oduya"
BEFORE, AFTER = "The money came from ", " in March, two officials said."
X = 72.0


def width(c: Canvas, text: str) -> float:
    return float(c.stringWidth(text, "Helvetica", 11))


def page(over: Callable[[Canvas, float, float, float, float], None] | None, *, words: bool, **told: str) -> Reading:
    """A page whose name is there or gone, with `over` drawn at its place."""
    out = io.BytesIO()
    c = Canvas(out, pagesize=(612, HEIGHT))
    c.setFont("Helvetica", 11)
    y = HEIGHT - 100
    start, end = X + width(c, BEFORE), X + width(c, BEFORE + NAME)
    c.drawString(X, y, BEFORE)
    if words:
        c.drawString(start, y, NAME)
    c.drawString(end, y, AFTER)
    for n in range(8):
        c.drawString(X, HEIGHT - 200 - 15 * n, "Another line of the letter that says nothing of note to anyone here.")
    if over:
        over(c, start, y - 3, end - start, 13)
    if "bookmark" in told:
        c.bookmarkPage("here")
        c.addOutlineEntry(told["bookmark"], "here")
    if "title" in told:
        c.setTitle(told["title"])
    c.save()
    return read_pdf(out.getvalue())


def rectangle(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    c.rect(x, y, w, h, stroke=0, fill=1)


def _annotation(c: Canvas, subtype: str, x: float, y: float, w: float, h: float, **fields: list[float]) -> None:
    entries = {"Type": PDFName("Annot"), "Subtype": PDFName(subtype), "Rect": PDFArray([x, y, x + w, y + h]), "F": 4}
    c._addAnnotation(PDFDictionary(entries | {key: PDFArray(value) for key, value in fields.items()}))


def never_applied(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    _annotation(c, "Redact", x, y, w, h, IC=[0, 0, 0])


def dark_highlight(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    _annotation(c, "Highlight", x, y, w, h, C=[0, 0, 0], QuadPoints=[x, y + h, x + w, y + h, x, y, x + w, y])


def cross_hatch(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    c.setLineWidth(0.7)
    at = x
    while at < x + w:
        c.line(at, y, min(at + h, x + w), y + h)
        c.line(at, y + h, min(at + h, x + w), y)
        at += 6


def image(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    c.drawImage(ImageReader(Image.new("RGB", (40, 10), "black")), x, y, w, h)


def grey_image(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    c.drawImage(ImageReader(Image.new("RGB", (40, 10), (150, 150, 150))), x, y, w, h)


def _found(reading: Reading) -> list[str]:
    assert reading.text
    marks = [m for m in reading.text.marks if m.kind is MarkKind.REDACTION and m.recoverable]
    assert [m.span for m in marks] == [found.span for found in reading.recovered]
    assert NAME.split()[0] not in reading.text.characters or not marks
    return [found.words for found in reading.recovered]


COVERS = [rectangle, never_applied, dark_highlight, cross_hatch, image, grey_image]


@pytest.mark.parametrize("over", COVERS)
def test_words_under_something(over: Callable[[Canvas, float, float, float, float], None]) -> None:
    reading = page(over, words=True)
    assert _found(reading) == [NAME]
    assert reading.text
    assert reading.text.characters.startswith("The money came from [REDACTED] in March")


@pytest.mark.parametrize("over", COVERS)
def test_the_clean_twin(over: Callable[[Canvas, float, float, float, float], None]) -> None:
    assert _found(page(over, words=False)) == []


TOLD = [
    # the heading of the page, as a bookmark tells it
    ({"bookmark": "The money came from Mara Oduya"}, [NAME]),
    # a name that stands on no page
    ({"bookmark": "Payment to Mara Oduya"}, [NAME]),
    ({"title": "Memo on Mara Oduya"}, [NAME]),
    # clean twins
    ({"bookmark": "The money came from [REDACTED]"}, []),
    ({"bookmark": "Payments"}, []),
    ({"title": "Annual Report"}, []),
    ({"bookmark": "The Letter", "title": "Another line of the letter"}, []),
]


@pytest.mark.parametrize(("told", "expected"), TOLD)
def test_bookmarks_and_titles(told: dict[str, str], expected: list[str]) -> None:
    reading = page(rectangle, words=False, **told)
    assert _found(reading) == expected
    assert not reading.metadata.title or NAME not in reading.metadata.title


def test_bookmarks_of_a_page_without_bars_tell_nothing() -> None:
    assert _found(page(None, words=True, bookmark="Payment to Odd Lie", title="Memo on Odd Lie")) == []


def white_words(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    c.setFillGray(1)
    c.drawString(x, y + 3, "white on white")
    c.setFillGray(0)


def shading(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    c.setFillGray(0.85)
    c.rect(x - 50, y - 20, w + 100, h + 5, stroke=0, fill=1)
    c.setFillGray(0)


def underline(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    c.rect(x, y, w, 1.2, stroke=0, fill=1)


@pytest.mark.parametrize("over", [white_words, shading, underline])
def test_what_is_no_finding(over: Callable[[Canvas, float, float, float, float], None]) -> None:
    assert _found(page(over, words=True)) == []
