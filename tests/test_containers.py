"""Documents inside of others: where they lie, what they belong to, and mails that lie in many places at once."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.file_reader import FileReader, ReadFile, Source, pack
from sayso.settings import Settings
from sayso.store.case_file import open_store
from sayso.survey import FileOnDisk
from tests.read.made import captured, tarred, zipped

WORDS = b"The harbour office was closed on Monday, said Ane Quill."
MAIL = (
    b"From: Ane Quill <ane@kelpline.example>\nTo: R. Oduya <r.oduya@kelpline.example>\nSubject: The office\n"
    b"Message-ID: <7@kelpline.example>\nDate: Mon, 3 May 2021 09:15:00 +0200\n"
)
SENT = MAIL + (
    b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\n%s\n"
    b"--b\nContent-Disposition: attachment; filename=a.zip\n\n%s\n--b--\n"
)


@pytest.fixture(scope="module")
def reader() -> FileReader:
    return FileReader(Settings(workers=1))


def read(reader: FileReader, name: str, data: bytes) -> ReadFile:
    return reader.read_file(Source(FileOnDisk(f"/pile/{name}", name, len(data), 0, "0" * 64), data))


def mailbox(*mails: bytes) -> bytes:
    return b"".join(b"From a Mon May  3 09:15:00 2021\n" + mail + b"\n\n" for mail in mails)


def test_every_item_knows_its_container(reader: FileReader) -> None:
    attached = zipped({"letters/memo.txt": WORDS + b" That was all."})
    data = tarred({"box/in.mbox": mailbox(SENT % (WORDS, attached)), "well.txt": WORDS})
    file = read(reader, "leak.tar", data)
    assert file.problems == ()
    mail, memo, well = file.documents
    assert mail.document.path == "/pile/leak.tar!box/in.mbox!1.eml"
    assert memo.member == "box/in.mbox!1.eml!a.zip!letters/memo.txt"
    assert (mail.parent, memo.parent, well.parent) == (None, mail.document.id, None)
    assert well.data == WORDS


def test_a_captured_page_keeps_its_address_and_the_moment(reader: FileReader) -> None:
    page = b"<html><body><article><p>" + WORDS + b" Nobody else was there to be asked.</p></article></body></html>"
    [found] = read(reader, "a.warc", captured("https://larchway.example/office", page)).documents
    known = found.document.metadata
    assert (known.address, known.captured) == ("https://larchway.example/office", "2021-05-03T09:15:00Z")


def test_the_same_mail_in_ten_mailboxes_is_one_document(reader: FileReader, tmp_path: Path) -> None:
    boxes: Mapping[str, bytes] = {
        f"{n}.mbox": mailbox(b"Received: from a by %d; Mon, 3 May 2021 07:15:09 +0000\n" % n + MAIL + b"\n" + WORDS)
        for n in range(10)
    }
    secret = MAIL + b"Bcc: Cy <cy@kelpline.example>\n\n" + WORDS
    with open_store(tmp_path / "a.sayso", Settings(), create=True, write=True) as store:
        for name, data in {**boxes, "sent.mbox": mailbox(secret)}.items():
            size = FileOnDisk(f"/pile/{name}", name, len(data), 0, name.ljust(64, "0"))
            store.record([pack(size, read(reader, name, data), "v")], by="Ane")
        rows = {len(store.document(row.id).locations): row for row in store.documents()}
        assert rows.keys() == {1, 10}
        places = store.document(rows[10].id).locations
        assert sorted(place.path for place in places) == [f"/pile/{n}.mbox" for n in range(10)]
        messages = [found.event.participants for found in store.events()]
        assert sorted(messages) == [("Ane Quill", "R. Oduya"), ("Ane Quill", "R. Oduya", "Cy")]
        assert store.blob(rows[10].id).startswith(b"Received: from a by 0;")


def test_bytes_that_an_earlier_version_knew_as_another_document(reader: FileReader, tmp_path: Path) -> None:
    """The ids of mails were made of their bytes once."""
    data = MAIL + b"\n" + WORDS
    file = FileOnDisk("/pile/a.eml", "a.eml", len(data), 0, "0" * 64)
    known = pack(file, read(reader, "a.eml", data), "v2")
    [packed] = known.documents
    with open_store(tmp_path / "a.sayso", Settings(), create=True, write=True) as store:
        old = replace(
            packed,
            id="d0",
            row={**packed.row, "id": "d0", "read_with": "v1"},
            findings=dict.fromkeys(packed.findings, ()),
        )
        store.record([replace(known, documents=(old,), read_with="v1")], by="Ane")
        store.record([known], by="Ane")
        states = {row.id: row.state.value for row in store.documents()}
        assert states.pop(packed.id) == "present"
        assert set(states.values()) <= {"replaced"}
        store.remove("d0", purge=True, by="Ane")
        assert store.blob(packed.id) == data
