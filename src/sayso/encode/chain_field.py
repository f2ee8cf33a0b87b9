"""A linear-chain conditional random field over the labels of words with regard to one cue (Lafferty et al. 2001).

Scores are natural logarithms; all functions take the scores of several cues of one window at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Labels = NDArray[np.int64]

OUTSIDE, B_SOURCE, I_SOURCE, B_CONTENT, I_CONTENT = LABELS = range(5)
"""Labels of a word with regard to one cue: begin and inside of its source and of its content."""
_NEVER = -1e4


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
            allowed[[label for label in LABELS if label not in (begin, inside)], inside] = _NEVER
            first[inside] = _NEVER
        return cls(first, np.array(end, np.float32), allowed)

    def best(self, scores: Scores) -> Labels:
        """The likeliest labels (Viterbi): (cues, words, labels) → (cues, words)."""
        cues, words, _ = scores.shape
        back = np.zeros((words, cues, len(LABELS)), np.int64)
        alpha = self.start + scores[:, 0]
        for place in range(1, words):
            reached = alpha[:, :, None] + self.step
            back[place] = reached.argmax(1)
            alpha = reached.max(1) + scores[:, place]
        path = np.zeros((cues, words), np.int64)
        path[:, -1] = (alpha + self.end).argmax(1)
        every = np.arange(cues)
        for place in range(words - 1, 0, -1):
            path[:, place - 1] = back[place, every, path[:, place]]
        return path

    def partition(self, scores: Scores) -> Scores:
        """The logarithm of the sum over all labellings: (cues, words, labels) → (cues,)."""
        alpha = self.start + scores[:, 0]
        for place in range(1, scores.shape[1]):
            reached = alpha[:, :, None] + self.step
            top = reached.max(1)
            alpha = top + np.log(np.exp(reached - top[:, None]).sum(1)) + scores[:, place]
        last = alpha + self.end
        top = last.max(1)
        whole: Scores = top + np.log(np.exp(last - top[:, None]).sum(1))
        return whole

    def best_score(self, scores: Scores) -> Scores:
        """The score of the likeliest labels: (cues, words, labels) → (cues,)."""
        alpha = self.start + scores[:, 0]
        for place in range(1, scores.shape[1]):
            alpha = (alpha[:, :, None] + self.step).max(1) + scores[:, place]
        top: Scores = (alpha + self.end).max(1)
        return top

    def score(self, scores: Scores, labels: Labels) -> float:
        """Of one labelling (words,) of one cue's scores (words, labels)."""
        total = self.start[labels[0]] + self.end[labels[-1]] + scores[np.arange(len(labels)), labels].sum()
        return float(total + self.step[labels[:-1], labels[1:]].sum())
