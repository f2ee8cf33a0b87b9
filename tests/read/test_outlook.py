"""What Outlook writes: winmail.dat, its compressed rich text, and mailboxes through the program that reads them."""

import sys
import tempfile
from pathlib import Path

import pytest

from sayso.errors import UnreadableError
from sayso.read import read
from sayso.read.packed_rtf import unpacked_rtf
from tests.read.made import attribute, mapi, winmail

MOST = 2 << 20
PACKED = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232 0af32068656c090020627705b06c647d0a800fa0"
)
"""The example of MS-OXRTFCP, section 4.1.1."""
BODY, MESSAGE, RENDERING, TITLE, DATA, PROPERTIES = 0x2800C, 0x69003, 0x69002, 0x18010, 0x6800F, 0x69005
WIDE, BINARY, OBJECT = 0x1F, 0x102, 0x0D


def utf16(words: str) -> bytes:
    return words.encode("utf-16-le") + b"\0\0"


def test_the_standards_example_of_compressed_rich_text() -> None:
    assert unpacked_rtf(PACKED) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"


def test_rich_text_that_refers_to_itself() -> None:
    # of MS-OXRTFCP, section 4.2
    data = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")
    assert unpacked_rtf(data) == b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"


BODIES = [
    (attribute(1, BODY, b"Hello there\0"), "Hello there"),
    (attribute(1, MESSAGE, mapi((WIDE, 0x1000, utf16("Grüße")))), "Grüße"),
    (attribute(1, MESSAGE, mapi((BINARY, 0x1013, b"<p>Hello <b>there</b></p>"))), "Hello there"),
    (attribute(1, MESSAGE, mapi((BINARY, 0x1009, PACKED))), "hello world"),
]


@pytest.mark.parametrize(("body", "words"), BODIES)
def test_the_body_of_a_winmail(body: bytes, words: str) -> None:
    reading = read("winmail.dat", winmail(body), most_bytes=MOST)
    assert reading.text is not None
    assert reading.text.characters == words
    assert list(reading.members) == []


def test_attachments_of_a_winmail() -> None:
    inner = winmail(attribute(1, BODY, b"The inner mail"))
    data = winmail(
        attribute(1, MESSAGE, mapi((WIDE, 0x0037, utf16("The quay")))),
        attribute(2, RENDERING, bytes(14)),
        attribute(2, TITLE, b"MEMO~1.TXT\0"),
        attribute(2, DATA, b"A memo"),
        attribute(2, PROPERTIES, mapi((WIDE, 0x3707, utf16("..\\the memo.txt")))),
        attribute(2, RENDERING, bytes(14)),
        attribute(2, PROPERTIES, mapi((WIDE, 0x3707, utf16("Re")), (OBJECT, 0x3701, bytes(16) + inner))),
    )
    reading = read("winmail.dat", data, most_bytes=MOST)
    assert reading.text is None
    assert reading.metadata.title == "The quay"
    assert [(m.name, m.data) for m in reading.members] == [("the memo.txt", b"A memo"), ("Re.dat", inner)]


def test_a_winmail_that_was_cut_off_gives_what_is_there() -> None:
    data = winmail(attribute(1, BODY, b"Hello there\0"), attribute(2, DATA, b"x" * 100))
    reading = read("winmail.dat", data[:-50], most_bytes=MOST)
    assert reading.text is not None
    assert "ends inside of a part" in reading.problems[0]


@pytest.mark.parametrize("data", [winmail(), winmail(attribute(1, MESSAGE, b"\xff" * 40)), winmail()[:5]])
def test_a_winmail_that_holds_nothing_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"winmail\.dat|damaged"):
        read("winmail.dat", data, most_bytes=MOST)


# --- mailboxes -------------------------------------------------------------------------------------------------------

PST = b"!BDN" + bytes(600)


def program(folder: Path, script: str) -> None:
    made = folder / "readpst"
    made.write_text(f"#!{sys.executable}\nimport sys\nfrom pathlib import Path\n{script}\n")
    made.chmod(0o755)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    return tmp_path


def test_without_the_program_a_mailbox_is_named(path: Path) -> None:
    with pytest.raises(UnreadableError, match="install readpst"):
        read("a.pst", PST, most_bytes=MOST)


def test_the_mails_of_a_mailbox(path: Path) -> None:
    program(
        path,
        "out = Path(sys.argv[sys.argv.index('-o') + 1])\n"
        "assert Path(sys.argv[-1]).read_bytes().startswith(b'!BDN')\n"
        "(out / 'Inbox').mkdir()\n"
        "(out / 'Inbox' / '1.eml').write_text('Subject: lunch\\n\\nSoup.')\n"
        "(out / 'Inbox' / 'link.eml').symlink_to('/etc/passwd')\n",
    )
    assert [(m.name, m.data) for m in read("a.pst", PST, most_bytes=MOST).members] == [
        ("Inbox/1.eml", b"Subject: lunch\n\nSoup.")
    ]
    assert list((path / "temporary").iterdir()) == []


def test_a_mailbox_that_the_program_can_not_read(path: Path) -> None:
    program(path, "sys.exit('no such luck')")
    with pytest.raises(UnreadableError, match="no such luck"):
        list(read("a.pst", PST, most_bytes=MOST).members)
