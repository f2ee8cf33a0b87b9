"""The words that dates are made of, as pieces of patterns and as the values they stand for."""

import re
from collections.abc import Iterable

from sayso.find.dates.expressions import Part


def _cases(words: Iterable[str]) -> str:
    """Each word capitalised or in capitals: a month in small letters is no month ("may", "march")."""
    return "|".join(f"{word.capitalize()}|{word.upper()}" for word in words)


MONTHS = {
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
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip
ORDINALS = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
            "twenty-first",
            "twenty-second",
            "twenty-third",
            "twenty-fourth",
            "twenty-fifth",
            "twenty-sixth",
            "twenty-seventh",
            "twenty-eighth",
            "twenty-ninth",
            "thirtieth",
            "thirty-first",
        ],
        start=1,
    )
}
RANKS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1, "final": -1}
DECADES = {"thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90}
PARTS = {
    "early": Part.EARLY, "beginning": Part.EARLY, "start": Part.EARLY,
    "mid": Part.MIDDLE, "middle": Part.MIDDLE,
    "late": Part.LATE, "end": Part.LATE,
}  # fmt: skip
LEANS = {
    "last": -1, "past": -1, "previous": -1, "this past": -1, "this": 0,
    "next": 1, "coming": 1, "this coming": 1, "upcoming": 1,
}  # fmt: skip

_FULL_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                "november", "december")  # fmt: skip
_SHORT_MONTHS = sorted(set(MONTHS) - set(_FULL_MONTHS), reverse=True)
MONTH = rf"(?P<month>(?:{_cases(_FULL_MONTHS)})\b|(?:{_cases(_SHORT_MONTHS)})\b\.?)"
WEEKDAY = rf"(?P<weekday>{_cases(DAYS)})"
_WEEKDAY_SHORT = "(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN)\\.?"
LEAD = rf"(?:(?:{_cases(DAYS)}|{_WEEKDAY_SHORT}),?\s+(?:the\s+)?)?"
YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)\b(?![,.]\d)"
YEAR_AFTER_MONTH = r"(?P<year>1[0-9]\d\d|20\d\d)(?!\d|,\d)"
"""the number of a footnote may stick to its full stop"""
SHORT_YEAR = r"['’‘](?P<short>\d\d)\b"
DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b"
ORDINAL = (
    rf"(?P<ordinal>(?i:{'|'.join(sorted(ORDINALS, key=len, reverse=True))})|(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th))"
)
PART = (
    r"(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate)(?:[\s\-–]*(?:to|or)[\s\-–]*(?P<to_part>mid|late))?[\s\-–]+(?:in\s+)?"
    r"|(?P<end_of>(?:[Tt]he\s+)?(?:[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd))\s+of\s+)"
)
LEAN = r"(?P<lean>[Tt]his\s+(?:coming|past)|[Tt]his|[Ll]ast|[Nn]ext|[Cc]oming|[Uu]pcoming|[Pp]ast|[Pp]revious)"
SEASON = r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
COUNT = (
    r"(?P<count>\d{1,4}|(?i:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty))"
)
SOME = r"(?:a\s+few|several|some|a\s+couple(?:\s+of)?|many|dozens?\s+of|a\s+number\s+of)"
UNIT = r"(?P<unit>hour|day|week|fortnight|month|year|decade)s?"
TO = r"\s?(?:[-–—]|to|through|and|or)\s?"


def part(match: re.Match[str], name: str = "part") -> Part | None:
    """Which part the words name."""
    groups = match.groupdict()
    words = groups.get(name) or (groups.get("end_of") if name == "part" else None)
    return PARTS[words.lower().removeprefix("the").strip()] if words else None


def lean(match: re.Match[str]) -> int | None:
    """Last, this or next."""
    words = match.groupdict().get("lean")
    return LEANS[" ".join(words.lower().split())] if words else None


def number(match: re.Match[str], name: str) -> int | None:
    """Digits."""
    digits = match.groupdict().get(name)
    return int(digits) if digits else None


def year(match: re.Match[str]) -> int | None:
    """A year in full, or in two digits: those of this century up to 30."""
    short = number(match, "short")
    if short is not None:
        return short + (2000 if short <= 30 else 1900)
    return number(match, "year")


def month(match: re.Match[str]) -> int:
    """The number of a month."""
    return MONTHS[match["month"].lower().rstrip(".")]


def ordinal(match: re.Match[str]) -> int:
    """The number of "14th" or "fourteenth"."""
    words = match["ordinal"].lower()
    return ORDINALS[words] if words in ORDINALS else int(words[:-2])


def weekday(match: re.Match[str]) -> int:
    """A day of the week, Monday 0."""
    return DAYS.index(match["weekday"].lower())


def rank(match: re.Match[str]) -> int:
    """First 1, last -1."""
    return RANKS[match["rank"].lower()]
