"""Claims and what bears on them, as the case keeps and lists them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, delete, func, insert, select

from sayso.model.claim import Claim, Position, Stance
from sayso.model.when import When
from sayso.store.chunks import chunks
from sayso.store.codec import from_json, storable, to_json
from sayso.store.finding_rows import Row, date_columns
from sayso.store.fold import fold, fold_all
from sayso.store.generations import claims_made
from sayso.store.lists import Page
from sayso.store.stored import ShownPosition, StoredClaim, StoredPosition, WeighedClaim
from sayso.store.tables import CLAIMS, DOCUMENTS, POSITIONS

_AT_ONCE = 200
"""Claims in memory beside those that are handed out."""


def set_claims(connection: Connection, claims: Iterable[WeighedClaim]) -> None:
    """Make these the claims of the case; writes only what differs from what is there."""
    given = {weighed.claim.id: weighed for weighed in claims}
    data = {id: to_json(weighed) for id, weighed in given.items()}
    there: dict[str, str] = {row.id: row.data for row in connection.execute(select(CLAIMS.c.id, CLAIMS.c.data))}
    for gone in chunks(id for id, old in there.items() if data.get(id) != old):
        connection.execute(delete(CLAIMS).where(CLAIMS.c.id.in_(gone)))
    new = [weighed for id, weighed in given.items() if there.get(id) != data[id]]
    keys: dict[str, int] = {row.id: row.key for row in connection.execute(select(DOCUMENTS.c.id, DOCUMENTS.c.key))}
    next_key = (connection.scalar(select(func.max(CLAIMS.c.key))) or 0) + 1
    for piece in chunks(new):
        rows = [{**_row(w, data[w.claim.id]), "key": next_key + n} for n, w in enumerate(piece)]
        connection.execute(insert(CLAIMS), rows)
        positions = [row for n, w in enumerate(piece) for row in _positions(w, next_key + n, keys)]
        if positions:
            connection.execute(insert(POSITIONS), positions)
        next_key += len(piece)
    claims_made(connection)


def _row(weighed: WeighedClaim, data: str) -> Row:
    claim = weighed.claim
    return {
        "id": claim.id,
        "status": claim.status.value,
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
    for position, shown in zip(weighed.claim.positions, weighed.shown, strict=True):
        yield {
            "claim": claim,
            "document": keys[position.document],
            "proposition": position.proposition,
            "statement": position.statement,
            "stance": position.stance.value,
            "words": storable(shown.words),
            "chain": to_json(shown.chain),
            "page": shown.page,
        }


def claims(connection: Connection, page: Page) -> Iterator[StoredClaim]:
    """What needs a person first; then by what stands in most documents."""
    c = CLAIMS.c
    order = (c.urgency.desc(), c.documents.desc(), c.first_first.nulls_last(), c.id)
    query = select(c.key, c.data, c.documents, c.denied_by).where(page.asked("claims")).order_by(*order)
    rows = connection.execute(query.limit(page.limit).offset(page.offset)).all()
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        shown = _shown(connection, [row.key for row in some])
        for row in some:
            weighed = from_json(row.data, WeighedClaim)
            at = shown[row.key]
            positions = [at[p.document, p.proposition](p) for p in weighed.claim.positions]
            yield StoredClaim(weighed.claim, tuple(positions), row.documents, row.denied_by)


def _shown(connection: Connection, keys: Sequence[int]) -> Mapping[int, Mapping[tuple[str, str], "_Shown"]]:
    p, d = POSITIONS.c, DOCUMENTS.c
    query = (
        select(p.claim, p.proposition, p.words, p.chain, p.page, d.id, d.name, d.title, d.publisher, d.published)
        .join(DOCUMENTS, d.key == p.document)
        .where(p.claim.in_(keys))
    )
    found: dict[int, dict[tuple[str, str], _Shown]] = defaultdict(dict)
    for row in connection.execute(query):
        shown = ShownPosition(row.words, from_json(row.chain, tuple[str, ...]), row.page)
        published = When(row.published) if row.published else None
        found[row.claim][row.id, row.proposition] = _Shown(shown, row.name, row.title, row.publisher, published)
    return found


class _Shown:
    """What is shown of a position, waiting for it."""

    def __init__(
        self, shown: ShownPosition, name: str, title: str | None, publisher: str | None, published: When | None
    ) -> None:
        self._shown = shown
        self._document = (name, title, publisher, published)

    def __call__(self, position: Position) -> StoredPosition:
        return StoredPosition(position, self._shown.words, self._shown.chain, self._shown.page, *self._document)


def kept(connection: Connection) -> Iterator[Claim]:
    """All claims, in any order, without the words of their positions."""
    for data in connection.scalars(select(CLAIMS.c.data), execution_options={"yield_per": 500}):
        yield from_json(data, WeighedClaim).claim
