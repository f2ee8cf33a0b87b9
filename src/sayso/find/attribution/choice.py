"""From scored candidates to attributions: one a cue, and chains of them."""

from collections.abc import Sequence
from typing import NamedTuple

from sayso.find.attribution.candidate import Candidate
from sayso.find.attribution.grammar import Grammar
from sayso.find.lexicon import words

THRESHOLD = 0.25
"""best for the whole (overlap F1) in cross-validation over the training part of PolNeAR: 0.588, at 0.31 0.581"""
NESTED_THRESHOLD = 0.4
_WIDE = 0.2
"""Preferred by so much: "according to" governs the whole clause that it stands beside."""


class Scored(NamedTuple):
    """A candidate, its probability where it stands, and what it would be outside of another's content."""

    probability: float
    alone: float
    candidate: Candidate


def choose(grammar: Grammar, scored: Sequence[Scored]) -> list[tuple[float, Candidate]]:
    """The candidates to keep: outermost ones likeliest first, none sharing a word; then the sayings inside of them."""
    kept: list[tuple[float, Candidate]] = []
    content_of: dict[int, Candidate] = {}
    taken: set[int] = set()
    for s in sorted(scored, key=lambda s: -s.probability - _WIDE * s.candidate.frame.startswith("according")):
        if s.probability < THRESHOLD:
            continue
        own = _words(s.candidate)
        if taken.isdisjoint(own):
            taken.update(own)
            content_of.update((w, s.candidate) for piece in s.candidate.content for w in piece)
            kept.append((s.probability, s.candidate))
    kept.extend(_nested(grammar, scored, content_of))
    return kept


def _nested(
    grammar: Grammar, scored: Sequence[Scored], content_of: dict[int, Candidate]
) -> list[tuple[float, Candidate]]:
    """Sayings that lie wholly inside the content of one kept candidate; again likeliest first.

    Two of them share no word, unless one lies wholly inside the content of the other.
    """
    sayings = words("sayings")
    kept: list[tuple[float, Candidate]] = []
    inside: dict[int, list[Candidate]] = {}
    for s in sorted(scored, key=lambda s: -s.alone):
        candidate = s.candidate
        if s.alone < NESTED_THRESHOLD and candidate.kind != "quoted":
            continue
        if grammar.lemma(candidate.head) not in sayings or candidate.source is None:
            continue
        own = _words(candidate)
        outer = content_of.get(own[0])
        if outer is None or any(content_of.get(w) is not outer for w in own):
            continue
        beside = inside.setdefault(outer.head, [])
        if all(_fit(candidate, other) for other in beside):
            beside.append(candidate)
            kept.append((s.alone, candidate))
    return kept


def _fit(one: Candidate, other: Candidate) -> bool:
    """Whether both can be told: apart from each other, or one as the other's content."""
    own, others = set(_words(one)), set(_words(other))
    return own.isdisjoint(others) or own <= _content(other) or others <= _content(one)


def _content(candidate: Candidate) -> set[int]:
    return {w for piece in candidate.content for w in piece}


def _words(candidate: Candidate) -> list[int]:
    ranges = [candidate.cue, *candidate.content, *([candidate.source] if candidate.source else [])]
    return [w for r in ranges for w in r]
