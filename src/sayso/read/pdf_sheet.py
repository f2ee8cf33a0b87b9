"""What one page of a PDF holds, in the page's own display space: PDF points, x to the right, y down from the upper left
corner of the crop box, the page's rotation applied.
"""

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.document import Box, Page

Edges = tuple[float, float, float, float]
"""x0, y0, x1, y1 of a box: tuples, since there is one a character"""


class TooLargeError(Exception):
    """The page holds more characters or objects than we read; its text is a sentence part that says so."""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters of one size without white space.

    The box is as high as a usual one of its characters, as the font asks for (brackets and signs can be higher).
    `edges` are the x of each character's left side and of the last one's right side, in points; `glued` if no white
    space parts it from the word before; `upright` if it reads from left to right on the page as displayed; `unseen` if
    it is drawn with no ink, as text recognition lays it over a scan.
    """

    text: str
    box: Box
    edges: tuple[float, ...]
    bold: bool
    glued: bool
    upright: bool
    unseen: bool = False

    @property
    def size(self) -> float:
        """Height of the line that the font asks for, in points."""
        return self.box.y1 - self.box.y0


class Cover(StrEnum):
    """What lies over words, as it is told."""

    BAR = "drawn bar"
    HIGHLIGHT = "dark highlight"
    HATCH = "cross-hatched"
    IMAGE = "image laid over"


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled rectangle, a thick line, a hatched area or an image; `order` counts what is drawn, later ones lie above.

    `coloured` if it is dark, but not black: charts and tables are drawn so too.
    """

    box: Box
    order: int
    cover: Cover = Cover.BAR
    coloured: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is drawn on a page: its words in the order of the file, and the shapes that can hide or part them."""

    page: Page
    words: tuple[Word, ...]
    dark: tuple[Shape, ...]
    light: tuple[Shape, ...]
    images: tuple[Shape, ...]
    hatched: tuple[Shape, ...]
    to_redact: tuple[Box, ...]
    """boxes of redaction annotations that were never applied"""
    unmapped: int
    """characters that the file does not say the letters of"""


@dataclass(frozen=True, slots=True)
class View:
    """From the file's coordinates to display space: the crop box, and the page's rotation in degrees."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    def place(self, left: float, bottom: float, right: float, top: float) -> Edges:
        """The edges, in display space, of a rectangle of the file."""
        if self.rotation == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        if self.rotation == 90:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.rotation == 180:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        return self.top - top, self.right - right, self.top - bottom, self.right - left
