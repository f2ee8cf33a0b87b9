"""Task: see why two reports count as one origin, and overrule it; and what else can be decided about a claim."""

import re
from typing import TYPE_CHECKING

from sayso.casebook import StoredClaim
from tests.web.browser.conftest import Desk

if TYPE_CHECKING:
    from playwright.sync_api import Page


def copied(desk: Desk) -> StoredClaim:
    """A claim that several outlets repeat from one, few enough to be drawn."""
    with desk.opened() as book:
        return next(
            c
            for c in book.claims("repeated:yes")
            if any(link.relation == "copies" for link in c.claim.links) and len(c.positions) < 8
        )


def weight_of(page: "Page") -> int:
    [number] = re.findall(r"(\d+) independent origin", page.locator("main").inner_text())[:1]
    return int(number)


def test_two_reports_that_count_as_one_are_told_apart(desk: Desk, page: "Page") -> None:
    found = copied(desk)
    page.goto(f"/claims/{found.claim.id}")
    before = weight_of(page)
    # Why: in words, and drawn, with the reason on the arrow.
    assert "words are shared" in page.locator(".origins").inner_text()
    reasons = page.locator(".graph .edge title").all_text_contents()
    assert any("words are shared" in reason for reason in reasons)
    assert page.locator(".graph .node").count() == len(
        {end for link in found.claim.links for end in (link.source, link.target)}
    )
    # By keyboard: to the origin, open what can be decided, say so.
    origins = page.locator(".origins [data-item]")
    page.keyboard.press("j")
    while "words are shared" not in page.locator(":focus").inner_text():
        page.keyboard.press("j")
    page.keyboard.press("o")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Last: two passages have two origins")
    assert origins.count() >= 1
    assert weight_of(page) == before + 1
    # And back.
    page.keyboard.press("u")
    page.wait_for_selector("#told:has-text('Taken back')")
    assert weight_of(page) == before


def test_a_stance_is_set(desk: Desk, page: "Page") -> None:
    found = copied(desk)
    page.goto(f"/claims/{found.claim.id}")
    passage = page.locator(".positions [data-item]").first
    words = passage.locator("blockquote").inner_text()
    passage.locator("summary").click()
    passage.locator("select").select_option("reports")
    passage.get_by_role("button", name="Set").click()
    page.wait_for_selector("text=Last: a stance (reports)")
    moved = page.locator("section", has=page.locator("h2:has-text('Passes it on')"))
    assert words in moved.inner_text()


def test_a_passage_is_split_off_and_joined_again(desk: Desk, page: "Page") -> None:
    found = copied(desk)
    page.goto(f"/claims/{found.claim.id}")
    count = page.locator(".positions > li").count()
    passage = page.locator(".positions [data-item]").last
    passage.locator("summary").click()
    passage.get_by_role("button", name="It is about something else").click()
    page.wait_for_load_state()
    assert page.locator(".positions > li").count() < count
    page.keyboard.press("u")
    page.wait_for_selector("#told:has-text('Taken back')")
    assert page.locator(".positions > li").count() == count


def test_two_claims_are_joined(desk: Desk, page: "Page") -> None:
    with desk.opened() as book:
        first, second = [c.claim for c in book.claims("repeated:yes") if len(c.positions) < 6][:2]
    page.goto(f"/claims/{first.id}?like={second.text.split()[-1]}#join")
    page.fill("#like", " ".join(second.text.split()[:3]))
    page.get_by_role("button", name="Look").click()
    other = page.locator("#join li", has=page.locator(f"a[href='/claims/{second.id}']"))
    other.get_by_role("button", name="It is this claim").click()
    page.wait_for_selector("text=Last: two claims are one")
    text = page.locator("main").inner_text()
    assert " ".join(first.text.split()) in text
    assert " ".join(second.text.split()) in text


def test_passages_are_read_in_their_documents(desk: Desk, page: "Page") -> None:
    found = copied(desk)
    page.goto(f"/claims/{found.claim.id}")
    page.locator(".positions [data-item] blockquote a").first.click()
    page.wait_for_selector(".reading")
    assert "/documents/" in page.url
