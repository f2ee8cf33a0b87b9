"""A document full of markup, scripts and invisible characters runs nothing and breaks no page."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sayso import casebook
from sayso.settings import Settings
from tests.web.browser.conftest import Desk

if TYPE_CHECKING:
    from playwright.sync_api import Page

_LISTS = ("/", "/documents", "/claims?all=1", "/timeline", "/people", "/gaps", "/log", "/search?q=<b>")
_TEXT = """\
The Weir Herald
</title><script>alert(1)</script> Sluice <img src=x onerror=alert(2)> opened
By <svg onload=alert(3)>
March 6, 2031

Tobias "><script>alert(4)</script> Renn said that the \u202esluice was\u202c opened by Greta <b>Halloran</b>.

Greta Halloran denied that the sluice was opened. {{{{ 7*7 }}}} {{% raw %}} </p></div></main></body>

Greta Halloran met Tobias Renn on March 3, 2031, javascript:alert(5) said \u2066Ilse Brandt\u2069.

{long} said Tobias Renn.

The Weir Herald asked \u200f\u202e{zalgo} for comment. \x00\x1b[31m\ufeff
"""


def test_nothing_runs_and_nothing_breaks(
    serve: Callable[[Path], Desk], browse: "Callable[[Desk], Page]", tmp_path: Path
) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    text = _TEXT.format(long="W" * 3000, zalgo="Z" + "\u0335\u0321\u031b" * 40)
    for name in ("a", '<img src=x onerror="alert(6)">'):
        (pile / f"{name}.txt").write_text(text + name, encoding="utf-8")
    case = tmp_path / "hostile.sayso"
    with casebook.open(case, Settings(workers=1), create=True) as book:
        book.add([str(pile)])
        every = [
            *_LISTS,
            *(f"/documents/{row.id}" for row in book.documents()),
            *(f"/claims/{c.claim.id}" for c in book.claims(limit=3)),
            *(f"/people/{p.person.id}" for p in book.people(limit=3)),
        ]
        turned = next(s for s in book.statements() if "sluice" in s.content)
    page = browse(serve(case))
    for address in every:
        page.goto(address)
        # One page of ours, whatever the text opens or closes: the footer is its last part, and as wide as the window.
        assert page.locator("body > footer").count() == 1
        assert page.locator("main script, main img:not([src^='/']), main svg[onload]").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280, address
        assert "\u202e" not in page.content()
        assert page.locator("[onerror], [onload], [onclick]").count() == 0
    # Places in the text are right beside characters that had to be shown as others.
    page.goto(f"/statements/{turned.statement.id}")
    start = turned.statement.attribution.content[0]
    chosen = page.evaluate(
        """async () => {
          const run = document.querySelector(".r.content.now");
          document.getSelection().selectAllChildren(run);
          const { spanOf } = await import("/static/words.js");
          return spanOf(document.querySelector(".reading"), document.getSelection());
        }"""
    )
    assert chosen["start"] == start.start
