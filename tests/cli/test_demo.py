"""What `make demo` prints changes only on purpose: `pytest tests/cli/test_demo.py --update-golden` renews it."""

from pathlib import Path

import pytest

from tests.cli.conftest import Sayso

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "demo.txt"


def test_the_demo_prints_what_it_did(sayso: Sayso, request: pytest.FixtureRequest) -> None:
    done = sayso("demo")
    assert done.returncode == 0, done.stderr
    if request.config.getoption("--update-golden"):
        GOLDEN.write_text(done.stdout, encoding="utf-8")
    assert done.stdout == GOLDEN.read_text(encoding="utf-8")
