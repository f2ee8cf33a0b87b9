"""Which pairs of propositions are worth comparing: those near in meaning or in what they name.

Each proposition is a row: its sentence vector, and beside it a hashed vector of whom and what it names (feature
hashing: Weinberger et al. 2009). One product of rows finds both kinds of neighbours, block by block. Whether two are a
pair depends on the two alone, so it does not matter in which order documents came.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from sayso.weigh.facts import Facts

Vector = NDArray[np.float32]

_VECTOR, _HASHED = 384, 256
_BLOCK, _PIECE = 1024, 8192
"""rows of one product"""
_LEAST = 0.5
_NAMES_SHARE = 0.6
"""how much the hashed half counts beside the cosine, of two that are alike in every name"""
_NAME, _CONCEPT, _WORD, _NUMBER, _MONTH, _DEAL = 1.0, 0.35, 0.4, 0.6, 0.4, 0.4
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


def candidates(rows: Vector, new: NDArray[np.bool_]) -> Iterator[tuple[int, int, float]]:
    """Pairs of rows with at least one new one, each once, and the cosine of their sentence vectors."""
    numbers, old = np.flatnonzero(new), np.flatnonzero(~new)
    for start in range(0, len(numbers), _BLOCK):
        block = numbers[start : start + _BLOCK]
        for others in (numbers[start:], old):
            for at in range(0, len(others), _PIECE):
                piece = others[at : at + _PIECE]
                cosines = rows[block, :_VECTOR] @ rows[piece, :_VECTOR].T
                near = cosines + rows[block, _VECTOR:] @ rows[piece, _VECTOR:].T >= _LEAST
                for i, j in zip(*np.nonzero(near), strict=True):
                    first, second = int(block[i]), int(piece[j])
                    if others is old or first < second:
                        yield first, second, float(cosines[i, j])


def _keys(one: Facts) -> Iterator[tuple[str, float]]:
    for who, name in one.who.items():
        # The words of the name, so that "Strell" is near "Conrad Strell".
        parts = name.words or (who,)
        for word in parts:
            yield f"name {word}", name.weight * _NAME / math.sqrt(len(parts))
    for mark in one.all_marks:
        if mark[0] == "#":
            yield mark, _CONCEPT
    for term, rare in one.terms.items():
        if rare >= _RARE:
            yield term, _WORD
    for amount in one.amounts:
        if amount.value > 1:
            yield f"number {amount.value:g}", _NUMBER
    for day in one.days:
        if day.last - day.first <= _MONTH_DAYS:
            yield f"month {(day.first + day.last) // 2 // _MONTH_DAYS}", _MONTH
    for deal in one.deals:
        yield f"deal {deal}", _DEAL


@cache
def _place(key: str) -> tuple[int, float]:
    """Where a key stands in the hashed half, and its sign: the same in every process."""
    digest = blake2b(key.encode(), digest_size=4).digest()
    return int.from_bytes(digest[:2], "big") % _HASHED, 1.0 if digest[2] & 1 else -1.0
