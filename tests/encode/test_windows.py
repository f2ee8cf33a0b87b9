"""Windows hold every word once, in order, and no more pieces than the encoder takes."""

import pytest

from sayso.encode.files import folder
from sayso.encode.pieces import WordPieces
from sayso.encode.windows import PIECES, quote_states, shape, windows
from sayso.model.span import Span

CUTTER = WordPieces.from_file(folder() / "vocabulary.txt")
SENTENCE = "The clerk of Orrin County told Ada Quill that the ledger was lost. "


def spans(*paragraphs: str) -> tuple[str, list[Span]]:
    text, found = "", []
    for paragraph in paragraphs:
        found.append(Span(len(text), len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    return text, found


def test_every_word_once() -> None:
    text, blocks = spans(SENTENCE * 3, SENTENCE * 40, "“Short,” she said.", SENTENCE * 9, "x " * 900)
    found = list(windows(text, blocks, CUTTER))
    words = [word for window in found for word in window.words]
    assert words == sorted(words)
    assert "".join(word.of(text) for word in words) == "".join(text.split())
    assert max(len(window.pieces) for window in found) <= PIECES
    for window in found:
        assert len(window.pieces) == len(window.shapes) == len(window.quotes)
        assert len(window.firsts) == len(window.words)


def test_short_paragraphs_share_a_window_and_long_ones_are_cut_where_a_sentence_ends() -> None:
    text, blocks = spans(SENTENCE, SENTENCE)
    assert len(list(windows(text, blocks, CUTTER))) == 1
    text, blocks = spans(SENTENCE * 40)
    for window in windows(text, blocks, CUTTER):
        assert window.words[0].of(text) == "The"


def test_nothing() -> None:
    assert list(windows("", [], CUTTER)) == []
    assert list(windows("\u200b", [Span(0, 1)], CUTTER)) == []


@pytest.mark.parametrize(
    ("word", "number"), [("the", 1), ("Ada", 2), ("FBI", 3), ("A", 2), ("1st", 4), ("”", 5), ("mcGee", 0)]
)
def test_shapes(word: str, number: int) -> None:
    assert shape(word) == number


@pytest.mark.parametrize(
    ("block", "states"),
    [
        ("a “b” c", "0021200"),
        ('a "b" c', "0021200"),
        ("“b", "21"),  # never closed: inside to the end of the paragraph
    ],
)
def test_quotation(block: str, states: str) -> None:
    assert "".join(map(str, quote_states(block))) == states
