"""Notes and tags: signed, found by queries, kept when the case is made anew, taken back, carried in exports."""

import io
import json
from pathlib import Path

import pytest

from sayso import casebook
from sayso.casebook import Case
from sayso.errors import UsageError
from sayso.export.jsonl import read_jsonl, write_jsonl
from sayso.export.sheets import Table, sheet
from sayso.settings import Settings


def ids(case: Case) -> dict[str, str]:
    """One item of each kind that the case has."""
    found = {
        "documents": next(case.documents()).id,
        "statements": next(case.statements()).statement.id,
        "claims": next(case.claims()).claim.id,
        "people": next(case.people()).person.id,
        "events": next(case.events()).event.id,
    }
    gap = next(case.gaps(), None)
    return {**found, "gaps": gap.gap.id} if gap else found


def rows(case: Case, table: str, query: str) -> list[object]:
    return list(getattr(case, table)(query))


def test_every_kind_of_item_takes_notes_and_tags_and_is_found_by_them(own_mill: Path) -> None:
    with casebook.open(own_mill, Settings(signer="Ana")) as case:
        for table, id in ids(case).items():
            case.notes.add(id, "Ask the Sluice-keeper about this.")
            case.notes.tag(id, "to call")
            assert [n.text for n in case.notes.of(id)] == ["Ask the Sluice-keeper about this.", "to call"], table
            for query in ('tag:"to call"', "note:sluice", 'note:"the sluice-keeper"', "tag:to*"):
                assert len(rows(case, table, query)) == 1, (table, query)
            # A tag is a whole one.
            assert not rows(case, table, "tag:call")
            assert len(rows(case, table, "tag:unknown")) == case.count(table, "") - 1  # type: ignore[arg-type]
        assert case.notes.tags() == {"to call": len(ids(case))}
        assert case.verify_log() is None


def test_a_tag_stands_once_and_can_be_taken_back(own_mill: Path) -> None:
    with casebook.open(own_mill, Settings(signer="Ana")) as case:
        id = ids(case)["documents"]
        first = case.notes.tag(id, "Key")
        assert case.notes.tag(id, "key").id == first.id
        case.notes.undo(first.id)
        assert not case.notes.of(id)
        assert not rows(case, "documents", "tag:key")
        with pytest.raises(UsageError, match="no note"):
            case.notes.undo(first.id)
        assert [row.action for row in case.log(2)] == ["note taken back", "tagged"]


def test_notes_beside_what_is_made_anew_stay(own_mill: Path) -> None:
    with casebook.open(own_mill, Settings(signer="Ana")) as case:
        first, second = [row.person.id for row in case.people("kind:person", limit=2)]
        case.notes.tag(first, "one")
        case.notes.tag(second, "other")
        case.merge(first, second)
        [merged] = case.people("tag:one")
        assert [row.person.id for row in case.people("tag:other")] == [merged.person.id]
        assert {n.text for n in case.notes.of(merged.person.id)} == {"one", "other"}


@pytest.mark.parametrize("text", ["", "  ", "x" * 20_001])
def test_what_is_no_note(own_mill: Path, text: str) -> None:
    with casebook.open(own_mill) as case, pytest.raises(UsageError):
        case.notes.add(next(case.documents()).id, text)


def test_notes_are_exported_and_come_back(own_mill: Path, tmp_path: Path) -> None:
    with casebook.open(own_mill, Settings(signer="Ana")) as case:
        id = ids(case)["documents"]
        case.notes.add(id, "Read twice.")
        case.notes.undo(case.notes.tag(id, "gone").id)
        out = io.BytesIO()
        write_jsonl(case, "", out)
        [row] = sheet(case, Table.NOTES, "").rows
        assert row[2:5] == ("Ana", "note", id)
        assert not list(sheet(case, Table.NOTES, f"-doc:{id}").rows)
    assert "Read twice." in json.dumps([json.loads(line) for line in out.getvalue().splitlines()])
    carried = read_jsonl(out.getvalue().splitlines(keepends=True), "x")
    casebook.restore(tmp_path / "new.sayso", carried.case, carried.documents, source="x", by="Bo")
    with casebook.open(tmp_path / "new.sayso", write=False) as case:
        assert [(n.text, n.by) for n in case.notes.of(id)] == [("Read twice.", "Ana")]


def test_a_purge_erases_what_was_written_beside(own_mill: Path) -> None:
    with casebook.open(own_mill, Settings(signer="Ana")) as case:
        id = ids(case)["documents"]
        case.notes.add(id, "Zibbeldroll")
        case.remove(id, purge=True)
        assert not case.notes.every()
    assert b"Zibbeldroll" not in own_mill.read_bytes()


def test_searches_are_kept_by_name(own_mill: Path) -> None:
    with casebook.open(own_mill, Settings(signer="Ana")) as case:
        case.notes.save_search("Sewage", "sewage OR weir")
        case.notes.save_search("Sewage", "sewage")
        assert [(s.name, s.query, s.by) for s in case.notes.searches()] == [("Sewage", "sewage", "Ana")]
        case.notes.forget_search("Sewage")
        assert not case.notes.searches()


def test_a_visit_knows_the_one_before(own_mill: Path) -> None:
    with casebook.open(own_mill, Settings(signer="Ana")) as case:
        assert case.visit().seen is None
        assert case.visit().seen is None  # the same visit
    with casebook.open(own_mill, Settings(signer="Bo")) as case:
        assert case.visit().seen is None
