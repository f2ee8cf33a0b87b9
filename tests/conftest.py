"""Fixtures that every test may use."""

import os
import shutil
from pathlib import Path

import pytest

# As worker processes do: threads of a small multiplication cost more than they bring.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what is printed into tests/golden instead")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpora beside the repository; tests that need it are skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the corpora are not beside the repository")
    return SHARED


@pytest.fixture(scope="session")
def mill(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A weighed case of five short documents (`tests/made_claims.py`), made once; for looking alone."""
    from tests.made_claims import make_case

    return make_case(tmp_path_factory.mktemp("mill"))


@pytest.fixture
def own_mill(mill: Path, tmp_path: Path) -> Path:
    """A copy of that case, for tests that change it."""
    return Path(shutil.copy(mill, tmp_path / "mill.sayso"))
