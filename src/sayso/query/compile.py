"""A query's syntax → the condition that a store's list takes."""

import re
from datetime import date, timedelta

from rapidfuzz import process

from sayso.errors import QueryError
from sayso.model.when import When
from sayso.query.fields import FIELDS, After, Before, Dated, Exact, Named, YesNo
from sayso.query.parse import parse
from sayso.query.syntax import All, Either, Field, Negation, Query, Range, Term
from sayso.store.condition import And, Condition, Has, Is, Not, Or, Table, Within, Words

_UNKNOWN = "unknown"
_DOCUMENT_ID = re.compile(r"d[0-9a-f]{12}")
_NEVER = Or(())
_CLOSE = 60
"""How alike (of 100) a word must be to be suggested for a mistyped one."""


def condition_for(query: str, table: Table) -> Condition:
    """Parse and compile; raises `QueryError` with the query and the position of what is wrong in it."""
    try:
        return compile_query(parse(query), table)
    except QueryError as error:
        raise QueryError(str(error), query, error.position) from None


def compile_query(query: Query, table: Table) -> Condition:
    """The condition that a query sets on the rows of a table.

    Raises `QueryError` for a field that the table does not have or a value that the field can't have; its position
    is the one that the syntax carries.
    """
    match query:
        case Term():
            return Words(query.text, query.prefix)
        case Field():
            return _field(query, table)
        case Negation():
            return Not(compile_query(query.part, table))
        case All():
            return And(tuple(compile_query(part, table) for part in query.parts))
        case Either():
            return Or(tuple(compile_query(part, table) for part in query.parts))


def _field(query: Field, table: Table) -> Condition:
    fields = FIELDS[table]
    name = query.name.lower()
    if name not in fields:
        raise _wrong(
            f"The {table} have no field {query.name!r}.{_meant(name, list(fields))} They have: {', '.join(fields)}. "
            f'Words with a colon of their own go in quotation marks: "{query}".',
            query,
            query.at,
        )
    kind, value = fields[name], query.value
    if isinstance(kind, Dated | After | Before):
        return _date(kind, query)
    if isinstance(value, Range):
        raise _wrong(f"{name}: has no order, so no range can be asked of it.", query, value.at)
    if value.text.lower() == _UNKNOWN and not value.quoted:
        return Is(kind.store, None)
    if isinstance(kind, Named):
        if name == "doc" and _DOCUMENT_ID.fullmatch(value.text):
            return Is("document", value.text)
        return Has(kind.store, value.text, value.prefix)
    return _choice(kind, value, query)


def _choice(kind: Exact | YesNo, value: Term, query: Field) -> Condition:
    choices = ("yes", "no") if isinstance(kind, YesNo) else kind.choices
    text = value.text.lower()
    if choices is None:
        return Is(kind.store, text)
    known = {choice.lower(): choice for choice in choices}
    if text not in known or value.prefix:
        raise _wrong(
            f"{query.name}: can't be {value.text!r}.{_meant(text, list(choices))} It is one of: {', '.join(choices)}.",
            query,
            value.at,
        )
    return Is(kind.store, int(text == "yes")) if isinstance(kind, YesNo) else Is(kind.store, known[text])


def _date(kind: Dated | After | Before, query: Field) -> Condition:
    value = query.value
    if isinstance(kind, Dated):
        if isinstance(value, Term) and value.text.lower() == _UNKNOWN and not value.quoted:
            return Is(kind.store, None)
        first, last = _bounds(query)
        return Within(kind.store, first, last)
    if isinstance(value, Range):
        raise _wrong(f"{query.name}: takes one date; date: takes a range.", query, value.at)
    first, last = _days(value.text, query)
    if first is None or last is None or ".." in value.text:
        raise _wrong(f"{query.name}: takes one date; date: takes a range.", query, value.at)
    if isinstance(kind, After):
        return Within(kind.store, first, None)
    return Within(kind.store, None, first - timedelta(days=1)) if first > date.min else _NEVER


def _bounds(query: Field) -> tuple[date | None, date | None]:
    """The first and last day of a range, or of one date."""
    value = query.value
    if isinstance(value, Range):
        ends = ["" if end == "*" else end for end in (value.first, value.last)]
    elif ".." in value.text and "/" not in value.text:
        ends = value.text.split("..")
    else:
        return _days(value.text, query)
    if len(ends) != 2 or not any(ends):
        raise _wrong(f"{query.name}: takes a range as in 2016-11..2016-12, with one end or both.", query, value.at)
    first = _days(ends[0], query)[0] if ends[0] else None
    last = _days(ends[1], query)[1] if ends[1] else None
    if first and last and first > last:
        raise _wrong("This range ends before it begins.", query, value.at)
    return first, last


def _days(text: str, query: Field) -> tuple[date | None, date | None]:
    try:
        when = When.parse(text)
    except ValueError:
        raise _wrong(
            f"{text!r} is no date. Write a day, month or year as in 2016-12-01, 2016-12, 2016, or a range as in "
            "2016-11..2016-12.",
            query,
            query.value.at,
        ) from None
    return when.earliest, when.latest


def _meant(word: str, known: list[str]) -> str:
    best = process.extractOne(word, known, score_cutoff=_CLOSE)
    return f" Did you mean {best[0]!r}?" if best else ""


def _wrong(message: str, query: Query, at: int) -> QueryError:
    return QueryError(message, str(query), at)
