"""Dates: a row a construction, and properties that hold for any text."""

import csv
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.find.dates import absolute, find_dates, relative
from sayso.find.dates.near import near
from sayso.find.dates.public_table import meanings, pattern_of, phrases
from sayso.find.parse import Parsed, Parser
from sayso.model.span import Span
from sayso.model.when import CaseAnchor, When

ROWS = Path(__file__).parents[1] / "rows"
NOTHING = Parsed((), (), (), ())

Row = tuple[str, str, str, str, str]


def rows(name: str = "dates.tsv") -> list[Row]:
    """The lines of a table, comments left out; `\\n` in a text is a line break."""
    with (ROWS / name).open(encoding="utf-8", newline="") as file:
        lines = [r for r in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if not r[0].startswith("#")]
    return [(text.replace("\\n", "\n"), published, words, edtf, why) for text, published, words, edtf, why in lines]


NOT_YET = rows("dates-not-yet.tsv")


def paragraphs(text: str) -> list[Span]:
    """The blocks between empty lines."""
    starts = [0, *(i + 2 for i in range(len(text)) if text.startswith("\n\n", i))]
    ends = [*(s - 2 for s in starts[1:]), len(text)]
    return [Span(s, e) for s, e in zip(starts, ends, strict=True)]


@pytest.fixture(scope="module")
def parses(parser: Parser) -> dict[str, Parsed]:
    """The parse of each row's text; all are parsed at once, which takes a tenth of the time."""
    texts = sorted({row[0] for row in (*rows(), *NOT_YET)})
    everything = "\n\n".join(texts)
    parsed = parser.parse(everything, paragraphs(everything))
    held, at = {}, 0
    for text in texts:
        held[text] = cut(parsed, Span(at, at + len(text)))
        at += len(text) + 2
    return held


def cut(parsed: Parsed, span: Span) -> Parsed:
    """The parse of a part that begins and ends with paragraphs."""
    inside = [t for t in parsed.tokens if span.start <= t.start < span.end]
    first = inside[0].i
    return Parsed(
        tuple(
            t._replace(i=t.i - first, start=t.start - span.start, end=t.end - span.start, head=t.head - first)
            for t in inside
        ),
        tuple(
            range(s.start - first, s.stop - first) for s in parsed.sentences if inside[0].i <= s.start <= inside[-1].i
        ),
        (),
        tuple(tuple(c - first for c in parsed.children[t.i]) for t in inside),
    )


def check(row: Row, parsed: Parsed) -> None:
    """A row's words are found, or not, with the date or the reason it tells."""
    text, published, words, edtf, why = row
    when = None if published == "-" else When.parse(published)
    found = {m.span.of(text): m for m in find_dates(text, parsed, when)}
    if edtf == "none":
        assert words not in found, why
        return
    assert words in found, f"{why}: found only {sorted(found)}"
    mention = found[words]
    if edtf == "-":
        assert (mention.when, mention.reason) == (None, why)
    else:
        assert (str(mention.when), mention.reason) == (edtf, ""), why


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[2])
def test_rows(parses: dict[str, Parsed], row: Row) -> None:
    check(row, parses[row[0]])


@pytest.mark.parametrize(
    "row", [pytest.param(row, marks=pytest.mark.xfail(strict=True, reason=row[4])) for row in NOT_YET]
)
def test_rows_that_cannot_be_done_yet(parses: dict[str, Parsed], row: Row) -> None:
    check(row, parses[row[0]])


def test_there_are_enough_rows() -> None:
    assert len(rows()) >= 450


LONG_AGO = " ".join(f"On May {day}, 2016, he wrote to the bank." for day in range(1, 12))


