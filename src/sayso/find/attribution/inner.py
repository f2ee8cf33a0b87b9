"""What the trained reader makes of voices inside of what others say: which words are cues, and what these tell of whom.

It has learned from sentences of the corpus that were put into somebody else's mouth (training/attribution/nesting.py).
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Protocol

import numpy as np

from sayso.encode.attributor import Attributor, Reading
from sayso.find.attribution.candidate import Candidate
from sayso.find.attribution.frames import AUXILIARY
from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.tagged import Window

LIKELY = 0.5
"""how likely a cue is of which grammar alone knows nothing"""


class Voices(Protocol):
    """What knows of voices beside grammar."""

    def likely(self, token: int) -> float:
        """How likely the token is in a cue."""

    def cues(self, tokens: Sequence[int]) -> Iterator[range]:
        """Runs of the tokens that are likely a cue."""

    def read(self, cues: Sequence[range]) -> Iterator[Candidate]:
        """For each of the cues what it tells, by its words alone."""


class InnerVoices:
    """The readings of a text's windows, asked about tokens."""

    def __init__(self, grammar: Grammar, readings: Sequence[Reading], attributor: Attributor) -> None:
        self._grammar = grammar
        self._attributor = attributor
        self._windows = [Window(grammar, reading, ()) for reading in readings if reading.words]
        self._likely = np.zeros(len(grammar.tokens), np.float32)
        self._window_of = np.full(len(grammar.tokens), -1)
        for number, window in enumerate(self._windows):
            tokens = window.token_of
            np.maximum.at(self._likely, tokens, window.reading.inner)
            self._window_of[tokens] = number

    def likely(self, token: int) -> float:
        """How likely the token is in a cue."""
        return float(self._likely[token])

    def cues(self, tokens: Sequence[int]) -> Iterator[range]:
        """Runs of the tokens that are likely a cue."""
        held = [i for i in tokens if self._likely[i] >= LIKELY and self._grammar.is_word[i]]
        for _, run in groupby(enumerate(held), lambda pair: pair[1] - pair[0]):
            own = [i for _, i in run]
            if any(self._grammar.tokens[i].dep not in AUXILIARY for i in own):
                yield range(own[0], own[-1] + 1)

    def read(self, cues: Sequence[range]) -> Iterator[Candidate]:
        """For each of the cues what it tells, by its words alone."""
        for number, group in groupby(cues, lambda cue: int(self._window_of[cue.start])):
            if number >= 0:
                yield from self._windows[number].inner(list(group), self._attributor)
