"""Every backend runs through the same contract: a test that asks for `store` runs once over each."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sayso.settings import Settings
from sayso.store.case_file import open_store
from sayso.store.protocol import Store

Opener = Callable[[Path], Store]


def sqlite(path: Path) -> Store:
    return open_store(path, Settings(case_seconds=5), create=True, write=True)


BACKENDS: dict[str, Opener] = {"sqlite": sqlite}


@pytest.fixture(scope="session")
def empty_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with nothing in it, made once, since making one takes long."""
    path = tmp_path_factory.mktemp("empty") / "empty.sayso"
    sqlite(path).close()
    return path


@pytest.fixture
def case(empty_case: Path, tmp_path: Path) -> Path:
    """The path of an empty case of the test's own."""
    return Path(shutil.copy(empty_case, tmp_path / "case.sayso"))


@pytest.fixture(params=list(BACKENDS))
def store(request: pytest.FixtureRequest, case: Path) -> Iterator[Store]:
    """An empty store, open for writing."""
    with BACKENDS[request.param](case) as opened:
        yield opened
