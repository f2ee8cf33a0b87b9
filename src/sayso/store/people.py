"""The entities of documents, and those of the case that they are joined to."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection, and_, delete, func, insert, or_, select, tuple_, update

from sayso.model.entity import Entity, EntityKind, Person
from sayso.store import identities
from sayso.store.chunks import chunks
from sayso.store.codec import from_json, storable, to_json
from sayso.store.fold import fold_all
from sayso.store.generations import people_made
from sayso.store.lists import Page
from sayso.store.stored import FindingState, StoredEntity, StoredPerson
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
    shown = and_(MEMBERS.c.document == DOCUMENTS.c.key, DOCUMENTS.c.state != "removed")
    same = and_(ENTITIES.c.document == MEMBERS.c.document, ENTITIES.c.id == MEMBERS.c.entity)
    speaks = and_(STATEMENTS.c.document == MEMBERS.c.document, STATEMENTS.c.speaker == MEMBERS.c.entity)
    totals = (
        select(
            MEMBERS.c.person,
            func.count(MEMBERS.c.document.distinct()).label("documents"),
            func.coalesce(func.sum(ENTITIES.c.mentions), 0).label("mentions"),
        )
        .join(DOCUMENTS, shown)
        .join(ENTITIES, same)
        .group_by(MEMBERS.c.person)
        .subquery()
    )
    said = (
        select(func.count())
        .select_from(MEMBERS)
        .join(DOCUMENTS, shown)
        .join(STATEMENTS, speaks)
        .where(MEMBERS.c.person == PEOPLE.c.id, STATEMENTS.c.state != FindingState.REJECTED.value)
        .scalar_subquery()
        .label("statements")
    )
    open_ = (
        select(func.count())
        .where(or_(SUGGESTIONS.c.first == PEOPLE.c.id, SUGGESTIONS.c.second == PEOPLE.c.id))
        .scalar_subquery()
        .label("suggestions")
    )
    query = (
        select(PEOPLE.c.data, totals.c.documents, totals.c.mentions, said, open_)
        .outerjoin(totals, totals.c.person == PEOPLE.c.id)
        .where(page.asked("people"))
        .order_by(totals.c.mentions.desc().nulls_last(), PEOPLE.c.name, PEOPLE.c.id)
        .limit(page.limit)
        .offset(page.offset)
    )
    for row in connection.execute(query, execution_options=_AT_ONCE):
        yield StoredPerson(
            from_json(row.data, Person), row.documents or 0, row.mentions or 0, row.statements, row.suggestions
        )


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
