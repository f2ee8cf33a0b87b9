"""Which pairs of propositions are worth comparing: those near in meaning or in what they name.

Each proposition is a row: its sentence vector, and beside it a hashed vector of whom and what it names (feature
hashing: Weinberger et al. 2009). One product of rows finds both kinds of neighbours, block by block. Rows hold whole
numbers so small that their products are exact, whatever is multiplied together: which pairs are worth comparing depends
on what is there, and not on what came first.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from sayso.weigh import lexicon
from sayso.weigh.facts import Facts

Vector = NDArray[np.float32]
Numbers = NDArray[np.intp]
Keys = NDArray[np.int64]

VECTOR, HASHED = 384, 256
_SCALE = 3000
"""What a row's numbers of 0 to 1 are multiplied by: twice the square of it stays below 2^24, so that 32-bit floats hold
any sum of products."""
_BLOCK, _PIECE = 1024, 8192
"""rows of one product"""
_LEAST = 0.4
FEW = 1000
"""rows; of so few all are compared that are near enough"""
MOST = 20
"""neighbours that a row is compared with where there are more rows"""
_DIGITS = 4
_NAMES_SHARE = 0.6
"""how much the hashed half counts beside the cosine, of two that are alike in every name"""
_NAME, _CONCEPT, _WORD, _NUMBER, _MONTH, _DEAL, _EXCLUDED = 1.0, 0.35, 0.4, 0.6, 0.4, 0.4, 0.6
_RARE = 10.5
_MONTH_DAYS = 31
_BITS, _LAST = 32, (1 << 32) - 1
_NOBODY = -1


def rows_of(facts: Sequence[Facts], vectors: Mapping[str, Vector]) -> Vector:
    """One row a proposition, (n, 640); a proposition without a vector is compared by its names alone."""
    rows = np.zeros((len(facts), VECTOR + HASHED), np.float32)
    for row, one in zip(rows, facts, strict=True):
        vector = vectors.get(one.id)
        if vector is not None:
            row[:VECTOR] = scaled(vector)
        row[VECTOR:] = hashed(one)
    return rows


def scaled(vectors: Vector | NDArray[np.float16]) -> Vector:
    """Sentence vectors of unit length as a row's whole numbers."""
    found: Vector = np.rint(vectors.astype(np.float32) * np.float32(_SCALE))
    return found


def hashed(one: Facts) -> Vector:
    """Whom and what a proposition names, as a row's whole numbers."""
    named = np.zeros(HASHED, np.float64)
    for key, weight in _keys(one):
        place, sign = _place(key)
        named[place] += sign * weight
    length = math.sqrt(float(np.sum(named * named)))
    if length:
        named *= math.sqrt(_NAMES_SHARE) * _SCALE / length
    return np.rint(named).astype(np.float32)


def cosines(rows: Vector, first: Numbers, second: Numbers) -> NDArray[np.float64]:
    """The cosines of the sentence vectors of pairs of rows."""
    found = np.empty(len(first), np.float64)
    for start in range(0, len(first), _PIECE):
        some = slice(start, start + _PIECE)
        products = np.einsum("ij,ij->i", rows[first[some], :VECTOR], rows[second[some], :VECTOR])
        found[some] = products.astype(np.float64) / (_SCALE * _SCALE)
    return np.round(found, _DIGITS)


def candidates(rows: Vector, new: NDArray[np.bool_]) -> Iterator[tuple[int, int, float]]:
    """Pairs of rows with at least one new one, each once and in order, and the cosine of their sentence vectors.

    In a large case a row is compared with the 20 that are nearest to it, and those that it is among the nearest of.
    """
    if len(rows) <= FEW:
        first, second = near_enough(rows, np.flatnonzero(new))
    else:
        known = nobody(len(rows))
        extend(known, rows, np.flatnonzero(new), np.flatnonzero(~new))
        first, second = pairs_of(known)
    order = np.lexsort((second, first))
    first, second = first[order], second[order]
    yield from zip(first.tolist(), second.tolist(), cosines(rows, first, second).tolist(), strict=True)


def near_enough(rows: Vector, new: Numbers) -> tuple[Numbers, Numbers]:
    """All pairs that are near enough with at least one of the rows `new`, each once, the smaller number first."""
    near = rows[new] @ rows.T
    near[np.arange(len(new)), new] = -1
    i, second = np.nonzero(near >= _LEAST * _SCALE * _SCALE)
    first = new[i]
    # A pair of two new ones is met from both sides.
    once = ~np.isin(second, new) | (first < second)
    return np.minimum(first, second)[once], np.maximum(first, second)[once]


