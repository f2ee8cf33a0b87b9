"""The forms of dates that count from publication or from the passage: words in, expressions out."""

import re
from calendar import monthrange
from datetime import date

from sayso.find.dates import near
from sayso.find.dates.expressions import (
    Anchor,
    Calendar,
    DayOfMonth,
    Distance,
    Expression,
    Part,
    Season,
    Stretch,
    Told,
    Unit,
    Vague,
    Weekday,
    Written,
)
from sayso.find.dates.form import Form
from sayso.find.dates.words import (
    COUNT,
    LEAN,
    MONTH,
    MONTHS,
    NUMBERS,
    ORDINAL,
    PART,
    SEASON,
    SEASONS,
    SOME,
    UNIT,
    WEEKDAY,
    YEAR,
    lean,
    month,
    ordinal,
    part,
    weekday,
)

_COUNT_LIMIT = 2000
_DAY_WORDS = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "last night": -1, "this morning": 0,
    "this afternoon": 0, "this evening": 0, "the day before yesterday": -2, "the day after tomorrow": 2,
}  # fmt: skip
_AFTER = {"next": 1, "following": 1, "after": 1, "previous": -1, "preceding": -1, "before": -1, "prior": -1}
_AGAIN = "comes again and again"
_NO_NUMBER = "gives no exact number"


def _weekday(match: re.Match[str]) -> Expression:
    return Weekday(weekday(match), lean(match))


def _weekday_of_week(match: re.Match[str]) -> Expression:
    return Weekday(weekday(match), of_week=lean(match))


def _weekday_weeks_ago(match: re.Match[str]) -> Expression | None:
    count = _count(match)
    return None if count is None else Weekday(weekday(match), of_week=-count)


def _weekday_in_between(match: re.Match[str]) -> Expression:
    return Vague("lies between two days that the passage tells of")


def _weekdays_of_month(match: re.Match[str]) -> Expression:
    """From the first to the last such day of a month."""
    in_year, in_month = int(match["year"]), month(match)
    days = [date(in_year, in_month, n + 1) for n in range(monthrange(in_year, in_month)[1])]
    there = [day for day in days if day.weekday() == weekday(match)]
    return Written(f"{there[0]}/{there[-1]}")


def _week_from_weekday(match: re.Match[str]) -> Expression:
    if "ago" in match[0]:
        return Weekday(weekday(match), -1, -1)
    return Weekday(weekday(match), 1, 1)


def _weekday_before_last(match: re.Match[str]) -> Expression:
    return Weekday(weekday(match), -1, -1)


def _weekday_last(match: re.Match[str]) -> Expression:
    return Weekday(weekday(match), -1)


def _day_word(match: re.Match[str]) -> Expression:
    return Unit("day", _DAY_WORDS[" ".join(match["word"].lower().split())], Anchor.PUBLISHED)


def _unit(match: re.Match[str]) -> Expression:
    whole = match["whole"].lower()
    return Unit(whole, lean(match) or 0, Anchor.PUBLISHED, part(match))


def _own_unit(match: re.Match[str]) -> Expression:
    """Of the year, month or week of publication."""
    return Unit(match["whole"].lower(), 0, Anchor.PUBLISHED, part(match))


def _year_end(match: re.Match[str]) -> Expression:
    return Unit("year", 0, Anchor.PUBLISHED, Part.LATE)


def _twice(match: re.Match[str]) -> Expression:
    return Unit(match["whole"].lower(), -2 if match["way"].lower() == "before" else 2, Anchor.PUBLISHED)


def _count(match: re.Match[str]) -> int | None:
    words = match["count"].lower()
    number = int(words) if words.isdigit() else NUMBERS[words]
    return number if number <= _COUNT_LIMIT else None


def _distance(match: re.Match[str]) -> Expression | None:
    count, unit = _count(match), match["unit"].lower()
    if count is None:
        return None
    if unit == "hour":
        return Vague("counts hours")
    if unit == "fortnight":
        count, unit = count * 2, "week"
    if re.search(r"\bhalf\b", match[0]):
        if unit not in ("year", "decade"):
            return Vague(_NO_NUMBER)
        count, unit = (count * 12 + 6, "month") if unit == "year" else (count * 10 + 5, "year")
    way = match["way"].lower().split()[0]
    sign = 1 if way in ("later", "after", "from", "hence") else -1
    anchor = Anchor.PUBLISHED if way in ("ago", "from", "hence", "back") else Anchor.NARRATIVE
    return Distance(unit, sign * count, anchor)


