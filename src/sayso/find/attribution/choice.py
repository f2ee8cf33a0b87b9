"""From scored candidates to attributions: one a cue, no word in two roles."""

from collections.abc import Sequence

from sayso.find.attribution.candidate import Candidate
from sayso.find.attribution.frames import overlap
from sayso.find.attribution.grammar import Grammar

THRESHOLD = 0.35
NESTED_THRESHOLD = 0.5


def select(grammar: Grammar, scored: Sequence[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    """The candidates to keep, likeliest first."""
    kept: list[tuple[float, Candidate]] = []
    role_of: dict[int, Candidate] = {}
    for p, candidate in sorted(scored, key=lambda s: -s[0]):
        if p < THRESHOLD:
            break
        words = _words(candidate)
        if any(w in role_of for w in words):
            continue
        for w in words:
            role_of[w] = candidate
        kept.append((p, candidate))
    return kept


def _words(candidate: Candidate) -> list[int]:
    ranges = [candidate.cue, *candidate.content, *([candidate.source] if candidate.source else [])]
    return [w for r in ranges for w in r]
