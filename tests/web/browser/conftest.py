"""The desk over a copy of the demo case, and a real browser in front of it.

Nothing is downloaded: the browser is the system's Chromium. Where it or Playwright is missing, these tests are skipped.
A test fails if a page of the desk asks another host, runs into an error, or breaks its own content policy.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sayso import casebook
from sayso.casebook import Case
from sayso.demo_case import documents
from sayso.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Request, Response

_FLAGS = (
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_PATIENCE = 45_000
"""Milliseconds that a page may take on a busy machine."""
_MAKING = 300
"""Seconds that another worker may take to read the demo case."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk that runs: its case, and the address that lets a browser in."""

    case: Path
    key: str

    @property
    def address(self) -> str:
        """Without the key."""
        return self.key.split("/?", 1)[0]

    def opened(self, by: str = "Bo") -> Case:
        """The same case, as the command line opens it."""
        return casebook.open(self.case, Settings(workers=1, signer=by))


@pytest.fixture(scope="session")
def chromium() -> "Iterator[Browser]":
    """One browser for all tests; each page has cookies of its own."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="Playwright is not installed: the desk was not tried in a browser"
    )
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("Chromium is not installed: the desk was not tried in a browser")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=path, args=list(_FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def demo_case(tmp_path_factory: pytest.TempPathFactory, chromium: "Browser") -> Path:
    """The demo case, read once, whatever the number of processes that run tests."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own
    made, being_made = shared / "demo-case.sayso", shared / "demo-case.lock"
    try:
        being_made.touch(exist_ok=False)
    except FileExistsError:
        for _ in range(_MAKING * 10):
            if made.exists():
                return made
            time.sleep(0.1)
        pytest.fail("another process did not finish the demo case")
    with casebook.open(shared / "demo-case.made", Settings(workers=1), create=True) as case:
        case.add([str(documents()[0].parent)])
    return (shared / "demo-case.made").rename(made)


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], Desk]]:
    """Starts a desk over a case, in a process beside this one."""
    command = [sys.executable, "-m", "tests.web.browser.serving"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        asked, answers = process.stdin, process.stdout

        def started(case: Path) -> Desk:
            asked.write(f"{case}\n")
            asked.flush()
            return Desk(case, answers.readline().strip())

        yield started
        asked.close()
        process.wait(60)


@pytest.fixture
def desk(serve: Callable[[Path], Desk], demo_case: Path, tmp_path: Path) -> Desk:
    """A desk over a copy of the demo case, which the test may change."""
    return serve(Path(shutil.copy(demo_case, tmp_path / "demo.sayso")))


@pytest.fixture
def browse(chromium: "Browser") -> "Iterator[Callable[[Desk], Page]]":
    """Opens a window of its own (cookies, memory) at a desk; looks at the end whether all went well in it."""
    wrong: list[str] = []
    windows: list[BrowserContext] = []

    def opened(desk: Desk) -> "Page":
        def console(message: "ConsoleMessage") -> None:
            if message.type == "error" and "status of 4" not in message.text:
                wrong.append(f"{message.text} ({message.location.get('url')})")

        def asked(request: "Request") -> None:
            if not request.url.startswith((desk.address, "data:", "blob:")):
                wrong.append(f"asked {request.url}")

        def spoke(dialog: "Dialog") -> None:
            wrong.append(f"a dialog: {dialog.message}")
            dialog.dismiss()

        def answered(response: "Response") -> None:
            if response.status >= 500:
                wrong.append(f"{response.status} at {response.url}")

        windows.append(
            chromium.new_context(viewport={"width": 1280, "height": 900}, base_url=desk.address, locale="en-GB")
        )
        page = windows[-1].new_page()
        page.set_default_timeout(_PATIENCE)
        page.on("console", console)
        page.on("request", asked)
        page.on("response", answered)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("dialog", spoke)
        page.goto(desk.key)
        return page

    yield opened
    for window in windows:
        window.close()
    assert not wrong


@pytest.fixture
def page(desk: Desk, browse: "Callable[[Desk], Page]") -> "Page":
    """A window at the desk."""
    return browse(desk)
