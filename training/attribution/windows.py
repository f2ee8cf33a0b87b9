"""Articles → windows of at most 254 word pieces, packed from whole paragraphs, with labels for every word.

A word here is what the encoder's pre-tokenizer makes: a run of letters and digits, or one punctuation mark.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

PIECES = 254
OPENING, CLOSING, STRAIGHT = "“«", "”»", '"'

# Labels of a word with regard to one cue.
OUTSIDE, B_SOURCE, I_SOURCE, B_CONTENT, I_CONTENT = range(5)


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of one article.

    `pieces` are vocabulary ids (without [CLS] and [SEP]); `shapes` and `quotes` are small classes of each piece;
    `firsts` is the place of each word's first piece; `words` are the words' (start, end) in the article's text;
    `cues` are (first word, last word + 1) and `labels` one class a word for each of these cues.
    """

    article: str
    pieces: list[int]
    shapes: list[int]
    quotes: list[int]
    firsts: list[int]
    words: list[tuple[int, int]]
    cues: list[tuple[int, int]]
    labels: list[list[int]]


def shape(text: str) -> int:
    """0 other, 1 lower case, 2 capitalised, 3 capitals, 4 digits, 5 punctuation: what an uncased model can't see."""
    if not text[:1].isalnum():
        return 5
    if text[0].isdigit():
        return 4
    if text.isupper() and len(text) > 1:
        return 3
    if text[0].isupper():
        return 2
    return 1 if text.islower() else 0


def quote_states(text: str) -> list[int]:
    """For each code point 0 outside of quotation marks, 1 inside, 2 a mark itself; every paragraph begins outside."""
    states, inside = [], False
    for place, character in enumerate(text):
        if character == "\n" and text[place : place + 2] == "\n\n":
            inside = False
        if character in OPENING:
            inside = True
            states.append(2)
        elif character in CLOSING:
            inside = False
            states.append(2)
        elif character == STRAIGHT:
            inside = not inside
            states.append(2)
        else:
            states.append(int(inside))
    return states


def paragraphs(text: str, tokenizer: Tokenizer) -> Iterator[tuple[int, int, int]]:
    """(start, end, pieces) of each paragraph; one longer than a window is cut at sentence ends, or anywhere at last."""
    for match in re.finditer(r"[^\n]+", text):
        yield from _fitting(text, match.start(), match.end(), tokenizer)


def _fitting(text: str, start: int, end: int, tokenizer: Tokenizer) -> Iterator[tuple[int, int, int]]:
    pieces = len(tokenizer.encode(text[start:end], add_special_tokens=False).ids)
    if pieces <= PIECES:
        yield start, end, pieces
        return
    middle = (start + end) // 2
    ends = [m.end() for m in re.finditer(r"[.!?][”\"’']?\s+", text[start:end])]
    cut = start + min(ends, key=lambda e: abs(start + e - middle)) if ends else middle
    if not start < cut < end:
        cut = middle
    yield from _fitting(text, start, cut, tokenizer)
    yield from _fitting(text, cut, end, tokenizer)


def windows_of(
    article: str, text: str, attributions: Sequence[dict[str, list[list[int]]]], tokenizer: Tokenizer
) -> Iterator[Window]:
    """The windows of one article, in order."""
    start = end = size = 0
    for first, last, pieces in paragraphs(text, tokenizer):
        if size and size + pieces > PIECES:
            yield _window(article, text, start, end, attributions, tokenizer)
            size = 0
        if not size:
            start = first
        end = last
        size += pieces
    if size:
        yield _window(article, text, start, end, attributions, tokenizer)


def _window(
    article: str,
    text: str,
    start: int,
    end: int,
    attributions: Sequence[dict[str, list[list[int]]]],
    tokenizer: Tokenizer,
) -> Window:
    encoded = tokenizer.encode(text[start:end], add_special_tokens=False)
    states = quote_states(text[start:end])
    firsts: list[int] = []
    words: list[tuple[int, int]] = []
    for place, ((a, b), piece) in enumerate(zip(encoded.offsets, encoded.tokens, strict=True)):
        if piece.startswith("##") and words and words[-1][1] == start + a:
            words[-1] = (words[-1][0], start + b)
        else:
            firsts.append(place)
            words.append((start + a, start + b))
    cues: list[tuple[int, int]] = []
    labels: list[list[int]] = []
    for attribution in attributions:
        inside = [i for i, w in enumerate(words) if _touches(w, attribution["cue"])]
        if not inside:
            continue
        cues.append((inside[0], inside[-1] + 1))
        label = [OUTSIDE] * len(words)
        for spans, begin in ((attribution["source"], B_SOURCE), (attribution["content"], B_CONTENT)):
            for span in spans:
                held = [i for i, w in enumerate(words) if _touches(w, [span])]
                for i in held:
                    label[i] = begin + 1
                if held:
                    label[held[0]] = begin
        labels.append(label)
    return Window(
        article,
        encoded.ids,
        [shape(text[start + a : start + b]) for a, b in encoded.offsets],
        [states[a] for a, _ in encoded.offsets],
        firsts,
        words,
        cues,
        labels,
    )


def _touches(word: tuple[int, int], spans: Sequence[Sequence[int]]) -> bool:
    return any(word[0] < b and word[1] > a for a, b in spans)


def corpus(file: Path, tokenizer: Tokenizer) -> list[Window]:
    """All windows of a JSON Lines file of the attribution corpus."""
    found: list[Window] = []
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            found += windows_of(article["id"], article["text"], article["attributions"], tokenizer)
    return found
