"""The text of PDFs drawn here: reading order, what is left out, joined words, places; broken and hostile files."""

import io
import re
import sys
from collections.abc import Callable, Sequence

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from sayso.errors import UnreadableError
from sayso.model.document import MarkKind, Sureness, Text
from sayso.model.span import Span
from sayso.read.pdf import read_pdf
from sayso.read.pdf_page import read_page
from sayso.read.pdf_sheet import Sheet, TooLargeError

WIDTH, HEIGHT = 612, 792


def made(draw: Callable[[Canvas], None], **options: object) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), **options)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def put(canvas: Canvas, x: float, y: float, lines: Sequence[str], size: float = 11, font: str = "Times-Roman") -> None:
    """Write lines from `y` points below the page's upper edge."""
    canvas.setFont(font, size)
    for i, line in enumerate(lines):
        canvas.drawString(x, HEIGHT - y - i * size * 1.3, line)


def text_of(data: bytes) -> Text:
    text = read_pdf(data).text
    assert text is not None
    return text


def check_places(text: Text) -> None:
    """Places are in order, apart, inside of their page, and cover all that is not white space."""
    assert text.layout
    sizes = {page.number: page for page in text.layout.pages}
    at = 0
    for word in text.layout.words:
        assert word.span.start >= at
        assert not text.characters[at : word.span.start].strip()
        assert word.span.of(text.characters).split() == [word.span.of(text.characters)]
        assert -1 <= word.box.x0 <= word.box.x1 <= sizes[word.page].width + 1
        assert -1 <= word.box.y0 <= word.box.y1 <= sizes[word.page].height + 1
        at = word.span.end
    assert not text.characters[at:].strip()


SHORT = ["Mara Oduya said on Monday that the council had known", "about the leak since March, two officials said."]


def test_lines_of_a_paragraph_are_joined_and_paragraphs_parted() -> None:
    def draw(c: Canvas) -> None:
        put(c, 72, 100, SHORT)
        put(c, 72, 160, ["The mayor denied it."])

    assert text_of(made(draw)).characters == " ".join(SHORT) + "\n\nThe mayor denied it."


def test_an_indented_line_starts_a_paragraph() -> None:
    def draw(c: Canvas) -> None:
        put(
            c, 72, 100, ["The company answered no question that the paper had put to", "it by the evening of that day."]
        )
        put(c, 90, 100 + 2 * 14.3, ["On the Tuesday after, its lawyer wrote a letter that runs"])
        put(c, 72, 100 + 3 * 14.3, ["over four pages and answers none of them in any way at", "all."])

    assert [p[:10] for p in text_of(made(draw)).characters.split("\n\n")] == ["The compan", "On the Tue"]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"left column, line {n} of ten lines" for n in range(10)]
    right = [f"right column, line {n} of ten lines" for n in range(10)]

    def draw(c: Canvas) -> None:
        put(c, 150, 80, ["A heading over both of the columns"], 18)
        put(c, 72, 130, left)
        put(c, 330, 130, right)

    text = text_of(made(draw)).characters
    assert text == "A heading over both of the columns\n\n" + " ".join(left + right)


def test_a_table_is_read_row_by_row() -> None:
    def draw(c: Canvas) -> None:
        for n in range(6):
            put(c, 72, 100 + n * 20, [f"Item {n}"])
            put(c, 300, 100 + n * 20, [f"{n * 7} dollars"])

    assert re.findall(r"Item (\d)\s+(\d+) dollars", text_of(made(draw)).characters) == [
        (str(n), str(n * 7)) for n in range(6)
    ]


def _paged(c: Canvas, pages: int, body: Callable[[int], Sequence[str]]) -> None:
    for n in range(1, pages + 1):
        put(c, 200, 40, ["Report on the Harbour Fund"], 8)
        put(c, 72, 100, body(n))
        put(c, 300, 750, [str(n + 4)], 9)
        c.showPage()


def test_running_heads_and_page_numbers_are_left_out_and_listed() -> None:
    text = text_of(made(lambda c: _paged(c, 4, lambda n: [f"Body of the sheet {'abcd'[n - 1]}."])))
    assert "Harbour" not in text.characters
    heads = [(e.kind, e.original, e.page) for e in text.edits if e.page == 2]
    assert heads == [("running-head", "Report on the Harbour Fund", 2), ("page-number", "6", 2)]
    assert all(not len(e.span) for e in text.edits)


def test_a_line_said_twice_in_the_text_is_no_running_head() -> None:
    text = text_of(made(lambda c: _paged(c, 4, lambda n: ["Filler line."] * n + ["He said no.", "She said so."])))
    assert text.characters.count("He said no.") == 4


