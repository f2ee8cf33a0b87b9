"""Which members of a claim surely belong to it, and which only may.

Likeness groups generously, so that a reporter finds what may bear on a claim in one place. The core of a claim are the
members that good pairs hold together; the others may speak of something else. Two that say opposite things, or give
other numbers or hours, need a better pair: nothing misleads more than a dispute that is none.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from sayso.weigh import clocks
from sayso.weigh.comparison import Numbers, compare_numbers
from sayso.weigh.likeness import Pair
from sayso.weigh.stance import Held

_SURE = 0.5
"""likeness of two that say the same"""
_SURE_AGAINST = 0.6
"""likeness of two that contradict each other"""


def core(held: Sequence[Held], pairs: Iterable[Pair], bound: Collection[tuple[str, str]]) -> frozenset[str]:
    """The ids of the members that surely belong together: the part of the claim that stands in most documents.

    `pairs` are those between members; those in `bound` (by a person, or by "that was wrong") hold whatever their
    likeness. A tie goes to the part with most members, then by id.
    """
    facts = {h.id: h for h in held}
    linked: defaultdict[str, set[str]] = defaultdict(set)
    sure = [(p.first, p.second) for p in pairs if p.score >= _needed(facts[p.first], facts[p.second])]
    for first, second in [*sure, *bound]:
        linked[first].add(second)
        linked[second].add(first)
    parts: list[frozenset[str]] = []
    rest = set(facts)
    while rest:
        found, waiting = set[str](), [min(rest)]
        while waiting:
            one = waiting.pop()
            if one in rest:
                rest.discard(one)
                found.add(one)
                waiting.extend(linked[one])
        parts.append(frozenset(found))
    return min(parts, key=lambda part: (-len({facts[id].source.id for id in part}), -len(part), min(part)))


def _needed(a: Held, b: Held) -> float:
    against = (
        a.facts.negative != b.facts.negative
        or compare_numbers(a.facts, b.facts) is Numbers.DIFFER
        or clocks.agree(a.facts.hours, b.facts.hours) is False
    )
    return _SURE_AGAINST if against else _SURE
