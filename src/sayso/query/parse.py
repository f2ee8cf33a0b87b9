"""Reads a query: a string → its syntax, or a `QueryError` that says what is wrong, and where."""

import re
from functools import cache

from lark import Lark, Token, Transformer, UnexpectedInput, UnexpectedToken, v_args

from sayso.errors import QueryError
from sayso.query.syntax import All, Either, Field, Negation, Query, Range, Term

_MOST_CHARACTERS = 1000
_DEEPEST = 10
"""Parentheses inside of each other: nobody types more, and SQLite can take little more."""

_PAIRED = re.compile(r'"(?:\\.|[^"\\])*"|“[^“”]*”|["“”()]', re.DOTALL)
_RANGE = re.compile(r"\[\s*(\S+)\s+TO\s+(\S+)\s*\]")
_OPERATORS = {"_OR": "OR", "_AND": "AND"}


def parse(query: str) -> Query:
    """The syntax of a query; a blank one asks for everything.

    Raises `QueryError` with a position from 0 to the length of the query, in code points.
    """
    if len(query) > _MOST_CHARACTERS:
        raise QueryError(f"A query has at most {_MOST_CHARACTERS} characters.", query, _MOST_CHARACTERS)
    _check_pairs(query)
    try:
        parsed: object = _parser().parse(query)
    except UnexpectedInput as error:
        raise _explained(error, query) from None
    except _TokenError as fault:
        raise QueryError(str(fault), query, fault.at) from None
    assert isinstance(parsed, Query)
    return parsed


@cache
def _parser() -> Lark:
    """Made at the first query, since reading the grammar takes longer than reading a query."""
    return Lark.open_from_package(
        "sayso.query", "grammar.lark", parser="lalr", lexer="contextual", transformer=_Syntax()
    )


class _TokenError(Exception):
    """A mistake in one token; `at` is its position."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.at = at


@v_args(inline=True)
class _Syntax(Transformer[Token, Query]):
    """Makes the syntax while the parser reads."""

    def start(self, query: Query | None) -> Query:
        return query or All(())

    def either(self, *parts: Query) -> Query:
        return Either(parts)

    def all(self, *parts: Query) -> Query:
        return All(parts)

    def negation(self, part: Query) -> Query:
        return part.part if isinstance(part, Negation) else Negation(part)

    def word(self, token: Token) -> Term:
        at = token.start_pos or 0
        text = token.rstrip("*")
        if not text:
            raise _TokenError("A * needs the beginning of a word before it.", at)
        if "*" in text or len(token) - len(text) > 1:
            raise _TokenError("A * can only stand once, at the end of a word; quotation marks make it a character.", at)
        return Term(text, prefix=text != token, at=at)

    def phrase(self, token: Token) -> Term:
        text = token.removesuffix("*")[1:-1]
        if token.startswith('"'):
            text = re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL)
        return Term(text, quoted=True, prefix=token.endswith("*"), at=token.start_pos or 0)

    def range(self, token: Token) -> Range:
        at = token.start_pos or 0
        match = _RANGE.fullmatch(token)
        if not match:
            raise _TokenError("Write a range as in [2016-11 TO 2016-12]; a * is an open end.", at)
        return Range(match[1], match[2], at)

    def field(self, token: Token, value: Term | Range) -> Field:
        return Field(token[:-1], value, token.start_pos or 0)

    def field_group(self, token: Token, query: Query) -> Query:
        return _with_field(token[:-1], query, token.start_pos or 0)


def _with_field(name: str, query: Query, at: int) -> Query:
    """`name:(a OR b)` is `name:a OR name:b`."""
    if isinstance(query, Term):
        return Field(name, query, at)
    if isinstance(query, Field):
        raise _TokenError(f"{query.name}: can't stand inside of the parentheses of {name}: .", query.at)
    if isinstance(query, Negation):
        return Negation(_with_field(name, query.part, at))
    return type(query)(tuple(_with_field(name, part, at) for part in query.parts))


def _check_pairs(query: str) -> None:
    """Every quotation mark and parenthesis has its other one, and none lie too deep."""
    opened: list[int] = []
    for found in _PAIRED.finditer(query):
        if found[0] in ('"', "“", "”"):
            raise QueryError(f"This quotation mark {found[0]} has no other one.", query, found.start())
        if found[0] == "(":
            opened.append(found.start())
            if len(opened) > _DEEPEST:
                raise QueryError(f"More than {_DEEPEST} parentheses inside of each other.", query, found.start())
        elif found[0] == ")":
            if not opened:
                raise QueryError("Nothing opens what this parenthesis closes.", query, found.start())
            opened.pop()
    if opened:
        raise QueryError("This parenthesis is never closed.", query, opened[-1])


def _explained(error: UnexpectedInput, query: str) -> QueryError:
    """What the parser stumbled over, in words."""
    end = len(query.rstrip())
    wants_value = "RANGE" in (getattr(error, "accepts", None) or getattr(error, "allowed", None) or ())
    if not isinstance(error, UnexpectedToken):
        at = min(error.pos_in_stream or 0, len(query))
        return QueryError("A - must stand right before what it excludes, without a blank.", query, at)
    at = end if error.token.type == "$END" else min(error.pos_in_stream or 0, len(query))
    if wants_value:
        message = "A value must follow the colon; one that begins with - or is AND, OR or NOT, in quotation marks."
    elif error.token.type == "$END":
        message = f"Something must follow {query.split()[-1]}."
    elif error.token.type in _OPERATORS:
        message = f"Something must stand before {_OPERATORS[error.token.type]}; in quotation marks it is a word."
    else:
        message = "Something must stand before this parenthesis."
    return QueryError(message, query, at)
