"""Which members of a claim go back to one origin: joins in force, against what is told apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model.claim import Relation
from sayso.weigh.origins.case import Case
from sayso.weigh.origins.joins import Join, by_stance, joins, told_apart
from sayso.weigh.origins.voices import Telling
from sayso.weigh.source import Verdicts


@dataclass(frozen=True, slots=True)
class Joined:
    """`groups` of members' places, each one origin; `joins` the reasons; `apart` pairs of places that a text or a
    person says are two voices, with the reason.
    """

    groups: tuple[tuple[int, ...], ...]
    joins: tuple[Join, ...]
    apart: tuple[Join, ...]


def join(tellings: Sequence[Telling], case: Case, verdicts: Verdicts) -> Joined:
    """Join what goes back to one voice. Only members of one stance, one side of a claim, are joined.

    What a person said holds before what is found, and what is told apart before what seems to be one.
    """
    sides = by_stance(tellings)
    apart = [
        *_decided(tellings, verdicts.other_origin, "a person said that it is another origin"),
        *(found for side in sides.values() for found in told_apart(side, case)),
    ]
    together = _decided(tellings, verdicts.same_origin, "a person said that it is one origin")
    found = [*together, *(link for side in sides.values() for link in joins(side, case))]
    groups = {place: [place] for place in range(len(tellings))}
    forbidden = {frozenset((j.first, j.second)) for j in apart}
    kept = [link for link in found if _unite(groups, link, forbidden)]
    distinct = {min(group): tuple(sorted(group)) for group in groups.values()}
    return Joined(tuple(distinct[place] for place in sorted(distinct)), tuple(kept), tuple(apart))


def _unite(groups: dict[int, list[int]], link: Join, forbidden: set[frozenset[int]]) -> bool:
    """Make the link's groups one, if nothing forbids it; whether they are one now."""
    one, other = groups[link.first], groups[link.second]
    if one is other:
        return True
    if forbidden and any(frozenset((a, b)) in forbidden for a in one for b in other):
        return False
    small, large = sorted((one, other), key=len)
    large += small
    groups.update((place, large) for place in small)
    return True


def _decided(tellings: Sequence[Telling], pairs: frozenset[tuple[str, str]], reason: str) -> Iterator[Join]:
    place_of = {telling.member.proposition.id: place for place, telling in enumerate(tellings)}
    for first, second in sorted(pairs):
        if first in place_of and second in place_of:
            one, other = place_of[first], place_of[second]
            if tellings[one].member.stance is tellings[other].member.stance:
                yield Join(one, other, Relation.SAME, reason)
