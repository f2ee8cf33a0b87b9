"""Whom a typed name stands for."""

import pytest

from sayso.errors import UsageError
from sayso.model.entity import EntityKind, Person
from sayso.store.called import called
from sayso.store.stored import StoredPerson


def one(id: str, name: str, *aliases: str, mentions: int = 1, kind: EntityKind = EntityKind.PERSON) -> StoredPerson:
    return StoredPerson(Person(id, name, kind, aliases, ((f"d{id}", "e"),), ""), 1, mentions, 0)


FATHER = one("f", "Tobias Renn", "Renn", "Tobias", mentions=40)
SON = one("s", "Tobias Renn, Jr.", "Renn Jr.", mentions=90)
COUSIN = one("c", "Ulla Renn", "Renn", mentions=3)
BARE = one("b", "Renn", mentions=200)
OTHER_BARE = one("o", "Renn", mentions=2)
WORKS = one("w", "Renn Works", "Renn", kind=EntityKind.ORGANIZATION, mentions=500)
TOWN = one("t", "Renn", kind=EntityKind.PLACE, mentions=900)

# (who is there, name typed, ids meant, ids of others)
MEANT = [
    ([FATHER], "Renn", ["f"], []),
    ([FATHER, BARE], "renn", ["f", "b"], []),  # nothing tells whether they are the same
    ([FATHER, SON, BARE], "Renn", ["f", "b"], ["s"]),  # documents call the father so, and the son never
    ([FATHER, SON], "Tobias Renn", ["f"], []),  # a whole name is that of whoever bears it
    ([FATHER, SON], "Tobias Renn Jr", ["s"], []),
    ([SON], "Renn", ["s"], []),  # the only bearer
    ([BARE, OTHER_BARE], "Renn", ["b", "o"], []),  # two documents, one name
    ([FATHER, WORKS, TOWN], "Renn", ["f"], []),  # a person before things
    ([WORKS], "Renn", ["w"], []),
    ([WORKS, FATHER], "Renn Works", ["w"], []),
    ([FATHER], "Tobias", ["f"], []),  # the only one whom documents call so
]


@pytest.mark.parametrize(("there", "name", "meant", "others"), MEANT)
def test_one_is_meant(there: list[StoredPerson], name: str, meant: list[str], others: list[str]) -> None:
    found = called(there, name)
    assert found is not None
    assert [p.person.id for p in found.meant] == meant
    assert [p.person.id for p in found.others] == others


# (who is there, name typed)
SEVERAL = [
    ([FATHER, COUSIN], "Renn"),  # documents call both so
    ([SON, one("x", "Ines Renn")], "Renn"),  # both bear it
    ([FATHER, one("y", "Tobias Renn")], "Tobias Renn"),
]


@pytest.mark.parametrize(("there", "name"), SEVERAL)
def test_choices_are_listed_with_counts(there: list[StoredPerson], name: str) -> None:
    with pytest.raises(UsageError) as raised:
        called(there, name)
    for found in there:
        assert found.person.id in str(raised.value)
        assert f"{found.mentions} mention" in str(raised.value)
    assert str(raised.value).startswith(f"2 go by the name '{name}'")


def test_nobody_is_meant() -> None:
    assert called([FATHER], "Marsh") is None
    assert called([FATHER], " ") is None
    assert called([FATHER], "Odile Renn") is None
