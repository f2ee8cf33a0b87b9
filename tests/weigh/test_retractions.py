"""Retractions and corrections: what takes a report back, and what does not."""

import pytest

from sayso.model.claim import ClaimStatus, Stance
from sayso.weigh.retractions import withdrawal_of
from tests.weigh.made import Said, Told, known, members, told, weighed

RAID = "Police searched the mayor’s house on Monday"
AGAIN = "police had searched the mayor’s house on Monday"
SORN = known("Greta Sorn")
DENIES, REPORTS = Stance.DENIES, Stance.REPORTS


def report() -> Told:
    return told("a", f"{RAID}. Nobody was home.", Said(RAID), publisher="Hallow Gazette", published="2024-05-02")


def correction(text: str, *said: Said, title: str = "Correction", publisher: str = "Hallow Gazette") -> Told:
    return told("z", text, *said, publisher=publisher, published="2024-05-05", title=title, people=(SORN,))


# corrections of the outlet that reported it, with what of them belongs to the claim
WITHDRAWN = [
    # told again and called wrong
    correction(f"An article said that {AGAIN}. That was wrong.", Said(AGAIN, stance=REPORTS)),
    # the same, taken for support
    correction(f"An article said that {AGAIN}. That was wrong.", Said(AGAIN)),
    # in another paragraph
    correction(
        f"Our story of May 2 said that {AGAIN}.\n\nThat is not true. No house was searched.",
        Said("No house was searched", stance=DENIES),
    ),
    # one sentence
    correction(f"A story on May 2 incorrectly stated that {AGAIN}.", Said(AGAIN, stance=REPORTS)),
    # an editor's note at the foot of another story
    correction(
        f"The fair opened.\n\nEditor’s note: An earlier version of this article said that {AGAIN}. It was not.",
        Said(AGAIN, stance=REPORTS),
        title="The fair",
    ),
    # withdrawn in so many words
    correction(f"The Gazette withdraws its report that {AGAIN}.", Said(AGAIN, stance=REPORTS), title="An apology"),
]


@pytest.mark.parametrize("taken_back", WITHDRAWN)
def test_retracted(taken_back: Told) -> None:
    claim = weighed([report(), taken_back])
    assert (claim.status, claim.independent) == (ClaimStatus.RETRACTED, 1)


def test_what_is_told_again_only_reports() -> None:
    claim = weighed([report(), correction(f"An article said that {AGAIN}. That was wrong.", Said(AGAIN))])
    assert [(p.document, p.stance, p.origin) for p in claim.positions] == [
        ("a", Stance.SUPPORTS, "s1"),
        ("z", REPORTS, None),
    ]


def test_another_outlet_tells_of_the_retraction() -> None:
    told_there = "Police did not search any house"
    other = told(
        "r", f"{told_there}: the Hallow Gazette has taken that report back.", Said(told_there, stance=DENIES),
        publisher="River Radio",
    )  # fmt: skip
    assert weighed([report(), other]).status is ClaimStatus.RETRACTED


# what is no retraction of this claim
NOT_WITHDRAWN = [
    # a request to withdraw, and a refusal
    correction(f"A lawyer asked us to withdraw the report that {AGAIN}. We stand by it.", Said(AGAIN, stance=REPORTS)),
    # a denial by somebody else, told in a news story
    correction("Greta Sorn said that was wrong. No house was searched, she said.", title="The mayor answers"),
]


@pytest.mark.parametrize("kept", NOT_WITHDRAWN)
def test_not_retracted(kept: Told) -> None:
    assert weighed([report(), kept]).status is ClaimStatus.SINGLE_SOURCE


def test_others_who_say_so_still_count() -> None:
    seen = Said("officers carry boxes out", ("Greta Sorn",))
    own = told("o", "Greta Sorn saw officers carry boxes out.", seen, people=(SORN,))
    claim = weighed([report(), own, correction(f"An article said that {AGAIN}. That was wrong.", Said(AGAIN))])
    assert claim.status is not ClaimStatus.RETRACTED
    assert claim.independent == 2


def test_the_words_that_take_back() -> None:
    (member,) = members(correction(f"An article said that {AGAIN}. That was wrong.", Said(AGAIN)))
    found = withdrawal_of(member)
    assert found is not None
    assert found.words.of(member.source.text) == "That was wrong"
