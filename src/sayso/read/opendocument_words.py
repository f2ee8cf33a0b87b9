"""The words of an OpenDocument body in the order in which they are read (OpenDocument 1.3, part 3)."""

from dataclasses import dataclass, field

from lxml import etree

from sayso.model.document import MarkKind
from sayso.model.span import Span
from sayso.read.docx_xml import local_name
from sayso.read.writer import Writer

_AROUND = frozenset(
    {
        "list", "list-item", "list-header", "section", "index-body", "table-of-content", "text-box", "frame", "page",
        "g", "custom-shape", "rect", "notes", "soft-page-break", "table-header-rows", "table-row-group", "table-rows",
        "table-columns", "shapes", "alphabetical-index", "bibliography", "illustration-index", "object",
    }
)  # fmt: skip
"""Elements that stand around blocks without changing what is read."""
_INSIDE = frozenset({"span", "a", "ruby-base", "ruby", "meta", "meta-field", "bookmark-ref", "date", "time", "title"})
_MOST_REPEATED = 200
"""A row or cell that is said to stand so often is written so often at most: sheets end in a million empty rows."""
_MOST_REPEATED_CHARACTERS = 10_000
_MOST_SPACES = 100
_DEEPEST = 200


@dataclass(slots=True)
class Words:
    """Writes blocks; notes are kept until the end, comments and deleted words counted."""

    writer: Writer
    _comments: int = 0
    _deleted: int = 0
    _cut: int = 0
    _depth: int = 0
    _between: str = "\n\n"
    _notes: list[tuple[etree._Element, Span]] = field(default_factory=list)

    @staticmethod
    def attribute(element: etree._Element, name: str) -> str:
        """An attribute in whatever namespace."""
        return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), "")

    def problems(self) -> tuple[str, ...]:
        """What a reader of the file in its program could find and the text does not hold."""
        held = [
            f"{count:,} {what}"
            for count, what in (
                (self._comments, "comments"),
                (self._deleted, "passages deleted with changes tracked"),
                (self._cut, "repetitions of rows or cells"),
            )
            if count
        ]
        return (f"Not in the text: {', '.join(held)}; open it in its program to see them.",) if held else ()

    def blocks(self, parent: etree._Element) -> None:
        """All blocks below an element, in order."""
        for child in parent:
            self.block(child)

    def block(self, element: etree._Element) -> None:
        """One paragraph, heading or table, or what stands around several."""
        kind = local_name(element)
        if self._depth > _DEEPEST:
            return
        self._depth += 1
        if kind in ("p", "h"):
            self._paragraph(element, is_heading=kind == "h")
        elif kind == "table":
            self.table(element)
        elif kind == "tracked-changes":
            self._deleted += sum(local_name(e) == "deletion" for e in element.iter("{*}*"))
        elif kind in _AROUND:
            self.blocks(element)
        self._depth -= 1

    def table(self, table: etree._Element) -> None:
        """A line a row, a tab between cells."""
        self.writer.gap("\n\n")
        for row in table.iter("{*}table-row"):
            if next(row.iterancestors("{*}table")) is not table:
                continue
            cells: list[str] = []
            for cell in row:
                if local_name(cell) in ("table-cell", "covered-table-cell"):
                    words = self._cell(cell)
                    cells += [words] * self._times(cell, "number-columns-repeated", words)
            line = "\t".join(cells).rstrip("\t")
            if line.strip():
                for _ in range(self._times(row, "number-rows-repeated", line)):
                    self.writer.write(line)
                    self.writer.gap("\n")
        self.writer.gap("\n\n")

    def notes(self) -> None:
        """Write the notes, each a block of its own, and link them with their numbers."""
        for note, mark in self._notes:
            self.writer.gap("\n\n")
            number = next((e.text or "" for e in note if local_name(e) == "note-citation"), "")
            words = "\n".join(self._line(p) for body in note if local_name(body) == "note-body" for p in body)
            span = self.writer.write(f"{number} {words}".strip())
            self.writer.mark(MarkKind.FOOTNOTE, span, mark)
            self.writer.mark(MarkKind.FOOTNOTE_MARK, mark, span)
        self._notes = []

    def _times(self, element: etree._Element, name: str, words: str) -> int:
        stated = self.attribute(element, name)
        times = int(stated) if stated.isdigit() and len(stated) < 10 else 1
        if not words.strip():
            return min(times, 20)
        most = max(1, min(_MOST_REPEATED, _MOST_REPEATED_CHARACTERS // len(words)))
        self._cut += max(0, times - most)
        return min(times, most)

    def _cell(self, cell: etree._Element) -> str:
        words = " ".join(self._line(p) for p in cell.iter("{*}p") if not self._in_comment(p, cell))
        self._comments += sum(1 for _ in cell.iter("{*}annotation"))
        stated = self.attribute(cell, "date-value").replace("T", " ").removesuffix(" 00:00:00")
        # A day is shown in the words of wherever the file was made: 3/5/16. What is meant is stated beside it.
        return stated or " ".join(words.split()) or self.attribute(cell, "value")

    @staticmethod
    def _in_comment(paragraph: etree._Element, cell: etree._Element) -> bool:
        return any(local_name(above) == "annotation" for above in paragraph.iterancestors() if above is not cell)

    def _line(self, element: etree._Element) -> str:
        """The words of a paragraph, without notes and comments."""
        return "".join(words for words, _ in self._runs(element, 0))

    def _paragraph(self, paragraph: etree._Element, *, is_heading: bool) -> None:
        self.writer.gap("\n\n")
        runs = self._runs(paragraph, 0)
        first = last = None
        for words, note in runs:
            span = self.writer.write(words)
            if words.strip():
                first, last = first or span, span
            if note is not None:
                self._notes.append((note, span))
        if is_heading and first and last:
            self.writer.mark(MarkKind.HEADING, Span(first.start, last.end))
        boxes = [e for e in paragraph if local_name(e) in ("frame", "custom-shape")]
        for box in boxes:
            self.block(box)

    def _runs(self, element: etree._Element, depth: int) -> list[tuple[str, etree._Element | None]]:
        """Words in order; with a note the number it is referred to by."""
        runs: list[tuple[str, etree._Element | None]] = [(_folded(element.text), None)]
        for child in element:
            kind = local_name(child)
            if kind == "s":
                stated = self.attribute(child, "c")
                runs.append((" " * min(int(stated) if stated.isdigit() else 1, _MOST_SPACES), None))
            elif kind == "tab":
                runs.append(("\t", None))
            elif kind == "line-break":
                runs.append(("\n", None))
            elif kind == "note":
                number = next((e.text or "" for e in child if local_name(e) == "note-citation"), "")
                runs.append((number, child))
            elif kind == "annotation":
                self._comments += 1
            elif (kind in _INSIDE or (not len(child) and child.text)) and depth < _DEEPEST:
                runs += self._runs(child, depth + 1)
            runs.append((_folded(child.tail), None))
        return runs


def _folded(words: str | None) -> str:
    """White space as the standard reads it: a run is one space."""
    if not words:
        return ""
    folded = " ".join(words.split())
    if not folded:
        return " "
    return (" " if words[0].isspace() else "") + folded + (" " if words[-1].isspace() else "")
