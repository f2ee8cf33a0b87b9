"""Takes back what a row of the log says was decided, of whatever kind."""

from collections.abc import Mapping, Sequence

from sayso.model.note import NoteKind
from sayso.store.actions import CLAIM_ACTIONS
from sayso.store.corrections import standing
from sayso.store.protocol import Store
from sayso.store.stored import LogRow

Decided = tuple[str, int]
"""What a decision is (`judgement`, `identity`, `claim`, `note`), and its number."""

_CLAIMS = frozenset(CLAIM_ACTIONS.values())
_TAKES_BACK = ("undone", "note taken back")


def decided(row: LogRow) -> Decided | None:
    """The decision that a row tells of; `None` where it tells of none that could be taken back."""
    told = row.detail or {}
    if row.item is None or row.action in _TAKES_BACK:
        return None
    for key, kind in (("judgement", "judgement"), ("note", "note"), ("decision", "identity")):
        number = told.get(key)
        if isinstance(number, int):
            return ("claim" if key == "decision" and row.action in _CLAIMS else kind), number
    return None


def undoable(store: Store, rows: Sequence[LogRow]) -> Mapping[int, Decided]:
    """Of rows (by number) that tell of a decision that is in force: which it is."""
    told = {row.seq: (row, made) for row in rows for made in [decided(row)] if made is not None}
    kinds = {kind for _, (kind, _) in told.values()}
    items = {str(row.item) for row, (kind, _) in told.values() if kind == "judgement"}
    standing_ones = {("judgement", made.id) for item in items for made in standing(store.judgements(item))}
    if "identity" in kinds:
        standing_ones |= {("identity", made.id) for made in standing(store.identities())}
    if "claim" in kinds:
        standing_ones |= {("claim", made.id) for made in standing(store.claim_decisions())}
    if "note" in kinds:
        standing_ones |= {("note", note.id) for note in store.notes() if note.kind is not NoteKind.UNDO}
    return {seq: made for seq, (_, made) in told.items() if made in standing_ones}
