"""Lines to paragraphs, also across columns and pages, and which paragraphs are headings."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from sayso.model.document import Box
from sayso.read.pdf_lines import Line

_BULLET = re.compile(r"[•◦▪●‣∙■□–—*-]|\(?[a-zA-Z0-9ivx]{1,4}[.)]")
_ENDED = re.compile(r".*[.!?:;]['\"’”)\]]*")
_MAX_HEADING = 300
"""code points"""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: tuple[Line, ...]
    heading: bool


def body_size(pages: Sequence[Sequence[Line]]) -> float:
    """The height of line that most characters of the document are set in, in points; 0 if there are none."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    del sizes[0.0]
    return sizes.most_common(1)[0][0] if sizes else 0.0


def paragraphs(pages: Sequence[Sequence[Line]], usual_size: float) -> list[Paragraph]:
    """The paragraphs of the text's lines.

    A paragraph starts after a gap, at an indented or outdented line, at a bullet, where type changes, and after a
    line that had room for the next word. One that runs over the end of a column or page is one paragraph.
    """
    lines = [part for page in pages for line in page for part in _run_in(line)]
    grouping = _Grouping(lines)
    groups = grouping.groups()
    return [Paragraph(tuple(group), _is_heading(group, usual_size)) for group in groups]


def _is_heading(lines: Sequence[Line], usual_size: float) -> bool:
    length = sum(len(line.text) for line in lines)
    if length > _MAX_HEADING or not all(line.upright and line.size for line in lines):
        return False
    text = "".join(line.text for line in lines)
    if all(line.bold for line in lines):
        return any(letter.isalnum() for letter in text)
    large = min(line.size for line in lines) > 1.12 * usual_size
    return large and sum(letter.isalpha() for letter in text) > 2


def _run_in(line: Line) -> list[Line]:
    """A line whose first words are a bold heading, followed by text on the same line, as two lines."""
    bold = next((i for i, t in enumerate(line.tokens) if not t.bold), len(line.tokens))
    if bold in (0, len(line.tokens)) or not line.upright:
        return [line]
    head, rest = line.tokens[:bold], line.tokens[bold:]
    if rest[0].glued or sum(len(t.text) for t in head) < 4:
        return [line]
    apart = rest[0].gap > 0.6 * line.size
    if not apart and not (len(head) > 1 and head[-1].text.endswith((".", ":"))):
        return [line]
    edge = rest[0].box.x0
    return [
        replace(line, tokens=head, box=replace(line.box, x1=head[-1].box.x1), bold=True),
        replace(line, tokens=(replace(rest[0], gap=0.0), *rest[1:]), box=replace(line.box, x0=edge), bold=False),
    ]


