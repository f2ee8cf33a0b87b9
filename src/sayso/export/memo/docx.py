"""A memo as a Word document with real footnotes (ECMA-376, part 1: footnotes are a part of their own, which python-docx
does not make).
"""

import re
from io import BytesIO
from typing import IO

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from sayso.export.memo.blocks import Heading, Items, Line, Look, Memo, NoteRef, Paragraph, Run, Table

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_GREY, _BLACK = RGBColor(0x55, 0x55, 0x55), RGBColor(0x16, 0x16, 0x16)
_FONT = "Times New Roman"
_WIDTH_CM = 16.5


def write_memo_docx(memo: Memo, to: IO[bytes]) -> None:
    """Write the memo. Word wants a footnote at each place: where a note is referred to again, it says which one."""
    word = Document()
    _styles(word)
    word.core_properties.title = _clean(memo.title)
    word.core_properties.author = "Sayso"
    notes = _Footnotes(memo)
    word.add_heading(_clean(memo.title), 0)
    for about in memo.about:
        _quiet(word.add_paragraph(_clean(about)))
    for block in memo.blocks:
        match block:
            case Heading():
                heading = word.add_heading(_clean(block.words), block.level)
                if block.tag:
                    tag = heading.add_run(f"  [{block.tag}]")
                    tag.bold, tag.font.size, tag.font.color.rgb = False, Pt(9), _GREY
            case Paragraph():
                notes.fill(word.add_paragraph(), block.line)
            case Items():
                for line in block.lines:
                    notes.fill(word.add_paragraph(style="List Bullet"), line)
            case Table():
                _table(word, block, notes)
    notes.attach(word)
    held = BytesIO()
    word.save(held)
    to.write(held.getvalue())


def _styles(word: WordDocument) -> None:
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(11)
    normal.paragraph_format.space_after = Pt(4)
    normal.paragraph_format.line_spacing = 1.05
    word.styles["List Bullet"].paragraph_format.space_after = Pt(2)
    for name, size, before in (("Title", 20, 0), ("Heading 1", 14, 16), ("Heading 2", 11.5, 11)):
        style = word.styles[name]
        style.font.name, style.font.size, style.font.bold = _FONT, Pt(size), True
        style.font.color.rgb = _BLACK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(3)
        style.paragraph_format.keep_with_next = True
        for border in list(style.element.iter(qn("w:pBdr"))):
            border.getparent().remove(border)
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.25)
    section.top_margin = section.bottom_margin = Cm(2.2)


def _table(word: WordDocument, block: Table, notes: "_Footnotes") -> None:
    table = word.add_table(rows=1, cols=len(block.columns), style="Table Grid")
    table.autofit = False
    widths = [Cm(_WIDTH_CM * share / sum(block.shares)) for share in block.shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    head = table.rows[0]
    for cell, name, width in zip(head.cells, block.columns, widths, strict=True):
        cell.width = width
        cell.paragraphs[0].add_run(_clean(name)).bold = True
        _tight(cell.paragraphs[0])
    properties = head._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))
    for row in block.rows:
        made = table.add_row()
        made._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        cells = made.cells
        for cell, line, width in zip(cells, row, widths, strict=True):
            cell.width = width
            notes.fill(cell.paragraphs[0], line)
            _tight(cell.paragraphs[0])
    _rules(table)


def _rules(table: WordTable) -> None:
    """Thin grey lines between rows, none between columns."""
    borders = OxmlElement("w:tblBorders")
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{edge}")
        line.set(qn("w:val"), "single" if edge in ("top", "bottom", "insideH") else "nil")
        line.set(qn("w:sz"), "4")
        line.set(qn("w:color"), "999999")
        borders.append(line)
    table._tbl.tblPr.append(borders)


def _tight(paragraph: WordParagraph) -> None:
    """Smaller, without room below."""
    paragraph.paragraph_format.space_after = Pt(1)
    for run in paragraph.runs:
        run.font.size = Pt(9.5)


class _Footnotes:
    """Makes footnotes while the text is filled in, then attaches them."""

    def __init__(self, memo: Memo) -> None:
        self._lines = memo.notes
        self._made: list[Line] = []
        self._first: dict[int, int] = {}

    def fill(self, paragraph: WordParagraph, line: Line) -> None:
        """Words of a line, with references to footnotes."""
        for before, part in zip((None, *line), line, strict=False):
            if isinstance(part, NoteRef):
                if isinstance(before, NoteRef):
                    paragraph.add_run(",").font.superscript = True
                first = self._first.setdefault(part.number, len(self._made) + 1)
                known = first <= len(self._made)
                self._made.append((Run(f"As in note {first}."),) if known else self._lines[part.number - 1])
                paragraph._p.append(_reference(len(self._made)))
            elif part.words:
                run = paragraph.add_run(_clean(part.words))
                run.bold = part.look is Look.STRONG or None
                run.italic = part.look is Look.QUOTED or None
                if part.look is Look.QUIET:
                    run.font.color.rgb = _GREY

    def attach(self, word: WordDocument) -> None:
        """Put the footnotes into the document."""
        root = etree.Element(f"{{{_W}}}footnotes", nsmap={"w": _W})
        for id, kind in ((-1, "separator"), (0, "continuationSeparator")):
            note = etree.SubElement(root, f"{{{_W}}}footnote", {f"{{{_W}}}type": kind, f"{{{_W}}}id": str(id)})
            run = etree.SubElement(etree.SubElement(note, f"{{{_W}}}p"), f"{{{_W}}}r")
            etree.SubElement(run, f"{{{_W}}}{kind}")
        for number, line in enumerate(self._made, 1):
            root.append(_footnote(number, line))
        data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES, data, word.part.package)
        word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _reference(number: int) -> etree._Element:
    run = parse_xml(f'<w:r xmlns:w="{_W}"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:r>')
    mark = OxmlElement("w:footnoteReference")
    mark.set(qn("w:id"), str(number))
    run.append(mark)
    return run


def _footnote(number: int, line: Line) -> etree._Element:
    note = etree.Element(f"{{{_W}}}footnote", {f"{{{_W}}}id": str(number)})
    paragraph = etree.SubElement(note, f"{{{_W}}}p")
    spacing = etree.SubElement(etree.SubElement(paragraph, f"{{{_W}}}pPr"), f"{{{_W}}}spacing")
    for name, value in (("before", "0"), ("after", "20"), ("line", "240"), ("lineRule", "auto")):
        spacing.set(f"{{{_W}}}{name}", value)
    mark = etree.SubElement(paragraph, f"{{{_W}}}r")
    raised = etree.SubElement(etree.SubElement(mark, f"{{{_W}}}rPr"), f"{{{_W}}}vertAlign")
    raised.set(f"{{{_W}}}val", "superscript")
    etree.SubElement(mark, f"{{{_W}}}footnoteRef")
    for part in (Run(" "), *(p for p in line if isinstance(p, Run))):
        run = etree.SubElement(paragraph, f"{{{_W}}}r")
        looks = etree.SubElement(run, f"{{{_W}}}rPr")
        if part.look is Look.QUOTED:
            etree.SubElement(looks, f"{{{_W}}}i")
        etree.SubElement(looks, f"{{{_W}}}sz").set(f"{{{_W}}}val", "18")
        text = etree.SubElement(run, f"{{{_W}}}t")
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        text.text = _clean(part.words)
    return note


def _quiet(paragraph: WordParagraph) -> None:
    for run in paragraph.runs:
        run.font.color.rgb = _GREY


def _clean(words: str) -> str:
    """Without the characters that XML can't hold."""
    return _CONTROL.sub("�", words)
