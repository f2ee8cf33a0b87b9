"""Keeps what people decide about who is who, and tells what that comes to for today's entities of documents."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from sayso.errors import UsageError
from sayso.model.entity import Entity, MentionKind
from sayso.model.identity import Anchor, Identity, IdentityKind, Member, Verdict
from sayso.model.span import Span
from sayso.store import log
from sayso.store.chunks import chunks
from sayso.store.codec import from_json, storable
from sayso.store.corrections import standing
from sayso.store.generations import findings_changed
from sayso.store.tables import ANCHORS, DOCUMENTS, ENTITIES, IDENTITIES

OF_EVENTS = frozenset((IdentityKind.SAME_EVENT, IdentityKind.APART_EVENTS))
"""Decisions about what happened once, and not about who is who."""

_ACTIONS = {
    IdentityKind.SAME: "joined",
    IdentityKind.APART: "kept apart",
    IdentityKind.HOLD: "held",
    IdentityKind.RENAME: "renamed",
    IdentityKind.SAME_EVENT: "joined events",
    IdentityKind.APART_EVENTS: "kept events apart",
}


def decide(
    connection: Connection, kind: IdentityKind, sides: Sequence[Sequence[Member]], *, name: str | None, by: str
) -> Identity:
    """Keep a decision about entities of documents; raises `UsageError` if one of them is there no more."""
    anchored = _anchors(connection, [member for side in sides for member in side])
    given = tuple(tuple(anchored[member] for member in dict.fromkeys(side)) for side in sides)
    identity = keep(connection, kind, given, name=name, by=by)
    findings_changed(connection)
    return identity


def keep(
    connection: Connection, kind: IdentityKind, given: tuple[tuple[Anchor, ...], ...], *, name: str | None, by: str
) -> Identity:
    """Keep and log a decision about words of documents."""
    identity = Identity(_next(connection), _now(), by, kind, given, storable(name) if name is not None else None)
    _keep(connection, identity)
    entries = [
        log.Entry(
            _ACTIONS[kind],
            f"{side[0].document} {side[0].span.start}-{side[0].span.end}",
            _said(identity, side[0].name),
            side[0].document,
        )
        for side in given
        if side
    ]
    log.append(connection, by, entries)
    return identity


def undo(connection: Connection, id: int, *, by: str) -> Identity:
    """Take a decision back; raises `UsageError` if it is none that is in force."""
    undone = next((identity for identity in standing(identities(connection)) if identity.id == id), None)
    if undone is None:
        raise UsageError(f"There is no decision {id} that could be undone. `sayso log` shows them.")
    identity = Identity(_next(connection), _now(), by, IdentityKind.UNDO, (), None, id)
    _keep(connection, identity)
    document = next((anchor.document for side in undone.sides for anchor in side), None)
    log.append(connection, by, [log.Entry("undone", f"decision {id}", {"decision": identity.id}, document)])
    if undone.kind not in OF_EVENTS:
        findings_changed(connection)
    return identity


def identities(connection: Connection) -> tuple[Identity, ...]:
    """All decisions in order, undone ones included."""
    sides: dict[int, dict[int, list[Anchor]]] = defaultdict(lambda: defaultdict(list))
    query = select(ANCHORS, DOCUMENTS.c.id.label("document_id")).join(DOCUMENTS).order_by(ANCHORS.c.key)
    for row in connection.execute(query):
        anchor = Anchor(row.document_id, Span(row.start, row.end), row.name)
        sides[row.identity][row.side].append(anchor)
    return tuple(
        Identity(
            row.id,
            datetime.fromisoformat(row.at),
            row.by,
            IdentityKind(row.kind),
            tuple(tuple(side) for _, side in sorted(sides[row.id].items())),
            row.name,
            row.undoes,
        )
        for row in connection.execute(select(IDENTITIES).order_by(IDENTITIES.c.id))
    )


def verdicts(connection: Connection) -> tuple[Verdict, ...]:
    """The decisions in force about who is who, each about the entities that its words belong to today."""
    without = OF_EVENTS | {IdentityKind.UNDO}
    held = [identity for identity in standing(identities(connection)) if identity.kind not in without]
    documents = {anchor.document for identity in held for side in identity.sides for anchor in side}
    there = _entities(connection, documents)
    made = []
    for identity in held:
        sides = tuple(
            frozenset(
                (anchor.document, entity.id)
                for anchor in side
                if (entity := _meant(anchor, there.get(anchor.document, ()))) is not None
            )
            for side in identity.sides
        )
        made.append(Verdict(identity.id, identity.by, identity.kind, sides, identity.name))
    return tuple(verdict for verdict in made if any(verdict.sides))


def forget(connection: Connection, documents: Collection[str]) -> None:
    """Erase the words of these documents (ids) from all decisions."""
    for piece in chunks(documents):
        keys = select(DOCUMENTS.c.key).where(DOCUMENTS.c.id.in_(piece))
        connection.execute(delete(ANCHORS).where(ANCHORS.c.document.in_(keys)))
    left = select(ANCHORS.c.identity)
    unheld = (IDENTITIES.c.id.not_in(left), IDENTITIES.c.name.is_not(None))
    connection.execute(update(IDENTITIES).where(*unheld).values(name=None))


def _meant(anchor: Anchor, entities: Sequence[Entity]) -> Entity | None:
    """The entity that the words of an anchor belong to: named there and so; else the only one named so; else the one
    named there by a word of that name.
    """
    named = [e for e in entities if anchor.name in (e.name, *e.aliases)]
    at = [e for e in entities if any(m.kind is MentionKind.NAME and m.span.overlaps(anchor.span) for m in e.mentions)]
    if both := [e for e in at if e in named]:
        return both[0]
    if len(named) == 1:
        return named[0]
    words = set(anchor.name.split())
    alike = [e for e in at if not words.isdisjoint(w for form in (e.name, *e.aliases) for w in form.split())]
    return alike[0] if len(alike) == 1 else None


def _anchors(connection: Connection, members: Sequence[Member]) -> Mapping[Member, Anchor]:
    there = _entities(connection, {document for document, _ in members})
    found: dict[Member, Anchor] = {}
    for document, id in members:
        entity = next((e for e in there.get(document, ()) if e.id == id), None)
        if entity is None:
            raise UsageError(f"{document} has no entity {id} any more. Look at it again, then decide.")
        names = [m.span for m in entity.mentions if m.kind is MentionKind.NAME]
        found[document, id] = Anchor(document, min(names, default=Span(0, 0)), entity.name)
    return found


def _entities(connection: Connection, documents: Iterable[str]) -> Mapping[str, Sequence[Entity]]:
    found: dict[str, list[Entity]] = defaultdict(list)
    for piece in chunks(sorted(documents)):
        query = select(DOCUMENTS.c.id, ENTITIES.c.data).join(DOCUMENTS).where(DOCUMENTS.c.id.in_(piece))
        for document, data in connection.execute(query.order_by(ENTITIES.c.key)):
            found[document].append(from_json(data, Entity))
    return found


def _next(connection: Connection) -> int:
    return (connection.scalar(select(func.max(IDENTITIES.c.id))) or 0) + 1


def _now() -> datetime:
    return datetime.fromisoformat(log.now())


def _said(identity: Identity, name: str) -> dict[str, str | int | None]:
    said: dict[str, str | int | None] = {"decision": identity.id, "name": name}
    return said | ({"to": identity.name} if identity.name is not None else {})


def _keep(connection: Connection, identity: Identity) -> None:
    row = {
        "id": identity.id,
        "at": identity.at.isoformat(),
        "by": identity.by,
        "kind": identity.kind.value,
        "name": identity.name,
        "undoes": identity.undoes,
    }
    connection.execute(insert(IDENTITIES), row)
    anchored = [(number, anchor) for number, side in enumerate(identity.sides) for anchor in side]
    keys: dict[str, int] = {}
    for piece in chunks({anchor.document for _, anchor in anchored}):
        query = select(DOCUMENTS.c.id, DOCUMENTS.c.key).where(DOCUMENTS.c.id.in_(piece))
        keys.update((row.id, row.key) for row in connection.execute(query))
    rows = [
        {
            "identity": identity.id,
            "side": number,
            "document": keys[anchor.document],
            "start": anchor.span.start,
            "end": anchor.span.end,
            "name": storable(anchor.name),
        }
        for number, anchor in anchored
    ]
    if rows:
        connection.execute(insert(ANCHORS), rows)
