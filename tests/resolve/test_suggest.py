"""What is suggested, for which reasons, and what is not."""

import random
import time

import pytest

from sayso.model.entity import Entity, EntityKind
from sayso.model.identity import Suggestion
from sayso.resolve import resolve, suggest

PERSON, ORG = EntityKind.PERSON, EntityKind.ORGANIZATION


def suggested(*names: str, kind: EntityKind = PERSON, documents: str = "") -> tuple[Suggestion, ...]:
    """Suggestions for entities of these names, each in a document of its own, or in those named by a digit each."""
    where = documents or "".join(map(str, range(len(names))))
    people = resolve(
        (f"d{d}", Entity(f"e{n}", name, kind, (), ())) for n, (name, d) in enumerate(zip(names, where, strict=True))
    )
    return suggest(people)


@pytest.mark.parametrize(
    ("first", "second", "ground"),
    [
        ("Tess Abara", "Theresa Abara", "short form"),
        ("J. Abara", "Jonas Abara", "initial"),
        ("Abara", "Jonas Abara", "surname alone"),
        ("Jonas Castelan", "Jonas Castellan", "spelling"),
        ("Jonas Casteilan", "Jonas Castellan", "spelling"),  # an OCR slip
        ("Anna Maria Castellan", "Anna Castellan Dufour", ""),  # nothing in common but a middle word
        ("Jean Luc Castellan", "Jeanluc Castellan", "written as one word"),
        ("Oduya Ann", "Ann Oduya", "equal"),  # the other order
        ("Сергей Волконин", "Sergej Volkonin", "equal"),
        ("Jonas Abara", "Jens Abara", ""),
        ("Jonas Abara", "Jonas Abara Jr.", ""),
        ("Abara", "Abara", ""),
    ],
)
def test_people(first: str, second: str, ground: str) -> None:
    grounds = {e.ground for s in suggested(first, second) for e in s.evidence}
    assert (ground in grounds) if ground else not grounds


@pytest.mark.parametrize(
    ("first", "second", "ground"),
    [
        ("Harbour Safety Board", "HSB", "acronym"),
        ("Okello Shipping", "Okello", "name cut short"),
        ("Okello Shiping", "Okello Shipping", "spelling"),
        ("Okello Shipping", "Brandt Shipping", ""),
        ("Committee", "Committee on Harbours", ""),
    ],
)
def test_organisations(first: str, second: str, ground: str) -> None:
    grounds = {e.ground for s in suggested(first, second, kind=ORG) for e in s.evidence}
    assert (ground in grounds) if ground else not grounds


def test_one_of_several_bearers_scores_less_than_the_only_one() -> None:
    [only] = suggested("Abara", "Jonas Abara")
    two = suggested("Abara", "Jonas Abara", "Keiko Abara")
    assert len(two) == 2
    assert all(s.score < only.score for s in two)


def test_a_surname_of_many_points_to_nobody() -> None:
    assert not suggested("Abara", *(f"{given} Abara" for given in ("Jonas", "Keiko", "Lars", "Ines")))


def test_a_document_that_names_both_speaks_against() -> None:
    [apart] = suggested("Tess Abara", "Theresa Abara")
    [together] = suggested("Tess Abara", "Theresa Abara", documents="00")
    assert together.score < apart.score
    assert any(e.ground == "named apart in one document" for e in together.evidence)


def test_being_named_beside_the_same_people_speaks_for() -> None:
    found = suggested("Tess Abara", "Theresa Abara", "Lars Holm", "Lars Holm", documents="0101")
    assert [str(e) for e in found[0].evidence][-1] == "named beside the same people: Lars Holm"


def test_order_does_not_matter() -> None:
    names = ["Tess Abara", "Theresa Abara", "Abara", "T. Abara", "Lars Holm", "Lars Holmm", "Lars P. Holm"] * 3
    members = [(f"d{n % 7}", Entity(f"e{n}", name, PERSON, (), ())) for n, name in enumerate(names)]
    expected = suggest(resolve(members))
    assert expected
    for seed in range(4):
        random.Random(seed).shuffle(members)
        assert suggest(resolve(members)) == expected


def test_a_crowd_of_one_surname_is_no_square() -> None:
    given = [f"{a}{b}{c}" for a in "BDKLMPRT" for b in ("ar", "el", "on", "ui") for c in ("da", "mo", "ra", "ti", "vu")]
    names = [f"{name.title()} {family}" for name in given for family in ("Anderson", "Erikson", "Janson", "Karlson")]
    members = [(f"d{n}", Entity(f"e{n}", name, PERSON, (), ())) for n, name in enumerate(names)]
    start = time.process_time()
    suggest(resolve(members))
    assert time.process_time() - start < 5
