"""The entities of documents, and those of the case that they are joined to."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, and_, delete, func, insert, select, tuple_, update

from sayso.model.entity import Entity, EntityKind, Person
from sayso.store import identities
from sayso.store.chunks import chunks
from sayso.store.codec import from_json, storable, to_json
from sayso.store.fold import fold_all
from sayso.store.generations import people_made
from sayso.store.lists import Page
from sayso.store.stored import FindingState, PersonOf, StoredEntity, StoredPerson
from sayso.store.tables import DOCUMENTS, ENTITIES, MEMBERS, PEOPLE, STATEMENTS, SUGGESTIONS

_AT_ONCE = {"yield_per": 500}


def entities(connection: Connection) -> Iterator[tuple[str, Entity]]:
    """All entities of documents that were not removed, as (document id, entity), document by document."""
    query = (
        select(DOCUMENTS.c.id, ENTITIES.c.data)
        .join(ENTITIES, ENTITIES.c.document == DOCUMENTS.c.key)
        .where(DOCUMENTS.c.state != "removed")
        .order_by(DOCUMENTS.c.key, ENTITIES.c.key)
    )
    for document, data in connection.execute(query, execution_options=_AT_ONCE):
        yield document, from_json(data, Entity)


def named(connection: Connection, limit: int | None) -> Iterator[PersonOf]:
    """Those in most documents first, without what takes long to count."""
    often = select(MEMBERS.c.person, func.count().label("often")).group_by(MEMBERS.c.person).subquery()
    query = (
        select(PEOPLE.c.id, PEOPLE.c.name, PEOPLE.c.kind)
        .outerjoin(often, often.c.person == PEOPLE.c.id)
        .order_by(often.c.often.desc().nulls_last(), PEOPLE.c.name, PEOPLE.c.id)
        .limit(limit)
    )
    for row in connection.execute(query, execution_options=_AT_ONCE):
        yield PersonOf(row.id, row.name, EntityKind(row.kind))


def members(connection: Connection, person: str, limit: int | None) -> Iterator[tuple[str, Entity]]:
    """The entities of documents that are one of the case, as (document id, entity), by date of publication."""
    same = and_(ENTITIES.c.document == MEMBERS.c.document, ENTITIES.c.id == MEMBERS.c.entity)
    query = (
        select(DOCUMENTS.c.id, ENTITIES.c.data)
        .join(MEMBERS, MEMBERS.c.document == DOCUMENTS.c.key)
        .join(ENTITIES, same)
        .where(MEMBERS.c.person == person, DOCUMENTS.c.state != "removed")
        .order_by(DOCUMENTS.c.published_first.nulls_last(), DOCUMENTS.c.name_key, ENTITIES.c.key)
        .limit(limit)
    )
    for document, data in connection.execute(query, execution_options=_AT_ONCE):
        yield document, from_json(data, Entity)


@dataclass(frozen=True, slots=True)
class _Named:
    """An entity as far as its names go: mentions are most of its JSON, and are skipped."""

    id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...]


def names(connection: Connection) -> Iterator[tuple[str, Entity]]:
    """All entities of documents that were not removed, without their mentions."""
    query = (
        select(DOCUMENTS.c.id, ENTITIES.c.data)
        .join(ENTITIES, ENTITIES.c.document == DOCUMENTS.c.key)
        .where(DOCUMENTS.c.state != "removed")
    )
    for document, data in connection.execute(query, execution_options=_AT_ONCE):
        named = from_json(data, _Named)
        yield document, Entity(named.id, named.name, named.kind, named.aliases, ())


def entity(connection: Connection, id: str) -> Iterator[StoredEntity]:
    """The entities of documents that have this id."""
    query = select(ENTITIES.c.data, DOCUMENTS.c.id, DOCUMENTS.c.name).join(DOCUMENTS).where(ENTITIES.c.id == id)
    for data, document, name in connection.execute(query):
        yield StoredEntity(from_json(data, Entity), document, name)


def set_people(connection: Connection, people: Iterable[Person]) -> None:
    """Make these the entities of the case; writes only what differs from what is there."""
    given = {person.id: person for person in people}
    data = {id: to_json(person) for id, person in given.items()}
    there: dict[str, str] = {row.id: row.data for row in connection.execute(select(PEOPLE.c.id, PEOPLE.c.data))}
    for gone in chunks(id for id, old in there.items() if data.get(id) != old):
        connection.execute(delete(PEOPLE).where(PEOPLE.c.id.in_(gone)))
    new = [person for id, person in given.items() if there.get(id) != data[id]]
    keys: dict[str, int] = {row.id: row.key for row in connection.execute(select(DOCUMENTS.c.id, DOCUMENTS.c.key))}
    for piece in chunks(new):
        connection.execute(insert(PEOPLE), [_row(person, data[person.id]) for person in piece])
        members = [
            {"person": person.id, "document": keys[document], "entity": entity}
            for person in piece
            for document, entity in dict.fromkeys(person.members)
        ]
        if members:
            connection.execute(insert(MEMBERS), members)
    people_made(connection)


def _row(person: Person, data: str) -> dict[str, str]:
    return {
        "id": person.id,
        "name": storable(person.name),
        "kind": person.kind.value,
        "names_key": fold_all((person.name, *person.aliases)),
        "data": data,
    }


def people(connection: Connection, page: Page) -> Iterator[StoredPerson]:
    """Most mentioned first, then by name."""
    asked = page.asked("people")
    same = and_(ENTITIES.c.document == MEMBERS.c.document, ENTITIES.c.id == MEMBERS.c.entity)
    totals = (
        select(
            MEMBERS.c.person,
            func.count(MEMBERS.c.document.distinct()).label("documents"),
            func.coalesce(func.sum(ENTITIES.c.mentions), 0).label("mentions"),
        )
        .join(ENTITIES, same)
        .where(MEMBERS.c.document.not_in(_REMOVED))
        .group_by(MEMBERS.c.person)
    )
    if page.where is not None:
        totals = totals.where(MEMBERS.c.person.in_(select(PEOPLE.c.id).where(asked)))
    total = totals.subquery()
    query = (
        select(PEOPLE.c.id, PEOPLE.c.data, total.c.documents, total.c.mentions)
        .outerjoin(total, total.c.person == PEOPLE.c.id)
        .where(asked)
        .order_by(total.c.mentions.desc().nulls_last(), PEOPLE.c.name, PEOPLE.c.id)
        .limit(page.limit)
        .offset(page.offset)
    )
    for rows in connection.execute(query, execution_options=_AT_ONCE).partitions():
        ids = [row.id for row in rows]
        said, others = _statements(connection, ids), _others(connection, ids)
        for row in rows:
            yield StoredPerson(
                from_json(row.data, Person),
                row.documents or 0,
                row.mentions or 0,
                said.get(row.id, 0),
                others.get(row.id, 0),
            )


_REMOVED = select(DOCUMENTS.c.key).where(DOCUMENTS.c.state == "removed")


def _statements(connection: Connection, people: Sequence[str]) -> Mapping[str, int]:
    """How many statements of their own people (ids) have."""
    speaks = and_(STATEMENTS.c.document == MEMBERS.c.document, STATEMENTS.c.speaker == MEMBERS.c.entity)
    query = (
        select(MEMBERS.c.person, func.count())
        .select_from(MEMBERS)
        .join(STATEMENTS, speaks)
        .where(
            MEMBERS.c.person.in_(people),
            MEMBERS.c.document.not_in(_REMOVED),
            STATEMENTS.c.state != FindingState.REJECTED.value,
        )
        .group_by(MEMBERS.c.person)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def _others(connection: Connection, people: Sequence[str]) -> Mapping[str, int]:
    """How many others people (ids) may be."""
    found: dict[str, int] = {}
    for side in (SUGGESTIONS.c.first, SUGGESTIONS.c.second):
        for person, count in connection.execute(select(side, func.count()).where(side.in_(people)).group_by(side)):
            found[person] = found.get(person, 0) + count
    return found


def forget(connection: Connection, documents: Collection[str]) -> None:
    """Take everything that came from these documents (ids) out of the entities of the case.

    Names stay that an entity of another document has; whoever is left without members goes. Suggestions hold names
    too; they are made anew with the entities of the case.
    """
    connection.execute(delete(SUGGESTIONS))
    identities.forget(connection, documents)
    query = (
        select(PEOPLE.c.data)
        .join(MEMBERS, MEMBERS.c.person == PEOPLE.c.id)
        .join(DOCUMENTS, DOCUMENTS.c.key == MEMBERS.c.document)
    )
    touched = {
        data for piece in chunks(documents) for data in connection.scalars(query.where(DOCUMENTS.c.id.in_(piece)))
    }
    for person in (from_json(data, Person) for data in touched):
        members = tuple(m for m in person.members if m[0] not in documents)
        names = _names(connection, members)
        if not names:
            connection.execute(delete(PEOPLE).where(PEOPLE.c.id == person.id))
            continue
        kept = [name for name in (person.name, *person.aliases) if name in names] or sorted(names, key=len)[-1:]
        left = replace(person, name=kept[0], aliases=tuple(kept[1:]), members=members, reason="")
        connection.execute(update(PEOPLE).where(PEOPLE.c.id == person.id).values(_row(left, to_json(left))))


def _names(connection: Connection, members: Iterable[tuple[str, str]]) -> set[str]:
    names: set[str] = set()
    query = select(ENTITIES.c.data).join(DOCUMENTS)
    for piece in chunks(members):
        which = tuple_(DOCUMENTS.c.id, ENTITIES.c.id).in_(piece)
        for data in connection.scalars(query.where(which)):
            one = from_json(data, Entity)
            names |= {one.name, *one.aliases}
    return names
