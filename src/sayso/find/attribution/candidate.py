"""A possible attribution, before anything decides whether it is one."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """Ranges of token indexes. `head` is the cue's main word, `frame` the construction that was seen.

    `kind` says how the source was found: `subject`, `inherited` (from the verb above), `head` (the noun a participle
    or relative clause hangs on), `agent`, `passive` (the subject of a passive), `owner` (a possessive) or `none`.
    """

    head: int
    frame: str
    kind: str
    source: range | None
    cue: range
    content: Sequence[range]
