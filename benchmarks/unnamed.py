"""Named against unnamed sources: our statements on the validation part of FactAppeal, beside two simple rules."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.table import SHARED, rows, write
from sayso.file_reader import FileReader
from sayso.file_reader import Source as Input
from sayso.find.blocks import find_blocks
from sayso.find.parse import Parser
from sayso.model.span import Span
from sayso.model.statement import Statement
from sayso.settings import Settings
from sayso.survey import FileOnDisk

CORPUS = SHARED / "factappeal"
PART = "val"
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z_]+(?::[A-Za-z_]+)*)>")


@dataclass(frozen=True, slots=True)
class Source:
    """An annotated source: its sentence, its words, whether it is named, and of what kind it is."""

    sentence: str
    span: Span
    named: bool
    kind: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What a system says of an annotated source; `None` where it found no source there."""

    source: Source
    named: bool | None


def sentences(part: str) -> list[tuple[str, tuple[Source, ...]]]:
    """The sentences of a part, each with its sources."""
    with (CORPUS / f"{part}.csv").open(encoding="utf-8", newline="") as file:
        return [(r["sentence"], tuple(_sources(r["sentence"], r["annotation"]))) for r in csv.DictReader(file)]


def _sources(sentence: str, annotation: str) -> Iterator[Source]:
    """The marked sources, at their places in the sentence without its tags."""
    opened: list[tuple[str, int]] = []
    tags = 0
    for match in _TAG.finditer(annotation):
        at = match.start() - tags
        tags += len(match[0])
        if not match["close"]:
            opened.append((match["name"], at))
            continue
        place = max(n for n, (name, _) in enumerate(opened) if name == match["name"])
        name, start = opened.pop(place)
        role, *kinds = name.split(":")
        if role == "Source":
            yield Source(sentence, Span(start, at), kinds[0] == "Named", kinds[1])


def statements(sentence: str, reader: FileReader) -> tuple[Statement, ...]:
    """What is found in a sentence that stands alone, read as a plain-text file."""
    data = sentence.encode()
    result = reader.read_file(Input(FileOnDisk("sentence.txt", "sentence.txt", len(data), 0), data))
    return tuple(s for d in result.documents for s in d.findings.statements)


def decide(source: Source, found: Sequence[Statement]) -> Decision:
    """By the statement whose source shares most with the annotated one; the smaller of two that share alike."""
    best: tuple[int, int, bool] | None = None
    for statement in found:
        spans = statement.attribution.source
        shared = sum(max(0, min(s.end, source.span.end) - max(s.start, source.span.start)) for s in spans)
        if shared:
            key = (shared, -sum(len(s) for s in spans), statement.named)
            best = key if best is None or key[:2] > best[:2] else best
    return Decision(source, best[2] if best else None)


def by_recogniser(source: Source, parser: Parser) -> Decision:
    """The second rule: named if spaCy finds a person or an organisation in the annotated words."""
    parsed = parser.parse(source.sentence, find_blocks(source.sentence))
    wanted = ("PERSON", "ORG")
    inside = (n.span.start < source.span.end and source.span.start < n.span.end for n in parsed.names
              if n.label in wanted)  # fmt: skip
    return Decision(source, any(inside))


def figures(decisions: Sequence[Decision]) -> Mapping[str, float]:
    """Shares (0…1): right of all, found, right of those found, and precision, recall and F1 of "unnamed".

    A source that was not found counts as wrong, and against the recall of "unnamed".
    """
    found = [d for d in decisions if d.named is not None]
    right = sum(d.named == d.source.named for d in found)
    said = [d for d in found if d.named is False]
    unnamed = [d for d in decisions if not d.source.named]
    both = sum(not d.source.named for d in said)
    here = sum(d.named is not None for d in unnamed)
    precision = both / len(said) if said else 0.0
    recall = both / len(unnamed)
    return {
        "right of all": right / len(decisions),
        "found": len(found) / len(decisions),
        "right of found": right / len(found) if found else 0.0,
        "unnamed precision": precision,
        "unnamed recall": recall,
        "unnamed recall of found": both / here if here else 0.0,
        "unnamed F1": 2 * precision * recall / (precision + recall) if both else 0.0,
    }


def main() -> None:
    """Measure and write the table."""
    reader, parser = FileReader(Settings()), Parser()
    ours: list[Decision] = []
    recogniser: list[Decision] = []
    known = sentences(PART)
    for sentence, sources in known:
        if sources:
            found = statements(sentence, reader)
            ours.extend(decide(s, found) for s in sources)
            recogniser.extend(by_recogniser(s, parser) for s in sources)
    everything = [d.source for d in ours]
    systems = {
        "Sayso, sources found by itself": ours,
        "given the source's words: always named": [Decision(s, True) for s in everything],
        "given the source's words: named if spaCy finds a person or organisation in them": recogniser,
    }
    header = list(figures(ours))
    body = [[name, *(f"{100 * figures(d)[h]:.1f} %" for h in header)] for name, d in systems.items()]
    unnamed = sum(not s.named for s in everything)
    write(
        "unnamed",
        "Named and unnamed sources",
        [
            f"FactAppeal, validation part: {len(known)} sentences of news, each read alone; {len(everything)} sources, "
            f"{unnamed} of them unnamed. A source that no statement's source overlaps counts as wrong, and as an "
            "unnamed one that was missed. Rules were made on the training part.",
            "",
            *rows(["", *header], body),
            "",
            "By the kind of the source:",
            "",
            *rows(["kind", "sources", "found", "right"], _by_kind(ours)),
        ],
    )


def _by_kind(decisions: Sequence[Decision]) -> list[list[str]]:
    body = []
    for kind in sorted({d.source.kind for d in decisions}):
        own = [d for d in decisions if d.source.kind == kind]
        found = sum(d.named is not None for d in own)
        right = sum(d.named == d.source.named for d in own)
        name = "not told" if kind == "null" else kind.replace("_", " ").lower()
        body.append([name, str(len(own)), str(found), str(right)])
    return body


if __name__ == "__main__":
    main()
