"""Which events may be one happening, and why."""

import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.event import Event, EventKind, EventStatus
from sayso.model.happening import Ruling, Telling
from sayso.model.span import Span
from sayso.model.when import When
from sayso.resolve.happenings import suggest_happenings

TWO = ("Odile Marsh", "Tobias Renn")


def telling(
    id: str,
    who: Sequence[str] = TWO,
    date: str | None = "2031-03-03",
    kind: str = "meeting",
    *,
    document: str | None = None,
    place: str | None = None,
    time: str | None = None,
    status: str = "occurred",
    at: int = 0,
) -> Telling:
    when = When.parse(date) if date else None
    named = Span(at, at + 3)
    made = Event(id, EventKind(kind), named, tuple(who), when, time, place, EventStatus(status), (), named, None, 0.5)
    return Telling(document or f"d{id}", made, tuple(who))


# (the other telling than the meeting of Marsh and Renn on 3 March, a ground among the reasons)
MAY_BE_ONE = [
    (telling("b"), "the same day"),
    (telling("b", kind="conversation"), "kinds that can be one"),
    (telling("b", date="2031-03"), "dates that can be one"),
    (telling("b", ("Marsh", "Tobias Renn")), "surname alone"),
    (telling("b", (*TWO, "Ulla Berg")), "participants in common"),
    (telling("b", kind="call", place="the lock-house"), "the same place"),
    (telling("b", place="the harbour"), "another place"),  # two tellings may differ about it
    (telling("b", status="did-not-occur"), "said not to have occurred"),  # denied: the reporter wants to see both
    (telling("b", status="planned"), "another status"),
    (telling("b", document="da", at=90), "told apart in one document"),
]


@pytest.mark.parametrize(("other", "ground"), MAY_BE_ONE)
def test_may_be_one(other: Telling, ground: str) -> None:
    [found] = suggest_happenings([telling("a", place="lock-house at the weir"), other])
    assert (found.first, found.second) == ("a", "b")
    assert ground in [e.ground for e in found.evidence]
    assert found.score == pytest.approx(0.2 + sum(e.weight for e in found.evidence))


# tellings that are not the meeting of Marsh and Renn on 3 March
OTHERS = [
    telling("b", date="2031-03-04"),  # the next day
    telling("b", date=None),  # nothing says when
    telling("b", date="2031"),  # some day of that year
    telling("b", date="2031-03-01/.."),  # that day or any later one
    telling("b", ("Odile Marsh", "Ulla Berg")),  # somebody else
    telling("b", ("Odile Marsh", "Tobias Renn Jr.")),  # his son
    telling("b", ("Odile Marsh", "Ines Renn")),  # his sister
    telling("b", (*TWO, "Ulla Berg", "Ana Sorel", "Iva Falk")),  # more that differ than are shared
    telling("b", kind="call"),  # another channel
    telling("b", kind="payment"),  # no contact
    telling("b", time="21:00"),  # an hour later
    telling("b", document="da"),  # one sentence tells both
    telling("b", date="2031-03", document="da", at=90),  # a document that tells them apart, and little to go by
]


@pytest.mark.parametrize("other", OTHERS)
def test_are_not_one(other: Telling) -> None:
    assert not suggest_happenings([telling("a", place="the lock-house", time="20:00"), other])


def test_two_of_one_surname_meet() -> None:
    family = ("Ines Renn", "Tobias Renn")
    assert suggest_happenings([telling("a", family), telling("b", family)])


def test_a_surname_alone_is_nobody_with_a_suffix() -> None:
    assert not suggest_happenings([telling("a", ("Odile Marsh", "Tobias Renn Jr.")), telling("b", ("Marsh", "Renn"))])


def test_trips_are_one_by_traveller_and_place() -> None:
    trip = telling("a", ("Odile Marsh",), kind="travel", place="Brack Mill")
    assert suggest_happenings([trip, telling("b", ("Odile Marsh",), kind="travel", place="to Brack Mill")])
    assert not suggest_happenings([trip, telling("b", ("Odile Marsh",), kind="travel", place="Ulm")])
    assert not suggest_happenings([trip, telling("b", ("Odile Marsh",), kind="travel")])


@pytest.mark.parametrize("same", [True, False])
def test_what_is_decided_is_not_suggested(same: bool) -> None:
    assert not suggest_happenings([telling("a"), telling("b")], [Ruling(1, "Ana", "b", "a", same)])


def test_names_that_may_be_one_person_may_be_one_participant() -> None:
    told = [telling("a", ("Odile Marsh", "Arkady Zholtin")), telling("b", ("Odile Marsh", "Arkadi Joltine"))]
    assert not suggest_happenings(told)
    [found] = suggest_happenings(told, alike=[("Arkadi Joltine", "Arkady Zholtin")])
    assert "names that may be one person's" in [e.ground for e in found.evidence]


def test_what_follows_from_decisions_is_not_asked() -> None:
    told = [telling("a"), telling("b"), telling("c")]
    same = [Ruling(1, "Ana", "a", "b", True), Ruling(2, "Ana", "b", "c", True)]
    assert not suggest_happenings(told, same)
    apart = [Ruling(1, "Ana", "a", "b", True), Ruling(2, "Ana", "b", "c", False)]
    assert not suggest_happenings(told, apart)
    assert len(suggest_happenings(told, same[:1])) == 2


NAMES = st.sampled_from(["Odile Marsh", "Marsh", "Tobias Renn", "Renn", "Tobias Renn Jr.", "the crew", ""])
TELLINGS = st.lists(
    st.builds(
        telling,
        st.uuids().map(str),
        st.lists(NAMES, max_size=4),
        st.sampled_from(["2031-03-03", "2031-03", "2031-03-03/2031-03-09", "2031-03-04", None, "2031"]),
        st.sampled_from([kind.value for kind in EventKind]),
    ),
    max_size=8,
)


@given(TELLINGS)
def test_suggestions_do_not_depend_on_the_order_and_never_pair_what_excludes_itself(told: list[Telling]) -> None:
    found = suggest_happenings(told)
    turned = suggest_happenings(told[::-1])
    assert {frozenset((s.first, s.second)): s.score for s in found} == {
        frozenset((s.first, s.second)): s.score for s in turned
    }
    events = {one.event.id: one.event for one in told}
    for pair in found:
        first, second = events[pair.first].date, events[pair.second].date
        assert first is not None
        assert second is not None
        assert first.overlaps(second)


def test_ten_thousand_documents_that_tell_one_thing_take_no_time() -> None:
    started = time.process_time()
    found = suggest_happenings([telling(f"e{n}") for n in range(10_000)])
    assert time.process_time() - started < 15
    assert len(found) >= 10_000
