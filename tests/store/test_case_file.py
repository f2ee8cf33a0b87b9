"""The file of a case: what is refused and how, what a crash leaves, what a purge leaves, who may write when."""

import os
import signal
import sqlite3
import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from sayso.errors import CaseError
from sayso.model.document import Metadata
from sayso.model.judgement import JudgementKind
from sayso.settings import Settings
from sayso.store import migrations
from sayso.store.case_file import open_store
from sayso.store.condition import Words
from sayso.store.connection import APPLICATION_ID
from sayso.store.store import SqlStore
from sayso.store.tables import METADATA
from tests.store.made import bridge, packed, plain, read_document

QUICK = Settings(case_seconds=1)


def reader(case: Path) -> SqlStore:
    return open_store(case, QUICK)


def writer(case: Path) -> SqlStore:
    return open_store(case, QUICK, write=True)


def python(code: str, *arguments: object) -> "subprocess.Popen[str]":
    """Another process, that says a line once it is where the test wants it."""
    script = "import sys\nfrom sayso.settings import Settings\nfrom sayso.store.case_file import open_store\n"
    return subprocess.Popen(
        [sys.executable, "-c", script + textwrap.dedent(code), *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )


def line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout
    return process.stdout.readline().strip()


# --- opening


def test_a_new_case_is_its_owners_alone_and_marked(tmp_path: Path) -> None:
    path = tmp_path / "new.sayso"
    open_store(path, QUICK, create=True, write=True).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_bytes()[68:72] == APPLICATION_ID.to_bytes(4, "big")
    assert [p.name for p in tmp_path.iterdir()] == ["new.sayso"]


def test_no_case(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"does not exist.*`sayso add` makes"):
        reader(tmp_path / "none.sayso")
    with pytest.raises(CaseError, match="is no file"):
        open_store(tmp_path, QUICK, create=True)
    with pytest.raises(CaseError, match="can't be made"):
        open_store(tmp_path / "no folder" / "x.sayso", QUICK, create=True)
    assert list(tmp_path.iterdir()) == []


# (what lies there, words of the message)
NO_CASES = [
    (b"A letter, not a case.\n" * 100, "is not a case"),
    (b"", "is not a case"),
    (b"SQLite format 3\0" + b"\0" * 400, "is not a case|is damaged"),
]


@pytest.mark.parametrize(("data", "message"), NO_CASES)
def test_files_that_are_no_cases(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "x.sayso"
    path.write_bytes(data)
    with pytest.raises(CaseError, match=message):
        reader(path)
    assert path.read_bytes() == data


def test_another_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE mine (x)")
    other.close()
    with pytest.raises(CaseError, match="is not a case"):
        open_store(path, QUICK, create=True, write=True)


def test_a_newer_case(case: Path) -> None:
    with sqlite3.connect(case) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9000'")
    connection.close()
    with pytest.raises(CaseError, match="newer version of Sayso"):
        reader(case)


def test_a_damaged_case(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with writer(case) as store:
        store.record([plain(f"some words {i} " * 2000, f"/pile/{i}.txt") for i in range(3)], by="Ana")
    data = bytearray(case.read_bytes())
    data[-40_000:-20_000] = b"\xa5" * 20_000
    case.write_bytes(data)
    with pytest.raises(CaseError, match=r"is damaged.*copy"):
        reader(case)
    # A large one is found damaged before anything is added.
    monkeypatch.setattr("sayso.store.case_file._CHECKED_BYTES", 0)
    with writer(case) as store, pytest.raises(CaseError, match="is damaged"):
        store.record([bridge()], by="Ana")


def test_a_case_opened_for_reading_is_not_written(case: Path) -> None:
    with reader(case) as store:
        with pytest.raises(CaseError, match="for reading only"):
            store.record([bridge()], by="Ana")
        with pytest.raises(CaseError, match="for reading only"):
            store.judge("sx1", JudgementKind.CONFIRM, made_on=1, by="Ana")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_case_that_can_not_be_written_can_be_read(case: Path) -> None:
    case.chmod(0o400)
    with reader(case) as store:
        assert store.counts().documents == 0


# --- migrations


def test_the_steps_make_the_tables_that_the_code_uses(case: Path) -> None:
    engine = create_engine(f"sqlite:///{case}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": _no_index_of_fts})
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


def _no_index_of_fts(_: object, name: str | None, type_: str, *__: object) -> bool:
    return not (type_ == "table" and name is not None and "_fts" in name)


def test_the_list_of_steps_is_whole() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    steps = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(steps)) == migrations.REVISIONS


def test_opening_does_not_load_what_migrates(case: Path) -> None:
    process = python("open_store(sys.argv[1], Settings()).close(); print('alembic' in sys.modules)", case)
    assert line(process) == "False"
    process.communicate()


# --- crashes


def test_a_crash_while_recording_leaves_nothing(case: Path) -> None:
    process = python(
        """
        from sayso.store import log
        from tests.store.made import bridge
        def wait(*_):
            print("in the middle", flush=True)
            sys.stdin.read()
        log.append = wait
        open_store(sys.argv[1], Settings(), write=True).record([bridge()], by="Ana")
        """,
        case,
    )
    assert line(process) == "in the middle"
    process.send_signal(signal.SIGKILL)
    process.communicate()
    with writer(case) as store:
        assert (dict(store.files()), store.counts().documents, store.count("statements", Words("cables"))) == ({}, 0, 0)
        store.record([bridge()], by="Ana")
        assert store.verify_log() is None


def test_all_files_or_none(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good = bridge()
    bad = packed(read_document("x", path="/pile/x.txt"), path="/pile/x.txt")
    monkeypatch.setitem(bad.documents[0].row, "media_type", None)
    with writer(case) as store:
        with pytest.raises(CaseError, match="Nothing was changed"):
            store.record([good, bad], by="Ana")
        assert store.counts().files == 0


# --- two programs


def test_one_program_adds_at_a_time(case: Path) -> None:
    adding = python(
        """
        store = open_store(sys.argv[1], Settings(), write=True)
        store.claim()
        print("claimed", flush=True)
        sys.stdin.read()
        """,
        case,
    )
    assert line(adding) == "claimed"
    with writer(case) as store:
        with pytest.raises(CaseError, match="Another program is adding"):
            store.claim()
        with pytest.raises(CaseError, match="Another program is adding"):
            store.record([bridge()], by="Ana")
        # Reading goes on.
        assert store.counts().documents == 0
    adding.kill()
    adding.communicate()
    # The lock of a program that was killed is no lock.
    with writer(case) as store:
        store.record([bridge()], by="Ana")
    assert not case.with_name(case.name + "-lock").exists()


def test_edits_take_turns_and_readers_see_one_state(case: Path) -> None:
    with writer(case) as store:
        store.record([bridge()], by="Ana")
    holding = python(
        """
        store = open_store(sys.argv[1], Settings(), write=True)
        with store._database.write() as connection:
            connection.exec_driver_sql("UPDATE statements SET version = 7")
            print("holding", flush=True)
            sys.stdin.readline()
        """,
        case,
    )
    assert line(holding) == "holding"
    with writer(case) as store:
        assert next(store.statements()).at.version == 1
        with pytest.raises(CaseError, match="for 1 seconds"):
            store.judge("sx1", JudgementKind.CONFIRM, made_on=1, by="Ben")
        assert holding.stdin
        holding.stdin.write("\n")
        holding.stdin.flush()
        holding.wait()
        store.judge("sx1", JudgementKind.CONFIRM, made_on=7, by="Ben")
    holding.communicate()


def test_judging_goes_on_while_another_program_adds(case: Path) -> None:
    with writer(case) as adding, writer(case) as judging:
        adding.record([bridge()], by="Ana")
        judging.judge("sx1", JudgementKind.CONFIRM, made_on=1, by="Ben")
        adding.record([plain("more", "/pile/b.txt")], by="Ana")
        judging.judge("sx2", JudgementKind.REJECT, made_on=1, by="Ben")
        assert adding.verify_log() is None


# --- the log


# (statement of SQL, number of the first row that no longer fits)
TAMPERING = [
    ("UPDATE log SET by = 'Eve' WHERE seq = 2", 2),
    ("UPDATE log SET action = 'read' WHERE seq = 3", 3),
    ("UPDATE log SET detail = '{}' WHERE seq = 1", 1),
    ("UPDATE log SET item = NULL WHERE seq = 2", 2),  # erased by half
    ("DELETE FROM log WHERE seq = 2", 3),
    ("UPDATE log SET seq = 9 WHERE seq = 2", 3),
]


@pytest.mark.parametrize(("statement", "broken"), TAMPERING)
def test_tampering_with_the_log_is_seen(case: Path, statement: str, broken: int) -> None:
    with writer(case) as store:
        store.record([bridge()], by="Ana")
        for id, version in (("sx1", 1), ("sx2", 1)):
            store.judge(id, JudgementKind.CONFIRM, made_on=version, by="Ana")
        assert store.verify_log() is None
    connection = sqlite3.connect(case)
    if "NULL" not in statement:  # erasing is what a purge does
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(statement)
    for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'log'"):
        connection.execute(f"DROP TRIGGER {trigger}")
    connection.execute(statement)
    connection.commit()
    connection.close()
    with reader(case) as store:
        assert store.verify_log() == broken


# --- purging


def test_a_purge_leaves_no_word_in_the_file(case: Path) -> None:
    rare = [f"quixotrope{n}" for n in range(8)]
    text = f"{rare[0].capitalize()} said the {rare[1]} was here. " * 30
    path = f"/pile/{rare[2]}/{rare[3]}.txt"
    metadata = Metadata(title=rare[4], publisher=rare[5], authors=(rare[6],))
    with writer(case) as store:
        store.record(
            [
                plain("the other text", "/pile/b.txt"),
                packed(read_document(text, metadata=metadata, path=path), path=path),
            ],
            by="Ana",
        )
        id = next(store.documents(Words(rare[1]))).id
        store.judge(id, JudgementKind.CORRECT, made_on=1, by="Ana", field="title", value=rare[7])
        # Words come and go in the full-text index before they are purged for good.
        store.remove(path, purge=False, by="Ana")
        store.mark_present([path], by="Ana")
        assert any(word.encode() in _bytes(case).lower() for word in rare)
        store.remove(path, purge=True, by="Ana")
        left = _bytes(case)
        assert [word for word in [*rare, id] if word.encode() in left.lower()] == []
        assert store.count("documents", Words("other")) == 1
        assert store.verify_log() is None
    connection = sqlite3.connect(case)
    for table in ("documents", "blobs", "files", "locations"):
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (1,)
    assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.execute("INSERT INTO documents_fts(documents_fts) VALUES ('integrity-check')")
    connection.close()


def test_a_purge_that_another_reader_holds_up_says_so(case: Path) -> None:
    with writer(case) as store, reader(case) as other:
        store.record([bridge()], by="Ana")
        rows = other.statements()
        next(rows)
        with pytest.raises(CaseError, match=r"erased.*another program"):
            store.remove("/pile/bridge.txt", purge=True, by="Ana")
        assert store.counts().documents == 0


def _bytes(case: Path) -> bytes:
    return b"".join(p.read_bytes() for p in case.parent.iterdir() if p.name.startswith(case.name))
