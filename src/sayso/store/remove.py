"""Takes documents out of the case: hides them, or erases them with all that came from them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select, update

from sayso.errors import UsageError
from sayso.store import claims, log, people, places
from sayso.store.chunks import chunks
from sayso.store.codec import problems_from_json, to_json
from sayso.store.generations import findings_changed
from sayso.store.search_sqlite import rebuild
from sayso.store.tables import BLOBS, DOCUMENTS, FILES, LOCATIONS


@dataclass(frozen=True, slots=True)
class _Removal:
    """The documents (key → id) that go, and the files that go with them."""

    documents: dict[int, str]
    paths: set[str]


def remove(connection: Connection, target: str, *, purge: bool, by: str) -> Sequence[str]:
    """Remove or erase; returns the ids of the documents that went. After a purge the file must still be vacuumed."""
    is_document = connection.scalar(select(DOCUMENTS.c.key).where(DOCUMENTS.c.id == target))
    removal = _one(connection, is_document, purge=purge) if is_document else _files(connection, target)
    if purge:
        _erase(connection, removal, by)
    else:
        _hide(connection, removal, one=bool(is_document), by=by)
    findings_changed(connection)
    return list(removal.documents.values())


def _files(connection: Connection, target: str) -> _Removal:
    """A file, or all files below a folder."""
    folder = target.rstrip("/") + "/"
    known = connection.scalars(select(FILES.c.path))
    paths = {path for path in known if path == target or path.startswith(folder)}
    if not paths:
        raise UsageError(f"The case has no file, folder or document {target!r}.")
    here = {place.document for held in places.in_files(connection, paths).values() for place in held}
    held = places.of_documents(connection, here)
    keys = [key for key in here if places.only_in(held[key], paths)]
    return _Removal(_ids(connection, keys), paths)


def _one(connection: Connection, key: int, *, purge: bool) -> _Removal:
    """One document and what was attached to it and lies nowhere else; the file goes if nothing else is in it."""
    documents = _ids(connection, [key])
    todo = list(documents.values())
    while todo:
        inside = select(LOCATIONS.c.document).where(LOCATIONS.c.parent == todo.pop())
        held = places.of_documents(connection, set(connection.scalars(inside)) - documents.keys())
        gone = [k for k, at in held.items() if all(p.parent in documents.values() for p in at)]
        new = _ids(connection, gone)
        documents |= new
        todo += new.values()
    mine = [place for held in places.of_documents(connection, documents).values() for place in held]
    if purge:
        for place in mine:
            if place.parent is not None and place.parent not in documents.values():
                raise UsageError(
                    f"{documents[key]} is attached to {place.parent}, whose bytes hold it too: purge {place.parent}."
                )
    there = places.in_files(connection, {place.path for place in mine})
    paths = {path for path, held in there.items() if all(p.document in documents for p in held)}
    return _Removal(documents, paths)


def _ids(connection: Connection, keys: Iterable[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for piece in chunks(keys):
        query = select(DOCUMENTS.c.key, DOCUMENTS.c.id).where(DOCUMENTS.c.key.in_(piece))
        found.update((row.key, row.id) for row in connection.execute(query))
    return found


def _hide(connection: Connection, removal: _Removal, *, one: bool, by: str) -> None:
    touched = set(removal.documents)
    if one:
        for keys in chunks(removal.documents):
            connection.execute(update(DOCUMENTS).where(DOCUMENTS.c.key.in_(keys)).values(removed=True))
    else:
        for paths in chunks(removal.paths):
            connection.execute(update(FILES).where(FILES.c.path.in_(paths)).values(state="removed"))
        held = places.in_files(connection, removal.paths)
        touched |= {place.document for at in held.values() for place in at}
    places.refresh(connection, touched)
    entries = [log.Entry("removed", id, {}, id) for id in removal.documents.values()]
    if not one:
        entries += [log.Entry("removed", path, {}, None, path) for path in sorted(removal.paths)]
    log.append(connection, by, entries)


def _erase(connection: Connection, removal: _Removal, by: str) -> None:
    ids = set(removal.documents.values())
    elsewhere = _elsewhere(connection, removal)
    people.forget(connection, ids)
    claims.forget(connection, ids)
    log.erase(connection, ids, removal.paths)
    _forget_problems(connection, removal)
    for keys in chunks(removal.documents):
        hashes = list(connection.scalars(select(DOCUMENTS.c.sha256).where(DOCUMENTS.c.key.in_(keys))))
        connection.execute(delete(DOCUMENTS).where(DOCUMENTS.c.key.in_(keys)))
        shared = select(DOCUMENTS.c.sha256).where(DOCUMENTS.c.sha256.in_(hashes))
        connection.execute(delete(BLOBS).where(BLOBS.c.sha256.in_(hashes), BLOBS.c.sha256.not_in(shared)))
    for gone in chunks(ids):
        connection.execute(update(LOCATIONS).where(LOCATIONS.c.parent.in_(gone)).values(parent=None))
    for paths in chunks(removal.paths):
        connection.execute(delete(FILES).where(FILES.c.path.in_(paths)))
    places.refresh(connection, elsewhere)
    rebuild(connection)
    log.append(connection, by, [log.Entry("purged", "", {"documents": len(ids), "files": len(removal.paths)})])


def _elsewhere(connection: Connection, removal: _Removal) -> Collection[int]:
    """The documents that stay, having lain in the erased files too."""
    held = places.in_files(connection, removal.paths)
    return {place.document for at in held.values() for place in at} - removal.documents.keys()


def _forget_problems(connection: Connection, removal: _Removal) -> None:
    """Take the sentences about the erased documents out of the problems of files that stay."""
    for held in places.of_documents(connection, removal.documents).values():
        for place in held:
            if place.path in removal.paths:
                continue
            name = places.inside(place.path, place.member)
            problems = connection.scalar(select(FILES.c.problems).where(FILES.c.path == place.path))
            kept = tuple(
                p
                for p in problems_from_json(str(problems))
                if p.document != name and not p.document.startswith(f"{name}!")
            )
            connection.execute(update(FILES).where(FILES.c.path == place.path).values(problems=to_json(kept)))
