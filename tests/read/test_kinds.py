"""What kind of file it is, and what the caller is told where it is none that is read."""

import gzip
import zipfile
from io import BytesIO

import pytest

from sayso.errors import UnreadableError
from sayso.read import Kind, kind_of, read

MEMO = b"From: the desk\nTo: all\nSubject: lunch\nDate: Monday\n\nThere will be soup.\n"
MAIL = b"Message-ID: <1@kelpline.example>\nFrom: ane@kelpline.example\nSubject: lunch\n\nThere will be soup.\n"
MBOX = b"From ane@kelpline.example Mon May  3 09:15:00 2021\n" + MAIL


def archive(*members: str) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for member in members:
            file.writestr(member, "x")
    return packed.getvalue()


KINDS = [
    # the content decides
    ("a.txt", b"The bridge was closed.", Kind.TEXT),
    ("a.txt", b"%PDF-1.7\n%\xe2\xe3\n", Kind.PDF),
    ("a.txt", b"The file began with %PDF-1.7, he said.", Kind.TEXT),
    ("a", b"%PDF-1.7\n%\xe2\xe3\n", Kind.PDF),
    ("a.pdf", b"\r\n%PDF-1.7\n%\xe2\xe3\n", Kind.PDF),
    ("scan", b"<!DOCTYPE html>\n<p>Closed.</p>", Kind.HTML),
    ("a.txt", b"\xef\xbb\xbf<html><body>Closed.</body></html>", Kind.HTML),
    ("a", '<?xml version="1.0"?>\n<!-- made by hand -->\n<html>'.encode("utf-16"), Kind.HTML),
    ("a.docx", archive("[Content_Types].xml", "word/document.xml"), Kind.DOCX),
    ("a.docx", archive("[Content_Types].xml", "xl/workbook.xml"), Kind.XLSX),
    ("a", archive("ppt/presentation.xml"), Kind.PPTX),
    # an archive that holds such a file is an archive
    ("a.docx", archive("memo/word/document.xml"), Kind.ZIP),
    ("a.gz", gzip.compress(b"Closed.", mtime=0), Kind.GZIP),
    ("a", b"BZh91AY&SY", Kind.BZIP2),
    ("a", b"\xfd7zXZ\x00\x00", Kind.XZ),
    ("a", b"7z\xbc\xaf\x27\x1c", Kind.SEVEN_ZIP),
    ("a", b"!BDN" + bytes(9), Kind.PST),
    ("winmail.dat", b"\x78\x9f\x3e\x22" + bytes(9), Kind.TNEF),
    ("a.doc", b"{\\rtf1 Closed.}", Kind.RTF),
    ("a", b"WARC/1.0\r\nWARC-Type: warcinfo\r\n", Kind.WARC),
    ("a", b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", Kind.CALENDAR),
    ("a", b"BEGIN:VCARD\r\nVERSION:3.0\r\n", Kind.CONTACTS),
    ("a.txt", b"WEBVTT\n\n00:01.000 --> 00:02.000\nClosed.", Kind.SUBTITLES),
    ("a", b"1\n00:00:01,000 --> 00:00:02,000\nClosed.", Kind.SUBTITLES),
    # markup that a text only mentions
    ("a.txt", b"She wrote <html> on the board.", Kind.TEXT),
    # the name decides between kinds of text
    ("a.html", b"The bridge was closed.", Kind.HTML),
    ("a.eml", b"Subject: x\n\nClosed.", Kind.MAIL),
    ("a.mbox", b"Closed.", Kind.MBOX),
    ("a.eml", MBOX, Kind.MBOX),
    ("a.csv", b"To,Sum\nQuill,3\n", Kind.CSV),
    ("a.mht", b"From: <Saved by a browser>\nContent-Type: multipart/related; boundary=b\n\n", Kind.SAVED_PAGE),
    ("a", b"Snapshot-Content-Location: https://kelpline.example/\nSubject: x\n\n", Kind.SAVED_PAGE),
    ("Ane/cur/1620033300.M1P2.host:2,S", b"Subject: lunch\n\nThere will be soup.\n", Kind.MAIL),
    # a memo is no mail, even with four lines that look like a header; what a mail program wrote is
    ("a.txt", MEMO, Kind.TEXT),
    ("a.txt", MAIL, Kind.MAIL),
    ("archive", MBOX, Kind.MBOX),
    # UTF-16 without a mark is text, for all its zeros
    ("a.txt", "The bridge was closed.".encode("utf-16-le"), Kind.TEXT),
]


@pytest.mark.parametrize(("name", "data", "kind"), KINDS)
def test_kind(name: str, data: bytes, kind: Kind) -> None:
    assert kind_of(name, data).kind is kind


UNREADABLE = [
    (b"", "an empty file"),
    (b" \n\t ", "an empty file"),
    (b"ID3\x04" + bytes(40), "a sound file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old Office file"),
    (b"Rar!\x1a\x07\x00" + bytes(40), "a RAR archive"),
    (b"SQLite format 3\x00" + bytes(40), "an SQLite database"),
    (bytes(range(256)) * 20, "data without text"),
]


@pytest.mark.parametrize(("data", "description"), UNREADABLE)
def test_what_is_not_read_is_named(data: bytes, description: str) -> None:
    with pytest.raises(UnreadableError, match=description):
        read("file", data, most_bytes=1 << 20)


def test_a_compressed_file_is_read_by_the_name_inside() -> None:
    packed = gzip.compress(b"<p>The bridge over the Larch was closed at noon, the harbour master said.</p>", mtime=0)
    reading = read("page.html.gz", packed, most_bytes=1 << 20)
    assert reading.media_type == "text/html"
    assert reading.text is not None
    assert reading.text.characters == "The bridge over the Larch was closed at noon, the harbour master said."


COMPRESSED = [
    (gzip.compress(bytes(5 << 20), mtime=0), "unpacks to more than 1 MiB"),
    (gzip.compress(b"words " * 100, mtime=0)[:-20], "damaged gzip"),
    (gzip.compress(gzip.compress(b"words", mtime=0), mtime=0), "compressed twice"),
    (gzip.compress(b"", mtime=0), "an empty file"),
]


@pytest.mark.parametrize(("data", "why"), COMPRESSED)
def test_compressed_files_that_are_not_read(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableError, match=why):
        read("a.txt.gz", data, most_bytes=1 << 20)


def test_a_file_over_the_limit_is_not_read() -> None:
    with pytest.raises(UnreadableError, match="larger than 10 bytes"):
        read("a.txt", b"eleven char", most_bytes=10)
