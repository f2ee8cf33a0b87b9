"""Archives: every file is a member with its path; what can't be had is lost by itself, and named."""

import bz2
import gzip
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UnreadableError
from sayso.model.document import Member
from sayso.read import read
from sayso.read.item_names import ItemNames
from tests.read.made import linked, tarred, zipped

MOST = 8 << 20
FILES = {"memo.txt": b"A memo", "letters/to quill.txt": b"Dear Quill"}


def members(name: str, data: bytes, most: int = MOST) -> list[Member]:
    reading = read(name, data, most_bytes=most)
    assert reading.text is None
    return list(reading.members)


def locked(data: bytes) -> bytes:
    """A zip archive whose entries say that they are encrypted."""
    made = bytearray(data)
    for start, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        made[made.find(start) + at] |= 1
    return bytes(made)


ARCHIVES = [
    ("a.zip", zipped(FILES)),
    ("a.zip", zipped(FILES, stored=True)),
    ("a.tar", tarred(FILES)),
    ("a.tgz", tarred(FILES, "w:gz")),
    ("a.tar.bz2", tarred(FILES, "w:bz2")),
    ("a.tar.xz", tarred(FILES, "w:xz")),
    # what it is called does not matter
    ("leak", tarred(FILES, "w:gz")),
    ("leak.docx", zipped(FILES)),
]


@pytest.mark.parametrize(("name", "data"), ARCHIVES)
def test_files_of_an_archive(name: str, data: bytes) -> None:
    assert {m.name: m.data for m in members(name, data)} == FILES
    assert not any(m.problem for m in members(name, data))


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress])
def test_one_compressed_file(compress: Callable[[bytes], bytes]) -> None:
    reading = read("memo.txt.x", compress(b"A memo of the board"), most_bytes=MOST)
    assert reading.text is not None
    assert reading.text.characters == "A memo of the board"


@pytest.mark.parametrize(
    "stated", ["../../etc/cron.d/x", "/etc/cron.d/x", "C:\\etc\\cron.d\\x", "a/../../etc/cron.d/x"]
)
def test_names_that_lead_out_are_read_under_a_harmless_one(stated: str) -> None:
    for data in (zipped({stated: b"words"}), tarred({stated: b"words"})):
        [member] = members("a.zip" if data.startswith(b"PK") else "a.tar", data)
        assert member.name in ("etc/cron.d/x", "a/etc/cron.d/x")
        assert member.data == b"words"
        assert "leads out of the archive" in member.problem
        assert not member.lost


LOST = [
    (zipped({"a": bytes(9 << 20)}), "would unpack to 9 MiB"),
    (zipped({"a": bytes(7 << 20)}), "made to fill memories"),
    (locked(zipped({"a": b"words"})), "locked with a password"),
    (zipped({"a": b"words " * 900}, stored=True).replace(b"words ", b"wordz ", 1), "damaged inside of the archive"),
    (linked("a", "/etc/passwd"), "a link to /etc/passwd"),
    (linked("a", "memo.txt", tarfile.LNKTYPE), "a link to memo.txt"),
    (linked("a", "", tarfile.CHRTYPE), "device"),
    (tarred({"a": bytes(9 << 20)}, "w:gz"), "would unpack to 9 MiB"),
]


@pytest.mark.parametrize(("data", "why"), LOST)
def test_what_can_not_be_taken_out_is_lost_by_itself(data: bytes, why: str) -> None:
    found = members("a.zip" if data.startswith(b"PK") else "a.tar", data)
    assert found[0].lost
    assert found[0].data == b""
    assert why in found[0].problem
    assert all(not m.lost for m in found[1:])


def test_a_zip_that_lies_about_its_size() -> None:
    data = bytearray(zipped({"a": b"words " * 2_000_000}))
    size = (12_000_000).to_bytes(4, "little")
    data = bytearray(bytes(data).replace(size, (6_000_000).to_bytes(4, "little")))
    [member] = members("a.zip", bytes(data))
    assert member.lost
    assert "damaged" in member.problem or "unpack" in member.problem


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:xz"])
def test_an_archive_that_was_cut_off_gives_what_is_there(mode: str) -> None:
    data = tarred({f"{n}.txt": bytes([n % 256]) * 20_000 for n in range(60)} | {"z": tarred(FILES, "w:xz") * 300}, mode)
    found: list[Member] = []
    with pytest.raises(UnreadableError, match="damaged"):
        found.extend(read("a.tar", data[: len(data) * 2 // 3], most_bytes=MOST).members)
    assert found


REFUSED = [
    ("a.zip", b"PK\x05\x06" + bytes(18), "nothing in it"),
    ("b.zip", b"PK\x03\x04" + b"x" * 50, "damaged zip archive"),
    ("a.tgz", gzip.compress(tarred(FILES))[:40], "damaged gzip"),
    ("a.xz", lzma.compress(b"x" * 999)[:30], "damaged xz"),
    ("a.txt.bz2", bz2.compress(bytes(9 << 20)), "unpacks to more than 8 MiB"),
]


@pytest.mark.parametrize(("name", "data", "why"), REFUSED, ids=[name for name, _, _ in REFUSED])
def test_archives_that_can_not_be_opened(name: str, data: bytes, why: str) -> None:
    with pytest.raises(UnreadableError, match=why):
        list(read(name, data, most_bytes=MOST).members)


def test_a_tar_that_unpacks_without_end_stops_at_the_limit() -> None:
    data = tarred({f"{n}": bytes(900_000) for n in range(30)}, "w:gz")
    with pytest.raises(UnreadableError, match="unpacks to more than"):
        list(read("a.tgz", data, most_bytes=1 << 20).members)


def test_what_systems_leave_beside_files_is_passed_over() -> None:
    held = {"__MACOSX/._memo.txt": b"x", ".DS_Store": b"x", "a/Thumbs.db": b"x", "a/._b.txt": b"x", ".env": b"words"}
    assert [m.name for m in members("a.zip", zipped(held))] == [".env"]


def test_names_in_utf8_that_do_not_say_so() -> None:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("Sørby.txt", "words")
    data = held.getvalue().replace(b"\x00\x08\x00\x00", b"\x00\x00\x00\x00")
    assert [m.name for m in members("a.zip", data)] == ["Sørby.txt"]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text("ab./\\:\0\u202e!é ", max_size=30), max_size=8))
def test_names_are_harmless_and_unlike_each_other(stated: list[str]) -> None:
    names = ItemNames()
    made = [names.harmless(name)[0] for name in stated]
    assert len(set(made)) == len(made)
    for name in made:
        assert name
        assert not name.startswith("/")
        assert not {"", ".", ".."} & set(name.split("/"))
        assert not set(name) & set("\\\0\u202e")


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(st.text("abcdef", min_size=1, max_size=8), st.binary(max_size=200), min_size=1, max_size=6),
    st.sampled_from(["w", "w:gz", "w:bz2", "w:xz"]),
)
def test_what_is_packed_is_what_is_taken_out(files: dict[str, bytes], mode: str) -> None:
    assert {m.name: m.data for m in members("a.zip", zipped(files))} == files
    assert {m.name: m.data for m in members("a.tar", tarred(files, mode))} == files
