"""The sentences around words, for showing and searching them. Rough on purpose: it has no parse to go by, and where
it is in doubt it shows more.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from sayso.model.span import Span, Spans, merge

_END = re.compile(r"""(?:[.!?…]["'”’»)\]]*|\n[ \t\r]*(?=\n))\s+""")
_ABBREVIATION = re.compile(r"(?:\b[A-Z][a-z]{0,2}|\b[a-z]\.[a-z]|\bNo)\Z")
_MOST = 600
"""Where no sentence ends, so many code points on each side are enough."""

JOINT = " … "
"""Stands between pieces that are not next to each other in the text."""


class Sentences:
    """Where sentences begin in one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(m.end() for m in _END.finditer(text) if not _goes_on(text, m)), len(text)]

    def around(self, spans: Iterable[Span]) -> Spans:
        """The sentences that the spans touch, without white space at their edges."""
        return merge(self._around(span).strip(self._text) for span in spans)

    def _around(self, span: Span) -> Span:
        first = self._starts[max(bisect_right(self._starts, span.start) - 1, 0)]
        last = self._starts[min(bisect_left(self._starts, span.end), len(self._starts) - 1)]
        return Span(max(first, span.start - _MOST), max(min(last, span.end + _MOST), span.end))

    def every(self) -> Spans:
        """All sentences, without white space at their edges."""
        ends = zip(self._starts, self._starts[1:], strict=False)
        stripped = (Span(start, end).strip(self._text) for start, end in ends)
        return tuple(span for span in stripped if len(span))

    def words(self, spans: Iterable[Span]) -> str:
        """The words of the spans, pieces joined by an ellipsis."""
        return JOINT.join(span.of(self._text) for span in spans)


def _goes_on(text: str, end: re.Match[str]) -> bool:
    """Whether the full stop only ends an abbreviation, or what follows begins in lower case."""
    if text[end.start()] == "\n":
        return False
    if text[end.end() : end.end() + 1].islower():
        return True
    return text[end.start()] == "." and bool(_ABBREVIATION.search(text, max(0, end.start() - 8), end.start()))
