"""The trained reader of attributions: which words are cues, and which are source or content of a given cue.

A small BERT encoder (MiniLM, Wang et al. 2020) and its heads, trained by training/attribution on PolNeAR; see the model
card beside the files. Runs in ONNX Runtime on one core.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime

from sayso.encode.chain_field import ChainField, Scores
from sayso.encode.files import folder, verified
from sayso.encode.pieces import WordPieces
from sayso.encode.windows import Window, windows
from sayso.model.span import Span

DISTANCE = 64
_CLS, _SEP = 101, 102
_BATCH = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """What the encoder makes of one window of `n` words: their spans, vectors (n, 384), and scores of cue tags (n, 3:
    outside, begin, inside).
    """

    words: tuple[Span, ...]
    vectors: Scores
    tags: Scores


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
        self._encoder = onnxruntime.InferenceSession(at / "encoder.onnx", options, providers=providers)
        self._roles = onnxruntime.InferenceSession(at / "roles.onnx", options, providers=providers)
        self.chain = ChainField.of(record.chain.start, record.chain.end, record.chain.step)
        self._cutter = WordPieces.from_file(at / "vocabulary.txt")

    def read(self, text: str, blocks: Sequence[Span]) -> tuple[Reading, ...]:
        """Encode the blocks (paragraphs) of a text; its windows in order."""
        cut = list(windows(text, blocks, self._cutter))
        found: dict[int, Reading] = {}
        # Windows of like length together, so that little is padded.
        order = sorted(range(len(cut)), key=lambda i: len(cut[i].pieces))
        for at in range(0, len(order), _BATCH):
            numbers = order[at : at + _BATCH]
            found.update(zip(numbers, self._encode([cut[i] for i in numbers]), strict=True))
        return tuple(found[i] for i in range(len(cut)))

    def _encode(self, batch: Sequence[Window]) -> Iterator[Reading]:
        length = max(len(w.pieces) for w in batch) + 2
        count = max(len(w.words) for w in batch)
        pieces, shapes, quotes = (np.zeros((len(batch), length), np.int64) for _ in range(3))
        mask = np.zeros((len(batch), length), np.bool_)
        firsts = np.zeros((len(batch), count), np.int64)
        for i, w in enumerate(batch):
            n = len(w.pieces)
            pieces[i, : n + 2] = (_CLS, *w.pieces, _SEP)
            shapes[i, 1 : n + 1] = w.shapes
            quotes[i, 1 : n + 1] = w.quotes
            mask[i, : n + 2] = True
            firsts[i, : len(w.words)] = np.add(w.firsts, 1)
        inputs = {"pieces": pieces, "shapes": shapes, "quotes": quotes, "mask": mask, "firsts": firsts}
        vectors, tags = self._encoder.run(None, inputs)
        for i, w in enumerate(batch):
            yield Reading(w.words, vectors[i, : len(w.words)], tags[i, : len(w.words)])

    def roles(self, reading: Reading, cues: Sequence[range], others: Sequence[range]) -> Scores:
        """(cues, words, labels): for each cue (a range of words) the score of each label for each word of the window.

        `others` are the ranges of words that are taken for cues too.
        """
        places = np.arange(len(reading.words))
        firsts = np.array([c.start for c in cues])[:, None]
        lasts = np.array([c.stop for c in cues])[:, None]
        own = (places >= firsts) & (places < lasts)
        in_cue = np.where(own, 1, 0)
        for other in others:
            in_cue[:, other.start : other.stop] = np.where(own[:, other.start : other.stop], 1, 2)
        distances = np.minimum(places - firsts, 0) + np.maximum(places - lasts + 1, 0)
        scores: Scores = self._roles.run(
            None,
            {
                "words": reading.vectors,
                "means": (own / own.sum(1, keepdims=True)).astype(np.float32),
                "distances": np.clip(distances, -DISTANCE, DISTANCE) + DISTANCE,
                "in_cue": in_cue,
            },
        )[0]
        return scores