def test_a_paragraph_runs_over_the_end_of_a_page() -> None:
    body = {1: ["The first sheet ends in the middle of a sentence that"], 2: ["goes on here."], 3: ["Then comes more."]}
    assert "a sentence that goes on here." in text_of(made(lambda c: _paged(c, 3, lambda n: body[n]))).characters


HYPHENS = [
    # a cut word that the document writes whole elsewhere
    (["The contract was signed. The con-", "tract was void."], "The con|tract was"),
    # a compound that the document writes with its hyphen elsewhere
    (["A long-term loan is a long-", "term debt."], "a long-term debt"),
    # both halves are words of the document
    (["The water board met at the front. A water-", "front house was sold to the board."], "A water-front house"),
    # nothing known: the page's characters stay
    (["They spoke of pre-", "launch checks."], "of pre-launch checks"),
    # a capital after the hyphen: never a cut
    (["The Oduya-", "Brandt letter."], "Oduya-Brandt letter"),
]


@pytest.mark.parametrize(("lines", "expected"), HYPHENS)
def test_hyphens_at_line_ends(lines: Sequence[str], expected: str) -> None:
    text = text_of(made(lambda c: put(c, 72, 100, lines)))
    assert expected.replace("|", "") in text.characters
    cuts = [e for e in text.edits if e.kind == "hyphen"]
    assert len(cuts) == expected.count("|")
    for cut in cuts:
        assert (cut.original, cut.page) == ("-\n", 1)
        assert text.characters[: cut.span.start].endswith(expected.split("|")[0])
    check_places(text)


def test_unknown_cuts_are_joined_where_the_document_cuts_words() -> None:
    lines = ["The minister and his ministry paid. The mini-", "ster said so on Monday, and that no mini-"]
    lines += ["stry in the whole of the land would under-", "write the loan."]
    assert text_of(made(lambda c: put(c, 72, 100, lines))).characters.endswith("land would underwrite the loan.")


def test_headings_are_marked() -> None:
    def draw(c: Canvas) -> None:
        put(c, 72, 80, ["The Harbour Fund"], 18)
        put(c, 72, 130, SHORT)
        put(c, 72, 180, ["What the letters show"], 11, "Times-Bold")
        put(c, 72, 210, SHORT)

    text = text_of(made(draw))
    marked = [span.of(text.characters) for span in text.marked(MarkKind.HEADING)]
    assert marked == ["The Harbour Fund", "What the letters show"]


def test_a_bold_heading_on_the_line_of_its_text_is_parted_from_it() -> None:
    def draw(c: Canvas) -> None:
        put(c, 72, 100, ["The second letter"], 11, "Times-Bold")
        put(c, 175, 100, ["It came in March and named three of the officials"])
        put(c, 72, 114.3, ["who had signed for the money."])

    assert text_of(made(draw)).characters.startswith("The second letter\n\nIt came in March and named")


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_boxes_are_where_the_page_shows_the_words(rotation: int) -> None:
    """The rendered page is dark inside of the box of the one black word, and nowhere else."""

    def draw(c: Canvas) -> None:
        c.setPageRotation(rotation)
        c.setCropBox((20, 30, 560, 700))
        c.saveState()
        middle = (300, 400)
        c.translate(*middle)
        c.rotate(rotation)
        c.setFont("Helvetica-Bold", 40)
        c.drawString(-60, -100, "HHHH")
        c.restoreState()

    data = made(draw)
    text = text_of(data)
    assert text.characters == "HHHH"
    assert text.layout
    box, page = text.layout.words[0].box, text.layout.pages[0]
    image = pdfium.PdfDocument(data)[0].render(scale=1, grayscale=True).to_pil().convert("L")
    assert (page.width, page.height) == pytest.approx(image.size, abs=1)
    ink = image.point(lambda p: 255 if p < 128 else 0).getbbox()
    assert ink
    assert ink[0] == pytest.approx(box.x0, abs=6)
    assert ink[2] == pytest.approx(box.x1, abs=6)
    assert box.y0 - 2 <= ink[1] <= ink[3] <= box.y1 + 2


def test_stamps_along_the_margin_come_last() -> None:
    def draw(c: Canvas) -> None:
        c.saveState()
        c.translate(30, 300)
        c.rotate(90)
        c.setFont("Helvetica", 9)
        c.drawString(0, 0, "Received by the registry")
        c.restoreState()
        put(c, 72, 100, SHORT)

    assert text_of(made(draw)).characters == " ".join(SHORT) + "\n\nReceived by the registry"


