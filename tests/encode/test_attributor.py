"""The encoder reads each window by itself, and roles near their cue as it would in the whole window."""

import numpy as np
import pytest

from sayso.encode import attributor
from sayso.encode.attributor import Attributor
from sayso.encode.chain_field import I_CONTENT, LABELS, Numbers, Scores
from sayso.model.span import Span

NEAR = "The harbor board met on Monday. “The crane is safe,” said Ada Quill, who runs the yard. Rain fell all day."
REST = " Ships came and went along the quay while gulls circled over the grey water of the bay."


@pytest.fixture(scope="module")
def reader() -> Attributor:
    return Attributor()


def test_a_window_is_read_the_same_in_any_company(reader: Attributor) -> None:
    first = NEAR + REST * 9
    text = first + "\n\n" + REST * 9
    blocks = [Span(0, len(first)), Span(len(first) + 2, len(text))]
    alone, together = reader.read(text, blocks[:1]), reader.read(text, blocks)
    assert (len(alone), len(together)) == (1, 2)
    assert np.array_equal(alone[0].vectors, together[0].vectors)
    assert np.array_equal(alone[0].tags, together[0].tags)


@pytest.mark.parametrize("text", [REST * 5 + " " + NEAR + REST * 5, NEAR + REST * 9, REST * 9 + " " + NEAR])
def test_roles_near_a_cue_are_those_of_the_whole_window(
    reader: Attributor, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (reading,) = reader.read(text, [Span(0, len(text))])
    cue = next(i for i, word in enumerate(reading.words) if word.of(text) == "said")
    labels = reader.roles(reading, [range(cue, cue + 1)], []).argmax(2)
    monkeypatch.setattr(attributor, "_NEAR", 1000)
    assert np.array_equal(labels, reader.roles(reading, [range(cue, cue + 1)], []).argmax(2))
    found = {reading.words[i].of(text) for i in np.flatnonzero(labels[0])}
    assert {"Ada", "Quill", "crane", "safe"} <= found
    assert not found & {"harbor", "gulls"}


def test_roles_that_reach_an_edge_are_read_on(reader: Attributor, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def content_everywhere(_: Attributor, *given: Numbers) -> Scores:
        near = given[-1]
        asked.append(near.shape)
        scores: Scores = np.eye(len(LABELS), dtype=np.float32)[np.full(near.shape, I_CONTENT)]
        return scores

    text = REST * 11
    (reading,) = reader.read(text, [Span(0, len(text))])
    monkeypatch.setattr(Attributor, "_scores", content_everywhere)
    scores = reader.roles(reading, [range(90, 91), range(20, 22)], [])
    assert asked == [(2, 96), (2, len(reading.words))]
    assert np.all(scores.argmax(2) == I_CONTENT)
