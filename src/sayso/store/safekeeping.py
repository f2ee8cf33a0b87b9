"""Whether a case is whole, and a copy of it while it is in use."""

import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from hashlib import sha256
from pathlib import Path

import msgspec
from sqlalchemy import Connection, select, text

from sayso.errors import UsageError
from sayso.settings import Settings
from sayso.store import items, log
from sayso.store.codec import decompress
from sayso.store.connection import Database
from sayso.store.tables import BLOBS, DOCUMENTS, FINDINGS

_PAGES_AT_ONCE = 4096
"""pages of the file between which other programs may write"""
_TOLD = 20
"""damages of the file itself that are told"""


def wrong_with(path: Path, settings: Settings) -> Iterator[str]:
    """What is wrong with the case at `path`, a sentence each; nothing for one that is whole.

    Checked are the file (SQLite's own check), that rows refer to rows that are there, that every document's bytes are
    those whose hash was kept, that every finding's words stand in its document, and the chain of hashes of the log.
    Raises `CaseError` if it can't be read at all.
    """
    database = Database(path, write=False, wait_seconds=settings.case_seconds)
    with closing(database), database.read() as connection:
        damages = connection.scalars(text(f"PRAGMA integrity_check({_TOLD})")).all()
        if damages != ["ok"]:
            yield from (f"The file is damaged: {damage}" for damage in damages)
            return
        for row in connection.execute(text("PRAGMA foreign_key_check")):
            yield f"A row of {row[0]} (number {row[1]}) belongs to a row of {row[2]} that is gone."
        broken = log.first_broken(connection)
        if broken is not None:
            yield f"The log was changed outside of Sayso: row {broken} does not fit the rows before it."
        for sha, data in connection.execute(select(BLOBS.c.sha256, BLOBS.c.data)):
            if not _is(sha, data):
                yield f"The bytes kept under the hash {sha[:12]}… are others than were read."
        for id in connection.scalars(select(DOCUMENTS.c.id).order_by(DOCUMENTS.c.key)).all():
            yield from _wrong_in(connection, id)


def _is(sha: str, data: bytes) -> bool:
    try:
        return sha256(decompress(data)).hexdigest() == sha
    except zlib.error:
        return False


def _wrong_in(connection: Connection, id: str) -> Iterator[str]:
    try:
        stored = items.document(connection, id)
    except (ValueError, zlib.error, msgspec.MsgspecError) as error:
        yield f"Document {id} can't be read: {error}"
        return
    length = len(stored.document.text.characters)
    key = select(DOCUMENTS.c.key).where(DOCUMENTS.c.id == id).scalar_subquery()
    for name, table in FINDINGS.items():
        c = table.c
        beyond = select(c.id).where(c.document == key, c.anchored, (c.end > length) | (c.start > c.end))
        for finding in connection.scalars(beyond):
            yield f"{name[:-1].capitalize()} {finding} points beyond the text of document {id} ({stored.name})."


def copy_case(path: Path, target: Path, settings: Settings) -> None:
    """Copy the case at `path` to the new file `target`, readable by its owner alone: the state of one moment, whoever
    writes to it meanwhile. It appears whole or not at all.

    Raises `UsageError` if the file is there already or can't be made, `CaseError` if the case can't be read.
    """
    if os.path.lexists(target):
        raise UsageError(f"{target} is there already. Name another file.")
    unfinished = target.with_name(f".{target.name[:60]}.unfinished")
    try:
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600))
    except FileExistsError:
        raise UsageError(f"{unfinished} is left of a copy that was not finished. Delete it, then try again.") from None
    except OSError as error:
        raise UsageError(f"{target} can't be written: {error.strerror}. Name another file.") from error
    try:
        with closing(Database(path, write=False, wait_seconds=settings.case_seconds)) as database:
            _copy(database, unfinished)
        os.link(unfinished, target)
    except OSError as error:
        raise UsageError(f"{target} can't be written: {error}. Make room, or name another file.") from error
    finally:
        with suppress(OSError):
            unfinished.unlink()


def _copy(database: Database, unfinished: Path) -> None:
    with database.alone() as source:
        try:
            with closing(sqlite3.connect(unfinished)) as copy:
                source.backup(copy, pages=_PAGES_AT_ONCE)
        except sqlite3.Error as error:
            raise UsageError(f"The copy can't be made: {error}. Is there room on the disk?") from error
    with unfinished.open("rb+") as made:
        os.fsync(made.fileno())
