"""People and bodies that a case is told of, before or beside any document."""

from dataclasses import dataclass

from sayso.model.entity import EntityKind


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody on a list that a person gave to the case: who that is in the documents, names alone must tell.

    `id` is made of the list's own id; `aliases` are other full names; `source` is the name of the list's file.
    """

    id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...]
    source: str
