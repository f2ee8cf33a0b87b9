"""Which pairs of propositions are worth comparing: those near in meaning or in what they name.

Each proposition is a row: its sentence vector, and beside it a hashed vector of whom and what it names (feature
hashing: Weinberger et al. 2009). One product of rows finds both kinds of neighbours, block by block. Whether two are a
pair depends on them, and in a large case on what else is there, but not on the order it came in.
"""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from sayso.weigh import lexicon
from sayso.weigh.facts import Facts
from sayso.weigh.source import Source

Vector = NDArray[np.float32]
Numbers = NDArray[np.intp]

_VECTOR, _HASHED = 384, 256
_BLOCK, _PIECE = 1024, 8192
"""rows of one product"""
_LEAST = 0.4
_DIGITS = 4
_FEW = 1000
"""rows; of so few all are compared that are near enough, so that what came first does not matter at all"""
_BESIDE = 200
_MOST = 20
"""neighbours that a row is compared with where there are more rows"""
_DIGITS = 4
"""of a cosine; the last ones depend on which rows are multiplied together"""
_NAMES_SHARE = 0.6
"""how much the hashed half counts beside the cosine, of two that are alike in every name"""
_NAME, _CONCEPT, _WORD, _NUMBER, _MONTH, _DEAL, _EXCLUDED = 1.0, 0.35, 0.4, 0.6, 0.4, 0.4, 0.6
_RARE = 10.5
_MONTH_DAYS = 31


def rows_of(facts: Sequence[Facts], vectors: Mapping[str, Vector]) -> Vector:
    """One row a proposition, (n, 640); a proposition without a vector is compared by its names alone."""
    rows = np.zeros((len(facts), _VECTOR + _HASHED), np.float32)
    for row, one in zip(rows, facts, strict=True):
        vector = vectors.get(one.id)
        if vector is not None:
            row[:_VECTOR] = vector
        named = row[_VECTOR:]
        for key, weight in _keys(one):
            place, sign = _place(key)
            named[place] += sign * weight
        length = float(np.linalg.norm(named))
        if length:
            named *= np.sqrt(_NAMES_SHARE) / length
    return rows


def near_new(sources: Sequence[Source], vectors: Mapping[str, Vector], new: Collection[str]) -> frozenset[str] | None:
    """The propositions that those of the documents `new` can be near to, and these themselves; `None` for all.

    In a large case these are, for each, the 200 that are most alike by their vectors and by whom they name: what the
    rest states need not be looked into to compare one document more.
    """
    ids = [p.id for source in sources for p in source.propositions]
    fresh = [p for source in sources if source.id in new for p in source.propositions]
    if len(ids) <= _FEW or len(fresh) * _BESIDE >= len(ids):
        return None
    zero = np.zeros(_VECTOR, np.float32)
    every = np.stack([vectors.get(id, zero) for id in ids])
    who = {id: at for at, id in enumerate(ids)}
    naming: dict[str, list[int]] = {}
    for source in sources:
        for p in source.propositions:
            for entity in p.entities:
                if (known := source.people.get(entity)) is not None:
                    naming.setdefault(known.id, []).append(who[p.id])
    people = {
        p.id: [known.id for entity in p.entities if (known := source.people.get(entity)) is not None]
        for source in sources
        if source.id in new
        for p in source.propositions
    }
    found = {p.id for p in fresh}
    for p in fresh:
        alike = every @ every[who[p.id]]
        for person in people[p.id]:
            alike[naming[person]] += _NAMES_SHARE / 2
        found.update(ids[at] for at in np.argsort(-np.round(alike, _DIGITS), kind="stable")[:_BESIDE])
    return frozenset(found)


def candidates(rows: Vector, new: NDArray[np.bool_]) -> Iterator[tuple[int, int, float]]:
    """Pairs of rows with at least one new one, each once and in order, and the cosine of their sentence vectors.

    In a large case a row is compared with the 20 that are nearest to it, and those that it is among the nearest of.
    """
    if len(rows) <= _FEW:
        first, second = _all_near(rows, np.flatnonzero(new), np.flatnonzero(~new))
    else:
        first, second = _nearest(rows, np.flatnonzero(new), np.flatnonzero(~new))
    order = np.lexsort((second, first))
    for start in range(0, len(order), _PIECE):
        some = order[start : start + _PIECE]
        cosines = np.einsum("ij,ij->i", rows[first[some], :_VECTOR], rows[second[some], :_VECTOR])
        # The last digits depend on which rows are multiplied together.
        cosines = np.round(cosines.astype(np.float64), _DIGITS)
        yield from zip(first[some].tolist(), second[some].tolist(), cosines.tolist(), strict=True)


