"""Known people: whom a list may name, and where it must not."""

import pytest

from sayso.model.entity import Entity, EntityKind, Person
from sayso.model.identity import IdentityKind, Verdict
from sayso.model.known import KnownPerson
from sayso.resolve import resolve
from sayso.resolve.known import with_known

COMPANY = EntityKind.ORGANIZATION


def known(number: int, name: str, *aliases: str, kind: EntityKind = EntityKind.PERSON) -> KnownPerson:
    return KnownPerson(f"k{number}", name, kind, aliases, "list.ftm.jsonl")


def case(*names: str, kind: EntityKind = EntityKind.PERSON) -> tuple[Person, ...]:
    """The entities of a case whose documents have one name each."""
    return resolve((f"d{n}", Entity(f"e{n}", name, kind, (), ())) for n, name in enumerate(names))


def shown(people: tuple[Person, ...]) -> set[tuple[str, int]]:
    return {(person.name, len(person.members)) for person in people}


# (names in documents, known people, what comes of it as (name, members)), a comment each
ROWS: list[tuple[list[str], list[KnownPerson], set[tuple[str, int]]]] = [
    (["Ann Oduya"], [known(1, "Ann Beth Oduya")], {("Ann Beth Oduya", 1)}),  # a middle name says nothing against
    (["Ann C. Oduya"], [known(1, "Ann B. Oduya")], {("Ann C. Oduya", 1)}),  # another middle name
    (["Oduya", "A. Oduya"], [known(1, "Ann Oduya")], {("Oduya", 1), ("A. Oduya", 1)}),  # no full names
    (["Éva Szabó"], [known(1, "Szabo, Eva")], {("Szabo, Eva", 1)}),  # written otherwise, one name
    (["Sean O'Neil"], [known(1, "SEAN ONEIL", "Sean O’Neil")], {("SEAN ONEIL", 1)}),
    (["Ann Oduya"], [known(1, "Tess Oduya")], {("Ann Oduya", 1)}),  # sisters
    (["Paul Harker Jr."], [known(1, "Paul Harker")], {("Paul Harker Jr.", 1)}),  # father and son
    (["William Harker"], [known(1, "Bill Harker")], {("William Harker", 1)}),  # not said to be one
    (["William Harker"], [known(1, "Bill Harker", "William Harker")], {("Bill Harker", 1)}),  # said to be one
    (["William Harker", "Bill Harker"], [known(1, "Bill Harker", "William Harker")], {("Bill Harker", 2)}),
    (["Ann Oduya"], [known(1, "Ann Oduya"), known(2, "Ann Oduya", "A. Smith")], {("Ann Oduya", 1)}),  # two namesakes
    (["Ann Oduya", "Ann B. Oduya", "Ann C. Oduya"], [known(1, "Ann Oduya")],
     {("Ann Oduya", 1), ("Ann B. Oduya", 1), ("Ann C. Oduya", 1)}),  # documents tell two apart
    ([], [known(1, "Ann Oduya")], set()),  # nobody mentions her
    (["Ann Oduya"], [known(1, "Ann Oduya", kind=COMPANY)], {("Ann Oduya", 1)}),  # a firm of that name
]  # fmt: skip


@pytest.mark.parametrize(("names", "listed", "expected"), ROWS)
def test_a_list_names_only_whom_full_names_tell(
    names: list[str], listed: list[KnownPerson], expected: set[tuple[str, int]]
) -> None:
    people = with_known(case(*names), listed)
    assert shown(people) == expected
    assert shown(with_known(case(*reversed(names)), listed[::-1])) == expected


def test_the_reason_names_the_list_and_all_names_are_kept() -> None:
    [person] = with_known(case("William Harker"), [known(1, "Bill Harker", "William Harker", "W. P. Harker")])
    assert person.reason.endswith("the same full name is in list.ftm.jsonl")
    assert person.aliases == ("William Harker", "W. P. Harker")
    assert person.id == case("William Harker")[0].id  # so that what was noted of it is still about it


def test_a_list_says_what_a_body_is() -> None:
    [board] = with_known(case("Water Board", kind=COMPANY), [known(1, "Water Board", kind=EntityKind.PUBLIC_BODY)])
    assert board.kind is EntityKind.PUBLIC_BODY


def test_a_person_overrules_the_list() -> None:
    people = case("William Harker", "Bill Harker")
    sides = tuple(frozenset(person.members) for person in people)
    apart = Verdict(1, "Ana", IdentityKind.APART, sides)
    listed = [known(1, "Bill Harker", "William Harker")]
    assert shown(with_known(people, listed, [apart])) == {("Bill Harker", 1), ("William Harker", 1)}
    by_aliases = [known(1, "Liam Harker", "Bill Harker", "William Harker")]
    assert with_known(people, by_aliases, [apart]) == people  # and who bears the name itself is not here
    renamed = Verdict(1, "Ana", IdentityKind.RENAME, (frozenset({("d0", "e0")}),), "Wm. Harker")
    people = resolve([("d0", Entity("e0", "William Harker", EntityKind.PERSON, (), ()))], [renamed])
    assert shown(with_known(people, listed, [renamed])) == {("Wm. Harker", 1)}


def test_without_a_list_nothing_changes() -> None:
    people = case("Ann Oduya", "Oduya")
    assert with_known(people, []) == people
