"""Entities of the case: what merges by itself, what does not, and that order does not matter."""

import random

import pytest

from sayso.model.entity import Entity, EntityKind, Person
from sayso.resolve import resolve


def entity(number: int, name: str, kind: EntityKind = EntityKind.PERSON, *aliases: str) -> Entity:
    """An entity without mentions."""
    return Entity(f"e{number}", name, kind, aliases, ())


def groups(people: tuple[Person, ...]) -> set[frozenset[str]]:
    """The documents of each person."""
    return {frozenset(document for document, _ in person.members) for person in people}


@pytest.mark.parametrize(
    ("first", "second", "merged"),
    [
        ("Ann Oduya", "Ann Oduya", True),
        ("Ann Oduya", "ANN ODUYA", True),  # capitals
        ("Ann Oduya", "Oduya, Ann", True),  # order with a comma
        ("Ann Oduya", "Ann B. Oduya", True),  # a middle initial says nothing against
        ("Ann Beth Oduya", "Ann B. Oduya", True),
        ("Éva Szabó", "Eva Szabo", True),  # diacritics
        ("Ann B. Oduya", "Ann C. Oduya", False),  # two middle names against each other
        ("Oduya", "Oduya", False),  # a surname alone
        ("Ann", "Ann", False),  # a given name alone
        ("A. Oduya", "A. Oduya", False),  # an initial alone
        ("A. Oduya", "Ann Oduya", False),
        ("Oduya", "Ann Oduya", False),
        ("Paul Harker Jr.", "Paul Harker", False),  # father and son
        ("Paul Harker Jr.", "Paul Harker, Jr.", True),
        ("Bill Harker", "William Harker", False),  # compatible, but for a person to say
        ("Tess Oduya", "Ann Oduya", False),  # sisters
        ("Jon Hernandes", "Jon Hernandez", False),  # a slip or another man
    ],
)
def test_people_merge_on_the_full_name_alone(first: str, second: str, merged: bool) -> None:
    people = resolve([("d1", entity(1, first)), ("d2", entity(2, second))])
    assert (len(people) == 1) == merged


@pytest.mark.parametrize(
    ("first", "second", "merged"),
    [
        (("Port Authority", EntityKind.PUBLIC_BODY), ("the Port Authority", EntityKind.PUBLIC_BODY), True),
        (("Okello Shipping", EntityKind.ORGANIZATION), ("Okello Shipping", EntityKind.PUBLIC_BODY), True),
        (("Okello Shipping", EntityKind.ORGANIZATION), ("Okello", EntityKind.ORGANIZATION), False),
        (("Okello", EntityKind.PLACE), ("Okello", EntityKind.ORGANIZATION), False),  # the town and its team
        (("Okello", EntityKind.PLACE), ("Okello", EntityKind.PLACE), True),
        (("Ann Oduya", EntityKind.PERSON), ("Ann Oduya", EntityKind.ORGANIZATION), False),  # a ship of her name
    ],
)
def test_things_merge_on_the_same_words(
    first: tuple[str, EntityKind], second: tuple[str, EntityKind], merged: bool
) -> None:
    people = resolve([("d1", entity(1, *first)), ("d2", entity(2, *second))])
    assert (len(people) == 1) == merged


def test_contradicting_middle_names_part_all_and_who_has_none_stands_alone() -> None:
    names = ["Ann B. Oduya", "Ann C. Oduya", "Ann Oduya", "Ann B. Oduya"]
    people = resolve((f"d{n}", entity(n, name)) for n, name in enumerate(names))
    assert groups(people) == {frozenset({"d0", "d3"}), frozenset({"d1"}), frozenset({"d2"})}


def test_name_aliases_members_and_reason() -> None:
    people = resolve(
        [
            ("d2", entity(3, "ANN B. ODUYA")),
            ("d1", entity(1, "Ann Oduya", EntityKind.PERSON, "Oduya")),
            ("d1", entity(2, "Okello")),
        ]
    )
    okello, ann = sorted(people, key=lambda p: len(p.members))
    assert (ann.name, ann.aliases) == ("ANN B. ODUYA", ("Ann Oduya", "Oduya"))
    assert ann.members == (("d1", "e1"), ("d2", "e3"))
    assert ann.reason == "same full name in 2 documents"
    assert okello.reason == "a single word or an initial: not joined by itself"


def test_order_does_not_matter_and_ids_are_stable() -> None:
    names = ["Ann Oduya", "Ann Oduya", "Paul Harker", "Paul Harker Jr.", "Okello", "Okello", "Ann B. Oduya"]
    members = [(f"d{n}", entity(n, name)) for n, name in enumerate(names)]
    expected = resolve(members)
    for seed in range(5):
        random.Random(seed).shuffle(members)
        assert resolve(members) == expected
    more = resolve([*members, ("d9", entity(9, "Ann Oduya"))])
    assert {p.id for p in expected} == {p.id for p in more}


def test_ten_thousand_namesakes_take_linear_time() -> None:
    people = resolve((f"d{n}", entity(n, f"Ann {'BC'[n % 2]}. Oduya")) for n in range(10_000))
    assert len(people) == 2
