"""Task: correct a wrong speaker, or the words of a statement, by keyboard or with the mouse."""

from typing import TYPE_CHECKING

from sayso.casebook import StoredStatement
from tests.web.browser.conftest import Desk

if TYPE_CHECKING:
    from playwright.sync_api import Page


def holm(desk: Desk) -> StoredStatement:
    with desk.opened() as book:
        return next(s for s in book.statements("doc:sentinel-alarm speaker:Holm") if s.source == "she")


def again(desk: Desk, id: str) -> StoredStatement:
    with desk.opened() as book:
        item = book.item(id)
        assert isinstance(item, StoredStatement)
        return item


def open_at(page: "Page", found: StoredStatement) -> None:
    page.goto(f"/statements/{found.statement.id}")
    page.wait_for_selector("[data-statement]:focus")


def test_a_wrong_speaker_is_corrected_by_keyboard(desk: Desk, page: "Page") -> None:
    found = holm(desk)
    open_at(page, found)
    for key in ("e", "s"):
        page.keyboard.press(key)
    page.keyboard.type("Luther Pham")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#{found.statement.id} .machine")
    now = again(desk, found.statement.id)
    assert (now.speaker, now.at.state) == ("Luther Pham", "confirmed")
    assert now.machine is not None
    assert now.machine.speaker == found.speaker
    card = page.locator(f"#{found.statement.id}")
    assert f"Machine read: speaker “{found.speaker}”" in card.inner_text()
    # One key takes it back.
    page.wait_for_selector("[data-statement]:focus")
    page.keyboard.press("u")
    page.wait_for_selector(f"#{found.statement.id} .machine", state="detached")
    assert again(desk, found.statement.id).statement == found.statement


def test_a_span_is_corrected_word_by_word(desk: Desk, page: "Page") -> None:
    found = holm(desk)
    open_at(page, found)
    page.keyboard.press("e")
    # The first word of the statement is chosen; three more.
    for _ in range(3):
        page.keyboard.press("Shift+ArrowRight")
    chosen = page.evaluate("document.getSelection().toString()")
    assert len(chosen.split()) == 4
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#{found.statement.id} .machine")
    now = again(desk, found.statement.id)
    assert " ".join(now.source.split()) == " ".join(chosen.split())
    assert now.machine is not None
    assert now.machine.source == "she"
    # The text is marked anew, and these words have one role.
    marked = page.locator(f".r.source[data-of~='{found.statement.id}']").all_inner_texts()
    assert " ".join("".join(marked).split()) == " ".join(chosen.split())


def test_a_span_is_corrected_with_the_mouse(desk: Desk, page: "Page") -> None:
    found = holm(desk)
    open_at(page, found)
    card = page.locator(f"#{found.statement.id}")
    card.locator("summary").click()
    cue = page.locator(f".r.cue[data-of~='{found.statement.id}']").first
    box = cue.bounding_box()
    assert box
    page.mouse.dblclick(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    chosen = page.evaluate("document.getSelection().toString()").strip()
    assert chosen
    card.locator("[data-take=source]").click()
    assert card.locator("[name=source]").input_value() == chosen
    card.get_by_role("button", name="Save").click()
    page.wait_for_selector(f"#{found.statement.id} .machine")
    assert again(desk, found.statement.id).source == chosen


def test_words_that_are_not_there_are_refused(desk: Desk, page: "Page") -> None:
    found = holm(desk)
    open_at(page, found)
    card = page.locator(f"#{found.statement.id}")
    card.locator("summary").click()
    card.locator("[name=source]").fill("words that nobody wrote")
    card.get_by_role("button", name="Save").click()
    page.wait_for_selector("#told:has-text('do not stand in the document')")
    assert again(desk, found.statement.id).machine is None


def test_escape_leaves_everything_as_it_was(desk: Desk, page: "Page") -> None:
    found = holm(desk)
    open_at(page, found)
    for key in ("e", "ArrowRight", "2", "Escape", "j"):
        page.keyboard.press(key)
    assert again(desk, found.statement.id).at == found.at
