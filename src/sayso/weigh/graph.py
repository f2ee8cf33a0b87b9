"""Which propositions of a case are alike, kept from one weighing to the next: only what came or went is compared anew.

Whatever came in between, it is the same as if all had been compared at once.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from sayso.weigh.candidates import (
    FEW,
    HASHED,
    MOST,
    VECTOR,
    Keys,
    Numbers,
    Vector,
    cosines,
    extend,
    moved,
    near_enough,
    nobody,
    pairs_of,
    renew,
    scaled,
)
from sayso.weigh.cards import Card
from sayso.weigh.facts import Facts
from sayso.weigh.grouping import LEAST_JOINING
from sayso.weigh.likeness import Pair, pair_of, score_of

FactsOf = Callable[[Mapping[str, Collection[str]]], Mapping[str, Facts]]
"""Documents (ids) with some of their propositions → the facts of these, by proposition."""
_AT_ONCE = 50_000
"""pairs compared at a time"""
_GONE = -1


@dataclass(frozen=True, slots=True)
class Graph:
    """Rows are the propositions worth comparing, by document (`documents`: ids, in order, with how many each has) and
    place. As arrays in bytes: the nearest of each (none in a small case), and pairs of rows with their scores.
    """

    documents: tuple[tuple[str, int], ...]
    nearest: bytes
    first: bytes
    second: bytes
    scores: bytes


@dataclass(frozen=True, slots=True)
class Alike:
    """All pairs that may be one claim, by rows in order; `ids` are the rows' propositions, `of` their documents.

    `touched` are the propositions of which something is new: a pair that came or went.
    """

    graph: Graph
    ids: Sequence[str]
    of: Sequence[str]
    rows: Vector
    first: Numbers
    second: Numbers
    scores: NDArray[np.float64]
    touched: frozenset[str]

    def region(self, some: Collection[str], links: Iterable[tuple[str, str]]) -> frozenset[str]:
        """All propositions that `some` could be one claim with, themselves included: what pairs that join, or `links`,
        lead to from them.
        """
        at = {id: row for row, id in enumerate(self.ids)}
        others: dict[str, int] = {}

        def place(id: str) -> int:
            return at[id] if id in at else others.setdefault(id, len(self.ids) + len(others))

        linked = [(place(a), place(b)) for a, b in links]
        start = [place(id) for id in some]
        joins = self.scores >= LEAST_JOINING
        more = np.array(linked, np.intp).reshape(-1, 2)
        first = np.concatenate([self.first[joins], more[:, 0]])
        every = [*self.ids, *others]
        part = _parts(len(every), first, np.concatenate([self.second[joins], more[:, 1]]))
        reached = np.isin(part, part[start]) if start else np.zeros(len(every), np.bool_)
        return frozenset(id for id, is_in in zip(every, reached.tolist(), strict=True) if is_in)

    def pairs(self, within: Collection[str]) -> Iterator[Pair]:
        """All of them between propositions of `within`, without reasons."""
        inside = np.fromiter((id in within for id in self.ids), np.bool_, len(self.ids))
        both = inside[self.first] & inside[self.second]
        rows = (self.first[both].tolist(), self.second[both].tolist(), self.scores[both].tolist())
        for a, b, score in zip(*rows, strict=True):
            one, other = self.ids[a], self.ids[b]
            yield Pair(one, other, score, ()) if one < other else Pair(other, one, score, ())

    def told(self, groups: Mapping[str, int], facts: FactsOf, names: Mapping[str, str]) -> Iterator[Pair]:
        """The pairs inside of groups (propositions → their group), with their reasons; `names` are entities' by id."""
        group = np.array([groups.get(id, _GONE) for id in self.ids], np.int64)
        inside = (group[self.first] == group[self.second]) & (group[self.first] != _GONE)
        first, second = self.first[inside], self.second[inside]
        known = facts(_by_document(self.ids, self.of, first, second))
        near = cosines(self.rows, first, second).tolist()
        for a, b, cosine in zip(first.tolist(), second.tolist(), near, strict=True):
            pair = pair_of(known[self.ids[a]], known[self.ids[b]], cosine, names)
            if pair is not None:
                yield pair


def alike(
    cards: Mapping[str, Card],
    vectors: Mapping[str, NDArray[np.float16]],
    before: Graph | None,
    changed: Collection[str],
    facts: FactsOf,
) -> Alike:
    """Compare what has changed: `changed` are documents that `before` has not, or has as they were.

    `vectors` are those of all propositions of each document, in order, of unit length.
    """
    documents = sorted(cards)
    ids = [id for document in documents for id in cards[document].stated]
    of = [document for document in documents for _ in cards[document].stated]
    rows = _rows(documents, cards, vectors)
    to = _where(before, documents, cards, changed)
    nearest, first, second, known = _near(rows, to, before)
    found = _Pairs(len(rows), first, second)
    old_first, old_second, old_scores = _old(before)
    a, b = to[old_first], to[old_second]
    both = (a != _GONE) & (b != _GONE)
    still = both & found.have(a, b)
    lost = np.concatenate([x[~still & (x != _GONE)] for x in (a, b)])
    fresh = ~known
    new_first, new_second, new_scores = _compare(ids, of, rows, first[fresh], second[fresh], facts)
    all_first, all_second = np.concatenate([a[still], new_first]), np.concatenate([b[still], new_second])
    scores = np.concatenate([old_scores[still], new_scores])
    order = np.lexsort((all_second, all_first))
    all_first, all_second, scores = all_first[order], all_second[order], scores[order]
    graph = Graph(
        tuple((document, len(cards[document].stated)) for document in documents),
        nearest.tobytes(),
        all_first.astype(np.int32).tobytes(),
        all_second.astype(np.int32).tobytes(),
        scores.tobytes(),
    )
    touched = frozenset(ids[row] for row in np.unique(np.concatenate([lost, new_first, new_second])).tolist())
    return Alike(graph, ids, of, rows, all_first, all_second, scores, touched)


