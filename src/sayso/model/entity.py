"""People, organisations, public bodies and places, and where they are mentioned."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.span import Span


class EntityKind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PUBLIC_BODY = "public-body"
    PLACE = "place"


class MentionKind(StrEnum):
    """How a mention refers."""

    NAME = "name"
    PRONOUN = "pronoun"
    NOMINAL = "nominal"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a text that refer to an entity."""

    span: Span
    kind: MentionKind
    entity_kind: EntityKind


@dataclass(frozen=True, slots=True)
class Entity:
    """What the mentions of one document refer to.

    `name` is the fullest form the document gives, `aliases` its other named forms in order of first use.
    """

    id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """An entity of the case: entities of documents that are one, each by its id, with the reason for joining them."""

    id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...]
    members: tuple[tuple[str, str], ...]
    """(document id, entity id) of every member"""
    reason: str
