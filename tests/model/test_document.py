"""The way from the text back to the page and to the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.document import Box, Layout, Mark, MarkKind, Page, Piece, Place, Section, SectionKind, SourceMap, Text
from sayso.model.span import Span

LAYOUT = Layout(
    (Page(1, 612, 792), Page(2, 612, 792)),
    (
        Place(Span(0, 4), 1, Box(10, 10, 40, 20)),  # Four
        Place(Span(5, 10), 1, Box(45, 10, 90, 20)),  # words
        Place(Span(11, 13), 1, Box(10, 25, 20, 35)),  # on (second line)
        Place(Span(14, 18), 2, Box(10, 10, 50, 20)),  # here (second page)
    ),
)


def test_places_are_one_a_line() -> None:
    assert LAYOUT.places(Span(0, 18)) == (
        Place(Span(0, 10), 1, Box(10, 10, 90, 20)),
        Place(Span(11, 13), 1, Box(10, 25, 20, 35)),
        Place(Span(14, 18), 2, Box(10, 10, 50, 20)),
    )


def test_places_of_part_of_a_word_are_the_word() -> None:
    assert LAYOUT.places(Span(6, 7)) == (Place(Span(5, 10), 1, Box(45, 10, 90, 20)),)


def test_white_space_has_no_place() -> None:
    assert LAYOUT.places(Span(4, 5)) == ()
    assert LAYOUT.page_of(Span(4, 5)) is None


def test_page_is_that_of_the_first_word() -> None:
    assert LAYOUT.page_of(Span(10, 18)) == 1
    assert LAYOUT.page_of(Span(13, 18)) == 2
    assert LAYOUT.page_of(Span(18, 30)) is None
    assert Text("no pages").page_of(Span(0, 2)) is None


def test_columns_side_by_side_are_places_of_their_own() -> None:
    # The second word is on the line's height but to the left: a new column, or right-to-left; no box joins them.
    layout = Layout(
        (Page(1, 612, 792),),
        (Place(Span(0, 3), 1, Box(300, 10, 330, 20)), Place(Span(4, 7), 1, Box(10, 10, 40, 20))),
    )
    assert len(layout.places(Span(0, 7))) == 2


# "fish &amp; chips\n\nagain" → "fish & chips\n\nagain": an entity, and a break that stands for a tag
SOURCE = "<p>fish &amp; chips</p><p>again</p>"
MAP = SourceMap((Piece(0, 5, 3, 8), Piece(5, 6, 8, 13), Piece(6, 12, 13, 19), Piece(14, 19, 26, 31)))


def test_source_of_plain_letters_is_exact() -> None:
    found = MAP.to_source(Span(1, 4))
    assert found is not None
    assert found.of(SOURCE) == "ish"


def test_source_of_an_entity_is_the_whole_entity() -> None:
    found = MAP.to_source(Span(5, 6))
    assert found is not None
    assert found.of(SOURCE) == "&amp;"


def test_source_over_a_break_runs_from_first_to_last_letter() -> None:
    found = MAP.to_source(Span(7, 16))
    assert found is not None
    assert found.of(SOURCE) == "chips</p><p>ag"


def test_a_break_alone_has_no_source() -> None:
    assert MAP.to_source(Span(12, 14)) is None


@given(st.integers(0, 19), st.integers(0, 19))
def test_a_wider_span_has_a_wider_source(a: int, b: int) -> None:
    inner, outer = MAP.to_source(Span(min(a, b), max(a, b))), MAP.to_source(Span(0, 19))
    assert outer is not None
    assert inner is None or outer.contains(inner)


@given(st.text(alphabet="ab \n\ré𝔘", max_size=30), st.lists(st.tuples(st.integers(0, 35), st.integers(0, 10))))
def test_hiding_keeps_length_and_line_breaks(characters: str, pairs: list[tuple[int, int]]) -> None:
    spans = [Span(min(s, len(characters)), min(s + n, len(characters))) for s, n in pairs]
    hidden = Text(characters).hidden(spans)
    assert len(hidden) == len(characters)
    covered = {at for span in spans for at in range(span.start, span.end)}
    for at, (before, after) in enumerate(zip(characters, hidden, strict=True)):
        assert after == (before if at not in covered or before == "\n" else " ")


def test_marks_are_found_by_kind_in_order() -> None:
    text = Text(
        "a b c",
        marks=(
            Mark(MarkKind.HEADING, Span(4, 5)),
            Mark(MarkKind.REDACTION, Span(2, 3)),
            Mark(MarkKind.HEADING, Span(0, 1)),
        ),
    )
    assert text.marked(MarkKind.HEADING) == (Span(0, 1), Span(4, 5))
    assert text.marked(MarkKind.HEADING, MarkKind.REDACTION) == (Span(0, 1), Span(2, 3), Span(4, 5))
    assert text.marked(MarkKind.FOOTNOTE) == ()


SECTIONS = Text(
    "ab  cd",
    sections=(
        Section(SectionKind.SLIDE, "1", Span(0, 2)),
        Section(SectionKind.TIME, "00:01:23", Span(4, 6)),
    ),
)


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span(0, 1), "slide 1"),
        (Span(1, 5), "slide 1"),
        # between two: the next
        (Span(2, 3), "at 00:01:23"),
        (Span(4, 6), "at 00:01:23"),
        (Span(6, 6), "None"),
    ],
)
def test_section_of(span: Span, expected: str) -> None:
    assert str(SECTIONS.section_of(span)) == expected
