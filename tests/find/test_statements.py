"""Rows: a text and what is understood of its first or only statement."""

import pytest

from sayso.find import find
from sayso.find.parse import Parser
from sayso.model.document import Document, Mark, MarkKind, Metadata, Text
from sayso.model.findings import Findings
from sayso.model.span import Span
from sayso.model.statement import Act, Factuality, Mode, Statement
from sayso.model.when import When
from tests.find.loaded import learned


def document(text: str, *marks: Mark, **metadata: object) -> Document:
    known = Metadata(publisher="Gullhaven Gazette", **metadata)  # type: ignore[arg-type]
    return Document("d0", "a.txt", "", "text/plain", known, Text(text, marks=marks))


def findings(parser: Parser, text: str) -> Findings:
    return find(document(text), parser, learned())


def only(parser: Parser, text: str) -> Statement:
    statements = findings(parser, text).statements
    assert len(statements) == 1, [s.attribution.cue[0].of(text) for s in statements]
    return statements[0]


ACTS = [
    ("Ilse Brandt said the valve failed.", Act.ASSERT, Factuality.CERTAIN),
    ("Ilse Brandt said the valve did not fail.", Act.ASSERT, Factuality.CERTAINLY_NOT),  # the negation is the content's
    ("Ilse Brandt said the valve may have failed.", Act.ASSERT, Factuality.POSSIBLE),
    ("Ilse Brandt said the valve probably failed.", Act.ASSERT, Factuality.PROBABLE),
    ("Ilse Brandt denied that the valve failed.", Act.DENY, Factuality.CERTAINLY_NOT),
    ("Ilse Brandt confirmed that the valve failed.", Act.CONFIRM, Factuality.CERTAIN),
    ("Ilse Brandt acknowledged that the valve failed.", Act.CONFIRM, Factuality.CERTAIN),
    ("Ilse Brandt believes that the valve failed.", Act.BELIEVE, Factuality.PROBABLE),
    ("Ilse Brandt knows that the valve failed.", Act.BELIEVE, Factuality.CERTAIN),
    ("Ilse Brandt asked whether the valve failed.", Act.ASK, Factuality.UNKNOWN),
    ("Ilse Brandt plans to sell the ferry.", Act.INTEND, Factuality.UNKNOWN),
    ("Ilse Brandt declined to say whether the valve failed.", Act.DECLINE, Factuality.UNKNOWN),
    ("Ilse Brandt did not dispute that the valve failed.", Act.CONFIRM, Factuality.POSSIBLE),  # less than affirming
    ("Ilse Brandt said the valve would fail if it rained.", Act.ASSERT, Factuality.UNKNOWN),  # conditional
    ("“Did the valve fail?” Ilse Brandt said.", Act.ASK, Factuality.UNKNOWN),
    ("“I will not be answering any questions,” Ilse Brandt said.", Act.DECLINE, Factuality.UNKNOWN),
]


@pytest.mark.parametrize(("text", "act", "factuality"), ACTS)
def test_act_and_factuality(parser: Parser, text: str, act: Act, factuality: Factuality) -> None:
    statement = only(parser, text)
    assert (statement.act, statement.factuality) == (act, factuality)


UNNAMED = [
    # text, min, max, description, terms
    ("Two officials said the valve failed.", 2, 2, "Two officials", None),
    ("Officials said the valve failed.", 2, None, "Officials", None),
    ("At least three engineers said the valve failed.", 3, None, "At least three engineers", None),
    ("Several engineers said the valve failed.", 2, None, "Several engineers", None),
    ("A person familiar with the matter said the valve failed.", 1, 1, "A person familiar with the matter", None),
    ("One of the engineers said the valve failed.", 1, 1, "One of the engineers", None),
    (
        "An official who spoke on condition of anonymity said the valve failed.",
        1,
        1,
        "An official",
        "who spoke on condition of anonymity",
    ),
    (
        "An aide said the valve failed. The aide spoke on condition of anonymity.",
        1,
        1,
        "An aide",
        "spoke on condition of anonymity",
    ),
]


