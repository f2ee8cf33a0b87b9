"""Spreadsheets, presentations, OpenDocument, RTF and e-books: the words, their sections, and what is left out."""

import datetime
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UnreadableError
from sayso.model.document import MarkKind, Sureness, Text
from sayso.read import read
from sayso.read.cell_values import shown_number
from sayso.read.reading import Reading
from tests.read.made import RELATIONS, book, opendocument, presentation, relations, shape, zipped

MOST = 20 << 20


def text_of(reading: Reading) -> Text:
    assert reading.text is not None
    return reading.text


def sections(reading: Reading) -> list[tuple[str, str]]:
    """The name of each section, and its words."""
    text = text_of(reading)
    return [(str(section), section.span.of(text.characters)) for section in text.sections]


def marked(reading: Reading, kind: MarkKind) -> list[str]:
    text = text_of(reading)
    return [span.of(text.characters) for span in text.marked(kind)]


# --- spreadsheets ----------------------------------------------------------------------------------------------------


def workbook() -> openpyxl.Workbook:
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "Payments 2016"
    sheet.append(["Date", "To", "Sum"])
    sheet.append([datetime.date(2016, 5, 3), "R. Oduya", 1234.5])
    sheet.append([datetime.datetime(2016, 5, 3, 9, 30), None, 0.1])
    sheet["A5"] = "=SUM(C2:C3)"
    sheet["B6"] = True
    hidden = made.create_sheet("Off the books")
    hidden.sheet_state = "hidden"
    hidden["A1"] = "[REDACTED]"
    made.properties.creator, made.properties.title = "Ane Sørby", "The payments"
    return made


def saved(made: openpyxl.Workbook) -> bytes:
    held = BytesIO()
    made.save(held)
    return held.getvalue()


def test_a_workbook_is_read_sheet_by_sheet() -> None:
    reading = read("a.xlsx", saved(workbook()), most_bytes=MOST)
    assert sections(reading) == [
        ("sheet Payments 2016", "Date\tTo\tSum\n2016-05-03\tR. Oduya\t1234.5\n2016-05-03 09:30\t\t0.1\n\tTRUE"),
        ("sheet Off the books", "[REDACTED]"),
    ]
    assert marked(reading, MarkKind.REDACTION) == ["[REDACTED]"]
    assert (reading.metadata.title, reading.metadata.authors) == ("The payments", ("Ane Sørby",))
    assert reading.metadata.published_sure is Sureness.GUESSED
    hidden, formulas = reading.problems
    assert "“Off the books” is hidden" in hidden
    assert "not computed: 1" in formulas


def test_a_formula_is_its_kept_value_and_never_computed() -> None:
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row>'
        '<c r="A1" t="str"><f>WEBSERVICE("https://kelpline.example/")</f><v>kept words</v></c>'
        '<c r="C1"><f>1+1</f><v>7</v></c></row></sheetData></worksheet>'
    )
    assert text_of(read("a.xlsx", cells(sheet), most_bytes=MOST)).characters == "kept words\t\t7"


def cells(sheet: str, strings: str = "") -> bytes:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return zipped(
        {
            "_rels/.rels": relations({"r": ("officeDocument", "xl/workbook.xml")}),
            "xl/workbook.xml": (
                f'<workbook xmlns="{main}" xmlns:r="{RELATIONS}"><sheets><sheet name="One" r:id="r1"/></sheets>'
                "</workbook>"
            ),
            "xl/_rels/workbook.xml.rels": relations(
                {"r1": ("worksheet", "worksheets/sheet1.xml"), "r2": ("sharedStrings", "strings.xml")}
            ),
            "xl/worksheets/sheet1.xml": sheet,
            "xl/strings.xml": strings or f'<sst xmlns="{main}"/>',
        }
    )


def test_a_sheet_that_breaks_off_is_read_up_to_there() -> None:
    sheet = "<worksheet><sheetData>" + '<row><c t="inlineStr"><is><t>words</t></is></c></row>' * 3 + "<row><c"
    reading = read("a.xlsx", cells(sheet), most_bytes=MOST)
    assert text_of(reading).characters == "words\nwords\nwords"
    assert "“One” was not read to its end" in reading.problems[0]


NUMBERS = [
    ("0.30000000000000004", "0.3"),
    ("1234.5", "1234.5"),
    ("1E-3", "0.001"),
    ("12", "12"),
    ("x", "x"),
    ("1e400", "1e400"),
]


