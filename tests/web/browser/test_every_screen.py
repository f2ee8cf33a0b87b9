"""Every screen: axe-core finds nothing serious or critical, in light and dark; nothing is wider than a phone."""

from typing import TYPE_CHECKING

import pytest

from tests.web.browser.conftest import Desk
from tests.web.browser.screens import screens

if TYPE_CHECKING:
    from playwright.sync_api import Page

_RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")
_DARK = ("desk", "document-mail", "claim", "chronology", "person")
"""Screens whose contrast is measured in the dark as well: all colours are on them."""
_RUN = """async (runOnly) => {
  const found = await axe.run(document, { runOnly, resultTypes: ["violations"] });
  return found.violations.filter((v) => ["serious", "critical"].includes(v.impact))
    .map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).slice(0, 5).join(" | ")}`);
}"""


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    package = pytest.importorskip("axe_playwright_python", reason="axe-core is not installed: access was not looked at")
    from pathlib import Path

    return (Path(package.__path__[0]) / "axe.min.js").read_text(encoding="utf-8")


def test_nothing_keeps_anybody_out(desk: Desk, page: "Page", axe: str) -> None:
    with desk.opened() as book:
        every = screens(book)
    found: dict[str, list[str]] = {}
    for name, address in every.items():
        page.emulate_media(color_scheme="light")
        page.goto(address)
        page.evaluate(axe)
        page.wait_for_load_state()
        problems = page.evaluate(_RUN, _RULES)
        if name in _DARK:
            page.emulate_media(color_scheme="dark")
            problems += [f"dark {p}" for p in page.evaluate(_RUN, ["color-contrast"])]
        if problems:
            found[name] = problems
    assert not found


def test_nothing_is_wider_than_a_phone(desk: Desk, page: "Page") -> None:
    with desk.opened() as book:
        every = screens(book)
    page.set_viewport_size({"width": 420, "height": 800})
    wide: dict[str, list[str]] = {}
    for name, address in every.items():
        page.goto(address)
        if page.evaluate("document.documentElement.scrollWidth") > 420:
            wide[name] = page.evaluate(
                "[...document.querySelectorAll('main *')].filter((e) => e.getBoundingClientRect().right > 420)"
                ".slice(0, 5).map((e) => e.outerHTML.slice(0, 120))"
            )
    assert not wide
