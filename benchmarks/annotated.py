"""The sentences annotated in benchmarks/sets/, and what the program finds in the documents they stand in."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import TypedDict

from benchmarks.draw_sets import DEMO, REPORT
from benchmarks.table import ROOT, SHARED
from sayso.casebook import read
from sayso.model.findings import Findings
from sayso.model.span import Span
from sayso.model.statement import Statement
from sayso.settings import Settings

SETS = ROOT / "benchmarks" / "sets"
WRITTEN = "written"
PARTS = ("report", "develop", WRITTEN, "second")


class Voiced(TypedDict):
    """A statement of a sentence; spans point into the document's text, `inside` is the place of its outer statement in
    the list, `people` says which of `voices` are one person.
    """

    source: list[list[int]]
    cue: list[list[int]]
    content: list[list[int]]
    inside: int | None
    voices: list[str]
    names: list[str | None]
    people: list[int]


class Line(TypedDict, total=False):
    """A line of a set; README.md there says what the fields hold."""

    id: str
    part: str
    document: str
    page: int | None
    start: int
    end: int
    sentence: str
    text: str
    statements: list[Voiced]
    cue: list[int]
    act: str
    factuality: str
    note: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A document as the program reads it, and what it finds there."""

    text: str
    findings: Findings

    def at(self, cue: Sequence[Span]) -> Statement | None:
        """The statement whose cue shares most code points with `cue`; of several the one with the shorter cue."""
        best: tuple[int, int] | None = None
        found = None
        for statement in self.findings.statements:
            own = statement.attribution.cue
            shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in own for b in cue)
            rank = (shared, -sum(map(len, own)))
            if shared and (best is None or rank > best):
                best, found = rank, statement
        return found


def lines(name: str) -> list[Line]:
    """The lines of a set in order."""
    return [json.loads(line) for line in (SETS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def spans(pairs: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    """Pairs of numbers as spans."""
    return tuple(Span(start, end) for start, end in pairs)


def seen(held: Sequence[Line]) -> dict[str, Seen]:
    """What the program finds, by the line's id; raises `ValueError` where a sentence is not where the set has it."""
    own = [line for line in held if line["document"] == WRITTEN]
    documents = _read([SHARED / "mueller" / REPORT, DEMO])
    with TemporaryDirectory() as folder:
        for line in own:
            (Path(folder) / f"{line['id']}.txt").write_text(line["text"], encoding="utf-8")
        written = _read([Path(folder)]) if own else {}
    found = {
        line["id"]: written[f"{line['id']}.txt"] if line["document"] == WRITTEN else documents[line["document"]]
        for line in held
    }
    for line in held:
        if found[line["id"]].text[line["start"] : line["end"]] != line["sentence"]:
            raise ValueError(f"{line['id']} is not at {line['start']} of {line['document']}: the reading has changed")
    return found


def _read(paths: Sequence[Path]) -> dict[str, Seen]:
    files = read([str(path) for path in paths], Settings(workers=1))
    return {
        PurePath(part.document.path).name: Seen(part.document.text.characters, part.findings)
        for file in files
        for part in file.documents
    }
