"""What claims are made of: all that documents state, with vectors, and which of it is alike."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Table,
    and_,
    bindparam,
    delete,
    insert,
    or_,
    select,
    update,
)

from sayso.model.claim import Copy
from sayso.model.document import Metadata
from sayso.model.entity import EntityKind
from sayso.model.event import Event
from sayso.model.gap import Gap
from sayso.model.proposition import Proposition
from sayso.model.statement import Citation, Statement
from sayso.store.chunks import chunks
from sayso.store.codec import from_json, to_json, unpack_propositions, unpack_text
from sayso.store.lists import metadata_of
from sayso.store.stored import FindingState, Material, Pair, PersonOf
from sayso.store.tables import (
    CITATIONS,
    COPIES,
    COPY_GROUPS,
    DOCUMENTS,
    EVENTS,
    GAPS,
    LIKENESSES,
    MEMBERS,
    PEOPLE,
    PROPOSITIONS,
    STATEMENTS,
)

_AT_ONCE = 100
"""Documents in memory beside those that are handed out."""


def materials(connection: Connection, documents: Collection[str] | None) -> Iterator[Material]:
    """All documents (or those of these ids) that were not removed, by id."""
    query = select(DOCUMENTS.c.key).where(DOCUMENTS.c.state != "removed").order_by(DOCUMENTS.c.id)
    keys = list(connection.scalars(query))
    if documents is not None:
        asked = set[int]()
        for piece in chunks(documents):
            asked.update(connection.scalars(select(DOCUMENTS.c.key).where(DOCUMENTS.c.id.in_(piece))))
        keys = [key for key in keys if key in asked]
    everyone = _everyone(connection)
    for start in range(0, len(keys), _AT_ONCE):
        yield from _some(connection, keys[start : start + _AT_ONCE], everyone)


def _some(connection: Connection, keys: Sequence[int], everyone: Mapping[str, PersonOf]) -> Iterator[Material]:
    query = (
        select(DOCUMENTS, PROPOSITIONS.c.data, PROPOSITIONS.c.vectors, PROPOSITIONS.c.weighed_as)
        .outerjoin(PROPOSITIONS, PROPOSITIONS.c.document == DOCUMENTS.c.key)
        .where(DOCUMENTS.c.key.in_(keys))
        .order_by(DOCUMENTS.c.id)
    )
    statements, events = _found(connection, STATEMENTS, keys), _found(connection, EVENTS, keys)
    citations, gaps = _found(connection, CITATIONS, keys), _found(connection, GAPS, keys, GAPS.c.of_case.is_(False))
    known = _people(connection, keys, everyone)
    for row in connection.execute(query).mappings():
        key = row["key"]
        text, boilerplate = unpack_text(row["text"], row["packed"])
        rejected = {found["id"] for found in statements.get(key, ()) if found["state"] == FindingState.REJECTED.value}
        stated = unpack_propositions(row["data"]) if row["data"] is not None else ()
        meant = {s.id: s for s in (from_json(found["data"], Statement) for found in _standing(statements, key))}
        yield Material(
            row["id"],
            row["name"],
            row["media_type"],
            metadata_of(row, from_json(row["as_read"], Metadata)),
            text,
            boilerplate,
            _told_by(stated, meant),
            row["vectors"],
            frozenset(rejected),
            meant,
            tuple(from_json(found["data"], Event) for found in _standing(events, key)),
            tuple(from_json(found["data"], Citation) for found in _standing(citations, key)),
            tuple(from_json(found["data"], Gap) for found in _standing(gaps, key)),
            known.get(key, {}),
            row["weighed_as"],
        )


def _told_by(stated: Sequence[Proposition], statements: Mapping[str, Statement]) -> tuple[Proposition, ...]:
    """What is stated, each through the voices of its statement as it holds now: a person may have corrected them."""
    told = [(p, statements.get(p.statement) if p.statement is not None else None) for p in stated]
    return tuple(replace(p, chain=by.chain) if by is not None and by.chain != p.chain else p for p, by in told)


def _found(
    connection: Connection, table: Table, keys: Sequence[int], *conditions: ColumnElement[bool]
) -> Mapping[int, Sequence[RowMapping]]:
    c = table.c
    query = select(c.document, c.id, c.state, c.anchored, c.data).where(c.document.in_(keys), *conditions)
    query = query.order_by(c.start, c.key)
    found: dict[int, list[RowMapping]] = {}
    for row in connection.execute(query).mappings():
        found.setdefault(row["document"], []).append(row)
    return found


def _standing(found: Mapping[int, Sequence[RowMapping]], key: int) -> Iterator[RowMapping]:
    """What was not rejected and has its words in the text."""
    return (r for r in found.get(key, ()) if r["anchored"] and r["state"] != FindingState.REJECTED.value)


@dataclass(frozen=True, slots=True)
class _Named:
    """An entity of the case without its members, which are most of its JSON."""

    id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...]


def _everyone(connection: Connection) -> Mapping[str, PersonOf]:
    found = {}
    for data in connection.scalars(select(PEOPLE.c.data), execution_options={"yield_per": 1000}):
        named = from_json(data, _Named)
        found[named.id] = PersonOf(named.id, named.name, named.kind, named.aliases)
    return found


def _people(
    connection: Connection, keys: Sequence[int], everyone: Mapping[str, PersonOf]
) -> Mapping[int, Mapping[str, PersonOf]]:
    query = select(MEMBERS.c.document, MEMBERS.c.entity, MEMBERS.c.person).where(MEMBERS.c.document.in_(keys))
    found: dict[int, dict[str, PersonOf]] = {}
    for row in connection.execute(query):
        if row.person in everyone:
            found.setdefault(row.document, {})[row.entity] = everyone[row.person]
    return found


def without_vectors(connection: Connection) -> Sequence[str]:
    """Ids of documents whose propositions have no vectors yet."""
    query = select(DOCUMENTS.c.id).join(PROPOSITIONS, PROPOSITIONS.c.document == DOCUMENTS.c.key)
    return list(
        connection.scalars(query.where(PROPOSITIONS.c.vectors.is_(None), DOCUMENTS.c.state != "removed").order_by("id"))
    )


def set_vectors(connection: Connection, vectors: Mapping[str, bytes]) -> None:
    """Keep the vectors of documents (by id)."""
    keys = _keys(connection, vectors)
    rows = [{"of": keys[id], "vectors": data} for id, data in vectors.items() if id in keys]
    if rows:
        connection.execute(update(PROPOSITIONS).where(PROPOSITIONS.c.document == bindparam("of")), rows)


def pairs(connection: Connection) -> Iterator[Pair]:
    """All that is alike among documents that were not removed."""
    first, second = DOCUMENTS.alias(), DOCUMENTS.alias()
    query = (
        select(first.c.id, second.c.id, LIKENESSES.c.data)
        .join(first, and_(first.c.key == LIKENESSES.c.first_document, first.c.state != "removed"))
        .join(second, and_(second.c.key == LIKENESSES.c.second_document, second.c.state != "removed"))
    )
    for one, other, data in connection.execute(query, execution_options={"yield_per": 1000}):
        yield Pair(one, other, data)


def copies(connection: Connection) -> Sequence[Copy]:
    """Documents that are nearly another."""
    return [from_json(data, Copy) for data in connection.scalars(select(COPIES.c.data))]


def set_likenesses(
    connection: Connection, compared: Mapping[str, str], pairs: Iterable[Pair], copies: Iterable[Copy]
) -> None:
    """Keep what documents (id → what it was compared as) are like, in place of what they were like; and all copies."""
    keys = _keys(connection, compared)
    for piece in chunks(keys.values()):
        _forget_pairs(connection, piece)
    rows = [{"of": keys[id], "weighed_as": as_what} for id, as_what in compared.items() if id in keys]
    if rows:
        connection.execute(update(PROPOSITIONS).where(PROPOSITIONS.c.document == bindparam("of")), rows)
    connection.execute(delete(COPIES))
    connection.execute(delete(COPY_GROUPS))
    for some in chunks(pairs):
        known = _keys(connection, {id for pair in some for id in (pair.first, pair.second)})
        connection.execute(
            insert(LIKENESSES),
            [{"first_document": known[p.first], "second_document": known[p.second], "data": p.data} for p in some],
        )
    found = list(copies)
    for group in chunks(found):
        known = _keys(connection, {id for copy in group for id in (copy.first, copy.second)})
        connection.execute(
            insert(COPIES), [{"first": known[c.first], "second": known[c.second], "data": to_json(c)} for c in group]
        )
    _group(connection, found)


def _group(connection: Connection, copies: Sequence[Copy]) -> None:
    """Documents that copies lead to each other are one group; the first of it in the order of lists stands for it."""
    beside: dict[str, set[str]] = {}
    for copy in copies:
        beside.setdefault(copy.first, set()).add(copy.second)
        beside.setdefault(copy.second, set()).add(copy.first)
    d = DOCUMENTS.c
    ordered = select(d.key, d.id).order_by(d.published_first.is_(None), d.published_first, d.name_key, d.key)
    keys = {row.id: row.key for row in connection.execute(ordered) if row.id in beside}
    seen: set[str] = set()
    rows = []
    for first in keys:
        todo = [first] if first not in seen else []
        while todo:
            one = todo.pop()
            if one not in seen:
                seen.add(one)
                todo += beside[one]
                if one != first:
                    rows.append({"document": keys[one], "of": keys[first]})
    for piece in chunks(rows):
        connection.execute(insert(COPY_GROUPS), list(piece))


def forget(connection: Connection, key: int) -> None:
    """A document (its key) states what is not known yet."""
    connection.execute(delete(PROPOSITIONS).where(PROPOSITIONS.c.document == key))
    _forget_pairs(connection, [key])


def _forget_pairs(connection: Connection, keys: Sequence[int]) -> None:
    c = LIKENESSES.c
    connection.execute(delete(LIKENESSES).where(or_(c.first_document.in_(keys), c.second_document.in_(keys))))


def _keys(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for piece in chunks(sorted(ids)):
        query = select(DOCUMENTS.c.id, DOCUMENTS.c.key).where(DOCUMENTS.c.id.in_(piece))
        found.update((row.id, row.key) for row in connection.execute(query))
    return found
