"""The language model, loaded once for all tests of the finders."""

import pytest

from sayso.find.parse import Parser


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The installed English model; loading takes seconds, so a test run does it once."""
    return Parser()
