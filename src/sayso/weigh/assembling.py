"""Groups of propositions to clusters: every member with its stance, and which one says it plainly."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.model.claim import Stance
from sayso.model.proposition import Proposition
from sayso.weigh.cluster import Cluster, Member
from sayso.weigh.facts import facts, is_comparable
from sayso.weigh.grouping import group
from sayso.weigh.likeness import Pair
from sayso.weigh.retractions import withdrawal_of
from sayso.weigh.source import Source, Verdicts
from sayso.weigh.stance import Held, Standing, standings
from sayso.weigh.withdrawals import takes_back
from sayso.weigh.wording import plainest

_TAKEN_BACK = 0.999


def clusters(
    sources: Sequence[Source], pairs: Iterable[Pair], verdicts: Verdicts, only: frozenset[str] | None = None
) -> Iterator[Cluster]:
    """The clusters that `pairs` (those of `likenesses`) and verdicts make of all propositions worth comparing.

    With `only`, ids of propositions: just the clusters that one of them is in.
    """
    place = {p.id: (source, p) for source in sources for p in source.propositions}
    decided = frozenset(id for pair in verdicts.together for id in pair)
    worth = [id for id, (source, p) in place.items() if id in decided or is_comparable(source, p)]
    between: defaultdict[str, list[Pair]] = defaultdict(list)
    given = list(pairs)
    for pair in given:
        between[pair.first].append(pair)
        between[pair.second].append(pair)
    # "That was wrong" belongs with what it speaks of, whatever else that is like.
    back = {a: b for source in sources for a, b in takes_back(source).items()}
    given += [Pair(min(both), max(both), _TAKEN_BACK, ("takes back the sentence before it",)) for both in back.items()]
    nested = [pair for source in sources for pair in _nested(source)]
    for ids in group([*worth, *back, *back.values()], given, verdicts, nested):
        if only is None or not only.isdisjoint(ids):
            yield _Assembler(between, back, verdicts).cluster([place[id] for id in ids])


def _nested(source: Source) -> Iterator[tuple[str, str]]:
    """Propositions of which one is part of the other."""
    open_ones: list[Proposition] = []
    for p in sorted(source.propositions, key=lambda p: (p.span.start, -p.span.end, p.id)):
        open_ones = [o for o in open_ones if o.span.end > p.span.start]
        yield from ((o.id, p.id) for o in open_ones)
        open_ones.append(p)


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
        standing = standings(held, back, self.verdicts)
        likeness = {id: sum(q.score for q in found) / max(1, len(held) - 1) for id, found in inside.items()}
        plain = plainest(held, standing, likeness)
        together = frozenset(id for pair in self.verdicts.together if ids.issuperset(pair) for id in pair)
        members = [
            Member(
                h.source,
                h.proposition,
                standing[h.id].stance,
                tuple(_why(h.id, plain, inside[h.id], standing[h.id], h.id in together)),
                standing[h.id].confirmed or h.id in together,
            )
            for h in held
        ]
        if len(members) > 1:
            members = [m if standing[m.proposition.id].confirmed else _unless_restated(m) for m in members]
        return Cluster("k" + min(ids)[1:], plain, tuple(members))


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
