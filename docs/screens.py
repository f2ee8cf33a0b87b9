"""Takes the pictures of the desk in docs/screens: `python -m docs.screens` (needs Chromium, and what the tests need).

They show the demo case, in which everything is invented, and volume I of the Mueller report (a public record) where the
corpora lie beside the repository. Look at them before you commit them: they are goldens by eye.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sayso import casebook
from sayso.casebook import Case
from sayso.demo_case import documents
from sayso.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_PICTURES = Path(__file__).parent / "screens"
_REPORT = Path(__file__).parents[1].parent / "shared" / "mueller" / "vol1.pdf"
_FLAGS = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"]


def main() -> None:
    """Read the cases, and take the pictures."""
    from playwright.sync_api import sync_playwright

    _PICTURES.mkdir(exist_ok=True)
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    with tempfile.TemporaryDirectory() as held, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        piles = {"demo": documents()[0].parent} | ({"report": _REPORT} if _REPORT.exists() else {})
        for name, pile in piles.items():
            case = Path(held) / f"{name}.sayso"
            with casebook.open(case, Settings(signer="Ana"), create=True) as book:
                book.add([str(pile)])
                shown = _of_demo(book) if name == "demo" else _of_report(book)
            with _served(case) as address:
                _take(browser, address, shown, name)
        browser.close()


def _of_demo(book: Case) -> Mapping[str, str]:
    claim = max(book.claims("repeated:yes"), key=lambda found: (len(found.claim.origins) > 1, found.documents))
    article, pdf, mail = (next(book.documents(f"doc:{kind}")).id for kind in ("sentinel", "inspection", "reply"))
    return {
        "desk": "/",
        "reading": f"/documents/{article}",
        "reading-pdf": f"/documents/{pdf}",
        "reading-mail": f"/documents/{mail}",
        "claims": "/claims",
        "claim": f"/claims/{claim.claim.id}",
        "chronology": "/timeline",
        "network": "/network",
        "people": "/people",
        "person": f"/people/{next(book.people('kind:person')).person.id}",
        "documents": "/documents",
        "gaps": "/gaps",
        "search": "/search?q=chromium",
        "log": "/log",
    }


def _of_report(book: Case) -> Mapping[str, str]:
    [report] = book.documents()
    gap = next(book.gaps("kind:redaction"))
    return {
        "reading": f"/documents/{report.id}?at={gap.gap.span.start}",
        "chronology": "/timeline?person=Kislyak",
        "network": "/network",
        "gaps": "/gaps?q=kind:redaction",
    }


@contextmanager
def _served(case: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "sayso", "serve", "--case", str(case)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own words
        assert process.stdout
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


def _take(browser: "Browser", address: str, shown: Mapping[str, str], case: str) -> None:
    base = address.split("/?", 1)[0]
    pages = {
        "": browser.new_page(viewport={"width": 1280, "height": 860}),
        "-dark": browser.new_page(viewport={"width": 1280, "height": 860}, color_scheme="dark"),
        "-narrow": browser.new_page(viewport={"width": 420, "height": 860}),
    }
    for suffix, page in pages.items():
        page.goto(address)
        for name, where in shown.items():
            if suffix and name not in ("reading", "claim"):
                continue
            page.goto(base + where, wait_until="networkidle")
            page.screenshot(path=_PICTURES / f"{case}-{name}{suffix}.png")
        page.close()


if __name__ == "__main__":
    main()
