"""The chain field against every labelling counted one by one."""

from itertools import pairwise, product

import numpy as np

from sayso.encode.chain_field import I_CONTENT, I_SOURCE, LABELS, NEVER, ChainField, Scores

RANDOM = np.random.default_rng(5)


def some(*shape: int) -> Scores:
    return RANDOM.normal(size=shape).astype(np.float32)


FIELD = ChainField.of(some(5).tolist(), some(5).tolist(), some(5, 5).tolist())


def every(scores: Scores) -> dict[tuple[int, ...], float]:
    """The score of every labelling of (words, labels)."""
    found = {}
    for path in product(LABELS, repeat=len(scores)):
        total = FIELD.start[path[0]] + FIELD.end[path[-1]] + sum(scores[i, label] for i, label in enumerate(path))
        found[path] = float(total + sum(FIELD.step[a, b] for a, b in pairwise(path)))
    return found


def test_the_best_is_the_best_and_the_whole_is_the_whole() -> None:
    lengths = np.array([4, 2, 1])
    scores = some(3, 4, 5)
    paths, tops = FIELD.best(scores, lengths)
    whole = FIELD.partition(scores, lengths)
    only = FIELD.best_score(scores, lengths)
    for n, length in enumerate(lengths):
        counted = every(scores[n, :length])
        likeliest = max(counted, key=counted.__getitem__)
        assert tuple(paths[n, :length]) == likeliest
        assert np.isclose(tops[n], counted[likeliest], atol=1e-4)
        assert np.isclose(only[n], counted[likeliest], atol=1e-4)
        assert np.isclose(whole[n], np.log(np.sum(np.exp(list(counted.values())))), atol=1e-3)


def test_no_inside_without_a_beginning() -> None:
    scores = np.zeros((1, 3, 5), np.float32)
    scores[0, :, [I_SOURCE, I_CONTENT]] = 50  # tempting
    (path,), _ = FIELD.best(scores, np.array([3]))
    assert path[0] not in (I_SOURCE, I_CONTENT)
    for before, label in pairwise(path):
        assert label not in (I_SOURCE, I_CONTENT) or before in (label, label - 1)


def test_what_cannot_be_stays_finite() -> None:
    scores = np.full((1, 3, 5), NEVER, np.float32)
    assert np.isfinite(FIELD.partition(scores, np.array([3]))).all()
