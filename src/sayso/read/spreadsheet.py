"""Excel workbooks (`.xlsx`, SpreadsheetML, ECMA-376 part 1): the values of cells, sheet by sheet."""

from collections.abc import Iterable, Iterator
from typing import IO

from lxml import etree

from sayso.errors import UnreadableError
from sayso.model.document import SectionKind
from sayso.read.cell_values import CellStyles, shown_number
from sayso.read.docx_xml import children, local_name
from sayso.read.office_metadata import core_metadata
from sayso.read.reading import Reading
from sayso.read.writer import Writer
from sayso.read.zip_package import Package

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MOST_CHARACTERS = 40_000_000
_LONGEST_ROW = 1_000_000
_MOST_TABS = 50
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_SKIPPED = ("rPh", "phoneticPr")
"""How a Japanese word is pronounced, which no cell shows."""


def read_spreadsheet(data: bytes, most_bytes: int = 1 << 30) -> Reading:
    """Read a workbook: a line a row, a tab between cells, an empty line and a section a sheet.

    A formula's value is the one that was last computed and kept; nothing is computed here and no macro runs. Numbers
    are as stored, days and times as ISO 8601. Raises `UnreadableError` if it is no workbook, locked or damaged.
    """
    package = Package(data, most_bytes, "Excel workbook")
    main = package.main()
    book = package.xml(main)
    if book is None:
        raise UnreadableError("It is no Excel workbook: it has no list of sheets.")
    sheets = [sheet for parent in children(book, "sheets") for sheet in children(parent, "sheet")]
    targets = package.relations(main)
    cells = _Cells(_strings(package, main), CellStyles.read(package, main, book))
    writer, problems = Writer(), []
    for sheet in sheets:
        name = sheet.get("name") or "unnamed"
        writer.gap("\n\n")
        writer.begin(SectionKind.SHEET, name)
        try:
            if target := targets.get(sheet.get(_RELATION_ID) or sheet.get(_STRICT_ID) or ""):
                cells.write(package, target, writer)
        except UnreadableError as error:
            problems.append(f"The sheet “{name}” was not read to its end. {error}")
        if sheet.get("state") in ("hidden", "veryHidden"):
            problems.append(f"The sheet “{name}” is hidden in the workbook; its words are in the text.")
    problems += cells.problems()
    if comments := sum("comments" in part.rpartition("/")[2] for part in package.names):
        problems.append(f"Not in the text: the comments on {comments:,} sheets; open it in its program to see them.")
    if not writer.length:
        raise UnreadableError(problems[0] if problems else "It is a workbook without words; add the one that has them.")
    metadata, problem = core_metadata(package)
    return Reading(_MEDIA_TYPE, writer.text(), metadata, problems=(*problems, *problem))


def _strings(package: Package, main: str) -> list[str]:
    """The texts that cells refer to by number."""
    found: list[str] = []
    name = package.related(main, "/sharedStrings")
    if name:
        with package.stream(name) as stream:
            for item in _elements(stream, "si"):
                found.append(_text(item))
                _forget(item)
    return found


class _Cells:
    """Writes the cells of sheets, and counts what was left out."""

    def __init__(self, strings: list[str], styles: CellStyles) -> None:
        self._strings, self._styles = strings, styles
        self._uncomputed = 0
        self._cut = False

    def problems(self) -> list[str]:
        """What a reader of the workbook could see and the text does not hold."""
        found = []
        if self._uncomputed:
            found.append(
                f"Formulas without a kept value, which are not computed: {self._uncomputed:,}; open it in its program, "
                "save it and add it again."
            )
        if self._cut:
            found.append(
                f"Not all of it was read: it has more than {_MOST_CHARACTERS:,} characters, or a row of more than "
                f"{_LONGEST_ROW:,}. Split it."
            )
        return found

    def write(self, package: Package, part: str, writer: Writer) -> None:
        """The rows of one sheet that hold something."""
        with package.stream(part) as stream:
            for row in _elements(stream, "row"):
                line = self._line(row)
                _forget(row)
                if not line:
                    continue
                if writer.length > _MOST_CHARACTERS:
                    self._cut = True
                    return
                writer.gap("\n")
                writer.write(line)

    def _line(self, row: etree._Element) -> str:
        """The cells of a row, a tab for each column between; for many empty ones in a row, one tab."""
        line, last = "", 0
        for cell in row:
            words = self._value(cell) if local_name(cell) == "c" else ""
            if words:
                column = _column(cell.get("r") or "") or last + 1
                tabs = column - last if line else column - 1
                line += "\t" * (tabs if 0 <= tabs <= _MOST_TABS else 1) + words
                last = column
            if len(line) > _LONGEST_ROW:
                self._cut = True
                return line[:_LONGEST_ROW]
        return line

    def _value(self, cell: etree._Element) -> str:
        kind = cell.get("t") or "n"
        if kind == "inlineStr":
            return " ".join(_text(cell).split())
        stored = next((e.text or "" for e in cell if local_name(e) == "v"), "")
        if not stored:
            self._uncomputed += any(local_name(e) == "f" for e in cell)
            return ""
        if kind == "s":
            number = int(stored) if stored.isdigit() else -1
            return " ".join(self._strings[number].split()) if 0 <= number < len(self._strings) else ""
        if kind == "b":
            return "TRUE" if stored == "1" else "FALSE"
        if kind != "n":
            return " ".join(stored.split())
        return self._styles.day(stored, cell.get("s")) or shown_number(stored)


def _elements(stream: IO[bytes] | None, name: str) -> Iterator[etree._Element]:
    """The elements of this name, one after another, entities and the network off."""
    if stream is None:
        return
    found: Iterable[tuple[str, etree._Element]] = etree.iterparse(
        stream, events=("end",), tag=f"{{*}}{name}", resolve_entities=False, no_network=True, load_dtd=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    is_checked = False
    for _, element in found:
        if not is_checked and element.getroottree().docinfo.internalDTD is not None:
            raise UnreadableError("It declares a document type, which an Excel workbook must not.")
        is_checked = True
        yield element


def _column(reference: str) -> int:
    """The number of the column that `BC12` names, from 1; 0 for what names none."""
    letters = reference.rstrip("0123456789")
    if not letters.isascii() or not letters.isalpha() or len(letters) > 3:
        return 0
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _forget(element: etree._Element) -> None:
    """Free what was read, and what stood before it."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]  # type: ignore[union-attr]


def _text(element: etree._Element) -> str:
    return "".join(
        t.text or ""
        for t in element.iter("{*}t")
        if not any(local_name(above) in _SKIPPED for above in t.iterancestors())
    )
