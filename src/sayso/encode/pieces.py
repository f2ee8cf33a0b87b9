"""Words and word pieces, as BERT's uncased vocabulary wants them (Devlin et al. 2019; WordPiece, Wu et al. 2016).

The library that is customary for this brings a client for a model hub with it; nothing of that kind belongs on the
machine of somebody who protects sources, and the algorithm is short.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

_UNKNOWN = "[UNK]"
_REPLACEMENT = "\ufffd"
_LONGEST = 100
_REMEMBERED = 50_000


class Piece(NamedTuple):
    """A piece's number in the vocabulary, and where it stands in its word (code points, half-open)."""

    id: int
    start: int
    end: int


class Word(NamedTuple):
    """A run of letters and digits or one punctuation mark: its place in the text, and its pieces."""

    start: int
    end: int
    pieces: tuple[Piece, ...]


class WordPieces:
    """Cuts texts; `vocabulary` gives each piece its number, pieces that go on a word with `##` before them."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._vocabulary = vocabulary
        self._longest = max(map(len, vocabulary))
        # The same words come again and again; the least used are forgotten, so memory stays bounded.
        self._pieces = lru_cache(_REMEMBERED)(self._cut)

    @classmethod
    def from_file(cls, file: Path) -> "WordPieces":
        """From a list of pieces, one a line, numbered from 0."""
        lines = file.read_text(encoding="utf-8").rstrip("\n").split("\n")
        return cls({piece: number for number, piece in enumerate(lines)})

    def words(self, text: str) -> Iterator[Word]:
        """The words of a text, in order. White space is in none."""
        for start, end in _words(text):
            pieces = self._pieces(text[start:end])
            if pieces:
                yield Word(start, end, pieces)

    def _cut(self, word: str) -> tuple[Piece, ...]:
        """Greedy, longest piece first; a word that can't be put together is one unknown piece."""
        letters, sources = _plain(word)
        if not letters:
            return ()
        found: list[Piece] = []
        at = 0
        while at < len(letters) and len(letters) <= _LONGEST:
            for stop in range(min(len(letters), at + self._longest), at, -1):
                number = self._vocabulary.get(letters[at:stop] if not at else "##" + letters[at:stop])
                if number is not None:
                    found.append(Piece(number, sources[at], sources[stop - 1] + 1))
                    at = stop
                    break
            else:
                break
        if at < len(letters):
            return (Piece(self._vocabulary[_UNKNOWN], 0, len(word)),)
        return tuple(found)


def _plain(word: str) -> tuple[str, list[int]]:
    """The word small, without accents and control characters; and for each character the place it came from."""
    letters: list[str] = []
    sources: list[int] = []
    for place, character in enumerate(word):
        for plain in unicodedata.normalize("NFD", character):
            category = unicodedata.category(plain)
            if category != "Mn" and category[0] != "C" and plain != _REPLACEMENT:
                small = plain.lower()
                letters.append(small)
                sources.extend([place] * len(small))
    return "".join(letters), sources


def _words(text: str) -> Iterator[tuple[int, int]]:
    start = None
    for place, character in enumerate(text):
        kind = _kind(character)
        if kind == "letter":
            if start is None:
                start = place
            continue
        if start is not None:
            yield start, place
            start = None
        if kind == "mark":
            yield place, place + 1
    if start is not None:
        yield start, len(text)


@lru_cache(4096)
def _kind(character: str) -> str:
    """`letter` for what words are made of, `mark` for what is a word by itself, `blank` for the rest."""
    code = ord(character)
    if character.isspace():
        return "blank"
    category = unicodedata.category(character)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126 or category[0] == "P":
        return "mark"
    return "mark" if _is_ideograph(code) else "letter"


def _is_ideograph(code: int) -> bool:
    return (
        0x3400 <= code <= 0x4DBF or 0x4E00 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x2FA1F
    )
