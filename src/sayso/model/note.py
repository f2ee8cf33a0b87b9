"""Notes and tags: what people write beside items of the case. Rows are never changed; a later row takes one back."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class NoteKind(StrEnum):
    """What is written beside an item."""

    NOTE = "note"
    """words for people to read"""
    TAG = "tag"
    """a word that lists can be narrowed down to"""
    UNDO = "undo"
    """takes an earlier one back"""


@dataclass(frozen=True, slots=True)
class Note:
    """A note or tag: who, when (UTC), beside which item (its id), in which words; `document` is that of the item.

    `anchor` is what holds of an item that is made anew with the case: a proposition of a claim, a member of a person.
    """

    id: int
    at: datetime
    by: str
    item: str
    document: str
    kind: NoteKind
    text: str
    anchor: str | None = None
    undoes: int | None = None
