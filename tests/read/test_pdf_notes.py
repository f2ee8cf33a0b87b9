"""Footnotes in PDFs drawn here, and how they are linked."""

import io
from collections.abc import Callable, Sequence

from reportlab.pdfgen.canvas import Canvas

from sayso.model.document import Mark, MarkKind, Text
from sayso.read.pdf import read_pdf

HEIGHT = 792
BODY = "The fund paid the builder twice in one year, as its own books for that year show"


def made(draw: Callable[[Canvas], None]) -> Text:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(612, HEIGHT))
    draw(canvas)
    canvas.save()
    text = read_pdf(out.getvalue()).text
    assert text is not None
    return text


def line(c: Canvas, y: float, words: str, number: str = "", *, size: float = 11, x: float = 72) -> None:
    """A line `y` points down, with a raised number after it."""
    c.setFont("Times-Roman", size)
    c.drawString(x, HEIGHT - y, words)
    if number:
        end = x + c.stringWidth(words, "Times-Roman", size)
        c.setFont("Times-Roman", 0.65 * size)
        c.drawString(end, HEIGHT - y + 0.38 * size, number)


def note(c: Canvas, y: float, number: str, lines: Sequence[str]) -> None:
    """A note in small type, its number raised before it."""
    if number:
        line(c, y, "", number, size=8.5)
    for i, words in enumerate(lines):
        line(c, y + 10 * i, words, size=8.5, x=72 + (4 * len(number) if i == 0 else 0))


def linked(text: Text) -> list[tuple[str, str, str]]:
    """The number in the text, the end of the words before it, the note."""
    return [
        (m.span.of(text.characters), text.characters[: m.span.start][-9:], m.target.of(text.characters))
        for m in text.marks
        if m.kind is MarkKind.FOOTNOTE_MARK and m.target
    ]


def notes(text: Text) -> list[Mark]:
    return [m for m in text.marks if m.kind is MarkKind.FOOTNOTE]


def _two_sheets(c: Canvas, *, rule: bool) -> None:
    for y in range(105, 300, 15):
        line(c, y, BODY)
    line(c, 300, "and as the auditor wrote.", "1")
    line(c, 330, "The second letter says so too.", "2")
    if rule:
        c.rect(72, HEIGHT - 690, 140, 0.5, stroke=0, fill=1)
    note(c, 702, "1", ["Books of the fund, page 40."])
    note(c, 714, "2", ["Letter of the auditor, which runs on to", "the foot of this page and"])
    c.showPage()
    for y in range(105, 300, 15):
        line(c, y, BODY)
    line(c, 300, "and nobody asked why.", "3")
    if rule:
        c.rect(72, HEIGHT - 690, 140, 0.5, stroke=0, fill=1)
    note(c, 702, "" if rule else "3", ["over to the next one."] if rule else ["Interview of the clerk."])
    if rule:
        note(c, 714, "3", ["Interview of the clerk."])


def test_notes_stand_at_the_end_and_are_linked_both_ways() -> None:
    text = made(lambda c: _two_sheets(c, rule=True))
    tail = [
        "1 Books of the fund, page 40.",
        "2 Letter of the auditor, which runs on to the foot of this page and over to the next one.",
        "3 Interview of the clerk.",
    ]
    assert text.characters.endswith("nobody asked why.3\n\n" + "\n\n".join(tail))
    assert linked(text) == [
        ("1", "or wrote.", tail[0]),
        ("2", "s so too.", tail[1]),
        ("3", "sked why.", tail[2]),
    ]
    assert [m.page for m in notes(text)] == [1, 1, 2]
    for found in notes(text):
        assert found.target
        back = [m for m in text.marks if m.kind is MarkKind.FOOTNOTE_MARK and m.span == found.target]
        assert [m.target for m in back] == [found.span]


def test_notes_without_a_rule_are_found_by_their_small_type() -> None:
    assert [n for n, _, _ in linked(made(lambda c: _two_sheets(c, rule=False)))] == ["1", "2", "3"]


def test_a_raised_number_without_a_note_is_no_mark() -> None:
    def draw(c: Canvas) -> None:
        for y in range(110, 200, 15):
            line(c, y, BODY)
        line(c, 200, "It covers 40 km", "2")

    text = made(draw)
    assert not linked(text)
    assert text.characters.endswith("40 km2")


def test_small_print_without_numbers_stays_where_it_is() -> None:
    def draw(c: Canvas) -> None:
        for y in range(105, 300, 15):
            line(c, y, BODY)
        line(c, 320, "Prices may change at any time.", size=8)

    text = made(draw)
    assert not notes(text)
    assert text.characters.endswith("Prices may change at any time.")
