"""Task: confirm 20 statements by keyboard in a row."""

from typing import TYPE_CHECKING

from tests.web.browser.conftest import Desk

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_twenty_statements_are_confirmed_in_a_row(desk: Desk, page: "Page") -> None:
    with desk.opened() as book:
        [row] = book.documents("doc:sentinel-alarm")
        before = [s.statement.id for s in book.statements_in(row.id)]
    assert len(before) > 20
    page.goto(f"/documents/{row.id}")
    page.keyboard.press("j")
    for _ in range(20):
        page.keyboard.press("y")  # goes on to the next by itself
    page.wait_for_selector(".sending", state="detached")
    assert page.locator(".statement .state.confirmed").count() == 20
    with desk.opened() as book:
        confirmed = [s for s in book.statements_in(row.id) if s.at.state == "confirmed"]
        assert len(confirmed) == 20
        assert {row.by for row in book.log(20)} == {"Ana"}


def test_other_keys_decide_and_go(desk: Desk, page: "Page") -> None:
    with desk.opened() as book:
        [row] = book.documents("doc:sentinel-alarm")
        ids = [s.statement.id for s in book.statements_in(row.id)]
    page.goto(f"/documents/{row.id}")
    focused = "document.activeElement.id"
    page.keyboard.press("j")
    first = page.evaluate(focused)
    page.keyboard.press("j")
    second = page.evaluate(focused)
    page.keyboard.press("k")
    assert page.evaluate(focused) == first
    assert {first, second} <= set(ids)
    # What is chosen is marked in the text.
    assert page.locator(f"[data-of~='{first}'].now").count() > 0
    page.keyboard.press("n")
    page.keyboard.press("h")
    page.wait_for_selector(".sending", state="detached")
    assert "rejected" in page.locator(f"#{first} .state").inner_text()
    assert page.locator(f"#{second} .state").inner_text() == "on hold"
    with desk.opened() as book:
        assert second in book.judging.held()


def test_a_key_is_answered_at_once(desk: Desk, page: "Page") -> None:
    """From the key to what is on the screen, on the longest document; the median, for machines are busy."""
    with desk.opened() as book:
        longest = max(book.documents(), key=lambda row: row.statements)
    page.goto(f"/documents/{longest.id}")
    times = page.evaluate(
        """async () => {
          const times = [];
          for (let n = 0; n < 21; n++) {
            const start = performance.now();
            const key = n % 7 ? "j" : "y";
            document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
            document.body.getBoundingClientRect();
            times.push(performance.now() - start);
            await new Promise(requestAnimationFrame);
          }
          return times;
        }"""
    )
    assert sorted(times)[len(times) // 2] < 50
