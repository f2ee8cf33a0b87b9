"""Numbers in spreadsheets as people read them: which ones are days, and what a stored number says."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from lxml import etree

from sayso.read.docx_xml import children
from sayso.read.zip_package import Package

_BUILT_IN_DAYS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""Number formats that every program knows by number and that show days or times (ECMA-376 part 1, 18.8.30)."""
_NO_FORMAT = re.compile(r'"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]|_.|\*.', re.IGNORECASE)
_DAY_SIGNS = re.compile(r"[ymdhs]", re.IGNORECASE)
_LAST_DAY = 2_958_465
"""9999-12-31, counted from 1899-12-30"""


@dataclass(frozen=True, slots=True)
class CellStyles:
    """Which styles of a workbook show days, and from when it counts."""

    days: frozenset[int]
    origin: datetime

    @staticmethod
    def read(package: Package, main: str, book: etree._Element) -> "CellStyles":
        """The styles of the workbook whose part `main` has the root `book`."""
        since_1904 = any(p.get("date1904") in ("1", "true") for p in children(book, "workbookPr"))
        name = package.related(main, "/styles")
        styles = package.xml(name) if name else None
        own: dict[str, str] = {}
        days = set()
        for formats in () if styles is None else children(styles, "numFmts"):
            own |= {f.get("numFmtId") or "": f.get("formatCode") or "" for f in formats}
        for used in () if styles is None else children(styles, "cellXfs"):
            days = {n for n, style in enumerate(used) if _shows_day(style.get("numFmtId") or "", own)}
        # Programs believe that 1900 had a February 29, so they count from a day earlier than they say.
        return CellStyles(frozenset(days), datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30))

    def day(self, stored: str, style: str | None) -> str:
        """A day, time or both as ISO 8601, if the style shows one; empty otherwise."""
        if not style or not style.isdigit() or int(style) not in self.days:
            return ""
        try:
            number = float(stored)
        except ValueError:
            return ""
        if not 0 <= number <= _LAST_DAY:
            return ""
        moment = self.origin + timedelta(seconds=round(number * 86_400))
        if number < 1:
            return f"{moment:%H:%M:%S}".removesuffix(":00")
        clock = f"{moment:%H:%M:%S}".removesuffix(":00")
        return moment.date().isoformat() + (f" {clock}" if number % 1 else "")


def shown_number(stored: str) -> str:
    """A number as it was typed, where binary fractions left a long tail: 15 digits are what programs keep."""
    if "." not in stored and "E" not in stored.upper():
        return stored.strip()
    try:
        value = float(stored)
    except ValueError:
        return stored.strip()
    short = f"{value:.15g}"
    return short if short.strip("-0123456789.") == "" else stored.strip()


def _shows_day(number: str, own: dict[str, str]) -> bool:
    if number in own:
        return bool(_DAY_SIGNS.search(_NO_FORMAT.sub("", own[number].split(";")[0])))
    return number.isdigit() and int(number) in _BUILT_IN_DAYS
