"""A citation as it is read from its own words, before it is known what it supports."""

import re
from dataclasses import dataclass, replace

from sayso.model.span import Span
from sayso.model.when import When

HIDDEN = re.compile(r"\[(?:REDACTED|[Rr]edacted|XXX+)\]|█")
"""Where words are blacked out"""


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation. `back` are the words that point to an earlier one: "id" for the last, otherwise a name ("Roe" of
    "Roe, supra"); `None` where it stands for itself.
    """

    span: Span
    witness: str | None
    record: str | None
    date: When | None = None
    date_text: str | None = None
    pages: str | None = None
    back: str | None = None

    def shift(self, by: int) -> "Cited":
        """The same, `by` code points further on."""
        return replace(self, span=self.span.shift(by))
