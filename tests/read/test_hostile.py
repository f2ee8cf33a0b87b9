"""Files made to hurt: whatever they hold, a reader gives a reading that is sound, or refuses in a sentence."""

import gzip
import random
import time
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UnreadableError
from sayso.model.document import Member
from sayso.model.span import Span
from sayso.read import read
from sayso.read.reading import Reading

MEBIBYTE = 1 << 20
MOST_BYTES = 50 * MEBIBYTE
MOST_SECONDS = 20
"""Processor time: far above what any takes, far below what comparing everything with everything would."""

NOISE = random.Random(1).randbytes(100_000)
MAIL = b"From: a@kelpline.example\nMessage-ID: <1@kelpline.example>\nDate: Mon, 3 May 2021 09:15:00 +0000\n"
HTML_MAIL = MAIL + b"Content-Type: text/html\n\n"
MIXED = MAIL + b"Content-Type: multipart/mixed; boundary=b\n\n"


def nested_mail(depth: int) -> bytes:
    layers = (b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(depth))
    return MAIL + b"".join(layers) + b"\nwords\n"


def mails_in_mails(depth: int) -> bytes:
    return MAIL + b"Content-Type: message/rfc822\n\n" * depth + b"words\n"


def zipped(files: Mapping[str, bytes]) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def word(document: bytes, target: str = "word/document.xml") -> bytes:
    relation = f'<R><R Type="x/officeDocument" Target="{target}"/></R>'
    return zipped({"_rels/.rels": relation.encode(), "word/document.xml": document})


def pdf(objects: bytes, trailer: bytes = b"<</Root 1 0 R>>") -> bytes:
    return b"%PDF-1.7\n" + objects + b"\ntrailer\n" + trailer + b"\nstartxref\n0\n%%EOF\n"


ENTITIES = b"<!DOCTYPE d [<!ENTITY a 'ha'>" + b"".join(
    b"<!ENTITY %c '%s'>" % (name, b"&%c;" % (name - 1) * 40) for name in b"bcdefgh"
)

