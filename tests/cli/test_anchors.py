"""`sayso anchors`: the events of a case, listed, added and forgotten."""

import json

import pytest

from tests.cli.conftest import Sayso


def test_anchors_are_added_listed_and_forgotten(ask_apart: Sayso) -> None:
    assert "No anchors yet" in ask_apart("anchors").stdout
    done = ask_apart("anchors", "add", "the gates", "2021-03-03", "--as", "R. Field")
    assert done.returncode == 0, done.stderr
    assert "the gates is 2021-03-03." in done.stdout
    assert "1 document holds the words" in done.stdout
    [row] = json.loads(ask_apart("anchors", "--json").stdout)
    assert (row["name"], row["date"], row["by"]) == ("the gates", "2021-03-03", "R. Field")
    assert "2021-03-03" in ask_apart("anchors").stdout
    assert "no anchor any more" in ask_apart("anchors", "remove", "The Gates").stdout
    assert json.loads(ask_apart("anchors", "--json").stdout) == []


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("add", "the merger"), "Write `sayso anchors add"),  # no date
        (("forget", "the merger"), "Write `sayso anchors add"),  # no such word
        (("add", "the merger", "last May"), "no EDTF date"),  # not a date
        (("remove", "the merger"), "has no anchor"),  # unknown
    ],
)
def test_wrong_words_are_answered_in_a_sentence(ask_apart: Sayso, words: tuple[str, ...], why: str) -> None:
    done = ask_apart("anchors", *words)
    assert done.returncode == 2
    assert why in done.stderr
