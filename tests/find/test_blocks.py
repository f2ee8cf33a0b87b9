"""Rows: a text and its blocks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.find.blocks import LONGEST, find_blocks, quoting_signs
from sayso.model.document import Mark, MarkKind, Text
from sayso.model.span import Span

WRAPPED = (
    "The harbor board met on Monday and approved the contract for the\n"
    "dredging of the inner basin, which has not been dredged since the\n"
    "great storm.\n\nNobody spoke."
)

ROWS = [
    ("One.\n\nTwo.", ["One.", "Two."]),  # blank lines separate
    ("One.\r\n\r\nTwo.", ["One.", "Two."]),  # with the line ends of Windows too
    ("One.\n \t\nTwo.", ["One.", "Two."]),  # white space makes no line
    ("One long first line.\nTwo.\nThree.", ["One long first line.", "Two.", "Three."]),  # a paragraph a line
    (WRAPPED, [WRAPPED.partition("\n\n")[0], "Nobody spoke."]),  # wrapped lines are one paragraph
    (WRAPPED.replace("\n", "\r\n"), [WRAPPED.partition("\n\n")[0].replace("\n", "\r\n"), "Nobody spoke."]),
    ("", []),
    (" \n\n ", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_blocks(text: str, expected: list[str]) -> None:
    assert [b.of(text) for b in find_blocks(text)] == expected


def test_headings_and_footnotes_are_blocks_of_their_own() -> None:
    text = "Title The board met."
    assert [b.of(text) for b in find_blocks(text, [Span(0, 5)])] == ["Title", "The board met."]


def test_a_long_block_is_cut_after_sentences() -> None:
    text = "The board met on Monday. " * 600
    blocks = find_blocks(text)
    assert all(len(b) <= LONGEST and b.of(text).endswith(".") for b in blocks)
    assert sum(b.of(text).count("board") for b in blocks) == 600


@given(st.text(alphabet='ab.\n\r \t>"”1-', max_size=400), st.lists(st.integers(0, 400), max_size=4))
def test_blocks_cover_every_word_once_in_order(text: str, edges: list[int]) -> None:
    spans = [Span(a, b) for a, b in zip(sorted(edges)[::2], sorted(edges)[1::2], strict=False) if b <= len(text)]
    blocks = find_blocks(text, spans)
    assert all(a.end <= b.start for a, b in pairwise(blocks))
    assert all(len(b) and b == b.strip(text) for b in blocks)
    assert "".join("".join(b.of(text).split()) for b in blocks) == "".join(text.split())


def test_signs_of_quoted_mail() -> None:
    text = "Hi\n> one\n>> two\n> x > y"
    marks = (Mark(MarkKind.QUOTED_MAIL, Span(3, len(text))),)
    assert [s.of(text) for s in quoting_signs(Text(text, marks=marks))] == [">", ">>", ">"]
    assert quoting_signs(Text(text)) == ()
