"""The network: opened, walked and read by keys; narrowed by time; legible."""

from typing import TYPE_CHECKING

from tests.web.browser.test_contacts import OVERLAPS

if TYPE_CHECKING:
    from playwright.sync_api import Page

_READY = ".network-drawing .node"


def test_a_tie_is_read_by_keys(page: "Page") -> None:
    page.goto("/network")
    page.wait_for_selector(_READY)
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.textContent")
    assert "voices" in first
    page.keyboard.press("Enter")
    events = page.locator(".tie-events")
    assert "independent voice" in events.inner_text()
    # The first event's link has the focus, or the way to the chronology does.
    assert page.evaluate("document.activeElement.closest('.tie-events') !== null")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent") == first
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent") != first


def test_people_are_walked_by_arrows_and_their_words_opened(page: "Page") -> None:
    page.goto("/network")
    page.wait_for_selector(_READY)
    page.locator(".network-frame").focus()
    page.keyboard.press("ArrowRight")
    heading = page.locator(".network-panel h2")
    assert "contacts of" in heading.inner_text()
    one = heading.inner_text()
    page.keyboard.press("ArrowRight")
    assert heading.inner_text() != one
    page.keyboard.press("ArrowDown")
    page.locator(".tie-events .words a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/d*")


def test_time_narrows_it_down(page: "Page") -> None:
    page.goto("/network")
    page.wait_for_selector(_READY)
    ties = page.locator(".ties button")
    every = ties.count()
    page.get_by_label("and without a date").uncheck()
    until = page.get_by_role("slider", name="Until")
    until.focus()
    page.keyboard.press("Home")
    page.wait_for_function("(every) => document.querySelectorAll('.ties button').length < every", arg=every)
    page.get_by_role("slider", name="From").focus()
    assert page.get_by_role("slider", name="From").get_attribute("aria-valuetext") == until.get_attribute(
        "aria-valuetext"
    )


def test_the_drawing_is_the_same_each_time_and_no_name_covers_another(page: "Page") -> None:
    seen = []
    for _ in range(2):
        page.goto("/network")
        page.wait_for_selector(_READY)
        page.wait_for_timeout(300)
        seen.append(
            page.locator(_READY).evaluate_all("(all) => all.map((c) => [c.getAttribute('cx'), c.getAttribute('cy')])")
        )
        assert page.evaluate(OVERLAPS, ".network-drawing .name:not(.gone)") == []
    assert seen[0] == seen[1]


def test_a_tie_is_chosen_with_the_mouse(page: "Page") -> None:
    page.goto("/network")
    page.wait_for_selector(_READY)
    page.wait_for_timeout(300)
    page.locator(_READY).first.click(force=True)
    assert "contacts of" in page.locator(".network-panel h2").inner_text()
