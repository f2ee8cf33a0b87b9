"""Weighing step by step comes to the same as weighing at once, whatever came first."""

import random
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from sayso import ingest
from sayso.casebook import ReadFile, read
from sayso.file_reader import pack
from sayso.model.claim import Claim, Copy
from sayso.model.decision import ClaimDecisionKind, Passage
from sayso.model.gap import Gap
from sayso.settings import Settings
from sayso.store.case_file import open_store
from sayso.store.protocol import Store
from sayso.survey import FileOnDisk
from sayso.weigh import graph
from sayso.weighing import Quietly, weigh_claims
from tests.made_claims import make_pile


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Sequence[ReadFile]:
    pile = make_pile(tmp_path_factory.mktemp("pile"))
    return sorted(read([str(pile)], Settings(workers=1)), key=lambda file: file.path)


Made = tuple[Sequence[Claim], Mapping[str, Gap], Sequence[Copy]]


def added(store: Store, batch: Sequence[ReadFile]) -> None:
    """Put these documents into a case, and weigh it."""
    on_disk = [FileOnDisk(file.path, Path(file.path).name, 1, 1, file.path) for file in batch]
    store.record([pack(at, file, "test") for at, file in zip(on_disk, batch, strict=True)], by="Ana")
    brought_in_step(store)


def brought_in_step(store: Store) -> None:
    ingest.resolve_people(store)
    weigh_claims(store, Quietly(), workers=1)
    assert store.claims_current()


def made(store: Store) -> Made:
    """All that weighing makes."""
    claims = sorted((found.claim for found in store.claims()), key=lambda claim: claim.id)
    return claims, store.case_gaps(), sorted(store.copies(), key=lambda copy: (copy.first, copy.second))


def weighed(case: Path, *batches: Sequence[ReadFile]) -> Made:
    """What is made of documents that come in so, weighed after each batch."""
    with open_store(case, Settings(), create=True, write=True) as store:
        for batch in batches:
            added(store, batch)
        return made(store)


@pytest.mark.parametrize("few", [1000, 0])  # all compared that are near enough, and each with its nearest
def test_the_order_of_documents_does_not_matter(
    few: int, files: Sequence[ReadFile], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graph, "FEW", few)
    at_once = weighed(tmp_path / "at-once.sayso", files)
    claims = at_once[0]
    assert len({document for claim in claims for document in (p.document for p in claim.positions)}) == len(files)
    assert any(len({p.document for p in claim.positions}) > 1 for claim in claims)
    for seed in range(2):
        shuffled = random.Random(seed).sample(files, len(files))
        assert weighed(tmp_path / f"{seed}.sayso", *([file] for file in shuffled)) == at_once


def test_what_is_taken_out_again_leaves_nothing(files: Sequence[ReadFile], tmp_path: Path) -> None:
    without = weighed(tmp_path / "without.sayso", files[1:])
    with open_store(tmp_path / "case.sayso", Settings(), create=True, write=True) as store:
        added(store, files)
        assert made(store) != without
        store.remove(files[0].path, purge=True, by="Ana")
        brought_in_step(store)
        assert made(store) == without


def test_a_decision_that_is_undone_leaves_the_claims_as_they_were(files: Sequence[ReadFile], tmp_path: Path) -> None:
    with open_store(tmp_path / "case.sayso", Settings(), create=True, write=True) as store:
        added(store, files)
        before = made(store)
        several = next(claim for claim in before[0] if len({p.document for p in claim.positions}) > 1)
        passages = [Passage(p.document, p.span) for p in several.positions[:2]]
        decision = store.decide_claim(ClaimDecisionKind.APART, passages, by="Ana")
        brought_in_step(store)
        assert made(store)[0] != before[0]
        store.undo_claim_decision(decision.id, by="Ana")
        brought_in_step(store)
        assert made(store) == before
