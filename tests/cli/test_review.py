"""Who is who from the command line: people, review people, same."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Sayso, _run

PILE = {
    "a.txt": "Leonora Quist said the lock was shut. Tess Abara, a member of the board, denied it.\n",
    "b.txt": '"It is safe," Leonora Quist said. Theresa Abara declined to comment.\n',
    "c.txt": "Abara said that nobody had called her.\n",
}


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("review")
    (folder / "pile").mkdir()
    for name, text in PILE.items():
        (folder / "pile" / name).write_text(text)
    done = _run(folder, "add", "pile", "--workers", "1")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def ask(read_once: Path, tmp_path: Path) -> Sayso:
    """Runs a command beside a copy of that case."""
    shutil.copy(read_once / "case.sayso", tmp_path)
    return lambda *arguments, stdin="": _run(tmp_path, *arguments, stdin=stdin)


def documents(ask: Callable[..., object], name: str) -> int:
    [row] = [r for r in json.loads(ask("people", "--json").stdout) if r["name"] == name]  # type: ignore[attr-defined]
    return int(row["documents"])


def test_people_tell_how_many_they_may_be_and_one_is_shown_in_full(ask: Sayso) -> None:
    listed = ask("people").stdout
    assert "may be" in listed
    assert "sayso review people" in listed
    one = ask("people", "Tess", "Abara").stdout
    assert "May be the same as" in one
    assert "short form: tess / theresa" in one
    assert "‹Tess Abara›" in one


def test_suggestions_are_listed_with_reasons(ask: Sayso) -> None:
    [first, *_] = json.loads(ask("review", "people", "--json").stdout)
    assert {first["first"]["name"], first["second"]["name"]} == {"Tess Abara", "Theresa Abara"}
    assert {"ground": "short form", "first": "tess", "second": "theresa", "weight": 0.15} in first["reasons"]
    assert "short form" in ask("review", "people", "--list").stdout
    assert json.loads(ask("review", "people", "Leonora Quist", "--json").stdout) == []


def test_keys_decide_and_undo(ask: Sayso) -> None:
    done = ask("review", "people", "--as", "Eva", stdin="x\ny\nu\ny\nn\nq\n")
    assert done.returncode == 0, done.stderr
    assert "Decision 1 is undone." in done.stdout
    assert "No pair waits for a decision." in done.stdout
    assert documents(ask, "Theresa Abara") == 2
    assert json.loads(ask("review", "people", "--json").stdout) == []
    said = [(r["action"], r["by"]) for r in json.loads(ask("log", "--json").stdout) if r["by"] == "Eva"]
    assert said.count(("joined", "Eva")) == 4
    assert ("undone", "Eva") in said


def test_hold_and_skip_ask_no_more_in_this_sitting(ask: Sayso) -> None:
    done = ask("review", "people", stdin="h\n" + "s\n" * 5)
    assert "No pair waits" in done.stdout
    assert json.loads(ask("review", "people", "--json").stdout)[-1]["held"]


def test_options_decide(ask: Sayso) -> None:
    done = ask("review", "people", "--same", "Tess Abara", "Theresa Abara", "--as", "Eva")
    assert done.stdout.startswith("Tess Abara and Theresa Abara are one, says Eva (decision 1;")
    assert documents(ask, "Theresa Abara") == 2
    [row] = json.loads(ask("people", "Theresa", "--json").stdout)
    member = row["members"][0]["entity"]
    assert "are two" in ask("review", "people", "--split", "Theresa Abara", "--off", member).stdout
    assert "is called Leo Quist" in ask("review", "people", "--rename", "Leonora Quist", "Leo Quist").stdout
    assert documents(ask, "Leo Quist") == 2
    assert "Decision 3 is undone" in ask("review", "people", "--undo", "3").stdout
    assert documents(ask, "Leonora Quist") == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--same", "Nobody", "Tess Abara"), "no item 'Nobody'"),
        (("--split", "Tess Abara"), "--off"),
        (("--undo", "4"), "no decision 4"),
        (("--same", "Tess Abara", "Theresa Abara", "--undo", "1"), "one of"),
    ],
)
def test_wrong_use_is_told(ask: Sayso, arguments: tuple[str, ...], told: str) -> None:
    done = ask("review", "people", *arguments)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_same_answers_line_by_line(sayso: Sayso) -> None:
    lines = [
        ["Person", "J.-P. Abara", "Jean-Paul Abara"],
        ["Person", "Paul Harker", "Paul Harker Jr."],
        ["Company", "Okello Shipping Ltd", "Okello Shipping Limited"],
    ]
    done = sayso("same", "--jsonl", stdin="".join(json.dumps(line) + "\n" for line in lines))
    assert (done.returncode, done.stdout.split()) == (0, ["true", "false", "true"])


def test_same_tells_its_reasons(sayso: Sayso) -> None:
    assert sayso("same", "Tess Abara", "Theresa Abara").stdout == (
        "compatible (equal: abara / abara; short form: tess / theresa)\n"
    )


@pytest.mark.parametrize("line", ["", "[1, 2]", '["Person", "A"]', "nonsense", '{"a": 1}'])
def test_same_refuses_other_lines(sayso: Sayso, line: str) -> None:
    done = sayso("same", "--jsonl", stdin=f'["Person", "A B", "A B"]\n{line}\n')
    assert (done.returncode, done.stdout) == ((0, "true\n") if not line else (2, "true\n"))
    assert ("Line 2" in done.stderr) == bool(line)
