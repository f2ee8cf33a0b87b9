"""Two windows and the command line at once lose nothing, and say so when they collide."""

import os
import subprocess
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from sayso.casebook import StoredStatement
from tests.web.browser.conftest import Desk

if TYPE_CHECKING:
    from playwright.sync_api import Page


def command(desk: Desk, *words: str) -> str:
    """What the command line says, typed by somebody else meanwhile."""
    typed = [sys.executable, "-m", "sayso", *words, "--case", str(desk.case), "--as", "Cleo"]
    done = subprocess.run(typed, capture_output=True, text=True, env={**os.environ, "COLUMNS": "200"})
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_two_windows_and_the_command_line(desk: Desk, browse: "Callable[[Desk], Page]") -> None:
    with desk.opened() as book:
        [row] = book.documents("doc:sentinel-alarm")
        ids = [s.statement.id for s in book.statements_in(row.id)][:4]
    one, other = browse(desk), browse(desk)
    for window in (one, other):
        window.goto(f"/documents/{row.id}")
    # The first window confirms; the second, loaded before, says it is wrong: refused, with both shown.
    one.locator(f"#{ids[0]}").get_by_role("button", name="Right").click()
    one.wait_for_selector(f"#{ids[0]} .state.confirmed")
    one.wait_for_selector(".sending", state="detached")
    other.locator(f"#{ids[0]}").get_by_role("button", name="Wrong").click()
    other.wait_for_selector(f"#{ids[0]} .problem")
    assert "confirmed by Ana, and was to be rejected" in other.locator(f"#{ids[0]} .problem").inner_text()
    assert other.locator(f"#{ids[0]} .state").inner_text().endswith("confirmed")
    # Somebody at the command line is faster than both.
    command(desk, "review", "statements", "--reject", ids[1])
    one.locator(f"#{ids[1]}").get_by_role("button", name="Right").click()
    one.wait_for_selector(f"#{ids[1]} .problem")
    assert "rejected by Cleo" in one.locator(f"#{ids[1]} .problem").inner_text()
    # What does not collide goes through from everywhere.
    other.locator(f"#{ids[2]}").get_by_role("button", name="Right").click()
    command(desk, "review", "statements", "--confirm", ids[3])
    other.wait_for_selector(".sending", state="detached")
    with desk.opened() as book:
        states = [item.at.state for item in map(book.item, ids) if isinstance(item, StoredStatement)]
        assert states == ["confirmed", "rejected", "confirmed", "confirmed"]
        assert book.verify_log() is None
        assert len(list(book.log(4))) == 4


def test_a_claim_that_changed_is_not_decided_about(desk: Desk, browse: "Callable[[Desk], Page]") -> None:
    with desk.opened() as book:
        claim = next(c.claim.id for c in book.claims("repeated:yes") if 2 < len(c.positions) < 8)
    one, other = browse(desk), browse(desk)
    for window in (one, other):
        window.goto(f"/claims/{claim}")
    passage = one.locator(".positions [data-item]").first
    passage.locator("summary").click()
    passage.locator("select").select_option("reports")
    passage.get_by_role("button", name="Set").click()
    one.wait_for_selector("text=Last: a stance")
    other.get_by_role("button", name="The claim is right as it is").click()
    other.wait_for_selector("text=Somebody has decided about this claim")
    with desk.opened() as book:
        assert len(book.ledger.decisions()) == 1
