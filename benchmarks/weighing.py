"""How long claims take: 300, 1,000 and 3,000 documents, then one more.

    python -m benchmarks.weighing FOLDER           all sizes that are not there yet, then the table
    python -m benchmarks.weighing FOLDER SIZE      one size

The articles are the training part of PolNeAR, read once. Variants of them have every capitalised word that is no common
one replaced by one of the same length, the same word by the same word in all articles of one variant, so that what was
found in them keeps its places; a tenth of the documents are copies that lack their last paragraphs. FOLDER keeps what
was read, the vectors, the cases and their figures, so that a long run can be taken up again. Nothing of the articles is
kept in the repository.
"""

import json
import math
import pickle
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TypeVar, cast

import numpy as np

from benchmarks.table import SHARED, rows, write
from sayso import ingest
from sayso.casebook import read
from sayso.encode.sentences import SentenceEncoder
from sayso.model.document import Document, Text
from sayso.model.findings import Findings, document_id
from sayso.settings import Settings
from sayso.store.case_file import open_store
from sayso.store.codec import from_json, to_json
from sayso.store.pack import ReadDocument, pack_file
from sayso.store.protocol import Store
from sayso.weighing import Quietly, weigh_claims

_SIZES = (300, 1000, 3000)
_COPIES = 10
"""every so-manieth document is a copy of the one before it"""
_COMMON = 12
"""a capitalised word that so many articles begin sentences with in small letters is no name"""
_NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")
_BATCH = 50
_HEAD = (
    "documents",
    "propositions",
    "claims",
    "of several",
    "vectors, s",
    "claims, s",
    "by the clock, s",
    "one more, s",
    "by the clock, s",
    "`sayso add`, s",
    "by the clock, s",
    "MiB",
)
_ABOUT = """\
News articles (the training part of PolNeAR), their names varied, a tenth of them copies cut short. Reading is not
in the times (see [speed](speed.md)). Seconds are of the processor, and beside them by the clock, on a machine that had
much else to do. `Claims` are comparing, grouping, origins, copies and writing, from nothing; `of several` those that
several documents bear on or that are denied. Their time grows with the documents to the power of {slope:.2f}: what
each document states is compared with its nearest twenty, which is linear; finding these is a product of all with all,
which is not. `One more` is an article that the case does not have, with its vectors:
comparing, grouping, weighing what it bears on, writing. `sayso add` is the whole command with another one: loading the
program and its models, reading, people, vectors, claims. `MiB` is the peak of weighing from nothing."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds by the clock and of the processor."""

    clock: float
    processor: float


@dataclass(frozen=True, slots=True)
class Weighed:
    """What weighing one size from nothing came to."""

    documents: int
    propositions: int
    claims: int
    repeated: int
    people: Spent
    vectors: Spent
    weighing: Spent
    megabytes: float


@dataclass(frozen=True, slots=True)
class More:
    """What one document more came to."""

    weighing: Spent
    command: Spent


Article = tuple[Document, Findings]
T = TypeVar("T")


