"""The name mentions of a document that are forms of one name."""

from dataclasses import dataclass, field

from sayso.find.person_names import PersonName
from sayso.model.entity import EntityKind, Mention


@dataclass(slots=True)
class Group:
    """Mentions that are forms of one name, in order; `full` are the distinct full names among them."""

    kind: EntityKind
    mentions: list[Mention] = field(default_factory=list)
    full: list[PersonName] = field(default_factory=list)
    claimed: bool = False
    """whether a bare surname has already stood for it"""
    relative: bool = False
    """whether it is first named as somebody's relative ("his son Paul Harker"), who may bear the same surname"""
    known: str | None = None
    """the full name by which it is known from outside of the text"""

    @property
    def first(self) -> int:
        """Where it is named first (code points); -1 for who is known from outside of the text."""
        return self.mentions[0].span.start if self.mentions and not self.known else -1