def _long_ago(match: re.Match[str]) -> Expression:
    years = {"half a": 50, "a quarter": 25}.get(" ".join(match["share"].lower().split()), 100)
    return Distance("year", -years, Anchor.PUBLISHED)


def _exactly(match: re.Match[str]) -> Expression | None:
    """ "Exactly a year later" is a day."""
    count, way = _count(match), match["way"].lower()
    if count is None:
        return None
    anchor = Anchor.PUBLISHED if way == "ago" else Anchor.NARRATIVE
    return Distance("same day", (12 if way == "later" else -12) * count, anchor)


def _year_ago_today(match: re.Match[str]) -> Expression:
    return Distance("same day", -12, Anchor.PUBLISHED)


def _planned(match: re.Match[str]) -> Expression | None:
    count, unit = _count(match), match["unit"].lower()
    if count is None or unit == "hour":
        return None
    if unit == "fortnight":
        count, unit = count * 2, "week"
    return Distance(unit, count, Anchor.PUBLISHED, planned=True)


def _this_time(match: re.Match[str]) -> Expression:
    return Distance("month", 12 * (lean(match) or 0), Anchor.PUBLISHED)


def _stretch(match: re.Match[str]) -> Expression | None:
    count, unit = (_count(match) if match["count"] else 1), match["unit"].lower()
    if count is None:
        return None
    if unit == "hour":
        return Vague("counts hours")
    if unit == "fortnight":
        count, unit = count * 2, "week"
    return Stretch(unit, count if match["way"].lower() in ("next", "coming") else -count)


def _narrative(match: re.Match[str]) -> Expression:
    which, unit = match["which"].lower().split()[-1], match["whole"].lower()
    distance = _AFTER.get(which, 0)
    unit = "day" if unit in ("evening", "night", "morning", "afternoon", "date") else unit
    return Unit(unit, distance, Anchor.NARRATIVE)


def _told(match: re.Match[str]) -> Expression:
    which = _AFTER.get(match["which"].lower().split()[-1], 0)
    groups = match.groupdict()
    if groups.get("weekday"):
        return Told(Weekday(weekday(match)), which)
    words = match["name"].lower().rstrip(".")
    return Told(Season(SEASONS[words]) if words in SEASONS else Calendar(month=MONTHS[words]), which)


def _bare_season(match: re.Match[str]) -> Expression:
    return Season(SEASONS[match["season"].lower()], part=part(match))


def _day_of_month(match: re.Match[str]) -> Expression:
    months = lean(match)
    return DayOfMonth(ordinal(match), months)


def _inexact(match: re.Match[str]) -> Expression:
    return Vague("counts hours" if "hour" in match[0].lower() else _NO_NUMBER)


def _again(match: re.Match[str]) -> Expression:
    return Vague(_AGAIN)


def _some_day(match: re.Match[str]) -> Expression:
    return Vague("names no particular day")


_WHICH = r"(?P<which>[Tt]he\s+(?:very\s+)?(?:next|following|previous|preceding|prior)|[Tt]hat(?:\s+same)?)"
_DAYTIME = "evening|night|morning|afternoon"
_ALONE = r"\b(?=[,.;]|\s+(?:he|she|they|it|we|I)\b)"
_AGO = rf"(?P<way>ago|earlier|later|before(?=[\s,.;]*(?:[.;]|$))|(?:after|before)(?=,?\s+that{_ALONE})|from\s+now"
_SEASON_NAMES = "spring|summer|autumn|fall|winter"

