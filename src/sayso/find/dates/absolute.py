"""The forms of dates by the calendar: words in, expressions out; nothing is resolved here."""

import re

from sayso.find.dates import near
from sayso.find.dates.expressions import (
    Calendar,
    Expression,
    Numeric,
    Part,
    PartOfMonth,
    Period,
    Season,
    Vague,
    Written,
)
from sayso.find.dates.form import Form
from sayso.find.dates.words import (
    DAY,
    DAYS,
    DECADES,
    LEAD,
    LEAN,
    MONTH,
    NUMBERS,
    ORDINALS,
    PART,
    SEASON,
    SEASONS,
    SHORT_YEAR,
    TO,
    YEAR,
    YEAR_AFTER_MONTH,
    lean,
    month,
    number,
    ordinal,
    part,
    rank,
    year,
)

_THIRDS = {None: (0, 99), Part.EARLY: (0, 33), Part.MIDDLE: (34, 66), Part.LATE: (67, 99)}
_DECADE_PARTS = {Part.EARLY: (0, 3), Part.MIDDLE: (4, 6), Part.LATE: (7, 9)}


def _calendar(match: re.Match[str]) -> Expression | None:
    day, to_day = number(match, "day"), number(match, "to_day")
    if day and to_day and to_day <= day:
        return None
    to_part = part(match, "to_part")
    return Calendar(year(match), month(match), day, to_day, part(match), lean(match), to_part)


def _ordinal_day(match: re.Match[str]) -> Expression:
    return Calendar(year(match), month(match), ordinal(match))


def _year(match: re.Match[str]) -> Expression:
    return Calendar(year(match), part=part(match), to_part=part(match, "to_part"))


def _fiscal(match: re.Match[str]) -> Expression:
    return Vague("a fiscal year, whose first month is not given")


def _decade(match: re.Match[str]) -> Expression:
    words = match["decade"].lower()
    first = DECADES[words] if words in DECADES else int(words)
    which = part(match)
    if first >= 1000 and first % 100 == 0 and first != 2000:
        return _third(first, which)
    first += 1900 if first < 100 else 0
    if which is None:
        return Written(f"{first // 10}X")
    start, end = _DECADE_PARTS[which]
    return Written(f"{first + start}/{first + end}")


def _century(match: re.Match[str]) -> Expression | None:
    words = match["century"].lower()
    count = ORDINALS[words] if words in ORDINALS else int(words[:-2])
    return _third((count - 1) * 100, part(match)) if 11 <= count <= 21 else None


def _third(first: int, which: Part | None) -> Expression:
    if which is None:
        return Written(f"{first // 100}XX")
    start, end = _THIRDS[which]
    return Written(f"{first + start}/{first + end}")


def _iso(match: re.Match[str]) -> Expression | None:
    months, day = int(match["m"]), number(match, "d")
    if not 1 <= months <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    return Calendar(int(match["year"]), months, day)


def _year_range(match: re.Match[str]) -> Expression | None:
    first, end, dash = int(match["year"]), match["end"], match["dash"]
    last = int(end) if len(end) == 4 else first // 100 * 100 + int(end)
    if dash == "/" and (len(end) == 4 or last != first + 1):
        return None
    if len(end) == 2 and int(end) <= 12 and dash == "-":
        return Vague("may be a month or a range of years") if last == first + 1 else None
    return Written(f"{first:04}/{last:04}") if first < last <= first + 150 else None


def _numeric(match: re.Match[str]) -> Expression | None:
    first, second, years = int(match["a"]), int(match["b"]), int(match["year"])
    if len(match["year"]) == 2:
        years += 2000 if years < 50 else 1900
    if max(first, second) > 31 or min(first, second) > 12 or min(first, second) < 1:
        return None
    return Numeric(first, second, years)


def _season(match: re.Match[str]) -> Expression | None:
    first = SEASONS[match["season"].lower()]
    to = match.groupdict().get("to_season")
    last = SEASONS[to.lower()] if to else None
    if last is not None and last <= first:
        return None
    return Season(first, year(match), lean(match), last, part(match))


