"""A name while it is being made: a run of tokens and what it is the name of."""

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


@dataclass(frozen=True, slots=True)
class NameRun:
    """A name as a run of token indexes."""

    tokens: range
    kind: EntityKind

    def span(self, parsed: Parsed) -> Span:
        """The code points of the name."""
        return Span(parsed.tokens[self.tokens[0]].start, parsed.tokens[self.tokens[-1]].end)

    def words(self, parsed: Parsed) -> list[str]:
        """The words of the name as written."""
        return [parsed.tokens[i].text for i in self.tokens]
