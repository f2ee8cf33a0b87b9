"""How soon the desk paints and moves in a browser: `python -m benchmarks.desk_browser build/desk.sayso`.

Chromium without a window, over the case of `benchmarks.generate_case`: the first paint of each kind of page,
and how long a step from statement to statement by key takes until it is drawn, in the document as long as a book.
"""

import argparse
import shutil
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from benchmarks.desk import served
from benchmarks.table import rows, write
from sayso import casebook

_TIMES, _STEPS = 5, 60
_FLAGS = ("--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync")
_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
_STEP = """() => new Promise((done) => {
  const began = performance.now();
  document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true, cancelable: true }));
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
})"""


def _paints(page: Page, address: str) -> Sequence[float]:
    """Milliseconds from asking for a page to its first paint, in order."""
    found = []
    for _ in range(_TIMES + 1):
        page.goto(address, wait_until="load")
        # The policy of the pages lets no test wait in them.
        while not (painted := float(page.evaluate(_PAINT))):
            page.wait_for_timeout(20)
        found.append(painted)
    return sorted(found[1:])


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("case", type=Path)
    case = parser.parse_args().case
    with casebook.open(case, write=False) as book:
        long = max(book.documents(), key=lambda row: row.words).id
        claim = next(book.claims()).claim.id
        person = next(book.people()).person.id
    pages = ("/", "/documents", f"/documents/{long}?at=30000", "/claims", f"/claims/{claim}", "/timeline", "/people",
             f"/people/{person}", "/gaps", "/search?q=contract", "/log", "/memo")  # fmt: skip
    body = []
    with served(case) as client, sync_playwright() as started:
        browser = started.chromium.launch(executable_path=shutil.which("chromium"), args=list(_FLAGS))
        context = browser.new_context(base_url=str(client.base_url))
        [cookie] = client.cookies.jar
        context.add_cookies([{"name": cookie.name, "value": cookie.value or "", "url": str(client.base_url)}])
        page = context.new_page()
        for address in pages:
            paints = _paints(page, address)
            body.append([address.replace(long, "ID").replace(claim, "ID").replace(person, "ID"),
                         f"{median(paints):.0f}", f"{paints[-1]:.0f}"])  # fmt: skip
        page.goto(f"/documents/{long}?at=30000", wait_until="load")
        steps = sorted(float(page.evaluate(_STEP)) for _ in range(_STEPS))
        browser.close()
    write(
        "desk-browser",
        "How soon the desk paints and moves in a browser",
        [
            f"Chromium without a window, over the case of [desk.md](desk.md). First paint of {_TIMES} visits each:",
            "",
            *rows(["page", "median ms", "slowest ms"], body),
            "",
            f"From a key (`j`) to the next statement drawn, {_STEPS} steps in the document as long as a book: median "
            f"{median(steps):.0f} ms, 95th percentile {steps[int(0.95 * _STEPS)]:.0f} ms, slowest {steps[-1]:.0f} ms.",
        ],
    )


if __name__ == "__main__":
    main()
