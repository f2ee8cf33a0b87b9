"""Texts to vectors that lie close together where the texts mean much the same (Reimers and Gurevych 2019).

all-MiniLM-L6-v2 in 8 bits; see the card beside its file. What a vector can't tell is whether a text says the opposite
of another, or names other numbers, dates or people: that is compared elsewhere.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from sayso.encode.files import Files, read_record, verify
from sayso.encode.files import folder as vocabulary_folder
from sayso.encode.pieces import WordPieces

WIDTH = 384
MOST_PIECES = 96
"""pieces of a text that are read; what stands behind them is not"""
_CLS, _SEP = 101, 102

Vectors = NDArray[np.float32]


def folder() -> Path:
    """Where the file lies."""
    return Path(__file__).parent / "sentence_model"


def sentence_encoder_version() -> str:
    """Which encoder ships: the start of its hash."""
    return read_record(folder(), Files, "sentences").files["sentences.onnx"][:12]


class SentenceEncoder:
    """The loaded model; loading takes half a second. `at` is the folder of its file. Threads may share one.

    Raises `ModelError` if that is not the recorded one.
    """

    def __init__(self, at: Path) -> None:
        verify(at, read_record(at, Files, "sentences"), "sentences")
        options = onnxruntime.SessionOptions()
        # A process reads on one core; the pile is shared among processes.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(at / "sentences.onnx", options, providers=["CPUExecutionProvider"])
        self._cutter = WordPieces.from_file(vocabulary_folder() / "vocabulary.txt")

    @classmethod
    def shipped(cls) -> "SentenceEncoder":
        """The model in the package."""
        return cls(folder())

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """One vector of unit length a text, (n, 384), in their order; like texts get like vectors in any company.

        Each text is encoded by itself: numbers in 8 bits are scaled by what is encoded together, so that in a batch a
        text's vector would depend on its neighbours; and without batches nothing is padded, which is as fast.
        """
        found: Vectors = np.zeros((len(texts), WIDTH), np.float32)
        once: dict[str, int] = {}
        for i, text in enumerate(texts):
            first = once.setdefault(text, i)
            found[i] = self._encode(self._cut(text)) if first == i else found[first]
        return found

    def _cut(self, text: str) -> list[int]:
        pieces: list[int] = []
        for word in self._cutter.words(text):
            pieces.extend(piece.id for piece in word.pieces)
            if len(pieces) >= MOST_PIECES:
                break
        return [_CLS, *pieces[:MOST_PIECES], _SEP]

    def _encode(self, pieces: Sequence[int]) -> Vectors:
        given = np.array([pieces], np.int64)
        vector: Vectors = self._session.run(None, {"pieces": given, "mask": np.ones(given.shape, np.bool_)})[0][0]
        return vector
