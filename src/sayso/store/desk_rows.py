"""What the desk remembers for the people who use it: their saved searches, and what they have seen of the log."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, select, update

from sayso.store.codec import storable
from sayso.store.stored import Change, SavedSearch, Visit
from sayso.store.tables import LOG, SEARCHES, VISITS

_AWAY = timedelta(minutes=30)
"""Whoever was away for longer comes back to another visit."""


def searches(connection: Connection) -> Sequence[SavedSearch]:
    """All saved searches by name."""
    query = select(SEARCHES).order_by(SEARCHES.c.name)
    return [
        SavedSearch(row.name, row.query, row.by, datetime.fromisoformat(row.at)) for row in connection.execute(query)
    ]


def save_search(connection: Connection, name: str, query: str, by: str) -> None:
    """Keep a search under a name, in place of the one that had it."""
    forget_search(connection, name)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    connection.execute(insert(SEARCHES), {"name": storable(name), "query": storable(query), "by": by, "at": at})


def forget_search(connection: Connection, name: str) -> None:
    """Keep it no longer."""
    connection.execute(delete(SEARCHES).where(SEARCHES.c.name == name))


def visit(connection: Connection, by: str) -> Visit:
    """Somebody is here: what they had seen of the log when they were here before, `None` for the first time."""
    now, last = datetime.now(UTC), connection.scalar(select(func.max(LOG.c.seq))) or 0
    row = connection.execute(select(VISITS).where(VISITS.c.by == by)).one_or_none()
    seen: dict[str, str | int | None] = {"seen": last, "at": now.isoformat(timespec="seconds")}
    if row is None:
        connection.execute(insert(VISITS), {"by": by, "before": None, "before_at": None, **seen})
        return Visit(None, None)
    if now - datetime.fromisoformat(row.at) > _AWAY:
        connection.execute(update(VISITS).where(VISITS.c.by == by).values(before=row.seen, before_at=row.at, **seen))
        return Visit(row.seen, datetime.fromisoformat(row.at))
    connection.execute(update(VISITS).where(VISITS.c.by == by).values(**seen))
    return Visit(row.before, datetime.fromisoformat(row.before_at) if row.before_at else None)


def changes(connection: Connection, after: int) -> Sequence[Change]:
    """What was done since a row of the log, by whom and how often; the latest first."""
    last = func.max(LOG.c.seq)
    query = (
        select(LOG.c.action, LOG.c.by, func.count(), func.max(LOG.c.at))
        .where(LOG.c.seq > after)
        .group_by(LOG.c.action, LOG.c.by)
        .order_by(last.desc())
    )
    return [Change(row[0], row[1], row[2], datetime.fromisoformat(row[3])) for row in connection.execute(query)]
