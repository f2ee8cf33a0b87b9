"""What the calendar says by itself: days, parts of months and years, seasons, whole units and how far they lie."""

from calendar import monthrange
from datetime import date, timedelta

from sayso.find.dates.expressions import Calendar, Part, PartOfMonth, Period, Season
from sayso.model.when import When

_YEAR_PARTS = {Part.EARLY: (1, 3), Part.MIDDLE: (5, 8), Part.LATE: (10, 12)}


def days(first: date, last: date) -> When:
    """All days from one to another."""
    return When.between(When.day(first), When.day(last))


def within(expression: Calendar) -> When:
    """A calendar expression that has its year; raises `ValueError` for a day that is none."""
    year, month, day, part = expression.year, expression.month, expression.day, expression.part
    if year is None:
        raise ValueError("no year")
    if month is None:
        return When.parse(f"{year:04}" if part is None else _part_of_year(year, part, expression.to_part or part))
    if day is None:
        if part is None:
            return When.parse(f"{year:04}-{month:02}")
        return _part_of_month(year, month, part, expression.to_part or part)
    if expression.to_day is not None:
        return days(date(year, month, day), date(year, month, expression.to_day))
    return When.day(date(year, month, day))


def _part_of_year(year: int, part: Part, to: Part) -> str:
    return f"{year:04}-{_YEAR_PARTS[part][0]:02}/{year:04}-{_YEAR_PARTS[to][1]:02}"


def _part_of_month(year: int, month: int, part: Part, to: Part) -> When:
    """Early, middle and late are the days 1-10, 11-20 and 20-end."""
    end = monthrange(year, month)[1]
    bounds = {Part.EARLY: (1, 10), Part.MIDDLE: (11, 20), Part.LATE: (20, end)}
    return days(date(year, month, bounds[part][0]), date(year, month, bounds[to][1]))


def part_of_unit(whole: When, unit: str, part: Part) -> When:
    """Early, middle or late in a month or year; of other units the whole, which is no further divided."""
    assert whole.earliest
    if unit == "year":
        return When.parse(_part_of_year(whole.earliest.year, part, part))
    if unit == "month":
        return _part_of_month(whole.earliest.year, whole.earliest.month, part, part)
    return whole


def season_of(season: Season, year: int) -> When:
    """A season is its months (winter those of two years), a part of it one of them."""
    if season.part is not None:
        month = season.month + {Part.EARLY: 0, Part.MIDDLE: 1, Part.LATE: 2}[season.part]
        return When.parse(_month(year, month))
    return When.parse(f"{_month(year, season.month)}/{_month(year, (season.to_month or season.month) + 2)}")


def _month(year: int, month: int) -> str:
    return f"{year + (month - 1) // 12:04}-{(month - 1) % 12 + 1:02}"


def part_of_month_named(expression: PartOfMonth, year: int) -> When:
    """The first week, the third Tuesday, the second half of a month; raises `ValueError` if there is none."""
    month, rank = expression.month, expression.rank
    end = monthrange(year, month)[1]
    match expression.unit:
        case "half":
            return days(date(year, month, 1), date(year, month, 15)) if rank == 1 else _to_end(year, month, 16)
        case "week":
            return _to_end(year, month, end - 6) if rank < 0 else _week_of_month(year, month, rank)
        case "weekend":
            saturday = nth_weekday(year, month, 5, rank)
            return days(saturday, saturday + timedelta(days=1))
        case _:
            return When.day(nth_weekday(year, month, expression.weekday, rank))


def _week_of_month(year: int, month: int, rank: int) -> When:
    first = date(year, month, rank * 7 - 6)
    return days(first, min(first + timedelta(days=6), date(year, month, monthrange(year, month)[1])))


def _to_end(year: int, month: int, first: int) -> When:
    return days(date(year, month, first), date(year, month, monthrange(year, month)[1]))


def nth_weekday(year: int, month: int, weekday: int, rank: int) -> date:
    """The first (1) … or last (-1) Monday (0) … of a month; raises `ValueError` if there are not so many."""
    if rank < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first.replace(day=1 + (weekday - first.weekday()) % 7 + 7 * (rank - 1))


def period(expression: Period, day: date) -> When:
    """The week of a day, Monday first, or the weeks or months that end with it."""
    if expression.unit == "week":
        monday = day - timedelta(days=day.weekday())
        return days(monday, monday + timedelta(days=6))
    if expression.unit == "weeks":
        return days(day - timedelta(days=7 * expression.count - 1), day)
    tomorrow = day + timedelta(days=1)
    return days(moved(tomorrow, "month", -expression.count), day)


def in_month(at: date, months: int, day: int) -> When | None:
    """A day by its number in the month so many away from the day `at`; `None` if that month has none."""
    year, month = divmod(at.year * 12 + at.month - 1 + months, 12)
    try:
        return When.day(date(year, month + 1, day))
    except ValueError:
        return None


def whole_unit(unit: str, distance: int, at: date, *, looks_back: bool = False) -> When:
    """The whole unit that lies `distance` from the one that holds `at`; weeks start on Monday."""
    match unit:
        case "day":
            return When.day(at + timedelta(days=distance))
        case "week":
            monday = at - timedelta(days=at.weekday()) + timedelta(weeks=distance)
            return days(monday, monday + timedelta(days=6))
        case "weekend":
            saturday = at - timedelta(days=at.weekday()) + timedelta(days=5, weeks=distance)
            # On a Monday, "this weekend" in the past tense is the one that just was.
            if distance == 0 and looks_back and saturday > at:
                saturday -= timedelta(weeks=1)
            return days(saturday, saturday + timedelta(days=1))
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


def moved(day: date, unit: str, count: int) -> date:
    """The day so many units on; the month's last day where it is shorter."""
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    months = count * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the anonymous computus (Nature, 20 April 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return date(year, month, day + 1)
