"""The lists of documents and findings: one query each, its rows made into what the protocol promises."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, RowMapping, Table, and_, func, select, true

from sayso.model.document import Metadata, Sureness
from sayso.model.event import Event
from sayso.model.gap import Gap
from sayso.model.statement import Citation, Statement
from sayso.model.when import DateMention, When
from sayso.store.case_names import CaseNames
from sayso.store.chunks import chunks
from sayso.store.codec import from_json, problems_from_json
from sayso.store.condition import And, Condition, Is, Words, leaves
from sayso.store.condition import Table as TableName
from sayso.store.corrections import split_authors
from sayso.store.stored import (
    DocumentRow,
    DocumentState,
    FindingState,
    Found,
    MachineReading,
    StoredCitation,
    StoredDate,
    StoredEvent,
    StoredGap,
    StoredStatement,
)
from sayso.store.tables import (
    CITATIONS,
    CLAIMS,
    DATES,
    DOCUMENTS,
    EVENTS,
    FINDINGS,
    GAPS,
    PEOPLE,
    STATEMENTS,
    Order,
    by_day,
)
from sayso.store.where import Expression, to_sql, visible

_AT_ONCE = {"yield_per": 200}
"""Rows fetched together while a list is being read."""

_D = DOCUMENTS.c
_BY_DOCUMENT = (_D.published_first.is_(None), _D.published_first, _D.name_key, _D.key)


@dataclass(frozen=True, slots=True)
class Page:
    """Which rows of a list: some of those of a condition; with `everything`, none is left out for its state."""

    where: Condition | None = None
    limit: int | None = None
    offset: int = 0
    everything: bool = False

    def asked(self, table: TableName) -> Expression:
        """The condition in SQL; raises `UsageError` for a field that the table does not have."""
        asked = to_sql(table, self.where) if self.where is not None else true()
        return asked if self.everything else and_(visible(table, self.where), asked)


def count(connection: Connection, table: TableName, where: Condition | None) -> int:
    """How many rows a list has."""
    query = select(func.count()).where(Page(where).asked(table))
    if table == "documents":
        query = query.select_from(DOCUMENTS)
    elif table == "people":
        query = query.select_from(PEOPLE)
    elif table == "claims":
        query = query.select_from(CLAIMS)
    else:
        of = FINDINGS[table]
        # Where words are looked for, their index knows the rows: not all of them are gone through.
        worded = any(isinstance(leaf, Words) for leaf in leaves(where or And(())))
        same = of.c.document == _D.key if worded else _joined(of, where)
        query = query.select_from(of).join(DOCUMENTS, same)
    return connection.scalar(query) or 0


_STATEMENTS = (
    select(func.count())
    .where(STATEMENTS.c.document == _D.key, STATEMENTS.c.state != FindingState.REJECTED.value)
    .scalar_subquery()
    .label("statements")
)
_DOCUMENT = [column for column in DOCUMENTS.c if column.name not in ("text", "packed")]


def documents(connection: Connection, page: Page) -> Iterator[DocumentRow]:
    """Documents by date of publication, then by name."""
    query = select(*_DOCUMENT, _STATEMENTS).where(page.asked("documents")).order_by(*_BY_DOCUMENT)
    query = query.limit(page.limit).offset(page.offset)
    for row in connection.execute(query, execution_options=_AT_ONCE).mappings():
        yield DocumentRow(
            row["id"],
            row["name"],
            row["path"],
            row["media_type"],
            metadata_of(row, from_json(row["as_read"], Metadata)),
            DocumentState(row["state"]),
            row["words"],
            row["statements"],
            problems_from_json(row["problems"]),
            row["version"],
        )


def metadata_of(row: RowMapping, as_read: Metadata) -> Metadata:
    """What holds now of a document: the columns that can be corrected, the rest as read."""
    return Metadata(
        row["title"],
        row["publisher"],
        split_authors(row["authors"]),
        When(row["published"]) if row["published"] else None,
        Sureness(row["published_sure"]) if row["published_sure"] else None,
        as_read.address,
        row["language"],
        as_read.headers,
    )


_OF_DOCUMENT = (
    _D.id.label("document_id"),
    _D.name.label("document_name"),
    _D.title,
    _D.publisher,
    _D.authors,
    _D.published,
    _D.published_sure,
    _D.state.label("document_state"),
)


def statements(connection: Connection, page: Page) -> Iterator[StoredStatement]:
    """In the order of documents, then by place in the text."""
    for row in _findings(connection, "statements", page, _by_place(STATEMENTS)):
        statement = from_json(row["data"], Statement)
        words = (row["source"], row["cue"], row["content"])
        machine = from_json(row["machine"], MachineReading) if row["machine"] is not None else None
        yield StoredStatement(statement, row["speaker_name"], *words, row["context"], _found(row), machine)


def gaps(connection: Connection, page: Page) -> Iterator[StoredGap]:
    """In the order of documents, then by place in the text."""
    for row in _findings(connection, "gaps", page, _by_place(GAPS)):
        yield StoredGap(from_json(row["data"], Gap), row["words"], row["context"], _found(row))


def events(connection: Connection, page: Page) -> Iterator[StoredEvent]:
    """By their date, unknown last."""
    names = CaseNames(connection)
    for rows in chunks(_findings(connection, "events", page, _by_date(EVENTS))):
        names.learn(row["document_id"] for row in rows)
        for row in rows:
            event, document = from_json(row["data"], Event), row["document_id"]
            parties, sources = names.of(document, event.participants), names.of(document, event.according_to)
            yield StoredEvent(event, row["words"], row["context"], _found(row), parties, sources, row["added_by"])


def dates(connection: Connection, page: Page) -> Iterator[StoredDate]:
    """By the date, unknown last."""
    for row in _findings(connection, "dates", page, _by_date(DATES)):
        yield StoredDate(row["id"], from_json(row["data"], DateMention), row["words"], row["context"], _found(row))


def citations(connection: Connection, page: Page) -> Iterator[StoredCitation]:
    """In the order of documents, then by place in the text."""
    for row in _findings(connection, "citations", page, _by_place(CITATIONS)):
        yield StoredCitation(row["id"], from_json(row["data"], Citation), row["words"], row["context"], _found(row))


def _by_place(table: Table) -> Order:
    return (*_BY_DOCUMENT, table.c.start, table.c.end, table.c.key)


def _by_date(table: Table) -> Order:
    """By their date, unknown last."""
    return (*by_day(table), *_by_place(table))


def _joined(table: Table, where: Condition | None) -> ColumnElement[bool]:
    """Findings with their documents.

    In lists by place SQLite shall go through the documents in their order and take the findings of each: then it need
    not sort, and reads no more than what is shown. It does so where the key of the document is no plain column.
    """
    one = any(isinstance(leaf, Is) and leaf.field == "id" for leaf in leaves(where or And(())))
    return table.c.document == (_D.key if one or table in (EVENTS, DATES) else _D.key + 0)


def _findings(connection: Connection, name: TableName, page: Page, order: Order) -> Iterator[RowMapping]:
    table = FINDINGS[name]
    columns = [column for column in table.c if column.name not in ("key", "document")]
    query = select(*columns, *_OF_DOCUMENT).join(DOCUMENTS, _joined(table, page.where)).where(page.asked(name))
    query = query.order_by(*order).limit(page.limit).offset(page.offset)
    yield from connection.execute(query, execution_options=_AT_ONCE).mappings()


def _found(row: RowMapping) -> Found:
    return Found(
        row["document_id"],
        row["document_name"],
        row["title"],
        row["publisher"],
        When(row["published"]) if row["published"] else None,
        Sureness(row["published_sure"]) if row["published_sure"] else None,
        DocumentState(row["document_state"]),
        row["page"],
        FindingState(row["state"]),
        row["version"],
        row["found"],
        row["anchored"],
        split_authors(row["authors"]),
        row["section"],
    )
