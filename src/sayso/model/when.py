"""Dates with their uncertainty: the part of EDTF (ISO 8601-2:2019) that documents need, in whole days.

Read: days, months, years (`2016-12-01`, `2016-12`, `2016`), seasons (`2016-21` spring … `2016-24` winter), decades
and other unspecified digits (`201X`, `2016-XX`, `2016-12-XX`), the qualifiers `?` `~` `%` at the end, and intervals
of two of these with open ends (`2016-12-01/..`, `../2016-11-08`; `/X` and `X/` are read as open too). Years 1-9999.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sayso.model.span import Span

_POINT = re.compile(r"(\d{1,4}X{0,3})(?:-(\d\d|XX))?(?:-(\d\d|XX))?([?~%])?", re.ASCII)
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}  # winter runs into the next year


@dataclass(frozen=True, slots=True)
class When:
    """A date or interval. Build it with `When.parse`; equal if and only if written alike."""

    edtf: str

    @staticmethod
    def parse(edtf: str) -> "When":
        """Read an EDTF string; raises `ValueError` that names it if it is not one or is outside of what we read."""
        _bounds(edtf)
        return When(_with_open_ends(edtf))

    @staticmethod
    def day(on: date) -> "When":
        """One whole day."""
        return When(on.isoformat())

    @staticmethod
    def between(first: "When | None", last: "When | None") -> "When":
        """The interval from `first` to `last`, `None` for an open end; raises `ValueError` for two open ends."""
        return When.parse(f"{first.edtf if first else '..'}/{last.edtf if last else '..'}")

    @property
    def earliest(self) -> date | None:
        """The first day it can be; `None` if open."""
        return _bounds(self.edtf)[0]

    @property
    def latest(self) -> date | None:
        """The last day it can be, itself included; `None` if open."""
        return _bounds(self.edtf)[1]

    @property
    def approximate(self) -> bool:
        """Whether the date is marked uncertain or approximate."""
        return any(sign in self.edtf for sign in "?~%")

    @property
    def is_day(self) -> bool:
        """Whether it is exactly one day."""
        return self.earliest is not None and self.earliest == self.latest

    def contains(self, other: "When") -> bool:
        """Whether every day `other` can be is one that this can be."""
        return _from(self) <= _from(other) and _to(other) <= _to(self)

    def overlaps(self, other: "When") -> bool:
        """Whether some day can be both."""
        return _from(self) <= _to(other) and _from(other) <= _to(self)

    def compatible(self, other: "When") -> bool:
        """Whether one contains the other."""
        return self.contains(other) or other.contains(self)

    @property
    def sort_key(self) -> tuple[date, date, str]:
        """Orders a chronology: by first possible day, then the shorter range; an open start sorts by its end."""
        first, last = self.earliest, self.latest
        return (first or last or date.min, last or date.max, self.edtf)

    def __str__(self) -> str:
        return self.edtf


def _from(when: When) -> date:
    return when.earliest or date.min


def _to(when: When) -> date:
    return when.latest or date.max


def _with_open_ends(edtf: str) -> str:
    if "/" not in edtf:
        return edtf
    first, last = edtf.split("/")
    return f"{first or '..'}/{last or '..'}"


@lru_cache(maxsize=4096)
def _bounds(edtf: str) -> tuple[date | None, date | None]:
    """First and last day, `None` for an open end; raises `ValueError`."""
    if edtf.count("/") > 1:
        raise ValueError(f"not an EDTF date: {edtf!r}")
    if "/" not in edtf:
        return _point(edtf, edtf)
    start, end = edtf.split("/")
    is_open = [part in ("", "..") for part in (start, end)]
    if all(is_open):
        raise ValueError(f"not an EDTF date: {edtf!r}")
    first = None if is_open[0] else _point(start, edtf)[0]
    last = None if is_open[1] else _point(end, edtf)[1]
    if first and last and first > last:
        raise ValueError(f"an interval that ends before it starts: {edtf!r}")
    return first, last


def _point(part: str, edtf: str) -> tuple[date, date]:
    match = _POINT.fullmatch(part)
    if not match or len(match[1]) != 4:
        raise ValueError(f"not an EDTF date: {edtf!r}")
    year, month, day, _ = match.groups()
    first_year, last_year = max(1, int(year.replace("X", "0"))), int(year.replace("X", "9"))
    try:
        if "X" in year:
            if month not in (None, "XX") or day not in (None, "XX"):
                raise ValueError
            return date(first_year, 1, 1), date(last_year, 12, 31)
        if month in (None, "XX"):
            if day not in (None, "XX"):
                raise ValueError
            return date(first_year, 1, 1), date(last_year, 12, 31)
        number = int(month)
        if number in _SEASON_MONTHS and day is None:
            return _season(first_year, number)
        last_day = monthrange(first_year, number)[1] if 1 <= number <= 12 else 0
        if day in (None, "XX"):
            return date(first_year, number, 1), date(first_year, number, last_day)
        return date(first_year, number, int(day)), date(first_year, number, int(day))
    except ValueError:
        raise ValueError(f"not an EDTF date: {edtf!r}") from None


def _season(year: int, season: int) -> tuple[date, date]:
    first, last = _SEASON_MONTHS[season]
    end_year, end_month = (year + 1, last - 12) if last > 12 else (year, last)
    return date(year, first, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words of a text that say when. `when` is `None` if they can't be resolved, and `reason` then says why."""

    span: Span
    when: When | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CaseAnchor:
    """An event that a case counts from, and when it was: its `name` as texts write it ("the merger")."""

    name: str
    when: When
