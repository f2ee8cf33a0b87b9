"""One item of the case by its id."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, Table, select

from sayso.errors import UsageError
from sayso.model.document import Document, Metadata
from sayso.model.entity import Entity
from sayso.model.event import Event
from sayso.model.findings import Findings
from sayso.model.gap import Gap
from sayso.model.span import Spans
from sayso.model.statement import Citation, Statement
from sayso.model.when import DateMention
from sayso.store import claims, lists, people, places, search_sqlite
from sayso.store.codec import decompress, from_json, problems_from_json, unpack_boilerplate, unpack_text
from sayso.store.condition import Condition, Is, Words, leaves
from sayso.store.lists import Page
from sayso.store.stored import DocumentState, FindingState, Item, StoredDocument
from sayso.store.tables import (
    BLOBS,
    CITATIONS,
    CLAIMS,
    DATES,
    DOCUMENTS,
    ENTITIES,
    EVENTS,
    FINDINGS,
    GAPS,
    PEOPLE,
    STATEMENTS,
    by_day,
)

_IDS = (DOCUMENTS, ENTITIES, *FINDINGS.values(), PEOPLE, CLAIMS)
_NAMED = 10
"""Of several items that an id could stand for, so many are named."""

_FIND: Mapping[str, Callable[[Connection, Page], Iterator[Item]]] = {
    "statements": lists.statements,
    "events": lists.events,
    "gaps": lists.gaps,
    "dates": lists.dates,
    "citations": lists.citations,
    "people": people.people,
    "claims": claims.claims,
}


def item(connection: Connection, id: str) -> Item:
    """Whatever has this id or one that starts so; raises `UsageError` for none and for several."""
    table, whole = _whole(connection, id.strip())
    if table == "documents":
        return document(connection, whole)
    if table == "entities":
        return next(people.entity(connection, whole))
    return next(_FIND[table](connection, Page(Is("id", whole), everything=True)))


def _whole(connection: Connection, id: str) -> tuple[str, str]:
    """The table and the whole id."""
    found: list[tuple[str, str]] = []
    if id:
        for table in _IDS:
            query = select(table.c.id).where(table.c.id >= id, table.c.id < id + "\U0010ffff").distinct()
            found += [(table.name, whole) for whole in connection.scalars(query.order_by(table.c.id).limit(_NAMED))]
    exact = [pair for pair in found if pair[1] == id]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if found:
        ids = ", ".join(whole for _, whole in found[:_NAMED])
        raise UsageError(f"{id!r} could be any of {ids}. Write more of the one you mean.")
    raise UsageError(f"There is no item {id!r}. The tables show the ids of what there is.")


def key_of(connection: Connection, id: str) -> int:
    """The key of a document; raises `UsageError` if there is none of this id."""
    key: int | None = connection.scalar(select(DOCUMENTS.c.key).where(DOCUMENTS.c.id == id))
    if key is None:
        raise UsageError(f"There is no document {id!r}. `sayso documents` shows those there are.")
    return key


def document(connection: Connection, id: str) -> StoredDocument:
    """A document with all that is known about it; raises `UsageError`."""
    key = key_of(connection, id)
    row = connection.execute(select(DOCUMENTS).where(DOCUMENTS.c.key == key)).mappings().one()
    as_read = from_json(row["as_read"], Metadata)
    text, boilerplate = unpack_text(row["text"], row["packed"])
    metadata = lists.metadata_of(row, as_read)
    return StoredDocument(
        Document(row["id"], row["path"], row["sha256"], row["media_type"], metadata, text),
        row["name"],
        as_read,
        boilerplate,
        DocumentState(row["state"]),
        places.locations(connection, key),
        problems_from_json(row["problems"]),
        row["words"],
        row["read_with"],
        datetime.fromisoformat(row["read_at"]),
        row["version"],
    )


def findings(connection: Connection, id: str, *, statements: bool = True) -> Findings:
    """What was found in a document and not rejected, as far as its words still stand in the text."""
    key = key_of(connection, id)
    packed = connection.execute(select(DOCUMENTS.c.packed).where(DOCUMENTS.c.key == key)).scalar_one()
    entities = connection.scalars(select(ENTITIES.c.data).where(ENTITIES.c.document == key).order_by(ENTITIES.c.key))
    return Findings(
        unpack_boilerplate(packed),
        tuple(from_json(data, Entity) for data in entities),
        tuple(from_json(data, Statement) for data in (_found(connection, key, STATEMENTS) if statements else ())),
        tuple(from_json(data, Event) for data in _found(connection, key, EVENTS)),
        tuple(from_json(data, DateMention) for data in _found(connection, key, DATES)),
        tuple(from_json(data, Citation) for data in _found(connection, key, CITATIONS)),
        tuple(from_json(data, Gap) for data in _found(connection, key, GAPS)),
    )


def _found(connection: Connection, document: int, table: Table) -> Sequence[str]:
    """Findings of a document (its key) in JSON and in the order of lists, those that stand in its text."""
    c = table.c
    day = by_day(table) if table in (EVENTS, DATES) else ()
    query = (
        select(c.data)
        .join(DOCUMENTS, DOCUMENTS.c.key == c.document)
        .where(c.document == document, c.anchored, c.state != FindingState.REJECTED.value)
        .where(DOCUMENTS.c.state != DocumentState.REMOVED.value)
    )
    return connection.scalars(query.order_by(*day, c.start, c.end, c.key)).all()


def blob(connection: Connection, id: str) -> bytes:
    """The bytes that a document was read from; raises `UsageError`."""
    query = select(BLOBS.c.data).join(DOCUMENTS, DOCUMENTS.c.sha256 == BLOBS.c.sha256)
    return decompress(connection.scalars(query.where(DOCUMENTS.c.key == key_of(connection, id))).one())


def hits(connection: Connection, id: str, where: Condition) -> Spans:
    """Where the words of a condition stand in the text of a document; raises `UsageError`."""
    key = key_of(connection, id)
    words = [leaf for leaf in leaves(where) if isinstance(leaf, Words)]
    if not words:
        return ()
    text = connection.scalars(select(DOCUMENTS.c.text).where(DOCUMENTS.c.key == key)).one()
    return search_sqlite.hits(connection, key, text, words)
