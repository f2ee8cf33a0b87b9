"""A text as the encoder reads it: windows of at most 254 word pieces, packed from whole paragraphs.

A word here is what the encoder's pre-tokenizer makes: a run of letters and digits, or one punctuation mark.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.encode.pieces import Word, WordPieces
from sayso.model.span import Span

PIECES = 254
"""Pieces of a window; [CLS] and [SEP] make 256."""
SHAPES = 6
QUOTES = 3
_OPENING, _CLOSING, _STRAIGHT = "“«", "”»", '"'
_SENTENCE_END = re.compile(r"[.!?][”\"’']?\s+")


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a text.

    `pieces` are vocabulary ids (without [CLS] and [SEP]), `shapes` and `quotes` a small class of each of them,
    `firsts` the place of each word's first piece, `words` the words' spans in the text.
    """

    pieces: tuple[int, ...]
    shapes: tuple[int, ...]
    quotes: tuple[int, ...]
    firsts: tuple[int, ...]
    words: tuple[Span, ...]


def windows(text: str, blocks: Sequence[Span], cutter: WordPieces) -> Iterator[Window]:
    """The windows of `text`, in order; a block longer than a window is cut at sentence ends, or anywhere at last."""
    held: list[_Part] = []
    size = 0
    for block in blocks:
        characters = block.of(text)
        whole = _Part(block.start, characters, quote_states(characters), tuple(cutter.words(characters)))
        for part in _fitting(whole):
            if size and size + len(part) > PIECES:
                yield _window(held)
                held, size = [], 0
            held.append(part)
            size += len(part)
    if size:
        yield _window(held)


def shape(word: str) -> int:
    """0 other, 1 lower case, 2 capitalised, 3 capitals, 4 digits, 5 punctuation: what an uncased model can't see."""
    if not word[:1].isalnum():
        return 5
    if word[0].isdigit():
        return 4
    if word.isupper() and len(word) > 1:
        return 3
    if word[0].isupper():
        return 2
    return 1 if word.islower() else 0


def quote_states(block: str) -> list[int]:
    """For each code point 0 outside of quotation marks, 1 inside, 2 a mark itself; a paragraph begins outside."""
    states, inside = [], False
    for character in block:
        if character in _OPENING:
            inside = True
            states.append(2)
        elif character in _CLOSING:
            inside = False
            states.append(2)
        elif character == _STRAIGHT:
            inside = not inside
            states.append(2)
        else:
            states.append(int(inside))
    return states


@dataclass(frozen=True, slots=True)
class _Part:
    """Words of a block that starts at `start` in the text; the block's characters and where quotations are in it."""

    start: int
    characters: str
    states: Sequence[int]
    words: Sequence[Word]

    def __len__(self) -> int:
        """In pieces."""
        return sum(len(word.pieces) for word in self.words)


def _fitting(part: _Part) -> Iterator[_Part]:
    if len(part) <= PIECES:
        if part.words:
            yield part
        return
    words = part.words
    middle = (words[0].start + words[-1].end) // 2
    ends = {m.end() for m in _SENTENCE_END.finditer(part.characters, words[0].start, words[-1].end)}
    cuts = [i for i in range(1, len(words)) if words[i].start in ends] or range(1, len(words))
    cut = min(cuts, key=lambda i: abs(words[i].start - middle))
    yield from _fitting(replace(part, words=words[:cut]))
    yield from _fitting(replace(part, words=words[cut:]))


def _window(parts: Sequence[_Part]) -> Window:
    pieces: list[int] = []
    shapes: list[int] = []
    quotes: list[int] = []
    firsts: list[int] = []
    words: list[Span] = []
    for part in parts:
        for word in part.words:
            firsts.append(len(pieces))
            words.append(Span(part.start + word.start, part.start + word.end))
            for number, start, end in word.pieces:
                pieces.append(number)
                shapes.append(shape(part.characters[word.start + start : word.start + end]))
                quotes.append(part.states[word.start + start])
    return Window(tuple(pieces), tuple(shapes), tuple(quotes), tuple(firsts), tuple(words))