def nobody(count: int) -> Keys:
    """The nearest of so many rows before any was looked at.

    A neighbour is one number: how near it is, and behind that its row, so that of those that are equally near the
    first counts as nearer.
    """
    return np.full((count, MOST), _NOBODY, np.int64)


def extend(nearest: Keys, rows: Vector, new: Numbers, rest: Numbers) -> None:
    """Make `nearest`, which holds for the rows `rest` among themselves, hold for these and the rows `new`."""
    least = _least(nearest)
    for start in range(0, len(new), _BLOCK):
        block = new[start : start + _BLOCK]
        for others, both in ((new[start:], True), (rest, False)):
            for at in range(0, len(others), _PIECE):
                piece = others[at : at + _PIECE]
                near = rows[block] @ rows[piece].T
                i, j = np.nonzero(near >= np.minimum(least[block][:, None], least[piece][None, :]))
                first, second, scores = block[i], piece[j], near[i, j]
                if both:
                    once = first < second
                    first, second, scores = first[once], second[once], scores[once]
                _offer(nearest, least, second, first, scores)
                _offer(nearest, least, first, second, scores)


def renew(nearest: Keys, rows: Vector, stale: Numbers) -> None:
    """Find the nearest of the rows `stale` among all; what is nearest to other rows stays as it is."""
    nearest[stale] = _NOBODY
    least = _least(nearest)
    for start in range(0, len(stale), _BLOCK):
        block = stale[start : start + _BLOCK]
        for at in range(0, len(rows), _PIECE):
            near = rows[block] @ rows[at : at + _PIECE].T
            i, j = np.nonzero(near >= least[block][:, None])
            first, second, scores = block[i], j + at, near[i, j]
            others = first != second
            _offer(nearest, least, first[others], second[others], scores[others])


def _least(nearest: Keys) -> Vector:
    """How near another must at least be to be among the nearest of each row."""
    last = nearest[:, -1]
    return np.where(last == _NOBODY, _LEAST * _SCALE * _SCALE, last >> _BITS).astype(np.float32)


def _offer(nearest: Keys, least: Vector, rows: Numbers, others: Numbers, scores: Vector) -> None:
    """Offer `others` as neighbours of `rows`."""
    near = scores >= least[rows]
    rows, keys = rows[near], scores[near].astype(np.int64) << _BITS | (_LAST - others[near])
    order = np.lexsort((-keys, rows))
    rows, keys = rows[order], keys[order]
    touched, starts, counts = np.unique(rows, return_index=True, return_counts=True)
    rank = np.arange(len(rows)) - np.repeat(starts, counts)
    kept = rank < MOST
    offered = np.full((len(touched), MOST), _NOBODY, np.int64)
    offered[np.repeat(np.arange(len(touched)), counts)[kept], rank[kept]] = keys[kept]
    every = np.hstack([nearest[touched], offered])
    nearest[touched] = -np.sort(-every, axis=1)[:, :MOST]
    least[touched] = _least(nearest[touched])


def moved(nearest: Keys, to: Numbers, count: int) -> tuple[Keys, Numbers]:
    """The nearest of those of `count` rows that were there before, and the rows that lost one of theirs.

    `to` leads from rows as they were to rows as they are, in the same order; -1 for those that are gone.
    """
    there = nearest != _NOBODY
    was = np.where(there, _LAST - (nearest & _LAST), 0)
    now = np.where(there, to[was], _NOBODY)
    keys = np.where(now == _NOBODY, _NOBODY, (nearest >> _BITS) << _BITS | (_LAST - now))
    found = nobody(count)
    stay = to != _NOBODY
    found[to[stay]] = -np.sort(-keys[stay], axis=1)
    # Who had fewer than the most had all that are near enough, and still has.
    full = nearest[:, -1] != _NOBODY
    lost = stay & full & (there & (now == _NOBODY)).any(axis=1)
    return found, to[lost]


def pairs_of(nearest: Keys) -> tuple[Numbers, Numbers]:
    """Each pair of a row and one of its nearest once, the smaller number first."""
    first, place = np.nonzero(nearest != _NOBODY)
    second = (_LAST - (nearest[first, place] & _LAST)).astype(np.intp)
    count = len(nearest)
    codes = np.sort(np.minimum(first, second) * count + np.maximum(first, second))
    codes = codes[np.diff(codes, prepend=-1) != 0]
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
    return int.from_bytes(digest[:2], "big") % HASHED, 1.0 if digest[2] & 1 else -1.0
