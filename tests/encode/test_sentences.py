"""Vectors of sentences: like ones lie together, each depends on its own words alone; the file is the recorded one."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from sayso.encode.files import Files, digest_of, read_record
from sayso.encode.sentences import MOST_PIECES, WIDTH, SentenceEncoder, folder, sentence_encoder_version
from sayso.errors import ModelError

MOST = 25 * 2**20
ENCODER = SentenceEncoder.shipped()

# A text, another way to say it, and a text about the same people or things that says something else.
ROWS = [
    (
        "The ferry company paid the harbour master's brother 30,000 dollars.",
        "The harbour master's brother got $30,000 from the company that runs the ferries.",
        "The harbour master's brother lives across the water from the ferry company.",
    ),
    ("She was sacked in May.", "They fired her that spring.", "She bought a boat in May."),
    (
        "The inspectors searched the depot at dawn.",
        "Early in the morning the inspectors raided the depot.",
        "The inspectors had their breakfast at the depot.",
    ),
    (
        "The council voted to close the bridge.",
        "Closing the bridge was approved by the council.",
        "The council meets in a hall beside the bridge.",
    ),
]


@pytest.mark.parametrize(("text", "paraphrase", "other"), ROWS)
def test_a_paraphrase_is_nearer_than_another_text(text: str, paraphrase: str, other: str) -> None:
    first, same, different = ENCODER.vectors([text, paraphrase, other])
    assert first @ same > first @ different


def test_paraphrases_are_nearer_than_all_other_pairs() -> None:
    first = ENCODER.vectors([text for text, _, _ in ROWS])
    second = ENCODER.vectors([paraphrase for _, paraphrase, _ in ROWS])
    likeness = first @ second.T
    assert (likeness.argmax(1) == np.arange(len(ROWS))).all()
    assert np.diag(likeness).min() > 0.45
    assert (likeness - np.eye(len(ROWS))).max() < 0.4


def test_shape_and_length() -> None:
    found = ENCODER.vectors(["One boat sank.", "", "Two boats sank off the point."])
    assert found.shape == (3, WIDTH)
    assert found.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)
    assert ENCODER.vectors([]).shape == (0, WIDTH)


def test_a_vector_depends_on_its_own_text_alone() -> None:
    texts = [row[0] for row in ROWS]
    together = ENCODER.vectors([*texts, *reversed(texts)])
    for i, text in enumerate(texts):
        alone = ENCODER.vectors([text])[0]
        np.testing.assert_array_equal(together[i], alone)
        np.testing.assert_array_equal(together[-1 - i], alone)


def test_case_and_white_space_do_not_matter() -> None:
    first, second = ENCODER.vectors(["The boat\nsank  there", "the BOAT sank there"])
    np.testing.assert_array_equal(first, second)


def test_only_the_first_pieces_are_read() -> None:
    long = "boat " * MOST_PIECES
    first, second = ENCODER.vectors([long, long + "and a very different ending"])
    np.testing.assert_array_equal(first, second)


def test_the_shipped_file_is_the_recorded_one_and_small() -> None:
    record = read_record(folder(), Files, "sentences")
    assert {name: digest_of(folder() / name) for name in record.files} == dict(record.files)
    assert sentence_encoder_version() == record.files["sentences.onnx"][:12]
    assert sum(file.stat().st_size for file in folder().iterdir()) <= MOST


def test_the_card_tells_of_this_file() -> None:
    card = (folder() / "CARD.md").read_text(encoding="utf-8")
    for name, digest in read_record(folder(), Files, "sentences").files.items():
        assert f"`{name}`" in card
        assert digest in card


def test_another_file_is_refused(tmp_path: Path) -> None:
    at = tmp_path / "model"
    shutil.copytree(folder(), at)
    with (at / "sentences.onnx").open("ab") as file:
        file.write(b"\0")
    with pytest.raises(ModelError, match=r"sentences\.onnx"):
        SentenceEncoder(at)
