"""A name while it is being made: a run of tokens and what it is the name of."""

import re
from dataclasses import dataclass

from sayso.find.parsed import Parsed
from sayso.model.entity import EntityKind
from sayso.model.span import Span

KINDS = {
    "PERSON": EntityKind.PERSON,
    "ORG": EntityKind.ORGANIZATION,
    "GPE": EntityKind.PLACE,
    "LOC": EntityKind.PLACE,
    "FAC": EntityKind.PLACE,
}
"""What the model's labels say that a name is the name of; other labels are no names of anybody."""


NOTED = re.compile(r"(?P<word>[^\W\d_][\w’'-]*)[.,;:!?”\"’)\]]+\d{1,4}")
"""A word with the number of a footnote stuck to it, which ends what it stands in."""


@dataclass(frozen=True, slots=True)
class NameRun:
    """A name as a run of token indexes."""

    tokens: range
    kind: EntityKind

    def span(self, parsed: Parsed) -> Span:
        """The code points of the name, without a footnote's number that sticks to it ("Quill.12")."""
        last = parsed.tokens[self.tokens[-1]]
        note = NOTED.fullmatch(last.text)
        return Span(parsed.tokens[self.tokens[0]].start, last.start + note.end("word") if note else last.end)

    def words(self, parsed: Parsed) -> list[str]:
        """The words of the name as written."""
        return [parsed.tokens[i].text for i in self.tokens]
