"""EDTF in words, its doubt included: "2016-11-08 or earlier", "about 2016-11", "spring 2016"."""

import re
from collections.abc import Mapping

from sayso.model.when import When

UNKNOWN = "date unknown"
_SEASONS: Mapping[str, str] = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_POINT = re.compile(r"(\d{1,4})(X*)(?:-(\d\d|XX))?(?:-(\d\d|XX))?([?~%]?)", re.ASCII)


def when_words(when: When | None) -> str:
    """A date as a person reads it. A day, a month and a year stay as they are written."""
    if when is None:
        return UNKNOWN
    first, _, last = when.edtf.partition("/")
    if not last:
        return _point(first)
    if first == "..":
        return f"{_point(last)} or earlier"
    if last == "..":
        return f"{_point(first)} or later"
    return f"{_point(first)} to {_point(last)}"


def _point(edtf: str) -> str:
    match = _POINT.fullmatch(edtf)
    if not match:
        return edtf
    year, unknown, month, day, doubt = match.groups()
    if unknown:
        words = f"the {year}0s" if unknown == "X" else f"{edtf.rstrip('?~%')} (year not known)"
    elif month in _SEASONS:
        words = f"{_SEASONS[month]} {year}"
    elif month == "XX":
        words = f"{year} (day not known)"
    elif day == "XX":
        words = f"{year}-{month} (day not known)"
    else:
        words = "-".join(part for part in (year, month, day) if part)
    about = "about " if doubt in ("~", "%") else ""
    return f"{about}{words}{' (uncertain)' if doubt in ('?', '%') else ''}"
