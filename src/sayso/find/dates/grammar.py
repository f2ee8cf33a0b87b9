"""The forms in which texts write dates: words in, expressions out; nothing is resolved here.

A grammar of regular expressions, one a form, after the types of TIMEX3 (ISO 24617-1).
"""

import re
from collections.abc import Callable, Iterable, Iterator

from sayso.find.dates.expressions import (
    Anchor,
    Calendar,
    Distance,
    Expression,
    Found,
    Numeric,
    Part,
    Season,
    Stretch,
    Unit,
    Vague,
    Weekday,
    Written,
)
from sayso.model.span import Span


def spoken_dates(text: str) -> list[Found]:
    """All date expressions of `text`, in order, the longest where several could be read; none overlap."""
    candidates = sorted(_candidates(text), key=lambda found: (found.span.start, -found.span.end))
    kept: list[Found] = []
    for found in candidates:
        if kept and kept[-1].span.overlaps(found.span):
            if len(found.span) > len(kept[-1].span):
                kept[-1] = found
            continue
        kept.append(found)
    return kept


def _candidates(text: str) -> Iterator[Found]:
    for pattern, read, bare in _FORMS:
        for match in pattern.finditer(text):
            expression = read(match)
            if expression is not None:
                yield Found(Span(*match.span()), expression, bare)


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip
_PARTS = {
    "early": Part.EARLY, "beginning": Part.EARLY, "start": Part.EARLY,
    "mid": Part.MIDDLE, "middle": Part.MIDDLE,
    "late": Part.LATE, "end": Part.LATE,
}  # fmt: skip
_LEANS = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1, "this coming": 1, "this past": -1}
_EXACT_UNITS = {"hour": "day", "day": "day", "week": "week", "month": "month", "year": "year", "decade": "decade"}
_COUNT_LIMIT = 2000


def _cases(words: Iterable[str]) -> str:
    """Each word capitalised or in capitals: a month in small letters is no month ("may", "march")."""
    return "|".join(f"{word.capitalize()}|{word.upper()}" for word in words)


_FULL_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                "november", "december")  # fmt: skip
_SHORT_MONTHS = sorted(set(_MONTHS) - set(_FULL_MONTHS), reverse=True)
_MONTH = rf"(?P<month>(?:{_cases(_FULL_MONTHS)})\b|(?:{_cases(_SHORT_MONTHS)})\b\.?)"
_WEEKDAY = rf"(?P<weekday>{_cases(_DAYS)})"
_WEEKDAY_SHORT = "(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN)\\.?"
_LEAD = rf"(?:(?:{_cases(_DAYS)}|{_WEEKDAY_SHORT}),?\s+(?:the\s+)?)?"
_YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)\b(?![,.]\d)"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b"
_PART = r"(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate|(?:[Tt]he\s+)?(?:[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd)\s+of)[\s\-–]+)"
_LEAN = r"(?P<lean>[Tt]his\s+(?:coming|past)|[Tt]his|[Ll]ast|[Nn]ext|[Cc]oming|[Pp]ast|[Pp]revious)"
_COUNT = (
    r"(?P<count>\d{1,4}|(?i:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty))"
)
_SOME = r"(?:a\s+few|several|some|a\s+couple(?:\s+of)?|many|dozens?\s+of|a\s+number\s+of)"
_UNIT = r"(?P<unit>hour|day|week|month|year|decade)s?"
_TO = r"\s?(?:[-–—]|to|through|and)\s?"


def _part(match: re.Match[str]) -> Part | None:
    words = match.groupdict().get("part")
    return _PARTS[words.lower().removeprefix("the ").split()[0]] if words else None


def _lean(match: re.Match[str]) -> int | None:
    words = match.groupdict().get("lean")
    return _LEANS[" ".join(words.lower().split())] if words else None


def _number(match: re.Match[str], name: str) -> int | None:
    digits = match.groupdict().get(name)
    return int(digits) if digits else None


def _month(match: re.Match[str]) -> int:
    return _MONTHS[match["month"].lower().rstrip(".")]


def _calendar(match: re.Match[str]) -> Expression | None:
    day, to_day = _number(match, "day"), _number(match, "to_day")
    if day and to_day and to_day <= day:
        return None
    return Calendar(_number(match, "year"), _month(match), day, to_day, _part(match), _lean(match))


def _year(match: re.Match[str]) -> Expression:
    return Calendar(int(match["year"]), part=_part(match))


def _decade(match: re.Match[str]) -> Expression:
    digits = match["decade"]
    first = int(digits) if len(digits) == 4 else 1900 + int(digits)
    part = _part(match)
    if part is None:
        return Written(f"{first // 10}X")
    offset, length = {Part.EARLY: (0, 3), Part.MIDDLE: (4, 2), Part.LATE: (7, 2)}[part]
    return Written(f"{first + offset}/{first + offset + length}")


def _century(match: re.Match[str]) -> Expression | None:
    number = int(match["century"])
    return Written(f"{number - 1:02}XX") if 11 <= number <= 21 else None


