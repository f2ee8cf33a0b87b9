"""Pairs of propositions that are one claim, and pairs that only sound like it."""

import pytest

from sayso.model.entity import EntityKind
from sayso.weigh.likeness import likenesses
from sayso.weigh.source import Known, Source
from tests.weigh.stated import alone, document, states, vectors

ANN = Known("ann", "Ann Marlowe", EntityKind.PERSON)
BEN = Known("ben", "Ben Okafor", EntityKind.PERSON)
MARLOWE = Known("marlowe", "Marlowe", EntityKind.PERSON)
BOTH = (ANN, BEN)
SUBJECT_ANN = {"subject": "ann", "object": "ben"}

PAIRS = [
    # other words for one happening
    (
        alone("a", "Ann Marlowe fired Ben Okafor.", "fire", "fire", BOTH, who=SUBJECT_ANN),
        alone("b", "Ben Okafor was dismissed by Ann Marlowe.", "dismiss", "dismiss", BOTH, who=SUBJECT_ANN),
        0.6,
        True,
    ),
    # a denial belongs to the claim that it denies
    (
        alone("a", "Ann Marlowe met Ben Okafor.", "meet", "meet", BOTH, who=SUBJECT_ANN),
        alone("b", "Ann Marlowe never met Ben Okafor.", "meet", "meet", BOTH, who=SUBJECT_ANN, negated=True),
        0.6,
        True,
    ),
    # so does what excludes it
    (
        alone("a", "Ann Marlowe dismissed Ben Okafor.", "dismiss", "dismiss", BOTH, who=SUBJECT_ANN),
        alone("b", "Ben Okafor resigned.", "resign", "resign", (BEN,), who={"subject": "ben"}),
        0.5,
        True,
    ),
    # another sum for the same payment
    (
        alone(
            "a",
            "Ann Marlowe paid Ben Okafor $45,000.",
            "pay",
            "pay",
            BOTH,
            who=SUBJECT_ANN,
            amounts=[("$45,000", 45000, "$")],
        ),
        alone(
            "b",
            "Ann Marlowe paid Ben Okafor $54,000.",
            "pay",
            "pay",
            BOTH,
            who=SUBJECT_ANN,
            amounts=[("$54,000", 54000, "$")],
        ),
        0.7,
        True,
    ),
    # a surname for the full name
    (
        alone("a", "Ann Marlowe sold the mill.", "sell", "sell mill", (ANN,), who={"subject": "ann"}),
        alone("b", "Marlowe sold the mill.", "sell", "sell mill", (MARLOWE,), who={"subject": "marlowe"}),
        0.6,
        True,
    ),
    # the same words about another day are another claim
    (
        alone("a", "The board voted on June 9, 2020.", "vote", "board vote", times=["2020-06-09"]),
        alone("b", "The board voted on September 14, 2021.", "vote", "board vote", times=["2021-09-14"]),
        0.9,
        False,
    ),
    # nothing in common but that somebody is named
    (
        alone("a", "Ann Marlowe owns a boat.", "own", "own boat", (ANN,), who={"subject": "ann"}),
        alone("b", "Ann Marlowe testified in March.", "testify", "testify", (ANN,), who={"subject": "ann"}),
        0.2,
        False,
    ),
    # a protestation that speaks to nothing in particular
    (
        alone("a", "Ann Marlowe has done nothing wrong.", "do", "wrong", (ANN,), who={"subject": "ann"}),
        alone("b", "Ann Marlowe did wrong.", "do", "wrong", (ANN,), who={"subject": "ann"}),
        0.8,
        False,
    ),
]


@pytest.mark.parametrize(("first", "second", "cosine", "same"), PAIRS)
def test_pairs(first: Source, second: Source, cosine: float, same: bool) -> None:
    found = likenesses([first, second], vectors([first, second], cosine))
    assert (bool(found) and found[0].score > 0.2) is same


def test_names_its_reasons() -> None:
    first, second, cosine, _ = PAIRS[0]
    [pair] = likenesses([first, second], vectors([first, second], cosine))
    assert (pair.first, pair.second) == ("pa", "pb")
    assert "both name Ann Marlowe and Ben Okafor" in pair.reasons
    assert "alike in “fire” and “dismiss”" in pair.reasons


def test_what_is_part_of_the_other_is_no_pair() -> None:
    text = "She said that the mill burned down in the night."
    outer = states("p1", text, text, "say", "mill burn night")
    inner = states("p2", text, "that the mill burned down in the night", "burn", "mill burn night")
    source = document("a", text, outer, inner)
    assert likenesses([source], vectors([source], 0.9)) == ()
