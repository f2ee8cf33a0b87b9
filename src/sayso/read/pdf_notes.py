"""Footnotes: which lines at the foot of a page are notes, and which number in the text each belongs to."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.model.document import Box
from sayso.read.pdf_lines import Line, Token
from sayso.read.pdf_sheet import Sheet

NUMBER = re.compile(r"(\d{1,4}|[*†‡]{1,3})[.,;:)\]]*")
"""what stands for a note, in the text (raised) and before the note; group 1 is the number or sign itself"""
_SMALLER = 0.95


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its number or sign as printed, the sheet that it starts on, its lines (the number included)."""

    number: str
    page: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class FootRule:
    """A short level line on a page, such as parts notes from text."""

    box: Box


def foot_rules(sheet: Sheet) -> list[FootRule]:
    """The lines of a page that could stand above its notes."""
    return [
        FootRule(s.box)
        for s in sheet.dark
        if s.box.y1 - s.box.y0 < 3 and 30 < s.box.x1 - s.box.x0 < 0.6 * sheet.page.width
    ]


def without_notes(
    pages: Sequence[Sequence[Line]], rules: Sequence[Sequence[FootRule]], body_size: float
) -> tuple[list[list[Line]], list[Note]]:
    """The lines of text of each page, and the notes of all pages in order.

    Notes stand at the foot of a column: below a short rule, or as the last lines, all in smaller type. Each begins
    with its number, raised or counting on from the note before; lines above the first number of a page belong to the
    last note of the page before.
    """
    bodies: list[list[Line]] = []
    reader = _Notes()
    for lines, page_rules in zip(pages, rules, strict=True):
        body: list[Line] = []
        for column in dict.fromkeys(line.column for line in lines):
            group = [line for line in lines if line.column == column]
            foot = _foot(group, page_rules, body_size)
            body.extend(group[:foot])
            body.extend(reader.read(group[foot:]))
        bodies.append(body)
    return bodies, reader.finished()


def _parted(line: Line) -> Line:
    """The first line of a note with white space after its number, which is often set without."""
    tokens = line.tokens
    if not tokens[0].raised or len(tokens) < 2 or not tokens[1].glued:
        return line
    return replace(line, tokens=(tokens[0], replace(tokens[1], glued=False), *tokens[2:]))


def mark_of(token: Token) -> str | None:
    """The number or sign of a note that a token of the text is, if it is one."""
    match = NUMBER.fullmatch(token.text) if token.raised else None
    return match[1] if match else None


def _foot(lines: Sequence[Line], rules: Iterable[FootRule], body_size: float) -> int:
    """The index of the first line of the notes; the number of lines if there are none."""
    small = len(lines)
    while small > 0 and lines[small - 1].size < _SMALLER * body_size:
        small -= 1
    while small < len(lines) and not lines[small].size and not any(t.raised for t in lines[small].tokens):
        small += 1  # a line of bars alone has no size; above the notes it belongs to the text
    for rule in sorted(rules, key=lambda r: r.box.y0):
        below = next((i for i, line in enumerate(lines) if (line.box.y0 + line.box.y1) / 2 > rule.box.y0), len(lines))
        if below == len(lines) or rule.box.x0 > lines[below].box.x1 or rule.box.x1 < lines[below].box.x0:
            continue
        if below >= small or (_starts(lines[below]) and _mostly_smaller(lines[below:], body_size)):
            return below
    return next((i for i in range(small, len(lines)) if _starts(lines[i])), len(lines))


def _mostly_smaller(lines: Sequence[Line], body_size: float) -> bool:
    sized = [line for line in lines if line.size]
    return sum(line.size <= 1.02 * body_size for line in sized) >= 0.9 * len(sized)


def _starts(line: Line) -> bool:
    first = line.tokens[0]
    return bool(NUMBER.fullmatch(first.text)) and (first.raised or len(line.tokens) > 1)


class _Notes:
    """Collects notes from page to page."""

    def __init__(self) -> None:
        self._notes: list[Note] = []
        self._lines: list[Line] = []
        self._number = ""

    def read(self, foot: Sequence[Line]) -> list[Line]:
        """Take the notes at the foot of a column; gives back the lines that are no part of a note."""
        left: list[Line] = []
        for line in foot:
            number = self._start(line)
            if number:
                self._close()
                self._number = number
                self._lines = [_parted(line)]
            elif self._lines and line.page - self._lines[-1].page <= 1:
                self._lines.append(line)
            else:
                left.append(line)
        return left

    def finished(self) -> list[Note]:
        self._close()
        return self._notes

    def _start(self, line: Line) -> str:
        match = NUMBER.fullmatch(line.tokens[0].text)
        if not match or not _starts(line):
            return ""
        if line.tokens[0].raised or not match[1].isdigit():
            return match[1]
        # On the line, a number may be the text's own (a year, an amount): it has to count on.
        last = int(self._number) if self._number.isdigit() else 0
        return match[1] if int(match[1]) in (1, last + 1) else ""

    def _close(self) -> None:
        if self._lines:
            self._notes.append(Note(self._number, self._lines[0].page, tuple(self._lines)))
        self._lines = []
