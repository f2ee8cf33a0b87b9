"""The files of the case: what is known of each, and where they have gone."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, select, update

from sayso.errors import Problem, UsageError
from sayso.store import log, places
from sayso.store.chunks import chunks
from sayso.store.codec import problems_from_json
from sayso.store.generations import findings_changed
from sayso.store.stored import FileState
from sayso.store.tables import DOCUMENTS, FILES

_NO_PROBLEMS = "[]"


def files(connection: Connection) -> Mapping[str, FileState]:
    """Every file by its path."""
    return {
        row.path: FileState(
            row.path,
            row.name,
            row.sha256,
            row.size,
            row.modified_ns,
            row.state,
            row.read_with,
            () if row.problems == _NO_PROBLEMS else problems_from_json(row.problems),
        )
        for row in connection.execute(select(FILES).order_by(FILES.c.path))
    }


def problems(connection: Connection) -> Sequence[Problem]:
    """What could not be read, file by file; removed files are left out."""
    query = select(FILES.c.problems).where(FILES.c.problems != _NO_PROBLEMS, FILES.c.state != "removed")
    return [p for text in connection.scalars(query.order_by(FILES.c.path)) for p in problems_from_json(text)]


def relocate(connection: Connection, old: str, path: str, *, name: str, modified_ns: int, by: str) -> None:
    """A file lies elsewhere now; raises `UsageError` if the case does not know it, or knows another there."""
    known = set(connection.scalars(select(FILES.c.path).where(FILES.c.path.in_([old, path]))))
    if old not in known:
        raise UsageError(f"The case has no file {old!r}.")
    if path in known and path != old:
        raise UsageError(f"The case already has a file {path!r}.")
    values = {"path": path, "name": name, "modified_ns": modified_ns, "state": "present"}
    connection.execute(update(FILES).where(FILES.c.path == old).values(values))
    log.move(connection, old, path)
    places.refresh(connection, _documents(connection, [path]))
    log.append(connection, by, [log.Entry("moved", path, {"from": old}, None, path)])


def mark(connection: Connection, paths: Sequence[str], state: str, by: str) -> None:
    """Files are `present` again, or `missing`; those whose state it is already are passed over."""
    changed: list[str] = []
    for piece in chunks(paths):
        query = select(FILES.c.path).where(FILES.c.path.in_(piece), FILES.c.state != state)
        changed += connection.scalars(query)
    documents = _documents(connection, changed)
    for piece in chunks(changed):
        connection.execute(update(FILES).where(FILES.c.path.in_(piece)).values(state=state))
    if state == "present":
        documents |= _documents(connection, paths)
        for keys in chunks(documents):
            connection.execute(update(DOCUMENTS).where(DOCUMENTS.c.key.in_(keys)).values(removed=False))
    if documents:
        places.refresh(connection, documents)
        findings_changed(connection)
    log.append(connection, by, [log.Entry(state, path, {}, None, path) for path in sorted(changed)])


def _documents(connection: Connection, paths: Iterable[str]) -> set[int]:
    return {place.document for held in places.in_files(connection, paths).values() for place in held}
