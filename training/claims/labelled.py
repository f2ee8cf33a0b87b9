"""Propositions that people sorted into claims: of cases with a gold.json, and of training/claims/stories.txt."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from types import MappingProxyType
from typing import NotRequired, TypedDict

import numpy as np
from benchmarks.table import ROOT
from numpy.typing import NDArray

from sayso.encode.sentences import SentenceEncoder
from sayso.file_reader import FileReader
from sayso.file_reader import Source as FileSource
from sayso.model.claim import Stance
from sayso.model.document import Metadata, Sureness
from sayso.model.entity import Entity, EntityKind
from sayso.model.findings import document_id
from sayso.model.span import Span
from sayso.model.when import When
from sayso.resolve import presumed, resolve, suggest
from sayso.settings import Settings
from sayso.store.pack import ReadDocument
from sayso.survey import FileOnDisk, walk
from sayso.weigh.source import Known, Source

PASSAGES = ROOT / "training" / "claims" / "passages.txt"
STORIES = ROOT / "training" / "claims" / "stories.txt"
STANCES = {"+": Stance.SUPPORTS, "-": Stance.DENIES, "?": Stance.REPORTS}
_LEAST_OVERLAP = 0.4
_ALMOST = 0.8
"""of the code points of two spans, for one to stand for the other after sentences are cut a little differently"""
_LEAST_INSIDE = 0.75


class Answer(TypedDict):
    """One claim of a gold.json."""

    id: str
    statements: list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Label:
    """The claim that a proposition belongs to, and how it stands to it."""

    claim: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class Labelled:
    """One case. `labels` by proposition; `unsure` are those that can't be told to belong to a claim or not.

    `read` tells of further pairs (ids, the smaller first) whether they are one claim: of what the program had put
    together, sorted by reading.
    """

    name: str
    sources: tuple[Source, ...]
    vectors: Mapping[str, NDArray[np.float32]]
    labels: Mapping[str, Label]
    unsure: frozenset[str]
    read: Mapping[tuple[str, str], bool] = field(default_factory=lambda: MappingProxyType({}))


class Reading(TypedDict):
    """A line of read-*.jsonl: passages (document, start, end in code points) that the program took for one claim, and
    which of them (places in the list) are `same`; all others are claims of their own, besides those that can't be told
    (`unsure`).
    """

    passages: list[tuple[str, int, int]]
    same: list[list[int]]
    unsure: NotRequired[list[int]]


def stories() -> Iterator[Labelled]:
    """The stories, each as a case of its own."""
    lines = STORIES.read_text(encoding="utf-8").splitlines()
    told: dict[str, list[tuple[str, str, str]]] = {}
    dates: dict[str, When] = {}
    for line in lines:
        if line.startswith("= "):
            name, _, day = line[2:].rpartition(" ")
            dates[name] = When.parse(day)
            told[name] = []
        elif line and not line.startswith("#"):
            letter, sign, words = line.split(" ", 2)
            told[name].append((letter, sign, words))
    corrected = {
        document_id(words.encode()): Metadata(published=dates[name], published_sure=Sureness.PERSON)
        for name, rows in told.items()
        for _, _, words in rows
    }
    reader = FileReader(Settings(), corrected)
    encoder = SentenceEncoder.shipped()
    for name, rows in told.items():
        documents = []
        for i, (_, _, words) in enumerate(rows):
            data = words.encode()
            file = FileOnDisk(f"{name}/{i}.txt", f"{i}.txt", len(data), 0)
            documents += [(str(i), d) for d in reader.read_file(FileSource(file, data)).documents]
        sources = sources_of(documents)
        labels: dict[str, Label] = {}
        unsure: set[str] = set()
        for source in sources:
            letter, sign, _ = rows[int(source.name)]
            longest = max(source.propositions, key=lambda p: len(p.span), default=None)
            unsure |= {p.id for p in source.propositions if p is not longest}
            if longest is not None and letter != ".":
                labels[longest.id] = Label(letter, STANCES[sign])
        yield Labelled(name, sources, vectors_of(sources, encoder), labels, frozenset(unsure))


def passages() -> Labelled:
    """The invented case of passages.txt."""
    texts: dict[str, str] = {}
    marks: dict[str, list[tuple[Span, Label]]] = {}
    corrected: dict[str, Metadata] = {}
    for part in PASSAGES.read_text(encoding="utf-8").split("\n== ")[1:]:
        head, _, body = part.partition("\n")
        name, publisher, day = (field.strip() for field in head.split("|"))
        texts[name], marks[name] = _unmarked(body.strip() + "\n")
        corrected[document_id(texts[name].encode())] = Metadata(
            publisher=publisher or None, published=When.parse(day), published_sure=Sureness.PERSON
        )
    reader = FileReader(Settings(), corrected)
    found = []
    for name, text in texts.items():
        file = FileOnDisk(f"{name}.txt", name, len(text.encode()), 0)
        found += [(name, d) for d in reader.read_file(FileSource(file, text.encode())).documents]
    sources = sources_of(found)
    labels: dict[str, Label] = {}
    unsure: set[str] = set()
    for source in sources:
        for span, marked in marks[source.name]:
            near = {p.id: _share(p.span, span) for p in source.propositions if p.span.overlaps(span)}
            unsure |= near.keys()
            best = max(near, key=lambda id: near[id], default=None)
            if best is not None and near[best] >= _LEAST_OVERLAP:
                labels[best] = marked
    vectors = vectors_of(sources, SentenceEncoder.shipped())
    return Labelled("passages", sources, vectors, labels, frozenset(unsure - labels.keys()))


def _unmarked(body: str) -> tuple[str, list[tuple[Span, Label]]]:
    """The text without its marks, and where the marked words stand."""
    text, at, found = "", 0, []
    for match in re.finditer(r"<<(\w+) ([-+?]) (.*?)>>", body, re.DOTALL):
        text += body[at : match.start()]
        found.append((Span(len(text), len(text) + len(match[3])), Label(match[1], STANCES[match[2]])))
        text += match[3]
        at = match.end()
    return text + body[at:], found


def _share(a: Span, b: Span) -> float:
    common = min(a.end, b.end) - max(a.start, b.start)
    return common / (len(a) + len(b) - common)


def demo() -> Labelled:
    """The demo case; training/claims/demo.json sorts some of its propositions."""
    return case("demo", ROOT / "src" / "sayso" / "demo_case" / "pile", ROOT / "training" / "claims" / "demo.json")


def case(name: str, documents: Path, answers: Path) -> Labelled:
    """A case with the claims of `answers`, in the form of a gold.json (cases/GUIDE.md)."""
    reader = FileReader(Settings())
    found = []
    for file in walk([str(documents)]):
        if isinstance(file, FileOnDisk):
            found += [(file.name, d) for d in reader.read_file(FileSource(file)).documents]
    sources = sources_of(found)
    gold = json.loads(answers.read_text(encoding="utf-8"))
    labels, unsure = label(sources, gold["claims"])
    vectors = vectors_of(sources, SentenceEncoder.shipped())
    return Labelled(name, sources, vectors, labels, unsure, _read(name, sources))


def _read(name: str, sources: Sequence[Source]) -> dict[tuple[str, str], bool]:
    """The pairs that training/claims/read-NAME.jsonl decides."""
    file = ROOT / "training" / "claims" / f"read-{name}.jsonl"
    by_name = {source.name: source for source in sources}
    found: dict[tuple[str, str], bool] = {}
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        reading: Reading = json.loads(line)
        ids = [_nearest(by_name[doc], Span(start, end)) for doc, start, end in reading["passages"]]
        part = {place: number for number, places in enumerate(reading["same"]) for place in places}
        unsure = set(reading.get("unsure", ()))
        for (i, first), (j, second) in combinations(enumerate(ids), 2):
            if first and second and first != second and not {i, j} & unsure:
                found[min(first, second), max(first, second)] = i in part and part.get(j) == part[i]
    return found


def _nearest(source: Source, span: Span) -> str | None:
    near = [p for p in source.propositions if p.span.overlaps(span)]
    best = max(near, key=lambda p: (_share(p.span, span), p.id), default=None)
    return best.id if best is not None and _share(best.span, span) >= _ALMOST else None


def label(sources: Sequence[Source], claims: Sequence[Answer]) -> tuple[dict[str, Label], frozenset[str]]:
    """Labels of the propositions that gold statements quote, and those that only share some of their words."""
    labels: dict[str, Label] = {}
    unsure: set[str] = set()
    by_name = {s.name: s for s in sources}
    for claim in claims:
        for statement in claim["statements"]:
            source = by_name[statement["doc"]]
            quoted = words(statement["quote"])
            best, most = None, _LEAST_OVERLAP
            for p in source.propositions:
                own = words(p.span.of(source.text))
                common = sum((Counter(own) & Counter(quoted)).values())
                share = common / (len(own) + len(quoted) - common or 1)
                if share >= most:
                    best, most = p, share
                inside = common >= _LEAST_INSIDE * len(own) and len(own) > 2
                if inside or share >= _LEAST_OVERLAP / 2:
                    unsure.add(p.id)
            if best is not None:
                labels[best.id] = Label(claim["id"], Stance(statement["stance"]))
    return labels, frozenset(unsure - labels.keys())


def words(text: str) -> list[str]:
    """Words in lower case, as cases/score.py cuts them."""
    return re.findall(r"\w+", text.lower())


def sources_of(documents: Sequence[tuple[str, ReadDocument]]) -> tuple[Source, ...]:
    """Documents as weighing takes them in, with their entities joined over the case."""
    named = [
        (d.document.id, Entity(e.id, e.name, e.kind, e.aliases, ())) for _, d in documents for e in d.findings.entities
    ]
    everyone = {person.id: person for person in resolve(named)}
    names = {id: person.name for id, person in everyone.items() if person.kind is EntityKind.PERSON}
    likely = presumed(names, suggest(tuple(everyone.values()), ()))
    people: dict[str, dict[str, Known]] = {}
    for person in everyone.values():
        meant = everyone[likely.get(person.id, person.id)]
        known = Known(meant.id, meant.name, meant.kind, meant.aliases)
        for document, entity in person.members:
            people.setdefault(document, {})[entity] = known
    return tuple(
        Source(
            d.document.id,
            name,
            d.document.media_type,
            d.document.metadata,
            d.document.text.characters,
            d.findings.boilerplate,
            d.findings.propositions,
            {s.id: s for s in d.findings.statements},
            d.findings.events,
            d.findings.citations,
            d.findings.gaps,
            people.get(d.document.id, {}),
        )
        for name, d in documents
    )


def vectors_of(sources: Sequence[Source], encoder: SentenceEncoder) -> dict[str, NDArray[np.float32]]:
    """The sentence vector of every proposition."""
    propositions = [(p.id, " ".join(p.span.of(s.text).split())) for s in sources for p in s.propositions]
    found = encoder.vectors([text for _, text in propositions])
    return {id: vector for (id, _), vector in zip(propositions, found, strict=True)}
