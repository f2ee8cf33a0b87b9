"""The only place where the file of a case is opened: every connection is made, set up and begun here."""

import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec
from sqlalchemy import Connection, create_engine, event, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from sayso.errors import CaseError

APPLICATION_ID = 0x53_61_79_73
"""`Says` in ASCII, at byte 68 of a case file, so that `file` and we can tell it from other databases."""

_WRITES = "sayso_writes"
_SETUP = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    # In KiB: pages of the indexes that every row goes into stay in memory.
    "PRAGMA cache_size = -65536",
    # A case may come from someone else, and be made to harm.
    "PRAGMA cell_size_check = ON",
)


class Database:
    """A case file, opened for reading or for both. Threads may share it: each transaction has its own connection."""

    def __init__(self, path: Path, *, write: bool, wait_seconds: int) -> None:
        self.path = path
        self._wait_seconds = wait_seconds
        self.write_allowed = write
        self._engine = create_engine(
            "sqlite+pysqlite://", creator=self._connect, poolclass=QueuePool, pool_size=2, max_overflow=20
        )
        event.listen(self._engine, "connect", self._set_up)
        event.listen(self._engine, "begin", _begin)

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees one state of the case; raises `CaseError` if the file fails."""
        with self._translated(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that has the case for itself: writers of all processes take turns.

        It is committed at the end and rolled back by an exception. Raises `CaseError` if the case was opened for
        reading, if another program holds it too long, or if the file fails.
        """
        if not self.write_allowed:
            raise CaseError(f"{self.path} was opened for reading only.")
        with self._translated(), self._engine.connect() as connection:
            writer = connection.execution_options(**{_WRITES: True})
            with writer.begin():
                yield writer

    def check(self) -> None:
        """Read the whole file; raises `CaseError` if it is damaged."""
        with self.read() as connection:
            found = connection.scalar(text("PRAGMA quick_check(1)"))
        if found != "ok":
            raise self._damaged(str(found).splitlines()[-1])

    def vacuum(self) -> None:
        """Write the file anew without its free pages, and empty the log beside it.

        Raises `CaseError` if another program still reads from that log, which then keeps what was erased.
        """
        with self.alone() as connection:
            connection.execute("VACUUM")
            busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise CaseError(
                f"It is erased from {self.path}, but another program that has the case open keeps the old pages in "
                f"{self.path}-wal. Close that program."
            )

    @contextmanager
    def alone(self) -> Iterator[sqlite3.Connection]:
        """A bare connection outside of any transaction, for what SQLite does to the whole file."""
        self._engine.dispose()
        with self._translated():
            try:
                with closing(self._connect()) as connection:
                    for statement in _SETUP:
                        connection.execute(statement)
                    yield connection
            except sqlite3.Error as error:
                raise self._case_error(error) from error

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(
            f"{self.path.absolute().as_uri()}?{self._mode()}",
            uri=True,
            timeout=self._wait_seconds,
            isolation_level=None,
            check_same_thread=False,
        )

    def _mode(self) -> str:
        folder = self.path.absolute().parent
        if self.write_allowed or (os.access(self.path, os.W_OK) and os.access(folder, os.W_OK)):
            return "mode=rw"
        # SQLite can't make its files beside the case; on a disk where we can't write, hopefully nobody does.
        return "mode=ro&immutable=1"

    def _set_up(self, connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        for statement in (*_SETUP, f"PRAGMA query_only = {'OFF' if self.write_allowed else 'ON'}"):
            cursor.execute(statement)
        cursor.close()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise self._case_error(error.orig or error) from error
        except (msgspec.MsgspecError, zlib.error) as error:
            raise self._damaged(str(error)) from error

    def _case_error(self, error: BaseException) -> CaseError:
        name = getattr(error, "sqlite_errorname", "")
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            return CaseError(
                f"Another program has been writing to {self.path} for {self._wait_seconds} seconds. Try again later."
            )
        if name.startswith("SQLITE_FULL"):
            return CaseError(f"There is no room left on the disk of {self.path}. Make room, then run it again.")
        if name.startswith("SQLITE_NOTADB"):
            return CaseError(f"{self.path} is not a case. Name another file with --case.")
        if name.startswith("SQLITE_CORRUPT"):
            return self._damaged(str(error))
        if name.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH")):
            return CaseError(f"{self.path} can't be opened ({error}). Check the rights to the file and its folder.")
        return CaseError(f"{self.path} failed ({error}). Nothing was changed; if it happens again, restore a copy.")

    def _damaged(self, why: str) -> CaseError:
        return CaseError(
            f"{self.path} is damaged ({why}). Restore it from a copy, or move it away and add the documents again."
        )


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
