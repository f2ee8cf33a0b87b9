"""One item on the screen: a headline, labelled facts, passages. No line is wider than is pleasant to read."""

from collections.abc import Mapping, Sequence

from rich.text import Text

from sayso.casebook import Found
from sayso.cli.console import folded, output
from sayso.cli.listing import doubtful_day
from sayso.cli.passage import legend, marked_passages, passages_around
from sayso.model.span import Span

_WIDEST = 100
_MARGIN = 2
_LABEL = 12
_STATES = {
    "suggested": "a suggestion; nobody has confirmed it",
    "confirmed": "confirmed by a person",
    "rejected": "rejected by a person",
}


class Sheet:
    """What one item is shown on; every method prints at once."""

    def __init__(self) -> None:
        self._screen = output()
        self._width = max(40, min(self._screen.width, _WIDEST))

    def headline(self, words: Text, id: str) -> None:
        """The item in one sentence, its id behind it."""
        self._print(Text.assemble(words, "  ", (id, "dim")), margin=0)

    def blank(self) -> None:
        """An empty line."""
        self._screen.print()

    def title(self, words: str) -> None:
        """A line above a list."""
        self.blank()
        self._print(Text(words, "bold"), margin=0)

    def fact(self, label: str, value: str | Text) -> None:
        """A label and its value, which is indented as a whole; nothing for an empty value."""
        text = Text(value) if isinstance(value, str) else value
        if not text:
            return
        for number, line in enumerate(text.wrap(self._screen, self._width - _MARGIN - _LABEL)):
            line.rstrip()
            self._screen.print(Text.assemble(" " * _MARGIN, (f"{'' if number else label:<{_LABEL}}", "dim"), line))

    def paragraph(self, words: Text) -> None:
        """Running words."""
        self._print(words, margin=_MARGIN)

    def where(self, at: Found) -> None:
        """The document that a finding stands in: title, publisher, published, page, file."""
        if at.title:
            self.fact("document", folded(at.title))
        parts = [folded(at.publisher or ""), doubtful_day(at.published, at.published_sure)]
        parts += [folded(at.place), folded(at.name)]
        if at.document_state.value != "present":
            parts.append(f"the file is {at.document_state.value}")
        line = Text(" · ".join(part for part in parts if part))
        line.append(f"  {at.document}", "dim")
        self.fact("" if at.title else "document", line)

    def state(self, at: Found, confidence: float | None = None) -> None:
        """How sure the finder is, and what a person made of it."""
        sure = f"confidence {confidence:.0%}, " if confidence is not None else ""
        gone = "" if at.found else "; it is not found any more by the finders of today"
        again = f" (version {at.version})" if at.version > 1 else ""
        self.fact("how sure", sure + _STATES[at.state.value] + again + gone)

    def passages(
        self, text: str, marks: Mapping[str, Sequence[Span]], *, anchored: bool, and_before: bool = False
    ) -> None:
        """The paragraphs around what is marked, if asked for the one before them, and what the brackets mean."""
        self.blank()
        if not anchored:
            self._print(Text("Its words are not in the text as it is read now."), margin=_MARGIN)
            return
        spans = sorted(s for held in marks.values() for s in held if len(s))
        passages = passages_around(text, spans, and_before=and_before)
        self._print(marked_passages(text, passages, marks), margin=_MARGIN)
        self.blank()
        self._print(legend(text, passages, marks), margin=_MARGIN)

    def _print(self, words: Text, *, margin: int) -> None:
        for line in words.wrap(self._screen, self._width - margin):
            line.rstrip()
            self._screen.print(Text.assemble(" " * margin, line) if line else "")
