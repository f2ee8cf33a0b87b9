"""Task: undo an hour's work step by step, whatever it was."""

from typing import TYPE_CHECKING

from sayso.casebook import StoredStatement
from tests.web.browser.conftest import Desk

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_an_hour_of_work_is_undone_step_by_step(desk: Desk, page: "Page") -> None:
    with desk.opened() as book:
        [row] = book.documents("doc:sentinel-alarm")
        first, second = [s.statement.id for s in book.statements_in(row.id)][:2]
        one, other = [p.person.id for p in book.people("kind:person", limit=2)]
        claim = next(book.claims("repeated:yes")).claim.id
        people = book.count("people")
    with desk.opened(by="Ana") as book:
        book.judging.confirm(first)
        book.merge(one, other)
        book.ledger.hold(claim)
        book.judging.correct(second, "act", "deny")
    with desk.opened(by="Bo") as book:
        book.judging.hold(first)
    page.goto("/documents")
    # Each step shows the place of what it took back; the key works on every page.
    for place, taken in (
        ("/documents/", "a correction"),
        ("/claims/", "it can't be told yet"),
        ("/people/", "they are one"),
        ("/documents/", "it is right"),
    ):
        page.keyboard.press("u")
        page.wait_for_url(f"**{place}**")
        page.wait_for_selector(f'#told:has-text("Taken back: {taken}")')
    page.keyboard.press("u")
    page.wait_for_selector("#told:has-text('nothing of yours')")
    with desk.opened() as book:
        assert book.count("people") == people
        items = [item for item in map(book.item, (first, second)) if isinstance(item, StoredStatement)]
        assert [item.at.state for item in items] == ["suggested", "suggested"]
        assert first in book.judging.held()  # what Bo decided stands
        assert [row.action for row in book.log(4)] == ["undone"] * 4


def test_it_works_without_a_key_too(desk: Desk, page: "Page") -> None:
    with desk.opened(by="Ana") as book:
        found = next(book.statements())
        book.judging.confirm(found.statement.id)
    page.goto("/people")
    page.get_by_role("button", name="Undo my last decision").click()
    page.wait_for_url("**/documents/**")
    with desk.opened() as book:
        item = book.item(found.statement.id)
        assert isinstance(item, StoredStatement)
        assert item.at.state == "suggested"
