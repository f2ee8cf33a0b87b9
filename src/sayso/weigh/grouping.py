"""Propositions to claims: those that are likely one, taken together, whatever order they come in.

Average-link agglomeration over the likeness of pairs (as in correlation clustering: Bansal, Blum and Chawla 2004): two
groups become one while what speaks for it outweighs what speaks against it, over all pairs between them. So no chain of
weak likenesses joins what nobody would call one claim. Ties go by id.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush

from sayso.weigh.likeness import ONE_SENTENCE, Pair
from sayso.weigh.source import Verdicts

_ENOUGH = 0.17
"""likeness above which a pair speaks for one claim"""
_LEAST_BEST = 0.8
"""logarithm of odds that at least one pair between two groups must have: one good reason, not many poor ones"""
_UNLIKE = -1.5
"""what a pair says that is not among those given, as the logarithm of odds; the least that any pair says"""
_NEVER = -10.0
LEAST_JOINING = 1 / (1 + math.exp(-_LEAST_BEST) * (1 - _ENOUGH) / _ENOUGH) - 1e-9
"""likeness below which a pair joins nothing by itself: what only such pairs lead between can be grouped apart"""

Weights = dict[str, dict[str, float]]


def group(
    propositions: Iterable[str],
    pairs: Iterable[Pair],
    verdicts: Verdicts,
    nested: Collection[tuple[str, str]] = (),
) -> tuple[tuple[str, ...], ...]:
    """The ids of every claim's propositions, each ordered, all of them in order of their first; every proposition is in
    one, if need be by itself.

    `verdicts.together` join whatever else speaks against it, `apart` hold apart; where the two contradict each other,
    apart holds. Pairs of which one is part of the other (`nested`) are never one claim, unless a person says so.
    """
    ids = sorted(set(propositions))
    known = frozenset(ids)
    apart = _both_ways(verdicts.apart, known)
    edges = [(p.first, p.second, _log_odds(p.score)) for p in pairs if p.first in known and p.second in known]
    nodes = _Nodes(ids, apart)
    for first, second in sorted(pair for pair in verdicts.together if pair[0] in known and pair[1] in known):
        nodes.join(first, second)
    nodes.hold_apart(_both_ways(nested, known))
    alike = sorted((p.first, p.second) for p in pairs if p.score >= ONE_SENTENCE and {p.first, p.second} <= known)
    for first, second in alike:
        nodes.join(first, second)
    weights = _between(nodes, edges)
    for component in _components(sorted(nodes.members), weights):
        _agglomerate(component, weights, nodes)
    return tuple(sorted(tuple(sorted(members)) for members in nodes.members.values()))


class _Nodes:
    """Groups by their smallest id, and which may never be one."""

    def __init__(self, ids: Iterable[str], apart: Mapping[str, frozenset[str]]) -> None:
        self.members = {id: [id] for id in ids}
        self.of = {id: id for id in self.members}
        self._apart = dict(apart)

    def hold_apart(self, more: Mapping[str, frozenset[str]]) -> None:
        """Never join these either, from now on."""
        for id, others in more.items():
            self._apart[id] = self._apart.get(id, frozenset()) | others

    def may_join(self, first: str, second: str) -> bool:
        """Whether no verdict holds two of their members apart."""
        if not self._apart:
            return True
        others = frozenset(self.members[second])
        return not any(self._apart.get(m, frozenset()) & others for m in self.members[first])

    def join(self, first: str, second: str) -> str | None:
        """Make the groups of two propositions one, and return its name, or `None` where they stay apart."""
        a, b = sorted((self.of[first], self.of[second]))
        if a == b or not self.may_join(a, b):
            return None
        self.members[a] += self.members.pop(b)
        for member in self.members[a]:
            self.of[member] = a
        return a


def _agglomerate(component: Sequence[str], weights: Weights, nodes: _Nodes) -> None:
    # Light edits of a sentence are one node: a hundred reprints say no more than one.
    sizes = dict.fromkeys(component, 1)
    heap = [(-w, a, b) for a in component for b, w in weights[a].items() if a < b and w > max(0, _LEAST_BEST)]
    heapify(heap)
    sums: Weights = {a: dict(weights[a]) for a in component}
    counts = {a: dict.fromkeys(weights[a], 1) for a in component}

    best: Weights = {a: dict(weights[a]) for a in component}

    def mean(a: str, b: str) -> float:
        if best[a].get(b, _UNLIKE) < _LEAST_BEST:
            return _UNLIKE
        every = sizes[a] * sizes[b]
        return (sums[a].get(b, 0.0) + _UNLIKE * (every - counts[a].get(b, 0))) / every

    while heap:
        negative, a, b = heappop(heap)
        if a not in sizes or b not in sizes or mean(a, b) != -negative:
            continue
        kept = nodes.join(a, b)
        if kept is None:
            continue
        gone = b if kept == a else a
        for other in sums.pop(gone):
            if other == kept:
                continue
            sums[kept][other] = sums[kept].get(other, 0.0) + sums[other].pop(gone)
            counts[kept][other] = counts[kept].get(other, 0) + counts[other].pop(gone)
            best[kept][other] = max(best[kept].get(other, _UNLIKE), best[other].pop(gone))
            sums[other][kept], counts[other][kept] = sums[kept][other], counts[kept][other]
            best[other][kept] = best[kept][other]
        sums[kept].pop(gone, None)
        counts.pop(gone)
        best.pop(gone)
        best[kept].pop(gone, None)
        counts[kept].pop(gone, None)
        sizes[kept] += sizes.pop(gone)
        for other in sums[kept]:
            if (now := mean(kept, other)) > 0:
                first, second = sorted((kept, other))
                heappush(heap, (-now, first, second))


def _between(nodes: _Nodes, edges: Iterable[tuple[str, str, float]]) -> Weights:
    """The weight between two groups: the most that any of their pairs says."""
    weights: Weights = defaultdict(dict)
    for first, second, weight in edges:
        a, b = nodes.of[first], nodes.of[second]
        if a != b:
            known = weights[a].get(b, weight)
            best = min(weight, known) if _NEVER in (weight, known) else max(weight, known)
            weights[a][b] = weights[b][a] = best
    return weights


def _components(names: Sequence[str], weights: Weights) -> Iterator[list[str]]:
    """Groups that a path of pairs that speak for it leads between, of two or more."""
    seen: set[str] = set()
    for name in names:
        if name in seen or name not in weights:
            continue
        seen.add(name)
        found, waiting = [name], [name]
        while waiting:
            for other, weight in weights[waiting.pop()].items():
                if weight > 0 and other not in seen:
                    seen.add(other)
                    found.append(other)
                    waiting.append(other)
        if len(found) > 1:
            inside = set(found)
            for one in found:
                weights[one] = {o: w for o, w in weights[one].items() if o in inside}
            yield sorted(found)


def _both_ways(pairs: Collection[tuple[str, str]], known: frozenset[str]) -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for first, second in pairs:
        if first in known and second in known:
            found[first].add(second)
            found[second].add(first)
    return {id: frozenset(others) for id, others in found.items()}


def _log_odds(score: float) -> float:
    if score == 0:
        return _NEVER
    score = min(score, 1 - 1e-6)
    odds = math.log(score / (1 - score)) - math.log(_ENOUGH / (1 - _ENOUGH))
    return max(odds, _UNLIKE)
