"""Rows: a text with its sources in <> and their cues in {}, and what is read of them. All names are invented."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.quotes import find_quotes
from sayso.find.attribution.speakers import Speaker, Speakers
from sayso.find.attribution.writers import Writers
from sayso.find.blocks import find_blocks
from sayso.find.coreference import find_entities
from sayso.find.mentions import find_mentions
from sayso.find.parse import Parser
from sayso.model.document import Document, MarkKind, Metadata, Text
from sayso.model.span import Span
from sayso.model.statement import Unnamed
from sayso.read.typed_redactions import typed_redactions


def read(parser: Parser, marked: str) -> list[Speaker]:
    """The speakers of the marked sources; the statement of the n-th source has the id n."""
    text, sources, cues = "", [], []
    for piece in re.split(r"(<[^>]*>|\{[^}]*\})", marked):
        inside = piece[1:-1] if piece[:1] in ("<", "{") else piece
        span = Span(len(text), len(text) + len(inside))
        text += inside
        if piece.startswith("<"):
            sources.append(span)
        elif piece.startswith("{"):
            cues.append(span)
    blocks = find_blocks(text)
    parsed = parser.parse(text, blocks)
    grammar = Grammar(parsed, find_quotes(text, blocks))
    entities = find_entities("d0", text, parsed, find_mentions(text, parsed))
    document = Document("d0", "a.txt", "", "text/plain", Metadata(), Text(text, marks=typed_redactions(text)))
    redactions = document.text.marked(MarkKind.REDACTION)
    speakers = Speakers(Writers(document, entities), text, grammar, entities, redactions)
    pairs = zip(sources, cues, strict=True)
    return [speakers.read(str(n), grammar.inside(s), grammar.inside(c)) for n, (s, c) in enumerate(pairs)]


def unnamed(parser: Parser, marked: str) -> Unnamed:
    """What is read of the last source, which must be one without a name."""
    last = read(parser, marked)[-1]
    assert last.unnamed is not None, last
    assert (last.named, last.entity) == (False, None)
    return last.unnamed


NAMED = [
    "<Ilse Brandt> {said} the valve failed.",
    "<Brandt> {said} the valve failed.",
    "“The valve failed,” {said} <Brandt>, who runs the port.",
    "<Port director Ilse Brandt> {said} the valve failed.",
    "<The port's director, Ilse Brandt,> {said} the valve failed.",
    "<Founder and chief engineer Ilse Brandt> {said} the valve failed.",
    "<Her supervisor, Per Lindmark,> {said} the valve failed.",
    "<An individual named Orla Finch> {said} the valve failed.",
    "<A spokeswoman for the port, Orla Finch,> {said} the valve failed.",
    "<The Gullhaven Gazette> {reported} that the valve failed.",
    "<The Gullhaven Observer> {reported} that the valve failed.",  # a noun for a person ends the paper's name
    "<Gullhaven Police> {said} the valve failed.",
    "The valve failed, <Gullhaven police> {said}.",  # whose police it is tells which
    "<Brandt's office> {said} the valve failed.",
    "<Brandt's letter> {says} the valve failed.",
    "<The Danish government> {said} the valve failed.",
    "<Danish state media> {said} the valve failed.",
    "<A Gullhaven Gazette report> {said} the valve failed.",
    "The valve failed, {according to} <data compiled by Harborwatch>.",
    "The valve failed, {according to} <a study by Harborwatch>.",
    "The valve failed, {according to} <research from Harborwatch>.",
    "The valve failed, {according to} <Harborwatch data>.",
    "<The Attorney General> {said} the valve failed.",  # an office in capitals has one holder
    "<The Danish Prime Minister> {said} the valve failed.",
    "<Baker> {said} the valve failed.",  # no article: a family name
    "“It failed,” <Baker> {said}.",
    "<Brandt and two engineers> {said} the valve failed.",
    "<The University of Gullhaven> {said} the valve failed.",
    "<Gullhaven's harbor board> {said} the valve failed.",
    "<The Harbor Safety Board's report> {found} that the valve failed.",
    "<Mr. Brandt> {said} the valve failed.",
    "<MS. QUILL>{:} The valve failed.",
    "<The engineer>, Ilse Brandt, {said} the valve failed.",  # the name stands between description and cue
]


@pytest.mark.parametrize("marked", NAMED)
def test_named(parser: Parser, marked: str) -> None:
    (speaker,) = read(parser, marked)
    assert speaker.named
    assert speaker.unnamed is None


DESCRIBED = [
    # text, least, most, description
    ("<An official> {said} the valve failed.", 1, 1, "An official"),
    ("<A Navy official> {said} the valve failed.", 1, 1, "A Navy official"),  # people are not named by whose they are
    ("<The White House official> {said} the valve failed.", 1, 1, "The White House official"),
    ("<Danish officials> {said} the valve failed.", 2, None, "Danish officials"),
    ("<A spokesman for Harborwatch> {said} the valve failed.", 1, 1, "A spokesman for Harborwatch"),
    ("<Brandt's lawyer> {said} the valve failed.", 1, 1, "Brandt's lawyer"),
    ("<Two officials> {said} the valve failed.", 2, 2, "Two officials"),
    ("<Officials> {said} the valve failed.", 2, None, "Officials"),
    ("<Several officials> {said} the valve failed.", 2, None, "Several officials"),
    ("<Some engineers> {say} the valve failed.", 2, None, "Some engineers"),
    ("<Many engineers> {say} the valve failed.", 2, None, "Many engineers"),
    ("<A few engineers> {say} the valve failed.", 2, None, "A few engineers"),
    ("<Critics> {say} the valve failed.", 2, None, "Critics"),
    ("<At least three officials> {said} the valve failed.", 3, None, "At least three officials"),
    ("<More than three officials> {said} the valve failed.", 4, None, "More than three officials"),
    ("<More than a dozen engineers> {said} the valve failed.", 13, None, "More than a dozen engineers"),
    ("<A dozen engineers> {said} the valve failed.", 12, 12, "A dozen engineers"),
    ("<Half a dozen engineers> {said} the valve failed.", 6, 6, "Half a dozen engineers"),
    ("<Two dozen current and former aides> {said} it failed.", 24, 24, "Two dozen current and former aides"),
    ("<Dozens of engineers> {said} the valve failed.", 24, None, "Dozens of engineers"),
    ("<Nearly a dozen engineers> {said} the valve failed.", 2, 11, "Nearly a dozen engineers"),
    ("<About 20 engineers> {said} the valve failed.", 2, None, "About 20 engineers"),  # "about" sets no least number
    ("<Up to five engineers> {said} the valve failed.", 1, 5, "Up to five engineers"),
    ("<Three or four engineers> {said} the valve failed.", 3, 4, "Three or four engineers"),
    ("<One of the two officials> {said} the valve failed.", 1, 1, "One of the two officials"),
    ("<One of the officials> {said} the valve failed.", 1, 1, "One of the officials"),
    ("<Two of the four officials> {said} the valve failed.", 2, 2, "Two of the four officials"),
    ("<Some of the five officials> {said} the valve failed.", 2, 5, "Some of the five officials"),
    ("<All four officials> {said} the valve failed.", 4, 4, "All four officials"),
    ("<Each of the three officials> {said} the valve failed.", 3, 3, "Each of the three officials"),
    ("<Both officials> {said} the valve failed.", 2, 2, "Both officials"),
    ("<A couple of engineers> {said} the valve failed.", 2, 2, "A couple of engineers"),
    ("<A group of engineers> {said} the valve failed.", 2, None, "A group of engineers"),
    ("<A group of five engineers> {said} the valve failed.", 5, 5, "A group of five engineers"),
    ("<Two officials and an aide> {said} the valve failed.", 3, 3, "Two officials and an aide"),
    ("<An aide and several officials> {said} it failed.", 3, None, "An aide and several officials"),
    ("<Aides and allies> {said} the valve failed.", 2, None, "Aides and allies"),  # they may be the same two
    ("<A friend and former colleague> {said} it failed.", 1, 1, "A friend and former colleague"),
    ("<A second official> {said} the valve failed.", 1, 1, "A second official"),
    ("<Another official> {said} the valve failed.", 1, 1, "Another official"),
    ("<The two companies' lawyer> {said} the valve failed.", 1, 1, "The two companies' lawyer"),  # one lawyer
    ("<A 41-year-old engineer> {said} the valve failed.", 1, 1, "A 41-year-old engineer"),
    ("<A three-time champion's coach> {said} it failed.", 1, 1, "A three-time champion's coach"),
    ("<12 jurors> {said} the valve failed.", 12, 12, "12 jurors"),
    ("<A person familiar with the matter> {said} it failed.", 1, 1, "A person familiar with the matter"),
    ("<People familiar with the matter> {said} it failed.", 2, None, "People familiar with the matter"),
    ("<Three people close to the talks> {said} it failed.", 3, 3, "Three people close to the talks"),
    ("<Someone close to the talks> {said} it failed.", 1, 1, "Someone close to the talks"),
    ("<Those close to the talks> {said} it failed.", 2, None, "Those close to the talks"),
    ("<Others> {said} the valve failed.", 2, None, "Others"),
    ("<Some> {said} the valve failed.", 2, None, "Some"),
    ("<One of them> {said} the valve failed.", 1, 1, "One of them"),
    ("<The company> {said} the valve failed.", 1, 1, "The company"),
    ("<The court> {ruled} that the valve failed.", 1, 1, "The court"),
    ("<Police> {said} the valve failed.", 1, None, "Police"),
    ("<The family> {said} the valve failed.", 1, None, "The family"),
    ("<The couple> {said} the valve failed.", 2, 2, "The couple"),
    ("<The study> {found} that the valve failed.", 1, 1, "The study"),
    ("<A 2031 study> {found} that the valve failed.", 1, 1, "A 2031 study"),  # a year is neither name nor number
    ("<Two studies> {found} that the valve failed.", 2, 2, "Two studies"),
    ("<Court records> {show} that the valve failed.", 2, None, "Court records"),
    ("<New research> {shows} that the valve failed.", 1, None, "New research"),
    ("The valve failed, {according to} <a police report>.", 1, 1, "a police report"),
    ("The valve failed, {according to} <a report seen by Harborwatch>.", 1, 1, "a report seen by Harborwatch"),
    ("<A Danish newspaper> {reported} that it failed.", 1, 1, "A Danish newspaper"),  # there are many
    ("<Employee-2> {said} the valve failed.", 1, 1, "Employee-2"),  # a label keeps the name back
    ("<Witness A> {said} the valve failed.", 1, 1, "Witness A"),
    ("<Individual 1> {told} Brandt that the valve failed.", 1, 1, "Individual 1"),
    ("<Several hundred residents> {said} the valve failed.", 200, None, "Several hundred residents"),
    ("Brandt praised an engineer <who> {said} the valve failed.", 1, 1, "an engineer"),
    ("<Her mother> {said} the valve failed.", 1, 1, "Her mother"),
]


@pytest.mark.parametrize(("marked", "low", "high", "description"), DESCRIBED)
def test_how_many_and_in_which_words(parser: Parser, marked: str, low: int, high: int | None, description: str) -> None:
    found = unnamed(parser, marked)
    assert (found.min, found.max, found.description) == (low, high, description)


NOBODY = [
    "<She> {said} the valve failed.",  # nobody was spoken of
    "<It> {said} the valve failed.",
    "<They> {said} the valve failed.",
    "<The move> {suggests} that the valve failed.",  # an event speaks for nobody
    "<Which> {said} the valve failed.",
    "<No official> {said} the valve failed.",
    "<None of the officials> {said} the valve failed.",
]


@pytest.mark.parametrize("marked", NOBODY)
def test_a_speaker_who_cannot_be_told_stays_unknown(parser: Parser, marked: str) -> None:
    (speaker,) = read(parser, marked)
    assert (speaker.entity, speaker.named, speaker.unnamed) == (None, False, None)


TERMS = [
    # text, terms, description
    (
        "<An aide who asked not to be identified> {said} the valve failed.",
        "who asked not to be identified",
        "An aide",
    ),
    (
        "<An aide, speaking on condition of anonymity,> {said} the valve failed.",
        "speaking on condition of anonymity",
        "An aide",
    ),
    ("<An aide> {said} the valve failed, speaking on the condition of anonymity.", None, "An aide"),
    (
        "Speaking on condition of anonymity, <two aides> {said} the valve failed.",
        "Speaking on condition of anonymity",
        "two aides",
    ),
    (
        "<An aide who was not authorized to speak publicly> {said} the valve failed.",
        "who was not authorized to speak publicly",
        "An aide",
    ),
    ("<An aide, who declined to be named,> {said} it failed.", "who declined to be named", "An aide"),
    ("<An aide who requested anonymity> {said} it failed.", "who requested anonymity", "An aide"),
    ("<An aide who insisted on anonymity> {said} it failed.", "who insisted on anonymity", "An aide"),
    ("<An aide who was granted anonymity> {said} it failed.", "who was granted anonymity", "An aide"),
    ("<An aide who did not want to be named> {said} it failed.", "who did not want to be named", "An aide"),
    ("<An aide who would not give his name> {said} it failed.", "who would not give his name", "An aide"),
    ("<An aide who wished to remain anonymous> {said} it failed.", "who wished to remain anonymous", "An aide"),
    ("<An aide, who cannot be named for legal reasons,> {said} it failed.", None, "An aide"),
    ("<An aide whose name was withheld> {said} the valve failed.", "whose name was withheld", "An aide"),
    ("<An aide who spoke on background> {said} the valve failed.", "who spoke on background", "An aide"),
    (
        "<An aide who spoke on condition that her name not be used> {said} the valve failed.",
        "who spoke on condition that her name not be used",
        "An aide",
    ),
    (
        "<An aide> {said} the valve failed. The aide spoke on condition of anonymity.",
        "spoke on condition of anonymity",
        "An aide",
    ),
    (
        "<An aide> {said} the valve failed. He asked not to be named because the talks are private.",
        "asked not to be named",
        "An aide",
    ),
    (
        "<Two aides> {said} the valve failed. Both spoke on condition of anonymity.",
        "Both spoke on condition of anonymity",
        "Two aides",
    ),
    (
        "<Two aides> {said} the valve failed. They were not authorized to discuss the repairs.",
        "were not authorized to discuss the repairs",
        "Two aides",
    ),
    (
        "An aide spoke to the Gazette on condition of anonymity. <The aide> {said} the valve failed.",
        "spoke to the Gazette on condition of anonymity",
        "The aide",
    ),
    (
        "<An aide who spoke on condition of anonymity because she was not authorized to speak> {said} it failed.",
        "who spoke on condition of anonymity because she was not authorized to speak",
        "An aide",
    ),
    ("<An aide familiar with the repairs> {said} it failed.", "", "An aide familiar with the repairs"),
    ("<An aide> {said} the valve failed. Ilse Brandt declined to be named.", "", "An aide"),  # somebody else's
    ("<An aide> {said} the valve failed. A lawyer asked not to be named.", "", "An aide"),
    ("<An aide> {said} it failed, according to a lawyer who asked not to be named.", "", "An aide"),
    ("<An aide who wanted to share his name> {said} it failed.", "", "An aide who wanted to share his name"),
    ("<An aide> {said} Ilse Brandt had declined to be named.", "", "An aide"),
]


@pytest.mark.parametrize(("marked", "terms", "description"), TERMS)
def test_terms(parser: Parser, marked: str, terms: str | None, description: str) -> None:
    """`None`: some terms, of which the row does not say how far they go; empty: none."""
    found = unnamed(parser, marked)
    if terms is None:
        assert found.terms
    else:
        assert (found.terms or "") == terms
    assert found.description == description


SAME = [
    # text, the number of the source that the last one is; None: nobody, or it can't be told
    ("<An engineer> {said} it failed. <The engineer> {said} the pump failed too.", 0),
    ("<An engineer> {said} it failed. <The same engineer> {said} the pump failed too.", 0),
    ("<An engineer> {said} it failed. <He> {said} the pump failed too.", 0),
    ("<A spokeswoman> {said} it failed. <She> {said} the pump failed too.", 0),
    ("<A spokeswoman> {said} it failed. <The spokesperson> {said} the pump failed too.", 0),
    ("<Two engineers> {said} it failed. <They> {said} the pump failed too.", 0),
    ("<Two engineers> {said} it failed. <The engineers> {said} the pump failed too.", 0),
    ("<Two engineers> {said} it failed. <The two engineers> {said} the pump failed too.", 0),
    ("<A person close to the board> {said} it failed. <The person> {said} the pump failed too.", 0),
    ("<An aide close to the board> {said} it failed. <The source> {said} the pump failed too.", 0),
    ("<A Navy official> {said} it failed. <A Treasury official> {denied} it. <The Navy official> {said} so.", 0),
    ("<An official> {said} it failed. <A second official> {denied} it. <The second official> {said} so.", 1),
    ("<An official> {said} it failed. <A second official> {denied} it. <The first official> {said} so.", 0),
    ("<Employee-2> {said} it failed. <Employee-1> {denied} it. <Employee-2> {said} so again.", 0),
    ("<Witness A> {said} it failed. <Witness B> {denied} it. <Witness A> {said} so again.", 0),
    ("<A company> {said} it failed. <The company> {said} the pump failed too.", 0),
    ("<A study> {found} that it failed. <The study> {showed} that the pump failed too.", 0),
    ("<An engineer> {said} it failed. <The engineer> {said} so. <He> {said} the pump failed too.", 0),
    ("<An engineer> {said} it failed. <An engineer> {said} the pump failed too.", None),
    ("<An engineer> {said} it failed. <Another engineer> {said} the pump failed too.", None),
    ("<An engineer> {said} it failed. <A second engineer> {said} the pump failed too.", None),
    ("<An engineer> {said} it failed. <The other engineer> {said} the pump failed too.", None),
    ("<An engineer> {said} it failed. <A clerk> {denied} it. <The person> {said} so again.", None),  # which?
    ("<An official> {said} it failed. <The Navy official> {said} the pump failed too.", None),  # Navy is new
    ("<A Navy official> {said} it failed. <A Treasury official> {denied} it. <The official> {said} so.", None),
    ("<One engineer> {said} it failed. Another engineer agreed. <The engineer> {said} so again.", None),
    ("<Two engineers> {said} it failed. <The three engineers> {said} the pump failed too.", None),
    ("<Two engineers> {said} it failed. <One of the engineers> {said} the pump failed too.", None),
    ("<Two engineers> {said} it failed. <The engineer> {said} the pump failed too.", None),
    ("<Witness A> {said} it failed. <Witness B> {said} the pump failed too.", None),
    ("<An engineer> {said} it failed. <The engineers> {said} the pump failed too.", None),
    ("<The company> {said} it failed. <The company> {said} the pump failed too.", None),  # two may be meant
    ("<█████> {said} it failed. <█████> {said} the pump failed too.", None),  # two bars need not hide one name
]


@pytest.mark.parametrize(("marked", "number"), SAME)
def test_who_is_the_same(parser: Parser, marked: str, number: int | None) -> None:
    same = unnamed(parser, marked).same_as
    assert same == (None if number is None else str(number))


UNTOLD = [
    "<An engineer> {said} it failed. Ilse Brandt disagreed. <He> {said} the pump failed too.",  # Brandt may be a man
    "<A spokeswoman> {said} it failed. <He> {said} the pump failed too.",
    "<Two engineers> {said} it failed. <He> {said} the pump failed too.",
    "<An engineer> {said} it failed. <They> {said} the pump failed too.",
    "<An engineer> {said} it failed. A clerk disagreed. <He> {said} the pump failed too.",
]


@pytest.mark.parametrize("marked", UNTOLD)
def test_a_pronoun_that_may_mean_another_is_not_the_unnamed_source(parser: Parser, marked: str) -> None:
    assert read(parser, marked)[-1].unnamed is None


def test_what_was_told_of_a_source_holds_when_it_speaks_again(parser: Parser) -> None:
    marked = "<An aide who was in the room and asked not to be named> {said} it failed. <The aide> {said} so twice."
    found = unnamed(parser, marked)
    assert (found.terms, found.first_hand, found.same_as) == ("asked not to be named", True, "0")


KNOWLEDGE = [
    ("<A person who was in the room> {said} it failed.", True),
    ("<A person who was in his office that day> {said} it failed.", True),
    ("<A person with direct knowledge of the talks> {said} it failed.", True),
    ("<A person with first-hand knowledge of the talks> {said} it failed.", True),
    ("<A person directly involved in the talks> {said} it failed.", True),
    ("<A guest who attended the dinner> {said} it failed.", True),
    ("<Two people present at the meeting> {said} it failed.", True),
    ("<A clerk who witnessed the repair> {said} it failed.", True),
    ("<A person briefed on the talks> {said} it failed.", False),
    ("<A person who was told of the talks> {said} it failed.", False),
    ("<Two people who spoke with the Gazette> {said} it failed.", None),  # with the reporter
    ("<A person familiar with the talks> {said} it failed.", None),  # it does not tell how familiar
    ("<A person with knowledge of the talks> {said} it failed.", None),
    ("<An official> {said} it failed.", None),
]


@pytest.mark.parametrize(("marked", "told"), KNOWLEDGE)
def test_first_hand_only_where_the_text_tells(parser: Parser, marked: str, told: bool | None) -> None:
    assert unnamed(parser, marked).first_hand is told


WITHHELD = [
    ("<█████> {said} the valve failed.", 1, None, "█████"),  # one name or several
    ("“It failed,” {said} <[REDACTED]>.", 1, None, "[REDACTED]"),
    ("{According to} <[REDACTED]>, the valve failed.", 1, None, "[REDACTED]"),
    ("<Special Agent █████> {told} the board that the valve failed.", 1, 1, "Special Agent █████"),
    ("<Special Agent> █████ {told} the board that the valve failed.", 1, 1, "Special Agent █████"),
    ("<█████'s lawyer> {said} the valve failed.", 1, 1, "█████'s lawyer"),
    ("<An aide to █████> {said} the valve failed.", 1, 1, "An aide to █████"),
]


@pytest.mark.parametrize(("marked", "low", "high", "description"), WITHHELD)
def test_a_name_that_is_blacked_out(parser: Parser, marked: str, low: int, high: int | None, description: str) -> None:
    """A withheld source is an unnamed one, shown as it is printed."""
    found = unnamed(parser, marked)
    assert (found.min, found.max, found.description) == (low, high, description)


RESOLVED = [
    "Orla Finch, a former adviser, quit in May. <The former adviser> {said} the valve failed.",
    "Orla Finch, a spokeswoman for the port, quit. <The spokeswoman> {said} the valve failed.",
    "Orla Finch quit in May. <She> {said} the valve failed.",
    "<The port's engineer>, Orla Finch, {said} the valve failed.",
    "<Star pilot and captain Orla Finch> {said} the valve failed.",
    "The harbor board asked Orla Finch. <█████ Finch> {said} the valve failed.",  # the bar hides what is before a name
    "Ilse Brandt praised Orla Finch, <who> {said} the valve failed.",  # what a relative pronoun stands for
]


@pytest.mark.parametrize("marked", RESOLVED)
def test_a_description_of_somebody_named_is_that_person(parser: Parser, marked: str) -> None:
    speaker = read(parser, marked)[-1]
    assert speaker.named
    assert speaker.entity
    assert speaker.voice
    assert speaker.voice.name == "Orla Finch"


UNRESOLVED = [
    "Orla Finch, an adviser, met Ilse Brandt, an adviser. <The adviser> {said} the valve failed.",  # which of the two
    "Orla Finch, a spokeswoman, quit. <A spokeswoman> {said} the valve failed.",  # perhaps another
]


@pytest.mark.parametrize("marked", UNRESOLVED)
def test_a_description_that_may_be_another_is_not_resolved(parser: Parser, marked: str) -> None:
    speaker = read(parser, marked)[-1]
    assert (speaker.entity, speaker.named) == (None, False)


WORDS = ["a", "two", "of", "the", "officials", "aide", "who", "asked", "not", "to", "be", "named", "at least", "dozen",
         "and", "Brandt", "“", "”", ",", "█████", "on condition of anonymity", "police", "Employee-2", "in the room",
         "data", "by", "Harborwatch", "second", "none", "she", "’s"]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
def test_any_words_are_read_and_what_is_read_are_their_words(parser: Parser, words: list[str]) -> None:
    source = " ".join(words)
    (speaker,) = read(parser, f"<{source}> {{said}} the valve failed.")
    found = speaker.unnamed
    if found:
        assert not speaker.named
        assert found.description in source
        assert found.terms is None or found.terms in source
        assert found.max is None or 1 <= found.min <= found.max
