"""The events that a case counts from, and when they were: a table that a person keeps."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select, update

from sayso.errors import UsageError
from sayso.model.when import CaseAnchor, When
from sayso.store import log
from sayso.store.chunks import chunks
from sayso.store.codec import storable
from sayso.store.stored import StoredAnchor
from sayso.store.tables import CASE_ANCHORS, DOCUMENTS, FILES, LOCATIONS

_LONGEST = 200


def anchors(connection: Connection) -> Sequence[StoredAnchor]:
    """All of them, by name."""
    rows = connection.execute(select(CASE_ANCHORS).order_by(CASE_ANCHORS.c.key))
    return tuple(StoredAnchor(CaseAnchor(row.name, When.parse(row.date)), row.by, row.at) for row in rows)


def set_anchor(connection: Connection, anchor: CaseAnchor, by: str) -> int:
    """Keep an anchor, in place of one of its name; returns how many documents hold the name. Raises `UsageError`."""
    name = " ".join(storable(anchor.name).split())
    if not any(character.isalnum() for character in name) or len(name) > _LONGEST:
        raise UsageError(f"{name!r} is no name of an event; write it as the documents do, as in 'the merger'.")
    row = {"key": name.casefold(), "name": name, "date": anchor.when.edtf, "by": by, "at": log.now()}
    connection.execute(delete(CASE_ANCHORS).where(CASE_ANCHORS.c.key == row["key"]))
    connection.execute(insert(CASE_ANCHORS), row)
    log.append(connection, by, [log.Entry("anchored", name, {"date": anchor.when.edtf})])
    return _read_again(connection, name)


def remove_anchor(connection: Connection, name: str, by: str) -> int:
    """Forget an anchor; returns how many documents hold its name. Raises `UsageError` for an unknown one."""
    key = " ".join(name.split()).casefold()
    held = connection.scalar(select(CASE_ANCHORS.c.name).where(CASE_ANCHORS.c.key == key))
    if held is None:
        raise UsageError(f"The case has no anchor {name!r}; `sayso anchors` lists those it has.")
    connection.execute(delete(CASE_ANCHORS).where(CASE_ANCHORS.c.key == key))
    log.append(connection, by, [log.Entry("anchor removed", held, {})])
    return _read_again(connection, held)


def _read_again(connection: Connection, name: str) -> int:
    """Let the next reading of the files whose documents may hold the name make their findings anew."""
    # The database knows capitals of ASCII alone; a name without such a word may stand anywhere.
    words = [word for word in name.split() if word.isascii()]
    holds = [DOCUMENTS.c.text.icontains(word, autoescape=True) for word in words]
    query = select(DOCUMENTS.c.key).where(*holds)
    keys = list(connection.scalars(query))
    for piece in chunks(keys):
        lies_in = select(LOCATIONS.c.path).where(LOCATIONS.c.document.in_(piece))
        connection.execute(update(FILES).where(FILES.c.path.in_(lies_in)).values(read_with=""))
        connection.execute(update(DOCUMENTS).where(DOCUMENTS.c.key.in_(piece)).values(read_with=""))
    return len(keys)
