"""The log: one row a change, each with a hash over the one before, so that no row can be altered or taken out unseen.

A row's hash covers a salted digest of what the row says and not the words themselves. A purge can so erase the words
and the salt, and the chain still holds.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from sqlalchemy import ColumnElement, Connection, func, insert, select, update

from sayso.store.chunks import chunks
from sayso.store.codec import from_json, storable, to_json
from sayso.store.stored import LogRow
from sayso.store.tables import LOG

Detail = Mapping[str, str | int | None]

_START = "0" * 64


@dataclass(frozen=True, slots=True)
class Entry:
    """A change to be logged: what was done to which item. `document` and `path` say what it is about, for a purge."""

    action: str
    item: str
    detail: Detail
    document: str | None = None
    path: str | None = None


def now() -> str:
    """The time in UTC to the second, in ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def append(connection: Connection, by: str, entries: Sequence[Entry]) -> None:
    """Log changes in the transaction that makes them."""
    if not entries:
        return
    last = connection.execute(select(LOG.c.seq, LOG.c.hash).order_by(LOG.c.seq.desc()).limit(1)).one_or_none()
    seq, previous = (last.seq, last.hash) if last else (0, _START)
    at = now()
    rows = []
    for entry in entries:
        seq += 1
        item, detail, salt = storable(entry.item), to_json(dict(entry.detail)), os.urandom(16)
        digest = _digest(salt, item, detail)
        chained = _hash(previous, seq, at, by, entry.action, digest)
        rows.append(
            {
                "seq": seq,
                "at": at,
                "by": by,
                "action": entry.action,
                "item": item,
                "detail": detail,
                "salt": salt,
                "digest": digest,
                "previous_hash": previous,
                "hash": chained,
                "document": entry.document,
                "path": entry.path,
            }
        )
        previous = chained
    connection.execute(insert(LOG), rows)


def move(connection: Connection, old: str, path: str) -> None:
    """What is logged about a file is found by its new path."""
    connection.execute(update(LOG).where(LOG.c.path == old).values(path=path))


def erase(connection: Connection, documents: Iterable[str], paths: Iterable[str]) -> None:
    """Take the words out of all rows about these documents (ids) and files."""
    nothing = {"item": None, "detail": None, "salt": None, "document": None, "path": None}
    for column, values in ((LOG.c.document, documents), (LOG.c.path, paths)):
        for piece in chunks(values):
            connection.execute(update(LOG).where(column.in_(piece)).values(nothing))


def rows(
    connection: Connection, limit: int | None, offset: int = 0, by: str | None = None, action: str | None = None
) -> Iterator[LogRow]:
    """Latest first; only what one person did, or of one kind."""
    query = select(LOG).where(*_narrowed(by, action)).order_by(LOG.c.seq.desc()).limit(limit).offset(offset)
    for row in connection.execute(query):
        detail = from_json(row.detail, dict[str, str | int | None]) if row.detail is not None else None
        yield LogRow(row.seq, datetime.fromisoformat(row.at), row.by, row.action, row.item, detail)


def count(connection: Connection, by: str | None = None, action: str | None = None) -> int:
    """How many there are."""
    return connection.scalar(select(func.count()).select_from(LOG).where(*_narrowed(by, action))) or 0


def _narrowed(by: str | None, action: str | None) -> Sequence[ColumnElement[bool]]:
    return [column == value for column, value in ((LOG.c.by, by), (LOG.c.action, action)) if value is not None]


def first_broken(connection: Connection) -> int | None:
    """The number of the first row that does not fit the ones before it, or not what it says itself.

    Rows cut off at the end can't be told from rows that never were.
    """
    previous = _START
    for expected, row in enumerate(connection.execute(select(LOG).order_by(LOG.c.seq)), start=1):
        chained = _hash(previous, expected, row.at, row.by, row.action, row.digest)
        erased = row.item is None and row.detail is None and row.salt is None
        said = erased or (None not in (row.item, row.detail, row.salt) and row.digest == _digest(*_said(row)))
        if row.seq != expected or row.previous_hash != previous or row.hash != chained or not said:
            return int(row.seq)
        previous = chained
    return None


def _said(row: object) -> tuple[bytes, str, str]:
    salt, item, detail = (getattr(row, name) for name in ("salt", "item", "detail"))
    return salt, item, detail


def _digest(salt: bytes, item: str, detail: str) -> str:
    return sha256(b"\0".join((salt, item.encode(), detail.encode()))).hexdigest()


def _hash(previous: str, seq: int, at: str, by: str, action: str, digest: str) -> str:
    return sha256("\0".join((previous, str(seq), at, by, action, digest)).encode()).hexdigest()
