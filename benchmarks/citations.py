"""Cited records in the footnotes of a long report: how many are found and read right, and the time that it takes.

A citation is right when one that was found overlaps it and has the same witness (by its words), date and pages.
`python -m benchmarks.citations` measures; with `develop` after it, prints what is wrong in that part of the set.
"""

import json
import random
import re
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypedDict

from benchmarks.table import ROOT, SHARED, rows, write
from sayso.find.blocks import find_blocks
from sayso.find.boilerplate import find_boilerplate
from sayso.find.citations import find_citations
from sayso.model.document import Document, Mark, MarkKind, Metadata, Text
from sayso.model.findings import document_id
from sayso.model.span import Span
from sayso.model.statement import Citation
from sayso.read import read

Row = tuple[str, str | None, str | None, str | None, str | None]

SET = ROOT / "benchmarks" / "sets" / "citations.jsonl"
REPORT = SHARED / "mueller" / "vol1.pdf"
PARTS = {"report": 100, "develop": 40}
_SEED = 7
_MOST = 1 << 26


class Marked(TypedDict):
    """A citation as it was marked; benchmarks/sets/README-citations.md says how."""

    span: list[int]
    words: str
    witness: str | None
    record: str
    date: str | None
    date_text: str | None
    pages: str | None


class Line(TypedDict):
    """A footnote of the set."""

    id: str
    part: str
    document: str
    page: int
    start: int
    end: int
    sentence: str
    drawn: int
    citations: list[Marked]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over the notes of a part; `right` in witness, date and pages; the rest of those found at all."""

    marked: int
    found: int
    met: int
    right: int
    witness: int
    date: int
    pages: int
    record: int
    exact: int

    @property
    def precision(self) -> float:
        """How many of the citations that were found are right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """How many of the marked citations were found and are right."""
        return self.right / self.marked if self.marked else 1.0


def lines(part: str) -> list[Line]:
    """The notes of a part."""
    every: list[Line] = [json.loads(line) for line in SET.read_text(encoding="utf-8").splitlines()]
    return [line for line in every if line["part"] == part]


def notes(text: Text) -> list[Mark]:
    """The footnotes of a text, in order."""
    return sorted((m for m in text.marks if m.kind is MarkKind.FOOTNOTE), key=lambda m: m.span)


def drawn(text: Text) -> dict[str, list[str]]:
    """The numbers of the notes that each part of the set was drawn from, in the order in which they were drawn."""
    order = notes(text)
    random.Random(_SEED).shuffle(order)
    first = PARTS["report"]
    return {
        "report": [m.note for m in order[:first]],
        "develop": [m.note for m in order[first : first + PARTS["develop"]]],
    }


def score(held: Iterable[Line], text: Text, found: Sequence[Citation]) -> Score:
    """Compare what was found in the notes of `held` with what is marked there."""
    by_number = {m.note: m.span for m in notes(text)}
    counts = dict.fromkeys(Score.__dataclass_fields__, 0)
    for line in held:
        note = by_number[line["id"].removeprefix("note-")]
        ours = [c for c in found if note.contains(c.span)]
        counts["marked"] += len(line["citations"])
        counts["found"] += len(ours)
        for marked, span in _placed(line, text.characters, note):
            met = max((c for c in ours if c.span.overlaps(span)), key=lambda c: _shared(c.span, span), default=None)
            if met is None:
                continue
            ours.remove(met)
            same = {
                "witness": _plain(met.witness) == _plain(marked["witness"]),
                "date": (met.date.edtf if met.date else None) == marked["date"],
                "pages": _plain(met.pages) == _plain(marked["pages"]),
            }
            same |= {"right": all(same.values()), "record": met.record == marked["record"], "exact": met.span == span}
            for name, is_same in {**same, "met": True}.items():
                counts[name] += is_same
    return Score(**counts)


def _placed(line: Line, characters: str, note: Span) -> Iterable[tuple[Marked, Span]]:
    """The marked citations with their spans as the note is read now."""
    at = note.start
    for marked in line["citations"]:
        start = characters.find(marked["words"], at, note.end)
        if start < 0:
            raise ValueError(f"{line['id']} is read otherwise than when it was marked: {marked['words']!r}")
        at = start + len(marked["words"])
        yield marked, Span(start, at)


def _shared(a: Span, b: Span) -> int:
    return min(a.end, b.end) - max(a.start, b.start)


def _plain(words: str | None) -> str:
    return re.sub(r"\s+", " ", re.sub(r"[–—]", "-", (words or "").replace("’", "'"))).strip().casefold()


def found_in(text: Text) -> tuple[tuple[Citation, ...], float]:
    """The citations of a text and the seconds of processor time that finding them took."""
    boilerplate = find_boilerplate(text)
    hidden = text.hidden((*boilerplate, *text.marked(MarkKind.FOOTNOTE_MARK)))
    blocks = find_blocks(hidden, text.marked(MarkKind.HEADING, MarkKind.FOOTNOTE))
    document = Document(document_id(b""), REPORT.name, "", "application/pdf", Metadata(), text)
    start = time.process_time()
    return find_citations(document, hidden, blocks), time.process_time() - start


def main() -> None:
    """Measure, or show what is wrong in the part that may be looked at."""
    text = read(REPORT.name, REPORT.read_bytes(), most_bytes=_MOST).text
    if text is None:
        raise SystemExit(f"{REPORT.name} has no text")
    found, seconds = found_in(text)
    if sys.argv[1:] == ["develop"]:
        _show(text, found)
        return
    body = []
    for part in PARTS:
        s = score(lines(part), text, found)
        body.append(
            [part, str(s.marked), str(s.found), f"{s.precision:.3f}", f"{s.recall:.3f}"]
            + [f"{n}/{s.met}" for n in (s.witness, s.date, s.pages, s.record, s.exact)]
        )
    header = ["part", "marked", "found", "precision", "recall", "witness", "date", "pages", "record", "exact span"]
    in_notes = sum(any(n.span.contains(c.span) for n in notes(text)) for c in found)
    write(
        "citations",
        "Cited records",
        [
            "140 footnotes of volume I of the Mueller report, drawn by a seed and marked before the finder was written",
            "(`benchmarks/sets/README-citations.md`). Precision and recall: of citations whose witness, date and pages",
            "are all right. Further columns: of those met at all. Who marked the notes also wrote the finder; the part",
            "`develop` alone was looked at while it was made. Wanted: 0.95.",
            "",
            *rows(header, body),
            "",
            f"In the whole volume {len(found):,} citations are found, {in_notes:,} of them in its {len(notes(text)):,}",
            f"notes, in {seconds:.1f} s of processor time, reading the file and parsing it not counted.",
        ],
    )


def _show(text: Text, found: Sequence[Citation]) -> None:
    by_number = {m.note: m.span for m in notes(text)}
    for line in lines("develop"):
        note = by_number[line["id"].removeprefix("note-")]
        wanted: list[Row] = [(m["words"], m["witness"], m["record"], m["date"], m["pages"]) for m in line["citations"]]
        ours: list[Row] = [
            (c.span.of(text.characters), c.witness, c.record, c.date.edtf if c.date else None, c.pages)
            for c in found
            if note.contains(c.span)
        ]
        for each in wanted:
            if each not in ours:
                print(line["id"], "marked", each)
        for each in ours:
            if each not in wanted:
                print(line["id"], "found ", each)


if __name__ == "__main__":
    main()
