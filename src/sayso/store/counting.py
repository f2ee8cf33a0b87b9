"""How much there is in the case."""

from collections.abc import Mapping

from sqlalchemy import Connection, func, select

from sayso.store import files
from sayso.store.condition import Is
from sayso.store.lists import count
from sayso.store.stored import Counts, FindingState
from sayso.store.tables import DOCUMENTS, FILES, STATEMENTS


def counts(connection: Connection) -> Counts:
    """How much the lists show of everything."""
    words = select(func.coalesce(func.sum(DOCUMENTS.c.words), 0)).where(DOCUMENTS.c.state != "removed")
    states = _states(connection)
    confirmed, rejected = states.get(FindingState.CONFIRMED.value, 0), states.get(FindingState.REJECTED.value, 0)
    return Counts(
        files=connection.scalar(select(func.count()).select_from(FILES).where(FILES.c.state != "removed")) or 0,
        documents=count(connection, "documents", None),
        words=connection.scalar(words) or 0,
        statements=sum(states.values()) - rejected,
        confirmed=confirmed,
        rejected=rejected,
        people=count(connection, "people", None),
        events=count(connection, "events", None),
        gaps=count(connection, "gaps", None),
        dates=count(connection, "dates", None),
        citations=count(connection, "citations", None),
        claims=count(connection, "claims", Is("repeated", 1)),
        problems=len(files.problems(connection)),
    )


def _states(connection: Connection) -> Mapping[str, int]:
    """How many statements of documents that were not removed are in which state."""
    c = STATEMENTS.c
    removed = select(DOCUMENTS.c.key).where(DOCUMENTS.c.state == "removed")
    query = select(c.state, func.count()).where(c.document.not_in(removed)).group_by(c.state)
    return {row[0]: row[1] for row in connection.execute(query)}