def _portion(match: re.Match[str]) -> Expression:
    """A half or a quarter of a year."""
    ranks = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
    words = match["rank"].lower()
    count = ranks.get(words) or int(re.sub(r"\D", "", words))
    length = 6 if match.groupdict().get("kind") == "half" or words.startswith("h") else 3
    last = min(count, 12 // length) * length
    return Written(f"{match['year']}-{last - length + 1:02}/{match['year']}-{last:02}")


def _part_of_month(match: re.Match[str]) -> Expression | None:
    unit, count = match["of"].lower(), rank(match)
    weekday = 0
    if unit in DAYS:
        weekday, unit = DAYS.index(unit), "weekday"
    if unit == "half" and count not in (1, 2):
        return None
    return PartOfMonth(unit, count, month(match), year(match), weekday)


def _week_of(match: re.Match[str]) -> Expression:
    return Period("week", 0, Calendar(year(match), month(match), number(match, "day")))


def _ended(match: re.Match[str]) -> Expression | None:
    words, unit = (match["count"] or "one").lower(), match["length"].lower()
    count = int(words) if words.isdigit() else NUMBERS[words]
    weeks = unit.startswith("week")
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12}[unit.removesuffix("s")] if not weeks else 1
    day = Calendar(year(match), month(match), number(match, "day"))
    return Period("weeks" if weeks else "months", count * months, day)


def _of_our_era(match: re.Match[str]) -> Expression | None:
    return Written(f"{int(match['count']):04}") if int(match["count"]) else None


def _before_our_era(match: re.Match[str]) -> Expression:
    return Vague("years before 1 are outside of what dates can be")


def _turn(match: re.Match[str]) -> Expression:
    return Vague("names no particular years")


_OF_YEAR = rf"(?:(?:,|\s+of|\s+in)?\s+{YEAR})"
_COUNTED = "[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ll]ast|[Ff]inal"
_ORDINAL_WORDS = "|".join(f"[{word[0]}{word[0].upper()}]{word[1:]}" for word in sorted(ORDINALS, key=len, reverse=True))
_CENTURIES = "|".join(word for word, count in ORDINALS.items() if 11 <= count <= 21)

