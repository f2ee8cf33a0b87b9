"""Writes packed files into the case."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, Insert, bindparam, func, insert, select, update

from sayso.store import log, places
from sayso.store.chunks import chunks
from sayso.store.codec import to_json
from sayso.store.finding_rows import Row
from sayso.store.fold import fold
from sayso.store.generations import findings_changed
from sayso.store.pack import PackedDocument, PackedFile
from sayso.store.reread import read_again
from sayso.store.tables import BLOBS, DOCUMENTS, ENTITIES, FILES, FINDERS, FINDINGS, LOCATIONS, PROPOSITIONS

_TABLES = {"entities": ENTITIES, "propositions": PROPOSITIONS, **FINDINGS}


@dataclass(slots=True)
class _Known:
    """A document that the case has: its key, and the version it was read with."""

    key: int
    read_with: str


@dataclass(slots=True)
class _Rows:
    """What is to be inserted, table by table, and whose state may change."""

    blobs: list[Row] = field(default_factory=list)
    documents: list[Row] = field(default_factory=list)
    findings: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    locations: list[Row] = field(default_factory=list)
    entries: list[log.Entry] = field(default_factory=list)
    moved: set[int] = field(default_factory=set)


def record(connection: Connection, files: Sequence[PackedFile], by: str) -> None:
    """Put files in the case, in the caller's transaction; of two with one path the last counts."""
    given = {file.path: file for file in files}
    known = _known(connection, (d.id for file in given.values() for d in file.documents))
    there = places.in_files(connection, given)
    before = _files(connection, given.values())
    next_key = (connection.scalar(select(func.max(DOCUMENTS.c.key))) or 0) + 1
    rows = _Rows()
    for file in given.values():
        new: set[int] = set()
        for packed in file.documents:
            document = known.get(packed.id)
            if document is None:
                known[packed.id] = _Known(next_key, file.read_with)
                _add(rows, next_key, file, packed)
                new.add(next_key)
                next_key += 1
            elif document.read_with != file.read_with:
                _flush(connection, rows)
                document.read_with = file.read_with
                rows.entries.append(_entry("read again", file, packed, read_again(connection, document.key, packed)))
        held = there.get(file.path, [])
        if before.get(file.path) == file.sha256 and not file.documents:
            # It could be read before and could not now: what was read stays.
            rows.moved.update(place.document for place in held)
        else:
            _place(connection, rows, file, known, held, new)
        if not file.documents:
            rows.entries.append(_unread(file))
    _flush(connection, rows)
    if rows.locations:
        connection.execute(insert(LOCATIONS), rows.locations)
    if rows.moved:
        places.refresh(connection, rows.moved)
    _finders(connection, {file.read_with for file in given.values()})
    log.append(connection, by, rows.entries)
    findings_changed(connection)


def _known(connection: Connection, ids: Iterable[str]) -> dict[str, _Known]:
    found: dict[str, _Known] = {}
    for piece in chunks(ids):
        query = select(DOCUMENTS.c.id, DOCUMENTS.c.key, DOCUMENTS.c.read_with).where(DOCUMENTS.c.id.in_(piece))
        found.update((row.id, _Known(row.key, row.read_with)) for row in connection.execute(query))
    return found


def _files(connection: Connection, files: Iterable[PackedFile]) -> dict[str, str]:
    """Insert or update the rows of files; returns the SHA-256 that each known path had before."""
    given = list(files)
    before: dict[str, str] = {}
    for piece in chunks(file.path for file in given):
        query = select(FILES.c.path, FILES.c.sha256).where(FILES.c.path.in_(piece))
        before.update((row.path, row.sha256) for row in connection.execute(query))
    rows = [
        {
            "of": file.path,
            "path": file.path,
            "name": file.name,
            "sha256": file.sha256,
            "size": file.size,
            "modified_ns": file.modified_ns,
            "state": "present",
            "read_with": file.read_with,
            "problems": to_json(file.problems),
        }
        for file in given
    ]
    if new := [{key: value for key, value in row.items() if key != "of"} for row in rows if row["of"] not in before]:
        connection.execute(insert(FILES), new)
    if old := [row for row in rows if row["of"] in before]:
        connection.execute(update(FILES).where(FILES.c.path == bindparam("of", type_=FILES.c.path.type)), old)
    return before


def _add(rows: _Rows, key: int, file: PackedFile, packed: PackedDocument) -> None:
    """A document that the case does not have yet."""
    name = places.inside(file.name, packed.member)
    rows.blobs.append({"sha256": packed.sha256, "data": packed.data})
    rows.documents.append(
        {
            **packed.row,
            "key": key,
            "path": places.inside(file.path, packed.member),
            "name": name,
            "name_key": fold(name),
            "state": "present",
            "removed": False,
            "read_at": log.now(),
            "version": 1,
        }
    )
    for table, found in packed.findings.items():
        rows.findings[table].extend({**row, "document": key} for row in found)
    rows.entries.append(_entry("read", file, packed))


def _flush(connection: Connection, rows: _Rows) -> None:
    """Insert the new documents."""
    # Bytes that an earlier version knew as another document are there already.
    hashes = [str(row["sha256"]) for row in rows.blobs]
    held: set[str] = set()
    for piece in chunks(hashes):
        held.update(connection.scalars(select(BLOBS.c.sha256).where(BLOBS.c.sha256.in_(piece))))
    rows.blobs[:] = [row for row in rows.blobs if row["sha256"] not in held]
    todo: list[tuple[Insert, list[Row]]] = [(insert(BLOBS), rows.blobs), (insert(DOCUMENTS), rows.documents)]
    todo += [(insert(_TABLES[table]), found) for table, found in rows.findings.items()]
    for statement, values in todo:
        if values:
            connection.execute(statement, [dict(row) for row in values])
            values.clear()


def _place(
    connection: Connection,
    rows: _Rows,
    file: PackedFile,
    known: Mapping[str, _Known],
    held: Sequence[places.Place],
    new: Collection[int],
) -> None:
    """Bring the locations in one file in step with what was read of it; `new` are the keys of its new documents."""
    wanted = {(known[d.id].key, d.member): d for d in file.documents}
    for place in held:
        still = wanted.pop((place.document, place.member), None) is not None
        if place.replaced is still:
            values = update(LOCATIONS).where(LOCATIONS.c.key == place.key).values(replaced=not still)
            connection.execute(values)
        rows.moved.add(place.document)
    for (key, member), packed in wanted.items():
        rows.locations.append(
            {"document": key, "path": file.path, "member": member, "parent": packed.parent, "replaced": False}
        )
        if key not in new:
            rows.moved.add(key)
            rows.entries.append(_entry("found at", file, packed))


def _entry(action: str, file: PackedFile, packed: PackedDocument, kept: int = 0) -> log.Entry:
    detail: dict[str, str | int | None] = {
        "path": places.inside(file.path, packed.member),
        "sha256": packed.sha256,
        "read_with": file.read_with,
        "statements": len(packed.findings["statements"]),
    }
    if kept:
        detail["judged"] = kept
    return log.Entry(action, packed.id, detail, packed.id, file.path)


def _unread(file: PackedFile) -> log.Entry:
    why = file.problems[0].what if file.problems else ""
    return log.Entry("could not read", file.path, {"sha256": file.sha256, "why": why}, None, file.path)


def _finders(connection: Connection, versions: set[str]) -> None:
    known = set(connection.scalars(select(FINDERS.c.version)))
    if new := sorted(versions - known):
        connection.execute(insert(FINDERS), [{"version": version, "first_used": log.now()} for version in new])
