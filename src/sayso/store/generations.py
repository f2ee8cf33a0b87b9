"""Counts the changes of what was found, so that it is known whether the entities of the case were made since."""

from sqlalchemy import Connection, func, insert, select, update

from sayso.store.tables import LOG, META

_FINDINGS, _PEOPLE, _CLAIMS, _MATERIAL = "findings", "people", "claims", "material"


def findings_changed(connection: Connection) -> None:
    """Findings of documents came or went, or somebody decided about them."""
    _set(connection, _FINDINGS, _get(connection, _FINDINGS) + 1)


def material_changed(connection: Connection) -> None:
    """What claims are made of has changed, but not who is who."""
    _set(connection, _MATERIAL, _get(connection, _MATERIAL) + 1)


def claims_version(connection: Connection) -> int:
    """A number that is another one whenever what claims are made of has changed."""
    return _get(connection, _FINDINGS) + _get(connection, _MATERIAL)


def claims_made(connection: Connection) -> None:
    """The claims of the case were made of all there is."""
    _set(connection, _CLAIMS, claims_version(connection))


def claims_unmade(connection: Connection) -> None:
    """The claims of the case must be made anew, though nothing that they are made of has changed."""
    _set(connection, _CLAIMS, -1)


def claims_current(connection: Connection) -> bool:
    """Whether nothing that claims are made of has changed since."""
    return _get(connection, _CLAIMS) == claims_version(connection)


def people_made(connection: Connection) -> None:
    """The entities of the case were made of all entities there are."""
    _set(connection, _PEOPLE, _get(connection, _FINDINGS))


def made_of(connection: Connection) -> int:
    """A number that is another one whenever entities of documents, or decisions about them, have changed."""
    return _get(connection, _FINDINGS)


def people_current(connection: Connection) -> bool:
    """Whether no entities have come or gone since."""
    return _get(connection, _PEOPLE) == _get(connection, _FINDINGS)


def state(connection: Connection) -> tuple[int, ...]:
    """Numbers that are others whenever anything that lists show has changed."""
    last = connection.scalar(select(func.max(LOG.c.seq))) or 0
    return (last, *(_get(connection, key) for key in (_FINDINGS, _PEOPLE, _CLAIMS, _MATERIAL)))


def _get(connection: Connection, key: str) -> int:
    return connection.scalar(select(META.c.value).where(META.c.key == key)) or 0


def _set(connection: Connection, key: str, value: int) -> None:
    if not connection.execute(update(META).where(META.c.key == key).values(value=value)).rowcount:
        connection.execute(insert(META), {"key": key, "value": value})
