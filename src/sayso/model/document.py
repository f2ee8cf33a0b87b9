"""Documents: one source text each, with the map back to what was on the page."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Literal

from sayso.model.span import Span, merge
from sayso.model.when import When


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page in PDF points (1/72 inch); x to the right, y down from the page's upper left corner."""

    x0: float
    y0: float
    x1: float
    y1: float

    def union(self, other: "Box") -> "Box":
        """The smallest box around both."""
        return Box(min(self.x0, other.x0), min(self.y0, other.y0), max(self.x1, other.x1), max(self.y1, other.y1))


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet of a paged document: `number` counts sheets from 1, sizes are PDF points."""

    number: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where a run of text stands on the page: `span` in the text, `page` (sheet, from 1), `box` on it.

    `sureness` is how sure the program is that recognized it in an image, in percent.
    """

    span: Span
    page: int
    box: Box
    sureness: int | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """The printed place of every word of a paged document: `words` ordered by span, not overlapping."""

    pages: tuple[Page, ...]
    words: tuple[Place, ...]

    def places(self, span: Span) -> tuple[Place, ...]:
        """One place a printed line for the words that `span` touches, in reading order; none for white space."""
        lines: list[Place] = []
        first = bisect_right(self.words, span.start, key=lambda w: w.span.end)
        for word in islice(self.words, first, None):
            if word.span.start >= span.end:
                break
            last = lines[-1] if lines else None
            if last and last.page == word.page and _same_line(last.box, word.box):
                lines[-1] = Place(Span(last.span.start, word.span.end), word.page, last.box.union(word.box))
            else:
                lines.append(word)
        return tuple(lines)

    def page_of(self, span: Span) -> int | None:
        """The sheet on which the first word of `span` is printed; `None` where the span holds no word."""
        first = bisect_right(self.words, span.start, key=lambda w: w.span.end)
        if first < len(self.words) and self.words[first].span.start < span.end:
            return self.words[first].page
        return None


def _same_line(a: Box, b: Box) -> bool:
    middle = (b.y0 + b.y1) / 2
    return a.y0 <= middle <= a.y1 and b.x0 >= a.x0


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text and the run of source it was made from.

    If both have the same length, each code point stands for its counterpart; otherwise (an entity, folded white
    space) the whole stands for the whole.
    """

    start: int
    end: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class SourceMap:
    """From offsets in the text to offsets in the decoded source (an HTML page): ordered pieces that cover the text.

    Code points that stand for nothing in the source (a paragraph break) are in no piece.
    """

    pieces: tuple[Piece, ...]

    def to_source(self, span: Span) -> Span | None:
        """The smallest source range that holds all that `span` was made from; `None` if it was made from nothing."""
        first = bisect_right(self.pieces, span.start, key=lambda p: p.end)
        touched = []
        for piece in islice(self.pieces, first, None):
            if piece.start >= span.end:
                break
            touched.append(piece)
        if not touched:
            return None
        return Span(
            min(_source_edge(p, max(span.start, p.start), first=True) for p in touched),
            max(_source_edge(p, min(span.end, p.end), first=False) for p in touched),
        )


def _source_edge(piece: Piece, at: int, *, first: bool) -> int:
    if piece.end - piece.start == piece.source_end - piece.source_start:
        return piece.source_start + (at - piece.start)
    return piece.source_start if first else piece.source_end


@dataclass(frozen=True, slots=True)
class Edit:
    """A place where `text` is not the page's own characters: what was there instead, and why.

    `span` covers the characters inserted or joined (empty where something was only left out); `original` is what
    stood on the page. No finding starts or ends inside an edit.
    """

    span: Span
    kind: Literal["hyphen", "running-head", "page-number", "redaction", "other"]
    original: str
    page: int | None = None


class MarkKind(StrEnum):
    """What a reader saw on the page that is not running text."""

    REDACTION = "redaction"
    QUOTED_MAIL = "quoted-mail"
    SIGNATURE = "signature"
    BOILERPLATE = "boilerplate"
    HEADING = "heading"
    FOOTNOTE = "footnote"
    FOOTNOTE_MARK = "footnote-mark"
    RECOGNIZED = "recognized"
    """words that a program read from an image: they can be misread; the note says which program and how sure it is"""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something a reader saw on the page.

    `target` links the number of a footnote to the footnote's span and back; `note` is who wrote a quoted mail, or
    how a redaction is made; `recoverable` whether words can still be read under a redaction.
    """

    kind: MarkKind
    span: Span
    page: int | None = None
    box: Box | None = None
    target: Span | None = None
    note: str = ""
    recoverable: bool = False


