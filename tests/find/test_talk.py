"""What "I" and "you" mean: in quotations, labelled turns, interviews and hearings without labels; in essays nobody."""

import pytest

from sayso.find.blocks import find_blocks
from sayso.find.coreference import find_entities
from sayso.find.mentions import find_mentions
from sayso.find.parse import Parser

INTERVIEW = """Tess Okonjo on the new port: an interview

Tess Okonjo has run the port of Ostrey since 2009. She was trained in Oslo.

What brought you to Ostrey?

I had an aunt here, and my father was a pilot.

The first winter

Did you like it at first?

No. I was cold, and Paul Lund, who ran the port then, did not like me. He told me to go home.

What would you tell him now?

I would thank him."""

COUPLE = """An interview with Tess Okonjo and Paul Lund

What brought you to Ostrey?

I had an aunt here.

Did you like it at first?

I was cold.

Would you stay?

I would."""

HEARING = """We'll hear argument in case 31-506, Crane versus Ostrey. Ms. Quill.

May it please the Court: The port took the land, and I will show how. My first point is the deed.

Ms. Quill, did your client sign it?

He signed it, Your Honor, but I believe that he was ill.

So why do you rely on it?

I rely on the law.

Thank you. Mr. Lund?

Your Honor, I will be brief."""

LABELLED = """TESTIMONY OF SUSAN HARKER

MS. QUILL: Ms. Harker, where were you on May 3?

MS. HARKER: I was at home with my brother. He was ill.

MS. QUILL: Did you call Mr. Lund?

MS. HARKER: Yes, I called him. I told him that I would quit."""

LETTERED = """Q. Where were you, Mr. Lund?

A. I was out. My brother was with me.

Q. Did he see you leave?

A. He did. I waved to him."""

BROTHER = """MS. QUILL: Where were you?

MR. HARKER: I was out. My brother, Paul Harker, was with me.

MS. QUILL: Did he see you leave?

MR. HARKER: He did. I waved to him."""

ESSAY = """Why do you read this? Because you care. I was born here. My father, Paul Lund, was a pilot.

Susan Harker said that the port was closed. I think she is wrong.

Do you know what a port costs? I do."""


def forms(parser: Parser, text: str) -> dict[str, list[str]]:
    parsed = parser.parse(text, find_blocks(text))
    found = find_entities("d1", text, parsed, find_mentions(text, parsed))
    return {e.name: [m.span.of(text) for m in e.mentions] for e in found}


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        # the verb behind, before, and in the middle
        ("“I have had enough,” Paul Lund said.", "Paul Lund", ["I", "Paul Lund"]),
        ("Paul Lund said: “I have had enough, and my lawyer knows.”", "Paul Lund", ["Paul Lund", "I", "my"]),
        ("“I tried,” said Paul Lund, “and I lost.”", "Paul Lund", ["I", "Paul Lund", "I"]),
        # a sentence later, and in the next paragraph without a verb of its own
        ("“I tried,” Paul Lund said. “I lost.”", "Paul Lund", ["I", "Paul Lund", "I"]),
        ("“I tried,” Paul Lund said.\n\n“I lost. My wife left.”", "Paul Lund", ["I", "Paul Lund", "I", "My"]),
        # by a pronoun, and to somebody
        ("Paul Lund left. “I tried,” he said.", "Paul Lund", ["Paul Lund", "I", "he"]),
        ("Paul Lund told Susan Harker: “You owe me nothing.”", "Susan Harker", ["Susan Harker", "You"]),
        # another speaker begins a new sentence
        ("“I tried,” Paul Lund said. “I lost.” Susan Harker denied it.", "Susan Harker", ["Susan Harker"]),
        # who is quoted is not the "he" of the quotation
        ("Paul Lund met Bill Harker. Lund said: “He owes me money.”", "Bill Harker", ["Bill Harker", "He"]),
        # a spokeswoman's "we"
        ("“We will appeal,” said Tess Okonjo, a spokeswoman for the Harbor Board.", "Harbor Board",
         ["We", "Harbor Board"]),
        # nobody's
        ("“I have had enough.” Paul Lund left the room.", "Paul Lund", ["Paul Lund"]),
    ],
)  # fmt: skip
def test_in_quotations(parser: Parser, text: str, name: str, words: list[str]) -> None:
    assert forms(parser, text)[name] == words


def test_an_interview(parser: Parser) -> None:
    found = forms(parser, INTERVIEW)
    assert found["Tess Okonjo"] == [
        *("Tess Okonjo", "Tess Okonjo", "She", "you", "I", "my", "you", "I", "me", "me", "you", "I"),
    ]
    assert found["Paul Lund"] == ["Paul Lund", "He", "him", "him"]


def test_of_two_who_are_interviewed_nobody_is_guessed(parser: Parser) -> None:
    found = forms(parser, COUPLE)
    assert (found["Tess Okonjo"], found["Paul Lund"]) == (["Tess Okonjo"], ["Paul Lund"])


def test_a_hearing(parser: Parser) -> None:
    found = forms(parser, HEARING)
    assert found["Quill"] == ["Ms. Quill", "I", "My", "Ms. Quill", "your", "I", "you", "I"]
    assert found["Lund"] == ["Mr. Lund", "I"]


def test_labels(parser: Parser) -> None:
    found = forms(parser, LABELLED)
    assert found["Susan Harker"] == [
        *("SUSAN HARKER", "Ms. Harker", "you", "MS. HARKER", "I", "my", "you", "MS. HARKER", "I", "I", "I"),
    ]
    assert found["Lund"] == ["Mr. Lund", "him", "him"]


def test_letters_for_labels(parser: Parser) -> None:
    assert forms(parser, LETTERED) == {"Lund": ["you", "Mr. Lund", "I", "My", "me", "you", "I"]}


def test_a_brother_who_bears_the_same_surname(parser: Parser) -> None:
    found = forms(parser, BROTHER)
    assert found["HARKER"] == ["you", "MR. HARKER", "I", "My", "me", "you", "MR. HARKER", "I"]
    assert found["Paul Harker"] == ["My brother", "Paul Harker", "he", "He", "him"]


def test_an_essay_is_no_talk(parser: Parser) -> None:
    assert forms(parser, ESSAY) == {"Paul Lund": ["My father", "Paul Lund"], "Susan Harker": ["Susan Harker", "she"]}
