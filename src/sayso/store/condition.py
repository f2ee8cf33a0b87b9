"""What the lists of a store are asked with: a condition on the rows of one table, without a word of SQL.

`sayso.query` makes them of what a person typed. Each backend turns them into its own language; a field that the table
does not have is a `UsageError` there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

Table = Literal["documents", "statements", "people", "gaps", "events", "dates", "citations", "claims"]
"""The tables that can be asked."""


@dataclass(frozen=True, slots=True)
class Words:
    """The row's full text holds these words in this order, next to each other; word forms and accents don't matter.

    With `prefix` the last word may go on. Where there are no words (punctuation alone) nothing matches.
    """

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Has:
    """A field that holds names has these words next to each other, case and accents aside, but as they are spelt.

    With `prefix` the last word may go on.
    """

    field: str
    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Is:
    """A field is exactly this value; `None`: it is not known."""

    field: str
    value: str | int | None


@dataclass(frozen=True, slots=True)
class Within:
    """A date can be one of the days from `first` to `last`, both included; `None` for an open end."""

    field: str
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: "Condition"


@dataclass(frozen=True, slots=True)
class And:
    """All parts hold; none: always true."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one part holds; none: never true."""

    parts: tuple["Condition", ...]


Condition = Words | Has | Is | Within | Not | And | Or


def leaves(condition: Condition, *, negated: bool = False) -> Iterator[Words | Has | Is | Within]:
    """The parts that name something to look for; those under an odd number of `Not` only if `negated`."""
    if isinstance(condition, And | Or):
        for part in condition.parts:
            yield from leaves(part, negated=negated)
    elif isinstance(condition, Not):
        yield from leaves(condition.part, negated=not negated)
    elif not negated:
        yield condition