def _parts(count: int, first: Numbers, second: Numbers) -> Numbers:
    """A number for each of `count` rows, the same for those that pairs lead between."""
    part = np.arange(count)
    while True:
        least = np.minimum(part[first], part[second])
        before = part.copy()
        np.minimum.at(part, part[first], least)
        np.minimum.at(part, part[second], least)
        part = part[part]
        if np.array_equal(part, before):
            return part


def _rows(documents: Sequence[str], cards: Mapping[str, Card], vectors: Mapping[str, NDArray[np.float16]]) -> Vector:
    count = sum(len(cards[document].stated) for document in documents)
    rows = np.zeros((count, VECTOR + HASHED), np.float32)
    at = 0
    for document in documents:
        card = cards[document]
        piece = rows[at : at + len(card.stated)]
        if document in vectors:
            piece[:, :VECTOR] = scaled(vectors[document][list(card.places)])
        piece[:, VECTOR:] = card.named()
        at += len(card.stated)
    return rows


def _where(
    before: Graph | None, documents: Sequence[str], cards: Mapping[str, Card], changed: Collection[str]
) -> Numbers:
    """Where the rows of the last time are now; -1 for those that are gone."""
    starts = dict(zip(documents, accumulate((len(cards[d].stated) for d in documents), initial=0), strict=False))
    found: list[Numbers] = [np.empty(0, np.intp)]
    for document, count in before.documents if before else ():
        there = document in starts and document not in changed
        found.append(np.arange(count) + starts[document] if there else np.full(count, _GONE))
    return np.concatenate(found)


def _near(rows: Vector, to: Numbers, before: Graph | None) -> tuple[Keys, Numbers, Numbers, NDArray[np.bool_]]:
    """The nearest of each row (of none in a small case), the pairs that are worth comparing, and which of them were
    compared before.
    """
    count = len(rows)
    every, old = np.arange(count), np.zeros(count, np.bool_)
    old[to[to != _GONE]] = True
    kept = None
    if before is not None and before.nearest:
        kept, lost = moved(np.frombuffer(before.nearest, np.int64).reshape(-1, MOST), to, count)
        known = _Pairs(count, *pairs_of(kept))
    if count <= FEW:
        nearest = nobody(0)
        first, second = near_enough(rows, every)
    elif kept is None:
        nearest = nobody(count)
        extend(nearest, rows, every, every[:0])
        first, second = pairs_of(nearest)
    else:
        nearest = kept
        extend(nearest, rows, np.flatnonzero(~old), np.flatnonzero(old))
        renew(nearest, rows, lost)
        first, second = pairs_of(nearest)
    # In a small case all that is near enough was compared.
    return nearest, first, second, old[first] & old[second] if kept is None else known.have(first, second)


class _Pairs:
    """A set of pairs of rows."""

    def __init__(self, count: int, first: Numbers, second: Numbers) -> None:
        self._count = max(count, 1)
        self._codes = np.sort(self._code(first, second))

    def have(self, first: Numbers, second: Numbers) -> NDArray[np.bool_]:
        """Which of these pairs are among them."""
        codes = self._code(first, second)
        if not len(self._codes):
            return np.zeros(len(codes), np.bool_)
        at = np.minimum(np.searchsorted(self._codes, codes), len(self._codes) - 1)
        found: NDArray[np.bool_] = self._codes[at] == codes
        return found

    def _code(self, first: Numbers, second: Numbers) -> Keys:
        codes: Keys = np.minimum(first, second).astype(np.int64) * self._count + np.maximum(first, second)
        return codes


def _old(before: Graph | None) -> tuple[Numbers, Numbers, NDArray[np.float64]]:
    if before is None:
        return np.empty(0, np.intp), np.empty(0, np.intp), np.empty(0, np.float64)
    first, second = (np.frombuffer(data, np.int32).astype(np.intp) for data in (before.first, before.second))
    return first, second, np.frombuffer(before.scores, np.float64)


def _compare(
    ids: Sequence[str], of: Sequence[str], rows: Vector, first: Numbers, second: Numbers, facts: FactsOf
) -> tuple[Numbers, Numbers, NDArray[np.float64]]:
    """The pairs that may be one claim, and their scores."""
    known = facts(_by_document(ids, of, first, second))
    kept = np.zeros(len(first), np.bool_)
    scores = np.zeros(len(first), np.float64)
    for start in range(0, len(first), _AT_ONCE):
        a, b = first[start : start + _AT_ONCE], second[start : start + _AT_ONCE]
        near = cosines(rows, a, b).tolist()
        for n, (i, j, cosine) in enumerate(zip(a.tolist(), b.tolist(), near, strict=True), start):
            score = score_of(known[ids[i]], known[ids[j]], cosine)
            if score is not None:
                kept[n], scores[n] = True, score
    return first[kept], second[kept], scores[kept]


def _by_document(ids: Sequence[str], of: Sequence[str], *rows: Numbers) -> Mapping[str, Collection[str]]:
    wanted: dict[str, set[str]] = {}
    for row in np.unique(np.concatenate(rows)).tolist():
        wanted.setdefault(of[row], set()).add(ids[row])
    return wanted
