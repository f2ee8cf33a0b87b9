"""A draft set against documents: details that differ are told, others are not."""

from collections.abc import Sequence

import pytest

from sayso.model.claim import Difference
from sayso.weigh.against import differences, stated
from tests.weigh.made import known
from tests.weigh.stated import alone

MARSH, RENN, FERRY = known("Odile Marsh"), known("Tobias Renn"), known("Sluice Ferries")
PEOPLE = [MARSH, RENN, FERRY]
PAID = "Odile Marsh paid Sluice Ferries 3,000 euros on May 4, 2031 at the Green Heron."


def told(
    text: str,
    payer: str = MARSH.id,
    times: Sequence[str] = ("2031-05-04",),
    amounts: Sequence[tuple[str, float, str]] = (("3,000", 3000, "€"),),
) -> list[Difference]:
    """In what a draft's sentence differs from one document."""
    there = alone(
        "a",
        PAID,
        "pay",
        "pay",
        PEOPLE,
        who={"subject": MARSH.id, "to": FERRY.id},
        times=["2031-05-04"],
        amounts=[("3,000", 3000, "€")],
    )
    draft = alone("b", text, "pay", "pay", PEOPLE, who={"subject": payer, "to": FERRY.id}, times=times, amounts=amounts)
    return list(differences(stated(draft)[0], stated(there), {one.id: one.name for one in PEOPLE}))


def test_the_same_details_in_other_words_are_no_difference() -> None:
    assert told("Marsh gave Sluice Ferries 3,000 euros in May 2031.", times=["2031-05"]) == []


@pytest.mark.parametrize(
    ("text", "about", "said", "found"),
    [
        ("Odile Marsh paid Sluice Ferries 30,000 euros.", "number", "30,000", "3,000"),
        ("Odile Marsh paid Sluice Ferries 3,000 euros at the Grey Heron.", "name", "Grey Heron", "Green Heron"),
    ],
)
def test_a_number_or_a_name_that_differs_is_told(text: str, about: str, said: str, found: str) -> None:
    number = 30_000 if "30,000" in text else 3000
    amounts = [(f"{number:,}", float(number), "€")]
    assert told(text, times=(), amounts=amounts) == [Difference(about, said, (found,))]


def test_a_date_that_differs_is_told() -> None:
    text = "Odile Marsh paid Sluice Ferries 3,000 euros on May 14, 2031."
    assert told(text, times=["2031-05-14"]) == [Difference("date", "2031-05-14", ("2031-05-04",))]


def test_somebody_else_in_place_of_whom_all_name_is_told() -> None:
    text = "Tobias Renn paid Sluice Ferries 3,000 euros on May 4, 2031."
    assert told(text, payer=RENN.id) == [Difference("name", "Tobias Renn", ("Odile Marsh",))]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("at 3:40 a.m.", [Difference("time", "3:40 a.m.", ("2:40 a.m.",))]),
        ("at 2:40 in the morning", []),  # the same time in other words
        ("at 2:40", []),  # of the night or of the afternoon
        ("at night", []),
    ],
)
def test_a_time_of_day_that_differs_is_told(said: str, found: list[Difference]) -> None:
    there = alone("a", "The alarm rang at 2:40 a.m. and was heard.", "ring", "rang", PEOPLE)
    draft = alone("b", f"The alarm rang {said} and was heard.", "ring", "rang", PEOPLE)
    assert list(differences(stated(draft)[0], stated(there), {})) == found


def test_a_day_that_is_only_counted_from_another_excuses_no_wrong_one() -> None:
    there = [
        *stated(alone("a", "Marsh paid on May 4, 2031.", "pay", "paid", PEOPLE, times=["2031-05-04"])),
        *stated(alone("c", "Marsh paid three days later.", "pay", "paid", PEOPLE, times=["2031-05-04"])),
    ]
    draft = stated(alone("b", "Marsh paid on May 9, 2031.", "pay", "paid", PEOPLE, times=["2031-05-09"]))[0]
    assert list(differences(draft, there, {})) == [Difference("date", "2031-05-09", ("2031-05-04",))]
    assert list(differences(draft, there[1:], {})) == []


def test_a_year_that_a_draft_does_not_tell_is_not_told_back() -> None:
    there = stated(alone("a", "Marsh paid on May 4, 2031.", "pay", "paid", PEOPLE, times=["2031-05-04"]))
    [draft] = stated(alone("b", "Marsh paid on May 9.", "pay", "paid", PEOPLE, times=["2033-05-09"]))
    assert list(differences(draft, there, {})) == [Difference("date", "May 9", ("2031-05-04",))]
    [draft] = stated(alone("b", "Marsh paid on May 4.", "pay", "paid", PEOPLE, times=["2033-05-04"]))
    assert list(differences(draft, there, {})) == []
