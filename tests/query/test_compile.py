"""From queries to conditions: fields, values, dates, and that every condition is one that the store can answer."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import QueryError
from sayso.query import condition_for
from sayso.query.fields import FIELDS, After, Before, Dated, Exact, Named, YesNo
from sayso.settings import Settings
from sayso.store.case_file import open_store
from sayso.store.condition import And, Condition, Has, Is, Not, Or, Table, Within, Words
from sayso.store.protocol import Store

NOVEMBER = date(2016, 11, 1)

ROWS: list[tuple[Table, str, Condition]] = [
    ("statements", "", And(())),
    ("statements", "rust*", Words("rust", prefix=True)),
    ("statements", 'a "b c" OR -d', Or((And((Words("a"), Words("b c"))), Not(Words("d"))))),
    ("statements", "speaker:Marsh", Has("speaker", "Marsh")),
    ("statements", "SPEAKER:Mar*", Has("speaker", "Mar", prefix=True)),
    ("statements", "speaker:unknown", Is("speaker", None)),
    ("statements", 'speaker:"unknown"', Has("speaker", "unknown")),  # somebody of that name
    ("statements", "through:Post", Has("chain", "Post")),
    ("statements", "outlet:Bugle", Has("publisher", "Bugle")),
    ("statements", "author:Osei", Has("authors", "Osei")),
    ("statements", "act:DENY", Is("act", "deny")),
    ("statements", "factuality:ct+", Is("factuality", "CT+")),
    ("statements", "named:no", Is("named", 0)),
    ("statements", "state:rejected", Is("state", "rejected")),
    ("statements", "person:p12", Is("person", "p12")),
    ("statements", "doc:d0123456789ab", Is("document", "d0123456789ab")),
    ("statements", "doc:letters/3.txt", Has("name", "letters/3.txt")),
    ("statements", "after:2016-11", Within("published", NOVEMBER, None)),
    ("statements", "before:2016-11", Within("published", None, date(2016, 10, 31))),
    ("statements", "before:0001", Or(())),  # before all days
    ("statements", "date:2016-11", Within("published", NOVEMBER, date(2016, 11, 30))),
    ("statements", "date:2016-11..2016-12", Within("published", NOVEMBER, date(2016, 12, 31))),
    ("statements", "date:[2016-11 TO 2016-12]", Within("published", NOVEMBER, date(2016, 12, 31))),
    ("statements", "date:2016-11/2016-12", Within("published", NOVEMBER, date(2016, 12, 31))),  # EDTF
    ("statements", "date:2016-11..", Within("published", NOVEMBER, None)),
    ("statements", "date:[* TO 2016]", Within("published", None, date(2016, 12, 31))),
    ("statements", "date:unknown", Is("published", None)),
    ("statements", "said:2016-11", Within("date", NOVEMBER, date(2016, 11, 30))),
    ("events", "after:2016-11", Within("date", NOVEMBER, None)),  # of the event
    ("events", "published:2016", Within("published", date(2016, 1, 1), date(2016, 12, 31))),
    ("events", "kind:meeting with:Renn", And((Is("kind", "meeting"), Has("participants", "Renn")))),
    ("documents", "state:missing", Is("state", "missing")),
    ("documents", "language:EN", Is("language", "en")),
    ("people", "kind:public-body", Is("kind", "public-body")),
    ("gaps", "kind:redaction recoverable:yes", And((Is("kind", "redaction"), Is("recoverable", 1)))),
]


@pytest.mark.parametrize(("table", "query", "expected"), ROWS)
def test_conditions(table: Table, query: str, expected: Condition) -> None:
    assert condition_for(query, table) == expected


# (table, query, position, words of the message)
BAD: list[tuple[Table, str, int, str]] = [
    ("statements", "x speeker:Marsh", 2, "Did you mean 'speaker'"),
    ("people", "act:deny", 0, "The people have no field 'act'.* They have: name, kind, outlet"),
    ("statements", "https://a.example/1", 0, "quotation marks"),
    ("statements", "act:denny", 4, "Did you mean 'deny'"),
    ("statements", "named:maybe", 6, "yes, no"),
    ("statements", "act:den*", 4, "can't be"),
    ("statements", "x after:yesterday", 8, "no date"),
    ("statements", "date:2016-13", 5, "no date"),
    ("statements", "date:2016-12..2016-11", 5, "ends before"),
    ("statements", "date:..", 5, "one end or both"),
    ("statements", "date:1..2..3", 5, "one end or both"),
    ("statements", "after:2016..2017", 6, "no date"),
    ("statements", "after:[2016 TO 2017]", 6, "takes one date"),
    ("statements", "after:../2016", 6, "takes one date"),
    ("statements", "speaker:[a TO b]", 8, "no order"),
]


@pytest.mark.parametrize(("table", "query", "position", "message"), BAD)
def test_bad_fields_and_values(table: Table, query: str, position: int, message: str) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        condition_for(query, table)
    assert (caught.value.position, caught.value.query) == (position, query)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("case") / "case.sayso"
    with open_store(path, Settings(), create=True, write=True) as opened:
        yield opened


def _example(kind: object) -> str:
    match kind:
        case Exact(choices=None) | Named():
            return "x"
        case Exact(choices=[first, *_]):
            return str(first)
        case YesNo():
            return "yes"
        case _:
            return "2016"


@pytest.mark.parametrize("table", FIELDS)
def test_the_store_answers_every_field_of_every_table(store: Store, table: Table) -> None:
    for name, kind in FIELDS[table].items():
        values = [_example(kind)]
        if not isinstance(kind, After | Before):
            values.append("unknown" if isinstance(kind, Dated | Named) else _example(kind))
        for value in values:
            assert store.count(table, condition_for(f"{name}:{value} OR -{name}:{value}", table)) == 0


@given(
    query=st.text(max_size=30)
    | st.lists(st.sampled_from(['"', "*", "a", "-", "^", "NEAR(", "speaker:", "%", "'", " "])).map("".join)
)
def test_the_store_answers_every_query_that_compiles(store: Store, query: str) -> None:
    for table in FIELDS:
        with suppress(QueryError):
            assert store.count(table, condition_for(query, table)) == 0


def test_the_longest_query_can_be_answered(store: Store) -> None:
    # As many terms as fit, and parentheses as deep as they go.
    assert store.count("statements", condition_for("a " * 500, "statements")) == 0
    for level in (
        "-(a ",
        "(a OR b ",
        "-(a OR -b ",
        "a -(b OR c OR speaker:x ",
        "-(speaker:x act:deny after:2016 OR a ",
    ):
        for table in FIELDS:
            query = (level * 10 + ")" * 10).replace("speaker", "outlet").replace("act:deny", "title:x")
            assert store.count(table, condition_for(query, table)) == 0


def test_every_field_is_explained() -> None:
    text = (Path(__file__).parents[2] / "docs" / "query.md").read_text(encoding="utf-8")
    for table, fields in FIELDS.items():
        for name, kind in fields.items():
            assert f"`{name}:" in text, (table, name)
            if isinstance(kind, Exact) and kind.choices:
                for choice in kind.choices:
                    assert f"`{choice}`" in text, (table, name, choice)
