"""Which reading of a cue is right: two logistic models over what syntax and the encoder say of it.

The weights (lexicon/attribution-judge.json) were fitted by training/attribution/judge.py.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp, log

import msgspec

from sayso.find.attribution.candidate import Candidate, Judged
from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.tagged import Unit, Weighed

_LEAST_LIKELY = -30.0
_LEAST_BEHIND = -20.0
_SURE = 1e-4

Features = dict[str, float]
Words = frozenset[int]


class JudgeWeights(msgspec.Struct, frozen=True):
    """Of the two models, by feature."""

    right: Mapping[str, float]
    exact: Mapping[str, float]


@cache
def judge_weights() -> JudgeWeights:
    """The weights that ship."""
    data = files("sayso.find.lexicon").joinpath("attribution-judge.json").read_bytes()
    return msgspec.json.decode(data, type=JudgeWeights)


def judged(grammar: Grammar, units: Iterator[Unit], weights: JudgeWeights) -> Iterator[Judged]:
    """Every candidate of every cue with its probabilities."""
    for unit in units:
        for weighed, features in zip(unit.weighed, unit_features(grammar, unit), strict=True):
            right, exact = (_probability(features, w) for w in (weights.right, weights.exact))
            yield Judged(right, exact, weighed.candidate)


def unit_features(grammar: Grammar, unit: Unit) -> Iterator[Features]:
    """What is true of each candidate of a cue, in their order."""
    own = _roles(grammar, unit.weighed[0].candidate)
    rest = [(w.scored.probability, _roles(grammar, w.candidate)) for w in unit.weighed[1:] if w.scored]
    for weighed in unit.weighed:
        source, content = _roles(grammar, weighed.candidate)
        found: Features = {
            "cue": _logit(unit.probability),
            "seen": float(unit.seen),
            "likelihood": max(_LEAST_LIKELY, weighed.likelihood),
            "best likelihood": unit.weighed[0].likelihood,
            "behind": max(_LEAST_BEHIND, weighed.likelihood - unit.weighed[0].likelihood),
            "no source": float(not source),
            "no content": float(not content),
            "length": log(1 + len(content)),
        }
        if weighed.scored:
            found.update(_of_syntax(weighed, _same(source, own[0]), _same(content, own[1])))
        else:
            found["read"] = 1.0
            found["only reading"] = float(not rest)
            found["agreement"] = max((p * _same(source, s) * _same(content, c) for p, (s, c) in rest), default=0.0)
        yield found


def _of_syntax(weighed: Weighed, same_source: float, same_content: float) -> Features:
    assert weighed.scored is not None
    candidate = weighed.candidate
    return {
        "syntax": _logit(weighed.scored.probability),
        "agreement": same_source * same_content,
        "same source": same_source,
        "same content": same_content,
        f"kind {candidate.kind}": 1.0,
        f"frame {candidate.frame.partition(':')[0][:6]}": 1.0,
    }


def _roles(grammar: Grammar, candidate: Candidate) -> tuple[Words, Words]:
    """The tokens of source and content that are words."""

    def words(ranges: Sequence[range]) -> Words:
        return frozenset(i for r in ranges for i in r if grammar.is_word[i])

    return words([candidate.source] if candidate.source else []), words(candidate.content)


def _same(one: Words, other: Words) -> float:
    """Intersection over union."""
    return len(one & other) / len(one | other) if one or other else 1.0


def _logit(probability: float) -> float:
    bounded = min(max(probability, _SURE), 1 - _SURE)
    return log(bounded / (1 - bounded))


def _probability(features: Features, weights: Mapping[str, float]) -> float:
    total = weights["bias"] + sum(value * weights.get(name, 0.0) for name, value in features.items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))
