"""Mentions: names trimmed and typed, pronouns, descriptions of people."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.find.blocks import find_blocks
from sayso.find.mentions import find_mentions
from sayso.find.parse import Parser
from sayso.model.entity import EntityKind, Mention, MentionKind


def mentions(parser: Parser, text: str) -> tuple[Mention, ...]:
    return find_mentions(text, parser.parse(text, find_blocks(text)))


def said(found: tuple[Mention, ...], text: str, kind: MentionKind) -> list[str]:
    return [m.span.of(text) for m in found if m.kind is kind]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # the possessive is not the name's
        ("Mark Harker's lawyer left the room.", ["Mark Harker"]),
        ("Mark Harker’s lawyer left the room.", ["Mark Harker"]),
        # a capitalised title is part of the mention, a small word before it is not
        ("Then Sen. Mark Harker's office called.", ["Sen. Mark Harker"]),
        ("The former senator Mark Harker spoke.", ["Mark Harker"]),
        # a suffix is the name's
        ("He met Paul Harker Jr. in Oslo.", ["Paul Harker Jr.", "Oslo"]),
        # a given name that is also a function word is the name's behind the word for what the person is
        ("She was told so by her supervisor, Per Harker, in May.", ["Per Harker"]),
        # articles are not
        ("She left the Central Intelligence Agency in 1999.", ["Central Intelligence Agency"]),
        # a surname that the document has in full
        ("Susan Harker came late. By noon, Harker was gone.", ["Susan Harker", "Harker"]),
        # a name over a hard-wrapped line
        ("The letter that the mayor had signed on that day was sent to Susan\nHarker by the clerk of the town council.",
         ["Susan\nHarker"]),
    ],
)  # fmt: skip
def test_names(parser: Parser, text: str, names: list[str]) -> None:
    assert said(mentions(parser, text), text, MentionKind.NAME) == names


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Susan Harker resigned.", "Susan Harker", EntityKind.PERSON),
        ("The Department of Justice sued him.", "Department of Justice", EntityKind.PUBLIC_BODY),
        ("He was questioned by the FBI in May.", "FBI", EntityKind.PUBLIC_BODY),
        ("He moved to France in May.", "France", EntityKind.PLACE),
        ("He was hired by Okello Holdings Ltd in May.", "Okello Holdings Ltd", EntityKind.ORGANIZATION),
        ("The White House declined to comment.", "White House", EntityKind.PUBLIC_BODY),
        # by the last word of the name
        ("He sued Varrick Metal Finishing in May.", "Varrick Metal Finishing", EntityKind.ORGANIZATION),
        ("The Ostrey River Water District met.", "Ostrey River Water District", EntityKind.PUBLIC_BODY),
        # by what stands around it
        ("Varrick, which employs 90 people, was fined.", "Varrick", EntityKind.ORGANIZATION),
        ("Two workers at Varrick were hurt.", "Varrick", EntityKind.ORGANIZATION),
        ("Most of Ostrey was asleep.", "Ostrey", EntityKind.PLACE),
        ("GULLHAVEN, Oakland (Coast Wire) -- A fire burned the mill.", "GULLHAVEN", EntityKind.PLACE),
        ("A spokesman, Solvan Anandi, left the hall.", "Solvan Anandi", EntityKind.PERSON),
        # by what it is elsewhere in the document
        ("He owns Varrick Plating Works. Later Varrick said that it was sorry.", "Varrick", EntityKind.ORGANIZATION),
        ("He owns Varrick Plating Works. Later Mr. Varrick said he was sorry.", "Mr. Varrick", EntityKind.PERSON),
    ],
)
def test_kinds(parser: Parser, text: str, name: str, kind: EntityKind) -> None:
    assert [m.entity_kind for m in mentions(parser, text) if m.span.of(text) == name] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The Plaintiff was dismissed on March 3, 2031.",  # a party
        "See 3/15/31 Interview, at 2.",  # a reference
    ],
)
def test_no_names(parser: Parser, text: str) -> None:
    assert said(mentions(parser, text), text, MentionKind.NAME) == []


def test_one_string_has_one_kind(parser: Parser) -> None:
    text = "Tess Okonjo runs the port. Okonjo was hired in 2009. Critics say Okonjo knew. Okonjo denies it."
    kinds = {m.entity_kind for m in mentions(parser, text) if m.span.of(text) == "Okonjo"}
    assert kinds == {EntityKind.PERSON}


def test_pronouns(parser: Parser) -> None:
    text = "I told her that he and his son saw them; it was late and you knew."
    assert said(mentions(parser, text), text, MentionKind.PRONOUN) == ["I", "her", "he", "his", "them", "it", "you"]


@pytest.mark.parametrize(
    ("text", "descriptions"),
    [
        ("The former adviser left.", ["The former adviser"]),
        ("A spokeswoman left.", []),  # somebody not met yet
        ("Tess Okonjo, a spokeswoman for the port, left.", ["a spokeswoman"]),  # said of a name
        ("His lawyer left.", ["His lawyer"]),
        ("The door closed.", []),  # no person
        ("The advisers left.", []),  # several
        ("Tess Okonjo's lawyer left.", ["Tess Okonjo's lawyer"]),
    ],
)
def test_descriptions_of_people(parser: Parser, text: str, descriptions: list[str]) -> None:
    assert said(mentions(parser, text), text, MentionKind.NOMINAL) == descriptions


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Mr. ",
                "Ann ",
                "Oduya",
                "'s ",
                "the ",
                "FBI ",
                ", ",
                ". ",
                "\n\n",
                "Jr.",
                "(",
                ")",
                "“",
                "” ",
                "he ",
                "said ",
            ]
        ),
        max_size=25,
    ).map("".join)
)
def test_any_text_gives_ordered_spans_of_words(parser: Parser, text: str) -> None:
    found = mentions(parser, text)
    assert list(found) == sorted(found, key=lambda m: (m.span.start, -m.span.end))
    names = [m.span for m in found if m.kind is MentionKind.NAME]
    assert all(a.end <= b.start for a, b in itertools.pairwise(names))
    for mention in found:
        words = mention.span.of(text)
        assert words
        assert words == words.strip()
        assert "\n\n" not in words


def test_nothing_in_nothing(parser: Parser) -> None:
    assert mentions(parser, "") == ()
