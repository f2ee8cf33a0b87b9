"""Redactions in PDFs drawn here, and in those of the corpora where they are present."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName
from reportlab.pdfgen.canvas import Canvas

from sayso.model.document import Mark, MarkKind, Text
from sayso.read.pdf import read_pdf
from sayso.read.reading import Reading

HEIGHT = 792
LINE = "The money came from Mara Oduya in March, two officials said."


def made(draw: Callable[[Canvas], None]) -> Text:
    """The text of a page, which holds no word of what can be read under its bars."""
    reading = drawn(draw)
    assert reading.text is not None
    assert [r.span for r in reading.recovered] == [m.span for m in redactions(reading.text) if m.recoverable]
    return reading.text


def drawn(draw: Callable[[Canvas], None]) -> Reading:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(612, HEIGHT))
    canvas.setFont("Helvetica", 11)
    draw(canvas)
    canvas.save()
    return read_pdf(out.getvalue())


def put(c: Canvas, x: float, y: float, text: str) -> float:
    """Write on the line `y` points down; gives back where the text ends."""
    c.drawString(x, HEIGHT - y, text)
    return float(x + c.stringWidth(text, "Helvetica", 11))


def bar(c: Canvas, x: float, y: float, width: float, height: float = 12) -> None:
    """Black out the line `y` points down."""
    c.rect(x, HEIGHT - y - 3, width, height, stroke=0, fill=1)


def redactions(text: Text) -> list[Mark]:
    return [m for m in text.marks if m.kind is MarkKind.REDACTION]


def _around(c: Canvas) -> None:
    for n in range(8):
        put(c, 72, 200 + 15 * n, "Another line of the letter that says nothing of note to anyone here.")


def test_a_bar_stands_for_the_words_that_are_missing() -> None:
    def draw(c: Canvas) -> None:
        end = put(c, 72, 100, "The money came from")
        bar(c, end + 3, 100, 80)
        put(c, end + 86, 100, "in March.")
        _around(c)

    text = made(draw)
    assert text.characters.startswith("The money came from [REDACTED] in March.")
    [mark] = redactions(text)
    [edit] = text.edits
    assert (mark.span.of(text.characters), mark.page, mark.recoverable) == ("[REDACTED]", 1, False)
    assert (edit.kind, edit.span, edit.original) == ("redaction", mark.span, "")
    assert mark.box
    assert mark.box.x1 - mark.box.x0 == pytest.approx(80, abs=0.1)
    assert text.layout
    assert [p.box for p in text.layout.places(mark.span)] == [mark.box]


def test_small_pieces_with_gaps_are_one_bar_a_line() -> None:
    def draw(c: Canvas) -> None:
        for y in (100, 115):
            end = put(c, 72, y, "Paid to")
            for n in range(20):
                bar(c, end + 4 + n * 7.5, y, 6 if n % 4 else 7.5)
            put(c, end + 160, y, "by cheque.")

    text = made(draw)
    assert text.characters == "Paid to [REDACTED] by cheque. Paid to [REDACTED] by cheque."


def test_two_bars_with_a_word_between_are_two() -> None:
    def draw(c: Canvas) -> None:
        bar(c, 72, 100, 60)
        put(c, 135, 100, "and")
        bar(c, 158, 100, 60)
        _around(c)

    assert made(draw).characters.startswith("[REDACTED] and [REDACTED]")


def test_words_under_a_bar_are_handed_over_beside_the_text() -> None:
    def draw(c: Canvas) -> None:
        put(c, 72, 100, LINE)
        start = 72 + c.stringWidth("The money came from ", "Helvetica", 11)
        bar(c, start, 100, c.stringWidth("Mara Oduya", "Helvetica", 11))
        _around(c)

    reading = drawn(draw)
    text = reading.text
    assert text
    assert text.characters.startswith(LINE.replace("Mara Oduya", "[REDACTED]"))
    [mark] = redactions(text)
    assert mark.span.of(text.characters) == "[REDACTED]"
    assert mark.recoverable
    assert "lies under it" in mark.note
    [found] = reading.recovered
    assert (found.span, found.words) == (mark.span, "Mara Oduya")
    [edit] = text.edits
    assert (edit.span, edit.kind, edit.original) == (mark.span, "redaction", "")
    assert "Oduya" not in repr(text)


def test_white_words_on_a_dark_ground_are_no_redaction() -> None:
    def draw(c: Canvas) -> None:
        bar(c, 72, 100, 300, 16)
        c.setFillGray(1)
        put(c, 76, 98, "Fill in this part first")
        c.setFillGray(0)
        _around(c)

    text = made(draw)
    assert "Fill in this part first" in text.characters
    assert not redactions(text)


def test_a_label_on_a_bar_is_kept_as_its_note() -> None:
    def draw(c: Canvas) -> None:
        put(c, 72, 100, "The call was made by")
        bar(c, 190, 100, 150, 14)
        c.setFillGray(1)
        put(c, 195, 100, "Harm to Ongoing Matter")
        c.setFillGray(0)
        _around(c)

    text = made(draw)
    assert text.characters.startswith("The call was made by [REDACTED]")
    [mark] = redactions(text)
    assert (mark.note, mark.recoverable) == ("drawn bar: Harm to Ongoing Matter", False)
    assert text.edits[0].original == "Harm to Ongoing Matter"


def _underline(c: Canvas) -> None:
    c.rect(72, HEIGHT - 102, 120, 1, stroke=0, fill=1)


def _rule(c: Canvas) -> None:
    c.setLineWidth(3)
    c.line(72, HEIGHT - 120, 540, HEIGHT - 120)


def _highlight(c: Canvas) -> None:
    c.setFillColorRGB(1, 1, 0)
    bar(c, 72, 100, 200)
    c.setFillGray(0)
    put(c, 72, 100, LINE)


def _white_box(c: Canvas) -> None:
    put(c, 72, 100, LINE)
    c.setFillGray(1)
    bar(c, 72, 130, 200)
    c.setFillGray(0)


def _frame(c: Canvas) -> None:
    c.rect(72, HEIGHT - 130, 200, 14, stroke=1, fill=0)


def _tick_box(c: Canvas) -> None:
    for x, y, w, h in ((72, 100, 0.8, 11), (82, 100, 0.8, 11), (72, 111, 10.8, 0.8), (72, 100, 10.8, 0.8)):
        c.rect(x, HEIGHT - y, w, h, stroke=0, fill=1)


def _bullet(c: Canvas) -> None:
    c.rect(72, HEIGHT - 100, 4, 4, stroke=0, fill=1)


def _chart(c: Canvas) -> None:
    for n in range(5):
        c.rect(100 + 40 * n, HEIGHT - 180, 20, 40 + 20 * n, stroke=0, fill=1)


def _letterhead(c: Canvas) -> None:
    c.rect(0, HEIGHT - 60, 612, 60, stroke=0, fill=1)


def _covered_ground(c: Canvas) -> None:
    bar(c, 72, 100, 300, 40)
    c.setFillGray(1)
    c.rect(70, HEIGHT - 105, 310, 50, stroke=0, fill=1)
    c.setFillGray(0)


@pytest.mark.parametrize(
    "draw",
    [_underline, _rule, _highlight, _white_box, _frame, _tick_box, _bullet, _chart, _letterhead, _covered_ground],
)
def test_what_is_no_bar(draw: Callable[[Canvas], None]) -> None:
    def page(c: Canvas) -> None:
        draw(c)
        _around(c)

    assert not redactions(made(page))


TYPED = [
    ("He paid [REDACTED] in cash.", ["[REDACTED]"]),
    ("Account XXXXXXXX was closed.", ["XXXXXXXX"]),
    # a Roman numeral, a sign in a form, a placeholder of few letters
    ("Chapter XXX of the code; SSN xxx-xx-1234; XX degrees.", []),
]


@pytest.mark.parametrize(("line", "expected"), TYPED)
def test_typed_marks(line: str, expected: list[str]) -> None:
    def draw(c: Canvas) -> None:
        put(c, 72, 100, line)

    text = made(draw)
    assert [m.span.of(text.characters) for m in redactions(text)] == expected
    assert all(m.note == "typed" and not m.recoverable for m in redactions(text))


def test_bars_inside_a_form_object_are_found() -> None:
    def draw(c: Canvas) -> None:
        c.beginForm("piece")
        bar(c, 100, 100, 90)
        c.endForm()
        put(c, 72, 120, "Sent by")
        c.saveState()
        c.translate(20, -20)
        c.doForm("piece")
        c.restoreState()
        _around(c)

    text = made(draw)
    assert text.characters.startswith("Sent by [REDACTED]")
    [mark] = redactions(text)
    assert mark.box
    assert mark.box.x0 == pytest.approx(120, abs=0.1)


def _annotated(subtype: str, colours: dict[str, list[float]], *, words: bool) -> Reading:
    def draw(c: Canvas) -> None:
        if words:
            put(c, 72, 100, "Mara Oduya paid.")
        box = PDFArray([72, HEIGHT - 103, 72 + c.stringWidth("Mara Oduya", "Helvetica", 11), HEIGHT - 90])
        fields = {"Type": PDFName("Annot"), "Subtype": PDFName(subtype), "Rect": box, "F": 4}
        c._addAnnotation(PDFDictionary(fields | {key: PDFArray(value) for key, value in colours.items()}))
        _around(c)

    return drawn(draw)


def test_a_redaction_that_was_marked_and_never_applied() -> None:
    reading = _annotated("Redact", {"IC": [0, 0, 0]}, words=True)
    assert reading.text
    [mark] = redactions(reading.text)
    assert reading.text.characters.startswith("[REDACTED] paid.")
    assert [found.words for found in reading.recovered] == ["Mara Oduya"]
    assert (mark.recoverable, mark.note) == (True, "marked for redaction, never applied")


def test_a_square_note_filled_with_black_is_a_bar() -> None:
    text = _annotated("Square", {"IC": [0, 0, 0], "C": [0, 0, 0]}, words=False).text
    assert text
    assert text.characters.startswith("[REDACTED]")


def test_a_square_note_without_filling_is_none() -> None:
    text = _annotated("Square", {"C": [0, 0, 0]}, words=True).text
    assert text
    assert not redactions(text)


# The test files of Free Law Project's x-ray: how many redactions can be undone, and how many characters they hide.
RECOVERABLE = {"rectangles_yes.pdf": (3, 64), "bad_cross_hatched_redactions.pdf": (15, 639)}


def test_xray_files(shared: Path) -> None:
    for path in sorted((shared / "redactions").glob("*.pdf")):
        found = read_pdf(path.read_bytes()).recovered
        count, characters = RECOVERABLE.get(path.name, (0, 0))
        assert len(found) == count, path.name
        assert sum(len(r.words) for r in found) == pytest.approx(characters, rel=0.05), path.name