def _iso(match: re.Match[str]) -> Expression | None:
    month, day = int(match["m"]), _number(match, "d")
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    return Calendar(int(match["year"]), month, day)


def _year_range(match: re.Match[str]) -> Expression | None:
    first, end, dash = int(match["year"]), match["end"], match["dash"]
    last = int(end) if len(end) == 4 else first // 100 * 100 + int(end)
    if len(end) == 2 and int(end) <= 12 and dash == "-":
        return Vague("may be a month or a range of years") if last == first + 1 else None
    return Written(f"{first:04}/{last:04}") if first < last <= first + 150 else None


def _numeric(match: re.Match[str]) -> Expression | None:
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    if len(match["year"]) == 2:
        year += 2000 if year < 50 else 1900
    if max(first, second) > 31 or min(first, second) > 12 or min(first, second) < 1:
        return None
    return Numeric(first, second, year)


def _season(match: re.Match[str]) -> Expression:
    return Season(_SEASONS[match["season"].lower()], _number(match, "year"), _lean(match))


def _portion(match: re.Match[str]) -> Expression:
    """A half or a quarter of a year."""
    rank = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}.get(match["rank"].lower())
    number = rank if rank is not None else int(match["rank"][-1])
    length = 6 if match.groupdict().get("kind") == "half" else 3
    number = min(number, 12 // length)
    last = number * length
    return Written(f"{match['year']}-{last - length + 1:02}/{match['year']}-{last:02}")


def _weekday(match: re.Match[str]) -> Expression:
    return Weekday(_DAYS.index(match["weekday"].lower()), _lean(match))


_DAY_WORDS = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "last night": -1, "this morning": 0,
    "this afternoon": 0, "this evening": 0, "the day before yesterday": -2, "the day after tomorrow": 2,
}  # fmt: skip


def _day_word(match: re.Match[str]) -> Expression:
    return Unit("day", _DAY_WORDS[" ".join(match[0].lower().split())], Anchor.PUBLISHED)


def _unit(match: re.Match[str]) -> Expression:
    part = {"earlier": Part.EARLY, "later": Part.LATE}.get((match.groupdict().get("within") or "").lower())
    return Unit(match["whole"].lower(), _lean(match) or 0, Anchor.PUBLISHED, part)


def _count(match: re.Match[str]) -> int | None:
    words = match["count"].lower()
    number = int(words) if words.isdigit() else _NUMBERS[words]
    return number if number <= _COUNT_LIMIT else None


def _distance(match: re.Match[str]) -> Expression | None:
    count, unit = _count(match), match["unit"].lower()
    if count is None:
        return None
    if unit == "hour":
        return Vague("counts hours")
    way = match["way"].lower().split()[0]
    sign = 1 if way in ("later", "after", "from", "hence") else -1
    anchor = Anchor.PUBLISHED if way in ("ago", "from", "hence", "back") else Anchor.NARRATIVE
    return Distance(_EXACT_UNITS[unit], sign * count, anchor)


def _stretch(match: re.Match[str]) -> Expression | None:
    count, unit = _count(match), match["unit"].lower()
    if count is None:
        return None
    if unit == "hour":
        return Vague("counts hours")
    return Stretch(unit, count if match["lean"].lower() in ("next", "coming") else -count)


def _narrative(match: re.Match[str]) -> Expression:
    which, unit = match["which"].lower().split()[-1], match["whole"].lower()
    distance = {"next": 1, "following": 1, "previous": -1, "preceding": -1, "before": -1}.get(which, 0)
    unit = "day" if unit in ("evening", "night", "morning", "afternoon") else unit
    return Unit(unit, distance, Anchor.NARRATIVE)


