"""Files appear whole or not at all, and take the place of nothing unasked."""

import os
from pathlib import Path
from threading import Thread

import pytest

from sayso.errors import UsageError
from sayso.export.new_file import new_file


def test_a_file_appears_whole_and_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    with new_file(file) as made:
        made.write(b"words")
        assert not file.exists()
    assert file.read_bytes() == b"words"
    assert file.stat().st_mode & 0o077 == 0
    assert list(tmp_path.iterdir()) == [file]


def test_what_fails_leaves_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(b"before")
    with pytest.raises(TypeError), new_file(file, replace=True) as made:
        made.writelines([b"half", None])  # type: ignore[list-item]
    assert file.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [file]


def test_nothing_is_replaced_unasked(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(b"before")
    with pytest.raises(UsageError, match="--replace"), new_file(file) as made:
        made.write(b"after")
    assert file.read_bytes() == b"before"
    with new_file(file, replace=True) as made:
        made.write(b"after")
    assert file.read_bytes() == b"after"


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"before")
    (tmp_path / "a.csv").symlink_to(other)
    with new_file(tmp_path / "a.csv", replace=True) as made:
        made.write(b"after")
    assert other.read_bytes() == b"before"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_place_without_rights_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(UsageError, match="can't be written"), new_file(tmp_path / "a.csv"):
        pass


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="can't be written"), new_file(tmp_path / "no" / "a.csv"):
        pass


def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    with new_file(pipe) as made:
        made.write(b"words")
    reader.join()
    assert read == [b"words"]
    assert pipe.is_fifo()


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="can't be written"), new_file(tmp_path, replace=True):
        pass
