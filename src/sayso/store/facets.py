"""What the lists of the desk are narrowed down by, and what stands beside their rows."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Connection, and_, func, or_, select

from sayso.model.claim import Copy
from sayso.store import lists
from sayso.store.codec import from_json
from sayso.store.condition import Is, Or
from sayso.store.fold import fold
from sayso.store.lists import Page
from sayso.store.stored import CopyRow, Facets, FindingState
from sayso.store.tables import COPIES, COPY_GROUPS, DOCUMENTS, GAPS, PEOPLE

_D = DOCUMENTS.c
_REMOVED = select(_D.key).where(_D.state == "removed")


def facets(connection: Connection) -> Facets:
    """How many documents that were not removed each outlet, year and kind of file has."""
    number = func.count()
    shown = _D.state != "removed"
    year = func.substr(_D.published_first, 1, 4).label("year")
    by_outlet = select(_D.publisher, number).where(shown).group_by(_D.publisher).order_by(number.desc(), _D.publisher)
    by_year = select(year, number).where(shown).group_by(year).order_by(year.nulls_last())
    by_kind = select(_D.media_type, number).where(shown).group_by(_D.media_type).order_by(number.desc(), _D.media_type)
    return Facets(
        {row[0]: row[1] for row in connection.execute(by_outlet)},
        {row[0]: row[1] for row in connection.execute(by_year)},
        {row[0]: row[1] for row in connection.execute(by_kind)},
    )


def copies_beside(connection: Connection, documents: Collection[str]) -> Mapping[str, Sequence[CopyRow]]:
    """For documents (ids) that stand for a group of copies: the others of it, in the order of lists."""
    first, other = DOCUMENTS.alias(), DOCUMENTS.alias()
    query = (
        select(first.c.id, other.c.id)
        .select_from(COPY_GROUPS)
        .join(first, first.c.key == COPY_GROUPS.c.of)
        .join(other, and_(other.c.key == COPY_GROUPS.c.document, other.c.state != "removed"))
        .where(first.c.id.in_(list(documents)))
    )
    of = {row[1]: row[0] for row in connection.execute(query)}
    if not of:
        return {}
    reasons = _reasons(connection, of)
    found: dict[str, list[CopyRow]] = {}
    for row in lists.documents(connection, Page(Or(tuple(Is("id", id) for id in of)))):
        found.setdefault(of[row.id], []).append(CopyRow(row, reasons.get(row.id, "")))
    return found


def _reasons(connection: Connection, documents: Collection[str]) -> Mapping[str, str]:
    """What shows that each is a copy, in the words of one of the pairs it is in."""
    keys = select(_D.key).where(_D.id.in_(list(documents)))
    query = select(COPIES.c.data).where(or_(COPIES.c.first.in_(keys), COPIES.c.second.in_(keys)))
    found: dict[str, str] = {}
    for copy in (from_json(data, Copy) for data in connection.scalars(query)):
        for id in (copy.first, copy.second):
            found.setdefault(id, copy.reason)
    return found


def gap_kinds(connection: Connection) -> Mapping[str, int]:
    """How many gaps of each kind lists show."""
    c = GAPS.c
    query = (
        select(c.kind, func.count())
        .where(c.state != FindingState.REJECTED.value, c.document.not_in(_REMOVED))
        .group_by(c.kind)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def names_like(connection: Connection, words: str, limit: int) -> Sequence[str]:
    """Names of entities of the case with a word that begins so, the shortest first."""
    wanted = fold(words).rstrip()
    if not wanted.strip():
        return ()
    query = select(PEOPLE.c.name).where(PEOPLE.c.names_key.like(f"%{wanted}%"))
    return list(connection.scalars(query.order_by(func.length(PEOPLE.c.name), PEOPLE.c.name).limit(limit)))
