"""The words and bars of a page as lines in reading order, columns one after the other.

Columns are found as in recursive XY-cut (Nagy and Seth 1984), with one demand more: on both sides of the gap stands
running text. A table has short cells on one side at least, so it is read row by row.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from sayso.model.document import Box
from sayso.read.pdf_redactions import Bar, Hidden
from sayso.read.pdf_sheet import Word

REDACTED = "[REDACTED]"

_MAX_DEPTH = 8
_MAX_CHUNKS = 20_000
_COLUMN_ROWS = 4
"""a column has at least so many lines"""
_COLUMN_LETTERS = 15
"""and so many letters a line, in the middle"""


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it will stand in the text, or the mark for a bar.

    `size` is a font height in points, 0 for bars; `raised` if it is smaller and higher than its line; `gap` the
    distance to the token before on the line, in points.
    """

    text: str
    box: Box
    size: float
    bold: bool
    glued: bool
    raised: bool = False
    gap: float = 0.0
    bar: Bar | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line. `box`, `size` and `bold` are those of its ordinary words; `page` counts sheets from 1."""

    page: int
    tokens: tuple[Token, ...]
    box: Box
    size: float
    bold: bool
    column: int
    upright: bool = True

    @property
    def text(self) -> str:
        """The line's words as they will stand in the text."""
        return "".join(("" if t.glued or i == 0 else " ") + t.text for i, t in enumerate(self.tokens))


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Tokens that follow each other closely on one line."""

    tokens: tuple[Token, ...]
    box: Box

    @property
    def middle(self) -> float:
        return (self.box.y0 + self.box.y1) / 2


def lines_of(number: int, hidden: Hidden) -> list[Line]:
    """The lines of the sheet `number` in reading order; text that does not run from left to right comes last."""
    upright, turned = _chunks(hidden)
    lines: list[Line] = []
    for column, region in enumerate(_columns(upright, 0)):
        lines.extend(_line(number, row, column) for row in _rows(region))
    lines.extend(
        Line(number, chunk.tokens, chunk.box, chunk.tokens[0].size, False, -1, upright=False) for chunk in turned
    )
    return lines


def _chunks(hidden: Hidden) -> tuple[list[_Chunk], list[_Chunk]]:
    """The page's chunks, those that read from left to right and the others."""
    upright: list[_Chunk] = []
    turned: list[_Chunk] = []
    run: list[Token] = []
    last: Word | None = None
    for word in hidden.words:
        if last and not _follows(last, word):
            (upright if last.upright else turned).append(_chunk(run))
            run = []
        size = word.size if word.upright else min(word.size, word.box.x1 - word.box.x0)
        run.append(Token(word.text, word.box, size, word.bold, word.glued))
        last = word
    if last:
        (upright if last.upright else turned).append(_chunk(run))
    upright.extend(_Chunk((Token(REDACTED, bar.box, 0.0, False, False, bar=bar),), bar.box) for bar in hidden.bars)
    return upright, turned


def _follows(a: Word, b: Word) -> bool:
    if a.upright != b.upright:
        return False
    if not a.upright:
        return b.box.x0 < a.box.x1 and a.box.x0 < b.box.x1
    size = max(a.size, b.size)
    level = min(a.box.y1, b.box.y1) - max(a.box.y0, b.box.y0) > 0.4 * min(a.size, b.size)
    return level and -0.2 * size < b.box.x0 - a.box.x1 < 1.2 * size


def _chunk(tokens: Sequence[Token]) -> _Chunk:
    # Signs from other fonts (bullets, ¶) can ask for a far higher line, so the longest word gives the height.
    longest = max(tokens, key=lambda t: len(t.text))
    return _Chunk(
        tuple(tokens),
        Box(min(t.box.x0 for t in tokens), longest.box.y0, max(t.box.x1 for t in tokens), longest.box.y1),
    )


def _columns(chunks: Sequence[_Chunk], depth: int) -> list[list[_Chunk]]:
    """The chunks cut into regions, in reading order."""
    cut = _cut(chunks) if depth < _MAX_DEPTH else None
    if cut is None:
        return [list(chunks)] if chunks else []
    x, top, bottom = cut
    above = [c for c in chunks if c.middle <= top]
    left = [c for c in chunks if top < c.middle < bottom and (c.box.x0 + c.box.x1) / 2 < x]
    right = [c for c in chunks if top < c.middle < bottom and (c.box.x0 + c.box.x1) / 2 >= x]
    below = [c for c in chunks if c.middle >= bottom]
    return [region for part in (above, left, right, below) for region in _columns(part, depth + 1)]


