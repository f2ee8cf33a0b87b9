"""A case in plain values, to be carried to another machine: what goes out here comes back in as it was.

Carried is what readers and people put in. Who is who and the claims are made anew of that, and each case has a log of
its own. Rows are those of the tables, without the keys that only count them and with documents by their ids.
"""

import os
import warnings
from base64 import b64decode, b64encode
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from sqlalchemy import Connection, Integer, MetaData, RowMapping, Table, insert, select
from sqlalchemy.exc import OperationalError, SAWarning, SQLAlchemyError

from sayso.errors import CaseError, UsageError
from sayso.model.findings import document_id
from sayso.store import log
from sayso.store.carried import CarriedCase, CarriedDocument, Plain
from sayso.store.codec import compress, decompress
from sayso.store.connection import APPLICATION_ID, Database
from sayso.store.generations import findings_changed
from sayso.store.migrations import HEAD, REVISIONS, migrate
from sayso.store.readable import check_readable
from sayso.store.tables import (
    ANCHORS,
    BLOBS,
    CASE_ANCHORS,
    CLAIM_DECISIONS,
    DOCUMENTS,
    ENTITIES,
    FILES,
    FINDERS,
    FINDINGS,
    IDENTITIES,
    JUDGEMENTS,
    KNOWN_PEOPLE,
    LOCATIONS,
    NOTES,
    PASSAGES,
    PROPOSITIONS,
)

