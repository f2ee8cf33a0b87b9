"""What a memo is made of, whatever it is written as: headings, paragraphs, lists and tables of runs of words, and
numbered notes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum


class Look(Enum):
    """How a run of words looks."""

    PLAIN = "plain"
    STRONG = "strong"
    QUOTED = "quoted"
    """the exact words of a document"""
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike."""

    words: str
    look: Look = Look.PLAIN


@dataclass(frozen=True, slots=True)
class NoteRef:
    """A reference to a note by its number, from 1."""

    number: int


Line = Sequence[Run | NoteRef]
"""Words on one line, or in one paragraph or cell."""


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 is a part of the memo, 2 an item in it; `tag` says in a word what a person made of it."""

    words: str
    level: int
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running words."""

    line: Line


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below headings of columns; `shares` are how much of the width each takes."""

    columns: Sequence[str]
    shares: Sequence[int]
    rows: Sequence[Sequence[Line]]


Block = Heading | Paragraph | Items | Table


@dataclass(frozen=True, slots=True)
class Memo:
    """A memo: `about` are lines below its title; notes are numbered from 1, in order."""

    title: str
    about: Sequence[str]
    blocks: Sequence[Block]
    notes: Sequence[Line]


@dataclass(slots=True)
class Notes:
    """Collects notes while a memo is made; the same words at the same place are one note."""

    lines: list[Line] = field(default_factory=list)
    _numbers: dict[object, int] = field(default_factory=dict)

    def add(self, key: object, line: Line) -> NoteRef:
        """A reference to the note with this key, made of `line` if there is none yet."""
        if key not in self._numbers:
            self.lines.append(line)
            self._numbers[key] = len(self.lines)
        return NoteRef(self._numbers[key])


def plain(words: str) -> Line:
    """A line of plain words."""
    return (Run(words),)
