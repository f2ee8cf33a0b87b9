"""Whether everything in a case can be read: asked of what comes from outside before it is kept."""

from collections.abc import Callable, Iterator, Sequence

import msgspec
from sqlalchemy import Connection, select

from sayso.store import claim_decisions, files, identities, items, judgement_rows, known_people, lists
from sayso.store.case_anchors import anchors
from sayso.store.codec import unpack_propositions
from sayso.store.lists import Page
from sayso.store.tables import DOCUMENTS, ENTITIES, FINDINGS, PROPOSITIONS

_EVERYTHING = Page(everything=True)
_LISTS: Sequence[Callable[[Connection, Page], Iterator[object]]] = (
    lists.documents,
    lists.statements,
    lists.events,
    lists.gaps,
    lists.dates,
    lists.citations,
)


def check_readable(connection: Connection) -> None:
    """Read all documents, findings and decisions; raises what reading raises, and `ValueError` for a finding whose
    words lie beyond the end of its document.
    """
    for rows in _LISTS:
        for _ in rows(connection, _EVERYTHING):
            pass
    for id in connection.scalars(select(DOCUMENTS.c.id)).all():
        items.document(connection, id)
        items.findings(connection, id)
    for data in connection.scalars(select(PROPOSITIONS.c.data)):
        unpack_propositions(data)
    files.files(connection)
    judgement_rows.about(connection, None)
    identities.identities(connection)
    claim_decisions.decisions(connection)
    anchors(connection)
    tuple(known_people.known_people(connection))
    _check_spans(connection)


def _check_spans(connection: Connection) -> None:
    length = {row.key: len(row.text) for row in connection.execute(select(DOCUMENTS.c.key, DOCUMENTS.c.text))}
    for table in (ENTITIES, *FINDINGS.values()):
        query = select(table.c.document, table.c.data)
        if table is not ENTITIES:
            query = query.where(table.c.anchored)
        for document, data in connection.execute(query):
            if any(end > length[document] for end in _ends(msgspec.json.decode(data))):
                raise ValueError(f"{table.name} beyond the end of a document")


def _ends(value: object) -> Iterator[int]:
    """The end of every span in a finding's JSON."""
    if isinstance(value, list):
        for part in value:
            yield from _ends(part)
    elif isinstance(value, dict):
        if value.keys() == {"start", "end"}:
            yield int(value["end"])
        for part in value.values():
            yield from _ends(part)
