"""`sayso report`: the memo as Markdown, as HTML and as a Word document with real footnotes."""

import re
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree, html

from sayso.errors import UsageError
from tests.cli.conftest import Run, runner
from tests.made_claims import opened

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARTS = ("At a glance", "Suggestions nobody has confirmed", "Chronology", "People and organisations", "Documents")


EVIL = "<script>alert(1)</script> & [more](http://evil.example) \x1b[31m*_`"


@pytest.fixture
def hostile(own_mill: Path) -> Run:
    """Runs commands on a case one of whose outlets has a name made to harm."""
    with opened(own_mill) as case:
        for row in case.documents("doc:herald.txt"):
            case.correct(row.id, "publisher", EVIL)
    return runner(own_mill)


def disputed(look: Run, words: str) -> str:
    """The id of the disputed claim about something."""
    found = re.findall(r"\bk[0-9a-f]{12}\b", look("claims", "status:disputed", words).stdout)
    assert len(found) == 1
    return str(found[0])


def test_markdown_goes_to_standard_output(look: Run) -> None:
    memo = look("report").stdout
    assert memo.startswith("# On whose word: mill\n")
    for part in PARTS:
        assert f"## {part}\n" in memo
    assert "Tobias Renn" in memo
    assert "Denied by **Greta Halloran**" in memo
    assert "Found by a program and to be checked" in memo


def test_every_reference_of_markdown_has_its_note_with_the_exact_words(look: Run) -> None:
    memo = look("report").stdout
    body, notes = set(re.findall(r"\[\^(\d+)\](?!:)", memo)), re.findall(r"(?m)^\[\^(\d+)\]: ", memo)
    assert body == set(notes)
    assert len(notes) == len(set(notes)) > 5
    assert "that the Selby mill released solvent into the Orrin River on March 2, 2031" in " ".join(memo.split())


def test_confirmed_and_suggested_stand_apart(change: Run) -> None:
    id = disputed(change, "swans")
    assert "What a person has confirmed" not in change("report").stdout
    change("review", "claims", "--confirm", id, "--as", "Eva")
    memo = change("report").stdout
    confirmed, suggested = memo.split("## What a person has confirmed")[1].split("## Suggestions nobody has confirmed")
    assert "swans" in confirmed.split("\n## ")[0]
    assert "### “Three swans" not in suggested


def test_a_query_a_person_or_a_claim_narrows_it_down(look: Run) -> None:
    id = disputed(look, "swans")
    about_swans = look("report", "--claim", id).stdout
    assert "Three swans" in about_swans
    assert "solvent" not in about_swans.split("## Documents")[0].lower()
    assert "Only about: Bram Teague." in look("report", "--person", "Bram Teague").stdout
    chronology = look("report", "--person", "Bram Teague").stdout.split("## Chronology")[1].split("\n## ")[0]
    assert "Teague" in chronology
    assert "Only about: query after:2031-03-05." in look("report", "after:2031-03-05").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--claim", "k000000000000"), "k000000000000"),
        (("--person", "Zebedee Quux"), "Zebedee Quux"),
        (("-o", "memo.pdf"), "tells no format"),
        (("--format", "docx"), "needs a file"),
    ],
)
def test_what_can_not_be_written_is_told_and_leaves_no_file(
    look: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=words):
        look("report", *arguments)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["memo.md", "memo.html", "memo.docx"])
def test_nothing_is_replaced_unasked(look: Run, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text("mine")
    with pytest.raises(UsageError, match="--replace"):
        look("report", "-o", str(file))
    assert file.read_text() == "mine"
    look("report", "-o", str(file), "--replace")
    assert file.stat().st_size > 1000
    assert [found.name for found in tmp_path.iterdir()] == [name]


def test_a_format_may_have_any_ending(look: Run, tmp_path: Path) -> None:
    look("report", "-o", str(tmp_path / "memo.txt"), "--format", "html")
    assert (tmp_path / "memo.txt").read_text().startswith("<!DOCTYPE html>")


def test_html_has_no_script_and_nothing_from_outside(hostile: Run, tmp_path: Path) -> None:
    hostile("report", "-o", str(tmp_path / "memo.html"), "--title", "<img src=x onerror=alert(2)> & more")
    page = (tmp_path / "memo.html").read_text()
    tree: Any = html.fromstring(page)
    assert tree.xpath("//script | //img | //link | //iframe | //@onerror | //@onclick | //@src") == []
    assert all(str(target).startswith("#") for target in tree.xpath("//@href"))
    assert "default-src 'none'" in page
    assert tree.xpath("//h1")[0].text_content() == "<img src=x onerror=alert(2)> & more"
    assert "<script>alert(1)</script> & [more]" in tree.text_content()  # words remain words


def test_markdown_keeps_markup_from_being_markup(hostile: Run) -> None:
    memo = hostile("report").stdout
    assert "alert(1)" in memo
    assert "\x1b" not in memo
    assert not re.search(r"(?<!\\)<script", memo)
    assert not re.search(r"(?<!\\)\]\(http", memo)


def test_links_to_notes_of_html_lead_there_and_back(look: Run, tmp_path: Path) -> None:
    look("report", "-o", str(tmp_path / "memo.html"))
    tree: Any = html.fromstring((tmp_path / "memo.html").read_text())
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {str(target)[1:] for target in tree.xpath("//@href")} <= set(ids)


def test_a_word_document_has_a_footnote_for_every_reference(look: Run, tmp_path: Path) -> None:
    file = tmp_path / "memo.docx"
    look("report", "-o", str(file))
    word = docx.Document(str(file))
    headings = [p.text for p in word.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert set(PARTS) <= set(headings)
    assert word.core_properties.title == "On whose word: mill"
    with zipfile.ZipFile(file) as package:
        body = etree.fromstring(package.read("word/document.xml"))
        notes: Any = etree.fromstring(package.read("word/footnotes.xml"))
        assert "/word/footnotes.xml" in package.read("[Content_Types].xml").decode()
        assert "footnotes.xml" in package.read("word/_rels/document.xml.rels").decode()
    references = [mark.get(f"{W}id") for mark in body.iter(f"{W}footnoteReference")]
    made = {note.get(f"{W}id"): "".join(note.itertext()) for note in notes if note.get(f"{W}type") is None}
    assert references == list(made)
    assert len(references) > 5
    assert any("that the Selby mill released solvent" in words for words in made.values())


def test_a_word_document_of_hostile_words_opens(hostile: Run, tmp_path: Path) -> None:
    hostile("report", "-o", str(tmp_path / "memo.docx"), "--title", "a\x00b\x0c")
    word = docx.Document(str(tmp_path / "memo.docx"))
    assert word.paragraphs[0].text.startswith("a")
    assert any("alert(1)" in cell.text for table in word.tables for row in table.rows for cell in row.cells)
