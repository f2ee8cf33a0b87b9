"""Notes and tags beside the items of an open case, and the searches that people keep."""

from collections.abc import Callable, Collection, Mapping, Sequence

from sayso.errors import UsageError
from sayso.model.note import Note, NoteKind
from sayso.store.protocol import Store
from sayso.store.stored import SavedSearch

_LONGEST = 20_000
"""Code points of a note."""
_LONGEST_NAME = 100
"""Code points of a tag, or of the name of a search."""


class Notes:
    """What people write beside documents, statements, claims, events, gaps and people of an open case.

    Signed and logged; what is written stays when documents are read again, and can be taken back. Queries find it with
    `note:` and `tag:`. Methods raise `UsageError` for what is not there.
    """

    def __init__(self, store: Store, signer: Callable[[], str]) -> None:
        self._store = store
        self._signer = signer

    def add(self, item: str, text: str) -> Note:
        """Write a note beside an item (its id, or how it begins)."""
        words = text.strip()
        if not words or len(words) > _LONGEST:
            raise UsageError(f"A note has 1 to {_LONGEST:,} characters.")
        return self._store.write_note(item, NoteKind.NOTE, words, by=self._signer())

    def tag(self, item: str, word: str) -> Note:
        """Put a tag beside an item; the one that is there already if it has it."""
        words = " ".join(word.split())
        if not words or len(words) > _LONGEST_NAME:
            raise UsageError(f"A tag has 1 to {_LONGEST_NAME} characters.")
        for note in self.of(item):
            if note.kind is NoteKind.TAG and note.text.casefold() == words.casefold():
                return note
        return self._store.write_note(item, NoteKind.TAG, words, by=self._signer())

    def undo(self, note: int) -> Note:
        """Take a note or tag back, by its number."""
        return self._store.undo_note(note, by=self._signer())

    def of(self, item: str) -> Sequence[Note]:
        """Notes and tags beside an item (its id, or how it begins), in the order of time."""
        return self._store.notes(item)

    def beside(self, items: Collection[str]) -> Mapping[str, Sequence[Note]]:
        """Notes and tags beside each of some items, by their whole ids: for a list."""
        return self._store.notes_of(items)

    def every(self, *, limit: int | None = None, offset: int = 0) -> Sequence[Note]:
        """All notes and tags, the latest first."""
        return self._store.notes(limit=limit, offset=offset)

    def tags(self) -> Mapping[str, int]:
        """The tags that are in use, and beside how many items each stands; the most used first."""
        return self._store.tags()

    def searches(self) -> Sequence[SavedSearch]:
        """Searches that somebody keeps, by name."""
        return self._store.searches()

    def save_search(self, name: str, query: str) -> None:
        """Keep a search under a name, in place of the one that had it."""
        words = " ".join(name.split())
        if not words or len(words) > _LONGEST_NAME:
            raise UsageError(f"The name of a search has 1 to {_LONGEST_NAME} characters.")
        if not query.strip():
            raise UsageError("Type a query first, then keep it.")
        self._store.save_search(words, query.strip(), by=self._signer())

    def forget_search(self, name: str) -> None:
        """Keep a search no longer."""
        self._store.save_search(name, None, by=self._signer())
