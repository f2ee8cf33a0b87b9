"""`sayso show`, as a person reads it."""

import json
from pathlib import Path

import pytest
from rich.console import Console

from sayso.cli.passage import legend, marked_passages, passages_around
from sayso.cli.wording import how_many
from sayso.model.span import Span
from sayso.model.statement import Unnamed
from tests.cli.conftest import Sayso


def first(ask: Sayso, *query: str) -> str:
    """The id of the first statement that a query finds."""
    return str(json.loads(ask("statements", *query, "--json").stdout)[0]["id"])


def test_a_denial_is_shown_with_voices_and_words(ask: Sayso) -> None:
    shown = ask("show", first(ask, "act:deny")).stdout
    assert "Waterways Trust denies  s" in shown.splitlines()[0]
    assert "‹The Waterways Trust› {denied} [that the gates were ever open]" in shown
    assert "‹source›   {cue}   [content]" in shown
    assert "as certainly not so, in the writer's words (indirect)" in shown
    assert "voices      The lock at Brack Mill › " in shown
    assert "2021-03-05 · lock.txt  d" in shown
    assert "nobody has confirmed it" in shown


def test_an_unnamed_source_is_told_with_number_and_terms(ask: Sayso) -> None:
    shown = ask("show", first(ask, "named:no", "gates")).stdout
    assert "(unnamed) say  s" in shown
    assert "two people: “Two lock-keepers" in shown
    assert "asked not to be named" in shown


def test_the_beginning_of_an_id_is_enough_and_more_is_asked_for_if_not(ask: Sayso) -> None:
    id = first(ask, "act:deny")
    assert ask("show", id[:8]).stdout == ask("show", id).stdout
    unclear = ask("show", "s")
    assert unclear.returncode == 2
    assert "Write more of the one you mean." in " ".join(unclear.stderr.split())


def test_a_gap_tells_who_speaks_beside_it(ask: Sayso) -> None:
    gaps = json.loads(ask("gaps", "kind:no-comment", "--json").stdout)
    shown = ask("show", gaps[0]["id"]).stdout
    assert shown.startswith("No comment  g")
    assert "Said in that passage" in shown
    assert "declined to" in " ".join(shown.split("Said in that passage")[0].split())


def test_a_document_tells_what_was_found(ask: Sayso) -> None:
    documents = json.loads(ask("documents", "--json").stdout)
    shown = ask("show", documents[0]["id"]).stdout
    assert "published   2021-03-05 (a person says so)" in shown
    assert "denies 1" in shown
    assert "Who says what" in shown


def test_a_person_is_shown_where_they_are_mentioned(ask: Sayso) -> None:
    people = json.loads(ask("people", "Sallow", "--json").stdout)
    shown = ask("show", people[0]["id"]).stdout
    assert shown.startswith("Tom Sallow · person  p")
    assert "‹Tom Sallow›" in shown
    assert "in 1 document" in shown


def test_lines_fit_and_none_ends_in_blanks(ask: Sayso) -> None:
    lines = ask("show", first(ask, "act:deny")).stdout.split("\n")
    assert all(len(line) <= 100 and line == line.rstrip() for line in lines)


def shown(text: str, **marks: str) -> str:
    """The passage as plain text with the first place of each of these words marked."""
    spans = {role: [Span(text.index(words), text.index(words) + len(words))] for role, words in marks.items()}
    around = passages_around(text, [s for held in spans.values() for s in held])
    return marked_passages(text, around, spans).plain


PASSAGES = [
    # the paragraph, not its neighbours
    ("One.\n\nFinch said no.\n\nTwo.", {"cue": "said"}, "Finch {said} no."),
    # two paragraphs far from each other, what lies between is left out
    (
        "FINCH: Yes.\n\nTwo.\n\nThree.",
        {"source": "FINCH", "content": "Three."},
        "‹FINCH›: Yes.\n\n[Three.]",
    ),
    # paragraphs that follow each other
    ("Finch said:\n\n“No.”\n\nTwo.", {"cue": "said", "content": "“No.”"}, "Finch {said}:\n\n[“No.”]"),
    # hard-wrapped lines are one paragraph
    (
        "The ferry that left the pier at nine in the morning was late again,\nFinch said on Friday.",
        {"cue": "said"},
        "The ferry that left the pier at nine in the morning was late again, Finch {said} on Friday.",
    ),
    # short lines are lines
    ("[12:01] ada: no\n[12:02] tom: yes", {"content": "yes"}, "[12:01] ada: no\n[12:02] tom: [[yes]]"),
    # quoted mail keeps its signs
    ("Tom wrote:\n> Ada said no.\n> Again.", {"cue": "said"}, "Tom wrote:\n> Ada {said} no.\n> Again."),
    # roles side by side close before they open
    ("Finch said no.", {"source": "Finch ", "cue": "said "}, "‹Finch ›{said }no."),
]


