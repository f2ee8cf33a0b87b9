"""Redactions that were typed: `[REDACTED]`, black blocks, runs of X. Every reader of words calls this."""

import re

from sayso.model.document import Mark, MarkKind
from sayso.model.span import Span

# Words in square brackets are an editor's; in round ones they are often the author's own ("the (heavily redacted)
# report"), so that only a bare "(redacted)" or the thing withheld counts there.
_TYPED = re.compile(
    r"""
      [█■▮]{2,}
    | (?<!\w)X{5,}(?!\w)
    | [\[<{] \s* (?:(?!\w+ly\b)[\w'’/]+\s+){0,3} (?i:redacted|redaction) (?:\s*[-–—:;,./]\s*[^\]>}\n]{1,60})? \s* [\]>}]
    | \[ \s* (?:(?!\w+ly\b)[\w'’/]+\s+){0,3} (?i:withheld) \s* \]
    | \( \s* (?i:(?:names?|address(?:es)?|e-?mail|phone|numbers?|dates?|text|material|passage)\s+)? (?i:redacted) \s* \)
    """,
    re.VERBOSE,
)


def typed_redactions(characters: str) -> tuple[Mark, ...]:
    """The redactions typed into a text, in order, one a mark (code points, half-open, brackets included)."""
    return tuple(Mark(MarkKind.REDACTION, Span(*m.span()), note="typed") for m in _TYPED.finditer(characters))
