"""One case for all tests of exports that only look at it."""

from collections.abc import Iterator

import pytest

from sayso.casebook import Case
from tests.export.made import make_case


@pytest.fixture(scope="package")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    """The quarry case: three documents, harmful words, confirmed, suggested and rejected findings."""
    with make_case(tmp_path_factory.mktemp("quarry")) as made:
        yield made
