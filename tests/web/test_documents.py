"""Documents in the browser: narrowed down, added, corrected, taken out; what a browser sends does no harm."""

import re
import time
from pathlib import Path

import pytest

from sayso import casebook
from sayso.casebook import DocumentRow
from sayso.errors import UsageError
from sayso.settings import Settings
from sayso.web.adding import Adding
from sayso.web.incoming import folder_of, keep, safe_name
from tests.web.conftest import HERE, Browser

TEXT = "The Weir Courier\nPumps stop\nMarch 9, 2031\n\nOle Varga said that the pumps had stopped on March 8, 2031.\n"


def rows(case: Path, query: str = "") -> list[DocumentRow]:
    with casebook.open(case, write=False) as book:
        return list(book.documents(query))


def finished(browser: Browser, seconds: float = 120) -> str:
    """The page about adding once that has ended."""
    ends = time.monotonic() + seconds
    while browser.get("/api/progress").json()["busy"]:
        assert time.monotonic() < ends
        time.sleep(0.2)
    return str(browser.get("/documents/adding").text)


def test_copies_stand_in_one_row(desk: Browser, mill: Path) -> None:
    page, every = desk.get("/documents").text, desk.get("/documents", params={"all": "1"}).text
    assert every.count("<tr>") == page.count("<tr>") + 1
    assert "1 nearly the same" in page
    for row in rows(mill):
        # Never hidden: the copy stands below the one that is shown.
        assert f"/documents/{row.id}" in page


def test_facets_narrow_down_and_widen_again(own_desk: Browser, own_mill: Path) -> None:
    desk = own_desk
    with casebook.open(own_mill) as book:
        book.correct(next(book.documents("doc:herald.txt")).id, "publisher", "The Weir Herald")
    page = desk.get("/documents").text
    [address] = set(re.findall(r'href="(\?q=outlet[^"]*Herald[^"]*)"', page))
    narrowed = desk.get("/documents" + address.replace("&amp;", "&")).text
    assert 'aria-current="true"' in narrowed
    assert narrowed.count("<tr>") < page.count("<tr>")
    assert 'href="?"' in narrowed


def test_files_and_texts_are_added_and_read(own_desk: Browser, own_mill: Path) -> None:
    address = f"/documents/add?token={own_desk.known.form}"
    before = len(rows(own_mill))
    answer = own_desk.post(
        address,
        files=[("files", ("../../pumps.txt", TEXT.encode(), "text/plain"))],
        data={"text": "Nobody said a word.\r\nThe end.", "name": "A note"},
        headers={"origin": HERE},
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/documents/adding")
    assert "2 files" in finished(own_desk)
    assert len(rows(own_mill)) == before + 2
    assert sorted(p.name for p in folder_of(own_mill).iterdir()) == ["A note.txt", "pumps.txt"]
    assert (folder_of(own_mill) / "A note.txt").read_bytes() == b"Nobody said a word.\nThe end."
    [row] = rows(own_mill, "doc:pumps.txt")
    assert row.statements
    with casebook.open(own_mill, write=False) as book:
        assert [r.by for r in book.log(1)] == ["Ana"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ({}, "Choose files"),
        ({"text": "  "}, "Choose files"),
        ({"path": "relative/folder"}, "whole path"),
        ({"path": "/no/such/folder"}, "no file or folder"),
    ],
)
def test_forms_that_add_nothing_say_why(own_desk: Browser, data: dict[str, str], why: str) -> None:
    answer = own_desk.post(
        f"/documents/add?token={own_desk.known.form}",
        files=[("none", b"")],
        data=data,
        headers={"origin": HERE},
    )
    assert answer.status_code == 400
    assert why in answer.text


