"""Lines that say who wrote a document and when: a byline, a date standing by itself."""

import re
from datetime import date

from sayso.model.when import When

_MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1
    )
}
_MONTH = (
    r"(?i:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?|"
    r"sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\.?"
_TIME = r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d\d(?:\s*[AaPp]\.?[Mm]\.?)?(?:\s+[A-Z]{2,4})?)"
_DAY = re.compile(
    rf"(?:(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>[12]\d{{3}})"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month2>{_MONTH}),?\s+(?P<year2>[12]\d{{3}})"
    r"|(?P<iso>[12]\d{3}-\d\d-\d\d))"
)
_DATE_LINE = re.compile(
    rf"(?:(?i:published|posted|date|dated|filed)(?:\s+on)?\s*:?\s*)?(?:{_WEEKDAY},?\s+)?{_DAY.pattern}{_TIME}?"
)
_WORD = rf"(?!(?:{_WEEKDAY}|{_MONTH}\s+\d)(?:\W|$))[^\W\d_a-z][\w.'’-]*"
_PARTICLE = r"(?:de|la|van|von|der|den|del|della|di|da|dos|bin|al|el|y|e)"
_NAME = rf"{_WORD}(?:\s+(?:{_PARTICLE}\s+)*{_WORD}){{1,3}}"
_BYLINE = re.compile(
    rf"(?:(?i:words|text|story|report(?:ing)?|written)\s+)?(?i:by):?\s+(?P<names>{_NAME}(?:\s*(?:,\s*and|,|and|AND|&)\s+{_NAME})*)"
    r"(?P<rest>(?:\s*[,|•·–—/(]|\s+\d|\s+(?i:published|updated|posted|for)\b).{0,100})?"
)
_BETWEEN_NAMES = re.compile(r"\s*(?:,\s*and\b|,\s*AND\b|,|\band\b|\bAND\b|&)\s*")
_ROLE = re.compile(
    r"\b(?:staff|writers?|reporters?|correspondents?|editors?|contributors?|press|wire|news|service|agency|bureau|times|"
    r"post|courier|herald|tribune|journal|magazine|special|columnist|analyst|producer|photographer|desk|team)\b",
    re.IGNORECASE,
)


def date_line(line: str) -> When | None:
    """The day that a line names if it names nothing else (but "Published" before, a time of day after)."""
    match = _DATE_LINE.fullmatch(line)
    if not match:
        return None
    try:
        if match["iso"]:
            return When.day(date.fromisoformat(match["iso"]))
        month = _MONTHS[(match["month"] or match["month2"]).lower()[:3]]
        return When.day(date(int(match["year"] or match["year2"]), month, int(match["day"] or match["day2"])))
    except ValueError:
        return None


def names_a_day(line: str) -> bool:
    """Whether a day with its year stands anywhere in a line."""
    return bool(_DAY.search(line))


def byline(line: str) -> tuple[str, ...]:
    """The people that a line "By NAME and NAME, what they are" names; none if it is no byline. Names as written."""
    match = _BYLINE.fullmatch(line)
    return names(match["names"]) if match else ()


def names(listed: str) -> tuple[str, ...]:
    """The names in "NAME, NAME and NAME", what a person is ("staff writer") left out."""
    found = []
    for name in _BETWEEN_NAMES.split(listed):
        if _ROLE.search(name):
            break
        if name.strip():
            found.append(name.strip())
    return tuple(found)


def is_name(words: str) -> bool:
    """Whether `words` look like one person's name: two to four capitalized words."""
    return bool(re.fullmatch(_NAME, words)) and not _ROLE.search(words)
