"""Dates on GUM's news, interviews and court transcripts, beside dateparser's search, and how fast they are found.

Rules were written on the documents at even places; the figures that count are those of the odd ones.
"""

import json
import logging
import time
import warnings
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from benchmarks.table import SHARED, rows, write
from sayso.find.dates import find_dates
from sayso.find.parse import Parsed, Parser
from sayso.model.span import Span
from sayso.model.when import DateMention, When

Value = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class GoldDate:
    """A date as annotated: `edtf` is `None` where its value is not scored."""

    span: Span
    edtf: str | None
    is_range: bool


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document of the corpus with its dates."""

    published: When
    text: str
    dates: tuple[GoldDate, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over documents: dates, found, with a scored value, right."""

    dates: int
    found: int
    valued: int
    right: int
    spurious: int
    mentions: int

    def row(self, name: str) -> list[str]:
        """A line of the table."""
        return [
            name, str(self.dates), f"{self.found / self.dates:.3f}", f"{self.right}/{self.valued}",
            f"{self.right / self.valued:.3f}", f"{self.spurious}/{self.mentions}",
        ]  # fmt: skip


def documents() -> list[GoldDocument]:
    """Train and dev, in this order."""
    held = []
    for name in ("train", "dev"):
        for line in (SHARED / "gum" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            raw = json.loads(line)
            gold = tuple(_gold(entry) for entry in raw["dates"])
            held.append(GoldDocument(When.parse(raw["published"]), raw["text"], gold))
    return held


def _gold(entry: dict[str, object]) -> GoldDate:
    start, end = entry["span"]  # type: ignore[misc]
    when, first, last = entry.get("when"), entry.get("from"), entry.get("to")
    span = Span(int(start), int(end))  # type: ignore[has-type]
    if isinstance(when, str) and not when.startswith("--"):
        return GoldDate(span, when[:10], False)
    if isinstance(first, str) and isinstance(last, str) and not first.startswith("--"):
        return GoldDate(span, f"{first}/{last}", True)
    return GoldDate(span, None, False)


def paragraphs(text: str) -> list[Span]:
    """The blocks between empty lines."""
    blocks, at = [], 0
    for piece in text.split("\n\n"):
        if piece.strip():
            blocks.append(Span(at, at + len(piece)))
        at += len(piece) + 2
    return blocks


def score(held: Sequence[GoldDocument], predicted: Sequence[Sequence[DateMention]]) -> Score:
    """The measure of the corpus's README: found = overlapped; right = the same EDTF, a range's ends within one unit."""
    found = right = valued = total = spurious = mentions = 0
    for document, guesses in zip(held, predicted, strict=True):
        mentions += len(guesses)
        spurious += sum(not any(g.span.overlaps(d.span) for d in document.dates) for g in guesses)
        for gold in document.dates:
            touching = [g for g in guesses if g.span.overlaps(gold.span)]
            total += 1
            found += bool(touching)
            valued += gold.edtf is not None
            right += gold.edtf is not None and any(_same(gold, g.when) for g in touching)
    return Score(total, found, valued, right, spurious, mentions)


def _same(gold: GoldDate, when: When | None) -> bool:
    if when is None or gold.edtf is None:
        return False
    if not gold.is_range:
        return when.edtf == gold.edtf
    wanted = When.parse(gold.edtf)
    if not (when.earliest and when.latest and wanted.earliest and wanted.latest):
        return False
    unit = timedelta(days=1 if len(gold.edtf) > 15 else 31)
    return abs(when.earliest - wanted.earliest) <= unit and abs(when.latest - wanted.latest) <= unit


def peer(held: Iterable[GoldDocument]) -> list[list[DateMention]]:
    """dateparser's search: its words located in order, its values as days (or months, years where it says so)."""
    from dateparser.search import search_dates

    everything = []
    for document in held:
        base = datetime.combine(document.published.earliest or date.min, datetime.min.time())
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            results = search_dates(document.text, languages=["en"], settings=settings) or []
        guesses, at = [], 0
        for words, moment in results:
            start = document.text.find(words, at)
            if start >= 0:
                at = start + len(words)
                guesses.append(DateMention(Span(start, at), _cut(words, moment)))
        everything.append(guesses)
    return everything


def _cut(words: str, moment: datetime) -> When:
    """dateparser always gives a day; words that are a year or a month alone are cut to that, in its favour."""
    if words.strip().isdigit() and len(words.strip()) == 4:
        return When.parse(f"{moment.year:04}")
    if not any(c.isdigit() for c in words.replace(str(moment.year), "")) and moment.strftime("%B")[:3] in words:
        return When.parse(moment.strftime("%Y-%m"))
    return When.day(moment.date())


def words_a_second(held: Sequence[GoldDocument], parsed: Sequence[Parsed], clock: Callable[[], float]) -> float:
    """Words of all documents over the CPU time of finding, parsing left out; the best of five."""
    words = sum(len(d.text.split()) for d in held)
    best = float("inf")
    for _ in range(5):
        start = clock()
        for document, parse in zip(held, parsed, strict=True):
            find_dates(document.text, parse, document.published)
        best = min(best, clock() - start)
    return words / best


def main() -> None:
    """Measure and write docs/measured/dates.md."""
    logging.getLogger("dateparser").setLevel(logging.ERROR)
    held = documents()
    parser = Parser()
    parsed = [parser.parse(d.text, paragraphs(d.text)) for d in held]
    ours = [find_dates(d.text, p, d.published) for d, p in zip(held, parsed, strict=True)]
    theirs = peer(held)
    table = rows(
        ["finder, documents", "dates", "recall", "values right", "accuracy", "mentions beside gold"],
        [
            score(held[1::2], ours[1::2]).row("Sayso, odd places"),
            score(held[1::2], theirs[1::2]).row("dateparser.search, odd places"),
            score(held[0::2], ours[0::2]).row("Sayso, even places (rules were written on these)"),
            score(held[0::2], theirs[0::2]).row("dateparser.search, even places"),
        ],
    )
    lines = [
        "GUM news, interviews and court transcripts, 46 documents. A date is found if a mention overlaps it; its value",
        "is right if the EDTF is the same (both ends of a range within one unit). `notBefore`, `notAfter` and values",
        "without a year have no scored value. Accuracy is over all dates with a scored value, found or not.",
        "dateparser's values are cut to the year or month that its words name.",
        "",
        *table,
        "",
        f"Speed, after parsing: {words_a_second(held, parsed, time.process_time):,.0f} words a CPU second.",
    ]
    write("dates", "Dates", lines)


if __name__ == "__main__":
    main()
