"""Task: find what was redacted on a page, and whether it can still be read; layers are remembered."""

from typing import TYPE_CHECKING

from sayso.casebook import DocumentRow
from sayso.model.document import MarkKind
from tests.web.browser.conftest import Desk

if TYPE_CHECKING:
    from playwright.sync_api import Page


def report(desk: Desk) -> tuple[DocumentRow, int]:
    """The inspection report, and the sheet of its first redaction."""
    with desk.opened() as book:
        [row] = book.documents("doc:inspection")
        marks = book.document(row.id).document.text.marks
    page = next(mark.page for mark in marks if mark.kind is MarkKind.REDACTION)
    assert page
    return row, page


def test_redactions_are_drawn_on_the_page_as_printed(desk: Desk, page: "Page") -> None:
    row, number = report(desk)
    page.goto("/gaps?q=kind:redaction")
    page.locator(f"a[href^='/documents/{row.id}']").first.click()
    page.wait_for_selector(".text .l-redactions")
    sheet = page.locator(f"#page{number} .sheet")
    sheet.scroll_into_view_if_needed()
    picture = sheet.locator("img")
    page.wait_for_selector(f"#page{number} .sheet img")
    picture.evaluate("(img) => img.decode()")
    assert picture.evaluate("(img) => img.naturalWidth") == 1100
    bar = sheet.locator(".m.redactions").first
    assert "blacked out" in (bar.locator("title").text_content() or "")
    # In its place: a box on the page says where, in shares of the page.
    with desk.opened() as book:
        text = book.document(row.id).document.text
    mark = next(m for m in text.marks if m.kind is MarkKind.REDACTION and m.page == number and m.box)
    assert mark.box
    assert text.layout
    size = text.layout.pages[number - 1]
    drawn, paper = bar.bounding_box(), sheet.locator(".paper").bounding_box()
    assert drawn
    assert paper
    assert abs((drawn["x"] - paper["x"]) / paper["width"] - mark.box.x0 / size.width) < 0.02
    assert abs((drawn["y"] - paper["y"]) / paper["height"] - mark.box.y0 / size.height) < 0.02


def test_a_page_is_shown_large(desk: Desk, page: "Page") -> None:
    row, number = report(desk)
    page.goto(f"/documents/{row.id}/pages/{number}")
    page.locator(".sheet img").evaluate("(img) => img.decode()")
    assert page.locator(".m.redactions").count() > 0
    page.get_by_role("link", name="the text of this page").click()
    page.wait_for_selector(f"#page{number}")


def test_layers_are_switched_and_remembered(desk: Desk, page: "Page") -> None:
    row, number = report(desk)
    page.goto(f"/documents/{row.id}")
    named = page.locator(".text .l-people").first
    style = "(e) => getComputedStyle(e).borderBottomStyle"
    assert named.evaluate(style) == "none"
    page.check("#layer-people")
    assert named.evaluate(style) == "solid"
    page.keyboard.press("p")
    assert not page.locator(f"#page{number} .sheet").is_visible()
    page.reload()
    assert page.locator(".text .l-people").first.evaluate(style) == "solid"
    assert not page.locator(f"#page{number} .sheet").is_visible()


def test_mail_has_its_headers(desk: Desk, page: "Page") -> None:
    with desk.opened() as book:
        [row] = book.documents("doc:reply")
    page.goto(f"/documents/{row.id}")
    headers = page.locator(".mail").inner_text()
    assert "From" in headers
    assert "Subject" in headers
