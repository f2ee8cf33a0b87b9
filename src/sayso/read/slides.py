"""Presentations (`.pptx`, PresentationML, ECMA-376 part 1): the words of each slide, and what its speaker noted."""

from lxml import etree

from sayso.errors import UnreadableError
from sayso.model.document import MarkKind, SectionKind
from sayso.read.docx_xml import children, local_name
from sayso.read.office_metadata import core_metadata
from sayso.read.reading import Reading
from sayso.read.writer import Writer
from sayso.read.zip_package import Package

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_RELATION = "relationships}id"
_TITLES = frozenset({"title", "ctrTitle"})
_FURNITURE = frozenset({"sldNum", "dt", "ftr", "hdr", "sldImg"})
_MOST_SLIDES = 20_000
_DEEPEST = 40


def read_slides(data: bytes, most_bytes: int = 300 << 20) -> Reading:
    """Read a presentation: slide after slide, each a section, its shapes in order, what the speaker noted after it.

    A line a paragraph, an empty line between shapes, a tab between cells of a table. Slide numbers, dates and footers
    are left out. Raises `UnreadableError` if it is no presentation, locked or damaged, or has no words.
    """
    package = Package(data, most_bytes, "PowerPoint file")
    main = package.main()
    show = package.xml(main)
    if show is None:
        raise UnreadableError("It is no PowerPoint file: it has no list of slides.")
    targets = package.relations(main)
    ids = [_reference(slide) for held in children(show, "sldIdLst") for slide in children(held, "sldId")]
    writer, problems, hidden = Writer(), [], []
    for number, id in enumerate(ids[:_MOST_SLIDES], start=1):
        try:
            slide = package.xml(targets.get(id, ""))
            notes_part = package.related(targets.get(id, ""), "/notesSlide")
            notes = package.xml(notes_part) if notes_part else None
        except UnreadableError as error:
            problems.append(f"Slide {number} was not read. {error}")
            continue
        _write(writer, slide, str(number))
        _write(writer, notes, f"{number} (notes)")
        if slide is not None and slide.get("show") in ("0", "false"):
            hidden.append(str(number))
    if hidden:
        problems.append(f"Hidden when it is shown, but in the text: slide {', '.join(hidden[:20])}.")
    if any(part.startswith("ppt/comments") for part in package.names):
        problems.append("Not in the text: comments; open it in its program to see them.")
    if not writer.length:
        raise UnreadableError(
            problems[0] if problems else "It is a presentation without words; its slides may be pictures."
        )
    metadata, problem = core_metadata(package)
    return Reading(_MEDIA_TYPE, writer.text(), metadata, problems=(*problems, *problem))


def _write(writer: Writer, part: etree._Element | None, label: str) -> None:
    if part is None:
        return
    writer.gap("\n\n")
    writer.begin(SectionKind.SLIDE, label)
    _Shapes(writer).write(part, 0)


def _reference(slide: etree._Element) -> str:
    return next((str(value) for name, value in slide.items() if str(name).endswith(_RELATION)), "")


class _Shapes:
    """Writes what stands in the shapes of one slide, in their order."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def write(self, parent: etree._Element, depth: int) -> None:
        """Every shape, table and group below an element."""
        if depth > _DEEPEST:
            return
        for child in parent:
            kind = local_name(child)
            if kind == "sp":
                placed = next((p.get("type") or "" for p in child.iter("{*}ph")), "")
                if placed not in _FURNITURE:
                    self._shape(child, is_title=placed in _TITLES)
            elif kind == "tbl":
                self._table(child)
            elif kind == "AlternateContent":
                for first in children(child, "Choice")[:1] or children(child, "Fallback")[:1]:
                    self.write(first, depth + 1)
            elif kind in ("cSld", "spTree", "grpSp", "graphicFrame", "graphic", "graphicData"):
                self.write(child, depth + 1)

    def _shape(self, shape: etree._Element, *, is_title: bool) -> None:
        self._writer.gap("\n\n")
        for body in children(shape, "txBody"):
            for paragraph in children(body, "p"):
                words = _words(paragraph)
                if words.strip():
                    span = self._writer.write(words)
                    if is_title:
                        self._writer.mark(MarkKind.HEADING, span)
                    self._writer.gap("\n")

    def _table(self, table: etree._Element) -> None:
        self._writer.gap("\n\n")
        for row in children(table, "tr"):
            cells = [" ".join(" ".join(_words(p) for p in cell.iter("{*}p")).split()) for cell in children(row, "tc")]
            if any(cells):
                self._writer.write("\t".join(cells).rstrip("\t"))
                self._writer.gap("\n")
        self._writer.gap("\n\n")


def _words(paragraph: etree._Element) -> str:
    pieces = []
    for child in paragraph:
        kind = local_name(child)
        if kind in ("r", "fld"):
            pieces += [t.text or "" for t in children(child, "t")]
        elif kind == "br":
            pieces.append("\n")
    return "".join(pieces).replace("\x0b", "\n").strip()
