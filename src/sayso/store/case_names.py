"""What the case calls those whom a document names: `Cas` in a message, `Casimir Dubrow` in the case."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, and_, bindparam, func, select

from sayso.store.codec import from_json
from sayso.store.tables import DOCUMENTS, ENTITIES, MEMBERS, PEOPLE


class CaseNames:
    """Looks names up, document by document; each document is asked for once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[str, Mapping[str, str]] = {}

    def of(self, document: str, names: Sequence[str]) -> tuple[str, ...]:
        """Names of entities of a document (its id) as the case has them; a name of nobody or of two stays as it is.

        An entity goes by all its forms in that document.
        """
        if not names:
            return ()
        if document not in self._known:
            self._known[document] = self._names(document)
        return tuple(self._known[document].get(name, name) for name in names)

    def _names(self, document: str) -> Mapping[str, str]:
        found: dict[str, dict[str, str]] = {}
        for name, aliases, id, called in self._connection.execute(_NAMES, {"of": document}):
            for form in (name, *(from_json(aliases, tuple[str, ...]) if aliases != "[]" else ())):
                found.setdefault(form, {})[id] = called
        return {name: next(iter(people.values())) for name, people in found.items() if len(people) == 1}


_NAMES = (
    select(
        ENTITIES.c.name,
        func.coalesce(func.json_extract(ENTITIES.c.data, "$.aliases"), "[]"),
        PEOPLE.c.id,
        PEOPLE.c.name,
    )
    .join(DOCUMENTS, DOCUMENTS.c.key == ENTITIES.c.document)
    .join(MEMBERS, and_(MEMBERS.c.document == ENTITIES.c.document, MEMBERS.c.entity == ENTITIES.c.id))
    .join(PEOPLE, PEOPLE.c.id == MEMBERS.c.person)
    .where(DOCUMENTS.c.id == bindparam("of"))
)
"""Built once, since a long list asks it of thousands of documents."""
