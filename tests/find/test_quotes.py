"""Rows: a text and the quotations in it."""

import pytest

from sayso.find.attribution.quotes import find_quotes
from sayso.find.blocks import find_blocks

ROWS = [
    ("“Yes,” she said.", ["“Yes,”"]),  # curly
    ('"Yes," she said. "No."', ['"Yes,"', '"No."']),  # straight
    ("''Yes,'' she said.", ["''Yes,''"]),  # doubled apostrophes
    ("«Yes», she said.", ["«Yes»"]),  # guillemets
    ("‘I saw it all,’ she said.", ["‘I saw it all,’"]),  # single, of several words
    ("The clerks' union and Brandt's aide met.", []),  # apostrophes
    ("“He called it ‘a lie’ twice,” she said.", ["“He called it ‘a lie’ twice,”"]),  # nested: the outer one
    ("He is 6'2\" tall and left.", []),  # inches
    ("“It rained all day, she said.", ["“It rained all day, she said."]),  # never closed
    ("“One. “Two,” she said.", ["“One.", "“Two,”"]),  # opened twice
    ('He said “yes" to it.', ['“yes"']),  # mixed marks
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_quotes(text: str, expected: list[str]) -> None:
    assert [q.span.of(text) for q in find_quotes(text, find_blocks(text))] == expected


def test_a_quotation_over_paragraphs_opens_anew_and_closes_once() -> None:
    text = "“One, two.\n\n“Three,” she said. “Four.”"
    quotes = find_quotes(text, find_blocks(text))
    assert [(q.span.of(text), q.closed, q.continued) for q in quotes] == [
        ("“One, two.", False, False),
        ("“Three,”", True, True),
        ("“Four.”", True, False),
    ]