class SectionKind(StrEnum):
    """What stands in place of pages in documents that have none."""

    SHEET = "sheet"
    SLIDE = "slide"
    CHAPTER = "chapter"
    TIME = "time"
    ENTRY = "entry"


@dataclass(frozen=True, slots=True)
class Section:
    """A run of text with a name to find it by: a sheet's or chapter's title, a slide's number, a time `HH:MM:SS`."""

    kind: SectionKind
    label: str
    span: Span

    def __str__(self) -> str:
        return f"at {self.label}" if self.kind is SectionKind.TIME else f"{self.kind} {self.label}"


@dataclass(frozen=True, slots=True)
class Text:
    """What a reader makes of bytes: the main text and everything known about its way from the page.

    Every span in `edits`, `marks`, `layout`, `source_map` and `sections` points into `characters` (code points,
    half-open). `sections` are in order and don't overlap.
    """

    characters: str
    source_map: SourceMap | None = None
    layout: Layout | None = None
    edits: tuple[Edit, ...] = ()
    marks: tuple[Mark, ...] = ()
    sections: tuple[Section, ...] = ()

    def marked(self, *kinds: MarkKind) -> tuple[Span, ...]:
        """The spans of all marks of these kinds, in order."""
        return tuple(sorted(m.span for m in self.marks if m.kind in kinds))

    def page_of(self, span: Span) -> int | None:
        """The sheet (from 1) that the span starts on; `None` for text without pages."""
        return self.layout.page_of(span) if self.layout else None

    def section_of(self, span: Span) -> Section | None:
        """The section that the span starts in or, if it starts between two, the next; `None` beyond the last."""
        at = bisect_right(self.sections, span.start, key=lambda s: s.span.end)
        return self.sections[at] if at < len(self.sections) else None

    def hidden(self, spans: Iterable[Span]) -> str:
        """The text with every code point of `spans` made a space, line breaks kept: same length, same offsets."""
        pieces: list[str] = []
        at = 0
        for span in merge(spans):
            pieces.append(self.characters[at : span.start])
            pieces.append("".join(c if c == "\n" else " " for c in self.characters[span.start : span.end]))
            at = span.end
        return "".join([*pieces, self.characters[at:]])


class Sureness(StrEnum):
    """How a fact about a document is known, best first."""

    PERSON = "person"
    """a person said so"""
    STATED = "stated"
    """the document says so in a field made for it (a meta tag, a mail header)"""
    INFERRED = "inferred"
    """read from the text or the address"""
    GUESSED = "guessed"
    """a heuristic's choice among several"""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a document as a thing published or sent; `None` or empty is "not known"."""

    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: When | None = None
    published_sure: Sureness | None = None
    address: str | None = None
    language: str | None = None
    """ISO 639-1 code"""
    headers: tuple[tuple[str, str], ...] = ()
    """mail headers as sent, decoded, in order: From, To, Cc, Date, Subject, Message-ID, In-Reply-To …"""
    captured: str | None = None
    """when a page was saved from its address: ISO 8601, as the archive states it"""


@dataclass(frozen=True, slots=True)
class Member:
    """A document inside another (an attachment, a message of a mailbox, a file of an archive): its name, with the
    folders it lies in (`/` between them), and its bytes.

    `problem` is what is wrong with it, in a sentence or two; if it is `lost`, its bytes could not be had at all.
    `known` is what its container states about it.
    """

    name: str
    data: bytes
    problem: str = ""
    lost: bool = False
    known: Metadata | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One source text, read.

    `id` is derived from the bytes, so the same bytes are the same document wherever they lie. `path` is where they
    were read, with `!` before a member's name (`mail.mbox!3`).
    """

    id: str
    path: str
    sha256: str
    media_type: str
    metadata: Metadata
    text: Text
