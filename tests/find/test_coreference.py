"""Who is who in one document: names, apposition, pronouns, and who must stay apart."""

import pytest

from sayso.find.blocks import find_blocks
from sayso.find.coreference import find_entities
from sayso.find.mentions import find_mentions
from sayso.find.parse import Parser
from sayso.model.entity import Entity, EntityKind


def entities(parser: Parser, text: str) -> tuple[Entity, ...]:
    parsed = parser.parse(text, find_blocks(text))
    return find_entities("d1", text, parsed, find_mentions(text, parsed))


def forms(parser: Parser, text: str) -> dict[str, list[str]]:
    """For each entity's name the words of its mentions."""
    return {e.name: [m.span.of(text) for m in e.mentions] for e in entities(parser, text)}


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        # surname alone, title and surname, given name alone
        ("Susan Harker came. Harker sat down.", "Susan Harker", ["Susan Harker", "Harker"]),
        ("Susan Harker came. Ms. Harker sat down.", "Susan Harker", ["Susan Harker", "Ms. Harker"]),
        ("Susan Harker came. Later Susan sat down.", "Susan Harker", ["Susan Harker", "Susan"]),
        # initials and short forms
        ("Susan B. Harker came. Susan Harker sat.", "Susan B. Harker", ["Susan B. Harker", "Susan Harker"]),
        ("William Harker came. Bill Harker sat down.", "William Harker", ["William Harker", "Bill Harker"]),
        # what somebody is called
        ("Susan Harker, whom most of the town calls Bibi, came. Then Bibi sat down.", "Susan Harker",
         ["Susan Harker", "Bibi", "Bibi"]),
        ("Susan Harker, known to the crew as “Bibi,” came. Then Bibi sat down.", "Susan Harker",
         ["Susan Harker", "Bibi", "Bibi"]),
        ("Susan “Bibi” Harker came. Then Bibi sat down and Harker left.", "Susan “Bibi” Harker",
         ["Susan “Bibi” Harker", "Bibi", "Harker"]),
        # firms and papers cut short
        ("He sued Varrick Metal Works. Varrick, which makes keys, paid.", "Varrick Metal Works",
         ["Varrick Metal Works", "Varrick"]),
        ("The Ostrey Sentinel said so. The Sentinel erred.", "Ostrey Sentinel", ["Ostrey Sentinel", "Sentinel"]),
        # acronyms
        ("The Federal Bureau of Investigation (FBI) came. The FBI left.", "Federal Bureau of Investigation",
         ["Federal Bureau of Investigation", "FBI", "FBI"]),
        # one place, two ways to write it
        ("The United States agreed. The U.S. then paid.", "United States", ["United States", "U.S."]),
        # pronouns
        ("Susan Harker came home. She was tired.", "Susan Harker", ["Susan Harker", "She"]),
        ("Susan Harker met Paul Lund in Oslo. He gave her a key.", "Susan Harker", ["Susan Harker", "her"]),
        ("Susan Harker met Paul Lund in Oslo. He gave her a key.", "Paul Lund", ["Paul Lund", "He"]),
        # apposition, and the description afterwards
        ("Tess Okonjo, a spokeswoman for the port, came. The spokeswoman sat down.", "Tess Okonjo",
         ["Tess Okonjo", "a spokeswoman", "The spokeswoman"]),
    ],
)  # fmt: skip
def test_together(parser: Parser, text: str, name: str, words: list[str]) -> None:
    assert forms(parser, text)[name] == words


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # father and son: the bare surname is the one without a suffix
        ("Paul Harker Jr. called Paul Harker. Harker Jr. hung up.", {"Paul Harker Jr.", "Paul Harker"}),
        # sisters
        ("Ann Lund and Susan Lund came to Oslo.", {"Ann Lund", "Susan Lund", "Oslo"}),
        # contradicting middle initials
        ("Paul B. Harker met Paul C. Harker.", {"Paul B. Harker", "Paul C. Harker"}),
    ],
)
def test_apart(parser: Parser, text: str, names: set[str]) -> None:
    assert set(forms(parser, text)) == names


def test_a_surname_of_two_is_nobodys(parser: Parser) -> None:
    found = forms(parser, "Susan Harker and Paul Harker came home. In the evening, Harker went out.")
    assert found == {"Susan Harker": ["Susan Harker"], "Paul Harker": ["Paul Harker"], "Harker": ["Harker"]}


def test_a_surname_used_long_before_the_full_name_is_somebody_elses(parser: Parser) -> None:
    text = "President Harker signed it. " + "Nothing else was said that day. " * 40 + "Paul Harker came. Harker left."
    assert forms(parser, text) == {"Harker": ["President Harker", "Harker"], "Paul Harker": ["Paul Harker"]}


def test_who_is_called_junior_is_not_called_by_the_bare_surname(parser: Parser) -> None:
    found = forms(parser, "Paul Harker Jr. came. Harker Jr. sat down. In Oslo, Harker slept.")
    assert found["Paul Harker Jr."] == ["Paul Harker Jr.", "Harker Jr."]
    assert found["Harker"] == ["Harker"]


def test_a_title_tells_which_of_two(parser: Parser) -> None:
    found = forms(parser, "Susan Harker and Paul Harker came home. In the evening, Mr. Harker went out.")
    assert found["Paul Harker"] == ["Paul Harker", "Mr. Harker"]


def test_a_pronoun_of_nobody_is_in_no_entity(parser: Parser) -> None:
    assert forms(parser, "She was tired. The door closed.") == {}
    assert forms(parser, "Paul Harker came home. She was tired.") == {"Paul Harker": ["Paul Harker"]}


def test_an_object_is_not_its_subject(parser: Parser) -> None:
    assert forms(parser, "Paul Harker called him.")["Paul Harker"] == ["Paul Harker"]
    assert forms(parser, "Paul Harker blamed himself.")["Paul Harker"] == ["Paul Harker", "himself"]


def test_entity_fields(parser: Parser) -> None:
    text = "The letter that the mayor had signed on that day was sent to Sen. Susan\nHarker at once. HARKER said no."
    (harker,) = entities(parser, text)
    assert (harker.name, harker.kind, harker.id[0]) == ("Susan Harker", EntityKind.PERSON, "e")
    assert entities(parser, text) == (harker,)
    assert len({e.id for e in entities(parser, "Ann Lund met Paul Harker in Oslo.")}) == 3


def test_nothing_in_nothing(parser: Parser) -> None:
    assert entities(parser, "") == ()
