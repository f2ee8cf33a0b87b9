"""Rows: a text and the quotations in it."""

import pytest

from sayso.find.attribution.quotes import find_quotes, is_speech
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
    ("„Ja“, sagte sie.", ["„Ja“"]),  # German
    ("„Yes,” she said.", ["„Yes,”"]),  # Polish
    ("»Ja«, sagte sie.", ["»Ja«"]),  # German, turned guillemets
    ("« Oui », dit-elle.", ["« Oui »"]),  # French, with blanks
    ("”Ja”, sade hon.", ["”Ja”"]),  # Swedish: the same mark twice
    ("He called it ”a lie” twice.", ["”a lie”"]),  # what some programs print
    ("‹It rained all day›, she said.", ["‹It rained all day›"]),  # single guillemets
    ("‚It rained all day‘, she said.", ["‚It rained all day‘"]),  # German, single
    (
        "“One ‘two three four’ five,” she said. ‘Six seven eight.’",
        ["“One ‘two three four’ five,”", "‘Six seven eight.’"],
    ),
    ("It rained,” she said.", []),  # never opened
    ("The ’90s and the ’80s were wet.", []),  # years
    ("‘Twas the ferry of the Brandts’ and the Lunds’ that sank.", ["‘Twas the ferry of the Brandts’"]),  # can't be told
    ("Rock ’n’ roll and the boys’ boat.", []),  # elisions
    ("The 5'10\" clerk and the 6'2\" mate met.", []),  # feet and inches
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


PARAGRAPHS = [
    # text, (quotation, closed, continued)
    # straight marks
    ('"One.\n\n"Two," she said.', [('"One.', False, False), ('"Two,"', True, True)]),
    # three paragraphs
    (
        "“One.\n\n“Two.\n\n“Three.”",
        [("“One.", False, False), ("“Two.", False, True), ("“Three.”", True, True)],
    ),
    # single marks
    (
        "‘One and two.\n\n‘Three and four,’ she said.",
        [("‘One and two.", False, False), ("‘Three and four,’", True, True)],
    ),
    # the second paragraph does not open anew
    ("“One and two.\n\nThree,” she said.", [("“One and two.", False, False), ("Three,”", True, True)]),
    # a new quotation, not at the paragraph's start, goes on with nothing
    ("“One and two.\n\nShe said “three.”", [("“One and two.", False, False), ("“three.”", True, False)]),
    # closed: what follows is another one
    ("“One.”\n\n“Two.”", [("“One.”", True, False), ("“Two.”", True, False)]),
]


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
def test_quotations_over_paragraphs(text: str, expected: list[tuple[str, bool, bool]]) -> None:
    quotes = find_quotes(text, find_blocks(text))
    assert [(q.span.of(text), q.closed, q.continued) for q in quotes] == expected


SPEECH = [
    ("She said the plan was “a disgrace.”", True),
    ("She said the plan was “a disgrace” again.", True),
    ("She said it was a “very, very bad” idea.", True),
    ("She said “No” twice.", True),
    ("“Lock the Ferry Up!” they sang.", True),  # a cry ends in a mark
    ("She said she had seen “Night Ferry” twice.", False),  # a title
    ("She said “The Ferry of the Dead” was dull.", False),  # with small words in it
    ("She said the so-called “experts” were late.", False),
    ("She said the boat, known as “mother,” sank.", True),  # the comma inside is no proof
    ("She said the boat, known as “mother”, sank.", False),
    ("She said the word “ferry” was banned.", False),
]


@pytest.mark.parametrize(("text", "expected"), SPEECH)
def test_titles_and_so_called_things_are_no_speech(text: str, expected: bool) -> None:
    (quote,) = find_quotes(text, find_blocks(text))
    assert is_speech(text, quote) is expected
