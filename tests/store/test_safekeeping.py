"""A case that was tampered with is found out; a copy is whole, and made while others write."""

import sqlite3
from pathlib import Path
from threading import Event, Thread

import pytest

import sayso
from sayso.errors import UsageError

TEXT = "“The gate was shut at noon,” Odile Marsh said. The harbour office declined to comment."

# what was done to the file, and what is said of it
TAMPERINGS = [
    ("UPDATE log SET detail = '{}' WHERE seq = 1", "row 1"),
    ("DELETE FROM log WHERE seq = 1", "row 2"),
    ("UPDATE blobs SET data = x'00'", "are others than were read"),
    ('UPDATE statements SET "end" = 9999', "points beyond the text"),
    ("UPDATE documents SET packed = x'00'", "can't be read"),
    ("DELETE FROM blobs", "is gone"),
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    (folder / "note.txt").write_text(TEXT, encoding="utf-8")
    with sayso.open(folder / "a.sayso", create=True) as book:
        book.add([str(folder / "note.txt")])
        book.correct(next(iter(book.documents())).id, "publisher", "Harbour Post")
    return folder


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Path:
    with sayso.open(made / "a.sayso", write=False) as book:
        book.backup(tmp_path / "a.sayso")
    (tmp_path / "note.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "a.sayso"


def test_a_case_is_whole(case: Path) -> None:
    with sayso.open(case, write=False) as book:
        assert list(book.check()) == []


@pytest.mark.parametrize(("statement", "said"), TAMPERINGS)
def test_tampering_is_found(case: Path, statement: str, said: str) -> None:
    connection = sqlite3.connect(case)
    connection.execute("PRAGMA foreign_keys = OFF")
    for [trigger] in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f'DROP TRIGGER "{trigger}"')
    connection.execute(statement)
    connection.commit()
    connection.close()
    with sayso.open(case, write=False) as book:
        found = list(book.check())
    assert any(said in sentence for sentence in found), found


def test_a_copy_made_while_somebody_writes_is_whole(case: Path, tmp_path: Path) -> None:
    done = Event()

    def write() -> None:
        with sayso.open(case) as book:
            [row] = book.documents()
            for number in range(200):
                if done.is_set():
                    return
                book.correct(row.id, "title", f"Title {number}")

    writer = Thread(target=write)
    writer.start()
    with sayso.open(case, write=False) as book:
        book.backup(tmp_path / "copy.sayso")
    done.set()
    writer.join()
    with sayso.open(tmp_path / "copy.sayso", write=False) as book:
        assert list(book.check()) == []
        assert [row.metadata.publisher for row in book.documents()] == ["Harbour Post"]
    assert (tmp_path / "copy.sayso").stat().st_mode & 0o077 == 0
    assert not list(tmp_path.glob(".copy*"))


def test_nothing_is_overwritten(case: Path) -> None:
    with sayso.open(case, write=False) as book, pytest.raises(UsageError, match="there already"):
        book.backup(case.parent / "note.txt")
    assert (case.parent / "note.txt").read_text(encoding="utf-8") == TEXT
