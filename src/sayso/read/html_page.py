"""What an HTML page holds: blocks of text (paragraphs, headings, list items …) and the elements around them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, IntFlag, auto
from typing import NamedTuple


class Hint(IntFlag):
    """What the elements around a block say it is."""

    NONE = 0
    ASIDE = auto()
    FOOTER = auto()
    HEADER = auto()
    FORM = auto()
    FIGURE = auto()
    PROMO = auto()
    """newsletter, subscription, donation, advertisement, sharing, related stories, by class or id"""
    COMMENTS = auto()
    BYLINE = auto()
    QUOTE = auto()
    LIST = auto()


class PartKind(Enum):
    """How the characters of a part become text."""

    TEXT = auto()
    BREAK = auto()
    """a `<br>`: the whole tag is one line break"""
    VERBATIM = auto()
    """inside of `<pre>`: white space counts"""
    REDACTED = auto()
    """inside of an element that says its words are blacked out"""


class Part(NamedTuple):
    """Characters of a block at `source[start:end]`."""

    start: int
    end: int
    kind: PartKind


@dataclass(slots=True)
class Element:
    """A block-level element: `parent` is the index of the one around it (-1 at the top)."""

    name: str
    parent: int
    hints: Hint
    css: str
    """its class, as written"""


@dataclass(slots=True)
class Block:
    """Text that is set as one paragraph. `element` indexes the page's elements: the one it stands in."""

    element: int
    name: str
    parts: list[Part] = field(default_factory=list)
    linked: int = 0
    """code points of the source that stand inside of links"""
    visible: int = 0
    """code points of the source in all, white space at the ends of runs left out"""
    text: str = ""
    """the words as they will stand in the text, but for redactions"""


@dataclass(slots=True)
class Page:
    """What the walk over the source yields; `depth` is the deepest nesting seen."""

    elements: list[Element] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    metas: list[Mapping[str, str]] = field(default_factory=list)
    links: list[Mapping[str, str]] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    linked_data: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    """texts of links with rel=author"""
    controls: list[int] = field(default_factory=list)
    """the elements in which a field or a button to press stands, one a control"""
    title: str = ""
    language: str = ""
    depth: int = 0

    def ancestors(self, element: int) -> Sequence[int]:
        """The indexes of `element` and the elements around it, innermost first."""
        found = []
        while element >= 0:
            found.append(element)
            element = self.elements[element].parent
        return found
