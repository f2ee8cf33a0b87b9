"""What surely belongs to a claim, apart from what may speak of something else."""

from dataclasses import replace

import pytest

from sayso.model.claim import ClaimStatus
from sayso.model.entity import EntityKind
from sayso.weigh.assembling import clusters
from sayso.weigh.conflicts import conflicts
from sayso.weigh.core import core
from sayso.weigh.facts import facts
from sayso.weigh.likeness import Pair
from sayso.weigh.origins import case_of, weigh_cluster
from sayso.weigh.source import Known, Source, Verdicts
from sayso.weigh.stance import Held
from tests.weigh.stated import alone

ANN = Known("ann", "Ann Marlowe", EntityKind.PERSON)
WHO = {"subject": "ann"}
SAYS = alone("a", "Ann Marlowe sold the boat.", "sell", "sell boat", (ANN,), who=WHO)
ALSO = alone("b", "Marlowe has sold her boat.", "sell", "sell boat", (ANN,), who=WHO)
NEVER = alone("c", "Marlowe never sold a boat.", "sell", "sell boat", (ANN,), who=WHO, negated=True)


def held(*sources: Source) -> list[Held]:
    return [Held(s, p, facts(s, p)) for s in sources for p in s.propositions]


# (likeness of a and b, of a and c, what is surely one claim)
ROWS = [
    (0.9, 0.9, {"pa", "pb", "pc"}),
    (0.9, 0.55, {"pa", "pb"}),  # who contradicts must be more alike
    (0.55, 0.55, {"pa", "pb"}),
    (0.3, 0.9, {"pa", "pc"}),
    (0.3, 0.3, {"pa"}),  # of parts that are alike the first
]


@pytest.mark.parametrize(("agree", "contradict", "sure"), ROWS)
def test_good_pairs_hold_the_core_together(agree: float, contradict: float, sure: set[str]) -> None:
    pairs = [Pair("pa", "pb", agree, ()), Pair("pa", "pc", contradict, ())]
    assert core(held(SAYS, ALSO, NEVER), pairs, ()) == sure


def test_what_a_person_put_together_is_sure() -> None:
    assert core(held(SAYS, NEVER), [Pair("pa", "pc", 0.3, ())], [("pa", "pc")]) == {"pa", "pc"}


def test_a_denial_that_may_be_of_something_else_makes_no_sure_dispute() -> None:
    pairs = [Pair("pa", "pb", 0.95, ()), Pair("pa", "pc", 0.5, ()), Pair("pb", "pc", 0.5, ())]
    sources = [SAYS, ALSO, NEVER]
    [cluster] = clusters(sources, pairs, Verdicts())
    claim = weigh_cluster(cluster, case_of({s.id: s for s in sources}, ()), Verdicts(), conflicts(cluster))
    assert [p.tentative for p in claim.positions] == [False, False, True]
    assert (claim.status, claim.surely) == (ClaimStatus.DISPUTED, ClaimStatus.CORROBORATED)
    sure = replace(claim, positions=tuple(replace(p, tentative=False) for p in claim.positions))
    assert sure.surely is ClaimStatus.DISPUTED
