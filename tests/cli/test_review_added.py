"""Events added by hand from the command line: by their words, on the chronology and in every export, taken back."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso import casebook
from sayso.cli import app

WORDS = "Three swans died below the weir"
Ask = Callable[..., Result]


@pytest.fixture
def ask(own_mill: Path) -> Ask:
    return lambda *arguments: CliRunner().invoke(app, [*arguments, "--case", str(own_mill)])


@pytest.fixture
def herald(own_mill: Path) -> str:
    with casebook.open(own_mill, write=False) as book:
        return next(book.documents("doc:herald.txt")).id


def options(*more: str) -> Sequence[str]:
    return ("--kind", "meeting", "--with", "Bram Teague", "--with", "the crew", "--as", "Bo", *more)


def test_it_is_on_the_chronology_and_in_exports_with_who_added_it(ask: Ask, herald: str, tmp_path: Path) -> None:
    made = ask("review", "add-event", herald, WORDS, *options("--date", "2031-03~", "--source", "Ilse Brandt"))
    assert made.exit_code == 0, made.output
    assert "added by Bo" in made.output
    [row] = json.loads(ask("timeline", "--person", "Bram Teague", "state:confirmed", "--json").stdout)
    assert (row["added_by"], row["date"], row["words"]) == ("Bo", "2031-03~", WORDS)
    assert row["participants"] == ["Bram Teague", "the crew"]
    assert row["voices"] == ["The Weir Herald", "Captain Ilse Brandt"] or row["voices"][1:] == ["Ilse Brandt"]
    assert "added by Bo" in ask("timeline").stdout
    for form in ("html", "svg"):
        ask("timeline", f"--{form}", str(tmp_path / form))
        assert "added by Bo" in (tmp_path / form).read_text(encoding="utf-8")
    for form in ("csv", "ftm", "timelinejs"):
        ask("export", form, "--out", str(tmp_path / f"x.{form}"), *(["--table", "events"] if form == "csv" else []))


def test_it_is_taken_back(ask: Ask, herald: str) -> None:
    ask("review", "add-event", herald, WORDS, *options())
    [row] = json.loads(ask("events", "state:confirmed", "--json").stdout)
    assert ask("review", "events", "--undo", row["id"], "--as", "Bo").exit_code == 0
    assert json.loads(ask("events", "state:confirmed", "--json").stdout) == []
    assert [line["action"] for line in json.loads(ask("log", "--json").stdout)[:2]] == ["undone", "added"]


# (document's words, further options, what the error says)
MISTAKES = [
    ("no such words", (), "don't stand in it"),
    ("solvent", (), "times in it"),
    (WORDS, ("--date", "the day of the swans"), "is no date"),
    (WORDS, ("--time", "27:00"), "no time of day"),
]


@pytest.mark.parametrize(("words", "more", "said"), MISTAKES)
def test_mistakes_say_what_to_do(ask: Ask, herald: str, words: str, more: Sequence[str], said: str) -> None:
    done = ask("review", "add-event", herald, words, *options(*more))
    assert done.exit_code != 0
    assert said in " ".join((done.output + str(done.exception)).split())
