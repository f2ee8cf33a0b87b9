"""Queries: what they mean, what is wrong with bad ones and where, and that nothing else ever comes out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import QueryError
from sayso.query import parse
from sayso.query.syntax import All, Either, Field, Negation, Query, Range, Term


def t(text: str) -> Term:
    return Term(text)


GOOD: list[tuple[str, Query]] = [
    ("", All(())),
    ("  \n", All(())),
    ("bridge", t("bridge")),
    ("bridge cables", All((t("bridge"), t("cables")))),  # all must be there
    ("bridge AND cables", All((t("bridge"), t("cables")))),
    ("a b OR c", Either((All((t("a"), t("b"))), t("c")))),  # OR binds loosest
    ("a (b OR c)", All((t("a"), Either((t("b"), t("c")))))),
    ("-a NOT b", All((Negation(t("a")), Negation(t("b"))))),
    ("NOT NOT a", t("a")),
    ("--a", t("a")),
    ("-(a b)", Negation(All((t("a"), t("b"))))),
    ("or and not", All((t("or"), t("and"), t("not")))),  # lower case: words
    ("ORder NOTe", All((t("ORder"), t("NOTe")))),
    ('"no rust" cable*', All((Term("no rust", quoted=True), Term("cable", prefix=True)))),
    ("“no rust”", Term("no rust", quoted=True)),  # as a word processor types it
    ('"no ru"*', Term("no ru", quoted=True, prefix=True)),
    (r'"a \"b\" \\"', Term('a "b" \\', quoted=True)),
    ("well-known 10:30 a/b", All((t("well-known"), t("10:30"), t("a/b")))),
    ("speaker:Marsh", Field("speaker", t("Marsh"))),
    ("speaker: Marsh", Field("speaker", t("Marsh"))),
    ('speaker:"Odile Marsh"', Field("speaker", Term("Odile Marsh", quoted=True))),
    ("-speaker:Marsh", Negation(Field("speaker", t("Marsh")))),
    ("speaker:(a OR -b)", Either((Field("speaker", t("a")), Negation(Field("speaker", t("b")))))),
    ("doc:mail:3", Field("doc", t("mail:3"))),
    ("date:[2016-11 TO *]", Field("date", Range("2016-11", "*"))),
    ("date:2016-11..2016-12", Field("date", t("2016-11..2016-12"))),
    ("[REDACTED]", t("[REDACTED]")),
]


@pytest.mark.parametrize(("query", "expected"), GOOD)
def test_good_queries(query: str, expected: Query) -> None:
    assert parse(query) == expected


# (query, position, words of the message)
BAD = [
    ('say "no', 4, "quotation mark"),
    ("say “no", 4, "quotation mark"),
    ("no”", 2, "quotation mark"),
    ("(a (b)", 0, "never closed"),
    ("a) b", 1, "Nothing opens"),
    ("()", 1, "before this parenthesis"),
    ("a OR", 4, "must follow OR"),
    ("a AND  ", 5, "must follow AND"),
    ("NOT", 3, "must follow NOT"),
    ("OR a", 0, "before OR"),
    ("a OR OR b", 5, "before OR"),
    ("(a OR) b", 5, "before this parenthesis"),
    ("a - b", 2, "right before"),
    ("-", 0, "right before"),
    ("speaker:", 8, "value must follow"),
    ("act:-x", 4, "value must follow"),
    ("act:OR", 4, "value must follow"),
    ("x *", 2, "beginning of a word"),
    ("a*b", 0, "only stand once"),
    ("a**", 0, "only stand once"),
    ("date:[2016]", 5, "range as in"),
    ("speaker:(a act:b)", 11, "inside of the parentheses"),
    ("(" * 11 + "a" + ")" * 11, 10, "inside of each other"),
    ("a " * 600, 1000, "at most"),
]


@pytest.mark.parametrize(("query", "position", "message"), BAD)
def test_bad_queries(query: str, position: int, message: str) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        parse(query)
    assert (caught.value.position, caught.value.query) == (position, query)


PIECES = st.sampled_from(
    [
        "a",
        "b*",
        '"',
        "(",
        ")",
        "-",
        " ",
        "OR",
        "AND",
        "NOT",
        ":",
        "speaker:",
        "[",
        "]",
        " TO ",
        "..",
        "“",
        "”",
        "\\",
        "\0",
        "𝒷",
        "\ud800",
    ]
)


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map("".join)))
def test_any_string_is_a_query_or_an_error_with_a_place(query: str) -> None:
    error: QueryError | None = None
    try:
        parsed = parse(query)
    except QueryError as raised:
        error = raised
    if error is None:
        assert parse(str(parsed)) == parsed
    else:
        assert 0 <= error.position <= len(query)
        assert str(error).endswith(".")


PLAIN = st.from_regex(r"[a-z0-9é][a-z0-9.-]{0,6}", fullmatch=True)
TERMS = st.builds(Term, PLAIN, st.just(False), st.booleans()) | st.builds(
    Term, st.text(max_size=8), st.just(True), st.booleans()
)
LEAVES = TERMS | st.builds(Field, st.sampled_from(["speaker", "act"]), TERMS | st.builds(Range, PLAIN, PLAIN))


def _nested(inside: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    several = st.lists(inside, min_size=2, max_size=3).map(tuple)
    once = inside.filter(lambda query: not isinstance(query, Negation))
    return st.builds(All, several) | st.builds(Either, several) | st.builds(Negation, once)


@given(st.recursive(LEAVES, _nested, max_leaves=8))
def test_what_is_written_out_means_the_same(query: Query) -> None:
    assert parse(str(query)) == query
