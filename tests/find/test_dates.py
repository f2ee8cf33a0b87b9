"""Dates: a row a construction, and properties that hold for any text."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.find.dates import find_dates
from sayso.find.parse import Parsed, Parser
from sayso.model.span import Span
from sayso.model.when import When

ROWS = Path(__file__).parents[1] / "rows" / "dates.tsv"
NOTHING = Parsed((), (), (), ())


def rows() -> list[tuple[str, str, str, str, str]]:
    """The lines of the table, comments left out; `\\n` in a text is a line break."""
    with ROWS.open(encoding="utf-8", newline="") as file:
        lines = [r for r in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if not r[0].startswith("#")]
    return [(text.replace("\\n", "\n"), published, words, edtf, why) for text, published, words, edtf, why in lines]


def paragraphs(text: str) -> list[Span]:
    """The blocks between empty lines."""
    starts = [0, *(i + 2 for i in range(len(text)) if text.startswith("\n\n", i))]
    ends = [*(s - 2 for s in starts[1:]), len(text)]
    return [Span(s, e) for s, e in zip(starts, ends, strict=True)]


@pytest.mark.parametrize(("text", "published", "words", "edtf", "why"), rows())
def test_rows(parser: Parser, text: str, published: str, words: str, edtf: str, why: str) -> None:
    when = None if published == "-" else When.parse(published)
    found = {m.span.of(text): m for m in find_dates(text, parser.parse(text, paragraphs(text)), when)}
    if edtf == "none":
        assert words not in found, why
        return
    assert words in found, f"{why}: found only {sorted(found)}"
    mention = found[words]
    if edtf == "-":
        assert (mention.when, mention.reason) == (None, why)
    else:
        assert (str(mention.when), mention.reason) == (edtf, ""), why


def test_there_are_enough_rows() -> None:
    assert len(rows()) >= 120


PIECES = st.sampled_from(
    [
        *(
            "from ",
            "January ",
            "5",
            ", ",
            "2016",
            " to ",
            "early ",
            "May ",
            "3-5 ",
            "the ",
            "next day",
            ". ",
            "1/2/2016",
        ),
        *("Tuesday ", "two ", "weeks ", "ago ", "last ", "29 ", "February ", "since ", "9999", "1990s ", "Q4 ", "\n"),
        *("99999 years ago", "in ", "é", "𝔘", "Summer ", "summer ", "20th century ", "today", "this ", "weekend "),
    ]
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(PIECES, max_size=30).map("".join),
    st.sampled_from([None, "2018-12-20", "2018", "9999-12-31", "0001-01-01"]),
)
def test_any_text_gives_dates_at_its_own_words(text: str, published: str | None) -> None:
    found = find_dates(text, NOTHING, When.parse(published) if published else None)
    assert [m.span for m in found] == sorted(m.span for m in found)
    for mention in found:
        words = mention.span.of(text)
        assert words == words.strip()
        assert (mention.when is None) == bool(mention.reason)
        if mention.when is not None:
            assert When.parse(mention.when.edtf) == mention.when


def test_the_same_text_gives_the_same_dates(parser: Parser) -> None:
    text = "From March to June 2016 they met. The next day, two weeks later, last Tuesday."
    parsed = parser.parse(text, [Span(0, len(text))])
    published = When.parse("2018-12-20")
    assert find_dates(text, parsed, published) == find_dates(text, parsed, published)
