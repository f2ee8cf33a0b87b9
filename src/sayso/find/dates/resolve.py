"""From what a date says to the days it can be: anchored to publication, to the narrative, or to nothing."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from sayso.find.dates.expressions import (
    Anchor,
    Calendar,
    DayOfMonth,
    Distance,
    Expression,
    Numeric,
    PartOfMonth,
    Period,
    PublicDay,
    Season,
    Stretch,
    Told,
    Unit,
    Vague,
    Weekday,
    Written,
)
from sayso.find.dates.spans_of_time import (
    days,
    in_month,
    moved,
    part_of_month_named,
    part_of_unit,
    period,
    season_of,
    whole_unit,
    within,
)
from sayso.model.when import When

_PUBLICATION_UNKNOWN = "counts from the day of publication, which is not known"
_NARRATIVE_UNKNOWN = "counts from an earlier date in the text, which is not known"
_NOT_CLOSE = "counts from a date that is not known closely enough"
_YEARS_OPEN = "no year is given, and the publication date leaves several open"


class Direction(IntEnum):
    """Which way from publication the words around a date point."""

    PAST = -1
    NEAREST = 0
    FUTURE = 1


class Unresolved(Exception):  # noqa: N818 - a result, caught where the finder makes a reason of it
    """Why an expression can't be resolved, in words for the reader."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What is known where a date stands.

    `published` and `narrative` are the anchors, `None` if unknown; `year` is the year that the passage speaks of;
    `month_first` says in which order this document writes numeric dates, `None` if it does not tell.
    """

    published: When | None
    narrative: When | None
    year: int | None
    direction: Direction
    month_first: bool | None


def resolve(expression: Expression, situation: Situation) -> When:
    """The days that an expression means; raises `Unresolved` with the reason.

    Public days are resolved by `public.PublicDays`, since they hang on what the whole text is about.
    """
    try:
        match expression:
            case Written(edtf):
                return When.parse(edtf)
            case Vague(reason):
                raise Unresolved(reason)
            case Calendar(year=int()):
                return within(expression)
            case Calendar() | Season() | PartOfMonth():
                return _yearly(expression, situation)
            case Period():
                return period(expression, _named_day(expression.day, situation))
            case Numeric():
                return _numeric(expression, situation)
            case Weekday():
                return _weekday(expression, _published_day(situation), situation.direction)
            case DayOfMonth():
                return _day_of_month(expression, situation)
            case Told():
                return _told(expression, situation)
            case Unit():
                return _unit(expression, situation)
            case Distance():
                return _shift(_anchor(expression.anchor, situation), expression.unit, expression.distance)
            case Stretch():
                if expression.length > 0 and situation.direction is Direction.PAST:
                    raise Unresolved(_NARRATIVE_UNKNOWN)
                return _stretch(expression, _published_day(situation))
            case PublicDay():
                raise Unresolved("names an event, whose day is not known")
    except (ValueError, OverflowError):
        raise Unresolved("no such day in the calendar") from None


def _published_day(situation: Situation) -> date:
    if situation.published is None:
        raise Unresolved(_PUBLICATION_UNKNOWN)
    if not situation.published.is_day:
        raise Unresolved(_PUBLICATION_UNKNOWN)
    assert situation.published.earliest
    return situation.published.earliest


def published_range(situation: Situation) -> tuple[date, date]:
    """First and last day that publication can be; raises `Unresolved` where it is not known."""
    when = situation.published
    if when is None or when.earliest is None or when.latest is None:
        raise Unresolved(_PUBLICATION_UNKNOWN)
    return when.earliest, when.latest


def _yearly(expression: Calendar | Season | PartOfMonth, situation: Situation) -> When:
    """What comes again each year: the year that is given, that of the passage, or the one that is meant now."""
    given = None if isinstance(expression, Calendar) else expression.year
    lean = None if isinstance(expression, PartOfMonth) else expression.lean
    year = given if given is not None else situation.year if lean is None else None
    if year is not None:
        return in_year(expression, year)
    first, last = published_range(situation)
    candidates = [
        when for y in range(first.year - 8, last.year + 9) if (when := _in_year_or_none(expression, y)) is not None
    ]
    chosen = {choose(candidates, at, lean, situation.direction) for at in (first, last)}
    if len(chosen) > 1:
        raise Unresolved(_YEARS_OPEN)
    return chosen.pop()


def in_year(expression: Calendar | Season | PartOfMonth, year: int) -> When:
    """The days of a yearly expression in one year; raises `ValueError` if there are none."""
    match expression:
        case Calendar(_, month, day, to_day, part, _, to_part):
            return within(Calendar(year, month, day, to_day, part, None, to_part))
        case Season():
            return season_of(expression, year)
        case PartOfMonth():
            return part_of_month_named(expression, year)


def _in_year_or_none(expression: Calendar | Season | PartOfMonth, year: int) -> When | None:
    try:
        return in_year(expression, year)
    except ValueError:
        return None


def choose(candidates: list[When], at: date, lean: int | None, direction: Direction) -> When:
    """The one of the returns of a date that is meant at `at`: last, this, next; else the way the words point."""
    if not candidates:
        raise Unresolved("no such day in the calendar")
    past = [c for c in candidates if c.latest and c.earliest and c.earliest <= at]
    future = [c for c in candidates if c.latest and c.latest >= at]
    if lean == -1:
        past = [c for c in past if c.latest and c.latest < at]
    if lean == 1:
        future = [c for c in future if c.earliest and c.earliest > at]
    if lean == 0 and direction is Direction.NEAREST:
        candidates = [c for c in candidates if c.earliest and c.earliest.year == at.year] or candidates
    if lean == -1 or (lean != 1 and direction is Direction.PAST):
        candidates = past[-1:]
    elif lean == 1 or direction is Direction.FUTURE:
        candidates = future[:1]
    if not candidates:
        raise Unresolved("no such day in the calendar")
    return min(candidates, key=lambda c: days_between(c, at))


def days_between(when: When, at: date) -> int:
    """Days from `at` to the nearest day of `when`, which has both ends."""
    assert when.earliest
    assert when.latest
    if when.earliest <= at <= when.latest:
        return 0
    return min(abs((when.earliest - at).days), abs((when.latest - at).days))


def _named_day(day: Calendar, situation: Situation) -> date:
    when = resolve(day, situation)
    assert when.earliest
    return when.earliest


def _numeric(expression: Numeric, situation: Situation) -> When:
    first, second, year = expression.first, expression.second, expression.year
    if first > 12 or (first <= 12 and second <= 12 and situation.month_first is False):
        return When.day(date(year, second, first))
    if second > 12 or first == second or situation.month_first:
        return When.day(date(year, first, second))
    raise Unresolved("ambiguous: either number may be the month")


def _weekday(expression: Weekday, published: date, direction: Direction) -> When:
    """Without more, the weekday that just was; publication's own day counts ("on Tuesday", published on a Tuesday)."""
    if expression.of_week is not None:
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=expression.of_week)
        return When.day(monday + timedelta(days=expression.day))
    since = (published.weekday() - expression.day) % 7
    until = (expression.day - published.weekday()) % 7
    lean, more = expression.lean, timedelta(weeks=expression.weeks)
    if lean == 1 or (lean in (None, 0) and direction is Direction.FUTURE):
        return When.day(published + timedelta(days=until or 7) + more)
    if lean == -1:
        return When.day(published - timedelta(days=since or 7) + more)
    if lean == 0:
        return When.day(published - timedelta(days=published.weekday()) + timedelta(days=expression.day))
    return When.day(published - timedelta(days=since))


