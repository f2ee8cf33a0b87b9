"""The part of the store that is about what people keep beside items, and about what the desk shows beside lists."""

from collections.abc import Collection, Mapping, Sequence

from sayso.model.judgement import Judgement
from sayso.model.note import Note, NoteKind
from sayso.store import desk_rows, facets, generations, judgement_rows, log, notes, progress_rows
from sayso.store.connection import Database
from sayso.store.stored import Change, CopyRow, Facets, LogRow, Reading, SavedSearch, Visit


class Beside:
    """`SqlStore` is the whole; `Store` says what each method does."""

    _database: Database

    def write_note(self, item: str, kind: NoteKind, text: str, *, by: str) -> Note:
        """Write beside an item."""
        with self._database.write() as connection:
            return notes.write(connection, item, kind, text, by=by)

    def undo_note(self, id: int, *, by: str) -> Note:
        """Take it back."""
        with self._database.write() as connection:
            return notes.undo(connection, id, by=by)

    def notes(self, item: str | None = None, *, limit: int | None = None, offset: int = 0) -> Sequence[Note]:
        """Those in force."""
        with self._database.read() as connection:
            if item is not None:
                return notes.beside(connection, item)
            return notes.notes(connection, limit, offset)

    def notes_of(self, items: Collection[str]) -> Mapping[str, Sequence[Note]]:
        """Those beside each of some items."""
        with self._database.read() as connection:
            return notes.of_items(connection, items)

    def tags(self) -> Mapping[str, int]:
        """Words of tags, and how often each is used."""
        with self._database.read() as connection:
            return notes.tags(connection)

    def searches(self) -> Sequence[SavedSearch]:
        """Saved searches."""
        with self._database.read() as connection:
            return desk_rows.searches(connection)

    def save_search(self, name: str, query: str | None, *, by: str) -> None:
        """Keep a search, or forget it."""
        with self._database.write() as connection:
            if query is None:
                desk_rows.forget_search(connection, name)
            else:
                desk_rows.save_search(connection, name, query, by)

    def visit(self, by: str) -> Visit:
        """Somebody is here."""
        with self._database.write() as connection:
            return desk_rows.visit(connection, by)

    def changes(self, after: int) -> Sequence[Change]:
        """What was done since."""
        with self._database.read() as connection:
            return desk_rows.changes(connection, after)

    def log_part(
        self, *, limit: int, offset: int = 0, by: str | None = None, action: str | None = None
    ) -> Sequence[LogRow]:
        """Rows of the log."""
        with self._database.read() as connection:
            return list(log.rows(connection, limit, offset, by, action))

    def log_length(self, *, by: str | None = None, action: str | None = None) -> int:
        """How many such rows there are."""
        with self._database.read() as connection:
            return log.count(connection, by, action)

    def note_reading(self, reading: Reading | None) -> None:
        """Tell others how far adding is."""
        with self._database.write() as connection:
            progress_rows.note(connection, reading)

    def reading(self) -> Reading | None:
        """How far another program is."""
        with self._database.read() as connection:
            return progress_rows.reading(connection)

    def held(self) -> Sequence[Judgement]:
        """What was decided about items that were once on hold."""
        with self._database.read() as connection:
            return judgement_rows.held(connection)

    def state(self) -> tuple[int, ...]:
        """What lists were made of."""
        with self._database.read() as connection:
            return generations.state(connection)

    def facets(self) -> Facets:
        """How many documents each outlet, year and kind has."""
        with self._database.read() as connection:
            return facets.facets(connection)

    def copies_beside(self, documents: Collection[str]) -> Mapping[str, Sequence[CopyRow]]:
        """The other documents of a group of copies."""
        with self._database.read() as connection:
            return facets.copies_beside(connection, documents)

    def gap_kinds(self) -> Mapping[str, int]:
        """How many gaps of each kind there are."""
        with self._database.read() as connection:
            return facets.gap_kinds(connection)

    def names_like(self, words: str, limit: int) -> Sequence[str]:
        """Names of entities of the case with a word that begins so."""
        with self._database.read() as connection:
            return facets.names_like(connection, words, limit)
