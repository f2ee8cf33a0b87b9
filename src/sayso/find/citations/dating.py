"""The dates of citations: two-digit years by the document's date, the order of day and month by its habit."""

import re
from dataclasses import dataclass
from datetime import date

from sayso.find.citations.marking import days
from sayso.model.when import When

_NUMERIC = re.compile(r"(?<![\w/.:-])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?![\w/-])")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TO = re.compile(r"\s*(?:-|–|—|to)\s*")
_NEXT = 1
"""years after the document's own that a date may be of"""


@dataclass(frozen=True, slots=True)
class Calendar:
    """How a document writes its dates: the year it is from (`None` if not known), the month before the day or after."""

    year: int | None
    month_first: bool

    @staticmethod
    def of(text: str, published: When | None) -> "Calendar":
        """From the date of publication, and from days that can be no months."""
        first = second = 0
        for a, _, b, _ in _NUMERIC.findall(text):
            first, second = first + (int(b) > 12), second + (int(a) > 12)
        known = published.latest or published.earliest if published else None
        return Calendar(known.year if known else None, month_first=first >= second)

    def when(self, words: str) -> When | None:
        """The date that the words name; of two joined by a dash or "to" the range; `None` if it can't be told."""
        if re.fullmatch(r"\d{4}", words):
            return When.parse(words)
        found = tuple(days(words))
        if len(found) == 1:
            return self._day(found[0].group())
        if len(found) != 2 or not _TO.fullmatch(words, found[0].end(), found[1].start()):
            return None
        first, last = self._day(found[0].group()), self._day(found[1].group())
        try:
            return When.between(first, last) if first and last else None
        except ValueError:
            return None

    def _day(self, words: str) -> When | None:
        try:
            if numeric := _NUMERIC.fullmatch(words):
                return self._numeric(int(numeric[1]), int(numeric[3]), numeric[4])
            if iso := _ISO.fullmatch(words):
                return When.day(date(int(iso[1]), int(iso[2]), int(iso[3])))
            numbers = [int(n) for n in re.findall(r"\d+", words)]
            names = re.findall(r"(?<![\dA-Za-z])[A-Za-z]{3}", words)
            month = _MONTHS.index(names[0].lower()) + 1
            if len(numbers) == 1:
                return When.parse(f"{numbers[0]:04}-{month:02}")
            return When.day(date(numbers[1], month, numbers[0]))
        except ValueError:
            return None

    def _numeric(self, first: int, second: int, years: str) -> When:
        month, day = (first, second) if (self.month_first and first <= 12) or second > 12 else (second, first)
        return When.day(date(self._year(years), month, day))

    def _year(self, digits: str) -> int:
        if len(digits) == 4:
            return int(digits)
        short = int(digits)
        if self.year is None:
            return short + (2000 if short < 50 else 1900)
        latest = self.year + _NEXT
        return latest - (latest - short) % 100
