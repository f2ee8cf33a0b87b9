"""7-Zip archives, where the library that opens them is installed."""

import importlib
from collections.abc import Mapping
from io import BytesIO

import pytest

from sayso.errors import UnreadableError
from sayso.read import read

py7zr = pytest.importorskip("py7zr")
MOST = 2 << 20
FILES = {"memo.txt": b"A memo", "letters/to quill.txt": b"Dear Quill"}


def packed(files: Mapping[str, bytes], password: str | None = None) -> bytes:
    held = BytesIO()
    with py7zr.SevenZipFile(held, "w", password=password) as archive:
        for name, content in files.items():
            archive.writestr(content, name)
    return held.getvalue()


def test_files_of_an_archive() -> None:
    found = list(read("a.7z", packed(FILES), most_bytes=MOST).members)
    assert {m.name: m.data for m in found} == FILES


def test_a_file_that_is_too_large_is_lost_by_itself() -> None:
    big, memo = read("a.7z", packed({"big": bytes(3 << 20), **FILES}), most_bytes=MOST).members, FILES["memo.txt"]
    found = {m.name: m for m in big}
    assert found["big"].lost
    assert found["memo.txt"].data == memo


REFUSED = [
    (packed(FILES, password="quay"), "locked with a password"),
    (packed({"big": bytes(7 << 20)}), "more than are unpacked at once"),
    (packed(FILES)[:-20], "damaged"),
    (b"7z\xbc\xaf\x27\x1c" + b"\xff" * 99, "damaged"),
]


@pytest.mark.parametrize(("data", "why"), REFUSED)
def test_archives_that_can_not_be_opened(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableError, match=why):
        read("a.7z", data, most_bytes=MOST)


def test_without_the_library_an_archive_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(UnreadableError, match="pip install py7zr"):
        read("a.7z", packed(FILES), most_bytes=MOST)