def test_line_numbers_of_a_pleading_are_left_out() -> None:
    lines = [f"line of the pleading with the sign {'abcdefghijklmnop'[n]}" for n in range(16)]

    def draw(c: Canvas) -> None:
        for n, line in enumerate(lines):
            put(c, 60, 100 + n * 24, [str(n + 1)])
            put(c, 90, 100 + n * 24, [line])

    text = text_of(made(draw))
    assert text.characters == " ".join(lines)
    assert [e.original for e in text.edits if e.kind == "other"] == [str(n + 1) for n in range(16)]


TITLES = [("The Harbour Papers", "The Harbour Papers"), ("Microsoft Word - draft3.docx", None), ("untitled", None)]


@pytest.mark.parametrize(("given_title", "expected"), TITLES)
def test_title_and_date_of_the_file_are_guesses(given_title: str, expected: str | None) -> None:
    def draw(c: Canvas) -> None:
        c.setTitle(given_title)
        put(c, 72, 100, SHORT)

    metadata = read_pdf(made(draw)).metadata
    assert metadata.title == expected
    assert metadata.published_sure is Sureness.GUESSED


def test_the_largest_heading_is_the_title_where_the_file_has_none() -> None:
    def draw(c: Canvas) -> None:
        c.setTitle("layout 1")
        put(c, 72, 80, ["The Harbour Fund"], 20)
        put(c, 72, 130, SHORT)

    assert read_pdf(made(draw)).metadata.title == "The Harbour Fund"


def test_an_encrypted_file_says_what_to_do() -> None:
    data = made(lambda c: put(c, 72, 100, SHORT), encrypt=StandardEncryption("opensesame"))
    with pytest.raises(UnreadableError, match="It is encrypted; open it with its password"):
        read_pdf(data)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"not a PDF at all", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF"])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_pdf(data)


def test_a_scan_is_named_as_a_problem() -> None:
    dot = ImageReader(
        io.BytesIO(bytes.fromhex("424d3a0000000000000036000000280000000100000001000000010018") + bytes(28))
    )

    def draw(c: Canvas) -> None:
        c.drawImage(dot, 0, 0, WIDTH, HEIGHT)
        c.showPage()
        put(c, 72, 100, SHORT)

    reading = read_pdf(made(draw))
    assert reading.text
    assert reading.text.characters == " ".join(SHORT)
    assert [p for p in reading.problems if "1 page holds only images" in p and "(page 1)" in p]


def test_a_blank_page_is_no_scan() -> None:
    reading = read_pdf(made(lambda c: c.showPage()))
    assert (reading.text and reading.text.characters, reading.problems) == ("", ())


@pytest.mark.parametrize("error", [pdfium.PdfiumError("Failed to load page."), TooLargeError("it holds too much")])
def test_one_damaged_page_does_not_stop_the_others(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(page: pdfium.PdfPage, number: int) -> Sheet:
        if number == 2:
            raise error
        return read_page(page, number)

    monkeypatch.setattr(sys.modules["sayso.read.pdf"], "read_page", read)
    reading = read_pdf(made(lambda c: _paged(c, 4, lambda n: [f"Body of the sheet {'abcd'[n - 1]}."])))
    assert reading.text
    assert [c for c in "abcd" if f"sheet {c}." in reading.text.characters] == ["a", "c", "d"]
    assert len(reading.problems) == 1
    assert reading.problems[0].startswith("page 2 was not read")


def test_a_page_of_too_many_characters_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["sayso.read.pdf_words"], "_MAX_CHARACTERS", 40)
    assert "page 1 was not read: it holds" in read_pdf(made(lambda c: put(c, 72, 100, SHORT))).problems[0]


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_damaged_file_is_refused_or_read(data: st.DataObject) -> None:
    whole = bytearray(made(lambda c: _paged(c, 2, lambda n: SHORT), pageCompression=0))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(len(whole) // 2, len(whole)))
    try:
        reading = read_pdf(bytes(whole[:cut]))
    except UnreadableError:
        return
    assert reading.text
    check_places(reading.text)


WORDS = st.lists(st.text("abcdefgABCDEFG", min_size=1, max_size=9), min_size=1, max_size=60)


@settings(max_examples=40, deadline=None)
@given(WORDS, st.integers(20, 90))
def test_no_word_is_lost_or_moved(words: Sequence[str], width: int) -> None:
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    text = text_of(made(lambda c: put(c, 72, 60, lines, 9)))
    assert text.characters.split() == list(words)
    check_places(text)
    assert text.layout
    places = text.layout.places(Span(0, len(text.characters)))
    assert len(places) == len(lines)