@pytest.mark.parametrize(("text", "low", "high", "description", "terms"), UNNAMED)
def test_unnamed(parser: Parser, text: str, low: int, high: int | None, description: str, terms: str | None) -> None:
    statement = findings(parser, text).statements[0]
    assert statement.unnamed is not None
    assert (statement.unnamed.min, statement.unnamed.max) == (low, high)
    assert statement.unnamed.description == description
    if terms:
        assert statement.unnamed.terms is not None
        assert statement.unnamed.terms in terms
    else:
        assert statement.unnamed.terms is None
    assert not statement.named
    assert statement.speaker is None


def test_the_same_unnamed_source_again(parser: Parser) -> None:
    text = "An engineer said the valve failed. The engineer said the pump failed too."
    first, second = findings(parser, text).statements
    assert first.unnamed
    assert second.unnamed
    assert (first.unnamed.same_as, second.unnamed.same_as) == (None, first.id)


def test_two_unnamed_sources_are_not_the_same(parser: Parser) -> None:
    text = "An engineer said the valve failed. Another engineer said the pump failed too."
    first, second = findings(parser, text).statements
    assert [s.unnamed.same_as for s in (first, second) if s.unnamed] == [None, None]


def test_chain_parent_audience(parser: Parser) -> None:
    text = "Ilse Brandt said Orla Finch told the harbor board that the valve had failed."
    outer, inner = findings(parser, text).statements
    assert [v.name for v in outer.chain] == ["Gullhaven Gazette", "Ilse Brandt"]
    assert [v.name for v in inner.chain] == ["Gullhaven Gazette", "Ilse Brandt", "Orla Finch"]
    assert (outer.parent, inner.parent) == (None, outer.id)
    assert inner.audience == ("the harbor board",)


def test_who_quotes_whom(parser: Parser) -> None:
    text = "The Courier, citing two engineers, said the valve had failed."
    statement = findings(parser, text).statements[0]
    assert [v.name for v in statement.chain][-1] == "two engineers"


def test_named_speaker_and_pronoun(parser: Parser) -> None:
    text = "Ilse Brandt said the valve failed. She said the pump failed."
    found = findings(parser, text)
    brandt = next(e.id for e in found.entities if e.name == "Ilse Brandt")
    assert [(s.speaker, s.named) for s in found.statements] == [(brandt, True)] * 2


def test_an_unknown_speaker_is_not_guessed(parser: Parser) -> None:
    (statement,) = findings(parser, "The ferry is expected to sail on Friday.").statements or (None,)
    if statement:
        assert (statement.speaker, statement.named, statement.unnamed) == (None, False, None)
        assert [v.name for v in statement.chain] == ["Gullhaven Gazette"]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("“The valve failed,” Brandt said.", Mode.DIRECT),
        ("Brandt said the valve “simply failed” in May.", Mode.MIXED),
        ("Brandt said the valve failed.", Mode.INDIRECT),
    ],
)
def test_mode(parser: Parser, text: str, mode: Mode) -> None:
    assert only(parser, text).mode is mode


def test_the_date_of_the_saying(parser: Parser) -> None:
    text = "Ilse Brandt said on March 3, 2031 that the valve failed on March 1, 2031."
    assert only(parser, text).date == When("2031-03-03")


def test_quoted_mail_speaks_with_its_own_voice(parser: Parser) -> None:
    text = "I disagree.\n\n> Ilse Brandt said that the valve had failed."
    mark = Mark(MarkKind.QUOTED_MAIL, Span(13, len(text)), note="Orla Finch")
    (statement,) = find(document(text, mark), parser, learned()).statements
    assert [v.name for v in statement.chain] == ["Orla Finch", "Ilse Brandt"]


def test_a_text_in_another_language_gets_no_statements(parser: Parser) -> None:
    text = "Ilse Brandt said that the valve had failed."
    found = find(document(text, language="de"), parser, learned())
    assert (found.statements, found.entities) == ((), ())
