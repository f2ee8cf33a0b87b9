"""Keeps the people on lists that somebody gave to the case."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, delete, insert, select

from sayso.model.entity import EntityKind
from sayso.model.known import KnownPerson
from sayso.store import log
from sayso.store.chunks import chunks
from sayso.store.codec import from_json, storable, to_json
from sayso.store.generations import findings_changed
from sayso.store.tables import KNOWN_PEOPLE


def known_people(connection: Connection) -> Iterator[KnownPerson]:
    """All of them, by id."""
    for row in connection.execute(select(KNOWN_PEOPLE).order_by(KNOWN_PEOPLE.c.id)):
        yield KnownPerson(row.id, row.name, EntityKind(row.kind), from_json(row.aliases, tuple[str, ...]), row.source)


def set_known_people(connection: Connection, source: str, people: Sequence[KnownPerson], by: str) -> int:
    """Make these the people of the list of this name, in place of what it had; returns how many it had.

    Who was on another list as well (by id) is on this one now.
    """
    had = connection.execute(delete(KNOWN_PEOPLE).where(KNOWN_PEOPLE.c.source == source)).rowcount
    given = {person.id: person for person in people}
    for ids in chunks(given):
        connection.execute(delete(KNOWN_PEOPLE).where(KNOWN_PEOPLE.c.id.in_(ids)))
        rows = [
            {
                "id": person.id,
                "name": storable(person.name),
                "kind": person.kind.value,
                "aliases": to_json(person.aliases),
                "source": source,
            }
            for person in map(given.__getitem__, ids)
        ]
        connection.execute(insert(KNOWN_PEOPLE), rows)
    if given or had:
        log.append(connection, by, [log.Entry("list of people", source, {"people": len(given), "before": had})])
        findings_changed(connection)
    return had