def _inexact(match: re.Match[str]) -> Expression:
    return Vague("gives no exact number")


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Expression | None], bool], ...] = tuple(
    (re.compile(pattern), read, bare)
    for pattern, read, bare in (
        # 2016-01-05, 2016/01/05
        (r"(?<![\d\-/.])(?P<year>1\d\d\d|20\d\d)(?P<s>[-/])(?P<m>\d\d)(?P=s)(?P<d>\d\d)(?![\d\-/])", _iso, False),
        # 2015-16, 2015–2019
        (r"(?<![\d\-/.])(?P<year>1\d\d\d|20\d\d)\s?(?P<dash>[-–—])\s?(?P<end>\d\d(?:\d\d)?)(?![\d\-/–])",
         _year_range, False),
        # 2016-01, unless it is a range of years
        (r"(?<![\d\-/.])(?P<year>1\d\d\d|20\d\d)-(?P<m>\d\d)(?![\d\-/])", _iso, False),
        # 1/5/2016, 1/5/16, 05.01.2016
        (r"(?<![\d/.\-])(?P<a>\d\d?)/(?P<b>\d\d?)/(?P<year>\d{4}|\d\d)(?![\d/])", _numeric, False),
        (r"(?<![\d/.\-])(?P<a>\d\d?)\.(?P<b>\d\d?)\.(?P<year>\d{4})(?![\d/.])", _numeric, False),
        # Tuesday, January 5, 2016; Jan. 5; January 3-5, 2016
        (rf"\b{_LEAD}{_MONTH}\s*(?:the\s+)?{_DAY}(?:{_TO}(?P<to_day>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b)?"
         rf"(?:,?\s*(?:of\s+)?{_YEAR})?(?![\d:])", _calendar, False),
        # 5 January 2016; 3-5 January; the 5th of January; 05-Jan-2016
        (rf"\b{_LEAD}{_DAY}(?:{_TO}(?P<to_day>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?)?(?:\s+of\s+|\s+|-){_MONTH}"
         rf"(?:(?:,?\s*(?:of\s+)?|-){_YEAR})?", _calendar, False),
        # January 2016; early January; late in January
        (rf"\b{_PART}?{_MONTH}(?:,|\s+of)?\s+{_YEAR}", _calendar, False),
        (rf"\b{_PART}{_MONTH}", _calendar, False),
        (rf"\b{_LEAN}\s+{_MONTH}", _calendar, False),
        (rf"\b{_MONTH}", _calendar, True),
        # early 2016; 2016; the late 1990s; the '90s; the 19th century
        (rf"\b{_PART}{_YEAR}", _year, False),
        (rf"(?<![\d$€£#/.,:\-–—+]){_YEAR}(?![-/–%:]\d|%)", _year, True),
        (rf"\b(?:[Tt]he\s+)?{_PART}?(?P<decade>1[5-9]\d0|20\d0)['’]?s\b", _decade, False),
        (rf"\b(?:[Tt]he\s+)?{_PART}?['’‘](?P<decade>[3-9]0)s\b", _decade, False),
        (r"\b(?:[Tt]he\s+)?(?P<century>1\d|2[01])(?:th|st)[\s\-]century\b", _century, False),
        # the summer of 2016; summer 2016; last summer
        (rf"\b(?:[Tt]he\s+)?(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?:\s+of)?,?\s+{_YEAR}",
         _season, False),
        (rf"\b{_LEAN}\s+(?P<season>spring|summer|autumn|fall|winter)\b", _season, False),
        # the first half of 2016; the second quarter of 2016; Q1 2016
        (rf"\b(?:[Tt]he\s+)?(?P<rank>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast)\s+(?P<kind>half|quarter)\s+of\s+"
         rf"{_YEAR}", _portion, False),
        (rf"\b(?P<rank>Q[1-4])(?:\s+of)?\s+{_YEAR}", _portion, False),
        # Tuesday; last Tuesday
        (rf"\b(?:{_LEAN}\s+)?{_WEEKDAY}\b", _weekday, True),
        # today, yesterday, last night …
        (r"(?i:\b(?:today|tonight|yesterday|tomorrow|last\s+night|this\s+(?:morning|afternoon|evening)"
         r"|the\s+day\s+(?:before\s+yesterday|after\s+tomorrow))\b)", _day_word, False),
        # last week; earlier this month; this year
        (rf"\b(?:(?P<within>[Ee]arlier|[Ll]ater)\s+)?{_LEAN}\s+(?P<whole>(?i:weekend|week|month|quarter|year|decade))\b",
         _unit, False),
        (r"\b[Tt]he\s+(?P<whole>weekend)\b", _unit, False),
        # two days ago; three weeks later; a year earlier; two months from now
        (rf"\b{_COUNT}\s+{_UNIT}\s+(?P<way>ago|earlier|later|before(?=[\s,.;]*(?:[.;]|$))|from\s+now|hence|back)\b",
         _distance, False),
        # the past three years; the last 10 days; the next two weeks
        (rf"\b[Tt]he\s+(?P<lean>past|last|next|coming)\s+{_COUNT}\s+{_UNIT}\b", _stretch, False),
        # the next day, the following week, that month, the same day, that evening
        (r"\b(?P<which>[Tt]he\s+(?:very\s+)?(?:next|following|previous|preceding|same)|[Tt]hat(?:\s+same)?)\s+"
         r"(?P<whole>day|week|weekend|month|year|evening|night|morning|afternoon)\b", _narrative, False),
        (r"\b(?P<which>[Tt]he)\s+(?P<whole>day|week|month|year)\s+(?P<after>before)(?=[.;,])", _narrative, False),
        # a few months ago, in recent weeks: they say when, but not exactly
        (rf"\b(?i:{_SOME})\s+(?i:{_UNIT})\s+(?:ago|earlier|later|back|before)\b", _inexact, False),
        (r"\b(?i:(?:the|these)\s+(?:past|last|next|coming)\s+(?:few|several|couple\s+of)\s+"
         r"(?:days|weeks|months|years|decades)|(?:in\s+)?recent\s+(?:days|weeks|months|years))\b", _inexact, False),
    )
)  # fmt: skip