def test_files_without_the_token_are_refused(own_desk: Browser, own_mill: Path) -> None:
    for token in ("", "?token=wrong"):
        answer = own_desk.post(f"/documents/add{token}", files=[("files", ("a.txt", b"A"))], headers={"origin": HERE})
        assert answer.status_code == 403
    other = own_desk.post(
        f"/documents/add?token={own_desk.known.form}",
        files=[("files", ("a.txt", b"A"))],
        headers={"origin": "http://elsewhere.example"},
    )
    assert other.status_code == 403
    assert not folder_of(own_mill).exists()


def test_one_pile_at_a_time_and_an_end_to_it(own_mill: Path, tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    for number in range(40):
        (pile / f"{number}.txt").write_text(f"{number}. {TEXT}", encoding="utf-8")
    adding = Adding(own_mill, Settings(workers=1, signer="Ana"))
    adding.start([str(pile)], "the pile")
    with pytest.raises(UsageError, match="being added"):
        adding.start([str(pile)], "again")
    adding.close()
    assert adding.state is not None
    assert "Stopped after" in adding.state.ended
    with casebook.open(own_mill, write=False) as book:
        assert book.reading() is None
        assert book.verify_log() is None


def test_a_document_is_corrected_and_taken_out(own_desk: Browser, own_mill: Path) -> None:
    [row] = rows(own_mill, "doc:herald.txt")
    about = own_desk.get(f"/documents/{row.id}/about").text
    fields = {
        name: re.findall(rf'name="{name}" value="([^"]*)"', about)[0]
        for name in ("version", "title", "publisher", "authors", "published")
    }
    assert own_desk.decide(f"/documents/{row.id}/correct", **{**fields, "publisher": "The Weir Post"}) == 303
    [changed] = rows(own_mill, "doc:herald.txt")
    assert changed.metadata.publisher == "The Weir Post"
    assert changed.metadata.title == row.metadata.title
    assert changed.version == row.version + 1  # one field, one decision
    # A form from before that: refused, with both values.
    stale = own_desk.send_form(
        f"/documents/{row.id}/correct",
        {"token": own_desk.known.form, **fields, "publisher": "The Third"},
        {"origin": HERE},
    )
    assert stale.status_code == 409
    assert "The Weir Post" in stale.text
    assert "The Third" in stale.text
    assert own_desk.decide(f"/documents/{row.id}/remove") == 400
    assert own_desk.decide(f"/documents/{row.id}/remove", sure="yes") == 303
    assert not rows(own_mill, "doc:herald.txt")


def test_originals_are_files_to_keep(desk: Browser, mill: Path) -> None:
    [row] = rows(mill, "doc:herald.txt")
    answer = desk.get(f"/documents/{row.id}/original")
    assert answer.headers["content-disposition"].startswith("attachment; filename=")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert b"swans" in answer.content


# (what a browser calls a file, what it is kept as)
NAMES = [
    ("report.pdf", "report.pdf"),
    ("../../etc/passwd", "passwd"),
    ("C:\\secret\\memo.docx", "memo.docx"),
    (".bashrc", "bashrc"),
    ("", "document"),
    ("///", "document"),
    ("a\x00b\u202etxt.exe", "abtxt.exe"),
    ('<b>"x"|y?.txt', "_b__x__y_.txt"),
    ("x" * 300 + ".html", "x" * 115 + ".html"),
    ("ä" * 200, "ä" * 60),
]


@pytest.mark.parametrize(("given", "kept"), NAMES)
def test_names_of_files_do_no_harm(given: str, kept: str) -> None:
    assert safe_name(given) == kept


def test_nothing_is_written_over(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    first, same, other = keep(folder, "a.txt", b"1"), keep(folder, "a.txt", b"1"), keep(folder, "a.txt", b"2")
    assert (first.name, same.name, other.name) == ("a.txt", "a.txt", "a (2).txt")
    (folder / "b.txt").symlink_to(tmp_path / "outside")
    assert keep(folder, "b.txt", b"3").name == "b (2).txt"
    assert not (tmp_path / "outside").exists()
