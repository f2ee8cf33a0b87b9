"""Volume I of the Mueller report, read whole: its 1,283 notes, its bars, every word's place."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from sayso.model.document import Mark, MarkKind, Text
from sayso.read.pdf import read_pdf
from sayso.read.reading import Reading


@pytest.fixture(scope="module")
def reading(shared: Path) -> Reading:
    return read_pdf((shared / "mueller" / "vol1.pdf").read_bytes())


@pytest.fixture(scope="module")
def text(reading: Reading) -> Text:
    assert reading.text
    return reading.text


def marks(text: Text, kind: MarkKind) -> list[Mark]:
    return [m for m in text.marks if m.kind is kind]


def test_title_and_problems(reading: Reading) -> None:
    assert reading.problems == ()
    assert reading.metadata.title == (
        "Report On The Investigation Into Russian Interference In The 2016 Presidential Election"
    )


def test_notes(text: Text) -> None:
    numbers = [int(m.note) for m in marks(text, MarkKind.FOOTNOTE)]
    assert numbers == list(range(1, 1284))
    assert len(marks(text, MarkKind.FOOTNOTE_MARK)) == 1283
    for mark in marks(text, MarkKind.FOOTNOTE_MARK):
        assert mark.target
        assert mark.target.of(text.characters).startswith(mark.span.of(text.characters) + " ")


def test_sheets_with_bars(text: Text, shared: Path) -> None:
    drawn = [m for m in marks(text, MarkKind.REDACTION) if m.note == "drawn bar"]
    sheets = {m.page for m in drawn if m.page}
    expected = json.loads((shared / "mueller" / "odd-sheets.json").read_text())["with_redactions"]
    assert len(sheets) == 116
    assert sorted(sheet for sheet in sheets if sheet % 2) == expected
    assert not any(m.recoverable for m in marks(text, MarkKind.REDACTION))
    assert {m.span.of(text.characters) for m in drawn} == {"[REDACTED]"}


def test_typed_squares(text: Text) -> None:
    typed = [m for m in marks(text, MarkKind.REDACTION) if m.note.startswith("typed")]
    assert sum("■" * 8 in m.span.of(text.characters) for m in typed) >= 6
    assert {m.note for m in typed} >= {"typed: Harm to Ongoing Matter", "typed: HOM", "typed: Personal Privacy"}


def test_words_have_places_in_order(text: Text) -> None:
    assert text.layout
    words = text.layout.words
    assert len(words) > 80_000
    assert all(a.span.end <= b.span.start for a, b in pairwise(words))
    assert "".join(w.span.of(text.characters) for w in words) == "".join(text.characters.split())


def test_running_heads_are_gone(text: Text) -> None:
    heads = [e for e in text.edits if e.kind == "running-head"]
    assert len([e for e in heads if e.original == "Open Source Mueller Report Volume I (ver. 0.4)"]) == 187
    assert "Open Source Mueller Report Volume I" not in text.characters
    assert len([e for e in text.edits if e.kind == "page-number"]) >= 187


PASSAGES = [
    # a sentence with a bar over two lines
    "Beginning in June 2016, [REDACTED] [REDACTED] forecast to senior Campaign officials that WikiLeaks would release",
    # a heading set on the line of its text
    "\n\ne. Donald Trump Jr. Interaction with WikiLeaks\n\nDonald Trump Jr. had direct electronic communications",
    # a cut word in a note
    "coins in an account on the bitcoin exchange platform CEX.io. To make purchases",
    # the number of a note after a bar
    "for his allegations about the day.248 [REDACTED]",
    # a ligature in italics
    "Michael Isikoff, U.S. Intel Officials Probe Ties",
]


@pytest.mark.parametrize("passage", PASSAGES)
def test_passages(text: Text, passage: str) -> None:
    assert passage in text.characters