FORMS: tuple[Form, ...] = tuple(
    Form(re.compile(pattern), read, bare, trigger)
    for pattern, read, bare, trigger in (
        # 2016-01-05, 2016/01/05
        (r"(?<![\d\-/.])(?P<year>1\d\d\d|20\d\d)(?P<s>[-/])(?P<m>\d\d)(?P=s)(?P<d>\d\d)(?![\d\-/])",
         _iso, False, near.YEARS),
        # 2015-16, 2015–2019, 2015/16
        (r"(?<![\d\-/.])(?P<year>1\d\d\d|20\d\d)\s?(?P<dash>[-–—/])\s?(?P<end>\d\d(?:\d\d)?)(?![\d\-/–])",
         _year_range, False, near.YEARS),
        # 2016-01, unless it is a range of years
        (r"(?<![\d\-/.])(?P<year>1\d\d\d|20\d\d)-(?P<m>\d\d)(?![\d\-/])", _iso, False, near.YEARS),
        # 1/5/2016, 1/5/16, 05.01.2016
        (r"(?<![\d/.\-])(?P<a>\d\d?)/(?P<b>\d\d?)/(?P<year>\d{4}|\d\d)(?![\d/])", _numeric, False, near.FIGURES),
        (r"(?<![\d/.\-])(?P<a>\d\d?)\.(?P<b>\d\d?)\.(?P<year>\d{4})(?![\d/.])", _numeric, False, near.FIGURES),
        # Tuesday, January 5, 2016; Jan. 5; January 3-5, 2016
        (rf"\b{LEAD}{MONTH}\s*(?:the\s+)?{DAY}(?:{TO}(?P<to_day>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b)?"
         rf"(?:,?\s*(?:of\s+)?{YEAR_AFTER_MONTH})?(?!\d|:\d)", _calendar, False, near.MONTHS),
        # 5 January 2016; 3-5 January; the 5th of January; this 5th day of January, 2016; 05-Jan-2016
        (rf"\b(?:[Tt]his\s+(?=\d\d?(?:st|nd|rd|th)\s+day\b))?{LEAD}{DAY}(?:{TO}(?P<to_day>[1-9]|[12]\d|3[01])"
         rf"(?:st|nd|rd|th)?)?(?:\s+day)?(?:\s+of\s+|\s+|-){MONTH}"
         rf"(?:(?:,?\s*(?:of\s+)?|-){YEAR_AFTER_MONTH})?(?!\s+(?:be|not|have|also)\b)", _calendar, False, near.MONTHS),
        # the fifth of January, 2016
        (rf"\b[Tt]he\s+(?P<ordinal>{_ORDINAL_WORDS})\s+(?:day\s+)?of\s+{MONTH}(?:,?\s*(?:of\s+)?{YEAR_AFTER_MONTH})?",
         _ordinal_day, False, near.MONTHS),
        # January 2016; early January; late in January; Dec. '16
        (rf"\b{PART}?{MONTH}(?:,|\s+of)?\s+(?:{YEAR_AFTER_MONTH}|{SHORT_YEAR})", _calendar, False, near.MONTHS),
        (rf"\b{PART}{MONTH}", _calendar, False, near.MONTHS),
        (rf"\b{LEAN}\s+{MONTH}", _calendar, False, near.MONTHS),
        (rf"\b{MONTH}(?!-[a-z])", _calendar, True, near.MONTHS),
        # early 2016; 2016; in '92; fiscal 2016
        (rf"\b{PART}{YEAR}", _year, False, near.YEARS),
        (rf"(?<![\d$€£#/.,:\-–—+§\]”\"!?]){YEAR}(?![-/–%:]\d|%)", _year, True, near.YEARS),
        (rf"\b(?:in|since|of|until|after|before|by)\s+(?P<words>{SHORT_YEAR})(?!s)", _year, False, near.SHORT_YEARS),
        (r"\b(?:in|since|until|by|during)\s+(?P<words>(?P<year>1[6-9]\d\d|20\d\d))(?=\.\d{1,4}(?:\s|$))",
         _year, False, near.YEARS),
        (r"\b(?:[Ff]iscal(?:\s+year)?|FY)\s?(?:1[89]|20)\d\d(?:[-–/]\d\d)?\b", _fiscal, False, near.YEARS),
        # A.D. 79; 500 B.C.
        (r"\bA\.?D\.?\s+(?P<count>\d{1,4})\b(?![,.]\d)", _of_our_era, False, near.AGES),
        (r"(?<![\d.,])\d{1,5}\s+(?:B\.C\.(?:E\.)?|BCE?\b)", _before_our_era, False, near.AGES),
        # the late 1990s; the '90s; the sixties; the 19th century
        (rf"\b(?:[Tt]he\s+)?{PART}?(?P<decade>1[0-9]\d0|20\d0)['’]?s\b", _decade, True, near.YEARS),
        (rf"\b(?:[Tt]he\s+)?{PART}?['’‘](?P<decade>[3-9]0)s\b", _decade, True, near.SHORT_YEARS),
        (rf"\b[Tt]he\s+{PART}?(?P<decade>{'|'.join(DECADES)})\b", _decade, True, near.ERAS),
        (rf"\b(?:[Tt]he\s+)?{PART}?(?P<century>1\dth|20th|21st|{_CENTURIES})[\s\-]century\b",
         _century, False, near.ERAS),
        (r"\b[Tt]he\s+turn\s+of\s+the\s+(?:century|millennium)\b", _turn, False, near.ERAS),
        # the summer of 2016; summer 2016; last summer; the summer or fall of 2016; late summer 2016
        (rf"\b(?:[Tt]he\s+)?{PART}?{SEASON}(?:\s+(?:or|and|to|through)\s+(?:the\s+)?"
         rf"(?P<to_season>spring|summer|autumn|fall|winter))?(?:\s+of)?,?\s+(?:{YEAR}|{SHORT_YEAR})",
         _season, False, near.SEASONS),
        (rf"\b{PART}?{LEAN}\s+(?P<season>spring|summer|autumn|fall|winter)\b", _season, False, near.SEASONS),
        # the first half of 2016; the second quarter of 2016; Q1 2016; 3Q 2016; H1 2016
        (rf"\b(?:[Tt]he\s+)?(?P<rank>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ff]inal)[\s\-]+"
         rf"(?P<kind>half|quarter)\s+(?:of\s+)?{YEAR}", _portion, False, near.YEARS),
        (rf"\b(?P<rank>Q[1-4]|[1-4]Q|H[12])(?:\s+of)?\s+{YEAR}", _portion, False, near.YEARS),
        # the first week of May 2016; the third Tuesday in March; the second half of November
        (rf"\b(?:[Tt]he\s+)?(?P<rank>{_COUNTED})\s+(?P<of>weekend|week|half|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
         rf"\s+(?:of|in)\s+{MONTH}{_OF_YEAR}?", _part_of_month, False, near.MONTHS),
        # the week of March 14, 2016; the three months ended March 31, 2016
        (rf"\b[Tt]he\s+week\s+of\s+{LEAD}{MONTH}\s+{DAY}(?:,?\s+{YEAR})?", _week_of, False, near.MONTHS),
        (rf"\b[Tt]he\s+(?:(?P<count>\d\d?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen)\s+)?"
         rf"(?:(?:fiscal|calendar|financial)\s+)?(?P<length>(?:week|month|quarter|half|year)s?)\s+(?:ended|ending)\s+"
         rf"(?:on\s+)?{LEAD}{MONTH}\s+{DAY},?\s+{YEAR}", _ended, False, near.MONTHS),
    )
)  # fmt: skip
"""Forms of the calendar."""