@pytest.mark.parametrize(
    ("text", "published", "words", "when"),
    [
        # A report tells of 2016 and was published in 2019.
        (f"{LONG_AGO}\n\nThe May 3 letter was long.", "2019-03-20", "May 3", "2016-05-03"),  # the day is named above
        (f"{LONG_AGO}\n\nThe July 3 letter was long.", "2019-03-20", "July 3", "2016-07-03"),  # the last year named
        (f'{LONG_AGO}\n\nHe wrote: "They called today."', "2019-03-20", "today", "None"),  # his day, not the report's
        (f"{LONG_AGO}\n\nHe left on Tuesday.", "2019-03-20", "Tuesday", "None"),  # of which week can't be told
        # News of the same weeks go by the day they appear.
        (f"{LONG_AGO}\n\nThe July 3 letter was long.", "2016-07-20", "July 3", "2016-07-03"),
        (f"{LONG_AGO}\n\nHe left on Tuesday.", "2016-05-20", "Tuesday", "2016-05-17"),
        # A day named with an earlier year, and without one just after it came round again.
        ("The deal of June 9, 2016, fell through.\n\nHe left on June 9.", "2018-06-12", "June 9", "2018-06-09"),
        ("The deal of June 9, 2016, fell through.\n\nThe June 9 deal was bad.", "2018-12-20", "June 9", "2016-06-09"),
        # No publication: the last year the text names.
        ("On June 9, 2016, he came.\n\nOn July 4 he left.", None, "July 4", "2016-07-04"),
        # A footnote's number at the full stop, and one after a quotation.
        ("He came on June 9, 2016.388 He left.", "2019-03-20", "June 9, 2016", "2016-06-09"),
        ("He came in June 2016.12 He left.", "2019-03-20", "June 2016", "2016-06"),
        ('He said "no."1014 He left.', "2019-03-20", "1014", "absent"),
        # The date that stands beside it says which day is meant.
        ("They met in May 2016. Two weeks later, on June 9, 2016, he left.", None, "Two weeks later", "2016-06-09"),
        # Nothing crosses an empty line.
        ("He came in May\n\n5 people left.", "2019-03-20", "May\n\n5", "absent"),
        # A "that" which only begins a clause.
        ("He noted that Saturday would be late.", "2018-12-20", "Saturday", "2018-12-22"),
        # One that is near, and one that was long ago.
        ("The states vote on Super Tuesday.", "2016-02-04", "Super Tuesday", "2016-03-01"),
        ("The states voted on Super Tuesday.", "2017-02-04", "Super Tuesday", "2016-03-01"),
    ],
)
def test_what_a_whole_text_tells(parser: Parser, text: str, published: str | None, words: str, when: str) -> None:
    dates = find_dates(text, parser.parse(text, paragraphs(text)), When.parse(published) if published else None)
    found = {m.span.of(text): str(m.when) for m in dates}
    assert found.get(words, "absent") == when


MERGER = CaseAnchor("the merger", When.parse("2019-05-02"))


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("He left after the merger.", "the merger", "2019-05-02"),  # the name itself
        ("He left before the merger.", "before the merger", "../2019-05-02"),  # an open interval
        ("The  merger was in May.", "The  merger", "2019-05-02"),  # a capital, and blanks of any number
        ("Two weeks after the merger he left.", "Two weeks after the merger", "2019-05-16"),  # counted from it
        ("The merger came. The next day he left.", "The next day", "2019-05-03"),  # the passage tells of it
        ("He left after the mergers.", "the merger", None),  # another word
    ],
)
def test_events_of_the_case_are_dates(text: str, words: str, edtf: str | None) -> None:
    found = {m.span.of(text): str(m.when) for m in find_dates(text, NOTHING, None, (MERGER,))}
    assert found.get(words) == edtf


def test_an_event_of_the_case_comes_before_a_public_one() -> None:
    text = "He left after the election."
    council = CaseAnchor("the election", When.parse("2018-05-03"))
    assert {str(m.when) for m in find_dates(text, NOTHING, None, (council,))} == {"2018-05-03", "2018-05-03/.."}


@pytest.mark.parametrize(
    ("name", "year", "days"),
    [
        ("YEAR Thanksgiving", 2016, ["2016-11-24"]),  # the fourth Thursday
        ("Memorial Day", 2016, ["2016-05-30"]),  # the last Monday
        ("Easter", 1961, ["1961-04-02"]),  # by the moon
        ("Easter", 2038, ["2038-04-25"]),  # as late as it can be
        ("YEAR Election Day", 2016, ["2016-11-08"]),  # the day after the first Monday: the 8th, since the 1st is one
        ("YEAR Election Day", 2022, ["2022-11-08"]),  # and not the 1st, though that is a Tuesday
        ("YEAR Election Day", 2017, []),  # none in odd years
        ("YEAR Inauguration Day", 2021, ["2021-01-20"]),  # every fourth year
    ],
)
def test_public_days_by_rule(name: str, year: int, days: list[str]) -> None:
    assert [str(when) for when in meanings()[name][0].in_year(year)] == days


def test_every_public_day_can_be_read() -> None:
    for phrase in phrases():
        bare = phrase.name.replace("YEAR ", "").replace("(", "").replace(")", "")
        assert phrase.trigger in bare
        assert pattern_of(phrase.name).fullmatch(bare), phrase.name
        assert all(days.reason or days.near(1900, 2030) for days in meanings()[phrase.name]), phrase.name


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
        *(
            "the election ",
            "U.S. ",
            "Christmas ",
            "Easter ",
            "and a half ",
            "that August ",
            "the 31st ",
            "on ",
            "later ",
        ),
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


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
@example("\n".join(text for text, *_ in [*rows(), *NOT_YET]))
def test_dates_near_their_words_are_all_there_are(text: str) -> None:
    """What is looked for first (near.py) stands in every match of a form."""
    for form in (*absolute.FORMS, *relative.FORMS):
        found = [m.span() for start, end in near(form.trigger, text) for m in form.pattern.finditer(text, start, end)]
        assert found == [m.span() for m in form.pattern.finditer(text)]


def test_the_same_text_gives_the_same_dates(parser: Parser) -> None:
    text = "From March to June 2016 they met. The next day, two weeks later, last Tuesday."
    parsed = parser.parse(text, [Span(0, len(text))])
    published = When.parse("2018-12-20")
    assert find_dates(text, parsed, published) == find_dates(text, parsed, published)
