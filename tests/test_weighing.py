"""Weighing step by step comes to the same as weighing at once, whatever came first."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from sayso import ingest
from sayso.casebook import ReadFile, read
from sayso.file_reader import pack
from sayso.model.claim import Claim
from sayso.settings import Settings
from sayso.store.case_file import open_store
from sayso.survey import FileOnDisk
from sayso.weighing import Quietly, weigh_claims
from tests.made_claims import make_pile


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Sequence[ReadFile]:
    pile = make_pile(tmp_path_factory.mktemp("pile"))
    return sorted(read([str(pile)], Settings(workers=1)), key=lambda file: file.path)


def weighed(case: Path, *batches: Sequence[ReadFile]) -> Sequence[Claim]:
    """The claims of documents that come in so, weighed after each batch."""
    with open_store(case, Settings(), create=True, write=True) as store:
        for batch in batches:
            on_disk = [FileOnDisk(file.path, Path(file.path).name, 1, 1, file.path) for file in batch]
            store.record([pack(at, file, "test") for at, file in zip(on_disk, batch, strict=True)], by="Ana")
            ingest.resolve_people(store)
            weigh_claims(store, Quietly(), workers=1)
            assert store.claims_current()
        return sorted((found.claim for found in store.claims()), key=lambda claim: claim.id)


def test_the_order_of_documents_does_not_matter(files: Sequence[ReadFile], tmp_path: Path) -> None:
    at_once = weighed(tmp_path / "at-once.sayso", files)
    assert len({document for claim in at_once for document in (p.document for p in claim.positions)}) == len(files)
    assert any(len({p.document for p in claim.positions}) > 1 for claim in at_once)
    one_by_one = weighed(tmp_path / "steps.sayso", *([file] for file in reversed(files)))
    assert one_by_one == at_once