def _all_near(rows: Vector, new: Numbers, old: Numbers) -> tuple[Numbers, Numbers]:
    near = np.round(rows[new] @ rows.T, _DIGITS)
    near[np.arange(len(new)), new] = -1
    i, second = np.nonzero(near >= _LEAST)
    first = new[i]
    # A pair of two new ones is met from both sides.
    once = np.isin(second, old) | (first < second)
    return np.minimum(first, second)[once], np.maximum(first, second)[once]


def _nearest(rows: Vector, new: Numbers, old: Numbers) -> tuple[Numbers, Numbers]:
    nearest = _Nearest(len(rows))
    for start in range(0, len(new), _BLOCK):
        block = new[start : start + _BLOCK]
        for others, both in ((new[start:], True), (old, False)):
            for at in range(0, len(others), _PIECE):
                piece = others[at : at + _PIECE]
                near = np.round(rows[block] @ rows[piece].T, _DIGITS)
                enough = nearest.least[block][:, None]
                if both:
                    enough = np.minimum(enough, nearest.least[piece][None, :])
                i, j = np.nonzero(near > enough)
                first, second, scores = block[i], piece[j], near[i, j]
                if both:
                    once = first < second
                    first, second, scores = first[once], second[once], scores[once]
                    nearest.add(second, first, scores)
                nearest.add(first, second, scores)
    return nearest.pairs()


class _Nearest:
    """The nearest of each row so far; `least` is what another must exceed to be among them."""

    def __init__(self, count: int) -> None:
        self._scores = np.full((count, _MOST), _LEAST, np.float32)
        self._rows = np.full((count, _MOST), -1, np.intp)
        self.least = np.full(count, _LEAST, np.float32)

    def add(self, rows: Numbers, others: Numbers, scores: Vector) -> None:
        """Offer `others` as neighbours of `rows`."""
        better = scores > self.least[rows]
        rows, others, scores = rows[better], others[better], scores[better]
        order = np.lexsort((others, -scores, rows))
        rows, others, scores = rows[order], others[order], scores[order]
        touched, starts, counts = np.unique(rows, return_index=True, return_counts=True)
        rank = np.arange(len(rows)) - np.repeat(starts, counts)
        kept = rank < _MOST
        place = np.repeat(np.arange(len(touched)), counts)[kept]
        offered = np.full((len(touched), _MOST), -1, np.float32)
        who = np.full((len(touched), _MOST), -1, np.intp)
        offered[place, rank[kept]], who[place, rank[kept]] = scores[kept], others[kept]
        every = np.hstack([self._scores[touched], offered])
        names = np.hstack([self._rows[touched], who])
        best = np.argsort(-every, axis=1, kind="stable")[:, :_MOST]
        self._scores[touched] = np.take_along_axis(every, best, axis=1)
        self._rows[touched] = np.take_along_axis(names, best, axis=1)
        self.least[touched] = self._scores[touched, -1]

    def pairs(self) -> tuple[Numbers, Numbers]:
        """Each pair of a row and one of its nearest once, the smaller number first."""
        first, place = np.nonzero(self._rows >= 0)
        second = self._rows[first, place]
        count = len(self._rows)
        codes = np.unique(np.minimum(first, second) * count + np.maximum(first, second))
        return codes // count, codes % count


def _keys(one: Facts) -> Iterator[tuple[str, float]]:
    for who, name in one.who.items():
        # The words of the name, so that "Strell" is near "Conrad Strell".
        parts = name.words or (who,)
        for word in sorted(parts):
            yield f"name {word}", name.weight * _NAME / math.sqrt(len(parts))
    for mark in sorted(one.all_marks):
        if mark[0] == "#":
            yield mark, _CONCEPT
    for mark in sorted(one.doing):
        # Who resigned and who was dismissed are near each other too.
        for other in sorted(lexicon.opposites_of((mark,))):
            yield "/".join(sorted((mark, other))), _EXCLUDED
    for term, rare in one.terms.items():
        if rare >= _RARE:
            yield term, _WORD
    for amount in one.amounts:
        if amount.value > 1:
            yield f"number {amount.value:g}", _NUMBER
    for day in one.days:
        if day.last - day.first <= _MONTH_DAYS:
            yield f"month {(day.first + day.last) // 2 // _MONTH_DAYS}", _MONTH
    for deal in sorted(one.deals):
        yield f"deal {deal}", _DEAL


@cache
def _place(key: str) -> tuple[int, float]:
    """Where a key stands in the hashed half, and its sign: the same in every process."""
    digest = blake2b(key.encode(), digest_size=4).digest()
    return int.from_bytes(digest[:2], "big") % _HASHED, 1.0 if digest[2] & 1 else -1.0
