"""Commands do what their help says, and say in a sentence what is wrong."""

import json
import subprocess
import sys
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import pytest

from sayso.cli.console import printable
from sayso.cli.settings import settings_from
from sayso.settings import Settings
from tests.cli.conftest import NOTE, Sayso


def rows(ask: Sayso, *arguments: str) -> list[dict[str, object]]:
    done = ask(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found


def test_statements_point_at_their_words(ask: Sayso) -> None:
    found = rows(ask, "statements")
    assert {"deny", "decline", "assert"} <= {row["act"] for row in found}
    for row in found:
        for start, end in row["content"] + row["source"] + row["cue"]:  # type: ignore[operator]
            assert NOTE[start:end].strip() == NOTE[start:end] != ""


def test_unnamed_sources_are_told(ask: Sayso) -> None:
    unnamed = [row for row in rows(ask, "statements", "named:no") if row["unnamed"]]
    assert any("lock-keepers" in str(row["unnamed"]) for row in unnamed)
    assert "(unnamed)" in ask("statements", "named:no").stdout


def test_a_query_narrows_down(ask: Sayso) -> None:
    everything, denials = rows(ask, "statements"), rows(ask, "statements", "act:deny")
    assert 0 < len(denials) < len(everything)
    assert rows(ask, "statements", "act:deny", "-gates") == []


def test_a_date_from_the_command_line_is_a_persons(ask: Sayso) -> None:
    [document] = rows(ask, "documents")
    assert (document["published"], document["published_sure"]) == ("2021-03-05", "person")


def test_gaps_and_people(ask: Sayso) -> None:
    assert {"withheld-source", "no-comment"} <= {row["kind"] for row in rows(ask, "gaps")}
    assert "Tom Sallow" in {row["name"] for row in rows(ask, "people", "kind:person")}


def test_search_finds_documents_and_statements(ask: Sayso) -> None:
    found = json.loads(ask("search", "gates", "--json").stdout)
    start, end = found["documents"][0]["hits"][0]
    assert NOTE[start:end] == "gates"
    assert found["statements"]


def test_show_marks_the_words_in_their_paragraph(ask: Sayso) -> None:
    [denial] = rows(ask, "statements", "act:deny")
    shown = ask("show", str(denial["id"])[:6]).stdout
    assert "‹The Waterways Trust› {denied}" in shown
    assert "Tom Sallow" in shown  # the rest of the paragraph is there too


def test_what_could_not_be_read_is_listed_again(ask: Sayso) -> None:
    done = ask("documents", "--problems")
    assert "broken.pdf" in done.stdout
    assert "not read" in done.stdout


def test_an_unchanged_folder_is_not_read_again(ask: Sayso) -> None:
    done = ask("add", "pile")
    assert "Read 0 documents (0 words) from 0 files; 2 unchanged." in done.stdout
    assert done.returncode == 1  # the broken one is still broken
    assert "broken.pdf" in done.stderr


def test_a_correction_is_signed_and_logged(ask_apart: Sayso) -> None:
    [document] = rows(ask_apart, "documents")
    done = ask_apart("correct", str(document["id"]), "--outlet", "Brack Mill Gazette", "--as", "R. Field")
    assert done.returncode == 0, done.stderr
    [corrected] = rows(ask_apart, "documents")
    assert corrected["publisher"] == "Brack Mill Gazette"
    assert any(row["by"] == "R. Field" for row in rows(ask_apart, "log"))
    assert "fits" in ask_apart("log", "--verify").stdout


def test_a_purged_document_leaves_no_trace(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("The zymurgist of Quibbleton denied everything, Ada Wexwood said.")
    (tmp_path / "other.txt").write_text("The mayor said that the bridge would open in May.")
    assert sayso("add", "secret.txt", "other.txt", "--workers", "1").returncode == 0
    done = sayso("remove", "secret.txt", "--purge")
    assert done.stdout.startswith("Erased 1 document.\n"), done.stderr
    for file in tmp_path.glob("case.sayso*"):
        held = file.read_bytes().lower()
        for trace in (b"zymurgist", b"quibbleton", b"wexwood", b"secret.txt"):
            assert trace not in held, f"{trace!r} in {file.name}"
    assert [row["name"] for row in rows(sayso, "documents")] == ["other.txt"]
    assert "purge" in sayso("log").stdout


def test_read_prints_the_contract_and_makes_no_case(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(NOTE.replace("\n", "\r\n").encode())
    (tmp_path / "empty.html").write_bytes(b"")
    done = sayso("read", "a.txt", "empty.html", "--jsonl", "--workers", "1")
    assert done.returncode == 1
    objects = {Path(o["path"]).name: o for o in map(json.loads, done.stdout.splitlines())}
    assert objects["a.txt"]["text"] == NOTE.replace("\n", "\r\n")
    assert objects["empty.html"]["id"] is None
    assert objects["empty.html"]["problems"]
    assert not list(tmp_path.glob("*.sayso*"))


def test_standard_input_is_a_document(sayso: Sayso) -> None:
    done = sayso("read", "-", "--jsonl", stdin=NOTE)
    assert json.loads(done.stdout)["text"] == NOTE


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("statements", "speaker:"), "^"),  # the position is pointed at
        (("statements", "speeker:Sallow"), "speaker"),  # did you mean
        (("statements", '"gates'), "^"),
        (("show", "zzz"), "zzz"),
        (("add", "nowhere"), "There is no file or folder 'nowhere'."),
        (("read", "pile"), "--jsonl"),
        (("correct", "d000"), "--outlet"),
        (("add", "pile", "--published", "last week"), "--published wants an EDTF date"),
        (("search",), "wants words"),
    ],
)
def test_a_mistake_is_one_sentence_and_status_2(ask: Sayso, arguments: tuple[str, ...], words: str) -> None:
    done = ask(*arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_case_that_is_not_there_is_named(sayso: Sayso) -> None:
    done = sayso("statements", "--case", "nothing.sayso")
    assert done.returncode == 2
    assert "nothing.sayso" in done.stderr


def test_escape_sequences_of_a_document_do_not_reach_the_terminal(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "evil.txt").write_text("Mayor \x1b]0;owned\x07Ann Bell said that \x1b[31mthe lock was open.\n")
    assert sayso("add", "evil.txt", "--workers", "1").returncode == 0
    for command in (("statements",), ("documents",), ("search", "lock"), ("people",)):
        assert "\x1b" not in sayso(*command).stdout


def test_the_doctor_finds_everything(sayso: Sayso) -> None:
    done = sayso("doctor")
    assert done.returncode == 0
    assert "verified" in done.stdout


def test_a_file_named_like_a_library_is_not_run(sayso: Sayso, tmp_path: Path) -> None:
    for name in ("pickle.py", "spacy.py", "sayso.py"):
        (tmp_path / name).write_text("import pathlib; pathlib.Path(__file__).with_name('run').touch()\n" * 2)
    (tmp_path / "a.txt").write_text("The mayor said that the bridge was safe.")
    program = Path(sys.executable).with_name("sayso")
    done = subprocess.run([program, "add", "a.txt", "--workers", "1"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "run").exists()


def test_a_case_does_not_read_itself(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The mayor said that the bridge was safe.")
    assert sayso("add", ".", "--workers", "1").returncode == 0
    done = sayso("add", ".")
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 unchanged" in done.stdout


def test_blanks_and_joiners_of_ordinary_pages_are_no_control_characters() -> None:
    assert printable("Jane\u00a0Doe, brid\u00adge\u2009–\u200bend") == "Jane Doe, brid\u00adge –\u200bend"
    assert printable("a\x1b[31mb\u202ec") == "a�[31mb�c"


def test_a_folder_that_is_gone_marks_its_files(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "pile").mkdir()
    (tmp_path / "pile" / "a.txt").write_text("The mayor said that the bridge was safe.")
    assert sayso("add", "pile", "--workers", "1").returncode == 0
    (tmp_path / "pile" / "a.txt").unlink()
    (tmp_path / "pile").rmdir()
    assert "1 now missing" in sayso("add", "pile").stdout
    assert [row["state"] for row in rows(sayso, "documents")] == ["missing"]


def test_whoever_reads_along_may_stop(read_case: Path) -> None:
    command = f"{sys.executable} -m sayso statements | head -1"
    shell = subprocess.run(["bash", "-o", "pipefail", "-c", command], cwd=read_case, capture_output=True, text=True)
    assert (shell.returncode, shell.stderr) == (0, "")


def test_what_stands_in_a_replaced_page_is_marked(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The mayor said that the bridge was safe.")
    assert sayso("add", "a.txt", "--workers", "1").returncode == 0
    (tmp_path / "a.txt").write_text("The mayor said that the bridge was closed.")
    assert sayso("add", "a.txt", "--workers", "1").returncode == 0
    states = {row["document_state"]: row["words"] for row in rows(sayso, "statements")}
    assert "safe" in str(states["replaced"])
    assert "closed" in str(states["present"])
    assert "(replaced)" in sayso("statements").stdout


def test_a_guessed_date_shows_its_doubt(sayso: Sayso) -> None:
    from sayso.demo_case import documents

    [minutes] = [p for p in documents() if p.suffix == ".docx"]
    assert sayso("add", str(minutes), "--workers", "1").returncode == 0
    assert " ??" in sayso("statements", "--limit", "1").stdout


def test_a_moved_file_keeps_its_document(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "pile").mkdir()
    (tmp_path / "pile" / "a.txt").write_text("The mayor said that the bridge was safe.")
    assert sayso("add", "pile", "--workers", "1").returncode == 0
    [before] = rows(sayso, "documents")
    (tmp_path / "pile" / "a.txt").rename(tmp_path / "pile" / "b.txt")
    assert "Read 0 documents (0 words) from 0 files; 1 moved." in sayso("add", "pile").stdout
    [after] = rows(sayso, "documents")
    assert (after["id"], after["name"], after["state"]) == (before["id"], "b.txt", "present")


def test_options_become_settings() -> None:
    settings = settings_from({"workers": 3, "document_seconds": 9, "published": None, "case": "x.sayso"})
    assert settings == replace(Settings(), workers=3, document_seconds=9)


def test_the_version_is_told(ask: Sayso) -> None:
    done = ask("--version")
    assert done.returncode == 0
    assert done.stdout.strip() == version("sayso")
