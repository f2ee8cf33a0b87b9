"""How likely two propositions are one claim, with the reasons in words.

"The same words about different events are different claims; different words about one event are one": the weights were
fitted on pairs that people judged (training/claims).
"""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import numpy as np

from sayso.weigh.candidates import Vector, candidates, rows_of
from sayso.weigh.comparison import Comparison, Dates, Numbers, compare
from sayso.weigh.facts import Facts, facts_of
from sayso.weigh.source import Source

ONE_SENTENCE = 0.99
"""likeness of light edits of one sentence in two documents"""
_LEAST = 0.05
"""likeness below which a pair says as little as one that is not compared"""
_WOULD_JOIN = 0.2
_WORDS_IN_A_REASON = 6


@dataclass(frozen=True, slots=True)
class Pair:
    """Two propositions by id, `first` < `second`: `score` is how likely they are one claim, 0…1."""

    first: str
    second: str
    score: float
    reasons: tuple[str, ...]


def likenesses(sources: Sequence[Source], vectors: Mapping[str, Vector]) -> tuple[Pair, ...]:
    """All pairs of propositions that may be one claim, ordered by ids; pairs not given are none.

    `vectors` are sentence vectors of unit length by proposition.
    """
    ordered = sorted(sources, key=lambda s: s.id)
    facts = [f for source in ordered for f in facts_of(source)]
    names = {known.id: known.name for source in ordered for known in source.people.values()}
    near = candidates(rows_of(facts, vectors), np.ones(len(facts), np.bool_))
    found = (pair_of(facts[i], facts[j], cosine, names) for i, j, cosine in near)
    return tuple(sorted((pair for pair in found if pair), key=lambda p: (p.first, p.second)))


def pair_of(a: Facts, b: Facts, cosine: float, names: Mapping[str, str]) -> Pair | None:
    """Two propositions whose vectors have this cosine, if they may be one claim; `names` are entities' by id."""
    found = _scored(a, b, cosine)
    if found is None:
        return None
    score, compared = found
    first, second = sorted((a.id, b.id))
    return Pair(first, second, score, tuple(reasons(compared, cosine, names)))


def score_of(a: Facts, b: Facts, cosine: float) -> float | None:
    """The score of such a pair alone."""
    found = _scored(a, b, cosine)
    return None if found is None else found[0]


def _scored(a: Facts, b: Facts, cosine: float) -> tuple[float, Comparison] | None:
    if are_nested(a, b):
        return None
    compared = compare(a, b, cosine)
    score = likelihood(compared.values)
    if compared.sibling and a.document != b.document:
        # A sentence that another document prints too, at most lightly edited.
        score = max(score, ONE_SENTENCE)
    if compared.dates is Dates.FAR:
        # Told of other days it is another claim, however like the words.
        return (0.0, compared) if score >= _WOULD_JOIN else None
    return (score, compared) if score >= _LEAST else None


def are_nested(a: Facts, b: Facts) -> bool:
    """Whether one is a part of the other: "she said that he left" and "that he left" are two claims."""
    return a.document == b.document and a.span.overlaps(b.span)


def likelihood(values: Mapping[str, float]) -> float:
    """How likely propositions that compare so are one claim."""
    weights = _weights()
    total = weights["bias"] + sum(weights[name] * value for name, value in values.items() if value)
    return 1 / (1 + math.exp(-total))


def reasons(compared: Comparison, cosine: float, names: Mapping[str, str]) -> Iterator[str]:
    """What speaks for and against, in words."""
    if compared.sibling:
        yield "nearly the same sentence"
    known = sorted(names[key] for key in compared.shared if key in names)
    if known:
        yield "both name " + _listed(known)
    if compared.terms and not compared.sibling:
        yield "alike in " + _listed([f"“{a}”" if a == b else f"“{a}” and “{b}”" for a, b in compared.terms])
    if compared.numbers is not Numbers.NONE:
        yield "the same number" if compared.numbers is Numbers.SAME else "different numbers"
    if compared.dates in _DATES:
        yield _DATES[compared.dates]
    if compared.opposite:
        yield "what the one says excludes the other"
    yield f"likeness of the sentences {cosine:.2f}"


_DATES = MappingProxyType(
    {
        Dates.SAME_DAY: "the same day",
        Dates.FIT: "dates that fit",
        Dates.NEAR: "dates a few days apart",
        Dates.FAR: "dates that do not fit",
    }
)


def _listed(words: Sequence[str]) -> str:
    shown = list(words[:_WORDS_IN_A_REASON])
    return shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " and " + shown[-1]


@cache
def _weights() -> Mapping[str, float]:
    text = files("sayso.weigh.lexicon").joinpath("likeness.json").read_text(encoding="utf-8")
    return MappingProxyType(dict(json.loads(text)["weights"]))
