"""Plain text: exactly the file's characters; title, outlet, author and date only where they plainly stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UnreadableError
from sayso.model.document import MarkKind, Sureness
from sayso.model.when import When
from sayso.read.head_lines import byline, date_line
from sayso.read.text import read_text
from sayso.read.text_head import Head, read_head

BODY = "The bridge over the Larch was closed at noon, the harbour master said, and nobody\nknows when it will open.\n"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), min_size=1))
def test_no_character_is_changed(characters: str) -> None:
    if characters.strip():
        text = read_text(characters.encode()).text
        assert text is not None
        assert text.characters == characters


def test_line_ends_stay_and_a_byte_order_mark_goes() -> None:
    text = read_text("one\r\ntwo\rthree\n".encode("utf-8-sig")).text
    assert text is not None
    assert text.characters == "one\r\ntwo\rthree\n"


def test_typed_redactions_are_marked() -> None:
    text = read_text("It was signed by ████ on Friday.".encode()).text
    assert text is not None
    assert [text.characters[m.span.start : m.span.end] for m in text.marks] == ["████"]
    assert text.marks[0].kind is MarkKind.REDACTION


def test_a_file_without_words_is_refused() -> None:
    with pytest.raises(UnreadableError, match="no words"):
        read_text(b" \r\n ")


def test_what_the_first_lines_say_is_inferred() -> None:
    metadata = read_text(f"Bridge shut for repairs\n\nMay 4, 2021\n\n{BODY}".encode()).metadata
    assert (metadata.published, metadata.published_sure) == (When("2021-05-04"), Sureness.INFERRED)


HEADS = [
    # nothing but running text: nothing is known
    (BODY, Head()),
    # a headline stands alone
    (f"Bridge shut for repairs\n\n{BODY}", Head("Bridge shut for repairs")),
    # a short first sentence is no headline
    (f"It rained.\n\n{BODY}", Head()),
    # a line of running text cut by the line's end is none either
    (f"Nobody knows when\nit will open\n\n{BODY}", Head()),
    # a wire copy: slug, headline, byline, outlet, dateline
    (
        "BC-LCH--Bridge, 1st Ld,0300\nEds: UPDATES.\n\nBridge shut\n\nBy INGA MOE\nFjord Wire\n\n"
        f"LARCH (Fjord Wire) -- {BODY}",
        Head("Bridge shut", "Fjord Wire", ("INGA MOE",)),
    ),
    # the outlet of a dateline, without a byline
    (f"LARCH, Norrland, May 4 (FW) — {BODY}", Head(publisher="FW")),
    # words in brackets that are no outlet
    (f"LARCH (which is small) — {BODY}", Head()),
    # a pasted page: the browser's title names the outlet, the headline stands again below
    (
        f"Bridge shut - Larch Herald\nHome News\n\nBridge shut\nInga Moe\n4 May 2021\n\n{BODY}",
        Head("Bridge shut", "Larch Herald", (), When("2021-05-04")),
    ),
    # a caption of a court paper names the court
    (f"IN THE SUPERIOR COURT OF LARCH\n\n{BODY}", Head()),
    # a hearing's date and room are neither a date alone nor a headline
    (f"Tuesday, May 4, 2021, Room 9\n\n{BODY}", Head()),
]


@pytest.mark.parametrize(("text", "head"), HEADS)
def test_head(text: str, head: Head) -> None:
    assert read_head(text) == head


DATES = [
    ("May 4, 2021", "2021-05-04"),
    ("Tuesday, 4th May 2021", "2021-05-04"),
    ("Published Sept. 4, 2021 at 6:30 a.m. EST", "2021-09-04"),
    ("2021-05-04", "2021-05-04"),
    ("May 2021", None),
    ("May 4", None),
    ("February 30, 2021", None),
    ("It was May 4, 2021", None),
]


@pytest.mark.parametrize(("line", "day"), DATES)
def test_date_line(line: str, day: str | None) -> None:
    assert date_line(line) == (When(day) if day else None)


BYLINES = [
    ("By Inga Moe", ("Inga Moe",)),
    ("By Inga Moe and Per van der Berg", ("Inga Moe", "Per van der Berg")),
    ("By INGA MOE, Staff Writer", ("INGA MOE",)),
    ("Words by Inga Moe", ("Inga Moe",)),
    ("By Inga Moe | May 4, 2021", ("Inga Moe",)),
    ("By Friday the bridge was open", ()),
    ("By the river, nobody knew", ()),
    ("Inga Moe", ()),
]


@pytest.mark.parametrize(("line", "people"), BYLINES)
def test_byline(line: str, people: tuple[str, ...]) -> None:
    assert byline(line) == people
