"""The events that a case counts from: kept, listed, heeded by the next reading, and forgotten."""

from pathlib import Path

import pytest

import sayso
from sayso.errors import UsageError
from sayso.settings import Settings

SETTINGS = Settings(workers=1, signer="R. Field")
NOTE = "Two weeks after the  ferry sale, Ivo Petrak said that he had known of it.\n" * 2
OTHER = "Ivo Petrak said on 3 March 2019 that he had known of the ferry.\n" * 2


@pytest.fixture
def case(tmp_path: Path) -> sayso.Case:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "note.txt").write_text(NOTE)
    (tmp_path / "papers" / "other.txt").write_text(OTHER)
    case = sayso.open(tmp_path / "ferry.sayso", SETTINGS, create=True)
    case.add([str(tmp_path / "papers")])
    return case


def dates(case: sayso.Case) -> set[str]:
    return {str(d.when) for row in case.documents() for d in case.findings(row.id).dates}


def test_an_event_is_heeded_by_the_next_reading_and_forgotten_again(case: sayso.Case, tmp_path: Path) -> None:
    papers = [str(tmp_path / "papers")]
    assert dates(case) == {"2019-03-03"}
    assert case.add_anchor("the  ferry Sale", "2018-11-05") == 1
    [stored] = case.anchors()
    assert (stored.anchor.name, stored.anchor.when.edtf, stored.by) == ("the ferry Sale", "2018-11-05", "R. Field")
    assert case.add(papers).read == 1  # only the document that holds the words
    assert dates(case) == {"2018-11-05", "2018-11-19", "2019-03-03"}
    assert case.add(papers).read == 0
    assert case.add_anchor("The Ferry Sale", "2018-12-01") == 1  # in its place
    assert [s.anchor.when.edtf for s in case.anchors()] == ["2018-12-01"]
    assert case.remove_anchor("THE FERRY SALE") == 1
    assert case.anchors() == ()
    assert case.add(papers).read == 1
    assert dates(case) == {"2019-03-03"}
    assert [(row.action, row.item) for row in case.log() if "anchor" in row.action][::-1] == [
        ("anchored", "the ferry Sale"),
        ("anchored", "The Ferry Sale"),
        ("anchor removed", "The Ferry Sale"),
    ]
    assert case.verify_log() is None


@pytest.mark.parametrize(
    ("name", "date", "why"),
    [
        ("the sale", "5 November", "no EDTF date"),  # not a date as cases write them
        ("the sale", "2018-02-30", "no EDTF date"),  # no such day
        (" – ", "2018-11-05", "no name"),  # no word at all
        ("a" * 201, "2018-11-05", "no name"),  # nobody writes that
    ],
)
def test_what_makes_no_sense_is_refused(case: sayso.Case, name: str, date: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        case.add_anchor(name, date)
    assert case.anchors() == ()


def test_an_unknown_event_is_not_forgotten(case: sayso.Case) -> None:
    with pytest.raises(UsageError, match="no anchor 'the purchase'"):
        case.remove_anchor("the purchase")


def test_a_name_with_signs_of_patterns_is_just_a_name(case: sayso.Case, tmp_path: Path) -> None:
    (tmp_path / "papers" / "third.txt").write_text("He left after 100%_(sure).\n")
    case.add([str(tmp_path / "papers")])
    assert case.add_anchor("100%_(sure)", "2018-11-05") == 1
    case.add([str(tmp_path / "papers")])
    assert "2018-11-05/.." in dates(case)
