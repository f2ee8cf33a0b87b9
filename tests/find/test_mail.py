"""Mails: who "I" and "you" are, names from the headers, wishes, quoted lines."""

import pytest

from sayso.find import find
from sayso.find.correspondents import addressee, correspondents, straight_name
from sayso.find.parse import Parser
from sayso.model.document import Document, Mark, MarkKind, Metadata, Text
from sayso.model.findings import Findings
from sayso.model.span import Span
from tests.find.loaded import learned

HEADERS = (
    ("From", "Orla Finch <o.finch@harbor.example>"),
    ("To", '"Brandt, Ilse" <mayor@gullhaven.example>'),
    ("Cc", "Tess Okonjo <t.okonjo@harbor.example>, clerk@gullhaven.example"),
    ("Subject", "The valve"),
)


def mail(text: str, *marks: Mark) -> Document:
    metadata = Metadata(title="The valve", authors=("Orla Finch",), language="en", headers=HEADERS)
    return Document("d0", "a.eml", "", "message/rfc822", metadata, Text(text, marks=marks))


def chains(found: Findings) -> list[list[str]]:
    return [[v.name for v in s.chain] for s in found.statements]


@pytest.mark.parametrize(
    ("name", "straight"),
    [
        ("Brandt, Ilse", "Ilse Brandt"),
        ("Ilse  Brandt", "Ilse Brandt"),
        ("Brandt, Ilse (Press Office)", "Ilse Brandt"),  # a department in brackets is none of the name
        ("Paul Harker, Jr.", "Paul Harker, Jr."),  # a suffix is no given name
    ],
)
def test_names_of_address_books(name: str, straight: str) -> None:
    assert straight_name(name) == straight


def test_correspondents() -> None:
    quoted = Mark(MarkKind.QUOTED_MAIL, Span(0, 5), note="Ada Quill")
    assert correspondents(mail("Hello", quoted)) == ("Orla Finch", "Ilse Brandt", "Tess Okonjo", "Ada Quill")
    assert addressee(mail("Hello")) == "Ilse Brandt"


def test_i_is_the_writer(parser: Parser) -> None:
    found = find(mail("I told the board on Monday that the valve had failed."), parser, learned())
    (statement,) = found.statements
    assert (statement.speaker, statement.named) == (None, True)  # no entity: the text never names her
    assert chains(found) == [["Orla Finch"]]


def test_the_writer_is_an_entity_where_the_text_names_her(parser: Parser) -> None:
    found = find(
        mail("I told the board that the valve had failed.\n\nTess says that Orla worries too much."), parser, learned()
    )
    finch = next(e for e in found.entities if e.name == "Orla Finch")
    assert found.statements[0].speaker == finch.id
    assert finch.aliases == ("Orla",)


def test_you_is_the_one_it_is_written_to(parser: Parser) -> None:
    assert chains(find(mail("You told me that the valve had failed."), parser, learned())) == [
        ["Orla Finch", "Ilse Brandt"]
    ]


def test_i_in_a_quoted_mail_is_its_writer(parser: Parser) -> None:
    text = "Thank you.\n\nOn May 3, 2031 Ada Quill wrote:\n> I told the board on Monday that\n> the valve had failed.\n"
    mark = Mark(MarkKind.QUOTED_MAIL, Span(text.index("On May"), len(text)), note="Ada Quill")
    found = find(mail(text, mark), parser, learned())
    assert chains(found) == [["Ada Quill"]]
    (statement,) = found.statements
    # the sign that a program put before the second line is nobody's word
    assert [s.of(text) for s in statement.attribution.content] == ["that", "the valve had failed"]


def test_first_names_are_those_of_the_headers(parser: Parser) -> None:
    found = find(mail("Tess says that the valve had failed. She called Ms. Brandt."), parser, learned())
    assert {e.name for e in found.entities} == {"Tess Okonjo", "Ilse Brandt"}


def test_wishes_are_no_statements(parser: Parser) -> None:
    text = "I hope that you are well and that the family is fine.\n\nI hope that the valve will hold until Friday."
    found = find(mail(text), parser, learned())
    assert all("well" not in s.attribution.span.of(text) for s in found.statements)


def test_i_in_a_quotation_is_the_one_quoted(parser: Parser) -> None:
    text = "“I asked her why,” Ilse Brandt said. “I said that the valve had failed.”"
    document = Document("d0", "a", "", "text/plain", Metadata(publisher="Gullhaven Gazette", language="en"), Text(text))
    found = find(document, parser, learned())
    assert {c[-1] for c in chains(found)} == {"Ilse Brandt"}


def test_i_in_a_letter_is_its_only_author(parser: Parser) -> None:
    text = "I told the board on Monday that the valve had failed.\n\nIlse Brandt"
    metadata = Metadata(title="A letter", authors=("Ilse Brandt",), language="en")
    found = find(Document("d0", "a", "", "text/plain", metadata, Text(text)), parser, learned())
    assert chains(found) == [["A letter", "Ilse Brandt"]]
    assert found.statements[0].speaker == next(e.id for e in found.entities if e.name == "Ilse Brandt")
