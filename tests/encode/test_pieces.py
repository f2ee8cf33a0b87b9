"""Words and pieces are those that the customary library gives for this vocabulary: numbers and places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.encode.files import folder
from sayso.encode.pieces import WordPieces

CUTTER = WordPieces.from_file(folder() / "vocabulary.txt")

# Numbers and places as `tokenizers` 0.23.3 gives them for all-MiniLM-L6-v2.
ROWS = [
    # quotation marks and commas are words of their own
    (
        "The mayor, Ada Quill, said: “No.”",
        [1996, 3664, 1010, 15262, 21864, 3363, 1010, 2056, 1024, 1523, 2053, 1012, 1524],
        [(0, 3), (4, 9), (9, 10), (11, 14), (15, 18), (18, 20), (20, 21), (22, 26), (26, 27), (28, 29), (29, 31)],
    ),
    # accents go, and so does the dot of the Turkish capital; places stay those of the text
    (
        "naïve ŻÓŁĆ İstanbul",
        [15743, 1062, 2080, 18818, 2278, 9960],
        [(0, 5), (6, 7), (7, 8), (8, 9), (9, 10), (11, 19)],
    ),
    # a currency sign is no punctuation to BERT, guillemets are
    ("€5 «ça» ﬁne", [1574, 2629, 1077, 6187, 1090, 1984, 2638], [(0, 1), (1, 2), (3, 4), (4, 6), (6, 7)]),
    # ideographs stand alone; a character without width is passed over
    ("東京 a\u200bb x\u0301y", [1879, 1755, 11113, 1060, 2100], [(0, 1), (1, 2), (3, 6), (7, 8)]),
    # hyphens and colons part words
    (
        "e-mail (No. 1:18-cr-215)",
        [1041, 1011, 5653, 1006, 2053, 1012, 1015, 1024, 2324, 1011, 13675, 1011, 17405, 1007],
        [(0, 1), (1, 2), (2, 6), (7, 8), (8, 10)],
    ),
    # a word beyond 100 characters is one unknown piece
    ("x" * 101, [100], [(0, 101)]),
    ("", [], []),
]


@pytest.mark.parametrize(("text", "numbers", "places"), ROWS)
def test_pieces(text: str, numbers: list[int], places: list[tuple[int, int]]) -> None:
    found = [(word.start, piece) for word in CUTTER.words(text) for piece in word.pieces]
    assert [piece.id for _, piece in found] == numbers
    assert [(at + piece.start, at + piece.end) for at, piece in found][: len(places)] == places


@given(st.text(max_size=60))
def test_places_are_in_order_and_inside(text: str) -> None:
    at = 0
    for word in CUTTER.words(text):
        assert at <= word.start < word.end <= len(text)
        at = word.end
        assert all(0 <= p.start < p.end <= word.end - word.start for p in word.pieces)
        assert not any(c.isspace() for c in text[word.start : word.end])
