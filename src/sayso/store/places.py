"""Where documents lie, and what follows of it: their state, path and name."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select, update

from sayso.store.chunks import chunks
from sayso.store.fold import fold
from sayso.store.stored import DocumentState, Location
from sayso.store.tables import DOCUMENTS, FILES, LOCATIONS

_SELECT = select(
    LOCATIONS.c.key,
    LOCATIONS.c.document,
    LOCATIONS.c.path,
    LOCATIONS.c.member,
    LOCATIONS.c.parent,
    LOCATIONS.c.replaced,
    FILES.c.name,
    FILES.c.state,
).join(FILES, FILES.c.path == LOCATIONS.c.path)


@dataclass(frozen=True, slots=True)
class Place:
    """A place where a document lies, with the name and state of its file."""

    key: int
    document: int
    path: str
    member: str
    parent: str | None
    replaced: bool
    name: str
    state: str


_STATE_OF_FILE = {"present": DocumentState.PRESENT, "missing": DocumentState.MISSING, "removed": DocumentState.REMOVED}
_BEST_FIRST = (DocumentState.PRESENT, DocumentState.MISSING, DocumentState.REPLACED, DocumentState.REMOVED)


def inside(path: str, member: str) -> str:
    """The path of a file, or of a member inside of it."""
    return f"{path}!{member}" if member else path


def of_documents(connection: Connection, keys: Iterable[int]) -> dict[int, list[Place]]:
    """The places of each document, oldest first."""
    found: dict[int, list[Place]] = defaultdict(list)
    for piece in chunks(keys):
        query = _SELECT.where(LOCATIONS.c.document.in_(piece)).order_by(LOCATIONS.c.key)
        for row in connection.execute(query):
            place = Place(*row)
            found[place.document].append(place)
    return found


def in_files(connection: Connection, paths: Iterable[str]) -> dict[str, list[Place]]:
    """The places in each file."""
    found: dict[str, list[Place]] = defaultdict(list)
    for piece in chunks(paths):
        for row in connection.execute(_SELECT.where(LOCATIONS.c.path.in_(piece))):
            place = Place(*row)
            found[place.path].append(place)
    return found


def locations(connection: Connection, key: int) -> tuple[Location, ...]:
    """The places of one document."""
    places = of_documents(connection, [key]).get(key, [])
    return tuple(Location(p.path, p.name, p.member, p.parent, p.replaced) for p in places)


def refresh(connection: Connection, keys: Iterable[int]) -> None:
    """Bring state, path and name of these documents in step with where they lie."""
    rows = []
    held = of_documents(connection, keys)
    for piece in chunks(held):
        for row in connection.execute(select(DOCUMENTS.c.key, DOCUMENTS.c.removed).where(DOCUMENTS.c.key.in_(piece))):
            best = min(held[row.key], key=_rank)
            state = DocumentState.REMOVED if row.removed else _state(best)
            name = inside(best.name, best.member)
            rows.append(
                {
                    "of": row.key,
                    "state": state.value,
                    "path": inside(best.path, best.member),
                    "name": name,
                    "name_key": fold(name),
                }
            )
    if rows:
        connection.execute(update(DOCUMENTS).where(DOCUMENTS.c.key == bindparam("of")), rows)


def _rank(place: Place) -> int:
    return _BEST_FIRST.index(_state(place))


def _state(place: Place) -> DocumentState:
    state = _STATE_OF_FILE[place.state]
    return DocumentState.REPLACED if place.replaced and state is not DocumentState.REMOVED else state


def only_in(places: Sequence[Place], paths: set[str]) -> bool:
    """Whether a document lies nowhere but in these files, as far as the case still holds it."""
    return all(p.path in paths or _state(p) is DocumentState.REMOVED for p in places)
