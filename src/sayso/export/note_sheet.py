"""Notes and tags as a table of cells."""

from collections.abc import Sequence

from sayso.casebook import Case, Note
from sayso.export.cells import Cell, Sheet

_COLUMNS = (
    ("id", 6),
    ("when (UTC)", 18),
    ("who", 18),
    ("kind", 8),
    ("item", 15),
    ("document", 30),
    ("document id", 15),
    ("words", 80),
)


def notes_sheet(case: Case, query: str) -> Sheet:
    """All notes and tags in force beside items of the documents that the query finds, in the order of time."""
    names = {row.id: row.name for row in case.documents(query)}
    found = [note for note in reversed(case.notes.every()) if note.document in names]
    return Sheet("notes", _COLUMNS, (_row(note, names[note.document]) for note in found))


def _row(note: Note, name: str) -> Sequence[Cell]:
    when = note.at.strftime("%Y-%m-%d %H:%M:%S")
    return note.id, when, note.by, note.kind.value, note.item, name, note.document, note.text
