"""How long claims take: 300, 1,000 and 3,000 documents, then one more.

    python -m benchmarks.weighing [READINGS]

The articles are the training part of PolNeAR, read once (kept in the file READINGS, if named). Variants of them have
every capitalised word that is no common one replaced by one of the same length, the same word by the same word in all
articles of one variant, so that what was found in them keeps its places; a tenth of the documents are copies that lack
their last paragraphs. Nothing of the articles is kept in the repository.
"""

import json
import math
import pickle
import random
import re
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import cast

from benchmarks.table import SHARED, rows, write
from sayso import ingest
from sayso.casebook import read
from sayso.model.document import Document, Text
from sayso.model.findings import Findings, document_id
from sayso.settings import Settings
from sayso.store.case_file import open_store
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
    "people, s",
    "vectors, s",
    "claims, s",
    "one more, s",
    "MiB",
)
_ABOUT = """\
News articles (the training part of PolNeAR), their names varied, a tenth of them copies cut short. Reading is not
in the times (see [speed](speed.md)); vectors are made on two cores, all else on one. Seconds are by the clock;
`claims, s` are comparing, grouping, origins and copies, `of several` the claims that several documents bear on or
that are denied. Their time grows with the documents to the power of {slope:.2f}. `One more` is an article that the
case does not have, weighed with the models loaded: reading the case, comparing, grouping, weighing, writing. `MiB`
is the peak of the process."""


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds by the clock (and of the processor) of each step, with `documents`."""

    documents: int
    propositions: int
    claims: int
    repeated: int
    resolving: float
    vectors: float
    weighing: float
    one_more: float
    megabytes: float


def main() -> None:
    """Print and write the table."""
    kept = Path(sys.argv[1]) if sys.argv[1:] else None
    articles = _read(kept)
    runs = [_run(articles, size) for size in _SIZES]
    slope = math.log(runs[-1].weighing / runs[0].weighing) / math.log(_SIZES[-1] / _SIZES[0])
    body = [
        [
            f"{run.documents:,}",
            f"{run.propositions:,}",
            f"{run.claims:,}",
            f"{run.repeated:,}",
            *(f"{seconds:.1f}" for seconds in (run.resolving, run.vectors, run.weighing, run.one_more)),
            f"{run.megabytes:,.0f}",
        ]
        for run in runs
    ]
    write(
        "weighing",
        "Weighing many documents",
        [
            _ABOUT.format(slope=slope),
            "",
            *rows(_HEAD, body),
        ],
    )


def _read(kept: Path | None) -> Sequence[tuple[Document, Findings]]:
    """The articles with their findings."""
    if kept is not None and kept.exists():
        found: Sequence[tuple[Document, Findings]] = pickle.loads(kept.read_bytes())
        return found
    read_articles = []
    with tempfile.TemporaryDirectory() as folder:
        for line in (SHARED / "attribution" / "train.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            name = re.sub(r"\W+", "-", str(row["id"])).strip("-")[-80:]
            (Path(folder) / f"{name}.txt").write_text(row["text"], encoding="utf-8")
        for file in read([folder], Settings(published="2016-10")):
            read_articles += [(found.document, found.findings) for found in file.documents]
    read_articles.sort(key=lambda pair: pair[0].id)
    if kept is not None:
        kept.write_bytes(pickle.dumps(read_articles))
    return read_articles


def _run(articles: Sequence[tuple[Document, Findings]], size: int) -> Run:
    more = [*_varied(articles, size + 1)]
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(Path(folder) / "case.sayso", Settings(), create=True, write=True) as store,
    ):
        _record(store, more[:-1])
        resolving = _timed(lambda: ingest.resolve_people(store))
        steps = _Steps()
        weigh_claims(store, steps, workers=2)
        ended = time.monotonic()
        propositions = sum(len(found.propositions) for _, found in more[:-1])
        claims, repeated = store.count("claims", None), store.counts().claims
        _record(store, more[-1:])
        ingest.resolve_people(store)
        one_more = _timed(lambda: weigh_claims(store, Quietly(), workers=2))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    vectors, weighing = steps.compared - steps.began, ended - steps.compared
    return Run(size, propositions, claims, repeated, resolving, vectors, weighing, one_more, peak)


class _Steps:
    """When each step began."""

    def __init__(self) -> None:
        self.began = self.compared = time.monotonic()

    def encoding(self, done: int, of: int) -> None:
        """Vectors are being made."""

    def comparing(self, new: int, of: int) -> None:
        """They are made."""
        self.compared = time.monotonic()


def _timed(do: Callable[[], object]) -> float:
    start = time.monotonic()
    do()
    return time.monotonic() - start


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
