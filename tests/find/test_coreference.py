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


def test_a_title_tells_whom_a_table_of_contents_means(parser: Parser) -> None:
    contents = "1. Ambassador Harker's Trips to Oslo\n\n" + "Nothing else was said that day. " * 40
    text = contents + "\n\nAmbassador Paul Harker came. Harker left."
    assert forms(parser, text)["Paul Harker"] == ["Ambassador Harker", "Ambassador Paul Harker", "Harker"]


def test_an_important_person_is_not_the_person_of_another_page(parser: Parser) -> None:
    text = "Paul Harker was an important person. He left.\n\nThe person whom I described to you would be happy to talk."
    assert "The person" not in forms(parser, text)["Paul Harker"]


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


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        # a term that a filing defines
        ("Jonas Reed Holdings LLC (the “Company”) was formed in 2011. The Company leased a hangar.",
         "Jonas Reed Holdings LLC", ["Jonas Reed Holdings LLC", "Company", "Company"]),
        # a firm and a body described
        ("Susan Harker worked for Varrick Metal Works. The company paid.", "Varrick Metal Works",
         ["Varrick Metal Works", "The company"]),
        ("The Department of Ferries sued. The agency won, and the Department paid.", "Department of Ferries",
         ["Department of Ferries", "The agency", "Department"]),
        # what a body says of itself
        ("The Harbor Board said it would appeal. It added that its lawyers were ready.", "Harbor Board",
         ["Harbor Board", "it", "It", "its"]),
        # a nickname in brackets is the given name from then on
        ("Jefferson (Jeff) Harker came. Jeff Harker sat down.", "Jefferson (Jeff) Harker",
         ["Jefferson (Jeff) Harker", "Jeff Harker"]),
        # who is said to say it
        ("Paul Lund met Bill Harker at the port. Lund said he was ill.", "Paul Lund", ["Paul Lund", "Lund", "he"]),
        # a number of a footnote that sticks to the name
        ("He met Susan Harker.12 Harker left.", "Susan Harker", ["Susan Harker", "Harker"]),
    ],
)  # fmt: skip
def test_more_together(parser: Parser, text: str, name: str, words: list[str]) -> None:
    assert forms(parser, text)[name] == words


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        # another company was spoken of in between
        ("Varrick Metal Works paid. A company from Oslo sued. The company lost.", "Varrick Metal Works",
         ["Varrick Metal Works"]),
        # two boards
        ("The Harbor Board met the School Board in May and again in June. The board won.", "Harbor Board",
         ["Harbor Board"]),
        # a clerk without a name may be the one
        ("The port was sold to Paul Lund. A clerk saw a light. He called out.", "Paul Lund", ["Paul Lund"]),
        # rain is nobody
        ("The Harbor Board said it was raining.", "Harbor Board", ["Harbor Board"]),
        # a son of the same name, introduced as such
        ("Harker came home. His son, Paul Harker, was ill. Harker called a doctor.", "Paul Harker",
         ["His son", "Paul Harker"]),
        ("Donald Crane and Donald Crane Jr. flew. Crane slept.", "Donald Crane Jr.", ["Donald Crane Jr."]),
        ("Michael Crane spoke. Later, David Crane, no relation, spoke. Crane sat down.", "Michael Crane",
         ["Michael Crane"]),
    ],
)  # fmt: skip
def test_more_apart(parser: Parser, text: str, name: str, words: list[str]) -> None:
    assert forms(parser, text)[name] == words


def test_a_heading_that_runs_into_the_text_makes_no_second_harker(parser: Parser) -> None:
    text = "Susan Harker met Paul Lund in the background.\n\nBackground Harker was born in Oslo. Harker sat down."
    assert forms(parser, text)["Susan Harker"][-1] == "Harker"
