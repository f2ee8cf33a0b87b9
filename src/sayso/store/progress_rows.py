"""How far a program has got that is adding to the case: for others who look at it meanwhile."""

import time

from sqlalchemy import Connection, delete, insert, select

from sayso.store.stored import Reading
from sayso.store.tables import META

_DONE, _OF, _AT, _WEIGHING = "reading done", "reading of", "reading at", "reading weighing"
_KEYS = (_DONE, _OF, _AT, _WEIGHING)
_SILENT = 60
"""Seconds after which a program that says nothing more is taken for dead."""


def note(connection: Connection, reading: Reading | None) -> None:
    """It is so far; `None`: it is done."""
    connection.execute(delete(META).where(META.c.key.in_(_KEYS)))
    if reading is not None:
        values = {_DONE: reading.done, _OF: reading.of, _AT: int(time.time()), _WEIGHING: int(reading.weighing)}
        connection.execute(insert(META), [{"key": key, "value": value} for key, value in values.items()])


def reading(connection: Connection) -> Reading | None:
    """How far it is, `None` if no program is adding."""
    held = {row.key: row.value for row in connection.execute(select(META).where(META.c.key.in_(_KEYS)))}
    if _AT not in held or time.time() - held[_AT] > _SILENT:
        return None
    return Reading(held[_DONE], held[_OF], bool(held[_WEIGHING]))
