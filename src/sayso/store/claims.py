"""Claims and what bears on them, as the case keeps and lists them."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from sqlalchemy import Connection, Select, delete, func, insert, select

from sayso.model.claim import Claim, Stance
from sayso.model.gap import Gap
from sayso.model.when import When
from sayso.store.chunks import chunks
from sayso.store.codec import from_json, to_json
from sayso.store.finding_rows import Row, case_gap_row, date_columns
from sayso.store.fold import fold, fold_all
from sayso.store.generations import claims_made
from sayso.store.lists import Page
from sayso.store.stored import FindingState, GapOfCase, StoredClaim, StoredPosition, WeighedClaim
from sayso.store.tables import CLAIMS, DOCUMENTS, GAPS, POSITIONS

_AT_ONCE = 200
"""Claims in memory beside those that are handed out."""


def set_claims(connection: Connection, claims: Iterable[WeighedClaim], standing: Collection[str]) -> bool:
    """Make those of the ids `standing` the claims of the case: `claims`, and of the others those that are there.

    Writes only what differs. Returns whether there are so many now, and no other one was to be there.
    """
    data = {weighed.claim.id: (weighed, to_json(weighed)) for weighed in claims}
    c = CLAIMS.c
    same = set[str]()
    for piece in chunks(data):
        rows = connection.execute(select(c.id, c.data).where(c.id.in_(piece)))
        same.update(row.id for row in rows if row.data == data[row.id][1])
    new = [one for id, one in data.items() if id not in same]
    there = set(connection.scalars(select(c.id)))
    for gone in chunks(id for id in there if id not in standing or (id in data and id not in same)):
        connection.execute(delete(CLAIMS).where(c.id.in_(gone)))
    keys: dict[str, int] = {row.id: row.key for row in connection.execute(select(DOCUMENTS.c.id, DOCUMENTS.c.key))}
    next_key = (connection.scalar(select(func.max(c.key))) or 0) + 1
    for some in chunks(new):
        connection.execute(insert(CLAIMS), [{**_row(w, text), "key": next_key + n} for n, (w, text) in enumerate(some)])
        positions = [row for n, (w, _) in enumerate(some) for row in _positions(w, next_key + n, keys)]
        if positions:
            connection.execute(insert(POSITIONS), positions)
        next_key += len(some)
    claims_made(connection)
    return connection.scalar(select(func.count()).select_from(CLAIMS)) == len(standing)


def urgent(connection: Connection, least: float, besides: Collection[str]) -> Iterator[Claim]:
    """The claims of at least so much urgency, besides those of these ids."""
    query = select(CLAIMS.c.id, CLAIMS.c.data).where(CLAIMS.c.urgency >= least)
    for row in connection.execute(query):
        if row.id not in besides:
            yield from_json(row.data, WeighedClaim).claim


def case_gaps(connection: Connection) -> Mapping[str, Gap]:
    """The gaps that only the case shows, by id, as they were found; without those that a person has judged."""
    c = GAPS.c
    query = select(c.id, c.data).where(c.of_case, c.state == FindingState.SUGGESTED.value)
    return {row.id: from_json(row.data, Gap) for row in connection.execute(query)}


def set_case_gaps(connection: Connection, gaps: Iterable[GapOfCase], standing: Collection[str]) -> None:
    """Make `gaps`, and of the others those of the ids `standing`, the gaps that only the case shows.

    Those that a person has judged stay as they are.
    """
    c = GAPS.c
    for gone in chunks(id for id in case_gaps(connection) if id not in standing):
        connection.execute(delete(GAPS).where(c.of_case, c.id.in_(gone)))
    judged = set(connection.scalars(select(c.id).where(c.of_case)))
    rows = {found.gap.id: found for found in gaps if found.gap.id not in judged}
    for piece in chunks(rows.values()):
        ids = {found.document for found in piece}
        keys = {row.id: row.key for row in connection.execute(_keys(ids))}
        made = [
            {**case_gap_row(found.document, found.text, found.gap), "document": keys[found.document]} for found in piece
        ]
        if made:
            connection.execute(insert(GAPS), made)


def _keys(ids: Iterable[str]) -> Select[tuple[str, int]]:
    return select(DOCUMENTS.c.id, DOCUMENTS.c.key).where(DOCUMENTS.c.id.in_(list(ids)))


def _row(weighed: WeighedClaim, data: str) -> Row:
    claim = weighed.claim
    return {
        "id": claim.id,
        "status": claim.surely.value,
        "documents": len({p.document for p in claim.positions}),
        "independent": claim.independent,
        "denied_by": sum(origin.stance is Stance.DENIES for origin in claim.origins),
        "urgency": weighed.urgency,
        "words_key": fold(" ".join((claim.text, *(shown.words for shown in weighed.shown)))),
        "names_key": fold_all(weighed.names),
        **date_columns("first", claim.first),
        "data": data,
    }


def _positions(weighed: WeighedClaim, claim: int, keys: Mapping[str, int]) -> Iterator[Row]:
    for position in weighed.claim.positions:
        yield {
            "claim": claim,
            "document": keys[position.document],
            "proposition": position.proposition,
            "statement": position.statement,
            "stance": position.stance.value,
        }


def claims(connection: Connection, page: Page) -> Iterator[StoredClaim]:
    """What needs a person first; then by what stands in most documents."""
    c = CLAIMS.c
    order = (c.urgency.desc(), c.documents.desc(), c.first_first.is_(None), c.first_first, c.id)
    query = select(c.key, c.data, c.documents, c.denied_by).where(page.asked("claims")).order_by(*order)
    rows = connection.execute(query.limit(page.limit).offset(page.offset)).all()
    for start in range(0, len(rows), _AT_ONCE):
        some = [(row, from_json(row.data, WeighedClaim)) for row in rows[start : start + _AT_ONCE]]
        named = _documents(connection, {p.document for _, weighed in some for p in weighed.claim.positions})
        for row, weighed in some:
            positions = tuple(
                StoredPosition(position, shown.words, shown.chain, shown.page, *named[position.document])
                for position, shown in zip(weighed.claim.positions, weighed.shown, strict=True)
            )
            yield StoredClaim(weighed.claim, positions, row.documents, row.denied_by)


def _documents(
    connection: Connection, ids: Iterable[str]
) -> Mapping[str, tuple[str, str | None, str | None, When | None]]:
    """Name, title, publisher and date of documents, by id."""
    found: dict[str, tuple[str, str | None, str | None, When | None]] = {}
    d = DOCUMENTS.c
    for piece in chunks(ids):
        query = select(d.id, d.name, d.title, d.publisher, d.published).where(d.id.in_(piece))
        for row in connection.execute(query):
            found[row.id] = (row.name, row.title, row.publisher, When(row.published) if row.published else None)
    return found


def forget(connection: Connection, documents: Iterable[str]) -> None:
    """Erase the claims that these documents (ids) bear on; they are made anew of what is left."""
    for piece in chunks(documents):
        keys = select(POSITIONS.c.claim).join(DOCUMENTS).where(DOCUMENTS.c.id.in_(piece))
        connection.execute(delete(CLAIMS).where(CLAIMS.c.key.in_(keys)))
