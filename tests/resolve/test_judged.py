"""What people decided goes before what merges by itself; later decisions before earlier ones."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.entity import Entity, EntityKind
from sayso.model.identity import IdentityKind, Verdict
from sayso.resolve import resolve, suggest

SAME, APART, HOLD, RENAME = IdentityKind.SAME, IdentityKind.APART, IdentityKind.HOLD, IdentityKind.RENAME
NAMES = ("Ann Oduya", "Ann Oduya", "Ann Oduya", "Anna Oduya", "Oduya")
"""Of documents 0 to 4: the first three merge by themselves."""


def verdicts(*decided: tuple[IdentityKind, str, str]) -> list[Verdict]:
    """Decisions about documents, given as digits."""
    return [
        Verdict(n, "Eva", kind, tuple(frozenset((f"d{c}", f"e{c}") for c in side) for side in (one, other)))
        for n, (kind, one, other) in enumerate(decided, start=1)
    ]


def resolved(decided: Sequence[Verdict], names: Sequence[str] = NAMES) -> str:
    """Who is together, as digits: `012 3 4`."""
    members = [(f"d{n}", Entity(f"e{n}", name, EntityKind.PERSON, (), ())) for n, name in enumerate(names)]
    people = resolve(members, decided)
    return " ".join(sorted("".join(document[1:] for document, _ in person.members) for person in people))


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        ([], "012 3 4"),
        ([(SAME, "3", "012")], "0123 4"),
        ([(SAME, "3", "4")], "012 34"),
        ([(APART, "0", "12")], "0 12 3 4"),
        ([(APART, "0", "1")], "0 1 2 3 4"),  # 2 was not there yet: it could be either
        ([(APART, "0", "12"), (SAME, "0", "12")], "012 3 4"),  # thought better of it
        ([(SAME, "3", "012"), (APART, "3", "012")], "012 3 4"),
        ([(SAME, "3", "012"), (APART, "0", "123")], "0 123 4"),  # split off another member: the rest stays joined
        ([(APART, "0", "12"), (APART, "1", "2")], "0 1 2 3 4"),
        ([(APART, "0", "12"), (SAME, "3", "0"), (SAME, "3", "4")], "034 12"),
        ([(APART, "3", "4"), (SAME, "3", "0"), (SAME, "4", "1")], "0123 4"),  # no way around a decision
        ([(HOLD, "3", "4")], "012 3 4"),
    ],
)
def test_decisions(decided: list[tuple[IdentityKind, str, str]], expected: str) -> None:
    assert resolved(verdicts(*decided)) == expected


sides = st.text("01234", min_size=1, max_size=4)


@given(st.lists(st.tuples(st.sampled_from([SAME, APART]), sides, sides), max_size=5))
def test_the_last_decision_holds_and_everybody_is_somewhere(decided: list[tuple[IdentityKind, str, str]]) -> None:
    clean = [(kind, one, "".join(set(other) - set(one)) or "4") for kind, one, other in decided]
    clean = [(kind, one, other) for kind, one, other in clean if not set(one) & set(other)]
    groups = resolved(verdicts(*clean)).split()
    assert sorted("".join(groups)) == list("01234")
    if clean:
        kind, one, other = clean[-1]
        for a in one:
            for b in other:
                if kind is APART:
                    assert not any(a in group and b in group for group in groups)


def test_a_name_is_given() -> None:
    members = [("d0", Entity("e0", "Ann Oduya", EntityKind.PERSON, ("Oduya",), ()))]
    renamed = [Verdict(1, "Eva", RENAME, (frozenset({("d0", "e0")}),), "Ann Oduya the elder")]
    [person] = resolve(members, renamed)
    assert (person.name, person.aliases) == ("Ann Oduya the elder", ("Ann Oduya", "Oduya"))
    assert person.id == resolve(members)[0].id


def test_what_was_decided_is_not_suggested_and_what_is_held_comes_last() -> None:
    names = ("Tess Abara", "Theresa Abara", "Abara")
    members = [(f"d{n}", Entity(f"e{n}", name, EntityKind.PERSON, (), ())) for n, name in enumerate(names)]

    def pairs(decided: list[Verdict]) -> list[tuple[str, str, bool]]:
        people = resolve(members, decided)
        called = {person.id: person.name for person in people}
        return [(*sorted((called[s.first], called[s.second])), s.held) for s in suggest(people, decided)]  # type: ignore[misc]

    assert pairs([])[0] == ("Tess Abara", "Theresa Abara", False)
    assert all(pair[:2] != ("Tess Abara", "Theresa Abara") for pair in pairs(verdicts((APART, "0", "1"))))
    assert pairs(verdicts((HOLD, "0", "1")))[-1] == ("Tess Abara", "Theresa Abara", True)
