"""Statements corrected from the command line: by an option, and at the keyboard of a sitting."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Sayso, _run

RENN = "speaker:Renn"


@pytest.fixture
def ask(mill: Path, tmp_path: Path) -> Sayso:
    shutil.copy(mill, tmp_path / "case.sayso")
    return lambda *arguments, stdin="": _run(tmp_path, *arguments, stdin=stdin)


def statement(ask: Sayso, query: str) -> dict[str, object]:
    rows = json.loads(ask("statements", query, "--json").stdout)
    return dict(rows[0])


def test_a_wrong_speaker_is_corrected_by_an_option_and_taken_back(ask: Sayso) -> None:
    id = str(statement(ask, RENN)["id"])
    done = ask("review", "statements", "--correct", id, "speaker", "Ilse Brandt", "--as", "Eva")
    assert done.stdout.startswith(f"{id} is corrected, says Eva (decision 1)")
    assert id in [row["id"] for row in json.loads(ask("statements", "speaker:Brandt", "--json").stdout)]
    shown = ask("show", id).stdout
    assert "confirmed" in shown
    assert "machine read" in shown
    assert "speaker “Tobias Renn”" in shown
    ask("review", "statements", "--undo", id)
    assert statement(ask, RENN)["id"] == id
    assert "machine read" not in ask("show", id).stdout


def test_words_are_those_nearest_to_the_statement(ask: Sayso) -> None:
    id = str(statement(ask, RENN)["id"])
    ask("review", "statements", "--correct", id, "cue", "said  that")
    [row] = [r for r in json.loads(ask("statements", RENN, "--json").stdout) if r["id"] == id]
    assert "said that" in json.dumps(row)
    wrong = ask("review", "statements", "--correct", id, "cue", "swore that")
    assert wrong.returncode == 2
    assert "do not stand in the document" in wrong.stderr


def test_a_sitting_corrects_by_key(ask: Sayso) -> None:
    # An act that is none is told and asked again; then the speaker; then the correction is taken back.
    done = ask("review", "statements", RENN, "--as", "Eva", stdin="e\na\nshout\ns\nIlse Brandt\nq\n")
    assert done.returncode == 0, done.stderr
    assert "There is no act 'shout'" in done.stdout
    assert "is corrected, says Eva" in done.stdout
    assert "1 decided" in done.stdout


def test_events_are_not_corrected(ask: Sayso) -> None:
    done = ask("review", "events", stdin="e\nq\n")
    assert "e correct" not in done.stdout
