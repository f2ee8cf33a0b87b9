"""What people decided, applied to what merges by itself: a later decision overrules the earlier ones it contradicts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sayso.model.identity import IdentityKind, Member, Verdict


@dataclass(slots=True)
class _Apart:
    """Two sides that are two, by the decision of this number."""

    id: int
    one: frozenset[Member]
    other: frozenset[Member]


@dataclass(slots=True)
class Decided:
    """What holds of all decisions: who belongs together (with the decision that says so), and who does not."""

    together: list[tuple[Verdict, frozenset[Member]]] = field(default_factory=list)
    apart: list[_Apart] = field(default_factory=list)

    def parts(self, members: Sequence[Member]) -> Mapping[tuple[str, ...], Sequence[Member]]:
        """Members that would merge by themselves, parted where a person says so: by the side of every decision.

        Who came later, and so was on no side, could be any of them and stands alone.
        """
        here = set(members)
        ruling = [a for a in self.apart if not here.isdisjoint(a.one) and not here.isdisjoint(a.other)]
        if not ruling:
            return {(): members}
        parted: dict[tuple[str, ...], list[Member]] = {}
        for member in members:
            sides = tuple(f"{a.id}{'a' if member in a.one else 'b'}" for a in ruling if member in a.one | a.other)
            parted.setdefault(sides or ("new", *member), []).append(member)
        return parted

    def are_apart(self, one: frozenset[Member] | set[Member], other: frozenset[Member] | set[Member]) -> bool:
        """Whether a decision keeps any of these from any of those."""
        return any(
            (not one.isdisjoint(a.one) and not other.isdisjoint(a.other))
            or (not one.isdisjoint(a.other) and not other.isdisjoint(a.one))
            for a in self.apart
        )


def decided(verdicts: Sequence[Verdict]) -> Decided:
    """What holds of decisions given in the order they were made."""
    holds = Decided()
    for verdict in verdicts:
        if verdict.kind is IdentityKind.SAME:
            everyone = frozenset[Member]().union(*verdict.sides)
            holds.apart = [left for a in holds.apart for left in _less(a, everyone)]
            holds.together.append((verdict, everyone))
        elif verdict.kind is IdentityKind.APART and len(verdict.sides) > 1:
            one, other = verdict.sides[0], verdict.sides[1]
            holds.together = [
                (earlier, part) for earlier, group in holds.together for part in _cut(group, one, other) if part
            ]
            holds.apart.append(_Apart(verdict.id, one, other))
    return holds


def _less(apart: _Apart, everyone: frozenset[Member]) -> list[_Apart]:
    """A separation without the pairs that a later decision makes one."""
    pairs = ((apart.one - everyone, apart.other), (apart.one & everyone, apart.other - everyone))
    return [_Apart(apart.id, one, other) for one, other in pairs if one and other]


def _cut(group: frozenset[Member], one: frozenset[Member], other: frozenset[Member]) -> tuple[frozenset[Member], ...]:
    """A group whole, or in two where it reaches over both sides; who is on neither stays with the second."""
    if group.isdisjoint(one) or group.isdisjoint(other):
        return (group,)
    return (group & one, group - one)