@pytest.mark.parametrize(("stored", "shown"), NUMBERS)
def test_numbers_are_as_typed(stored: str, shown: str) -> None:
    assert shown_number(stored) == shown


_CELL = st.one_of(st.none(), st.text("abc é€", min_size=1, max_size=8), st.integers(-(10**9), 10**9))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(_CELL, max_size=5), min_size=1, max_size=5))
def test_every_cell_is_in_the_text_at_its_place(rows: list[list[str | int | None]]) -> None:
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    expected = ["\t".join("" if c is None else " ".join(str(c).split()) for c in row).rstrip("\t") for row in rows]
    expected = [line for line in expected if line]
    try:
        text = text_of(read("a.xlsx", saved(made), most_bytes=MOST))
    except UnreadableError:
        assert not expected
    else:
        assert text.characters.split("\n") == expected


def test_a_csv_file_is_exactly_its_characters() -> None:
    words = 'To;Sum\r\n"Quill; Ada";=HYPERLINK("https://kelpline.example")\r\n'
    reading = read("a.csv", words.encode("cp1252"), most_bytes=MOST)
    assert (text_of(reading).characters, reading.media_type) == (words, "text/csv")


# --- presentations ---------------------------------------------------------------------------------------------------


def test_slides_are_sections_with_their_notes() -> None:
    table = (
        "<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr><a:tc><a:txBody><a:p><a:r><a:t>Quill</a:t></a:r></a:p>"
        "</a:txBody></a:tc><a:tc><a:txBody><a:p><a:r><a:t>3</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl>"
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )
    slides = {
        "two": shape("The plan", kind="title") + shape("First the quay.", "Then the lock.") + shape("7", kind="sldNum"),
        "hidden": f"<p:grpSp>{shape('What it costs')}</p:grpSp>{table}",
    }
    reading = read(
        "a.pptx", presentation(slides, {"two": shape("Do not say this aloud.", kind="body")}), most_bytes=MOST
    )
    assert sections(reading) == [
        ("slide 1", "The plan\n\nFirst the quay.\nThen the lock."),
        ("slide 1 (notes)", "Do not say this aloud."),
        ("slide 2", "What it costs\n\nQuill\t3"),
    ]
    assert marked(reading, MarkKind.HEADING) == ["The plan"]
    assert reading.problems == ("Hidden when it is shown, but in the text: slide 2.",)


# --- OpenDocument ----------------------------------------------------------------------------------------------------


def test_an_opendocument_text() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:h>The  quay</text:h><text:p>It was <text:span>closed</text:span>"
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>See below.</text:p>"
        "</text:note-body></text:note> at<text:s text:c='2'/>noon.<office:annotation><text:p>really?</text:p>"
        "</office:annotation></text:p><text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell>"
        "<text:p>b</text:p></table:table-cell></table:table-row></table:table>"
    )
    meta = (
        "<m xmlns:meta='urn:oasis:names:tc:opendocument:xmlns:meta:1.0'><meta:initial-creator>Ane Sørby"
        "</meta:initial-creator><meta:creation-date>2016-05-03T09:15:00</meta:creation-date></m>"
    )
    reading = read("a.odt", opendocument("text", body, meta=meta), most_bytes=MOST)
    assert text_of(reading).characters == "The quay\n\nIt was closed1 at  noon.\n\none\n\na\tb\n\n1 See below."
    assert marked(reading, MarkKind.FOOTNOTE) == ["1 See below."]
    assert reading.metadata.title == "The quay"
    assert reading.metadata.authors == ("Ane Sørby",)
    assert str(reading.metadata.published) == "2016-05-03"
    assert "1 comments, 1 passages deleted" in reading.problems[0]


def test_an_opendocument_spreadsheet() -> None:
    row = (
        "<table:table-row><table:table-cell office:date-value='2016-05-03'><text:p>03/05/16</text:p></table:table-cell>"
        "<table:table-cell table:number-columns-repeated='2'><text:p>x</text:p></table:table-cell>"
        "<table:table-cell table:number-columns-repeated='16000'/></table:table-row>"
        "<table:table-row table:number-rows-repeated='1048576'><table:table-cell/></table:table-row>"
    )
    reading = read(
        "a.ods", opendocument("spreadsheet", f"<table:table table:name='Cash'>{row}</table:table>"), most_bytes=MOST
    )
    assert sections(reading) == [("sheet Cash", "2016-05-03\tx\tx")]


