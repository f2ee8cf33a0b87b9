"""What `sayso read --jsonl` promises holds for every document of the demo case."""

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.demo_case import documents
from sayso.errors import Problem
from sayso.export.contract import document_json, unread_json
from sayso.file_reader import FileReader, Source
from sayso.settings import Settings
from sayso.survey import FileOnDisk

KEYS = {
    "id", "path", "title", "publisher", "authors", "published", "language", "text", "boilerplate", "edits",
    "entities", "statements", "events", "dates", "citations", "gaps", "redacted", "pages", "problems",
}  # fmt: skip
ACTS = {"assert", "confirm", "deny", "decline", "no-response", "ask", "intend", "believe"}


@pytest.fixture(scope="module")
def objects() -> list[dict[str, Any]]:
    reader = FileReader(Settings())
    found = []
    for path in documents():
        file = reader.read_file(Source(FileOnDisk(str(path), path.name, path.stat().st_size, 0)))
        for read in file.documents:
            made = document_json(read.document, read.findings, read.problems)
            found.append(json.loads(json.dumps(made)))  # as a program gets it
    return found


def spans_of(made: dict[str, Any]) -> list[tuple[int, int]]:
    """Every span of every finding."""
    spans = [s for e in made["entities"] for s in e["mentions"]]
    spans += [s for st in made["statements"] for role in ("source", "cue", "content") for s in st[role]]
    spans += [d["span"] for d in made["dates"]] + [g["span"] for g in made["gaps"]]
    return [(start, end) for start, end in spans]


def test_every_key_is_there(objects: list[dict[str, Any]]) -> None:
    assert len(objects) >= 16
    assert all(set(made) == KEYS for made in objects)


def test_every_span_is_words_of_the_text(objects: list[dict[str, Any]]) -> None:
    for made in objects:
        for start, end in spans_of(made):
            words = made["text"][start:end]
            assert 0 <= start < end <= len(made["text"])
            assert words == words.strip()


def test_nothing_is_found_in_boilerplate(objects: list[dict[str, Any]]) -> None:
    assert any(made["boilerplate"] for made in objects)
    for made in objects:
        for start, end in spans_of(made):
            assert not any(start < b and a < end for a, b in made["boilerplate"]), made["text"][start:end]


def test_no_finding_starts_or_ends_inside_an_edit(objects: list[dict[str, Any]]) -> None:
    assert any(made["edits"] for made in objects)
    for made in objects:
        for start, end in spans_of(made):
            for a, b in (edit["span"] for edit in made["edits"]):
                assert not a < start < b, made["text"][start:end]
                assert not a < end < b, made["text"][start:end]


def test_ids_are_unique_and_refer_to_something(objects: list[dict[str, Any]]) -> None:
    for made in objects:
        statements = [s["id"] for s in made["statements"]]
        assert len(set(statements)) == len(statements)
        entities = {e["id"] for e in made["entities"]}
        for s in made["statements"]:
            assert s["speaker"] is None or s["speaker"] in entities
            assert s["parent"] is None or s["parent"] in statements
            assert s["unnamed"] is None or s["unnamed"]["same_as"] is None or s["unnamed"]["same_as"] in statements


def test_values_are_those_of_the_contract(objects: list[dict[str, Any]]) -> None:
    for made in objects:
        for s in made["statements"]:
            assert s["act"] in ACTS
            assert s["mode"] in {"direct", "indirect", "mixed"}
            assert s["factuality"] in {"CT+", "PR+", "PS+", "PS-", "PR-", "CT-", "Uu"}
            assert 0 <= s["confidence"] <= 1
            assert s["chain"]
            assert s["named"] is False or s["unnamed"] is None


def test_what_could_not_be_read_has_an_object_too() -> None:
    made = unread_json(Problem("a.pdf", "It is empty.", unread=True))
    assert made == {"id": None, "path": "a.pdf", "text": None, "problems": ["It is empty."]}


def test_the_page_says_what_the_keys_are() -> None:
    page = (Path(__file__).parents[2] / "docs" / "contract.md").read_text(encoding="utf-8")
    assert all(f"`{key}`" in page for key in KEYS)


def test_a_guessed_date_is_not_known_and_gives_way_to_a_persons(objects: list[dict[str, Any]]) -> None:
    path = next(p for p in documents() if p.suffix == ".docx")  # carries nothing but the day the file was made
    file = FileOnDisk(str(path), path.name, path.stat().st_size, 0)
    assert [made["published"] for made in objects if made["path"] == str(path)] == [None]
    [told] = FileReader(Settings(published="2023-03")).read_file(Source(file)).documents
    assert str(told.document.metadata.published) == "2023-03"
