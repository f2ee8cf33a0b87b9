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
    to_part: Part | None = None
    """the last part of "mid-to-late" """


@dataclass(frozen=True, slots=True)
class Season:
    """A season by its first month (3, 6, 9 or 12); `to_month` is that of the last of "summer or fall"."""

    month: int
    year: int | None = None
    lean: int | None = None
    to_month: int | None = None
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class PartOfMonth:
    """Days of a month by count: `unit` is a week, weekend, half or day of the week (`weekday`); -1 is the last."""

    unit: str
    rank: int
    month: int
    year: int | None = None
    weekday: int = 0


@dataclass(frozen=True, slots=True)
class Period:
    """A period by one of its days: the week of it, or so many weeks or months that end with it."""

    unit: str
    count: int
    day: Calendar


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday 0."""

    day: int
    lean: int | None = None
    weeks: int = 0
    """so many weeks away from the one meant ("a week from Tuesday")"""
    of_week: int | None = None
    """the one of the week so many away from publication's own ("Tuesday of last week")"""


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day by its number alone; `months` counts from publication's month, `None` where no month is said."""

    day: int
    months: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A month, season or weekday named from the passage: before (-1), at (0) or after (1) the date told last."""

    what: Calendar | Season | Weekday
    lean: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A whole day, week, weekend, month, quarter, year or decade, so many away from the anchor's own."""

    unit: str
    distance: int
    anchor: Anchor
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Distance:
    """A point so many units away from the anchor ("two days ago"). `planned`: only where the words look forward."""

    unit: str
    distance: int
    anchor: Anchor
    planned: bool = False


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


@dataclass(frozen=True, slots=True)
class PublicDay:
    """A day named by a public event. `phrase` names it in the table; `of_year` is that of "last year's election"."""

    phrase: str
    election: bool
    year: int | None = None
    lean: int | None = None
    of_year: int | None = None


Expression = (
    Calendar
    | Season
    | PartOfMonth
    | Period
    | Weekday
    | DayOfMonth
    | Told
    | Unit
    | Distance
    | Stretch
    | Numeric
    | Written
    | PublicDay
    | Vague
)


@dataclass(frozen=True, slots=True)
class Found:
    """An expression at its words. `bare` marks words that are only sometimes a date (`2016`, `May`, `Saturday`)."""

    span: Span
    expression: Expression
    bare: bool = False
