"""The first pass over a passage: dates and names of records are made out, so that forms need only name them."""

import re
from collections.abc import Iterator
from functools import cache

from sayso.find.lexicon import expressions

_FIRST = 0xE010
"""In the private use area; a run of one letter stands for the words of one name of a record."""
_DAY_LETTER = "\ue000"
_PAGED = ("grand-jury", "deposition", "interview", "testimony", "affidavit", "transcript")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:[a-z]{1,6})?\.?"
_DAY = (
    r"(?<![\w/.:-])\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?![\w/])|(?<![\w/.:-])\d{1,2}-\d{1,2}-\d{4}(?![\w-])"
    rf"|\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}(?!\w)"
    rf"|(?<![\w/.:-])\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}(?!\w)"
    rf"|\b{_MONTH},? \d{{4}}(?!\w)|(?<![\w-])\d{{4}}-\d{{2}}-\d{{2}}(?![\w-])"
)
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', **{chr(c): "\ufffd" for c in range(0xE000, 0xE100)}})


def spaced(pattern: str) -> re.Pattern[str]:
    """The pattern compiled, each space in it standing for up to three of any white space."""
    return re.compile(pattern.replace(" ?", r"\s{0,3}").replace(" ", r"\s{1,3}"))


def plain(text: str) -> str:
    """The text with straight quotation marks and apostrophes, as the lexicon has them: same length, same offsets."""
    return text.translate(_PLAIN)


def marked(text: str) -> str:
    """The text, each date and name of a record in it replaced by as many letters that stand for its kind."""
    dated = _dates().sub(lambda m: _DAY_LETTER * len(m.group()), plain(text))
    return _records().sub(lambda m: chr(_FIRST + (m.lastindex or 1) - 1) * len(m.group()), dated)


def days(text: str) -> Iterator[re.Match[str]]:
    """The dates of a text as they are printed."""
    return _dates().finditer(plain(text))


def kind_of(letters: str) -> str:
    """The kind of record that a run of marking letters stands for."""
    name = _names()[ord(letters[0]) - _FIRST]
    return next((kind for kind in ("court", "exhibit") if name.startswith(f"{kind}-")), name)


def classes() -> dict[str, str]:
    """What forms call marked words: patterns of marking letters by name."""
    groups = {
        "said": ("302", *_PAGED, "statement", "notes"),
        "paged": _PAGED,
        "sent": ("email", "message", "post", "calendar", "letter", "memo", "notes"),
        "testimony": ("testimony", "statement"),
        "phone": ("call-records",),
        "admission": ("court-admission",),
        "charge": ("court-charge",),
        "attached": ("exhibit-attached",),
        "court": ("court-admission", "court-charge", "court-motion", "court-paper"),
        **{name: (name,) for name in ("transcript", "exhibit", "post", "calendar")},
    }  # fmt: skip
    return {"day": f"{_DAY_LETTER}+", **{name: _letters(kinds) for name, kinds in groups.items()}}


def _letters(kinds: tuple[str, ...]) -> str:
    names = _names()
    one = [chr(_FIRST + names.index(kind)) for kind in kinds]
    return "(?:" + "|".join(f"{letter}+" for letter in one) + ")"


@cache
def _names() -> tuple[str, ...]:
    return tuple(expressions("citation-records"))


@cache
def _dates() -> re.Pattern[str]:
    return spaced(_DAY)


@cache
def _records() -> re.Pattern[str]:
    groups = expressions("citation-records").values()
    return spaced(r"(?<![\w'-])(?:" + "|".join(f"({words})" for words in groups) + r")(?!\w)")
