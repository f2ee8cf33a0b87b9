"""From judged candidates to attributions: one a cue, and chains of them."""

from collections.abc import Sequence

from sayso.find.attribution.candidate import Candidate, Judged
from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.inner import Voices
from sayso.find.attribution.nested import with_nested

THRESHOLD = 0.25
"""chosen on the development part of PolNeAR: a little below the best for the whole, where contents and sources gain"""


def choose(grammar: Grammar, judged: Sequence[Judged], voices: Voices) -> list[tuple[float, Candidate]]:
    """The candidates to keep: outermost ones likeliest first, none sharing a word; then what lies inside of them."""
    kept: list[tuple[float, Candidate]] = []
    taken: set[int] = set()
    # A turn is whole before anything in it. Of two readings of a cue that are about as likely right, the one whose
    # edges are exact is the better one.
    for j in sorted(judged, key=lambda j: (j.candidate.kind != "label", -j.right - j.exact)):
        if j.right < THRESHOLD:
            continue
        own = _words(j.candidate)
        if taken.isdisjoint(own):
            taken.update(own)
            kept.append((j.right, j.candidate))
    return with_nested(grammar, judged, kept, voices)


def _words(candidate: Candidate) -> list[int]:
    ranges = [candidate.cue, *candidate.content, *([candidate.source] if candidate.source else [])]
    return [w for r in ranges for w in r]
