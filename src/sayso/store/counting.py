"""How much there is in the case."""

from sqlalchemy import Connection, func, select

from sayso.store import files
from sayso.store.condition import Is
from sayso.store.lists import count
from sayso.store.stored import Counts
from sayso.store.tables import DOCUMENTS, FILES


def counts(connection: Connection) -> Counts:
    """How much the lists show of everything."""
    words = select(func.coalesce(func.sum(DOCUMENTS.c.words), 0)).where(DOCUMENTS.c.state != "removed")
    confirmed = Is("state", "confirmed")
    rejected = Is("state", "rejected")
    return Counts(
        files=connection.scalar(select(func.count()).select_from(FILES).where(FILES.c.state != "removed")) or 0,
        documents=count(connection, "documents", None),
        words=connection.scalar(words) or 0,
        statements=count(connection, "statements", None),
        confirmed=count(connection, "statements", confirmed),
        rejected=count(connection, "statements", rejected),
        people=count(connection, "people", None),
        events=count(connection, "events", None),
        gaps=count(connection, "gaps", None),
        dates=count(connection, "dates", None),
        citations=count(connection, "citations", None),
        claims=count(connection, "claims", Is("repeated", 1)),
        problems=len(files.problems(connection)),
    )
