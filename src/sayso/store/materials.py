"""What claims are made of: all that documents state, with vectors, and what is kept of the last weighing."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    Table,
    Text,
    bindparam,
    cast,
    delete,
    func,
    insert,
    literal,
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
from sayso.store.generations import claims_unmade
from sayso.store.lists import metadata_of
from sayso.store.stored import FindingState, Material, Outline, PersonOf
from sayso.store.tables import (
    CITATIONS,
    COPIES,
    COPY_GROUPS,
    DOCUMENTS,
    EVENTS,
    GAPS,
    MEMBERS,
    PEOPLE,
    PROPOSITIONS,
    STATEMENTS,
    WEIGHING,
)

_AT_ONCE = 100
"""Documents in memory beside those that are handed out."""
_STATE = 16
"""hexadecimal digits"""


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


def outlines(connection: Connection) -> Iterator[Outline]:
    """All documents that were not removed, by id, without what stands in them."""
    everyone = _everyone(connection)
    known: dict[int, dict[str, PersonOf]] = {}
    for row in connection.execute(select(MEMBERS.c.document, MEMBERS.c.entity, MEMBERS.c.person)):
        if row.person in everyone:
            known.setdefault(row.document, {})[row.entity] = everyone[row.person]
    found: dict[int, list[str]] = {}
    for table in (STATEMENTS, EVENTS, CITATIONS, GAPS):
        for of in connection.execute(_states(table)):
            found.setdefault(of.document, []).append(" ".join(sorted(of.states.split(","))))
    d, p = DOCUMENTS.c, PROPOSITIONS.c
    held = (d.title, d.publisher, d.authors, d.published, d.published_sure, d.language, d.name)
    query = select(d.key, d.id, p.vectors, p.weighed_as, p.card, *held)
    query = query.outerjoin(PROPOSITIONS, p.document == d.key).where(d.state != "removed").order_by(d.id)
    for one in connection.execute(query, execution_options={"yield_per": _AT_ONCE}):
        said = repr((tuple(one)[5:], found.get(one.key, ())))
        state = sha256(said.encode("utf-8", "replace")).hexdigest()[:_STATE]
        yield Outline(one.id, state, known.get(one.key, {}), one.vectors, one.weighed_as, one.card)


def _states(table: Table) -> Select[tuple[int, str]]:
    """Of each document the ids and states of one kind of findings, in any order."""
    c = table.c
    each = c.id + literal(" ") + c.state + cast(c.anchored, Text) + literal(" ") + cast(c.version, Text)
    query = select(c.document, func.aggregate_strings(each, ",").label("states")).group_by(c.document)
    return query.where(c.of_case.is_(False)) if "of_case" in c else query


def copies(connection: Connection) -> Sequence[Copy]:
    """Documents that are nearly another."""
    return [from_json(data, Copy) for data in connection.scalars(select(COPIES.c.data))]


def kept(connection: Connection) -> bytes | None:
    """What is kept of the last weighing; `None` if there was none."""
    return connection.scalar(select(WEIGHING.c.data))


def set_weighed(
    connection: Connection, cards: Mapping[str, tuple[str, bytes]], kept: bytes | None, copies: Iterable[Copy]
) -> None:
    """Keep what documents (by id) were weighed as, with their cards; what else is kept of a weighing; all copies."""
    keys = _keys(connection, cards)
    rows = [{"of": keys[id], "weighed_as": what, "card": card} for id, (what, card) in cards.items() if id in keys]
    if rows:
        connection.execute(update(PROPOSITIONS).where(PROPOSITIONS.c.document == bindparam("of")), rows)
    connection.execute(delete(WEIGHING))
    if kept is not None:
        connection.execute(insert(WEIGHING), {"key": 1, "data": kept})
    connection.execute(delete(COPIES))
    connection.execute(delete(COPY_GROUPS))
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


def forget_weighing(connection: Connection) -> None:
    """Keep nothing of the last weighing, so that the next one is from nothing."""
    connection.execute(delete(WEIGHING))
    connection.execute(update(PROPOSITIONS).values(weighed_as=None, card=None))
    claims_unmade(connection)


def forget(connection: Connection, key: int) -> None:
    """A document (its key) states what is not known yet."""
    connection.execute(delete(PROPOSITIONS).where(PROPOSITIONS.c.document == key))


def _keys(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for piece in chunks(sorted(ids)):
        query = select(DOCUMENTS.c.id, DOCUMENTS.c.key).where(DOCUMENTS.c.id.in_(piece))
        found.update((row.id, row.key) for row in connection.execute(query))
    return found
