"""The Python API decides who is who, from text to entities of the case and back."""

from collections.abc import Callable
from pathlib import Path

import pytest

import sayso
from sayso.errors import UsageError
from sayso.model.identity import IdentityKind
from sayso.settings import Settings

PILE = {
    "a.txt": "Leonora Quist, head of the Harbour Safety Board (HSB), said the lock was shut. Quist said no more.\n",
    "b.txt": 'The HSB said the lock would stay shut. "It is safe," Leonora Quist said. Theresa Abara left early.\n',
    "c.txt": "Tess Abara said the mayor knew. Abara did not say how. Olaf Renn Jr. said that Olaf Renn was ill.\n",
    "d.txt": 'Abara met the board in May. "Nobody came," Leonora Quist said later.\n',
}
SETTINGS = Settings(workers=1, signer="R. Field")


@pytest.fixture(scope="module")
def read_pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case that was read once."""
    folder = tmp_path_factory.mktemp("who")
    (folder / "pile").mkdir()
    for name, text in PILE.items():
        (folder / "pile" / name).write_text(text)
    with sayso.open(folder / "who.sayso", SETTINGS, create=True) as case:
        case.add([str(folder / "pile")])
    return folder


@pytest.fixture
def case(read_pile: Path, tmp_path: Path) -> sayso.Case:
    """A copy of it."""
    (tmp_path / "who.sayso").write_bytes((read_pile / "who.sayso").read_bytes())
    return sayso.open(tmp_path / "who.sayso", SETTINGS)


def people(case: sayso.Case) -> dict[str, int]:
    """Name → documents."""
    return {found.person.name: found.documents for found in case.people("kind:person")}


def test_what_merges_by_itself_and_what_is_suggested(case: sayso.Case) -> None:
    assert people(case) == {
        "Leonora Quist": 3, "Tess Abara": 1, "Theresa Abara": 1, "Abara": 1, "Olaf Renn Jr.": 1, "Olaf Renn": 1,
    }  # fmt: skip
    board = case.person("HSB")
    assert (board.person.name, board.documents) == ("Harbour Safety Board", 2)
    best = next(case.suggestions())
    assert {best.first.person.name, best.second.person.name} == {"Tess Abara", "Theresa Abara"}
    assert "short form: tess / theresa" in {str(e) for e in best.suggestion.evidence}


def test_merge_rename_and_undo(case: sayso.Case) -> None:
    made = case.merge("Tess Abara", "Theresa Abara")
    assert (made.kind, made.by) == (IdentityKind.SAME, "R. Field")
    found = case.person("Tess Abara")
    assert (found.person.name, found.documents) == ("Theresa Abara", 2)
    assert found.person.reason == f"R. Field says so (decision {made.id})"
    said = {s.content for s in case.statements(f"person:{found.person.id}")}
    assert "the mayor knew" in said
    named = case.rename(found.person.id, "Tess  Abara")
    assert case.person(found.person.id).person.name == "Tess Abara"
    case.undo(named.id)
    case.undo(made.id)
    assert people(case)["Theresa Abara"] == people(case)["Tess Abara"] == 1
    assert [d.kind.value for d in case.decisions()] == ["same", "rename", "undo", "undo"]
    assert case.verify_log() is None


def test_split_and_keep_apart(case: sayso.Case) -> None:
    quist = case.person("Leonora Quist").person
    document, entity = quist.members[0]
    case.split(quist.id, [entity])
    assert sorted(p.documents for p in case.people("name:Leonora")) == [1, 2]
    assert case.person_of(document, entity).documents == 1
    before = {frozenset((s.first.person.id, s.second.person.id)) for s in case.suggestions()}
    case.keep_apart("Tess Abara", "Theresa Abara")
    after = {frozenset((s.first.person.id, s.second.person.id)) for s in case.suggestions()}
    assert len(before - after) == 1


def test_decisions_survive_reading_again_and_purging(case: sayso.Case, read_pile: Path) -> None:
    case.merge("Tess Abara", "Theresa Abara")
    for row in case.documents():
        case.correct(row.id, "published", "2021-03-05")
    assert case.add([str(read_pile / "pile")]).read == len(PILE)
    assert case.person("Tess Abara").documents == 2
    [gone] = [row.id for row in case.documents("doc:c.txt")]
    case.remove(gone, purge=True)
    assert case.person("Theresa Abara").documents == 1
    assert "Tess" not in repr([list(case.people()), list(case.suggestions()), case.decisions(), list(case.log())])


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        (lambda case: case.merge("Leonora Quist", "Quist"), "are one already"),
        (lambda case: case.merge("Leonora Quist", "Nobody Known"), "no item"),
        (lambda case: case.split("Leonora Quist", ["x"]), "no member"),
        (lambda case: case.split("Tess Abara", [case.person("Tess Abara").person.members[0][1]]), "some stay"),
        (lambda case: case.rename("Leonora Quist", " "), "what the name is to be"),
        (lambda case: case.undo(9), "no decision 9"),
    ],
)
def test_what_can_not_be_decided_is_said(case: sayso.Case, wrong: Callable[[sayso.Case], object], what: str) -> None:
    with pytest.raises(UsageError, match=what):
        wrong(case)
    assert not case.decisions()


def test_the_order_of_documents_does_not_matter(case: sayso.Case, tmp_path: Path) -> None:
    for name, text in PILE.items():
        (tmp_path / name).write_text(text)
    with sayso.open(tmp_path / "other.sayso", SETTINGS, create=True) as other:
        for names in (("d.txt", "b.txt"), ("c.txt", "a.txt")):
            other.add([str(tmp_path / name) for name in names])
        assert [p.person for p in other.people()] == [p.person for p in case.people()]
        assert [s.suggestion for s in other.suggestions()] == [s.suggestion for s in case.suggestions()]
