"""A possible attribution, before anything decides whether it is one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Candidate:
    """Ranges of token indexes. `head` is the cue's main word, `frame` the construction that was seen.

    `kind` says how the source was found: `subject`, `inherited` (from the verb above), `head` (the noun a participle
    or relative clause hangs on), `agent`, `passive` (the subject of a passive), `owner` (a possessive), `label` (of a
    turn), `read` (by the encoder, from the words alone) or `none`.
    """

    head: int
    frame: str
    kind: str
    source: range | None
    cue: range
    content: Sequence[range]


class Scored(NamedTuple):
    """A candidate that syntax or quotation marks gave.

    `probability` of being an attribution, by the linear model of score.py.
    """

    probability: float
    candidate: Candidate


class Judged(NamedTuple):
    """A candidate with its final probabilities.

    `right` that people who annotate would mark the same source and content, give or take some words; `exact` that
    they would mark just these words.
    """

    right: float
    exact: float
    candidate: Candidate
