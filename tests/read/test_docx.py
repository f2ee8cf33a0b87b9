"""Word documents: the words in order, notes apart, changes, redactions, and files that are none."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX
from docx.shared import RGBColor
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UnreadableError
from sayso.model.document import MarkKind, Sureness
from sayso.read.docx import read_docx
from sayso.read.reading import Reading

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def word(body: str, namespace: str = W, **parts: str) -> bytes:
    """A Word file of this body and these further parts (`footnotes`, `styles` …), as small as can be."""
    root = f'xmlns:w="{namespace}" xmlns:mc="urn:mc" xmlns:v="urn:v"'
    files = {
        "_rels/.rels": relations({"r1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f"<w:document {root}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations({f"p{name}": (name, f"{name}.xml") for name in parts}),
    }
    files.update({f"word/{name}.xml": f"<w:{name} {root}>{xml}</w:{name}>" for name, xml in parts.items()})
    return zipped(files)


def relations(targets: Mapping[str, tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{id_}" Type="{TYPES}/{kind}" Target="{target}"/>' for id_, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{RELATIONS}">{inner}</Relationships>'


def zipped(files: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def p(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def r(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def characters(reading: Reading) -> str:
    assert reading.text is not None
    return reading.text.characters


def words(reading: Reading, *kinds: MarkKind) -> list[str]:
    assert reading.text is not None
    return [m.span.of(reading.text.characters) for m in reading.text.marks if m.kind in kinds]


BODIES = [
    # paragraphs, an empty one between
    (p(r("One.")) + p() + p(r("Two "), r("words.")), "One.\n\nTwo words."),
    # tabs, line breaks, hyphens
    (p(r("a"), "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>"), "a\tb\nc-d"),
    # changes tracked: what was inserted is text, what was deleted or moved away is not
    (
        p(r("He "), "<w:del><w:r><w:delText>never</w:delText></w:r></w:del>", f"<w:ins>{r('soon')}</w:ins>", r(" paid"))
        + p(f"<w:moveFrom>{r('Gone.')}</w:moveFrom>", f"<w:moveTo>{r('Here.')}</w:moveTo>"),
        "He soon paid\n\nHere.",
    ),
    # a paragraph mark that was deleted
    ("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + r("One") + "</w:p>" + p(r(" more.")), "One more."),
    # links, fields and content controls stand around words
    (
        "<w:sdt><w:sdtContent>" + p(f"<w:hyperlink>{r('Link')}</w:hyperlink>", f"<w:fldSimple>{r(' 3')}</w:fldSimple>",
        "<w:r><w:instrText>PAGE</w:instrText></w:r>", f"<w:sdt><w:sdtContent>{r(' x')}</w:sdtContent></w:sdt>")
        + "</w:sdtContent></w:sdt>",
        "Link 3 x",
    ),
    # a table between paragraphs; a cell of two paragraphs
    (
        p(r("Before.")) + f"<w:tbl><w:tr><w:tc>{p(r('a'))}</w:tc><w:tc>{p(r('b'))}</w:tc></w:tr>"
        f"<w:tr><w:tc>{p()}</w:tc><w:tc>{p(r('c')) + p(r('d'))}</w:tc></w:tr></w:tbl>" + p(r("After.")),
        "Before.\n\na\tb\nc\nd\n\nAfter.",
    ),
    # a text box, which Word stores in two forms, after the paragraph it hangs on
    (
        p("<w:r><mc:AlternateContent><mc:Choice><v:a><w:txbxContent>" + p(r("Boxed.")) + "</w:txbxContent></v:a>"
        "</mc:Choice><mc:Fallback><v:a><w:txbxContent>" + p(r("Boxed.")) + "</w:txbxContent></v:a></mc:Fallback>"
        "</mc:AlternateContent></w:r>", r("Around.")) + p(r("Next.")),
        "Around.\n\nBoxed.\n\nNext.",
    ),
    # hidden text
    (p(r("Seen"), r(" unseen", "<w:vanish/>"), r(" again", '<w:vanish w:val="0"/>')), "Seen again"),
]  # fmt: skip


@pytest.mark.parametrize("namespace", [W, STRICT])
@pytest.mark.parametrize(("body", "expected"), BODIES)
def test_words_in_order(body: str, expected: str, namespace: str) -> None:
    assert characters(read_docx(word(body, namespace))) == expected


def test_what_is_left_out_is_named() -> None:
    deleted = p("<w:del><w:r><w:delText>never</w:delText></w:r></w:del>")
    reading = read_docx(word(deleted + p(r("x", "<w:vanish/>")), comments="<w:comment/><w:comment/>"))
    assert len(reading.problems) == 1
    assert "2 comments" in reading.problems[0]
    assert "1 passage deleted" in reading.problems[0]
    assert "1 character of hidden text" in reading.problems[0]


def test_headings_by_style_and_by_outline() -> None:
    styles = (
        '<w:style w:styleId="h"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="own"><w:name w:val="Chapter"/><w:basedOn w:val="h"/></w:style>'
        '<w:style w:styleId="loop"><w:name w:val="Loop"/><w:basedOn w:val="loop"/></w:style>'
    )
    body = "".join(
        f"<w:p><w:pPr>{properties}</w:pPr>{r(text)}</w:p>"
        for properties, text in (
            ('<w:pStyle w:val="h"/>', "First"),
            ('<w:pStyle w:val="own"/>', " Second "),
            ('<w:pStyle w:val="loop"/>', "Body"),
            ('<w:outlineLvl w:val="2"/>', "Third"),
            ('<w:outlineLvl w:val="9"/>', "Body"),
        )
    )
    reading = read_docx(word(body, styles=styles))
    assert words(reading, MarkKind.HEADING) == ["First", "Second", "Third"]
    assert reading.metadata.title == "First"


def test_notes_stand_at_the_end_and_are_linked() -> None:
    body = p(
        r("He paid"), '<w:r><w:footnoteReference w:id="7"/></w:r>',
        r(" twice"), '<w:r><w:endnoteReference w:id="2"/></w:r>',
        r(", she said"), '<w:r><w:footnoteReference w:id="8" w:customMarkFollows="1"/><w:t>*</w:t></w:r>', r("."),
        '<w:r><w:footnoteReference w:id="99"/></w:r>',
    )  # fmt: skip
    footnotes = (
        f'<w:footnote w:id="0" w:type="separator">{p(r("no"))}</w:footnote>'
        f'<w:footnote w:id="7">{p("<w:r><w:footnoteRef/></w:r>", r(" Ledger, p. 3."))}</w:footnote>'
        f'<w:footnote w:id="8">{p(r("* Interview."))}</w:footnote>'
    )
    endnotes = f'<w:endnote w:id="2">{p("<w:r><w:endnoteRef/></w:r>", r(" Memo.")) + p(r("Undated."))}</w:endnote>'
    reading = read_docx(word(body + p(r("End.")), footnotes=footnotes, endnotes=endnotes))
    text = characters(reading)
    assert text == "He paid1 twicei, she said*.2\n\nEnd.\n\n1 Ledger, p. 3.\n\n* Interview.\n\ni Memo.\n\nUndated."
    assert words(reading, MarkKind.FOOTNOTE_MARK) == ["1", "i", "*", "2"]
    assert words(reading, MarkKind.FOOTNOTE) == ["1 Ledger, p. 3.", "* Interview.", "i Memo.\n\nUndated."]
    assert reading.text is not None
    by_span = {m.span: m for m in reading.text.marks}
    for mark in reading.text.marks:
        if mark.target:
            assert by_span[mark.target].target == mark.span
    assert sum(1 for m in reading.text.marks if m.target is None) == 1


BLACK = '<w:highlight w:val="black"/>'
SHADED = '<w:shd w:val="clear" w:color="auto" w:fill="000000"/>'
REDACTIONS = [
    # highlighted in black, in two runs
    (
        r("Paid ") + r("Ane ", BLACK) + r("Dahl", BLACK) + r(" in cash."),
        [("[REDACTED]", True)],
        "Paid [REDACTED] in cash.",
    ),
    # a black ground, black words
    (r("Paid ") + r("Dahl", SHADED + '<w:color w:val="000000"/>'), [("[REDACTED]", True)], "Paid [REDACTED]"),
    # a solid pattern
    (r("Dahl", '<w:shd w:val="solid" w:color="000000"/>'), [("[REDACTED]", True)], "[REDACTED]"),
    # white words on black, yellow ground: to be seen
    (r("Dahl", SHADED + '<w:color w:val="FFFFFF"/>') + r("Lie", '<w:highlight w:val="yellow"/>'), [], "DahlLie"),
    # black without words, in two runs
    (r("To ") + r("   ", BLACK) + r("  ", BLACK) + r(" only."), [("[REDACTED]", False)], "To [REDACTED] only."),
    # typed
    (r("To ████ and [REDACTED]."), [("████", False), ("[REDACTED]", False)], "To ████ and [REDACTED]."),
    # typed, and blackened besides
    (r("To ") + r("████", BLACK), [("████", False)], "To ████"),
]


@pytest.mark.parametrize(("runs", "expected", "text"), REDACTIONS)
def test_redactions(runs: str, expected: list[tuple[str, bool]], text: str) -> None:
    reading = read_docx(word(p(runs)))
    assert characters(reading) == text
    assert reading.text is not None
    marks = [m for m in reading.text.marks if m.kind is MarkKind.REDACTION]
    assert [(m.span.of(text), m.recoverable) for m in marks] == expected
    hidden = {"Ane Dahl"} if "Ane " in runs else {"Dahl"}
    assert {found.words for found in reading.recovered} == (hidden if any(r for _, r in expected) else set())
    assert [e.span.of(text) for e in reading.text.edits] == [
        w for w, _ in expected if w == "[REDACTED]" and "[" not in runs
    ]


def test_a_document_of_the_library() -> None:
    document = docx.Document()
    document.core_properties.title = "Minutes of the board"
    document.core_properties.author = "Ane Sørby; Tunde Okafor"
    document.add_heading("Minutes", 1)
    paragraph = document.add_paragraph("Paid to ")
    run = paragraph.add_run("M. Dahl")
    run.font.highlight_color = WD_COLOR_INDEX.BLACK
    run.font.color.rgb = RGBColor(0, 0, 0)
    document.sections[0].header.paragraphs[0].text = "Kelpline"
    held = BytesIO()
    document.save(held)
    reading = read_docx(held.getvalue())
    assert characters(reading) == "Minutes\n\nPaid to [REDACTED]"
    assert words(reading, MarkKind.REDACTION) == ["[REDACTED]"]
    assert [found.words for found in reading.recovered] == ["M. Dahl"]
    assert reading.metadata.title == "Minutes of the board"
    assert reading.metadata.authors == ("Ane Sørby", "Tunde Okafor")
    # The library's template was made on 23 December 2013; that says nothing about this document.
    assert reading.metadata.published is None
    assert not reading.problems


CORE = (
    '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc"><dc:title>{}</dc:title><dc:creator>{}</dc:creator>'
    "<created>{}</created></cp:coreProperties>"
)
PROPERTIES = [
    (("Memo", "Ane", "2019-05-03T10:00:00Z"), ("Memo", ("Ane",), "2019-05-03")),
    (("Word Document", "python-docx", "2013-12-23T23:15:00Z"), (None, (), None)),
    (("", "", "soon"), (None, (), None)),
]


@pytest.mark.parametrize(("stated", "expected"), PROPERTIES)
def test_properties(stated: tuple[str, str, str], expected: tuple[str | None, tuple[str, ...], str | None]) -> None:
    kinds = {"r1": ("officeDocument", "/word/document.xml"), "r2": ("metadata/core-properties", "docProps/core.xml")}
    files = {
        "_rels/.rels": relations(kinds),
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{p(r("x"))}</w:body></w:document>',
        "docProps/core.xml": CORE.format(*stated),
    }
    metadata = read_docx(zipped(files)).metadata
    published = metadata.published.edtf if metadata.published else None
    assert (metadata.title, metadata.authors, published) == expected
    assert metadata.published_sure == (Sureness.GUESSED if published else None)


def test_a_damaged_part_costs_no_more_than_itself() -> None:
    reading = read_docx(word(p(r("Words.")), footnotes="<w:footnote>"))
    assert characters(reading) == "Words."
    assert "footnotes" in reading.problems[0]


def test_entities_are_not_expanded_and_no_file_is_read() -> None:
    lines = ["<!ENTITY a 'ha'>"] + [f"<!ENTITY {b} '{f'&{a};' * 50}'>" for a, b in zip("abcdef", "bcdefg", strict=True)]
    for declared, used in (("".join(lines), "&g;"), ("<!ENTITY x SYSTEM 'file:///etc/hostname'>", "&x;")):
        xml = (
            f'<!DOCTYPE d [{declared}]><w:document xmlns:w="{W}"><w:body><w:p w:a="">'
            f"<w:r><w:t>{used}</w:t></w:r></w:p></w:body></w:document>"
        )
        start = relations({"r1": ("officeDocument", "word/document.xml")})
        with pytest.raises(UnreadableError, match=r"document type|amplification"):
            read_docx(zipped({"_rels/.rels": start, "word/document.xml": xml}))


START = relations({"r1": ("officeDocument", "word/document.xml")})
REFUSED = [
    (b"", "damaged"),
    (b"PK\x03\x04 nothing more", "damaged"),
    (word(p(r("x")))[:200], "damaged"),
    (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    (OLE + b"\0" * 600, ".doc"),
    (zipped({"a.txt": "x"}), "no Word file"),
    (zipped({"_rels/.rels": START}), "no body"),
    (zipped({"_rels/.rels": START, "word/document.xml": "<w:document"}), "damaged"),
    (zipped({"_rels/.rels": START, "word/document.xml": b"<a>" + b" " * 40_000_000 + b"</a>"}), "no Word file needs"),
    (zipped({"_rels/.rels": START, "word/media/a.png": b"\0" * 320_000_000}), "more than the"),
    (zipped({"_rels/.rels": START, "word/document.xml": "<a>" * 5000 + "</a>" * 5000}), "damaged"),
]


@pytest.mark.parametrize(("data", "says"), REFUSED, ids=range(len(REFUSED)))
def test_what_is_no_word_file_is_refused_by_name(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableError, match=says):
        read_docx(data)


_WORDS = st.text("abc åß“-.", min_size=1, max_size=30).filter(lambda t: t == t.strip())


@settings(max_examples=25, deadline=None)
@given(st.lists(st.one_of(_WORDS, st.lists(_WORDS, min_size=2, max_size=3)), min_size=1, max_size=6))
def test_what_is_written_is_what_is_read(blocks: list[str | list[str]]) -> None:
    document = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
        else:
            cells = document.add_table(1, len(block)).rows[0].cells
            for cell, text in zip(cells, block, strict=True):
                cell.text = text
    held = BytesIO()
    document.save(held)
    expected = "\n\n".join(block if isinstance(block, str) else "\t".join(block) for block in blocks)
    assert characters(read_docx(held.getvalue())) == expected
