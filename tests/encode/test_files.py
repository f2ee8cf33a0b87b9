"""The shipped files are the recorded ones, the card tells of them, and other files are refused."""

import shutil
from pathlib import Path

import pytest

from sayso.encode import files
from sayso.encode.files import RECORD, encoder_version, folder, recorded, verified
from sayso.errors import ModelError

MOST = 45 * 2**20


def test_the_shipped_files_are_the_recorded_ones() -> None:
    record = verified(folder())
    assert set(record.files) == {
        "encoder.onnx",
        "roles.onnx",
        "inner_cues.onnx",
        "inner_roles.onnx",
        "vocabulary.txt",
    }


def test_the_version_tells_of_every_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = encoder_version()
    at = tmp_path / "model"
    shutil.copytree(folder(), at)
    record = (at / RECORD).read_text(encoding="utf-8")
    digest = recorded(at).files["inner_cues.onnx"]
    (at / RECORD).write_text(record.replace(digest, digest[::-1]), encoding="utf-8")
    monkeypatch.setattr(files, "folder", lambda: at)
    assert files.encoder_version() != before


def test_they_are_small() -> None:
    assert sum(file.stat().st_size for file in folder().iterdir()) <= MOST


def test_the_card_tells_of_these_files() -> None:
    card = (folder() / "CARD.md").read_text(encoding="utf-8")
    for name, digest in recorded(folder()).files.items():
        assert f"`{name}`" in card
        assert digest in card, f"the card has another hash of {name}"


def test_other_files_are_refused(tmp_path: Path) -> None:
    at = tmp_path / "model"
    shutil.copytree(folder(), at)
    with (at / "roles.onnx").open("ab") as file:
        file.write(b"\0")
    with pytest.raises(ModelError, match=r"roles\.onnx"):
        verified(at)
    (at / RECORD).unlink()
    with pytest.raises(ModelError, match="can't be read"):
        verified(at)
