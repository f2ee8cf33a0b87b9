"""Claims, origins, stances and gaps of two cases with marked answers, beside what sentence vectors alone would make.

    python -m benchmarks.claims

The first case (`shared/cases/dev`) is the one that weighing was developed on; the second (`benchmarks/case`) is of
ours. The scorer is the one beside the first case.
"""

import importlib.util
import json
import random
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType

import numpy as np

import sayso
from benchmarks.table import ROOT, SHARED, rows, write
from sayso import ingest
from sayso.casebook import ReadFile, read
from sayso.export.claims_contract import case_json
from sayso.file_reader import pack
from sayso.settings import Settings
from sayso.store.case_file import open_store
from sayso.survey import FileOnDisk
from sayso.weighing import Quietly, vectors_of, weigh_claims

_CASES = {
    "the seawall (developed on)": SHARED / "cases" / "dev",
    "the ambulances (our own)": ROOT / "benchmarks" / "case",
}
_NEAR = 0.6
"""cosine that makes two propositions one claim for the baseline; the best of 0.5, 0.6 and 0.7 on the first case"""
_ABOUT = f"""\
Two cases with marked claims, scored by `shared/cases/score.py`. Weighing was developed on the first, whose answers
its rules have seen; the second is of ours and was written before weighing could be run on it, but its pairs are among
those that the likeness of propositions was fitted on. The baseline takes propositions whose vectors have a cosine of
at least {_NEAR} for one claim, every one for support, and every document for an origin."""
_ORDERS = 20
_SHOWN = (
    ("B-cubed F1", ("claims", "b-cubed f1")),
    ("precision", ("claims", "b-cubed p")),
    ("recall", ("claims", "b-cubed r")),
    ("status", ("claims", "status")),
    ("independent", ("claims", "independent")),
    ("stance", ("claims", "stance")),
    ("duplicates F1", ("duplicates", "f1")),
    ("gaps F1", ("gaps", "f1")),
    ("entities F1", ("entities", "f1")),
)


def main() -> None:
    """Print and write the table."""
    scorer = _scorer()
    body = []
    for name, folder in _CASES.items():
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        with tempfile.TemporaryDirectory() as held:
            file = Path(held) / "case.sayso"
            found = _found([folder / "docs"], file)
            body.append([name, *_figures(scorer.score(gold, found))])
            baseline = {**found, "claims": _by_vectors(file)}
            body.append([f"{name}: vectors alone", *_figures(scorer.score(gold, baseline))])
    same = _orders(SHARED / "cases" / "dev" / "docs")
    write(
        "claims",
        "Claims weighed",
        [
            _ABOUT,
            "",
            *rows(["case", *(name for name, _ in _SHOWN)], body),
            "",
            f"Documents of the first case added in {_ORDERS} shuffled orders, a third at a time, weighed after each: "
            f"the same claims in {same} of {_ORDERS}.",
        ],
    )


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "cases" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _found(paths: Sequence[Path], file: Path) -> Mapping[str, object]:
    with sayso.open(file, create=True) as book:
        book.add([str(path) for path in paths])
        return json.loads(json.dumps(case_json(book)))  # type: ignore[no-any-return]


def _figures(score: Mapping[str, Mapping[str, float]]) -> list[str]:
    return [f"{score[part][figure]:.3f}" for _, (part, figure) in _SHOWN]


def _by_vectors(file: Path) -> list[Mapping[str, object]]:
    """Claims by vectors alone: whatever is near something in it is in it."""
    with open_store(file, Settings(), write=False) as store:
        materials = list(store.materials())
    vectors = vectors_of(materials)
    places = [(m.name, p) for m in materials for p in m.propositions]
    rows_ = np.array([vectors[p.id] for _, p in places])
    near = rows_ @ rows_.T >= _NEAR
    group = list(range(len(places)))
    for i, j in zip(*np.nonzero(near), strict=True):
        if group[i] != group[j]:
            old, new = group[j], group[i]
            group = [new if g == old else g for g in group]
    claims: dict[int, list[Mapping[str, object]]] = {}
    for (name, proposition), number in zip(places, group, strict=True):
        span = [proposition.span.start, proposition.span.end]
        claims.setdefault(number, []).append({"doc": name, "span": span, "stance": "supports"})
    return [
        {
            "status": "corroborated" if len({s["doc"] for s in statements}) > 1 else "single-source",
            "independent": len({s["doc"] for s in statements}),
            "statements": statements,
        }
        for statements in claims.values()
    ]


def _orders(docs: Path) -> int:
    """In how many shuffled orders the claims are those of all documents at once."""
    files = sorted(read([str(docs)]), key=lambda file: file.path)
    wanted = _claims(files, 1)
    same = 0
    for number in range(_ORDERS):
        order = list(files)
        random.Random(number).shuffle(order)
        same += _claims(order, 3) == wanted
    return same


def _claims(files: Sequence[ReadFile], times: int) -> object:
    """The claims of documents that come in so many times."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(Path(folder) / "case.sayso", Settings(), create=True, write=True) as store,
    ):
        for start in range(times):
            packed = [pack(_on_disk(file), file, "benchmark") for file in files[start::times]]
            store.record(packed, by="benchmark")
            ingest.resolve_people(store)
            weigh_claims(store, Quietly(), workers=2)
        return sorted((found.claim for found in store.claims()), key=lambda claim: claim.id)


def _on_disk(file: ReadFile) -> FileOnDisk:
    return FileOnDisk(file.path, Path(file.path).name, 1, 1, file.path)


if __name__ == "__main__":
    main()
