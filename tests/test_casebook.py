"""The Python API: a correction of date or language is heeded by the next reading, and survives it."""

from pathlib import Path

import pytest

import sayso
from sayso.errors import ConflictError, UsageError
from sayso.model.document import Sureness
from sayso.settings import Settings

NOTE = "Reached at home, Ivo Petrak said last Tuesday that the ferry had been sold.\n\nHe would not say to whom.\n" * 2
SETTINGS = Settings(workers=1, signer="R. Field")


@pytest.fixture
def case(tmp_path: Path) -> sayso.Case:
    (tmp_path / "ferry.txt").write_text(NOTE)
    case = sayso.open(tmp_path / "ferry.sayso", SETTINGS, create=True)
    case.add([str(tmp_path / "ferry.txt")])
    return case


def dates(case: sayso.Case) -> set[str | None]:
    [row] = case.documents()
    return {d.when.edtf if d.when else None for d in case.findings(row.id).dates}


def test_a_corrected_date_resolves_what_hangs_on_it(case: sayso.Case, tmp_path: Path) -> None:
    [row] = case.documents()
    assert dates(case) == {None}
    case.correct(row.id, "published", "2021-03-05")
    added = case.add([str(tmp_path / "ferry.txt")])
    assert added.read == 1
    assert dates(case) == {"2021-03-02"}
    [row] = case.documents()
    assert str(row.metadata.published) == "2021-03-05"
    assert row.metadata.published_sure is Sureness.PERSON
    assert case.add([str(tmp_path / "ferry.txt")]).read == 0


def test_a_corrected_language_decides_whether_there_are_findings(case: sayso.Case, tmp_path: Path) -> None:
    [row] = case.documents()
    assert row.statements > 0
    case.correct(row.id, "language", "nl")
    added = case.add([str(tmp_path / "ferry.txt")])
    assert [p.unread for p in added.problems] == [False]
    [row] = case.documents()
    assert (row.statements, row.metadata.language) == (0, "nl")


def test_other_corrections_read_nothing_again(case: sayso.Case, tmp_path: Path) -> None:
    [row] = case.documents()
    case.correct(row.id, "publisher", "Harbour News")
    assert case.add([str(tmp_path / "ferry.txt")]).read == 0


def test_an_edit_on_an_old_version_is_refused(case: sayso.Case) -> None:
    [row] = case.documents()
    case.correct(row.id, "title", "The ferry", made_on=row.version)
    with pytest.raises(ConflictError, match="The ferry"):
        case.correct(row.id, "title", "The boat", made_on=row.version)


def test_what_a_document_does_not_have_can_not_be_corrected(case: sayso.Case) -> None:
    [row] = case.documents()
    with pytest.raises(UsageError, match="weight"):
        case.correct(row.id, "weight", "heavy")
    with pytest.raises(UsageError, match="EDTF"):
        case.correct(row.id, "published", "yesterday")


def test_the_page_can_be_shown_after_the_folder_is_gone(case: sayso.Case, tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").unlink()
    case.add([str(tmp_path)])
    [row] = case.documents()
    assert row.state.value == "missing"
    assert case.original(row.id).decode() == NOTE


def test_documents_are_read_without_a_case(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(NOTE)
    [file] = sayso.read([str(tmp_path)], SETTINGS)
    [read] = file.documents
    assert read.document.text.characters == NOTE
    assert read.findings.statements


@pytest.mark.parametrize("by_id", [True, False])
def test_what_was_taken_out_is_back_when_it_is_added_by_name(case: sayso.Case, tmp_path: Path, by_id: bool) -> None:
    file = str(tmp_path / "ferry.txt")
    [row] = case.documents()
    assert list(case.remove(row.id[:5] if by_id else file)) == [row.id]
    assert not list(case.documents())
    assert not list(case.people())
    case.add([str(tmp_path)])
    assert list(case.documents()) == []
    case.add([file])
    assert [r.id for r in case.documents()] == [row.id]
    assert list(case.people("kind:person"))
