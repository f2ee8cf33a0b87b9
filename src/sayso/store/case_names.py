"""What the case calls those whom a document names: `Cas` in a message, `Casimir Dubrow` in the case."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, and_, bindparam, func, select

from sayso.store.chunks import chunks
from sayso.store.codec import from_json
from sayso.store.tables import DOCUMENTS, ENTITIES, MEMBERS, PEOPLE


class CaseNames:
    """Looks names up; each document is asked for once, those of a page of a list together (`learn`)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[str, Mapping[str, str]] = {}

    def learn(self, documents: Iterable[str]) -> None:
        """Look the names of these documents (ids) up in one go."""
        for piece in chunks(set(documents) - self._known.keys()):
            found: dict[str, dict[str, dict[str, str]]] = {id: {} for id in piece}
            for document, name, aliases, id, called in self._connection.execute(_NAMES, {"of": list(piece)}):
                for form in (name, *(from_json(aliases, tuple[str, ...]) if aliases != "[]" else ())):
                    found[document].setdefault(form, {})[id] = called
            for document, forms in found.items():
                self._known[document] = {
                    name: next(iter(people.values())) for name, people in forms.items() if len(people) == 1
                }

    def of(self, document: str, names: Sequence[str]) -> tuple[str, ...]:
        """Names of entities of a document (its id) as the case has them; a name of nobody or of two stays as it is.

        An entity goes by all its forms in that document.
        """
        if not names:
            return ()
        self.learn([document])
        return tuple(self._known[document].get(name, name) for name in names)


_NAMES = (
    select(
        DOCUMENTS.c.id,
        ENTITIES.c.name,
        func.coalesce(func.json_extract(ENTITIES.c.data, "$.aliases"), "[]"),
        PEOPLE.c.id,
        PEOPLE.c.name,
    )
    .join(DOCUMENTS, DOCUMENTS.c.key == ENTITIES.c.document)
    .join(MEMBERS, and_(MEMBERS.c.document == ENTITIES.c.document, MEMBERS.c.entity == ENTITIES.c.id))
    .join(PEOPLE, PEOPLE.c.id == MEMBERS.c.person)
    .where(DOCUMENTS.c.id.in_(bindparam("of", expanding=True)))
)
"""Built once, since a long list asks it of thousands of documents."""