def _cut(chunks: Sequence[_Chunk]) -> tuple[float, float, float] | None:
    """The widest-reaching gap between two columns: its x, and the heights above and below which there is none."""
    if not 2 * _COLUMN_ROWS <= len(chunks) <= _MAX_CHUNKS:
        return None
    ordered = sorted(chunks, key=lambda c: c.middle)
    middles = [c.middle for c in ordered]
    size = median(c.box.y1 - c.box.y0 for c in chunks)
    starts = Counter(round(c.box.x0 / 2) for c in chunks)
    leftmost = min(c.box.x0 for c in chunks)
    best: tuple[int, float, float, float] | None = None
    for start, count in starts.items():
        x = start * 2 - 1.0
        if count + starts[start + 1] < _COLUMN_ROWS or x < leftmost + 6 * size:
            continue
        gap = x - 0.7 * size
        crossing = [c.middle for c in ordered if c.box.x0 < x and c.box.x1 > gap]
        for top, bottom in zip([-1.0, *crossing], [*crossing, 1e9], strict=True):
            inside = ordered[bisect_right(middles, top) : bisect_left(middles, bottom)]
            if len(inside) < 2 * _COLUMN_ROWS or (best and len(inside) <= best[0]):
                continue
            left, right = [c for c in inside if c.box.x1 <= gap], [c for c in inside if c.box.x0 >= x]
            if _running_text(left) and _running_text(right):
                best = (len(inside), (gap + x) / 2, top, bottom)
    return best[1:] if best else None


def _running_text(chunks: Sequence[_Chunk]) -> bool:
    if len(chunks) < _COLUMN_ROWS:
        return False
    rows = [sum(len(t.text) for c in row for t in c.tokens) for row in _rows(chunks)]
    return len(rows) >= _COLUMN_ROWS and median(rows) >= _COLUMN_LETTERS


def _rows(chunks: Sequence[_Chunk]) -> list[list[_Chunk]]:
    """The chunks of each printed line, from top to bottom, each line from left to right."""
    rows: list[list[_Chunk]] = []
    highest: list[Box] = []
    for chunk in sorted(chunks, key=lambda c: c.middle):
        height = chunk.box.y1 - chunk.box.y0
        for i in range(len(rows) - 1, max(-1, len(rows) - 4), -1):
            seed = highest[i]
            shared = min(seed.y1, chunk.box.y1) - max(seed.y0, chunk.box.y0)
            if shared > 0.5 * min(seed.y1 - seed.y0, height):
                rows[i].append(chunk)
                highest[i] = chunk.box if height > seed.y1 - seed.y0 else seed
                break
        else:
            rows.append([chunk])
            highest.append(chunk.box)
    for row in rows:
        row.sort(key=lambda c: c.box.x0)
    return rows


def _line(page: int, row: Sequence[_Chunk], column: int) -> Line:
    tokens = [t for chunk in row for t in chunk.tokens]
    words = [t for t in tokens if not t.bar]
    sizes: dict[float, float] = {}
    for token in words:
        # A note's number may be all that is left of a blacked-out line beside a full stop; it does not set the size.
        said, at = token.text, round(token.size, 1)
        digits = 0 if said.isalpha() else sum(map(str.isdigit, said))
        sizes[at] = sizes.get(at, 0.0) + len(said) - 0.7 * digits
    size = max(sizes, key=lambda s: (sizes[s], s), default=0.0)
    usual = [t for t in words if abs(t.size - size) < 0.15 * size] or words or tokens
    bars = [t.box for t in tokens if t.bar and (not size or t.box.y1 - t.box.y0 < 2.2 * size)]
    boxes = [*(t.box for t in usual), *bars]
    top, bottom = min(b.y0 for b in boxes), max(b.y1 for b in boxes)
    height = max([size, *(b.y1 - b.y0 for b in bars)])
    lowest = max([median(t.box.y1 for t in usual), *(b.y1 for b in bars)])
    finished: list[Token] = []
    right: float | None = None
    for t in tokens:
        gap = 0.0 if right is None else t.box.x0 - right
        raised = not t.bar and t.size < 0.85 * height and t.box.y1 < lowest - 0.1 * height
        near_bar = bool(t.bar or (finished and finished[-1].bar)) and gap < 0.12 * height
        glued = right is not None and (t.glued or near_bar or (raised and gap < 0.3 * height))
        finished.append(Token(t.text, t.box, t.size, t.bold, glued, raised, gap, t.bar))
        right = max(t.box.x1, right or 0.0)
    box = Box(min(t.box.x0 for t in tokens), top, max(t.box.x1 for t in tokens), bottom)
    bold = bool(words) and all(t.bold for t in words if any(map(str.isalpha, t.text)))
    return Line(page, tuple(finished), box, size, bold and any(t.bold for t in words), column)
