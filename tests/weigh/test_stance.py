"""How members stand to their claim, which one says it plainly, and what they differ in."""

from collections.abc import Mapping, Sequence

from sayso.model.claim import Stance
from sayso.model.entity import EntityKind
from sayso.model.statement import Factuality
from sayso.weigh.assembling import clusters
from sayso.weigh.cluster import Cluster
from sayso.weigh.conflicts import conflicts
from sayso.weigh.source import Known, Source, Verdicts
from tests.weigh.stated import alone, document, reordered, states

ANN = Known("ann", "Ann Marlowe", EntityKind.PERSON)
BEN = Known("ben", "Ben Okafor", EntityKind.PERSON)
BOTH = (ANN, BEN)
WHO = {"subject": "ann", "object": "ben"}


def one(sources: Sequence[Source], **decided: Mapping[str, Stance]) -> Cluster:
    """The cluster that all propositions make, if a person puts them together."""
    ids = sorted(p.id for s in sources for p in s.propositions)
    together = frozenset((ids[0], id) for id in ids[1:])
    [made] = clusters(sources, (), Verdicts(together=together, stances=decided.get("stances", {})))
    return made


def stances(cluster: Cluster) -> dict[str, Stance]:
    return {m.proposition.id: m.stance for m in cluster.members}


MET = alone("a", "Ann Marlowe met Ben Okafor at Hay.", "meet", "meet", BOTH, who=WHO)
NEVER = alone("b", "Ann Marlowe never met Ben Okafor.", "meet", "meet", BOTH, who=WHO, negated=True)
ASKED = alone("c", "Did she meet Ben Okafor?", "meet", "meet", BOTH, who=WHO, factuality=Factuality.UNKNOWN)


def test_says_denies_asks() -> None:
    made = one([MET, NEVER, ASKED])
    assert stances(made) == {"pa": Stance.SUPPORTS, "pb": Stance.DENIES, "pc": Stance.REPORTS}
    assert made.plain == "pa"


def test_what_nobody_says_but_somebody_asks_is_denied() -> None:
    assert stances(one([NEVER, ASKED])) == {"pb": Stance.DENIES, "pc": Stance.REPORTS}


def test_what_all_say_is_not_so_is_what_they_say() -> None:
    none = [alone(id, "No date was set for it.", "set", "date set", negated=True) for id in "ab"]
    assert set(stances(one(none)).values()) == {Stance.SUPPORTS}


def test_what_excludes_the_claim_denies_it_and_its_denial_supports() -> None:
    fired = [
        alone(id, "They dismissed Ben Okafor.", "dismiss", "dismiss", (BEN,), who={"object": "ben"}) for id in "ab"
    ]
    left = alone("c", "Ben Okafor resigned then.", "resign", "resign", (BEN,), who={"subject": "ben"})
    stayed = alone("d", "Ben Okafor did not resign.", "resign", "resign", (BEN,), who={"subject": "ben"}, negated=True)
    found = stances(one([*fired, left, stayed]))
    assert found["pc"] is Stance.DENIES
    assert found["pd"] is Stance.SUPPORTS


def paid(id: str, sum: str, value: float, voice: str) -> Source:
    text = f"Ann Marlowe paid him {sum} in May."
    return alone(id, text, "pay", "pay", (ANN,), who={"subject": "ann"}, amounts=[(sum, value, "$")], voice=voice)


def test_the_number_that_most_voices_give_is_the_claims() -> None:
    made = one([paid("a", "$54,000", 54000, "x"), paid("b", "$45,000", 45000, "y"), paid("c", "$45,000", 45000, "z")])
    assert stances(made) == {"pa": Stance.DENIES, "pb": Stance.SUPPORTS, "pc": Stance.SUPPORTS}
    [conflict] = conflicts(made)
    assert conflict.about == "number"
    assert {(side.value, side.propositions) for side in conflict.sides} == {
        ("$54,000", ("pa",)),
        ("$45,000", ("pb", "pc")),
    }


def test_a_day_or_two_apart_contradict_each_other() -> None:
    days = [
        alone(id, f"The wall cracked on January {day}, 2021.", "crack", "wall crack", times=[f"2021-01-{day}"], voice=v)
        for id, day, v in (("a", 24, "log"), ("b", 22, "rigger"), ("c", 22, "baker"))
    ]
    made = one(days)
    assert stances(made)["pa"] is Stance.DENIES
    assert [c.about for c in conflicts(made)] == ["date"]


def test_a_person_decides() -> None:
    made = one([MET, NEVER], stances={"pb": Stance.REPORTS})
    member = next(m for m in made.members if m.proposition.id == "pb")
    assert (member.stance, member.confirmed) == (Stance.REPORTS, True)


def test_what_is_taken_back_only_reports() -> None:
    text = "We said that police had searched the office. That was wrong. There was no search."
    restated = states("p1", text, "that police had searched the office", "search", "police search office")
    back = states("p2", text, "That was wrong", "wrong", "wrong")
    again = states("p3", text, "There was no search", "search", "search", negated=True)
    [made] = [c for c in clusters([document("a", text, restated, back, again)], (), Verdicts()) if len(c.members) > 1]
    assert stances(made) == {"p1": Stance.REPORTS, "p2": Stance.DENIES, "p3": Stance.DENIES}


def test_order_does_not_matter() -> None:
    sources = [MET, NEVER, ASKED]
    assert [m.proposition.id for m in one(reordered(sources)).members] == [
        m.proposition.id for m in one(sources).members
    ]
    assert one(reordered(sources)).id == one(sources).id
