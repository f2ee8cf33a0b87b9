"""Groups of propositions: whatever order they come in, and what people decided holds."""

import random
from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.weigh.grouping import group
from sayso.weigh.likeness import Pair
from sayso.weigh.source import Verdicts

NAMES = [f"p{i}" for i in range(9)]


def pair(first: str, second: str, score: float) -> Pair:
    return Pair(min(first, second), max(first, second), score, ())


def test_alike_are_one_and_the_rest_stay_alone() -> None:
    found = group(["p3", "p1", "p2"], [pair("p1", "p3", 0.9)], Verdicts())
    assert found == (("p1", "p3"), ("p2",))


def test_a_chain_of_likenesses_does_not_join_its_ends() -> None:
    chain = [pair(a, b, 0.4) for a, b in pairwise(NAMES)]
    assert max(len(ids) for ids in group(NAMES, chain, Verdicts())) < 4


def test_other_days_keep_apart_what_is_alike_otherwise() -> None:
    pairs = [pair("p1", "p2", 0.95), pair("p2", "p3", 0.6), pair("p1", "p3", 0.0)]
    assert group(["p1", "p2", "p3"], pairs, Verdicts()) == (("p1", "p2"), ("p3",))


def test_people_outrank_likeness() -> None:
    pairs = [pair("p1", "p2", 0.99)]
    apart = Verdicts(apart=frozenset({("p2", "p1")}))
    assert group(["p1", "p2"], pairs, apart) == (("p1",), ("p2",))
    together = Verdicts(together=frozenset({("p1", "p3")}))
    assert group(["p1", "p2", "p3"], [], together) == (("p1", "p3"), ("p2",))


def test_apart_holds_where_verdicts_contradict_each_other() -> None:
    both = Verdicts(together=frozenset({("p1", "p2"), ("p2", "p3")}), apart=frozenset({("p1", "p3")}))
    assert group(["p1", "p2", "p3"], [], both) == (("p1", "p2"), ("p3",))


def test_nested_are_two_unless_a_person_says_so() -> None:
    pairs = [pair("p1", "p2", 0.9)]
    assert group(["p1", "p2"], pairs, Verdicts(), [("p1", "p2")]) == (("p1",), ("p2",))
    said = Verdicts(together=frozenset({("p1", "p2")}))
    assert group(["p1", "p2"], pairs, said, [("p1", "p2")]) == (("p1", "p2"),)


@given(
    st.lists(
        st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from([0.0, 0.1, 0.3, 0.6, 0.9, 0.99])),
        unique_by=lambda row: frozenset(row[:2]),
    ),
    st.integers(),
)
def test_order_does_not_matter(rows: Sequence[tuple[str, str, float]], seed: int) -> None:
    pairs = [pair(a, b, score) for a, b, score in rows if a != b]
    shuffled, names = list(pairs), list(NAMES)
    random.Random(seed).shuffle(shuffled)
    random.Random(seed).shuffle(names)
    found = group(NAMES, pairs, Verdicts())
    assert group(names, shuffled, Verdicts()) == found
    assert sorted(id for ids in found for id in ids) == NAMES
