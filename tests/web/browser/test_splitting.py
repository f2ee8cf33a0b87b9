"""Task: split a person wrongly merged."""

from typing import TYPE_CHECKING

from tests.web.browser.conftest import Desk

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_a_person_is_split_and_that_undone(desk: Desk, page: "Page") -> None:
    with desk.opened() as book:
        found = next(p for p in book.people("kind:person") if p.documents > 2)
        before = book.count("people")
    page.goto(f"/people/{found.person.id}")
    page.locator("input[name=member]").first.check()
    page.get_by_role("button", name="Those marked are somebody else").click()
    page.wait_for_load_state()
    with desk.opened() as book:
        assert book.count("people") == before + 1
        assert [made.kind for made in book.decisions()] == ["apart"]
    page.keyboard.press("u")
    page.wait_for_selector("#told:has-text('Taken back: they are two')")
    with desk.opened() as book:
        assert book.count("people") == before
