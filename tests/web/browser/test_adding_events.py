"""Task: add an event by hand from a page of a PDF."""

from typing import TYPE_CHECKING

from tests.web.browser.conftest import Desk

if TYPE_CHECKING:
    from playwright.sync_api import Page

WORDS = "Inspectors visited the works and the intake"
_SELECT = """(words) => {
  const walker = document.createTreeWalker(document.querySelector("[data-document]"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.textContent.indexOf(words);
    if (at >= 0) return document.getSelection().setBaseAndExtent(node, at, node, at + words.length);
  }
  throw new Error("not on the page");
}"""


def test_an_event_is_added_from_selected_words(desk: Desk, page: "Page") -> None:
    with desk.opened() as book:
        pdf = next(book.documents("doc:inspection")).id
        at = book.document(pdf).document.text.characters.index(WORDS)
        before = book.count("events")
    page.goto(f"/documents/{pdf}?at={at}")
    page.evaluate(_SELECT, "Inspectors visited the works")
    page.keyboard.press("a")
    page.wait_for_url("**/events/new?*")
    assert page.locator(".passage mark").inner_text() == "Inspectors visited the works"
    # The first field has the focus; the rest is tabs.
    for words in ("meeting", "Odile Ransome", "Dario Quillon", "", "13 March 2023"):
        page.keyboard.type(words)
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/timeline?*")
    row = page.locator("[data-event]:focus")
    assert "added by Ana" in row.inner_text()
    assert "Odile Ransome, Dario Quillon" in row.inner_text()
    assert "p. 1" in row.inner_text()
    with desk.opened() as book:
        assert book.count("events") == before + 1
        [found] = [f for f in book.events("state:confirmed") if f.added_by == "Ana"]
        assert (str(found.event.date), found.at.page, found.words) == ("2023-03-13", 1, "Inspectors visited the works")
    # And taken back.
    page.keyboard.press("u")
    row.wait_for(state="detached")
    with desk.opened() as book:
        assert book.count("events") == before


def test_a_mistake_keeps_what_was_typed(desk: Desk, page: "Page") -> None:
    with desk.opened() as book:
        pdf = next(book.documents("doc:inspection")).id
    page.goto(f"/events/new?document={pdf}&start=10&end=60")
    page.locator("#kind").select_option("call")
    page.locator("#participants").fill("Odile Ransome")
    page.locator("#date").fill("when it rained")
    page.keyboard.press("Enter")
    page.wait_for_selector("[role=alert]")
    assert "is no date" in page.locator("[role=alert]").inner_text()
    assert page.locator("#participants").input_value() == "Odile Ransome"
    assert page.locator("#kind").input_value() == "call"
