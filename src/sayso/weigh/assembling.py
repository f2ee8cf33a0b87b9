"""Groups of propositions to clusters: every member with its stance, and which one says it plainly."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.model.claim import Stance
from sayso.model.proposition import Proposition
from sayso.weigh.cards import nested
from sayso.weigh.cluster import Cluster, Member
from sayso.weigh.core import core
from sayso.weigh.facts import facts, is_comparable
from sayso.weigh.grouping import group
from sayso.weigh.likeness import Pair
from sayso.weigh.retractions import withdrawal_of
from sayso.weigh.source import Source, Verdicts
from sayso.weigh.stance import Held, Standing, standings
from sayso.weigh.withdrawals import takes_back
from sayso.weigh.wording import plainest

_TAKEN_BACK = 0.999


def clusters(sources: Sequence[Source], pairs: Iterable[Pair], verdicts: Verdicts) -> Iterator[Cluster]:
    """The clusters that `pairs` (those of `likenesses`) and verdicts make of all propositions worth comparing."""
    place = {p.id: (source, p) for source in sources for p in source.propositions}
    decided = frozenset(id for pair in verdicts.together for id in pair)
    worth = [id for id, (source, p) in place.items() if id in decided or is_comparable(source, p)]
    given = list(pairs)
    back = {a: b for source in sources for a, b in takes_back(source).items()}
    inside = [pair for source in sources for pair in nested(source)]
    return assembled(groups(worth, given, back, inside, verdicts), place, given, back, verdicts)


def groups(
    worth: Iterable[str],
    pairs: Iterable[Pair],
    back: Mapping[str, str],
    inside: Collection[tuple[str, str]],
    verdicts: Verdicts,
) -> tuple[tuple[str, ...], ...]:
    """What is one claim each: ids of propositions that are `worth` comparing, and those that take others `back`; of the
    pairs `inside` one is part of the other.
    """
    # "That was wrong" belongs with what it speaks of, whatever else that is like.
    taken = (Pair(min(both), max(both), _TAKEN_BACK, ("takes back the sentence before it",)) for both in back.items())
    return group([*worth, *back, *back.values()], [*pairs, *taken], verdicts, inside)


def assembled(
    grouped: Iterable[Sequence[str]],
    place: Mapping[str, tuple[Source, Proposition]],
    pairs: Iterable[Pair],
    back: Mapping[str, str],
    verdicts: Verdicts,
) -> Iterator[Cluster]:
    """Groups (ids) as clusters: `place` has their propositions, `pairs` those that are alike within them."""
    between: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        between[pair.first].append(pair)
        between[pair.second].append(pair)
    assembler = _Assembler(between, back, verdicts)
    return (assembler.cluster([place[id] for id in ids]) for ids in grouped)


@dataclass(frozen=True, slots=True)
class _Assembler:
    between: Mapping[str, Sequence[Pair]]
    back: Mapping[str, str]
    verdicts: Verdicts

    def cluster(self, placed: Sequence[tuple[Source, Proposition]]) -> Cluster:
        held = sorted(
            (Held(source, p, facts(source, p)) for source, p in placed),
            key=lambda h: (h.source.id, h.proposition.span, h.id),
        )
        ids = frozenset(h.id for h in held)
        inside = {id: [q for q in self.between.get(id, ()) if q.first in ids and q.second in ids] for id in ids}
        back = {id: self.back[id] for id in ids if self.back.get(id) in ids}
        together = [pair for pair in self.verdicts.together if ids.issuperset(pair)]
        sure = core(held, [q for found in inside.values() for q in found], [*back.items(), *together])
        standing = standings(held, back, self.verdicts)
        likeness = {id: sum(q.score for q in found) / max(1, len(held) - 1) for id, found in inside.items()}
        plain = plainest([h for h in held if h.id in sure], standing, likeness)
        decided = frozenset(id for pair in together for id in pair)
        members = [
            Member(
                h.source,
                h.proposition,
                standing[h.id].stance,
                tuple(_why(h.id, plain, inside[h.id], standing[h.id], h.id in decided)),
                standing[h.id].confirmed or h.id in decided,
                h.id not in sure,
            )
            for h in held
        ]
        if len(members) > 1:
            members = [m if standing[m.proposition.id].confirmed else _unless_restated(m) for m in members]
        return Cluster(Cluster.id_of(ids), plain, tuple(members))


def _unless_restated(member: Member) -> Member:
    """A correction that tells what was reported wrongly does not say it."""
    withdrawal = withdrawal_of(member) if member.stance is Stance.SUPPORTS else None
    if withdrawal is None or not withdrawal.restates or withdrawal.outlet is not None:
        return member
    return replace(member, stance=Stance.REPORTS, why=(*member.why[:-1], "tells what the text takes back"))


def _why(id: str, plain: str, pairs: Sequence[Pair], standing: Standing, decided: bool) -> Iterator[str]:
    if decided:
        yield "a person put it here"
    nearest = max(pairs, key=lambda q: (plain in (q.first, q.second), q.score, q.first, q.second), default=None)
    if id != plain and nearest is not None:
        yield from nearest.reasons
    yield standing.why