HOSTILE: Mapping[str, tuple[str, bytes]] = {
    # nothing, and noise
    "empty": ("a.txt", b""),
    "spaces": ("a.eml", b" \n" * 1000),
    "zeros": ("a.txt", bytes(MEBIBYTE)),
    "noise": ("a.pdf", NOISE),
    "a byte order mark alone": ("a.txt", b"\xff\xfe"),
    "half of a UTF-16 character": ("a.txt", b"\xff\xfea\0\x3d\xd8"),
    # names that are paths
    "a path": ("../../../etc/passwd", b"root\n"),
    "a name of a megabyte": ("a" * MEBIBYTE, b"text\n"),
    "a name with a zero": ("a\0b.txt", b"text\n"),
    # compressed files that grow
    "gzip bomb": ("a.txt.gz", gzip.compress(bytes(60 * MEBIBYTE))),
    "gzip in gzip": ("a.gz", gzip.compress(gzip.compress(b"text"))),
    "gzip cut off": ("a.txt.gz", gzip.compress(NOISE[:5000])[:2000]),
    "zip bomb": ("a.docx", word(b"<d><body>" + b" " * 40 * MEBIBYTE + b"</body></d>")),
    "zip of 30,000 files": ("a.docx", zipped({f"word/document{n}": b"" for n in range(30_000)})),
    # XML that grows or reaches for files
    "entities": ("a.docx", word(ENTITIES + b"]><d><body a='&h;'><p><r><t>&h;</t></r></p></body></d>")),
    "a file as entity": ("a.docx", word(b"<!DOCTYPE d [<!ENTITY a SYSTEM '/etc/passwd'>]><d><body>&a;</body></d>")),
    "a part outside of the file": ("a.docx", word(b"<d/>", "../../../../etc/passwd")),
    "a part on the network": ("a.docx", word(b"<d/>", "https://kelpline.example/d.xml")),
    "deep XML": ("a.docx", word(b"<d><body>" + b"<ins>" * 200_000)),
    "deep XML within the limit": ("a.docx", word(b"<d><body>" + b"<ins>" * 240 + b"</ins>" * 240 + b"</body></d>")),
    # mails
    "100 multiparts in each other": ("a.eml", nested_mail(100)),
    "5,000 multiparts in each other": ("a.eml", nested_mail(5000)),
    "mails in mails": ("a.eml", mails_in_mails(5000)),
    "10,000 parts": ("a.eml", MIXED + b"--b\nContent-Type: application/pdf\n\nx\n" * 10_000 + b"--b--"),
    "100,000 empty parts": ("a.eml", MIXED + b"--b\n" * 100_000),
    "a parameter that never ends": ("a.eml", MAIL + b'Content-Type: text/plain; x="' + b";" * 200_000 + b"\n\nx"),
    "a header that never ends": ("a.eml", MAIL + b"To: " + b"a@b.example, " * 100_000 + b"\n\nx"),
    "comments in comments": ("a.eml", b"From: " + b"(" * 100_000 + b"\n" + MAIL + b"\nx"),
    "signs of quotation": ("a.eml", MAIL + b"\n" + b">" * MEBIBYTE),
    "quotations in quotations": ("a.eml", MAIL + b"\n" + b"".join(b">" * n + b"x\n" for n in range(1000))),
    "original messages": ("a.eml", MAIL + b"\n" + b"-----Original Message-----\nFrom: A\nTo: B\nDate: C\n\n" * 5000),
    "introductions": ("a.eml", MAIL + b"\n" + b"On 1 May 2020 at 12:00 A wrote:\n\n" * 20_000),
    "disclaimers": ("a.eml", MAIL + b"\n" + b"this message and any attachments " * 30_000),
    "addresses": ("a.eml", MAIL + b"\nFrom: " + b"a@" * 500_000 + b"\nTo: b\nDate: c\n"),
    "brackets": ("a.eml", MAIL + b"\n" + b"[a " * 300_000),
    "blockquotes": ("a.eml", HTML_MAIL + b"<blockquote>x" * 10_000),
    "line breaks": ("a.eml", HTML_MAIL + b"<br>x" * 50_000),
    "damaged base64": ("a.eml", MAIL + b"Content-Transfer-Encoding: base64\n\n" + b"A" * 99_997),
    "code points from numbers": ("a.eml", MAIL + b"Content-Type: text/plain; charset=unicode_escape\n\n\\ud800"),
    "half a character": ("a.eml", MAIL + b"Content-Type: text/plain; charset=utf-7\n\n+2AA-"),
    "a codec that computes": ("a.eml", MAIL + b"Content-Type: text/plain; charset=punycode\n\n" + b"a-b" * 100_000),
    "a year beyond the calendar": ("a.eml", b"Date: Mon, 3 May 99999 09:15:00 +0000\n" + MAIL + b"\nx"),
    # mailboxes
    "a mailbox of nothing": ("a.mbox", b"From a Mon May  3 09:15:00 2021\n" * 10_000),
    "100,000 mails": ("a.mbox", b"From a Mon May  3 09:15:00 2021\na: b\n\n" * 100_000),
    # HTML
    "deep HTML": ("a.html", b"<html><body>" + b"<div>" * 50_000 + b"x"),
    "tags that never close": ("a.html", b"<html><body>" + b"<a href='" * 20_000),
    "comments that never close": ("a.html", b"<html><body>" + b"<!--" * 50_000),
    "attributes": ("a.html", b"<html><body><p " + b"a=b " * 100_000 + b">x</p>"),
    "character references": ("a.html", b"<html><body>" + b"&#xd800;&#99999999;&" * 20_000),
    # PDF
    "PDF without pages": ("a.pdf", pdf(b"1 0 obj<</Type/Catalog>>endobj")),
    "PDF whose pages are their own children": (
        "a.pdf",
        pdf(b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>endobj"),
    ),
    "PDF with a billion pages": (
        "a.pdf",
        pdf(b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 999999999/Kids[]>>endobj"),
    ),
    "PDF of deep arrays": ("a.pdf", pdf(b"1 0 obj" + b"[" * 100_000 + b"endobj")),
    # lines
    "one line of a megabyte": ("a.txt", b"word " * (MEBIBYTE // 5)),
    "200,000 lines": ("a.txt", b"x\n\n" * 200_000),
    "signs that write backwards": ("a.txt", "\u202eabc\u2066\ufeff\0".encode() * 1000),
}


def read_or_refuse(name: str, data: bytes) -> Reading | None:
    try:
        return read(name, data, most_bytes=MOST_BYTES)
    except UnreadableError as error:
        message = str(error)
        assert 10 < len(message) < 1000, message
        return None


def members_of(reading: Reading) -> list[Member]:
    """What can be taken out, up to where the container is damaged."""
    found: list[Member] = []
    with suppress(UnreadableError):
        found.extend(reading.members)
    return found


def assert_sound(reading: Reading) -> None:
    """Every offset points into the text, every character can be stored, and no name leads elsewhere."""
    for problem in reading.problems:
        assert len(problem) < 1000
    for member in members_of(reading):
        assert len(member.problem) < 1000
        for part in member.name.split("/"):
            assert part not in ("", ".", "..")
            assert len(part) < 200
            assert not any(c in part for c in "\0\n\r\\")
    if reading.text is None:
        return
    text = reading.text
    whole = Span(0, len(text.characters))
    text.characters.encode("utf-8")
    for mark in text.marks:
        assert whole.contains(mark.span)
        assert mark.target is None or whole.contains(mark.target)
    for edit in text.edits:
        assert whole.contains(edit.span)
    for place in text.layout.words if text.layout else ():
        assert whole.contains(place.span)
    for piece in text.source_map.pieces if text.source_map else ():
        assert 0 <= piece.start < piece.end <= whole.end
    for value in (reading.metadata.title, *reading.metadata.authors, *(v for _, v in reading.metadata.headers)):
        (value or "").encode("utf-8")


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_files(what: str) -> None:
    name, data = HOSTILE[what]
    started = time.process_time()
    reading = read_or_refuse(name, data)
    assert time.process_time() - started < MOST_SECONDS
    if reading is not None:
        assert_sound(reading)
        assert len(reading.text.characters if reading.text else "") <= 2 * len(data) + 1000


def test_no_file_of_this_machine_gets_into_a_text() -> None:
    for what in ("a file as entity", "a part outside of the file"):
        reading = read_or_refuse(*HOSTILE[what])
        assert reading is None or reading.text is None or "root:" not in reading.text.characters


_STARTS = (
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    MIXED + b"--b\n",
    b"From a Mon May  3 09:15:00 2021\na: b\n\n",
    b"<html>",
    b"",
    b"{\\rtf1 ",
    b"\x78\x9f\x3e\x22",
    b"WARC/1.0\r\n",
    b"BEGIN:VCARD\n",
    b"BEGIN:VCALENDAR\n",
    b"WEBVTT\n\n",
    b"BZh9",
    b"!BDN",
)


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from(
        ["a.txt", "a.html", "a.pdf", "a.docx", "a.eml", "a.mbox", "a", "a.tar", "a.csv", "a.mht", "a.xlsx", "a.zip"]
    ),
    st.binary(max_size=400),
)
def test_noise_is_read_or_refused(name: str, noise: bytes) -> None:
    for start in _STARTS:
        reading = read_or_refuse(name, start + noise)
        if reading is not None:
            assert_sound(reading)
