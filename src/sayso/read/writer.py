"""Writes a text word by word, and remembers where its sections, headings and notes landed."""

from dataclasses import dataclass, field, replace

from sayso.model.document import Edit, Mark, MarkKind, Section, SectionKind, Text
from sayso.model.span import Span
from sayso.read.typed_redactions import typed_redactions

_LONGEST_LABEL = 80


@dataclass(slots=True)
class Writer:
    """A text that grows. What has to stand between words (`gap`) is only written before further words."""

    length: int = 0
    """code points so far"""
    _pieces: list[str] = field(default_factory=list)
    _gap: str = ""
    _marks: list[Mark] = field(default_factory=list)
    _edits: list[Edit] = field(default_factory=list)
    _sections: list[Section] = field(default_factory=list)
    _open: Section | None = None
    _begun: bool = False

    def write(self, words: str) -> Span:
        """Add words; where they stand in the text."""
        if words and self._gap:
            self._pieces.append(self._gap)
            self.length += len(self._gap)
            self._gap = ""
        start = self.length
        if words and self._open and not self._begun:
            self._open, self._begun = replace(self._open, span=Span(start, start)), True
        self._pieces.append(words)
        self.length += len(words)
        return Span(start, self.length)

    def gap(self, between: str) -> None:
        """What stands before the next words, if there are words before it; the longest that was asked for."""
        if self.length and len(between) >= len(self._gap):
            self._gap = between

    def add(self, text: Text) -> Span:
        """Add a whole text with its marks and edits."""
        span = self.write(text.characters)
        self._marks += [replace(m, span=m.span.shift(span.start), target=_shifted(m.target, span)) for m in text.marks]
        self._edits += [replace(e, span=e.span.shift(span.start)) for e in text.edits]
        return span

    def mark(self, kind: MarkKind, span: Span, target: Span | None = None) -> None:
        """Mark words that were written; none is no mark."""
        if len(span):
            self._marks.append(Mark(kind, span, target=target))

    def begin(self, kind: SectionKind, label: str) -> None:
        """What is written from now on, until the next one begins, is a section, if it has words."""
        self._end()
        self._open = Section(kind, shown_label(label), Span(self.length, self.length))
        self._begun = False

    def _end(self) -> None:
        if self._open and self._begun and self.length > self._open.span.start:
            self._sections.append(replace(self._open, span=Span(self._open.span.start, self.length)))
        self._open = None

    def text(self) -> Text:
        """The text, with what stands typed in place of blacked-out words marked too."""
        self._end()
        characters = "".join(self._pieces)
        held = [m.span for m in self._marks if m.kind is MarkKind.REDACTION]
        typed = [m for m in typed_redactions(characters) if not any(m.span.overlaps(span) for span in held)]
        marks = sorted([*self._marks, *typed], key=lambda m: (m.span.start, -m.span.end))
        return Text(characters, edits=tuple(self._edits), marks=tuple(marks), sections=tuple(self._sections))


def shown_label(label: str) -> str:
    """A label on one line, not too long to be shown beside words."""
    line = " ".join(label.split())
    return line if len(line) <= _LONGEST_LABEL else f"{line[:_LONGEST_LABEL].rstrip()}…"


def _shifted(target: Span | None, by: Span) -> Span | None:
    return target.shift(by.start) if target else None