class _Grouping:
    """Decides between which lines a paragraph ends."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._margins = _margins(lines)
        self._pitch = _pitches(lines)
        self._right = self._local_rights()

    def groups(self) -> list[list[Line]]:
        lines = self._lines
        first_of_block = [i for i in range(len(lines)) if i == 0 or not _same_block(lines[i - 1], lines[i])]
        starts: set[int] = set()
        for i in range(1, len(lines)):
            if _same_block(lines[i - 1], lines[i]) and self._parted(i, after_first=i == 1 or i - 1 in starts):
                starts.add(i)
        indented = self._indents(sorted(starts))
        starts.update(i for i in first_of_block if i == 0 or self._parted_over(i, indented=indented))
        groups: list[list[Line]] = []
        for i, line in enumerate(lines):
            if i in starts:
                groups.append([])
            groups[-1].append(line)
        return groups

    def _parted(self, i: int, *, after_first: bool) -> bool:
        """Whether line `i` starts a paragraph after the line above it, itself the first of its paragraph or not."""
        a, b = self._lines[i - 1], self._lines[i]
        if _unlike(a, b):
            return True
        size = b.size or a.size or b.box.y1 - b.box.y0
        if self._gap_above(i):
            return True
        if _BULLET.fullmatch(b.tokens[0].text) and len(b.tokens) > 1 and b.tokens[1].gap > 0.35 * size:
            return True
        if self._first_line(i):
            return True
        if not after_first and b.box.x0 < a.box.x0 - 0.6 * size:
            return True
        return self._had_room(i)

    def _parted_over(self, i: int, *, indented: bool) -> bool:
        """The same where a new column or page starts with line `i`."""
        a, b = self._lines[i - 1], self._lines[i]
        if _unlike(a, b) or self._first_line(i) or _BULLET.fullmatch(b.tokens[0].text):
            return True
        if self._had_room(i) and not b.text[:1].islower():
            return True
        return not indented and bool(_ENDED.fullmatch(a.text)) and not b.text[:1].islower()

    def _gap_above(self, i: int) -> bool:
        """Whether line `i` is further from the line above, in its own block, than lines are there."""
        a, b = self._lines[i - 1], self._lines[i]
        pitch = b.box.y1 - a.box.y1
        around = [self._distance(k) for k in (i - 1, i + 1)]
        known = [distance for distance in around if distance is not None]
        usual = min(known) if known else self._pitch.get(round(b.size or a.size), 1.5 * (b.box.y1 - b.box.y0))
        return pitch <= 0 or pitch > 1.35 * usual

    def _distance(self, i: int) -> float | None:
        """From the line above to line `i`, where they are of one block and type and not on one height."""
        if not 0 < i < len(self._lines):
            return None
        a, b = self._lines[i - 1], self._lines[i]
        distance = b.box.y1 - a.box.y1
        alike = _same_block(a, b) and not _unlike(a, b) and distance > 0.7 * (b.box.y1 - b.box.y0)
        return distance if alike else None

    def _first_line(self, i: int) -> bool:
        """Whether line `i` is indented against the lines around it."""
        b = self._lines[i]
        step = 0.6 * (b.size or b.box.y1 - b.box.y0)
        above = self._lines[i - 1] if i and _same_block(self._lines[i - 1], b) else None
        below = self._lines[i + 1] if i + 1 < len(self._lines) and _same_block(b, self._lines[i + 1]) else None
        if b.box.x0 < self._margins[b.page, b.column].x0 + step or b.box.x0 > self._middle(b):
            return False
        if above and above.box.x0 > b.box.x0 - step:
            return False
        if below and not _unlike(b, below) and not self._gap_above(i + 1):
            return below.box.x0 < b.box.x0 - step
        return bool(above and (_ENDED.fullmatch(above.text) or self._had_room(i)))

    def _middle(self, line: Line) -> float:
        margin = self._margins[line.page, line.column]
        return (margin.x0 + margin.x1) / 2

    def _had_room(self, i: int) -> bool:
        """Whether the first word of line `i` would have fitted on the line before."""
        a, b = self._lines[i - 1], self._lines[i]
        if b.tokens[0].bar or a.tokens[-1].bar:
            return False
        width = b.tokens[0].box.x1 - b.tokens[0].box.x0
        for token in b.tokens[1:]:
            if not token.glued:
                break
            width = token.box.x1 - b.tokens[0].box.x0
        return a.box.x1 + width + 0.8 * (a.size or b.size) < self._right[i - 1]

    def _local_rights(self) -> list[float]:
        """For each line, how far to the right its neighbours reach: those of one left edge that follow each other."""
        rights = [0.0] * len(self._lines)
        start = 0
        for i in range(1, len(self._lines) + 1):
            if i < len(self._lines) and self._continues(i):
                continue
            run = self._lines[start:i]
            margin = self._margins[run[0].page, run[0].column]
            right = max(line.box.x1 for line in run)
            # Few lines, or lines that fill but a part of the column, do not show how far they could have gone.
            if len(run) < 3 or right < margin.x0 + 0.6 * (margin.x1 - margin.x0):
                right = margin.x1
            rights[start:i] = [right] * len(run)
            start = i
        return rights

    def _continues(self, i: int) -> bool:
        a, b = self._lines[i - 1], self._lines[i]
        return _same_block(a, b) and not _unlike(a, b) and abs(a.box.x0 - b.box.x0) < 3 and not self._gap_above(i)

    def _indents(self, starts: Sequence[int]) -> bool:
        """Whether the document sets paragraphs off by indenting their first line."""
        return sum(self._first_line(i) for i in starts) >= max(1, 0.15 * len(starts))


def _same_block(a: Line, b: Line) -> bool:
    return a.page == b.page and a.column == b.column and a.upright and b.upright


def _unlike(a: Line, b: Line) -> bool:
    """Whether two lines are set in different type. Bars have none."""
    if a.upright != b.upright:
        return True
    if not a.size or not b.size:
        return False
    return abs(a.size - b.size) > 0.1 * max(a.size, b.size) or a.bold != b.bold


def _margins(lines: Sequence[Line]) -> dict[tuple[int, int], Box]:
    """The left edge that most lines of a column share, and how far right they reach."""
    columns: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        columns.setdefault((line.page, line.column), []).append(line)
    margins = {}
    for key, members in columns.items():
        lefts = Counter(round(line.box.x0 / 2) * 2 for line in members)
        most = max(lefts.values())
        left = min(x for x, n in lefts.items() if n >= 0.3 * most)
        margins[key] = Box(left, 0.0, max(line.box.x1 for line in members), 0.0)
    return margins


def _pitches(lines: Sequence[Line]) -> dict[int, float]:
    """For each size of type, in whole points, the usual distance from line to line."""
    found: dict[int, list[float]] = {}
    for a, b in pairwise(lines):
        pitch = b.box.y1 - a.box.y1
        size = b.size or a.size
        if _same_block(a, b) and not _unlike(a, b) and 0 < pitch < 4 * (size or pitch):
            found.setdefault(round(size), []).append(pitch)
    return {size: median(pitches) for size, pitches in found.items()}
