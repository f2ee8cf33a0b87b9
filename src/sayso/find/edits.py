"""No finding starts or ends inside an edit: its span is widened to take the edit whole."""

from bisect import bisect_right
from collections.abc import Sequence

from sayso.model.document import Edit
from sayso.model.span import Span


class Edits:
    """The edits of one text, ready to widen spans."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._spans = sorted(e.span for e in edits if len(e.span))
        self._starts = [s.start for s in self._spans]

    def whole(self, span: Span) -> Span:
        """The smallest span around `span` whose edges are in no edit."""
        first, last = self._around(span.start), self._around(span.end)
        return Span(first.start if first else span.start, last.end if last else span.end)

    def _around(self, offset: int) -> Span | None:
        number = bisect_right(self._starts, offset) - 1
        if number >= 0 and self._spans[number].start < offset < self._spans[number].end:
            return self._spans[number]
        return None
