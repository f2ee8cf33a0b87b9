"""The trained reader of attributions: which words are cues, and which are source or content of a given cue.

A small BERT encoder (MiniLM, Wang et al. 2020) and its heads, trained by training/attribution on PolNeAR; see the model
card beside the files. Runs in ONNX Runtime on one core.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime

from sayso.encode.chain_field import LABELS, NEVER, OUTSIDE, ChainField, Numbers, Scores
from sayso.encode.files import folder, verified
from sayso.encode.pieces import WordPieces
from sayso.encode.windows import Window, windows
from sayso.model.span import Span

DISTANCE = 64
_CLS, _SEP = 101, 102
_NEAR = 48
"""words on either side of a cue that are read first"""
_EDGE = 12
"""of these, so many at an edge that is none of the window's tell whether to read on"""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the encoder makes of one window of `n` words: their spans, vectors (n, 384), and scores of cue tags (n, 3:
    outside, begin, inside) of outermost attributions; `inner` is how likely each is in a cue, however deep inside of
    others (n,).
    """

    words: tuple[Span, ...]
    vectors: Scores
    tags: Scores
    inner: Scores


class Attributor:
    """The loaded model. Loading takes half a second, so a process loads one and keeps it.

    `at` is the folder of its files, by default the one that ships. Raises `ModelError` if they are not the recorded
    ones.
    """

    def __init__(self, at: Path | None = None) -> None:
        options = onnxruntime.SessionOptions()
        # A process reads on one core; the pile is shared among processes.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        at = at or folder()
        record = verified(at)
        providers = ["CPUExecutionProvider"]
        self._encoder, self._roles, self._inner_cues, self._inner_roles = (
            onnxruntime.InferenceSession(at / f"{name}.onnx", options, providers=providers)
            for name in ("encoder", "roles", "inner_cues", "inner_roles")
        )
        self.chain, self.inner_chain = (
            ChainField.of(c.start, c.end, c.step) for c in (record.chain, record.inner_chain)
        )
        self._cutter = WordPieces.from_file(at / "vocabulary.txt")

    def read(self, text: str, blocks: Sequence[Span]) -> tuple[Reading, ...]:
        """Encode the blocks (paragraphs) of a text; its windows in order."""
        return tuple(map(self._encode, windows(text, blocks, self._cutter)))

    def _encode(self, window: Window) -> Reading:
        """One window alone: nothing is padded, and numbers in 8 bits are scaled by no other window's."""
        vectors, tags = self._encoder.run(
            None,
            {
                "pieces": np.array([(_CLS, *window.pieces, _SEP)], np.int64),
                "shapes": np.array([(0, *window.shapes, 0)], np.int64),
                "quotes": np.array([(0, *window.quotes, 0)], np.int64),
                "firsts": np.add(window.firsts, 1, dtype=np.int64),
            },
        )
        inner = self._inner_cues.run(None, {"words": vectors[0]})[0]
        return Reading(window.words, vectors[0], tags[0], inner)

    def roles(self, reading: Reading, cues: Sequence[range], others: Sequence[range], *, inner: bool = False) -> Scores:
        """(cues, words, labels): for each cue (a range of words) the score of each label for each word of the window.

        `others` are the ranges of words that are taken for cues too. Words far from a cue are outside of its roles,
        unless roles of near ones reach out to them. `inner`: for cues inside of what others say.
        """
        tagger = self._inner_roles if inner else self._roles
        count = len(reading.words)
        edges = np.array([(cue.start, cue.stop) for cue in cues], np.int64)
        in_others = np.zeros(count, np.int64)
        for other in others:
            in_others[other.start : other.stop] = 2
        length = min(count, 2 * _NEAR)
        starts = np.clip(edges.sum(1) // 2 - _NEAR, 0, count - length)
        near = starts[:, None] + np.arange(length)
        found = self._scores(tagger, reading, edges, in_others, near)
        scores = np.full((len(cues), count, len(LABELS)), NEVER, np.float32)
        scores[:, :, OUTSIDE] = 0
        scores[np.arange(len(cues))[:, None], near] = found
        taken = found.argmax(2) != OUTSIDE
        reach_back = taken[:, :_EDGE].any(1) & (starts > 0)
        reach_on = taken[:, -_EDGE:].any(1) & (starts + length < count)
        far = np.flatnonzero(reach_back | reach_on)
        if len(far):
            everywhere = np.tile(np.arange(count), (len(far), 1))
            scores[far] = self._scores(tagger, reading, edges[far], in_others, everywhere)
        return scores

    def _scores(
        self,
        tagger: onnxruntime.InferenceSession,
        reading: Reading,
        edges: Numbers,
        in_others: Numbers,
        near: Numbers,
    ) -> Scores:
        """(cues, near, labels) for cues by their first word and the one behind their last, and words `near` each."""
        firsts, ends = edges[:, :1], edges[:, 1:]
        places = np.arange(len(reading.words))
        own = (places >= firsts) & (places < ends)
        distances = np.minimum(near - firsts, 0) + np.maximum(near - ends + 1, 0)
        scores: Scores = tagger.run(
            None,
            {
                "words": reading.vectors,
                "means": (own / own.sum(1, keepdims=True)).astype(np.float32),
                "near": near,
                "distances": np.clip(distances, -DISTANCE, DISTANCE) + DISTANCE,
                "in_cue": np.where((near >= firsts) & (near < ends), 1, in_others[near]),
            },
        )[0]
        return scores
