"""Neighbours of rows, in small cases and in large ones."""

import numpy as np
import pytest

from sayso.model.entity import EntityKind
from sayso.weigh import candidates as module
from sayso.weigh.candidates import Vector, candidates, near_new
from sayso.weigh.source import Known
from tests.weigh.stated import alone, vectors


def rows(count: int) -> Vector:
    """Rows in groups of four that lie close together."""
    chance = np.random.default_rng(7)
    centres = chance.normal(size=(count // 4, 640))
    made = np.repeat(centres, 4, axis=0) + 0.4 * chance.normal(size=(count // 4 * 4, 640))
    found: Vector = (made / np.linalg.norm(made[:, :384], axis=1, keepdims=True)).astype(np.float32)
    return found


@pytest.mark.parametrize("few", [0, 10_000])  # by nearest neighbours, and all with all
def test_each_near_pair_once(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_FEW", few)
    monkeypatch.setattr(module, "_BLOCK", 16)
    monkeypatch.setattr(module, "_PIECE", 24)
    made = rows(120)
    found = [(i, j) for i, j, _ in candidates(made, np.ones(120, np.bool_))]
    assert found == [(i, j) for i in range(120) for j in range(i + 1, 120) if i // 4 == j // 4]


@pytest.mark.parametrize("few", [0, 10_000])
def test_new_rows_with_all(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_FEW", few)
    new = np.zeros(40, np.bool_)
    new[[1, 2, 38]] = True
    found = {(i, j) for i, j, _ in candidates(rows(40), new)}
    assert found == {(0, 1), (1, 2), (1, 3), (0, 2), (2, 3), (36, 38), (37, 38), (38, 39)}


def test_many_neighbours_are_cut_to_the_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_FEW", 0)
    monkeypatch.setattr(module, "_MOST", 2)
    line = np.zeros((6, 640), np.float32)
    angles = np.array([0.0, 0.1, 0.21, 0.33, 0.46, 0.6])  # each nearest to its neighbours on the line
    line[:, 0], line[:, 1] = np.cos(angles), np.sin(angles)
    found = {(i, j) for i, j, _ in candidates(line, np.ones(6, np.bool_))}
    assert found == {(0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (4, 5), (3, 5)}


def test_one_document_more_looks_only_at_what_is_near(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_FEW", 0)
    monkeypatch.setattr(module, "_BESIDE", 2)
    ann = Known("ann", "Ann Marlowe", EntityKind.PERSON)
    said = [alone(f"d{i}", f"The mill at Hay lost {i} of its wheels.", "lose", "mill wheel") for i in range(7)]
    named = alone("d8", "Ann Marlowe sold her boat.", "sell", "sell boat", (ann,), who={"subject": "ann"})
    more = alone("d9", "Ann Marlowe owned a boat.", "own", "own boat", (ann,), who={"subject": "ann"})
    sources = [*said, named, more]
    found = near_new(sources, vectors(sources, 0.5), {"d9"})
    assert found is not None
    assert {"pd8", "pd9"} <= found  # what names the same person comes first
    assert len(found) == 2
    assert near_new(sources, vectors(sources, 0.5), {s.id for s in sources}) is None
