"""Notes and tags beside items of the case: documents, findings, claims, people."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, Select, func, insert, or_, select

from sayso.errors import UsageError
from sayso.model.note import Note, NoteKind
from sayso.store import log
from sayso.store.codec import storable
from sayso.store.fold import fold
from sayso.store.items import item
from sayso.store.noted import TAKEN_BACK
from sayso.store.stored import (
    Item,
    StoredCitation,
    StoredClaim,
    StoredDate,
    StoredDocument,
    StoredEntity,
    StoredEvent,
    StoredGap,
    StoredPerson,
    StoredStatement,
)
from sayso.store.tables import DOCUMENTS, NOTES

_ACTIONS: Mapping[NoteKind, str] = {NoteKind.NOTE: "noted", NoteKind.TAG: "tagged", NoteKind.UNDO: "note taken back"}


def write(connection: Connection, id: str, kind: NoteKind, text: str, *, by: str) -> Note:
    """Write a note or tag beside the item with this id; raises `UsageError` for an unknown item."""
    whole, document, anchor = _place(item(connection, id))
    return _keep(connection, Note(0, _now(), by, whole, document, kind, storable(text), anchor))


def undo(connection: Connection, id: int, *, by: str) -> Note:
    """Take a note or tag back; raises `UsageError` if it is none that is in force."""
    taken = next(iter(_read(connection, _in_force().where(NOTES.c.id == id))), None)
    if taken is None:
        raise UsageError(f"There is no note {id} that could be taken back. `sayso log` shows them.")
    return _keep(connection, Note(0, _now(), by, taken.item, taken.document, NoteKind.UNDO, "", taken.anchor, id))


def beside(connection: Connection, id: str) -> Sequence[Note]:
    """Notes and tags in force beside the item with this id, in the order of time."""
    found = item(connection, id)
    whole, _, _ = _place(found)
    anchors = _anchors(found)
    own = or_(NOTES.c.item == whole, NOTES.c.anchor.in_(anchors)) if anchors else NOTES.c.item == whole
    return _read(connection, _in_force().where(own))


def notes(connection: Connection, limit: int | None, offset: int) -> Sequence[Note]:
    """All in force, the latest first."""
    return _read(connection, _in_force().order_by(None).order_by(NOTES.c.id.desc()).limit(limit).offset(offset))


def count(connection: Connection) -> int:
    """How many are in force."""
    return connection.scalar(select(func.count()).select_from(_in_force().subquery())) or 0


def tags(connection: Connection) -> Mapping[str, int]:
    """Words of tags in force and how many items have each, the most used first."""
    used = _in_force().where(NOTES.c.kind == NoteKind.TAG.value).subquery()
    number = func.count(used.c.item.distinct())
    query = select(func.min(used.c.text), number).group_by(used.c.text_key).order_by(number.desc(), used.c.text_key)
    return {row[0]: row[1] for row in connection.execute(query)}


def _in_force() -> Select[tuple[object, ...]]:
    query = select(NOTES, DOCUMENTS.c.id.label("document_id")).join(DOCUMENTS, DOCUMENTS.c.key == NOTES.c.document)
    return query.where(NOTES.c.kind != NoteKind.UNDO.value, NOTES.c.id.not_in(TAKEN_BACK)).order_by(NOTES.c.id)


def _read(connection: Connection, query: Select[tuple[object, ...]]) -> Sequence[Note]:
    return [
        Note(
            row["id"],
            datetime.fromisoformat(row["at"]),
            row["by"],
            row["item"],
            row["document_id"],
            NoteKind(row["kind"]),
            row["text"],
            row["anchor"],
            row["undoes"],
        )
        for row in connection.execute(query).mappings()
    ]


def _keep(connection: Connection, note: Note) -> Note:
    number = (connection.scalar(select(func.max(NOTES.c.id))) or 0) + 1
    key = connection.scalar(select(DOCUMENTS.c.key).where(DOCUMENTS.c.id == note.document))
    connection.execute(
        insert(NOTES),
        {
            "id": number,
            "at": note.at.isoformat(),
            "by": note.by,
            "item": note.item,
            "document": key,
            "kind": note.kind.value,
            "text": note.text,
            "text_key": fold(note.text),
            "anchor": note.anchor,
            "undoes": note.undoes,
        },
    )
    said: dict[str, str | int | None] = {"note": note.undoes or number}
    if note.text:
        said["text"] = note.text
    log.append(connection, note.by, [log.Entry(_ACTIONS[note.kind], note.item, said, note.document)])
    return Note(
        number, note.at, note.by, note.item, note.document, note.kind, note.text, note.anchor, note.undoes
    )  # fmt: skip


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def _place(found: Item) -> tuple[str, str, str | None]:
    """The whole id of an item, its document, and what it hangs on where it is made anew."""
    match found:
        case StoredDocument():
            return found.document.id, found.document.id, None
        case StoredStatement():
            return found.statement.id, found.at.document, None
        case StoredEvent():
            return found.event.id, found.at.document, None
        case StoredGap():
            return found.gap.id, found.at.document, None
        case StoredDate() | StoredCitation():
            return found.id, found.at.document, None
        case StoredClaim():
            plain = next(p.position for p in found.positions if p.position.document == found.claim.document)
            return found.claim.id, found.claim.document, plain.proposition
        case StoredPerson():
            document, entity = found.person.members[0]
            return found.person.id, document, entity
        case StoredEntity():
            return found.entity.id, found.document, None


def _anchors(found: Item) -> Sequence[str]:
    match found:
        case StoredClaim():
            return [p.position.proposition for p in found.positions]
        case StoredPerson():
            return [entity for _, entity in found.person.members]
        case _:
            return ()


def of_items(connection: Connection, ids: Iterable[str]) -> Mapping[str, Sequence[Note]]:
    """Notes and tags in force beside items by their very ids, for a page of a list."""
    held: dict[str, list[Note]] = {}
    for note in _read(connection, _in_force().where(NOTES.c.item.in_(list(ids)))):
        held.setdefault(note.item, []).append(note)
    return held