def _day_of_month(expression: DayOfMonth, situation: Situation) -> When:
    """A day by its number: of the month that is said, that the passage speaks of, or that is meant now."""
    if expression.months is None and situation.narrative is not None:
        told = situation.narrative
        if told.earliest is None or told.latest is None:
            raise Unresolved("counts from a date that is itself open")
        if (told.earliest.year, told.earliest.month) != (told.latest.year, told.latest.month):
            raise Unresolved(_NOT_CLOSE)
        return When.day(told.earliest.replace(day=expression.day))
    at = _published_day(situation)
    candidates = [c for months in (-2, -1, 0, 1, 2) if (c := in_month(at, months, expression.day)) is not None]
    if expression.months is not None:
        when = in_month(at, expression.months, expression.day)
        if when is None:
            raise Unresolved("no such day in the calendar")
        return when
    return choose(candidates, at, None, situation.direction)


def _told(expression: Told, situation: Situation) -> When:
    """That August, the following spring, the previous Friday: from the date that the passage told last."""
    anchor = _anchor(Anchor.NARRATIVE, situation)
    if anchor.earliest is None or anchor.latest is None:
        raise Unresolved("counts from a date that is itself open")
    what, lean = expression.what, expression.lean
    if isinstance(what, Weekday):
        if not anchor.is_day:
            raise Unresolved(_NOT_CLOSE)
        day = anchor.earliest
        if lean < 0:
            return When.day(day - timedelta(days=(day.weekday() - what.day) % 7 or 7))
        return When.day(day + timedelta(days=(what.day - day.weekday()) % 7 or (7 if lean else 0)))
    chosen = set()
    for at in (anchor.earliest, anchor.latest):
        candidates = [in_year(what, year) for year in range(max(1, at.year - 2), min(9998, at.year + 3))]
        if lean:
            candidates = [c for c in candidates if c.earliest and c.latest and _beyond(c, at, lean)]
            chosen.add(candidates[0] if lean > 0 else candidates[-1])
        else:
            chosen.add(in_year(what, at.year))
    if len(chosen) > 1:
        raise Unresolved(_NOT_CLOSE)
    return chosen.pop()


