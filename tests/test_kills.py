"""Killed ten times at random moments, a case loses nothing that was reported and tears nothing."""

from pathlib import Path

from benchmarks.kills import STUB, run


def test_ten_kills(tmp_path: Path) -> None:
    outcome = run(tmp_path, kills=10, make=STUB, documents=200, seed=7, longest=2.5)
    assert outcome.kills == 10
