"""The forms that citations of records have, as patterns over marked text."""

import re
from dataclasses import dataclass
from functools import cache

from sayso.find.citations.marking import classes, spaced
from sayso.find.lexicon import expressions

_KINDS = {
    "exhibit": "exhibit", "docket": "court", "case": "court", "file": "file", "statute": "statute",
    "hearing": "testimony", "book": "report", "bates": "document", "named": "document",
}  # fmt: skip
_SURE = frozenset(
    {"dated", "said", "transcript", "admission", "paper", "titled", "exhibit", "docket", "case", "file", "statute"}
    | {"attached", "congress", "id"}
)
_DONE = r"(?=\s*(?:$|[.;,:()\[\]\"—–]|and\s|&\s))"


@dataclass(frozen=True, slots=True)
class Form:
    """A form of citation. `kind` is that of its record, `None` where the name of the record tells.

    A `sure` form is a citation wherever it stands; others are only where one may begin, and end at a stop.
    """

    name: str
    pattern: re.Pattern[str]
    kind: str | None
    sure: bool


@cache
def forms() -> tuple[Form, ...]:
    """All forms, in the order of their lexicon."""
    return tuple(
        Form(
            name,
            spaced(r"(?<![\w'])(?:" + words + ")" + ("" if name in _SURE else _DONE)),
            _KINDS.get(name),
            name in _SURE,
        )
        for name, words in expressions("citation-forms", classes()).items()
    )
