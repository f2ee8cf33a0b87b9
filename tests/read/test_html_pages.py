"""Whole pages: a floor under the quality of the main text, and the map to the source on every one."""

import json
from pathlib import Path

import pytest
from benchmarks.pages import by_trafilatura, pages, score, spans_off_the_source, truth

from sayso.model.document import MarkKind, Text
from sayso.read.html import read_html

FLOOR = 0.975
"""of F1; lowered only on purpose"""


@pytest.fixture(scope="module")
def data(shared: Path) -> dict[str, bytes]:
    return pages(shared / "pages")


@pytest.fixture(scope="module")
def texts(data: dict[str, bytes]) -> dict[str, Text]:
    found = {name: read_html(page).text for name, page in data.items()}
    return {name: text for name, text in found.items() if text is not None}


def test_the_main_text_is_found_better_than_by_the_library_it_builds_on(
    shared: Path, data: dict[str, bytes], texts: dict[str, Text]
) -> None:
    gold = truth(shared / "pages")
    ours = score({name: text.characters for name, text in texts.items()}, gold)
    theirs = score({name: by_trafilatura(page) for name, page in data.items()}, gold)
    assert ours.f1 >= FLOOR
    assert ours.f1 >= theirs.f1


def test_random_spans_of_every_page_are_the_words_at_their_place_in_the_source(
    data: dict[str, bytes], texts: dict[str, Text]
) -> None:
    assert len(texts) == 61
    assert {name: spans_off_the_source(data[name], text) for name, text in texts.items()} == {
        name: [] for name in texts
    }


def test_pages_of_a_case_hold_what_is_quoted_and_not_the_boilerplate(shared: Path) -> None:
    gold = json.loads((shared / "cases" / "dev" / "gold.json").read_text(encoding="utf-8"))
    read = {
        file.name: " ".join(text.characters.split())
        for file in (shared / "cases" / "dev" / "docs").glob("*.html")
        if (text := read_html(file.read_bytes()).text)
    }
    quotes = [s for c in gold["claims"] for s in c["statements"]] + gold["distractors"]
    assert [q for q in quotes if q["doc"] in read and " ".join(q["quote"].split()) not in read[q["doc"]]] == []
    assert [b for b in gold["boilerplate"] if b["doc"] in read and b["quote"] in read[b["doc"]]] == []


def test_a_long_report_is_read_whole_with_its_redactions(shared: Path) -> None:
    text = read_html((shared / "mueller" / "vol1.html").read_bytes()).text
    assert text is not None
    assert "gathering mission with instructions [REDACTED]." in text.characters
    assert "__" not in text.characters
    marks = text.marked(MarkKind.REDACTION)
    assert len(marks) > 800
    assert {edit.span for edit in text.edits} <= set(marks)
