"""Events on 22 annotated passages of a public report, and payments and legal events on sentences of our own.

Rules were written on the passages at even places and on 27 further ones marked for Sayso (in
training/event-passages.jsonl), and the linear model is fitted on these; the figures that count are those of the odd
ones. The measure is the corpus's own `score.py`.
"""

import importlib.util
import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import TypeAlias, TypedDict

from benchmarks.table import ROOT, SHARED, rows, write
from sayso.find import find
from sayso.find.attribution.learned import Learned
from sayso.find.parse import Parser
from sayso.model.document import Document, Metadata, Sureness, Text
from sayso.model.event import Event
from sayso.model.findings import Findings, document_id
from sayso.model.when import When

OWN = ROOT / "benchmarks" / "sets" / "legal-payment.jsonl"
DEALINGS = ("legal", "payment")


class Marked(TypedDict):
    """An event as it is marked and as `score.py` reads it; spans are code points."""

    kind: str
    trigger: list[int]
    participants: list[str]
    date: str | None
    status: str
    according_to: list[str]
    evidence: list[int]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with its events; `part` is empty, `report` or `develop`."""

    id: str
    published: str | None
    text: str
    events: Sequence[Marked]
    part: str = ""

    def document(self) -> Document:
        """The passage as a document of its own."""
        data = self.text.encode()
        published = When.parse(self.published) if self.published else None
        known = Metadata(published=published, published_sure=Sureness.PERSON, language="en")
        return Document(
            document_id(data), f"{self.id}.txt", sha256(data).hexdigest(), "text/plain", known, Text(self.text)
        )


Shares: TypeAlias = Mapping[str, float]


def passages(path: Path) -> list[Passage]:
    """The passages of a file of JSON lines, in order."""
    held = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [Passage(p["id"], p["published"], p["text"], p.get("events", ()), p.get("part", "")) for p in held]


def scorer() -> ModuleType:
    """The corpus's measure."""
    spec = importlib.util.spec_from_file_location("event_score", SHARED / "events" / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SHARED / "events" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def marked(event: Event) -> Marked:
    """An event as `score.py` reads it."""
    return Marked(
        kind=event.kind.value,
        trigger=[event.trigger.start, event.trigger.end],
        participants=list(event.participants),
        date=event.date.edtf if event.date else None,
        status=event.status.value,
        according_to=list(event.according_to),
        evidence=[event.evidence.start, event.evidence.end],
    )


def shares(held: Sequence[Passage], found: Mapping[str, Findings], only: Sequence[str] = ()) -> Shares:
    """What `score.py` measures on passages; of the events of the kinds `only`, if any are named."""
    gold = {p.id: {"events": p.events} for p in held}
    ours = {p.id: {"events": [marked(e) for e in found[p.id].events if not only or e.kind in only]} for p in held}
    measured: Shares = scorer().score(gold, ours)
    return measured


def main() -> None:
    """Measure and write docs/measured/events.md."""
    report, own = passages(SHARED / "events" / "dev.jsonl"), passages(OWN)
    parser, learned = Parser(), Learned.shipped()
    started = time.process_time()
    found = {p.id: find(p.document(), parser, learned) for p in (*report, *own)}
    took = time.process_time() - started
    columns = {
        "report, odd places": shares(report[1::2], found),
        "report, even places (learned on)": shares(report[0::2], found),
        "own sentences, `report`": shares([p for p in own if p.part == "report"], found, DEALINGS),
        "own sentences, `develop`": shares([p for p in own if p.part == "develop"], found, DEALINGS),
    }
    names = list(columns["report, odd places"])
    body = [[name, *(_figure(shown[name]) for shown in columns.values())] for name in names]
    lines = [
        "Contacts and travel on 22 passages of a public report, payments and legal events on 120 invented sentences",
        "that were marked before the finder knew these kinds (there, other kinds are left out). The measure, the",
        "corpus's own: an event is matched if kind family, evidence and participants overlap; the other lines are",
        "shares of the matched events.",
        "",
        *rows(["", *columns], body),
        "",
        f"Reading all of it, from parse to events, took {took:.0f} s of CPU time.",
    ]
    write("events", "Events", lines)


def _figure(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.3f}"


if __name__ == "__main__":
    main()
