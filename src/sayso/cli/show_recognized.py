"""Where words were recognized in an image: they can be misread, and whoever looks at them is told so."""

from collections.abc import Sequence

from sayso.cli.console import folded
from sayso.model.document import Mark, MarkKind, Text
from sayso.model.span import Span


def recognized_lines(text: Text) -> list[str]:
    """One line a note, with the pages it is about."""
    pages: dict[str, list[int]] = {}
    for mark in _marks(text):
        known = pages.setdefault(mark.note, [])
        if mark.page is not None and mark.page not in known:
            known.append(mark.page)
    return [f"page {', '.join(map(str, numbers))}: {folded(note)}" for note, numbers in pages.items()]


def recognized_at(text: Text, spans: Sequence[Span]) -> list[str]:
    """What is to be said of words at these spans; nothing for words of a text layer."""
    touched = [m for m in _marks(text) if any(m.span.overlaps(span) for span in spans)]
    return [f"the words can be misread ({folded(note)})" for note in dict.fromkeys(m.note for m in touched)]


def _marks(text: Text) -> list[Mark]:
    return [mark for mark in text.marks if mark.kind is MarkKind.RECOGNIZED]
