"""Task: find every contact between two people before a date and on whose word; the time axis by keyboard."""

from typing import TYPE_CHECKING

from tests.web.browser.conftest import Desk

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_two_people_before_a_date_by_keyboard(desk: Desk, page: "Page") -> None:
    with desk.opened() as book:
        first, second = (book.person(name).person for name in ("Theodora Holm", "Casimir Dubrow"))
        there = book.timeline_length(f"person:{first.id} person:{second.id} before:2023-03-15")
    assert there
    page.goto("/timeline")
    page.locator("input[name=person]").focus()
    # Three fields and Enter.
    for words, key in (("Theodora Holm", "Tab"), ("Casimir Dubrow", "Tab"), ("", "Tab"), ("2023-03-14", "Enter")):
        page.keyboard.type(words)
        page.keyboard.press(key)
    page.wait_for_url("**until=2023-03-14*")
    summary = page.locator(".summary").inner_text()
    assert f"{there} events" in summary
    assert "independent voices" in summary
    rows = page.locator("[data-event]")
    assert rows.count() == there
    assert all("On the word of" in text for text in rows.all_inner_texts())
    # The words of the first are opened on the page.
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/d*at=*#target")
    page.go_back()
    assert page.locator("input[name=until]").input_value() == "2023-03-14"


def test_names_are_offered(page: "Page") -> None:
    page.goto("/timeline")
    names = page.locator("#names option")
    assert "Theodora Holm" in [name.get_attribute("value") for name in names.all()]


def test_the_axis_is_walked_zoomed_and_left_by_keys(page: "Page") -> None:
    page.goto("/timeline?lanes=person")
    page.wait_for_selector(".axis-drawing .event")
    frame = page.locator(".axis-frame")
    frame.focus()
    page.keyboard.press("ArrowRight")
    first = page.locator(".axis-detail").inner_text()
    page.keyboard.press("ArrowRight")
    second = page.locator(".axis-detail").inner_text()
    assert first != second
    assert "On the word of" in second
    page.keyboard.press("ArrowLeft")
    assert page.locator(".axis-detail").inner_text() == first
    for _ in range(14):
        page.keyboard.press("+")
    hours = "[...document.querySelectorAll('text.tick')].some((t) => /^\\d\\d:\\d\\d$/.test(t.textContent))"
    page.wait_for_function(f"() => {hours}")
    page.keyboard.press("0")
    page.wait_for_function(f"() => !{hours}")
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/d*")


def test_lanes_stay_in_the_address(page: "Page") -> None:
    page.goto("/timeline")
    page.wait_for_selector(".axis-drawing .event")
    page.locator(".axis-bar select").select_option("kind")
    assert "lanes=kind" in page.url
    assert {"meeting", "call"} <= set(page.locator("text.lane").all_text_contents())
    page.reload()
    page.wait_for_selector("text.lane")
    assert page.locator(".axis-bar select").input_value() == "kind"


def test_no_words_of_the_axis_cover_others(page: "Page") -> None:
    for width in (1280, 420):
        page.set_viewport_size({"width": width, "height": 900})
        for lanes in ("none", "person"):
            page.goto(f"/timeline?lanes={lanes}")
            page.wait_for_selector(".axis-drawing .event")
            assert page.evaluate(OVERLAPS, ".axis-drawing .words, .axis-drawing text.tick, .axis-drawing .crowd") == []


OVERLAPS = """(selector) => {
  const boxes = [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility())
    .map((e) => [e.textContent, e.getBoundingClientRect()]);
  const over = [];
  for (const [i, [a, p]] of boxes.entries())
    for (const [b, q] of boxes.slice(i + 1))
      if (p.left + 1 < q.right && q.left + 1 < p.right && p.top + 3 < q.bottom && q.top + 3 < p.bottom)
        over.push(`${a} / ${b}`);
  return over;
}"""
