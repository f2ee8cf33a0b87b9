"""One who takes part in an event."""

from dataclasses import dataclass, replace

from sayso.find.lexicon import groups
from sayso.model.entity import Entity, EntityKind

SPEAKER, HEARER = "I", "you"
"""keys of whoever speaks and of whoever is spoken to, until it is known who they are"""
HE, SHE = "he", "she"
"""keys of a man and a woman of whom the text spoke before, until it is known who they are"""


@dataclass(frozen=True, slots=True)
class Party:
    """One who takes part: `key` is the same for the same one; `place` if it names a place that may stand for people."""

    key: str
    name: str
    head: int
    named: bool
    plural: bool = False
    person: bool = True
    place: bool = False
    public: bool = False
    authority: bool = False
    court: bool = False
    crowd: bool = False


def marked(party: Party, entity: Entity | None) -> Party:
    """The party, marked as an authority where its name or kind tells."""
    words = {w.strip(".,’'s") for w in party.name.lower().split()} | set(party.name.lower().split())
    dealings = groups("event-dealings")
    public_body = entity is not None and entity.kind is EntityKind.PUBLIC_BODY
    person = entity is not None and entity.kind is EntityKind.PERSON
    press = "editorial" in words or bool(words & groups("event-hearers")["outlets"])
    authority = public_body or (not person and not press and bool(words & dealings["authority"]))
    return replace(party, authority=authority, court=not person and bool(words & dealings["court"]))
