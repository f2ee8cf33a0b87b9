"""EDTF for formats that know only years, months and days: ISO 8601 cut short (`2016`, `2016-12`, `2016-12-01`)."""

import re
from dataclasses import dataclass

from sayso.model.when import When

_PLAIN = re.compile(r"\d{4}(-(0\d|1[0-2])(-\d\d)?)?", re.ASCII)
_UNSPECIFIED = re.compile(r"(-XX)+$")


@dataclass(frozen=True, slots=True)
class PrefixDates:
    """The first and the last date that something can be, as precise as is known; `None` for an open end.

    Both are the same for what is one day, one month or one year. That a date is uncertain or approximate is lost here.
    """

    first: str | None
    last: str | None

    @property
    def one(self) -> str | None:
        """The date, if it is one."""
        return self.first if self.first == self.last else None


def prefix_dates(when: When) -> PrefixDates:
    """What is left of a date: seasons become months, decades years, intervals their ends."""
    first, _, last = when.edtf.partition("/")
    return PrefixDates(_ends(first)[0], _ends(last or first)[1])


def _ends(point: str) -> tuple[str | None, str | None]:
    if point == "..":
        return None, None
    plain = _UNSPECIFIED.sub("", point.rstrip("?~%"))
    if _PLAIN.fullmatch(plain):
        return plain, plain
    range_ = When.parse(point)
    first, last = str(range_.earliest), str(range_.latest)
    length = len("2016") if "X" in plain else len("2016-12")
    return first[:length], last[:length]