def main() -> None:
    """Measure what is missing; print and write the table."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    asked = [int(size) for size in sys.argv[2:]]
    articles = _read(folder / "readings.pickle")
    sizes = asked or _SIZES
    weighed = [_once(folder / f"{n}.json", Weighed, partial(_weighed, folder, articles, n)) for n in sizes]
    more = [_once(folder / f"{n}-more.json", More, partial(_more, folder, articles, n)) for n in sizes]
    if not asked:
        _table(weighed, more)


def _once(file: Path, kind: type[T], make: Callable[[], T]) -> T:
    if not file.exists():
        file.write_text(to_json(make()))
    return from_json(file.read_text(), kind)


def _table(weighed: Sequence[Weighed], more: Sequence[More]) -> None:
    first, last = weighed[0], weighed[-1]
    slope = math.log(last.weighing.processor / first.weighing.processor) / math.log(last.documents / first.documents)
    body = [
        [
            *(f"{number:,}" for number in (one.documents, one.propositions, one.claims, one.repeated)),
            f"{one.vectors.processor:,.0f}",
            *(f"{seconds:,.0f}" for seconds in (one.weighing.processor, one.weighing.clock)),
            *(f"{s:,.1f}" for spent in (other.weighing, other.command) for s in (spent.processor, spent.clock)),
            f"{one.megabytes:,.0f}",
        ]
        for one, other in zip(weighed, more, strict=True)
    ]
    write("weighing", "Weighing many documents", [_ABOUT.format(slope=slope), "", *rows(_HEAD, body)])


def _read(kept: Path) -> Sequence[Article]:
    """The articles with their findings, without what only their layout tells."""
    if kept.exists():
        found: Sequence[Article] = pickle.loads(kept.read_bytes())
        return [(replace(document, text=Text(document.text.characters)), findings) for document, findings in found]
    articles = []
    with tempfile.TemporaryDirectory() as folder:
        for line in (SHARED / "attribution" / "train.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            name = re.sub(r"\W+", "-", str(row["id"])).strip("-")[-80:]
            (Path(folder) / f"{name}.txt").write_text(row["text"], encoding="utf-8")
        for file in read([folder], Settings(published="2016-10")):
            articles += [(found.document, found.findings) for found in file.documents]
    articles.sort(key=lambda pair: pair[0].id)
    kept.write_bytes(pickle.dumps(articles))
    return articles


def _weighed(folder: Path, articles: Sequence[Article], size: int) -> Weighed:
    """Weigh a case of this size, and keep it."""
    documents = [*_varied(articles, size)]
    vectors = _Vectors(folder / "vectors.pickle")
    encoding = vectors.make(documents)
    case = folder / f"{size}.sayso"
    case.unlink(missing_ok=True)
    with open_store(case, Settings(), create=True, write=True) as store:
        _record(store, documents)
        people = _timed(lambda: ingest.resolve_people(store))
        vectors.keep(store, documents)
        weighing = _timed(lambda: weigh_claims(store, Quietly(), workers=2))
        claims, repeated = store.count("claims", None), store.counts().claims
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    propositions = sum(len(found.propositions) for _, found in documents)
    return Weighed(size, propositions, claims, repeated, people, encoding, weighing, peak)


def _more(folder: Path, articles: Sequence[Article], size: int) -> More:
    """Weigh one document more in a copy of that case, and add another one by the command."""
    *_, more, last = _varied(articles, size + 2)
    vectors = _Vectors(folder / "vectors.pickle")
    vectors.make([more])
    with tempfile.TemporaryDirectory() as held:
        case = Path(shutil.copy(folder / f"{size}.sayso", held))
        with open_store(case, Settings(), write=True) as store:
            _record(store, [more])
            ingest.resolve_people(store)
            vectors.keep(store, [more])
            weighing = _timed(lambda: weigh_claims(store, Quietly(), workers=2))
        return More(weighing, _added(case, last[0].text.characters))


class _Vectors:
    """The vectors of documents, kept in a file with what making them took."""

    def __init__(self, file: Path) -> None:
        self._file = file
        held: tuple[dict[str, bytes], dict[str, tuple[float, float]]] = (
            pickle.loads(file.read_bytes()) if file.exists() else ({}, {})
        )
        self._made, self._spent = held

    def make(self, documents: Sequence[Article]) -> Spent:
        """Make those that are missing; returns what all of these took."""
        encoder = SentenceEncoder.shipped()

        def one(document: Document, findings: Findings) -> None:
            words = [p.span.of(document.text.characters) for p in findings.propositions]
            self._made[document.id] = encoder.vectors(words).astype(np.float16).tobytes()

        for document, findings in documents:
            if document.id not in self._made:
                spent = _timed(partial(one, document, findings))
                self._spent[document.id] = spent.clock, spent.processor
        self._file.write_bytes(pickle.dumps((self._made, self._spent)))
        every = [self._spent[document.id] for document, _ in documents]
        return Spent(sum(clock for clock, _ in every), sum(processor for _, processor in every))

    def keep(self, store: Store, documents: Sequence[Article]) -> None:
        """Put them in a case."""
        store.set_vectors({document.id: self._made[document.id] for document, _ in documents})


def _added(case: Path, text: str) -> Spent:
    """One document more by the command."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "one.txt"
        file.write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "sayso", "add", str(file), "--case", str(case)]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.monotonic()
        subprocess.run(command, check=True, capture_output=True)
        clock = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Spent(clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def _timed(do: Callable[[], object]) -> Spent:
    clock, processor = time.monotonic(), time.process_time()
    do()
    return Spent(time.monotonic() - clock, time.process_time() - processor)


def _record(store: Store, documents: Sequence[tuple[Document, Findings]]) -> None:
    for start in range(0, len(documents), _BATCH):
        files = [
            pack_file(
                path=document.path,
                name=document.path,
                sha256=document.sha256,
                size=1,
                modified_ns=1,
                documents=[ReadDocument(document, document.text.characters.encode(), findings, "", None)],
                problems=(),
                read_with="benchmark",
            )
            for document, findings in documents[start : start + _BATCH]
        ]
        store.record(files, by="benchmark")


def _varied(articles: Sequence[tuple[Document, Findings]], count: int) -> Iterator[tuple[Document, Findings]]:
    """So many documents: the articles, then variants of them; every tenth a copy of the one before."""
    for document, findings in _told_alike(articles, count):
        # A proposition's id is its document's own.
        own = tuple(
            replace(p, id=f"p{sha256((document.id + p.id).encode()).hexdigest()[:12]}") for p in findings.propositions
        )
        yield document, replace(findings, propositions=own)


def _told_alike(articles: Sequence[tuple[Document, Findings]], count: int) -> Iterator[tuple[Document, Findings]]:
    """The same with the ids of the articles' own propositions."""
    small = Counter(w for d, _ in articles for w in set(re.findall(r"\b[a-z]{3,}\b", d.text.characters)))
    made = 0
    before: tuple[Document, Findings] | None = None
    for variant in range(count // len(articles) + 2):
        names = _Names(variant, small)
        for document, findings in articles:
            if made == count:
                return
            if before is not None and made % _COPIES == 0:
                yield _copy(*before)
                made += 1
                before = None
                continue
            before = _renamed(document, findings, names) if variant else (document, findings)
            yield before
            made += 1


class _Names:
    """Another name of the same length for each name, the same one every time."""

    def __init__(self, variant: int, small: Mapping[str, int]) -> None:
        self._variant = variant
        self._small = small

    def __call__(self, match: re.Match[str]) -> str:
        word = match[0]
        if self._small[word.lower()] >= _COMMON:
            return word
        chance = random.Random(f"{self._variant} {word}")
        vowels, others = "aeiou", "bcdfghklmnprstvz"
        letters = [chance.choice(vowels if c in vowels else others) for c in word.lower()]
        return "".join(letters).capitalize()


def _renamed(document: Document, findings: Findings, names: _Names) -> tuple[Document, Findings]:
    text = _NAME.sub(names, document.text.characters)
    return _document(document, text), cast(Findings, _in_all(findings, lambda s: _NAME.sub(names, s)))


def _copy(document: Document, findings: Findings) -> tuple[Document, Findings]:
    """The document without its last fifth, cut at a paragraph."""
    text = document.text.characters
    cut = text.rfind("\n", 0, len(text) * 4 // 5)
    cut = cut if cut > 0 else len(text) * 4 // 5
    statements = tuple(s for s in findings.statements if s.attribution.span.end <= cut)
    ids = {s.id for s in statements}
    return _document(document, text[:cut]), replace(
        findings,
        boilerplate=(),
        entities=tuple(
            replace(e, mentions=kept)
            for e in findings.entities
            if (kept := tuple(m for m in e.mentions if m.span.end <= cut))
        ),
        statements=tuple(replace(s, parent=s.parent if s.parent in ids else None) for s in statements),
        events=tuple(e for e in findings.events if e.evidence.end <= cut and e.statement in (None, *ids)),
        dates=tuple(d for d in findings.dates if d.span.end <= cut),
        citations=(),
        gaps=tuple(g for g in findings.gaps if g.span.end <= cut),
        propositions=tuple(p for p in findings.propositions if p.span.end <= cut and p.statement in (None, *ids)),
    )


def _document(like: Document, text: str) -> Document:
    data = text.encode()
    id = document_id(data)
    return replace(like, id=id, path=f"{id}.txt", sha256=sha256(data).hexdigest(), text=Text(text))


def _in_all(value: object, change: Callable[[str], str]) -> object:
    """The same value with every string in it that is no id changed."""
    if isinstance(value, tuple):
        return tuple(_in_all(part, change) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            f.name: _in_all(getattr(value, f.name), change)
            for f in fields(value)
            if f.name not in ("id", "kind", "edtf", "statement", "parent", "speaker", "entity", "same_as")
        }
        return replace(value, **changed)
    if type(value) is str:
        return change(value)
    return value


if __name__ == "__main__":
    main()