def _beyond(when: When, at: date, lean: int) -> bool:
    assert when.earliest
    assert when.latest
    return when.earliest > at if lean > 0 else when.latest < at


def _anchor(anchor: Anchor, situation: Situation) -> When:
    if anchor is Anchor.PUBLISHED:
        if situation.published is None:
            raise Unresolved(_PUBLICATION_UNKNOWN)
        return situation.published
    if situation.narrative is None:
        raise Unresolved(_NARRATIVE_UNKNOWN)
    return situation.narrative


def _unit(expression: Unit, situation: Situation) -> When:
    anchor = _anchor(expression.anchor, situation)
    if anchor.earliest is None or anchor.latest is None:
        raise Unresolved("counts from a date that is itself open")
    wholes = {
        whole_unit(expression.unit, expression.distance, at, looks_back=situation.direction is Direction.PAST)
        for at in (anchor.earliest, anchor.latest)
    }
    if len(wholes) > 1:
        raise Unresolved(_NOT_CLOSE)
    whole = wholes.pop()
    return part_of_unit(whole, expression.unit, expression.part) if expression.part else whole


def _shift(anchor: When, unit: str, distance: int) -> When:
    """A date moved: as exact as the unit, never more exact than the anchor. "Three years ago" is a year."""
    if anchor.earliest is None or anchor.latest is None:
        raise Unresolved("counts from a date that is itself open")
    if unit == "decade":
        unit, distance = "year", distance * 10
    if unit in ("day", "week", "same day"):
        if not anchor.is_day:
            raise Unresolved(_NOT_CLOSE)
        return When.day(moved(anchor.earliest, "month" if unit == "same day" else unit, distance))
    ends = {whole_unit(unit, distance, at) for at in (anchor.earliest, anchor.latest)}
    if len(ends) > 1:
        raise Unresolved(_NOT_CLOSE)
    return ends.pop()


def _stretch(expression: Stretch, published: date) -> When:
    end = moved(published, expression.unit, expression.length)
    return days(min(end, published), max(end, published))
