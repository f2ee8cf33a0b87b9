"""Redactions and footnotes in PDFs: what is found of what is known to be there. `python -m benchmarks.redactions`."""

import json
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.table import SHARED, rows, write
from sayso.model.document import Box, Mark, MarkKind, Text
from sayso.model.redaction import Region, redacted_share, regions
from sayso.read.pdf import read_pdf
from sayso.read.reading import Reading

RECOVERABLE = {"rectangles_yes.pdf": 64, "bad_cross_hatched_redactions.pdf": 639}
"""characters under the marks, as the corpus states; nothing is recoverable in its other files"""
NOTES = 1283
SHEETS = 116
BARS = 786
"""drawn bars, as the corpus counts them"""
MARKED = Path(__file__).parent / "sets" / "redaction-boxes.jsonl"
LEAST_OVERLAP = 0.5


def main() -> None:
    """Measure and write docs/measured/redactions.md."""
    write(
        "redactions",
        "Redactions and footnotes in PDFs",
        [
            "Test files of Free Law Project's x-ray: characters that can be read under redactions.",
            "",
            *_xray(),
            "",
            "Volume I of the Mueller report, 189 sheets. A bar is what is blacked out on one line; a passage is",
            "the bars of one paragraph or note that touch, with no word between. Passages are compared with those that",
            "were marked by hand on 20 sheets (`benchmarks/sets/redaction-boxes.jsonl`, drawn with a seed from the odd",
            "sheets and marked before anything was measured): one to one, by boxes whose intersection is at least half",
            "of their union. The bars of the even sheets are counted but not compared.",
            "",
            *_report(),
        ],
    )


def _read(path: str) -> tuple[Reading, float]:
    data = (SHARED / path).read_bytes()
    start = time.process_time()
    reading = read_pdf(data)
    return reading, time.process_time() - start


def _redactions(text: Text) -> list[Mark]:
    return [m for m in text.marks if m.kind is MarkKind.REDACTION]


def _xray() -> list[str]:
    body = []
    for path in sorted((SHARED / "redactions").glob("*.pdf")):
        reading, _ = _read(f"redactions/{path.name}")
        assert reading.text
        marks = _redactions(reading.text)
        found = [m for m in marks if m.recoverable]
        expected, hidden = RECOVERABLE.get(path.name, 0), sum(len(r.words) for r in reading.recovered)
        passed = abs(hidden - expected) <= 0.05 * expected
        well_made = len(marks) - len(found)
        body.append((path.name, str(expected), str(hidden), str(len(found)), str(well_made), "yes" if passed else "no"))
    head = ("file", "characters known", "characters found", "recoverable marks", "other marks", "passed (within 5 %)")
    return rows(head, body)


def _report() -> list[str]:
    reading, seconds = _read("mueller/vol1.pdf")
    text = reading.text
    assert text
    drawn = [m for m in _redactions(text) if m.note.startswith("drawn bar")]
    sheets = {m.page for m in drawn if m.page}
    odd = {sheet for sheet in sheets if sheet % 2}
    known = set(json.loads((SHARED / "mueller" / "odd-sheets.json").read_text())["with_redactions"])
    right = len(odd & known)
    notes = [m for m in text.marks if m.kind is MarkKind.FOOTNOTE]
    numbers = {int(m.note) for m in notes if m.note.isdigit()} & set(range(1, NOTES + 1))
    assert text.layout
    passages = [r for r in regions(text) if r.marks[0] in drawn]
    paired, found, marked = _paired(passages)
    return rows(
        ("measure", "value"),
        [
            ("odd sheets with bars, precision", f"{right}/{len(odd)} = {right / len(odd):.3f}"),
            ("odd sheets with bars, recall", f"{right}/{len(known)} = {right / len(known):.3f}"),
            ("sheets with bars, of those known", f"{len(sheets)}/{SHEETS}"),
            ("bars", str(len(drawn))),
            ("passages", str(len(passages))),
            (f"passages beside the {BARS} drawn bars counted by others", f"{len(passages) / BARS - 1:+.1%}"),
            ("passages on 20 sheets, precision", f"{paired}/{found} = {paired / found:.3f}"),
            ("passages on 20 sheets, recall", f"{paired}/{marked} = {paired / marked:.3f}"),
            ("blacked out, of the area that words and bars take", f"{redacted_share(text) or 0:.1%}"),
            ("bars with readable text under them (known: none)", str(sum(m.recoverable for m in _redactions(text)))),
            ("typed marks", str(sum(m.note.startswith("typed") for m in _redactions(text)))),
            ("footnotes found", f"{len(numbers)}/{NOTES} = {len(numbers) / NOTES:.3f}"),
            ("footnotes linked with their number in the text", f"{sum(m.target is not None for m in notes)}/{NOTES}"),
            ("footnotes found that are none", str(len(notes) - len(numbers))),
            ("words with a place", str(len(text.layout.words))),
            ("processor time", f"{seconds:.1f} s"),
        ],
    )


def _paired(passages: Sequence[Region]) -> tuple[int, int, int]:
    """How many passages pair with one marked by hand, how many were found and how many marked on these sheets."""
    marked: dict[int, list[Box]] = {}
    for line in MARKED.read_text().splitlines():
        told = json.loads(line)
        marked.setdefault(told["sheet"], []).append(Box(*told["box"]))
    paired = found = 0
    for sheet, boxes in marked.items():
        here = [r.box for r in passages if r.page == sheet and r.box]
        pairs = sorted(((_overlap(a, b), i, j) for i, a in enumerate(here) for j, b in enumerate(boxes)), reverse=True)
        taken: set[tuple[str, int]] = set()
        for overlap, i, j in pairs:
            if overlap >= LEAST_OVERLAP and not taken & {("found", i), ("marked", j)}:
                taken |= {("found", i), ("marked", j)}
                paired += 1
        found += len(here)
    return paired, found, sum(map(len, marked.values()))


def _overlap(a: Box, b: Box) -> float:
    """Intersection over union."""
    width, height = min(a.x1, b.x1) - max(a.x0, b.x0), min(a.y1, b.y1) - max(a.y0, b.y0)
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / (_area(a) + _area(b) - width * height)


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.y1 - box.y0)


if __name__ == "__main__":
    main()
