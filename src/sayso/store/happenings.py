"""Keeps what people decide about events that several documents tell, and tells which of today's events it is about."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, select

from sayso.errors import UsageError
from sayso.model.event import Event
from sayso.model.happening import Ruling
from sayso.model.identity import Anchor, Identity, IdentityKind
from sayso.store import identities
from sayso.store.chunks import chunks
from sayso.store.codec import from_json
from sayso.store.corrections import standing
from sayso.store.tables import DOCUMENTS, EVENTS


def rule(connection: Connection, first: str, second: str, *, same: bool, by: str) -> Identity:
    """Keep a decision about two events (ids); raises `UsageError` if one is not there, or they are one event."""
    if first == second:
        raise UsageError(f"{first!r} is one event; name another one beside it.")
    sides = ((_anchor(connection, first),), (_anchor(connection, second),))
    kind = IdentityKind.SAME_EVENT if same else IdentityKind.APART_EVENTS
    return identities.keep(connection, kind, sides, name=None, by=by)


def rulings(connection: Connection) -> tuple[Ruling, ...]:
    """The decisions in force in order, the last about each two events, about today's events."""
    held = [made for made in standing(identities.identities(connection)) if made.kind in identities.OF_EVENTS]
    there = _events(connection, {anchor.document for made in held for side in made.sides for anchor in side})
    last: dict[frozenset[str], Ruling] = {}
    for made in held:
        meant = [_meant(anchor, there.get(anchor.document, ())) for side in made.sides for anchor in side]
        if len(meant) == 2 and meant[0] and meant[1] and meant[0] != meant[1]:
            same = made.kind is IdentityKind.SAME_EVENT
            last.pop(frozenset((meant[0], meant[1])), None)
            last[frozenset((meant[0], meant[1]))] = Ruling(made.id, made.by, meant[0], meant[1], same)
    return tuple(last.values())


def _anchor(connection: Connection, id: str) -> Anchor:
    query = select(DOCUMENTS.c.id, DOCUMENTS.c.text, EVENTS.c.data).join(DOCUMENTS).where(EVENTS.c.id == id)
    row = connection.execute(query).first()
    if row is None:
        raise UsageError(f"There is no event {id!r}. `sayso timeline` shows their ids.")
    trigger = from_json(row.data, Event).trigger
    return Anchor(row.id, trigger, trigger.of(row.text))


def _meant(anchor: Anchor, events: Sequence[Event]) -> str | None:
    """The event that those words name today: these very words, rather than some that touch them."""
    exact = (event.id for event in events if event.trigger == anchor.span)
    return next(exact, None) or next((event.id for event in events if event.trigger.overlaps(anchor.span)), None)


def _events(connection: Connection, documents: Iterable[str]) -> Mapping[str, Sequence[Event]]:
    found: dict[str, list[Event]] = defaultdict(list)
    for piece in chunks(sorted(documents)):
        query = select(DOCUMENTS.c.id, EVENTS.c.data).join(DOCUMENTS).where(DOCUMENTS.c.id.in_(piece))
        for document, data in connection.execute(query.order_by(EVENTS.c.start, EVENTS.c.key)):
            found[document].append(from_json(data, Event))
    return found
