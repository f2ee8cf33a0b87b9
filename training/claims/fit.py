"""Fits how likely two propositions are one claim.

`python -m training.claims.fit` reads cases whose propositions people sorted into claims: the development case beside
the repository, the demo case, benchmarks/case, and what training/claims/passages.txt and stories.txt tell; and what
an earlier version put together in the first two, sorted by reading (read-*.jsonl). It compares propositions pair by
pair, prints what fitting with each case left out gives there, and writes src/sayso/weigh/lexicon/likeness.json. Seeds
nothing: the same files give the same weights. Needs scikit-learn.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from benchmarks.table import ROOT, SHARED
from numpy.typing import NDArray
from scipy.optimize import minimize  # type: ignore[import-untyped]
from scipy.special import expit  # type: ignore[import-untyped]
from sklearn.metrics import average_precision_score

from sayso.weigh.candidates import candidates, rows_of
from sayso.weigh.comparison import compare
from sayso.weigh.facts import facts_of
from sayso.weigh.likeness import are_nested
from training.claims.labelled import Labelled, case, demo, passages, stories

Numbers = NDArray[np.float64]

MODEL = ROOT / "src" / "sayso" / "weigh" / "lexicon" / "likeness.json"
STRENGTH = 1.0
UNSORTED_WEIGHT = 0.3
"""of a pair whose second was sorted into no claim: a few of these are alike all the same"""
NEAR_WEIGHT = 0.05
"""of a pair near enough to be compared of which neither was sorted"""
READ_WEIGHT = 0.5
"""of a pair sorted by reading what the program had put together: one false joining makes many of these"""
FOR = frozenset(
    """cosine;cosine high;words shared, of both;words shared, of one;concepts shared;names shared;two names shared
    names shared, of those with fewer;names shared, of those with more;same predicate;like predicate
    predicate among words;opposite predicate;converse predicate;subject same;object same;other roles same;number same
    large number same;number differs;day same;dates fit;days near;event kind same;same sentence;predicate and names
    predicate and words;predicate, names and date;opposite, and names;one denies
    both first;days near, and alike;hour same""".replace("\n    ", ";").split(";")
)
AGAINST = frozenset(
    """other persons;both name others;no predicate alike;subject other;object other;roles swapped;number in one
    dates loose;dates far;date in one;event kind differs;same document""".replace("\n    ", ";").split(";")
)
SMALL = 100
"""propositions; in a smaller case (a story) all are sorted"""


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of one case: features, whether they are one claim, weights."""

    name: str
    features: Numbers
    same: NDArray[np.bool_]
    weights: Numbers


def main() -> None:
    """Fit, print and write."""
    cases = list(sorted_cases())
    names, parts = _names(cases[0]), [pairs_of(c) for c in cases]
    real = [p for p in parts if len(p.same) > 2000]
    for left_out in real:
        weights = fitted([p for p in parts if p is not left_out], names)
        print(f"{left_out.name}: average precision {_precision(weights, left_out):.3f} when left out")
    told = [p for p in parts if p not in real]
    precisions = []
    for fold in range(4):
        weights = fitted([*real, *(p for i, p in enumerate(told) if i % 4 != fold)], names)
        precisions += [_precision(weights, p) for i, p in enumerate(told) if i % 4 == fold]
    print(f"stories: average precision {np.mean(precisions):.3f} when left out, a quarter at a time")
    all_weights = dict(zip(("bias", *names), fitted(parts, names), strict=True))
    made = "training/claims/fit.py: logistic regression, with signs held, on pairs of the cases named there"
    rounded = {name: round(float(weight), 3) for name, weight in all_weights.items()}
    MODEL.write_text(json.dumps({"made": made, "weights": rounded}, indent=1) + "\n", encoding="utf-8")


def sorted_cases() -> Iterator[Labelled]:
    """All cases that the model is fitted on."""
    dev, second = SHARED / "cases" / "dev", ROOT / "benchmarks" / "case"
    yield case("dev", dev / "docs", dev / "gold.json")
    yield demo()
    yield case("benchmarks", second / "docs", second / "gold.json")
    yield passages()
    yield from stories()


def pairs_of(labelled: Labelled) -> Pairs:
    """The pairs of a case that tell something: those with a proposition that was sorted into a claim, those that were
    read, and those near enough to be compared; in stories all.
    """
    facts = [f for source in labelled.sources for f in facts_of(source)]
    near = {(i, j) for i, j, _ in candidates(rows_of(facts, labelled.vectors), np.ones(len(facts), np.bool_))}
    small = len(facts) < SMALL
    rows, same, weights = [], [], []
    for (i, a), (j, b) in combinations(enumerate(facts), 2):
        together, counts = _told(labelled, a.id, b.id, small=small)
        if counts == NEAR_WEIGHT and (i, j) not in near:
            continue
        if counts and not are_nested(a, b):
            cosine = float(labelled.vectors[a.id] @ labelled.vectors[b.id])
            rows.append(list(compare(a, b, cosine).values.values()))
            same.append(together)
            weights.append(counts)
    return Pairs(labelled.name, np.array(rows), np.array(same), np.array(weights))


def _told(labelled: Labelled, first: str, second: str, *, small: bool) -> tuple[bool, float]:
    """Whether two propositions are one claim, and how much that counts."""
    one, other = labelled.labels.get(first), labelled.labels.get(second)
    if one and other:
        return one.claim == other.claim, 1.0
    read = labelled.read.get((min(first, second), max(first, second)))
    if read is not None:
        return read, READ_WEIGHT
    if first in labelled.unsure or second in labelled.unsure:
        return False, 0.0
    if small:
        return False, 1.0
    return False, UNSORTED_WEIGHT if one or other else NEAR_WEIGHT


def _names(labelled: Labelled) -> list[str]:
    facts = [f for source in labelled.sources for f in facts_of(source)]
    return list(compare(facts[0], facts[1], 0.0).values)


def fitted(parts: Sequence[Pairs], names: Sequence[str]) -> Numbers:
    """The bias and the weights in the order of `names`, for the least regularised logistic loss.

    What can only speak for one claim (or only against it) never gets a weight that says otherwise: with few pairs that
    show it, chance would.
    """
    features = np.vstack([p.features for p in parts])
    features = np.hstack([np.ones((len(features), 1)), features])
    signs = np.where(np.concatenate([p.same for p in parts]), 1.0, -1.0)
    counts = np.concatenate([p.weights for p in parts])

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        margins = signs * (features @ weights)
        held = np.concatenate([[0.0], weights[1:]])
        value = counts @ np.logaddexp(0, -margins) + held @ held / (2 * STRENGTH)
        return float(value), held / STRENGTH - features.T @ (counts * signs * expit(-margins))

    bounds = [(None, None), *((0 if n in FOR else None, 0 if n in AGAINST else None) for n in names)]
    found = minimize(loss, np.zeros(len(bounds)), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 2000})
    best: Numbers = found.x
    return best


def _precision(weights: Numbers, part: Pairs) -> float:
    return float(average_precision_score(part.same, part.features @ weights[1:], sample_weight=part.weights))


if __name__ == "__main__":
    main()
