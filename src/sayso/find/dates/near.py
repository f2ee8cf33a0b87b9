"""Where in a text a form of dates is worth trying: around the words and figures that it can't do without.

Most of a text is no date. Looking for these few things first takes a quarter of the time of trying every form
everywhere, and finds the same.
"""

import re
from collections.abc import Iterable, Sequence

from sayso.find.dates.words import DAYS, DECADES

_AROUND = 100
"""code points that no date exceeds on either side of its main word"""


def _written(words: Iterable[str]) -> str:
    """Words in small letters, capitalised, and in capitals."""
    return "|".join(f"{word}|{word.capitalize()}|{word.upper()}" for word in words)


YEARS = re.compile(r"(?:1\d|20)\d\d")
SHORT_YEARS = re.compile(r"['’‘]\d\d")
FIGURES = re.compile(r"\d[/.]\d")
MONTHS = re.compile(_written(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")))
WEEKDAYS = re.compile("|".join(f"{day.capitalize()}|{day.upper()}" for day in DAYS))
SEASONS = re.compile(_written(("spring", "summer", "autumn", "fall", "winter")))
AGES = re.compile(r"\bA\.?D\b|\bB\.?C\b|BCE\b")
ERAS = re.compile(_written(("century", "millennium", *DECADES)))
UNITS = re.compile(
    r"(?<!on|es|rs|ri|ur|un)day|"  # no weekday
    + _written(("hour", "week", "month", "year", "decade", "date", "quarter", "century", "night", "noon", "morrow"))
    + "|Day|DAY|ning|NING"
)


def near(trigger: re.Pattern[str] | None, text: str) -> Sequence[tuple[int, int]]:
    """Stretches of the text (code points, half-open) that are around a hit, in order, none overlapping; without a
    trigger the whole.
    """
    if trigger is None:
        return [(0, len(text))]
    found: list[tuple[int, int]] = []
    for match in trigger.finditer(text):
        start, end = max(0, match.start() - _AROUND), min(len(text), match.end() + _AROUND)
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found
