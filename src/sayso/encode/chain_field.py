"""A linear-chain conditional random field over the labels of words with regard to one cue (Lafferty et al. 2001).

Scores are natural logarithms. All functions take many cues at once: scores (cues, words, labels), padded to the most,
and the number of words of each cue (cues,).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Numbers = NDArray[np.int64]

OUTSIDE, B_SOURCE, I_SOURCE, B_CONTENT, I_CONTENT = LABELS = range(5)
"""Labels of a word with regard to one cue: begin and inside of its source and of its content."""
NEVER = -1e4
"""The score of what can't be"""


@dataclass(frozen=True, slots=True)
class ChainField:
    """`start` and `end` (labels,) score the first and last label, `step` (labels, labels) each pair of neighbours."""

    start: Scores
    end: Scores
    step: Scores

    @classmethod
    def of(cls, start: Sequence[float], end: Sequence[float], step: Sequence[Sequence[float]]) -> "ChainField":
        """With what training learned; an inside label comes only after its own begin or inside."""
        allowed = np.array(step, np.float32)
        first = np.array(start, np.float32)
        for begin, inside in ((B_SOURCE, I_SOURCE), (B_CONTENT, I_CONTENT)):
            allowed[[label for label in LABELS if label not in (begin, inside)], inside] = NEVER
            first[inside] = NEVER
        return cls(first, np.array(end, np.float32), allowed)

    def best(self, scores: Scores, lengths: Numbers) -> tuple[Numbers, Scores]:
        """The likeliest labels (cues, words) and their score (cues,), by Viterbi; labels of padding mean nothing."""
        cues, words, labels = scores.shape
        back = np.zeros((words, cues, labels), np.int64)
        alpha = self.start + scores[:, 0]
        for place in range(1, words):
            reached = alpha[:, :, None] + self.step
            back[place] = reached.argmax(1)
            there = (lengths > place)[:, None]
            back[place] = np.where(there, back[place], np.arange(labels))
            alpha = np.where(there, reached.max(1) + scores[:, place], alpha)
        last = alpha + self.end
        path = np.zeros((cues, words), np.int64)
        path[:, -1] = last.argmax(1)
        every = np.arange(cues)
        for place in range(words - 1, 0, -1):
            path[:, place - 1] = back[place, every, path[:, place]]
        return path, last.max(1)

    def best_score(self, scores: Scores, lengths: Numbers) -> Scores:
        """The score of the likeliest labels, (cues,)."""
        alpha = self.start + scores[:, 0]
        for place in range(1, scores.shape[1]):
            reached = (alpha[:, :, None] + self.step).max(1) + scores[:, place]
            alpha = np.where((lengths > place)[:, None], reached, alpha)
        top: Scores = (alpha + self.end).max(1)
        return top

    def partition(self, scores: Scores, lengths: Numbers) -> Scores:
        """The logarithm of the sum over all labellings, (cues,)."""
        step = np.exp(self.step)
        alpha = self.start + scores[:, 0]
        for place in range(1, scores.shape[1]):
            top = alpha.max(1, keepdims=True)
            reached = top + np.log(np.exp(alpha - top) @ step + _TINY) + scores[:, place]
            alpha = np.where((lengths > place)[:, None], reached, alpha)
        last = alpha + self.end
        top = last.max(1, keepdims=True)
        whole: Scores = top[:, 0] + np.log(np.exp(last - top).sum(1))
        return whole


_TINY = np.float32(1e-30)
"""Keeps the logarithm of what can't be from being infinite"""
