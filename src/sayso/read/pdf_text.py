"""Writes paragraphs and notes as one text, and keeps where every word was printed and what was changed."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.model.document import Edit, Layout, Mark, MarkKind, Page, Place, Text
from sayso.model.span import Span
from sayso.read.pdf_furniture import Dropped
from sayso.read.pdf_hyphens import Hyphens, ends_open
from sayso.read.pdf_lines import Line, Token
from sayso.read.pdf_notes import NUMBER, Note, mark_of
from sayso.read.pdf_paragraphs import Paragraph
from sayso.read.pdf_redactions import Bar
from sayso.read.pdf_sheet import Cover
from sayso.read.reading import Recovered
from sayso.read.typed_redactions import typed_redactions

_DASH_END = re.compile(r".*\w[–—]")
"""a word that is printed without space before its dash has none after it either"""


def write(
    pages: Sequence[Page],
    body: Sequence[Paragraph],
    notes: Sequence[Note],
    dropped: Sequence[Dropped],
    hyphens: Hyphens,
) -> tuple[Text, tuple[Recovered, ...]]:
    """The text of a document: paragraphs, then notes, an empty line between any two; and what bars fail to hide."""
    writer = _Writer(hyphens)
    for paragraph in body:
        span = writer.paragraph(paragraph.lines)
        if paragraph.heading:
            writer.marks.append(Mark(MarkKind.HEADING, span, paragraph.lines[0].page))
    marks = list(writer.numbers)
    body_end = writer.at
    for note in notes:
        writer.note(note, marks)
    writer.leave_out(dropped, body_end)
    return writer.text(pages), tuple(writer.recovered)


class _Writer:
    """The text so far. `numbers` are the raised numbers of the running text: number, page, span."""

    def __init__(self, hyphens: Hyphens) -> None:
        self._hyphens = hyphens
        self._parts: list[str] = []
        self._places: list[Place] = []
        self._edits: list[Edit] = []
        self._page_starts: dict[int, int] = {}
        self._in_notes = False
        self.at = 0
        self.marks: list[Mark] = []
        self.numbers: list[tuple[str, int, Span]] = []
        self.recovered: list[Recovered] = []

    def paragraph(self, lines: Sequence[Line]) -> Span:
        if self.at:
            self._write("\n\n")
        start = self.at
        for i, line in enumerate(lines):
            if not self._in_notes:
                self._page_starts.setdefault(line.page, self.at)
            self._line(line, lines[i + 1] if i + 1 < len(lines) else None)
        return Span(start, self.at)

    def note(self, note: Note, numbers: list[tuple[str, int, Span]]) -> None:
        """Write a note and link it with the nearest number of its own in `numbers`, which is then taken out."""
        self._in_notes = True
        span = self.paragraph(note.lines)
        near = [n for n in numbers if n[0] == note.number and abs(n[1] - note.page) <= 1]
        target = None
        if near:
            found = min(near, key=lambda n: abs(n[1] - note.page))
            numbers.remove(found)
            target = found[2]
            self.marks.append(Mark(MarkKind.FOOTNOTE_MARK, target, found[1], target=span))
        self.marks.append(Mark(MarkKind.FOOTNOTE, span, note.page, target=target, note=note.number))

    def leave_out(self, dropped: Sequence[Dropped], end: int) -> None:
        """Record what was left out, at the start of what is printed of its page (or of the next that has text)."""
        starts = sorted(self._page_starts.items())
        for item in dropped:
            at = next((start for page, start in starts if page >= item.page), end)
            self._edits.append(Edit(Span(at, at), item.kind, item.text, item.page))

    def text(self, pages: Sequence[Page]) -> Text:
        characters = "".join(self._parts)
        layout = Layout(tuple(pages), tuple(self._places))
        inserted = {edit.span for edit in self._edits if edit.kind == "redaction"}
        for mark in typed_redactions(characters):
            if mark.span not in inserted:
                places = layout.places(mark.span)
                box = places[0].box if places else None
                self.marks.append(replace(mark, page=layout.page_of(mark.span), box=box))
        return Text(
            characters,
            layout=layout,
            edits=tuple(sorted(self._edits, key=lambda e: e.span)),
            marks=tuple(sorted(self.marks, key=lambda m: (m.span, m.kind))),
        )

    def _line(self, line: Line, following: Line | None) -> None:
        last = len(line.tokens) - 1
        for i, token in enumerate(line.tokens):
            if i and not token.glued:
                self._write(" ")
            joined = i == last and following is not None and self._joins(line, following)
            cut = joined and following is not None and self._hyphens.cut(token.text, following.tokens[0].text)
            text = token.text[:-1] if cut else token.text
            span = Span(self.at, self.at + len(text))
            self._write(text)
            self._places.append(Place(span, line.page, token.box))
            if token.bar:
                self._bar(token.bar, span, line.page)
            self._number(token, span, line.page)
            if cut:
                self._edits.append(Edit(Span(self.at, self.at), "hyphen", token.text[-1] + "\n", line.page))
            if i == last and following is not None and not joined and not _DASH_END.fullmatch(token.text):
                self._write(" ")

    def _joins(self, line: Line, following: Line) -> bool:
        """Whether the last word of a line goes on with the first of the next, hyphen or not."""
        first = following.tokens[0]
        return ends_open(line) and first.text[:1].isalpha() and not first.bar and not first.raised

    def _number(self, token: Token, span: Span, page: int) -> None:
        number = mark_of(token)
        match = NUMBER.fullmatch(token.text)
        if number and match and not self._in_notes:
            self.numbers.append((number, page, Span(span.start, span.start + len(number))))

    def _bar(self, bar: Bar, span: Span, page: int) -> None:
        """Mark the place of a bar, and keep what can be read under it apart from the text."""
        note = bar.how or (f"{Cover.BAR}: {bar.label}" if bar.label else Cover.BAR.value)
        self.marks.append(Mark(MarkKind.REDACTION, span, page, bar.box, note=note, recoverable=bool(bar.words)))
        self._edits.append(Edit(span, "redaction", bar.label, page))
        if bar.words:
            self.recovered.append(Recovered(span, bar.words))

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self.at += len(text)
