"""The comparison of names: rows of invented or very common names, and properties."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.entity import EntityKind
from sayso.resolve import Ground, same
from sayso.resolve.spelling import distance

ROWS = Path(__file__).parents[1] / "rows" / "names.tsv"


def rows() -> list[tuple[str, str, str, str, str]]:
    """Kind, two names, yes or no, and the ground that decides or what the row shows."""
    with ROWS.open(encoding="utf-8", newline="") as file:
        lines = [r for r in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if not r[0].startswith("#")]
    return [(kind, a, b, verdict, ground) for kind, a, b, verdict, ground in lines]


@pytest.mark.parametrize(("kind", "a", "b", "verdict", "ground"), rows())
def test_rows(kind: str, a: str, b: str, verdict: str, ground: str) -> None:
    comparison = same(a, b, EntityKind(kind))
    assert comparison.same == (verdict == "yes"), str(comparison)
    assert Ground(ground) in {r.ground for r in comparison.reasons}, str(comparison)


words = st.text(alphabet="abcdeéłЖ習กA.'-, 1", max_size=18)


@given(words, words, st.sampled_from(list(EntityKind)))
def test_the_order_of_the_two_does_not_matter(a: str, b: str, kind: EntityKind) -> None:
    assert same(a, b, kind).same == same(b, a, kind).same


@given(st.sampled_from(["Ann Oduya", "Piet van der Meer", "J.-P. Morel", "李 小 龙", "Okello & Sons Ltd"]))
def test_a_name_is_compatible_with_itself(name: str) -> None:
    for kind in EntityKind:
        assert same(name, name, kind).same
        assert same(name.upper(), name.lower(), kind).same


@given(st.text(alphabet="abcdefghikmnosuvwz", max_size=10), st.text(alphabet="abcdefghikmnosuvwz", max_size=10))
def test_distance_is_symmetric_and_zero_only_for_the_same(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)


def test_reasons_are_told_in_words() -> None:
    assert str(same("Tess Okonjo", "Theresa Okonjo", EntityKind.PERSON)) == (
        "compatible (equal: okonjo / okonjo; short form: tess / theresa)"
    )
