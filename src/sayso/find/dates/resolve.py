"""From what a date says to the days it can be: anchored to publication, to the narrative, or to nothing."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from sayso.find.dates.expressions import (
    Anchor,
    Calendar,
    Distance,
    Expression,
    Numeric,
    Part,
    Season,
    Stretch,
    Unit,
    Vague,
    Weekday,
    Written,
)
from sayso.model.when import When


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
    """The days that an expression means; raises `Unresolved` with the reason."""
    try:
        match expression:
            case Written(edtf):
                return When.parse(edtf)
            case Vague(reason):
                raise Unresolved(reason)
            case Calendar():
                return _calendar(expression, situation)
            case Season():
                return _season(expression, situation)
            case Numeric():
                return _numeric(expression, situation)
            case Weekday():
                return _weekday(expression, _published_day(situation), situation.direction)
            case Unit():
                return _unit(expression, situation)
            case Distance():
                return _shift(_anchor(expression.anchor, situation), expression.unit, expression.distance)
            case Stretch():
                return _stretch(expression, _published_day(situation))
    except (ValueError, OverflowError):
        raise Unresolved("no such day in the calendar") from None


def within(expression: Calendar) -> When:
    """A calendar expression that has its year; raises `ValueError` for a day that is none."""
    year, month, day, part = expression.year, expression.month, expression.day, expression.part
    if year is None:
        raise ValueError("no year")
    if month is None:
        return When.parse(f"{year:04}" if part is None else _part_of_year(year, part))
    if day is None:
        return When.parse(f"{year:04}-{month:02}" if part is None else _part_of_month(year, month, part))
    if expression.to_day is not None:
        return When.between(When.day(date(year, month, day)), When.day(date(year, month, expression.to_day)))
    return When.day(date(year, month, day))


def _part_of_year(year: int, part: Part) -> str:
    first, last = {Part.EARLY: (1, 3), Part.MIDDLE: (5, 8), Part.LATE: (10, 12)}[part]
    return f"{year:04}-{first:02}/{year:04}-{last:02}"


def _part_of_month(year: int, month: int, part: Part) -> str:
    end = monthrange(year, month)[1]
    first, last = {Part.EARLY: (1, 10), Part.MIDDLE: (11, 20), Part.LATE: (20, end)}[part]
    return f"{year:04}-{month:02}-{first:02}/{year:04}-{month:02}-{last:02}"


def _published_day(situation: Situation) -> date:
    if situation.published is None or not situation.published.is_day:
        raise Unresolved("counts from the day of publication, which is not known")
    assert situation.published.earliest
    return situation.published.earliest


def _published_range(situation: Situation) -> tuple[date, date]:
    when = situation.published
    if when is None or when.earliest is None or when.latest is None:
        raise Unresolved("counts from the day of publication, which is not known")
    return when.earliest, when.latest


def _calendar(expression: Calendar, situation: Situation) -> When:
    if expression.year is not None:
        return within(expression)
    if expression.lean is None and situation.year is not None:
        return within(_with_year(expression, situation.year))
    first, last = _published_range(situation)
    years = [y for y in range(first.year - 8, last.year + 9) if _exists(expression, y)]
    chosen = {_choose([within(_with_year(expression, y)) for y in years], at, expression.lean, situation.direction)
              for at in (first, last)}  # fmt: skip
    if len(chosen) > 1:
        raise Unresolved("no year is given, and the publication date leaves several open")
    return chosen.pop()


def _with_year(expression: Calendar, year: int) -> Calendar:
    return Calendar(year, expression.month, expression.day, expression.to_day, expression.part)


def _exists(expression: Calendar, year: int) -> bool:
    try:
        within(_with_year(expression, year))
    except ValueError:
        return False
    return True


def _choose(candidates: list[When], at: date, lean: int | None, direction: Direction) -> When:
    """The one of the yearly returns of a date that is meant at `at`: last, this, next; else the way the words point."""
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
    return min(candidates, key=lambda c: _days_between(c, at))


def _days_between(when: When, at: date) -> int:
    assert when.earliest
    assert when.latest
    if when.earliest <= at <= when.latest:
        return 0
    return min(abs((when.earliest - at).days), abs((when.latest - at).days))


def _season(expression: Season, situation: Situation) -> When:
    year = expression.year if expression.year is not None else None
    if year is None and expression.lean is None:
        year = situation.year
    if year is not None:
        return _season_of(year, expression.month)
    first, last = _published_range(situation)
    candidates = [_season_of(y, expression.month) for y in range(first.year - 2, last.year + 3)]
    chosen = {_choose(candidates, at, expression.lean, situation.direction) for at in (first, last)}
    if len(chosen) > 1:
        raise Unresolved("no year is given, and the publication date leaves several open")
    return chosen.pop()


def _season_of(year: int, month: int) -> When:
    """A season is its months (winter those of two years)."""
    last = f"{year + 1:04}-02" if month == 12 else f"{year:04}-{month + 2:02}"
    return When.parse(f"{year:04}-{month:02}/{last}")


def _numeric(expression: Numeric, situation: Situation) -> When:
    first, second, year = expression.first, expression.second, expression.year
    if first > 12 or (first <= 12 and second <= 12 and situation.month_first is False):
        return When.day(date(year, second, first))
    if second > 12 or first == second or situation.month_first:
        return When.day(date(year, first, second))
    raise Unresolved("ambiguous: either number may be the month")


def _weekday(expression: Weekday, published: date, direction: Direction) -> When:
    """Without more, the weekday that just was; publication's own day counts ("on Tuesday", published on a Tuesday)."""
    since = (published.weekday() - expression.day) % 7
    until = (expression.day - published.weekday()) % 7
    lean = expression.lean
    if lean == 1 or (lean in (None, 0) and direction is Direction.FUTURE):
        return When.day(published + timedelta(days=until or (7 if lean == 1 or direction is Direction.FUTURE else 0)))
    if lean == -1:
        return When.day(published - timedelta(days=since or 7))
    if lean == 0:
        return When.day(published - timedelta(days=published.weekday()) + timedelta(days=expression.day))
    return When.day(published - timedelta(days=since))