def test_an_opendocument_presentation() -> None:
    box = "<drawing:frame><drawing:text-box><text:p>{}</text:p></drawing:text-box></drawing:frame>"
    page = f"<drawing:page>{box}</drawing:page>"
    reading = read("a.odp", opendocument("presentation", page.format("One.") + page.format("Two.")), most_bytes=MOST)
    assert sections(reading) == [("slide 1", "One."), ("slide 2", "Two.")]


# --- RTF -------------------------------------------------------------------------------------------------------------

RTF = [
    # characters of the code page, of a font's own, and of Unicode with what stands for them elsewhere
    (rb"caf\'e9 \u8220?so\u8221?", "café “so”"),
    (rb"{\f1 \'cf\'f0}ice", "Прice"),
    (rb"\uc2\u9731 ab\uc0\u9731 c", "☃☃c"),
    (rb"\u-10179?\u-8704?", "😀"),
    # paragraphs, lines, cells
    (rb"a\par b\line c\tab d", "a\n\nb\nc\td"),
    (rb"a\cell b\cell\row c", "a\tb\nc"),
    # what is not on the page
    (rb"a{\*\bkmkstart x}{\header h}{\v no}{\deleted no}{\pict 00ff}b", "ab"),
    (rb"a{\field{\*\fldinst HYPERLINK x}{\fldrslt b}}", "ab"),
    (b"a\\bin4 {{{{b", "ab"),
    (rb"\{a\}\~\_\emdash", "{a}\u00a0\u2011—"),
    # a note goes to the end
    (rb"met{\super\chftn{\footnote\chftn  In May.}} twice", "met1 twice\n\n1 In May."),
]


@pytest.mark.parametrize(("source", "words"), RTF)
def test_rtf(source: bytes, words: str) -> None:
    head = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}}{\info{\title T}{\author Ane}}"
    reading = read("a.rtf", head + source + b"}", most_bytes=MOST)
    assert text_of(reading).characters == words
    assert (reading.metadata.title, reading.metadata.authors) == ("T", ("Ane",))


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=1, max_size=40))
def test_whatever_is_written_in_rtf_is_read(words: str) -> None:
    units = words.encode("utf-16-le")
    coded = "".join(
        f"\\u{n - 65536 if n > 32767 else n}?"
        for n in (int.from_bytes(units[i : i + 2], "little") for i in range(0, len(units), 2))
    )
    assert text_of(read("a.rtf", b"{\\rtf1 " + coded.encode() + b"}", most_bytes=MOST)).characters == words


# --- e-books ---------------------------------------------------------------------------------------------------------


def test_chapters_of_a_book() -> None:
    chapters = {
        "b": "<html><body><h1>The  lock</h1><p>It opened &amp; closed.</p><script>no()</script></body></html>",
        "a": "<html><body><p>Nothing else.</p></body></html>",
    }
    reading = read("a.epub", book(chapters), most_bytes=MOST)
    assert sections(reading) == [
        ("chapter The lock", "The lock\n\nIt opened & closed."),
        ("chapter 2", "Nothing else."),
    ]
    known = reading.metadata
    assert (known.title, known.authors, known.publisher) == ("The Quay", ("Ane Sørby",), "Kelp House")


# --- all of them -----------------------------------------------------------------------------------------------------

DOCTYPE = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
REFUSED = [
    ("a.xlsx", zipped({"xl/workbook.xml": "<a/>"}), "nothing in it says"),
    ("a.xlsx", saved(openpyxl.Workbook()), "without words"),
    ("a.pptx", presentation({"one": shape("", kind="title")}), "without words"),
    ("a.pptx", zipped({"ppt/presentation.xml": "<a/>"}), "nothing in it says"),
    ("a.odt", opendocument("text", ""), "without words"),
    ("a.odt", opendocument("text", "<text:p>&a;</text:p>", before=DOCTYPE), "declares a document type"),
    ("a.odt", zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "no OpenDocument file with words"),
    (
        "a.ods",
        zipped({"mimetype": "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": "<encryption-data/>"}),
        "locked with a password",
    ),
    ("a.rtf", rb"{\rtf1 {\pict 00}}", "without words"),
    ("a.epub", zipped({"mimetype": "application/epub+zip"}), "no e-book"),
    ("a.epub", book({"a": "<html><body></body></html>"}), "without words"),
]


@pytest.mark.parametrize(("name", "data", "why"), REFUSED)
def test_what_has_no_words_is_refused_by_name(name: str, data: bytes, why: str) -> None:
    with pytest.raises(UnreadableError, match=why):
        read(name, data, most_bytes=MOST)