IN_DOCUMENTS: Sequence[Table] = (LOCATIONS, ENTITIES, *FINDINGS.values(), PROPOSITIONS, JUDGEMENTS, NOTES)
"""What belongs to one document."""
DECIDED: Sequence[tuple[Table, Table, str]] = (
    (IDENTITIES, ANCHORS, "identity"),
    (CLAIM_DECISIONS, PASSAGES, "decision"),
)
"""Decisions about several documents: the table, that of the places they rest on, and how these name them."""
OF_CASE: Sequence[Table] = (FINDERS, CASE_ANCHORS, KNOWN_PEOPLE)
_MADE_ANEW = ("vectors", "weighed_as", "card")
"""Columns with what was made for weighing, which compares a document as a new one where it has none."""
_WRONG = (SQLAlchemyError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What values that nobody checked come to in a database."""
_COUNTED = "key"
"""The name of columns of numbers that only count rows."""


def carried_case(connection: Connection, documents: Collection[str], *, whole: bool) -> CarriedCase:
    """What goes with these documents (ids): their files, and what was decided about them.

    `whole` if they are all that the case has: then also files of which nothing could be read, and lists of people.
    """
    keys = {row.key: row.id for row in connection.execute(select(DOCUMENTS.c.key, DOCUMENTS.c.id))}
    kept = {key for key, id in keys.items() if id in documents}
    lies_in = {
        (row.path, row.document in kept) for row in connection.execute(select(LOCATIONS.c.path, LOCATIONS.c.document))
    }
    others = {path for path, _ in lies_in} if whole else None
    files = [
        row
        for row in connection.execute(select(FILES)).mappings()
        if (row["path"], True) in lies_in or (others is not None and row["path"] not in others)
    ]
    rows: dict[str, list[Mapping[str, Plain]]] = {FILES.name: [_plain(FILES, row) for row in files]}
    for table in OF_CASE:
        if whole or table is not KNOWN_PEOPLE:
            rows[table.name] = [_plain(table, row) for row in connection.execute(select(table)).mappings()]
    for decisions, places, name in DECIDED:
        rests_on: list[Mapping[str, Plain]] = [
            {**_plain(places, row), "document": keys[row["document"]]}
            for row in connection.execute(select(places).order_by(places.c.key)).mappings()
            if row["document"] in kept
        ]
        known = {place[name] for place in rests_on}
        rows[decisions.name] = []
        for row in connection.execute(select(decisions).order_by(decisions.c.id)).mappings():
            if row["id"] in known or row["undoes"] in known:
                known.add(row["id"])
                rows[decisions.name].append(_plain(decisions, row))
        rows[places.name] = rests_on
    return CarriedCase(HEAD, rows)


def carried_document(connection: Connection, id: str) -> CarriedDocument:
    """One document by its whole id; raises `UsageError` if there is none."""
    document = connection.execute(select(DOCUMENTS).where(DOCUMENTS.c.id == id)).mappings().one_or_none()
    if document is None:
        raise UsageError(f"There is no document {id!r}. `sayso documents` shows those there are.")
    rows: dict[str, Sequence[Mapping[str, Plain]]] = {
        DOCUMENTS.name: [{name: value for name, value in _plain(DOCUMENTS, document).items() if name != "text"}]
    }
    for table in IN_DOCUMENTS:
        query = select(table).where(table.c.document == document["key"]).order_by(*table.primary_key)
        found = connection.execute(query).mappings()
        rows[table.name] = [_plain(table, row, "document", *_MADE_ANEW) for row in found]
    data = connection.execute(select(BLOBS.c.data).where(BLOBS.c.sha256 == document["sha256"])).scalar_one()
    return CarriedDocument(document["text"], decompress(data), rows)


def restore(
    path: Path, case: CarriedCase, documents: Iterable[CarriedDocument], *, source: str, by: str, wait_seconds: int
) -> int:
    """Make a new case at `path` of what was carried; returns how many documents it has.

    All or nothing. Decisions keep who made them and when; the log begins with the import, signed. Raises `UsageError`
    if there is a case already, or if `source` (a name for people) is not what `carried_…` gave, `CaseError` if it
    comes from a newer version.
    """
    if path.exists():
        raise UsageError(f"{path} is there already. What is imported becomes a case of its own: name it with --case.")
    if case.revision not in REVISIONS:
        raise CaseError(f"{source} was made by a newer version of Sayso ({case.revision}). Install that version.")
    broken = UsageError(f"{source} is damaged or was changed by hand: nothing was imported. Export the case anew.")
    with TemporaryDirectory(dir=path.absolute().parent, prefix=f".{path.name}.") as folder:
        made = Path(folder) / "case"
        os.close(os.open(made, os.O_CREAT | os.O_WRONLY | os.O_CLOEXEC, 0o600))
        database = Database(made, write=True, wait_seconds=wait_seconds)
        try:
            with database.alone() as bare:
                bare.execute("PRAGMA journal_mode = WAL")
            with database.write() as connection:
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                migrate(connection, case.revision)
                entries = list(_put(connection, case, documents))
                migrate(connection)
                log.append(connection, by, [log.Entry("imported", source, {"documents": len(entries)}), *entries])
                findings_changed(connection)
                check_readable(connection)
        except CaseError as error:
            # A full disk is no fault of the file.
            raise (error if isinstance(error.__cause__, OperationalError) else broken) from error
        except _WRONG as error:
            raise broken from error
        finally:
            database.close()
        made.replace(path)
    return len(entries)


def _put(connection: Connection, case: CarriedCase, documents: Iterable[CarriedDocument]) -> Iterator[log.Entry]:
    tables = MetaData()
    known = {
        table.name for table in (FILES, BLOBS, DOCUMENTS, *OF_CASE, *IN_DOCUMENTS, *chain(*(d[:2] for d in DECIDED)))
    }
    with warnings.catch_warnings():
        # Indexes on expressions don't matter here, and can't be reflected.
        warnings.simplefilter("ignore", SAWarning)
        tables.reflect(connection, only=lambda name, _: name in known)
    t = tables.tables
    _insert(connection, t[FILES.name], case.rows[FILES.name])
    for table in OF_CASE:
        _insert(connection, t.get(table.name), case.rows.get(table.name, ()))
    keys: dict[str, int] = {}
    for carried in documents:
        [row] = carried.rows[DOCUMENTS.name]
        id, digest = str(row["id"]), sha256(carried.data).hexdigest()
        # The id of a mail is made of what all its copies share, not of the bytes of one of them.
        is_its_own = id == document_id(carried.data) or row["media_type"] == "message/rfc822"
        if id in keys or not is_its_own or digest != row["sha256"]:
            raise ValueError(id)
        keys[id] = key = len(keys) + 1
        _insert(connection, t[BLOBS.name], [{"sha256": digest, "data": _encoded(compress(carried.data))}])
        _insert(connection, t[DOCUMENTS.name], [{**row, "text": carried.text, _COUNTED: key}])
        for table in IN_DOCUMENTS:
            found = [{**one, "document": key} for one in carried.rows.get(table.name, ())]
            _insert(connection, t.get(table.name), found)
        detail: dict[str, str | int | None] = {
            "path": str(row["path"]),
            "sha256": digest,
            "judged": len(carried.rows.get(JUDGEMENTS.name, ())),
        }
        yield log.Entry("imported", id, detail, id)
    for decisions, places, _ in DECIDED:
        _insert(connection, t.get(decisions.name), case.rows.get(decisions.name, ()))
        rests_on = [{**one, "document": keys[str(one["document"])]} for one in case.rows.get(places.name, ())]
        _insert(connection, t.get(places.name), rests_on)


def _insert(connection: Connection, table: Table | None, rows: Sequence[Mapping[str, Plain]]) -> None:
    if rows:
        if table is None or not all(row.keys() <= set(table.columns.keys()) for row in rows):
            raise ValueError("rows of an unknown table, or with unknown columns")
        connection.execute(insert(table), [{name: _bound(value) for name, value in row.items()} for row in rows])


def _plain(table: Table, row: RowMapping, *left_out: str) -> Mapping[str, Plain]:
    return {
        column.name: _encoded(row[column.name])
        for column in table.columns
        if column.name not in left_out and not (column.name == _COUNTED and isinstance(column.type, Integer))
    }


def _encoded(value: object) -> Plain:
    return {"base64": b64encode(value).decode()} if isinstance(value, bytes) else cast(Plain, value)


def _bound(value: Plain) -> object:
    if isinstance(value, Mapping):
        return b64decode(value["base64"], validate=True)
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            # The name of a file that is no valid text is kept as the bytes it is.
            return os.fsencode(value)
    return value
