"""Whom the label of a turn means: an entity of the document, a role, or somebody the text does not name."""

from collections.abc import Sequence

from sayso.find.attribution.speakers import Speaker
from sayso.find.attribution.transcript import Turn
from sayso.find.lexicon import groups
from sayso.find.person_names import agree, take_apart
from sayso.model.entity import Entity, EntityKind
from sayso.model.statement import Unnamed, Voice


def speaker_of(text: str, turn: Turn, entities: Sequence[Entity]) -> Speaker:
    """The speaker of a turn; nothing is known of "Q." and "A." unless the text tells who they are."""
    label = " ".join(turn.label.of(text).split())
    if turn.teller is None:
        return Speaker(voice=Voice(label))
    name = " ".join(turn.teller.of(text).split())
    words = [w.strip(".,").lower() for w in name.split()]
    kinds = groups("turns")
    nobody = words[-1] in kinds["unknown"] | kinds["several"] or "unidentified" in words
    if turn.teller == turn.label and nobody and words[0] != "the":  # "THE REPORTER" is the one who takes it down
        several = words[-1] in kinds["several"]
        return Speaker(unnamed=Unnamed(2 if several else 1, None if several else 1, name), voice=Voice(name))
    entity = _entity(name, entities)
    if entity:
        return Speaker(entity.id, True, None, Voice(entity.name, entity.id))
    if words[0] == "the" or words[-1] in kinds["roles"] or (words[0] in kinds["roles"] and words[-1].isdigit()):
        return Speaker(voice=Voice(name))
    return Speaker(named=True, voice=Voice(name))


def _entity(name: str, entities: Sequence[Entity]) -> Entity | None:
    """The only entity of this name: whole, or a person of this family name whose given names do not differ."""
    whole = [e for e in entities if name.casefold() in (e.name.casefold(), *(a.casefold() for a in e.aliases))]
    if len(whole) == 1:
        return whole[0]
    said = take_apart(name)
    people = [
        e
        for e in entities
        if e.kind is EntityKind.PERSON
        and (other := take_apart(e.name)).family == said.family
        and (not said.given or not other.given or agree(said, other))
        and (said.gender is None or other.gender in (None, said.gender))
    ]
    return people[0] if len(people) == 1 else None
