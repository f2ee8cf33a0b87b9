"""What a date in a text says, before anything is resolved. Distances are signed: -2 weeks is two weeks before.

How the forms are meant follows TIMEX3 (ISO 24617-1).
"""

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.span import Span


class Part(StrEnum):
    """Which part of a month, a year or a decade."""

    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"


class Anchor(StrEnum):
    """What a relative date counts from."""

    PUBLISHED = "published"
    NARRATIVE = "narrative"


@dataclass(frozen=True, slots=True)
class Calendar:
    """A day, month or year by the calendar; `None` for what is not said. `to_day` ends a run of days in one month.

    `lean` is -1 for "last", 0 for "this", 1 for "next"; `None` without such a word.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    to_day: int | None = None
    part: Part | None = None
    lean: int | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """A season by its first month (3, 6, 9 or 12)."""

    month: int
    year: int | None = None
    lean: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday 0."""

    day: int
    lean: int | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A whole day, week, weekend, month, quarter, year or decade, so many away from the anchor's own."""

    unit: str
    distance: int
    anchor: Anchor
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Distance:
    """A point so many units away from the anchor ("two days ago")."""

    unit: str
    distance: int
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Stretch:
    """The last (negative) or next so many units, up to or from the day of publication."""

    unit: str
    length: int


@dataclass(frozen=True, slots=True)
class Numeric:
    """Two numbers and a year; which is the month may be open."""

    first: int
    second: int
    year: int


@dataclass(frozen=True, slots=True)
class Written:
    """EDTF as it stands."""

    edtf: str


@dataclass(frozen=True, slots=True)
class Vague:
    """An expression that says when but can't be resolved, and why."""

    reason: str


Expression = Calendar | Season | Weekday | Unit | Distance | Stretch | Numeric | Written | Vague


@dataclass(frozen=True, slots=True)
class Found:
    """An expression at its words. `bare` marks words that are only sometimes a date (`2016`, `May`, `Saturday`)."""

    span: Span
    expression: Expression
    bare: bool = False