@pytest.mark.parametrize(("text", "marks", "expected"), PASSAGES)
def test_passages(text: str, marks: dict[str, str], expected: str) -> None:
    assert shown(text, **marks) == expected


def test_of_a_long_paragraph_the_near_sentences_are_shown() -> None:
    text = "It rained. " * 200 + "Finch said no. " + "It rained. " * 200
    words = shown(text, cue="said")
    assert words.startswith("… It rained.")
    assert "Finch {said} no." in words
    assert words.endswith("It rained. …")
    assert len(words) < 1200


def test_an_answer_is_shown_with_its_question() -> None:
    text = "One.\n\nQ. Did you?\n\nA. I did.\n\nTwo."
    answer = [Span(text.index("A."), text.index("I")), Span(text.index("I"), text.index("I") + 6)]
    (passage,) = passages_around(text, answer, and_before=True)
    assert passage.of(text) == "Q. Did you?\n\nA. I did."


def test_the_legend_shows_the_brackets_in_use() -> None:
    text = "Finch [the clerk] said no."
    marks = {"cue": [Span(18, 22)], "content": [Span(23, 25)], "source": []}
    assert legend(text, [Span(0, len(text))], marks).plain == "{cue}   [[content]]"


def test_roles_differ_on_a_terminal_too() -> None:
    console = Console(force_terminal=True, color_system="standard", width=80)
    text = "Finch said no."
    marks = {"source": [Span(0, 5)], "cue": [Span(6, 10)], "content": [Span(11, 13)]}
    with console.capture() as capture:
        console.print(marked_passages(text, [Span(0, len(text))], marks))
    assert {"\x1b[4;36mFinch", "\x1b[3;33msaid", "\x1b[1mno"} <= {p.split("\x1b[0m")[0] for p in _styled(capture.get())}


def _styled(printed: str) -> list[str]:
    return ["\x1b" + part for part in printed.split("\x1b")[1:]]


NUMBERS = [
    (1, 1, "one person"),
    (2, 2, "two people"),
    (2, None, "at least two people"),
    (1, None, "at least one person"),
    (2, 5, "two to five people"),
    (12, 12, "12 people"),
]


@pytest.mark.parametrize(("least", "most", "words"), NUMBERS)
def test_how_many(least: int, most: int | None, words: str) -> None:
    assert how_many(Unnamed(least, most, "officials")) == words


def test_a_mail_is_shown_with_its_thread(sayso: Sayso, tmp_path: Path) -> None:
    head = "From: Ane <ane@kelpline.example>\nTo: Bo <bo@kelpline.example>\n"
    mails = {
        "a.eml": f"{head}Message-ID: <a@x>\nDate: Mon, 3 May 2021 09:15:00 +0200\nSubject: The quay\n\nIt is closed.\n",
        "b.eml": f"{head}Message-ID: <b@x>\nDate: Sun, 2 May 2021 09:15:00 +0200\nSubject: Re: The quay\n"
        "In-Reply-To: <a@x>\n\nIt is not.\n",
        "c.eml": f"{head}Message-ID: <c@x>\nDate: Tue, 4 May 2021 09:15:00 +0200\nSubject: The lock\n"
        "In-Reply-To: <lost@x>\n\nNor is that.\n",
    }
    for name, mail in mails.items():
        (tmp_path / name).write_text(mail)
    case = str(tmp_path / "mails.sayso")
    assert sayso("add", str(tmp_path), "--case", case, "--workers", "1").returncode == 0
    rows = json.loads(sayso("documents", "--case", case, "--json").stdout)
    ids = {row["name"]: row["id"] for row in rows}
    shown = sayso("show", ids["a.eml"], "--case", case).stdout
    assert "The thread (2 mails)" in shown
    assert "sent before what it answers" in " ".join(shown.split())
    assert "not in the case: <lost@x>" in sayso("show", ids["c.eml"], "--case", case).stdout
    thread = json.loads(sayso("show", ids["b.eml"], "--case", case, "--json").stdout)["thread"]
    assert [(one["document"], one["depth"], one["answers"], one["too_early"]) for one in thread] == [
        (ids["a.eml"], 0, None, False),
        (ids["b.eml"], 1, ids["a.eml"], True),
    ]