def _anchor(anchor: Anchor, situation: Situation) -> When:
    if anchor is Anchor.PUBLISHED:
        if situation.published is None:
            raise Unresolved("counts from the day of publication, which is not known")
        return situation.published
    if situation.narrative is None:
        raise Unresolved("counts from an earlier date in the text, which is not known")
    return situation.narrative


def _unit(expression: Unit, situation: Situation) -> When:
    anchor = _anchor(expression.anchor, situation)
    if anchor.earliest is None or anchor.latest is None:
        raise Unresolved("counts from a date that is itself open")
    firsts = {_whole(expression, at, situation.direction) for at in (anchor.earliest, anchor.latest)}
    if len(firsts) > 1:
        raise Unresolved("counts from a date that is not known closely enough")
    return firsts.pop()


def _whole(expression: Unit, at: date, direction: Direction) -> When:
    """The whole unit that lies `distance` from the one that holds `at`; weeks start on Monday."""
    distance = expression.distance
    match expression.unit:
        case "day":
            return When.day(at + timedelta(days=distance))
        case "week":
            monday = at - timedelta(days=at.weekday()) + timedelta(weeks=distance)
            return _days(monday, monday + timedelta(days=6))
        case "weekend":
            saturday = at - timedelta(days=at.weekday()) + timedelta(days=5, weeks=distance)
            # On a Monday, "this weekend" in the past tense is the one that just was.
            if distance == 0 and direction is Direction.PAST and saturday > at:
                saturday -= timedelta(weeks=1)
            return _days(saturday, saturday + timedelta(days=1))
        case "month":
            year, month = divmod(at.year * 12 + at.month - 1 + distance, 12)
            return When.parse(f"{year:04}-{month + 1:02}")
        case "quarter":
            year, quarter = divmod(at.year * 4 + (at.month - 1) // 3 + distance, 4)
            return When.parse(f"{year:04}-{quarter * 3 + 1:02}/{year:04}-{quarter * 3 + 3:02}")
        case "year":
            return When.parse(f"{at.year + distance:04}")
        case _:
            return When.parse(f"{at.year // 10 + distance:03}X")


def _days(first: date, last: date) -> When:
    return When.between(When.day(first), When.day(last))


def _shift(anchor: When, unit: str, distance: int) -> When:
    """A date moved: as exact as the unit, never more exact than the anchor. "Three years ago" is a year."""
    if anchor.earliest is None or anchor.latest is None:
        raise Unresolved("counts from a date that is itself open")
    if unit == "decade":
        unit, distance = "year", distance * 10
    if unit in ("day", "week"):
        if not anchor.is_day:
            raise Unresolved("counts from a date that is not known closely enough")
        return When.day(anchor.earliest + timedelta(days=distance * (7 if unit == "week" else 1)))
    return _whole_span(anchor, unit, distance)


def _whole_span(anchor: When, unit: str, distance: int) -> When:
    assert anchor.earliest
    assert anchor.latest
    ends = {
        _whole(Unit(unit, distance, Anchor.PUBLISHED), at, Direction.NEAREST) for at in (anchor.earliest, anchor.latest)
    }
    if len(ends) > 1:
        raise Unresolved("counts from a date that is not known closely enough")
    return ends.pop()


def _stretch(expression: Stretch, published: date) -> When:
    end = _moved(published, expression.unit, expression.length)
    return _days(min(end, published), max(end, published))


def _moved(day: date, unit: str, count: int) -> date:
    """The day so many units on; the month's last day where it is shorter."""
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    months = count * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
