"""Which rows have notes or tags beside them, in SQL."""

from sqlalchemy import ColumnElement, Select, Table, exists, or_, select

from sayso.model.note import NoteKind
from sayso.store.condition import Has, Is
from sayso.store.fold import fold
from sayso.store.tables import CLAIMS, MEMBERS, NOTES, PEOPLE, POSITIONS

TAKEN_BACK = select(NOTES.c.undoes).where(NOTES.c.undoes.is_not(None))

FIELDS = {"tag": NoteKind.TAG, "note": NoteKind.NOTE}
"""The fields of questions, and what each asks for."""


def noted(table: Table, condition: Has | Is) -> ColumnElement[bool]:
    """Whether there is such a note or tag beside a row; `Is` nothing: none at all.

    A tag is a whole word or phrase; of a note some words are enough.
    """
    kind = FIELDS[condition.field]
    if isinstance(condition, Is):
        return ~_beside(table, _written(kind))
    words = fold(condition.text)
    key = NOTES.c.text_key
    if kind is NoteKind.NOTE:
        return _beside(table, _written(kind, key.like(f"%{words.rstrip() if condition.prefix else words}%")))
    return _beside(table, _written(kind, key.like(f"{words.rstrip()}%") if condition.prefix else key == words))


_Written = tuple[Select[tuple[str]], Select[tuple[str | None]]]
"""The ids beside which something is written, and what it hangs on where the item is made anew."""


def _written(kind: NoteKind, *holding: ColumnElement[bool]) -> _Written:
    c = NOTES.c
    which = (c.kind == kind.value, c.id.not_in(TAKEN_BACK), *holding)
    return select(c.item).where(*which), select(c.anchor).where(c.anchor.is_not(None), *which)


def _beside(table: Table, written: _Written) -> ColumnElement[bool]:
    items, anchors = written
    own = table.c.id.in_(items)
    if table is CLAIMS:
        return or_(own, exists().where(POSITIONS.c.claim == CLAIMS.c.key, POSITIONS.c.proposition.in_(anchors)))
    if table is PEOPLE:
        return or_(own, exists().where(MEMBERS.c.person == PEOPLE.c.id, MEMBERS.c.entity.in_(anchors)))
    return own
