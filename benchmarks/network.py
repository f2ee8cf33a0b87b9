"""How fluid the network of contacts is in a real browser, with as many people as are drawn at most.

`python -m benchmarks.network` needs Playwright and the system's Chromium. Times are processor time of the page's main
thread: what else a machine does at the moment does not count.
"""

import random
import shutil
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.table import rows, write
from sayso.model.document import Document, Metadata, Text
from sayso.model.entity import Entity, EntityKind, Mention, MentionKind, Person
from sayso.model.event import Event, EventKind, EventStatus
from sayso.model.findings import Findings, document_id, finding_id
from sayso.model.span import Span
from sayso.model.when import When
from sayso.settings import Settings
from sayso.store.case_file import open_store
from sayso.store.pack import ReadDocument, pack_file

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page

_PEOPLE, _TIES, _FRAMES = 300, 900, 60
_IN_DOCUMENT = 6
_FLAGS = ("--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking")
_FIRST = "Ada Bram Cleo Dario Elin Farid Greta Hanno Iva Joost Kaja Lubo Mira Nils Odile Pavo Quirin Runa Sorin Tilda"
_LAST = (
    "Alder Birk Corvin Dahl Ester Falk Gorm Hale Ivers Jarl Kessel Lund Marsh Noor Oster Pell Quist Renn Sand Toller"
)
_MOVE = """([what, frames]) => new Promise((done) => {
  const drawing = document.querySelector(".network-drawing");
  drawing.parentElement.focus();
  const { left, top, width, height } = drawing.getBoundingClientRect();
  let frame = 0;
  const step = () => {
    if (++frame > frames) return done();
    if (what === "zoom") {
      const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, cancelable: true };
      drawing.dispatchEvent(new WheelEvent("wheel", { deltaY: frame < frames / 2 ? -60 : 60, ...at }));
    } else {
      const slider = document.querySelector("input[type=range]");
      slider.value = String(frame * 10);
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    }
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})"""


def main() -> None:
    """Make a case, open its network, move it, and write down what that took."""
    from playwright.sync_api import sync_playwright

    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        case = Path(folder) / "network.sayso"
        _make(case)
        command = [sys.executable, "-m", "tests.web.browser.serving"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as desk:
            assert desk.stdin
            assert desk.stdout
            desk.stdin.write(f"{case}\n")
            desk.stdin.flush()
            key = desk.stdout.readline().strip()
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(_FLAGS))
            measured = _measure(browser.new_page(viewport={"width": 1280, "height": 1000}), key)
            browser.close()
            desk.stdin.close()
    table = [[name, f"{milliseconds:,.1f} ms"] for name, milliseconds in measured.items()]
    about = f"{_PEOPLE} people, {_TIES} contacts between them, in headless Chromium; processor time of the main thread."
    write("network", "The network of contacts", [about, "", *rows(("what", "time"), table)])


def _measure(page: "Page", key: str) -> Mapping[str, float]:
    page.goto(key)
    seen: CDPSession = page.context.new_cdp_session(page)
    seen.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent() -> float:
        found = {metric["name"]: metric["value"] for metric in seen.send("Performance.getMetrics")["metrics"]}
        return float(found["TaskDuration"]) * 1000

    page.goto(key.split("?")[0] + "network")
    page.wait_for_selector(".network-drawing .node", timeout=120_000)
    made = {"arranging and drawing it, once": spent()}
    for what, name in (("zoom", "a frame while zooming"), ("slide", "a step of the time slider")):
        before = spent()
        page.evaluate(_MOVE, [what, _FRAMES])
        made[name] = (spent() - before) / _FRAMES
    return made


def _make(path: Path) -> None:
    """A case whose documents tell of meetings between people; some know many, most few."""
    chance = random.Random(7)
    names = [f"{first} {last}" for first in _FIRST.split() for last in _LAST.split()]
    chance.shuffle(names)
    ties: set[tuple[int, int]] = set()
    while len(ties) < _TIES:
        one, other = int(chance.random() ** 2.2 * _PEOPLE), int(chance.random() ** 1.3 * _PEOPLE)
        if one != other:
            ties.add((min(one, other), max(one, other)))
    meetings = [tie for tie in sorted(ties) for _ in range(1 + int(chance.random() ** 3 * 8))]
    chance.shuffle(meetings)
    members: dict[str, list[tuple[str, str]]] = {}
    with open_store(path, Settings(), create=True, write=True) as store:
        files = []
        for start in range(0, len(meetings), _IN_DOCUMENT):
            some = [(names[a], names[b]) for a, b in meetings[start : start + _IN_DOCUMENT]]
            read = _document(start, some, chance)
            for entity in read.findings.entities:
                members.setdefault(entity.name, []).append((read.document.id, entity.id))
            name = f"{start}.txt"
            files.append(
                pack_file(
                    path=f"/pile/{name}",
                    name=name,
                    sha256=read.document.sha256,
                    size=len(read.data),
                    modified_ns=0,
                    documents=[read],
                    problems=(),
                    read_with="made up",
                )
            )
        store.record(files, by="benchmark")
        store.set_people(
            Person(f"p{number}", name, EntityKind.PERSON, (), tuple(found), "one name")
            for number, (name, found) in enumerate(members.items())
        )


def _document(number: int, meetings: list[tuple[str, str]], chance: random.Random) -> ReadDocument:
    lines = [f"Report {number}", *(f"{one} met {other} at the weir." for one, other in meetings)]
    text = "\n\n".join(lines)
    data = text.encode()
    id = document_id(data)
    entities = []
    for name in dict.fromkeys(name for pair in meetings for name in pair):
        at = text.index(name)
        span = Span(at, at + len(name))
        entities.append(
            Entity(
                finding_id("e", id, span),
                name,
                EntityKind.PERSON,
                (),
                (Mention(span, MentionKind.NAME, EntityKind.PERSON),),
            )
        )
    events, at = [], 0
    for pair, line in zip(meetings, lines[1:], strict=True):
        at = text.index(line, at)
        evidence = Span(at, at + len(line))
        day = f"{chance.randint(2019, 2023)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        status = chance.choice([EventStatus.OCCURRED] * 8 + [EventStatus.PLANNED])
        made = Event(
            finding_id("v", id, evidence),
            EventKind.MEETING,
            evidence,
            pair,
            When.parse(day),
            None,
            None,
            status,
            (),
            evidence,
            None,
            0.9,
        )
        events.append(made)
        at = evidence.end
    known = Metadata(title=lines[0], publisher=f"Outlet {chance.randint(1, 30)}", published=When.parse("2024"))
    document = Document(id, f"/pile/{number}.txt", sha256(data).hexdigest(), "text/plain", known, Text(text))
    return ReadDocument(document, data, Findings(entities=tuple(entities), events=tuple(events)), "", None)


if __name__ == "__main__":
    main()
