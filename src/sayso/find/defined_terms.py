"""Terms that a filing or report defines: `Harker Holdings LLC (the “Company”)`, `Harker Holdings LLC (“HARKER”)`."""

import re
from collections.abc import Iterator
from itertools import islice

from sayso.model.span import Span

MOST = 200
"""terms read from one text"""
NEAR = 60
"""code points between a name and the bracket that defines a term for it (`Harker Inc., a Delaware corporation (…`)"""

_BRACKET = re.compile(r"\((?P<before>[^()\n\"“]{0,40})(?P<terms>[\"“][^()\n]{2,100})\)")
_DEFINING = re.compile(
    r"\s*(?:(?:hereinafter|hereafter|hereinbelow|herein|referred|known|called|to|or|as|the|an?|and|also|for|in|this)"
    r"[\s,:]*)*"
)
_TERM = re.compile(r"(?P<before>[^\"“”]*)[\"“](?P<term>[A-Z][\w&.’'-]*(?:\s+[A-Z&][\w&.’'-]*){0,3}?)[,.]?[\"”]")


def defined_terms(text: str) -> Iterator[tuple[int, Span]]:
    """(where the bracket opens, the term in quotation marks), code points, in order; at most `MOST`."""
    yield from islice(_terms(text), MOST)


def _terms(text: str) -> Iterator[tuple[int, Span]]:
    for bracket in _BRACKET.finditer(text):
        if not _DEFINING.fullmatch(bracket["before"]):
            continue
        for match in _TERM.finditer(text, bracket.start("terms"), bracket.end("terms")):
            if not _DEFINING.fullmatch(match["before"]):
                break
            yield bracket.start(), Span(*match.span("term"))
