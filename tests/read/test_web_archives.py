"""Saved pages: their words, the address they were saved from, and when."""

import gzip
import zlib

import pytest

from sayso.errors import UnreadableError
from sayso.model.document import Member
from sayso.read import read
from tests.read.made import captured

MOST = 2 << 20
WORDS = "The bridge over the Larch was closed at noon, the harbour master said. Nobody was hurt, she added later."
PAGE = f"<html><head><title>Closed</title></head><body><article><p>{WORDS}</p></article></body></html>".encode()
ADDRESS = "https://larchway.example/news/quay"

MHTML = (
    b"From: <Saved by a browser>\r\nSnapshot-Content-Location: https://larchway.example/news/quay\r\n"
    b"Subject: =?utf-8?Q?Closed_=E2=80=93_Larchway?=\r\nDate: Mon, 3 May 2021 09:15:00 +0200\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n'
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\n%s\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n"
)


def test_a_page_saved_as_one_file() -> None:
    reading = read(
        "a.mhtml", MHTML % PAGE.replace(b"=", b"=3D").replace(b"harbour ", b"harbour =\r\n"), most_bytes=MOST
    )
    assert reading.text is not None
    assert reading.text.characters == WORDS
    known = reading.metadata
    assert (known.title, known.address, known.captured) == ("Closed", ADDRESS, "2021-05-03T09:15:00+02:00")


def test_a_saved_page_without_html_is_refused() -> None:
    with pytest.raises(UnreadableError, match="holds no HTML"):
        read("a.mht", MHTML.replace(b"text/html\r\nContent-T", b"text/css\r\nContent-T") % b"x", most_bytes=MOST)


INFO = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 5\r\n\r\nhello\r\n\r\n"


def pages(data: bytes, name: str = "a.warc") -> list[Member]:
    return list(read(name, data, most_bytes=MOST).members)


def chunked(body: bytes) -> bytes:
    half = len(body) // 2
    return b"".join(b"%x;x=1\r\n%s\r\n" % (len(part), part) for part in (body[:half], body[half:])) + b"0\r\n\r\n"


BODIES = [
    ("", PAGE),
    ("Transfer-Encoding: chunked\r\n", chunked(PAGE)),
    # the archive has joined the chunks and kept the field
    ("Transfer-Encoding: chunked\r\n", PAGE),
    ("Content-Encoding: gzip\r\n", gzip.compress(PAGE)),
    ("Content-Encoding: deflate\r\n", zlib.compress(PAGE)),
    ("Content-Encoding: deflate\r\n", zlib.compress(PAGE)[2:-4]),
    ("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunked(gzip.compress(PAGE))),
]


@pytest.mark.parametrize(("head", "body"), BODIES)
def test_a_captured_page_is_as_it_was(head: str, body: bytes) -> None:
    [page] = pages(INFO + captured(ADDRESS, body, head=head))
    assert page.data == PAGE
    assert page.name == "larchway.example/news/quay.html"
    assert page.known is not None
    assert (page.known.address, page.known.captured) == (ADDRESS, "2021-05-03T09:15:00Z")


def test_records_compressed_one_by_one() -> None:
    data = gzip.compress(INFO) + gzip.compress(captured(ADDRESS, PAGE)) + gzip.compress(captured(ADDRESS, PAGE + b" "))
    assert [p.name for p in pages(data, "a.warc.gz")] == [
        "larchway.example/news/quay.html",
        "larchway.example/news/quay-2.html",
    ]


def test_what_is_no_document_is_passed_over() -> None:
    data = captured(ADDRESS, b"x", "image/png") + captured(ADDRESS, PAGE, status="404 Not Found")
    assert pages(INFO + data + captured("dns:larchway.example", b"x", "text/dns")) == []


LOST = [
    (captured(ADDRESS, bytes(3 << 20)), "would unpack to 3 MiB"),
    (captured(ADDRESS, gzip.compress(bytes(3 << 20)), head="Content-Encoding: gzip\r\n"), "unpacks to more than"),
    (captured(ADDRESS, zlib.compress(bytes(3 << 20)), head="Content-Encoding: deflate\r\n"), "unpacks to more than"),
    (captured(ADDRESS, gzip.compress(PAGE)[:40], head="Content-Encoding: gzip\r\n"), "compression is damaged"),
    (captured(ADDRESS, b"x", head="Content-Encoding: br\r\n"), "compressed with br"),
]


@pytest.mark.parametrize(("data", "why"), LOST)
def test_a_page_that_can_not_be_had_is_lost_by_itself(data: bytes, why: str) -> None:
    lost, kept = pages(gzip.compress(data + captured(ADDRESS, PAGE)), "a.warc.gz")
    assert lost.lost
    assert why in lost.problem
    assert kept.data == PAGE


DAMAGED = [
    (captured(ADDRESS, PAGE)[:-40], "ends inside of a record"),
    (b"<html>\r\n", "does not start with WARC"),
    (b"WARC/1.0\r\nContent-Length: -5\r\n\r\n", "does not say how long"),
    (b"WARC/1.0\r\n" + b"x" * 200_000, "never ends"),
]


@pytest.mark.parametrize(("data", "why"), DAMAGED)
def test_what_comes_before_the_damage_is_read(data: bytes, why: str) -> None:
    found: list[Member] = []
    with pytest.raises(UnreadableError, match=why):
        found.extend(read("a.warc", captured(ADDRESS, PAGE) + data, most_bytes=MOST).members)
    assert [p.data for p in found] == [PAGE]
