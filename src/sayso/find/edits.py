"""No finding starts or ends inside an edit or a redaction: its span is widened to take that whole."""

from bisect import bisect_right
from collections.abc import Sequence

from sayso.model.document import MarkKind, Text
from sayso.model.span import Span, merge


def solid_spans(text: Text) -> tuple[Span, ...]:
    """What no finding may start or end inside of: what was edited, and what is blacked out."""
    return (*(e.span for e in text.edits), *text.marked(MarkKind.REDACTION))


class Edits:
    """Spans of one text that are taken whole or not at all, ready to widen others."""

    def __init__(self, solid: Sequence[Span]) -> None:
        self._spans = merge(s for s in solid if len(s))
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
