"""Finds the lines of an extractor's output, which come without offsets, among the blocks of the page they came from."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

_NO_WORD = re.compile(r"\W+")
_SURE = 24
"""A line of so many letters and digits that occurs once on the page is where it must be."""
_CHUNK_WORDS = 6
_REACH = 20_000
"""Pieces of a line that the extractor changed are looked for so far ahead of the line before."""


def shares(blocks: Sequence[str], lines: Sequence[str]) -> list[float]:
    """For each block the share (0 to 1) of its letters and digits that the `lines` took from it.

    Lines are in the order of the page, mostly. A line that occurs in several places is taken from the place between
    those of its neighbours.
    """
    squeezed = [_NO_WORD.sub("", block) for block in blocks]
    page = "".join(squeezed)
    starts = [0, *accumulate(len(s) for s in squeezed)]
    taken = [0] * len(blocks)
    wanted = [(_NO_WORD.sub("", line), line) for line in lines]
    wanted = [(letters, line) for letters, line in wanted if letters]
    anchors = [_only_place(page, letters) for letters, _ in wanted]
    next_anchor = _following(anchors, len(page))
    at = 0
    for number, (letters, line) in enumerate(wanted):
        start = anchors[number]
        if start < 0:
            start = page.find(letters, at, next_anchor[number] if next_anchor[number] > at else len(page))
        if start >= 0:
            at = start + len(letters)
            _take(start, at, starts, taken)
        else:
            at = _take_pieces(line, page, at, starts, taken)
    return [min(1.0, count / len(s)) if s else 0.0 for count, s in zip(taken, squeezed, strict=True)]


def _only_place(page: str, letters: str) -> int:
    if len(letters) < _SURE:
        return -1
    first = page.find(letters)
    return first if first >= 0 and page.find(letters, first + 1) < 0 else -1


def _following(anchors: Sequence[int], end: int) -> list[int]:
    """For each line the nearest anchor after it."""
    found = []
    for anchor in reversed(anchors):
        found.append(end)
        end = anchor if anchor >= 0 else end
    return found[::-1]


def _take(start: int, end: int, starts: Sequence[int], taken: list[int]) -> None:
    block = bisect_right(starts, start) - 1
    while block < len(taken) and starts[block] < end:
        taken[block] += min(end, starts[block + 1]) - max(start, starts[block])
        block += 1


def _take_pieces(line: str, page: str, at: int, starts: Sequence[int], taken: list[int]) -> int:
    """Find a line that is not on the page as it is a few words at a time; returns where the last piece ends."""
    words = line.split()
    for first in range(0, len(words), _CHUNK_WORDS):
        letters = _NO_WORD.sub("", "".join(words[first : first + _CHUNK_WORDS]))
        start = page.find(letters, at, at + _REACH) if len(letters) >= _SURE // 2 else -1
        if start >= 0:
            at = start + len(letters)
            _take(start, at, starts, taken)
    return at
