"""What stands beside the lists of an open case: figures, facets, names to type, the log and the ways back from it."""

from collections.abc import Collection, Mapping, Sequence

from sayso.chronicle import Chronicle
from sayso.errors import UsageError
from sayso.judging import Judging
from sayso.ledger import Ledger
from sayso.logged import undoable
from sayso.noting import Notes
from sayso.store.stored import Change, CopyRow, Facets, LogRow, Reading, Visit


class Overview(Chronicle):
    """The part of a case that gives an overview of it; `Case` is the whole."""

    notes: Notes
    judging: Judging
    ledger: Ledger

    def state(self) -> tuple[int, ...]:
        """Numbers that are others whenever anything that lists show has changed, by this program or another."""
        return self._store.state()

    def facets(self) -> Facets:
        """How many documents there are by outlet, year and kind of file."""
        return self._store.facets()

    def copies_beside(self, documents: Collection[str]) -> Mapping[str, Sequence[CopyRow]]:
        """For documents (ids) that stand for a group of copies (`copy:no`): the others of it."""
        return self._store.copies_beside(documents)

    def gap_kinds(self) -> Mapping[str, int]:
        """How many gaps of each kind there are."""
        return self._store.gap_kinds()

    @staticmethod
    def query_fields() -> Mapping[str, Sequence[str]]:
        """The fields that queries can name, each with its values where these are few."""
        from sayso.query import KNOWN_FIELDS

        return KNOWN_FIELDS

    def names_like(self, words: str, limit: int = 10) -> Sequence[str]:
        """Names in the case with a word that begins so, for somebody who types one."""
        return self._store.names_like(words, limit)

    def reading(self) -> Reading | None:
        """How far a program is that adds to the case just now, if any does."""
        return self._store.reading()

    def visit(self) -> Visit:
        """Whoever signs looks at the case: what they had seen of the log before this visit."""
        return self._store.visit(self._signer)

    def changes(self, after: int) -> Sequence[Change]:
        """What was done since a row of the log (its number), by whom and how often; the latest first."""
        return self._store.changes(after)

    def log_part(
        self, *, limit: int, offset: int = 0, by: str | None = None, action: str | None = None
    ) -> Sequence[LogRow]:
        """A part of the log, latest first: what one person did, or what was done of one kind (`action`)."""
        return self._store.log_part(limit=limit, offset=offset, by=by, action=action)

    def log_length(self, *, by: str | None = None, action: str | None = None) -> int:
        """How many rows such a log has."""
        return self._store.log_length(by=by, action=action)

    def undoable(self, rows: Sequence[LogRow]) -> Collection[int]:
        """Of rows of the log those (by number) that tell of a decision in force: `undo_logged` takes it back."""
        return undoable(self._store, rows).keys()

    def undo_logged(self, row: LogRow) -> None:
        """Take back what a row of the log says was decided, whoever did it. Claims are weighed anew, but for findings:
        `weigh` does that. Raises `UsageError` if it tells of no decision in force.
        """
        made = undoable(self._store, [row]).get(row.seq)
        if made is None:
            raise UsageError(f"Row {row.seq} of the log tells of nothing that is in force and could be taken back.")
        match made:
            case ("judgement", number):
                self.judging.undo(str(row.item), number)
            case ("note", number):
                self.notes.undo(number)
            case ("claim", number):
                self.ledger.undo(number)
            case (_, number):
                self.undo(number)
