"""Events in 20 news articles drawn at random, marked by reading them: what is right, what is wrong, what was missed.

`sets/events-news.jsonl` holds the marks and no word of the articles: the article's id, the offsets of the trigger, a
digest of the event as it was found, `right` or `wrong` with a word why, or `missed`. Right and missed ones have the
number of the happening in the article, so that recall counts happenings. An event that has changed since it was
marked is unread: it counts for nothing, and the table says how many there are.
"""

import json
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from benchmarks.table import ROOT, SHARED, rows, write
from sayso.find import find
from sayso.find.attribution.learned import Learned
from sayso.find.parse import Parser
from sayso.model.document import Document, Metadata, Sureness, Text
from sayso.model.event import Event
from sayso.model.findings import Findings, document_id
from sayso.model.when import When

CORPUS = SHARED / "attribution" / "train.jsonl"
MARKS = ROOT / "benchmarks" / "sets" / "events-news.jsonl"
PAGE = ROOT / "build" / "events-news.md"
SEED, SAMPLE = 7, 20


@dataclass(frozen=True, slots=True)
class Mark:
    """What a reader says of an event: of a found one (by its digest), or of one that was missed (`event` empty)."""

    article: str
    trigger: tuple[int, int]
    event: str
    mark: str
    happening: int | None
    why: str


def articles() -> Mapping[str, str]:
    """The articles that were drawn: id → text."""
    held = {d["id"]: d["text"] for d in map(json.loads, CORPUS.read_text(encoding="utf-8").splitlines())}
    return {id: held[id] for id in random.Random(SEED).sample(sorted(held), SAMPLE)}


def marks() -> Sequence[Mark]:
    """All marks, in the order of the file."""
    lines = MARKS.read_text(encoding="utf-8").splitlines() if MARKS.exists() else []
    return [
        Mark(d["article"], (d["trigger"][0], d["trigger"][1]), d["event"], d["mark"], d["happening"], d["why"])
        for d in map(json.loads, lines)
    ]


def document(id: str, text: str) -> Document:
    """An article as it lies in a case; its id holds the day of its publication."""
    data = text.encode()
    known = Metadata(published=When.parse(id.split("_")[1]), published_sure=Sureness.PERSON, language="en")
    return Document(document_id(data), f"{id}.txt", sha256(data).hexdigest(), "text/plain", known, Text(text))


def digest(event: Event) -> str:
    """What a reader judged: where, which kind, who, and whether it happened."""
    parts = (event.kind.value, event.status.value, str(event.trigger.start), str(event.trigger.end))
    return sha256("\n".join((*parts, *sorted(event.participants))).encode()).hexdigest()[:10]


def main() -> None:
    """Measure, write docs/measured/events-news.md, and the page for reading into build/."""
    held = articles()
    parser, learned = Parser(), Learned.shipped()
    started = time.process_time()
    found = {id: find(document(id, text), parser, learned) for id, text in held.items()}
    took = time.process_time() - started
    said = {(m.article, m.event): m for m in marks() if m.event}
    happenings = {(m.article, m.happening) for m in marks() if m.happening is not None}
    read = [said.get((id, digest(event))) for id, findings in found.items() for event in findings.events]
    right = [m for m in read if m and m.mark == "right"]
    wrong = [m for m in read if m and m.mark == "wrong"]
    reached = {(m.article, m.happening) for m in right}
    strangers = [
        (id, name)
        for id, findings in found.items()
        for event in findings.events
        for name in event.participants
        if not all(word in held[id] for word in name.split())
    ]
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text("\n".join(_page(id, held[id], found[id], said) for id in held), encoding="utf-8")
    body = [
        ["events found", str(len(read))],
        ["right (kind, participants and status all defensible)", str(len(right))],
        ["wrong", str(len(wrong))],
        ["unread, since they changed", str(sum(m is None for m in read))],
        ["happenings that the articles tell", str(len(happenings))],
        ["precision of those read", _share(len(right), len(right) + len(wrong))],
        ["recall", _share(len(reached), len(happenings))],
        ["participants that are not in the text", str(len(strangers))],
    ]
    lines = [
        f"{SAMPLE} articles of the training part of an attribution corpus, drawn with seed {SEED}; every event that",
        "was found was marked by one reader, and every one that the guide of the events asks for and that was missed.",
        "",
        *rows(["", ""], body),
        "",
        f"Reading them, from parse to events, took {took:.0f} s of CPU time.",
    ]
    write("events-news", "Events in the news", lines)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "none read"


def _page(id: str, text: str, findings: Findings, said: Mapping[tuple[str, str], Mark]) -> str:
    """An article with its events, to be read beside each other."""
    lines = [f"# {id}", "", text, "", "## Found", ""]
    for event in findings.events:
        known = said.get((id, digest(event)))
        lines += [
            f"- {digest(event)} [{event.trigger.start}, {event.trigger.end}] **{event.kind.value}** "
            f"“{event.trigger.of(text)}”: {'; '.join(event.participants)} · {event.status.value} · "
            f"{event.date or 'no date'} · {event.place or 'no place'} · on the word of "
            f"{' › '.join(event.according_to) or 'the text'} · {event.confidence:.2f}",
            f"  {' '.join(event.evidence.of(text).split())}",
            f"  {known.mark}: {known.why}" if known else "  unread",
        ]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    main()