FORMS: tuple[Form, ...] = tuple(
    Form(re.compile(pattern), read, bare, trigger)
    for pattern, read, bare, trigger in (
        # Thursday, two weeks ago; the Thursday in between; every Tuesday in March 2016
        (rf"\b{WEEKDAY}(?=,\s+{COUNT}\s+weeks?\s+ago\b)", _weekday_weeks_ago, False, near.WEEKDAYS),
        (rf"\b(?:[Tt]he|[Tt]hat)\s+{WEEKDAY}\s+in\s+between\b", _weekday_in_between, False, near.WEEKDAYS),
        (rf"\b[Ee]very\s+{WEEKDAY}(?=\s+(?:in|of)\s+{MONTH}\s+{YEAR})", _weekdays_of_month, False, near.WEEKDAYS),
        # Tuesday; last Tuesday; Tuesday of last week; a week from Tuesday; the Tuesday before last; Tuesday last
        (rf"\b(?:{LEAN}\s+)?{WEEKDAY}\b", _weekday, True, near.WEEKDAYS),
        (rf"\b{WEEKDAY}\s+of\s+{LEAN}\s+week\b", _weekday_of_week, False, near.WEEKDAYS),
        (rf"\b[Aa]\s+week\s+(?:ago|from)\s+(?:this\s+|last\s+|next\s+)?{WEEKDAY}\b",
         _week_from_weekday, False, near.WEEKDAYS),
        (rf"\b[Tt]he\s+{WEEKDAY}\s+before\s+last\b", _weekday_before_last, False, near.WEEKDAYS),
        (rf"\b{WEEKDAY}\s+last\b(?!\s+(?:week|month|year|spring|summer|fall|autumn|winter|[A-Z]))",
         _weekday_last, False, near.WEEKDAYS),
        # every Tuesday, Tuesdays, every other Friday, every summer, the first Monday of every month
        (r"\b(?:[Ee]very|[Ee]ach)\s+(?:other\s+|second\s+|third\s+|single\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur"
         r"|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December"
         r"|spring|summer|autumn|fall|winter)\b", _again, False, None),
        (r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days\b", _again, False, near.WEEKDAYS),
        (r"\b[Tt]he\s+(?:first|second|third|fourth|last)\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+of\s+"
         r"(?:every|each)\s+(?:month|quarter|year)\b", _again, False, near.WEEKDAYS),
        # today, yesterday, last night, earlier today …
        (r"(?i:\b(?:earlier\s+|later\s+)?(?P<word>today|tonight|yesterday|tomorrow|last\s+night"
         r"|this\s+(?:morning|afternoon|evening)|the\s+day\s+(?:before\s+yesterday|after\s+tomorrow))\b)",
         _day_word, False, near.UNITS),
        # last week; earlier this month; late last year; the end of this month
        (rf"\b(?:(?:[Ee]arlier|[Ll]ater)\s+|{PART})?{LEAN}\s+(?P<whole>(?i:weekend|week|month|quarter|year|decade))\b"
         r"(?!\s+(?:of|in)\s+)", _unit, False, near.UNITS),
        (r"\b[Tt]he\s+(?P<whole>weekend)\b(?!\s+of\b)", _unit, False, near.UNITS),
        (r"\b(?:[Ee]arlier|[Ll]ater)\s+in\s+the\s+(?P<whole>week|month|year)\b", _own_unit, False, near.UNITS),
        (r"\b(?P<end_of>[Tt]he\s+(?:beginning|start|middle|end))\s+of\s+the\s+(?P<whole>month|year)\b",
         _own_unit, False, near.UNITS),
        (r"\b(?:the\s+)?year['’]s\s+end\b|\b[Yy]ear-end\b(?!\s+[a-z])|\bthe\s+year-end\b",
         _year_end, False, near.UNITS),
        (r"\b[Tt]he\s+(?P<whole>week|weekend|month|year)\s+(?P<way>before|after)\s+(?:last|next)\b",
         _twice, False, near.UNITS),
        # two days ago; three weeks later; a year and a half earlier; two months from now; half a century ago
        (rf"\b{COUNT}(?:\s+and\s+a\s+half)?\s+{UNIT}(?:\s+and\s+a\s+half)?\s+(?:{_AGO}|from\s+today|hence|back)\b)"
         rf"(?:,?\s+that{_ALONE})?", _distance, False, near.UNITS),
        (rf"\b[Ee]xactly\s+{COUNT}\s+years?\s+(?P<way>ago|earlier|later)\b", _exactly, False, near.UNITS),
        (r"\b[Aa]\s+year\s+ago\s+today\b", _year_ago_today, False, near.UNITS),
        (r"\b(?P<share>[Hh]alf\s+a|[Aa]\s+quarter|[Aa])[\s\-](?:of\s+a\s+)?century\s+ago\b",
         _long_ago, False, near.UNITS),
        (r"\b[Tt]his\s+time\s+(?P<lean>last|next)\s+year\b", _this_time, False, near.UNITS),
        (rf"\b[Ii]n\s+{COUNT}\s+{UNIT}(?:['’]?s?['’]?\s+time)?\b(?!\s+of\b)", _planned, True, near.UNITS),
        # the past three years; the last 10 days; the next two weeks; the past year; over the last decade
        (rf"\b[Tt]he\s+(?P<way>past|last|next|coming)\s+{COUNT}\s+{UNIT}\b(?!\s+of\b)", _stretch, False, near.UNITS),
        (r"\b[Tt]he\s+(?P<way>past)(?P<count>)\s+(?P<unit>day|week|month|year|decade)\b", _stretch, False, near.UNITS),
        (r"\b(?:[Oo]ver|[Dd]uring|[Ii]n|[Ww]ithin|[Ff]or)\s+(?P<words>the\s+(?P<way>last|next|coming)(?P<count>)\s+"
         r"(?P<unit>day|week|month|year|decade))\b(?!\s+(?:of|in)\b)", _stretch, False, near.UNITS),
        # the next day, the following week, that month, the same day, later that evening, that date
        (rf"\b(?:(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly)\s+)?(?P<which>[Tt]he\s+(?:very\s+)?(?:next|following|previous"
         rf"|preceding|same)|[Tt]hat(?:\s+same)?)\s+(?P<whole>day|date|week|weekend|month|year|{_DAYTIME})\b",
         _narrative, False, near.UNITS),
        (rf"\b[Tt]he\s+(?P<whole>day|week|month|year|{_DAYTIME})\s+(?P<which>before|after)(?=[.;,])",
         _narrative, False, near.UNITS),
        # that August, the following spring, the previous Friday, the Friday after
        (rf"\b{_WHICH}\s+(?P<name>{_SEASON_NAMES})\b", _told, False, near.SEASONS),
        (rf"\b{_WHICH}\s+(?P<name>{MONTH})(?!\s+\d)", _told, False, near.MONTHS),
        (rf"\b{_WHICH}\s+{WEEKDAY}\b", _told, False, near.WEEKDAYS),
        (rf"\b[Tt]he\s+{WEEKDAY}\s+(?P<which>after|before)(?=[.;,])", _told, False, near.WEEKDAYS),
        # in the spring, over the early summer
        (rf"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Bb]y|[Ss]ince|[Uu]ntil)\s+(?P<words>the\s+{PART}?{SEASON})\b(?!\s+of\b|\s*,?\s*\d)",
         _bare_season, True, near.SEASONS),
        # on the 14th, the 14th of last month
        (rf"\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Ss]ince|[Ff]rom|[Bb]efore|[Aa]fter)\s+(?P<words>the\s+{ORDINAL})\b(?!\s+of\b|-)",
         _day_of_month, True, None),
        (rf"\b[Tt]he\s+{ORDINAL}\s+of\s+{LEAN}\s+month\b", _day_of_month, False, near.UNITS),
        # a few months ago, days later, in recent weeks, the other day: they say when, but not exactly
        (rf"\b(?i:(?:{SOME})\s+)?(?i:(?:hour|day|week|month|year|decade)s)\s+(?:ago|earlier|later|back|before(?=[.;,]))\b",
         _inexact, False, near.UNITS),
        (rf"\b(?i:{SOME})\s+(?i:{UNIT})\s+(?:ago|earlier|later|back|before)\b", _inexact, False, near.UNITS),
        (r"\b(?i:(?:the|these)\s+(?:past|last|next|coming)\s+(?:few|several|couple\s+of)\s+"
         r"(?:days|weeks|months|years|decades)|(?:the\s+)?coming\s+(?:days|weeks|months|years)"
         r"|(?:in\s+)?recent\s+(?:days|weeks|months|years))\b", _inexact, False, near.UNITS),
        (r"\b[Tt]he\s+other\s+(?:day|night|week)\b", _some_day, False, near.UNITS),
        (r"\b(?:[Oo]n\s+)?[Oo]ne\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", _some_day, False, near.WEEKDAYS),
    )
)  # fmt: skip
"""Forms that count from something."""
