"""New, changed, moved, returned and missing files are told apart by their bytes."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import Problem, UsageError
from sayso.survey import FileOnDisk, KnownFile, Plan, plan, walk


def look(folder: Path, known: dict[str, KnownFile] | None = None) -> Plan:
    return plan(walk([str(folder)]), known or {}, [str(folder)])


def remember(found: Plan) -> dict[str, KnownFile]:
    return {f.path: KnownFile(f.path, f.sha256, f.size, f.modified_ns, current=True, present=True) for f in found.read}


def names(files: tuple[FileOnDisk, ...]) -> list[str]:
    return [file.name for file in files]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pile = tmp_path / "pile"
    (pile / "mail").mkdir(parents=True)
    (pile / "a.txt").write_text("the first")
    (pile / "mail" / "b.txt").write_text("the second")
    (pile / ".hidden").write_text("not ours")
    return pile


def test_everything_is_new_to_an_empty_case(folder: Path) -> None:
    assert names(look(folder).read) == ["a.txt", "mail/b.txt"]


def test_nothing_is_read_twice(folder: Path) -> None:
    again = look(folder, remember(look(folder)))
    assert again.read == ()
    assert names(again.unchanged) == ["a.txt", "mail/b.txt"]


def test_changed_bytes_are_read(folder: Path) -> None:
    known = remember(look(folder))
    (folder / "a.txt").write_text("the first, corrected")
    again = look(folder, known)
    assert names(again.read) == ["a.txt"]
    assert again.changed == {str(folder / "a.txt")}


def test_a_touched_file_with_the_same_bytes_is_not_read(folder: Path) -> None:
    known = remember(look(folder))
    os.utime(folder / "a.txt", (1, 1))
    assert names(look(folder, known).unchanged) == ["a.txt", "mail/b.txt"]


def test_a_moved_file_is_recognised(folder: Path) -> None:
    known = remember(look(folder))
    (folder / "a.txt").rename(folder / "mail" / "c.txt")
    again = look(folder, known)
    assert [(old, new.name) for old, new in again.moved] == [(str(folder / "a.txt"), "mail/c.txt")]
    assert again.read == ()
    assert again.missing == ()


def test_a_copy_is_read_in_its_own_right(folder: Path) -> None:
    known = remember(look(folder))
    (folder / "copy.txt").write_bytes((folder / "a.txt").read_bytes())
    again = look(folder, known)
    assert names(again.read) == ["copy.txt"]
    assert again.moved == ()


def test_a_missing_file_is_named_and_may_return(folder: Path) -> None:
    known = remember(look(folder))
    (folder / "a.txt").unlink()
    assert look(folder, known).missing == (str(folder / "a.txt"),)
    known[str(folder / "a.txt")] = replace(known[str(folder / "a.txt")], present=False)
    assert look(folder, known).missing == ()
    (folder / "a.txt").write_text("the first")
    assert names(look(folder, known).returned) == ["a.txt"]


def test_what_was_taken_out_comes_back_only_by_name(folder: Path) -> None:
    known = remember(look(folder))
    out = str(folder / "a.txt")
    known[out] = replace(known[out], present=False, removed=True)
    assert "a.txt" not in names(look(folder, known).returned)
    assert names(look(folder / "a.txt", known).returned) == ["a.txt"]


def test_files_of_other_folders_are_not_missing(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    assert look(tmp_path / "other", remember(look(folder))).missing == ()


def test_an_older_reading_is_read_anew_but_not_called_changed(folder: Path) -> None:
    known = {path: replace(k, current=False) for path, k in remember(look(folder)).items()}
    again = look(folder, known)
    assert names(again.read) == ["a.txt", "mail/b.txt"]
    assert again.changed == frozenset()


def test_what_is_no_file_is_a_problem(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    (folder / "dangling").symlink_to(folder / "nowhere")
    problems = look(folder).problems
    assert {Path(p.document).name for p in problems} == {"pipe", "dangling"}
    assert all(isinstance(p, Problem) for p in problems)


def test_a_link_in_a_circle_ends(folder: Path) -> None:
    (folder / "mail" / "again").symlink_to(folder)
    assert names(look(folder).read) == ["a.txt", "mail/b.txt"]


def test_a_path_that_is_not_there_is_the_callers_mistake(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no file or folder"):
        list(walk([str(tmp_path / "nowhere")]))


def test_a_link_leads_to_no_file_outside_of_its_folder(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "private.txt").write_text("not part of the pile")
    (folder / "leads-out.txt").symlink_to(tmp_path / "private.txt")
    (folder / "stays.txt").symlink_to(folder / "a.txt")
    found = look(folder)
    assert "stays.txt" in names(found.read)
    assert [Path(p.document).name for p in found.problems] == ["leads-out.txt"]
    assert names(look(folder / "leads-out.txt").read) == ["leads-out.txt"]  # named by the person


def test_what_was_given_up_is_read_again_only_by_name(folder: Path) -> None:
    known = remember(look(folder))
    hard = str(folder / "a.txt")
    known[hard] = replace(known[hard], current=False, given_up=True)
    assert look(folder, known).read == ()
    assert names(look(folder / "a.txt", known).read) == ["a.txt"]


def test_a_maildir_is_walked_with_its_folders(tmp_path: Path) -> None:
    box = tmp_path / "pile" / "Maildir"
    for held in ("cur", "new", "tmp", ".Sent/cur", ".Sent/new", ".Sent/tmp", ".notes"):
        (box / held).mkdir(parents=True)
    for file in ("cur/1.M1.host:2,S", "new/2.M2.host", "tmp/3.M3.host", ".Sent/cur/4.M4.host:2,RS"):
        (box / file).write_text("Subject: lunch\n\nSoup.\n")
    (box / "dovecot-uidlist").write_text("3 V1")
    (box / "memo.txt").write_text("a document beside the mails")
    (box / ".notes" / "hidden.txt").write_text("not ours")
    expected = [".Sent/cur/4.M4.host:2,RS", "cur/1.M1.host:2,S", "memo.txt", "new/2.M2.host"]
    assert sorted(f.name for f in look(tmp_path / "pile").read) == [f"Maildir/{name}" for name in expected]
