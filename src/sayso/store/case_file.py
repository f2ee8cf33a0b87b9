"""Opens the file of a case: makes it if asked to, checks that it is one and whole, brings it to today's tables."""

import os
from pathlib import Path

from sqlalchemy import Connection, text

from sayso.errors import CaseError
from sayso.settings import Settings
from sayso.store.connection import APPLICATION_ID, Database
from sayso.store.migrations import HEAD, REVISIONS, migrate
from sayso.store.store import SqlStore

_CHECKED_BYTES = 64 << 20
"""Larger files take too long to be read through at every opening; they are when a program starts to add to them."""


def open_store(path: str | Path, settings: Settings, *, create: bool = False, write: bool = False) -> SqlStore:
    """The store in the case file at `path`; use it as a context manager, or close it.

    With `create`, a file that does not exist (or is empty) is made, readable by its owner alone. Raises `CaseError`
    that says what to do if there is no such file, or if it is not a case, is damaged, or is from a newer version.
    """
    case = Path(path)
    if not case.is_file():
        if case.exists() or not create:
            what = "is no file" if case.exists() else "does not exist"
            raise CaseError(f"The case {case} {what}. Name another with --case; `sayso add` makes a new one.")
        _touch(case)
    wait = settings.case_seconds
    if _is_behind(case, wait, create=create):
        _bring_up(case, wait)
    return SqlStore(Database(case, write=write, wait_seconds=wait))


def _touch(case: Path) -> None:
    try:
        os.close(os.open(case, os.O_CREAT | os.O_WRONLY | os.O_CLOEXEC, 0o600))
    except OSError as error:
        raise CaseError(f"The case {case} can't be made ({error.strerror}). Name another place with --case.") from error


def _is_behind(case: Path, wait: int, *, create: bool) -> bool:
    """Whether the file must be made or migrated; raises `CaseError` if it can't be used."""
    database = Database(case, write=False, wait_seconds=wait)
    try:
        with database.read() as connection:
            if create and _is_empty(connection):
                return True
            revision = _revision(connection, case)
        if case.stat().st_size <= _CHECKED_BYTES:
            database.check()
    finally:
        database.close()
    return revision != HEAD


def _is_empty(connection: Connection) -> bool:
    return not connection.scalar(text("SELECT count(*) FROM sqlite_master"))


def _revision(connection: Connection, case: Path) -> str:
    if connection.scalar(text("PRAGMA application_id")) != APPLICATION_ID:
        raise CaseError(f"{case} is not a case. Name another file with --case.")
    revision = str(connection.scalar(text("SELECT version_num FROM alembic_version")))
    if revision not in REVISIONS:
        raise CaseError(f"{case} was made by a newer version of Sayso ({revision}). Install that version to open it.")
    return revision


def _bring_up(case: Path, wait: int) -> None:
    """Make the tables, or migrate them; two programs that do so at once take turns."""
    database = Database(case, write=True, wait_seconds=wait)
    try:
        with database.alone() as connection:
            connection.execute("PRAGMA journal_mode = WAL")
        with database.write() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            migrate(connection)
    finally:
        database.close()
