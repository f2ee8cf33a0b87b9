"""Neighbours of rows, in small cases and in large ones, whatever order they come in."""

import numpy as np
import pytest

from sayso.weigh import candidates as module
from sayso.weigh.candidates import Numbers, Vector, candidates, extend, moved, nobody, pairs_of, renew, scaled


def rows(count: int) -> Vector:
    """Rows in groups of four that lie close together."""
    chance = np.random.default_rng(7)
    centres = chance.normal(size=(count // 4, 640))
    made = np.repeat(centres, 4, axis=0) + 0.4 * chance.normal(size=(count // 4 * 4, 640))
    return scaled((made / np.linalg.norm(made[:, :384], axis=1, keepdims=True)).astype(np.float32))


def crowded(count: int) -> Vector:
    """Rows of which many are near enough to each other, and some the same."""
    chance = np.random.default_rng(11)
    centres = chance.normal(size=(6, 640))
    made = centres[chance.integers(0, 6, count)] + 0.8 * chance.normal(size=(count, 640))
    made[5::40] = made[5]
    return scaled((made / np.linalg.norm(made, axis=1, keepdims=True) * 1.26).astype(np.float32))


def by_force(of: Vector, most: int) -> set[tuple[int, int]]:
    """The pairs of each row and the nearest of it, by looking at all; of equally near ones the first."""
    near = of.astype(np.float64) @ of.T.astype(np.float64)
    np.fill_diagonal(near, -1)
    found = set()
    for i, row in enumerate(near):
        for j in np.lexsort((np.arange(len(of)), -row))[:most].tolist():
            if row[j] >= 0.4 * 3000**2:
                found.add((min(i, j), max(i, j)))
    return found


def pairs(first: Numbers, second: Numbers) -> set[tuple[int, int]]:
    return set(zip(first.tolist(), second.tolist(), strict=True))


@pytest.mark.parametrize("few", [0, 10_000])  # by nearest neighbours, and all with all
def test_each_near_pair_once(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FEW", few)
    monkeypatch.setattr(module, "_BLOCK", 16)
    monkeypatch.setattr(module, "_PIECE", 24)
    made = rows(120)
    found = [(i, j) for i, j, _ in candidates(made, np.ones(120, np.bool_))]
    assert found == [(i, j) for i in range(120) for j in range(i + 1, 120) if i // 4 == j // 4]


@pytest.mark.parametrize("few", [0, 10_000])
def test_new_rows_with_all(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FEW", few)
    new = np.zeros(40, np.bool_)
    new[[1, 2, 38]] = True
    found = {(i, j) for i, j, _ in candidates(rows(40), new)}
    assert found == {(0, 1), (1, 2), (1, 3), (0, 2), (2, 3), (36, 38), (37, 38), (38, 39)}


def test_many_neighbours_are_cut_to_the_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FEW", 0)
    monkeypatch.setattr(module, "MOST", 2)
    line = np.zeros((6, 640), np.float32)
    angles = np.array([0.0, 0.1, 0.21, 0.33, 0.46, 0.6])  # each nearest to its neighbours on the line
    line[:, 0], line[:, 1] = np.cos(angles), np.sin(angles)
    found = {(i, j) for i, j, _ in candidates(scaled(line), np.ones(6, np.bool_))}
    assert found == {(0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (4, 5), (3, 5)}


def test_rows_that_come_and_go_leave_the_nearest_of_those_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_BLOCK", 16)
    monkeypatch.setattr(module, "_PIECE", 50)
    every, chance = crowded(300), np.random.default_rng(3)
    there = np.sort(chance.choice(300, 150, replace=False))
    nearest = nobody(len(there))
    extend(nearest, every[there], np.arange(len(there)), np.arange(0))
    assert pairs(*pairs_of(nearest)) == by_force(every[there], 20)
    for _ in range(5):
        stay = np.sort(chance.choice(there, len(there) - 7, replace=False))
        come = np.setdiff1d(chance.choice(300, 15, replace=False), there)
        now = np.union1d(stay, come)
        to = np.where(np.isin(there, stay), np.searchsorted(now, there), -1)
        nearest, lost = moved(nearest, to, len(now))
        new = np.searchsorted(now, come)
        extend(nearest, every[now], new, np.setdiff1d(np.arange(len(now)), new))
        renew(nearest, every[now], lost)
        assert pairs(*pairs_of(nearest)) == by_force(every[now], 20)
        there = now


def test_products_are_exact() -> None:
    made = crowded(200)
    assert np.array_equal((made @ made.T).astype(np.int64), made.astype(np.int64) @ made.T.astype(np.int64))
