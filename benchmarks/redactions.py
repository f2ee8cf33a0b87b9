"""Redactions and footnotes in PDFs: what is found of what is known to be there. `python -m benchmarks.redactions`."""

import json
import time
from itertools import pairwise

from benchmarks.table import SHARED, rows, write
from sayso.model.document import Mark, MarkKind, Text
from sayso.model.span import Span
from sayso.read.pdf import read_pdf

RECOVERABLE = {"rectangles_yes.pdf": 64, "bad_cross_hatched_redactions.pdf": 639}
"""characters under the marks, as the corpus states; nothing is recoverable in its other files"""
NOTES = 1283
SHEETS = 116


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
            "Volume I of the Mueller report, 189 sheets. A bar is what is blacked out on one line of text; a passage",
            "is a run of bars with no word between. The bars of the even sheets are counted but not compared.",
            "",
            *_report(),
        ],
    )


def _read(path: str) -> tuple[Text, float]:
    data = (SHARED / path).read_bytes()
    start = time.process_time()
    text = read_pdf(data).text
    assert text
    return text, time.process_time() - start


def _redactions(text: Text) -> list[Mark]:
    return [m for m in text.marks if m.kind is MarkKind.REDACTION]


def _xray() -> list[str]:
    body = []
    for path in sorted((SHARED / "redactions").glob("*.pdf")):
        text, _ = _read(f"redactions/{path.name}")
        marks = _redactions(text)
        found = [m for m in marks if m.recoverable]
        expected, hidden = RECOVERABLE.get(path.name, 0), sum(len(m.span) for m in found)
        passed = abs(hidden - expected) <= 0.05 * expected
        well_made = len(marks) - len(found)
        body.append((path.name, str(expected), str(hidden), str(len(found)), str(well_made), "yes" if passed else "no"))
    head = ("file", "characters known", "characters found", "recoverable marks", "other marks", "passed (within 5 %)")
    return rows(head, body)


def _report() -> list[str]:
    text, seconds = _read("mueller/vol1.pdf")
    drawn = [m for m in _redactions(text) if m.note.startswith("drawn bar")]
    sheets = {m.page for m in drawn if m.page}
    odd = {sheet for sheet in sheets if sheet % 2}
    known = set(json.loads((SHARED / "mueller" / "odd-sheets.json").read_text())["with_redactions"])
    right = len(odd & known)
    notes = [m for m in text.marks if m.kind is MarkKind.FOOTNOTE]
    numbers = {int(m.note) for m in notes if m.note.isdigit()} & set(range(1, NOTES + 1))
    assert text.layout
    return rows(
        ("measure", "value"),
        [
            ("odd sheets with bars, precision", f"{right}/{len(odd)} = {right / len(odd):.3f}"),
            ("odd sheets with bars, recall", f"{right}/{len(known)} = {right / len(known):.3f}"),
            ("sheets with bars, of those known", f"{len(sheets)}/{SHEETS}"),
            ("bars", str(len(drawn))),
            ("passages", str(_passages(text, drawn))),
            ("bars with readable text under them (known: none)", str(sum(m.recoverable for m in _redactions(text)))),
            ("marks of typed squares", str(sum(m.note == "typed" for m in _redactions(text)))),
            ("footnotes found", f"{len(numbers)}/{NOTES} = {len(numbers) / NOTES:.3f}"),
            ("footnotes linked with their number in the text", f"{sum(m.target is not None for m in notes)}/{NOTES}"),
            ("footnotes found that are none", str(len(notes) - len(numbers))),
            ("words with a place", str(len(text.layout.words))),
            ("processor time", f"{seconds:.1f} s"),
        ],
    )


def _passages(text: Text, bars: list[Mark]) -> int:
    gaps = (Span(a.span.end, b.span.start).of(text.characters) for a, b in pairwise(bars))
    return 1 + sum(any(not letter.isspace() for letter in gap) or "\n\n" in gap for gap in gaps)


if __name__ == "__main__":
    main()
