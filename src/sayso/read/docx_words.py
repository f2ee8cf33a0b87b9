"""The words of a Word document (WordprocessingML, ECMA-376 part 1) in the order in which they are read."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from sayso.model.document import Edit, Mark, MarkKind
from sayso.model.span import Span
from sayso.read.docx_xml import (
    WRAPPERS,
    children,
    has,
    in_namespace,
    is_black_on_black,
    is_on,
    local_name,
    value,
    within,
)
from sayso.read.reading import Recovered
from sayso.read.typed_redactions import typed_redactions

_DELETED = frozenset({"del", "moveFrom"})
_PICTURES = frozenset({"drawing", "pict", "object", "AlternateContent"})
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MISSING = "[REDACTED]"


@dataclass(slots=True)
class _Note:
    """A footnote or endnote: its id, and where its number stands in the text."""

    kind: str
    id: str
    number: str
    mark: Span


@dataclass(slots=True)
class Words:
    """Writes a document's text, and marks what is not running text, while walking its elements.

    `headings` are the ids of the styles that make a paragraph a heading. Every span points into `characters()`
    (code points, half-open).
    """

    headings: frozenset[str]
    marks: list[Mark] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    deleted: int = 0
    """how often words were deleted with changes tracked"""
    hidden: int = 0
    """how many characters are formatted as hidden, and left out"""
    title: str | None = None
    """the first heading"""
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0
    _gap: str = ""
    _between: str = "\n\n"
    _boxes: list[etree._Element] = field(default_factory=list)
    _notes: list[_Note] = field(default_factory=list)
    _counts: Counter[str] = field(default_factory=Counter)
    _custom: tuple[str, str] | None = None
    _own_number: str = ""
    recovered: list[Recovered] = field(default_factory=list)
    """what can still be read under black"""
    _after_bar: str = ""

    def characters(self) -> str:
        """The text so far."""
        return "".join(self._pieces)

    def blocks(self, parent: etree._Element) -> None:
        """Write the paragraphs and tables of an element, in order."""
        for child in parent:
            kind = local_name(child)
            if kind == "p":
                self._paragraph(child)
            elif kind == "tbl":
                self._table(child)
            elif kind in WRAPPERS:
                self.blocks(child)
            elif kind in _DELETED:
                self.deleted += 1

    def notes(self, parts: Mapping[str, etree._Element | None]) -> None:
        """Write the notes referred to so far, each a block of its own, and link them with their numbers.

        `parts` maps `footnote` and `endnote` to the root of the part that holds them.
        """
        texts = {
            (kind, note.get(in_namespace(note, "id"))): note
            for kind, root in parts.items()
            if root is not None
            for note in root
            if local_name(note) == kind
        }
        noted, self._notes = sorted(self._notes, key=lambda n: n.kind, reverse=True), []
        for note in noted:
            element = texts.get((note.kind, note.id))
            span = None
            if element is not None:
                self._gap = "\n\n"
                before = self._length
                self._own_number = note.number
                self.blocks(element)
                self._own_number = ""
                if self._length > before:
                    span = Span(before + (2 if before else 0), self._length)
                    self.marks.append(Mark(MarkKind.FOOTNOTE, span, target=note.mark))
            self.marks.append(Mark(MarkKind.FOOTNOTE_MARK, note.mark, target=span))

    def _paragraph(self, paragraph: etree._Element) -> None:
        before = self._length
        written = len(self._pieces)
        self._inline(paragraph)
        words = "".join(self._pieces[written:])
        if words.strip() and self._is_heading(paragraph):
            start = before + len(words) - len(words.lstrip())
            self.marks.append(Mark(MarkKind.HEADING, Span(start, start + len(words.strip()))))
            self.title = self.title or " ".join(words.split())
        # A deleted paragraph mark joins two paragraphs, also where one of them had words left.
        if not has(paragraph, "pPr", "rPr", "del"):
            self._end(self._between)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box)

    def _table(self, table: etree._Element) -> None:
        outer, self._between = self._between, "\n"
        self._end(outer)
        for row in within(table, "tr"):
            if has(row, "trPr", "del"):
                self.deleted += 1
                continue
            start = self._length
            for cell in within(row, "tc"):
                self.blocks(cell)
                if self._length > start:
                    self._gap = "\t"
            if self._length > start:
                self._gap = "\n"
        self._between = outer
        self._end(outer)

    def _inline(self, parent: etree._Element) -> None:
        for child in parent:
            kind = local_name(child)
            if kind == "r":
                self._run(child)
            elif kind in WRAPPERS:
                self._inline(child)
            elif kind == "t" and child.text:  # in a formula
                self._write(child.text)
            elif kind in _DELETED:
                self.deleted += 1
            elif kind in _PICTURES:
                self._find_boxes(child)

    def _run(self, run: etree._Element) -> None:
        properties = next(iter(children(run, "rPr")), None)
        if is_on(properties, "vanish"):
            self.hidden += sum(len(t.text or "") for t in run if local_name(t) == "t")
            return
        is_black = is_black_on_black(properties)
        for child in run:
            kind = local_name(child)
            if kind == "t" and child.text:
                self._words(child.text, is_black=is_black)
            elif kind in _SIGNS:
                self._write(_SIGNS[kind])
            elif kind in ("footnoteReference", "endnoteReference"):
                self._refer(child, kind.removesuffix("Reference"))
            elif kind in ("footnoteRef", "endnoteRef"):
                self._write(self._own_number)
            elif kind in _PICTURES:
                self._find_boxes(child)
            elif kind == "ruby":
                self._inline(child)

    def _words(self, words: str, *, is_black: bool) -> None:
        if is_black and not words.strip(" \u00a0\u2002\u2003"):
            if len(words) > 1:
                self._bar(words, "")
            else:
                self._write(words)
            return
        if is_black and not _stands(words):
            self._bar("", words)
            return
        span = self._write(words)
        if self._custom:
            kind, id_ = self._custom
            self._custom = None
            self._notes.append(_Note(kind, id_, words, span))

    def _bar(self, blank: str, words: str) -> None:
        """Write the mark for a black bar: over nothing but white space, or over words that can still be read."""
        trailing = words[len(words.rstrip()) :]
        last = self.edits[-1] if self.edits else None
        if last and not self._gap and last.span.end == self._length:  # one bar in two runs
            self._go_on(last, blank, words)
            self._after_bar = trailing
            return
        if words[:1].isspace():
            self._write(" ")
        span = self._write(_MISSING)
        self.edits.append(Edit(span, "redaction", blank))
        note = "the words lie under black" if words else "a black bar without words"
        self.marks.append(Mark(MarkKind.REDACTION, span, note=note, recoverable=bool(words)))
        if words:
            self.recovered.append(Recovered(span, words.strip()))
        self._after_bar = trailing

    def _go_on(self, last: Edit, blank: str, words: str) -> None:
        """Add to the bar before."""
        self.edits[-1] = replace(last, original=last.original + blank)
        known = next((i for i, found in enumerate(self.recovered) if found.span == last.span), None)
        if known is not None and words.strip():
            joined = self.recovered[known].words + self._after_bar + words
            self.recovered[known] = Recovered(last.span, joined.strip())
        elif words.strip():
            self.recovered.append(Recovered(last.span, words.strip()))
            number = next(i for i, mark in enumerate(self.marks) if mark.span == last.span)
            self.marks[number] = replace(self.marks[number], note="the words lie under black", recoverable=True)

    def _refer(self, reference: etree._Element, kind: str) -> None:
        if self._own_number:  # a note on a note
            return
        id_ = reference.get(in_namespace(reference, "id")) or ""
        if reference.get(in_namespace(reference, "customMarkFollows")) in ("1", "true", "on"):
            self._custom = kind, id_
            return
        self._counts[kind] += 1
        count = self._counts[kind]
        number = str(count) if kind == "footnote" else _roman(count)
        self._notes.append(_Note(kind, id_, number, self._write(number)))

    def _find_boxes(self, element: etree._Element) -> None:
        """Text boxes, outermost alone; of an alternative the first form, since all have the same words."""
        for child in element:
            kind = local_name(child)
            if kind == "txbxContent":
                self._boxes.append(child)
            elif local_name(element) == "AlternateContent" and kind != "Choice" and children(element, "Choice"):
                continue
            else:
                self._find_boxes(child)

    def _write(self, words: str) -> Span:
        if words and self._after_bar and not self._gap and not words[0].isspace():
            self._pieces.append(self._after_bar)
            self._length += len(self._after_bar)
        self._after_bar = "" if words else self._after_bar
        if words and self._gap:
            self._pieces.append(self._gap)
            self._length += len(self._gap)
            self._gap = ""
        start = self._length
        self._pieces.append(words)
        self._length += len(words)
        return Span(start, self._length)

    def _end(self, gap: str) -> None:
        """What has to stand before the next words, if there are words before it."""
        if self._length:
            self._gap = gap

    def _is_heading(self, paragraph: etree._Element) -> bool:
        properties = next(iter(children(paragraph, "pPr")), None)
        if properties is None:
            return False
        style, level = value(properties, "pStyle"), value(properties, "outlineLvl")
        return (level or "9") < "9" if level else style in self.headings


def _stands(words: str) -> bool:
    """Whether words on black stand in place of those that are gone."""
    return any(len(mark.span) == len(words.strip()) for mark in typed_redactions(words.strip()))


def _roman(number: int) -> str:
    written = ""
    for worth, sign in _ROMAN:
        count, number = divmod(number, worth)
        written += sign * count
    return written
