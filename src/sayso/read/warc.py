"""Web archives (WARC 1.0 and 1.1, ISO 28500): each captured page with its address and the time."""

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from lzma import LZMAError
from pathlib import PurePosixPath
from typing import IO
from urllib.parse import unquote, urlsplit

from sayso.errors import UnreadableError
from sayso.model.document import Member, Metadata
from sayso.read.archive_limits import Limited, TooMuchError, refusal
from sayso.read.http_body import plain_body
from sayso.read.item_names import ItemNames
from sayso.read.reading import Reading
from sayso.read.tar_items import MOST_UNPACKED

MEDIA_TYPE = "application/warc"
_VERSION = re.compile(rb"WARC/[01]\.\d+\s*$")
_DOCUMENTS = re.compile(
    r"(?:text/(?!css|javascript)|application/(?:xhtml|pdf|rtf|msword|zip|epub|vnd\.|mbox|xml)|message/rfc822)",
    re.IGNORECASE,
)
_MOST_LINE, _MOST_FIELDS = 1 << 16, 1000
_DAMAGE = (zlib.error, LZMAError, EOFError, OSError, ValueError)


def read_warc(unpack: Callable[[], IO[bytes]], most_bytes: int) -> Reading:
    """The pages of a web archive as members; `unpack` opens its bytes, decompressed.

    Answers other than "200 OK", and pictures, scripts and styles are passed over. A page of more than `most_bytes` is
    a lost member. Going through them raises `UnreadableError` where the archive is damaged, after the pages before.
    """
    return Reading(MEDIA_TYPE, None, members=WarcItems(unpack, most_bytes))


def read_warc_file(data: bytes, most_bytes: int) -> Reading:
    """The same for a web archive that is not compressed."""
    return read_warc(lambda: BytesIO(data), most_bytes)


class WarcItems:
    """The pages of a web archive, each unpacked when it is its turn."""

    def __init__(self, unpack: Callable[[], IO[bytes]], most_bytes: int) -> None:
        self._unpack, self._most_bytes = unpack, most_bytes

    def __iter__(self) -> Iterator[Member]:
        names = ItemNames()
        try:
            with self._unpack() as stream:
                records = _Records(Limited(stream, MOST_UNPACKED * self._most_bytes), self._most_bytes)
                for fields, block, problem in records:
                    member = self._member(fields, block, problem, names)
                    if member is not None:
                        yield member
        except _DAMAGE as error:
            raise UnreadableError(f"From here on the web archive is damaged ({error}); get a whole copy.") from error

    def _member(self, fields: Mapping[str, str], block: bytes, problem: str, names: ItemNames) -> Member | None:
        kind = fields.get("warc-type")
        address = fields.get("warc-target-uri", "").strip("<> ")
        if kind not in ("response", "resource") or not address.startswith(("http:", "https:", "ftp:")):
            return None
        known = Metadata(address=address, captured=fields.get("warc-date"))
        if problem:
            return Member(_name(address, "", names), b"", problem, lost=True, known=known)
        content_type = fields.get("content-type", "")
        if kind == "response":
            head, _, block = block.partition(b"\r\n\r\n")
            status, headers = _http_head(head)
            content_type = headers.get("content-type", "")
            if status != "200":
                return None
            if content_type and not _DOCUMENTS.match(content_type):
                return None
            name = _name(address, content_type, names)
            try:
                block = plain_body(block, headers, self._most_bytes)
            except TooMuchError as error:
                return Member(name, b"", str(error), lost=True, known=known)
            except UnreadableError as error:
                return Member(name, b"", str(error), lost=True, known=known)
            return Member(name, block, known=known)
        if content_type and not _DOCUMENTS.match(content_type):
            return None
        return Member(_name(address, content_type, names), block, known=known)


class _Records:
    """The records of a web archive in order: fields (names in lower case), block, and why the block is not there."""

    def __init__(self, stream: Limited, most_bytes: int) -> None:
        self._stream, self._most_bytes = stream, most_bytes
        self._held = b""

    def __iter__(self) -> Iterator[tuple[Mapping[str, str], bytes, str]]:
        while (line := self._line()) is not None:
            if not line.strip():
                continue
            if not _VERSION.match(line):
                raise UnreadableError("From here on it is no web archive: a record does not start with WARC/1.")
            fields = self._fields()
            length = fields.get("content-length", "")
            if not length.isdigit() or len(length) > 15:
                raise UnreadableError("From here on the web archive is damaged: a record does not say how long it is.")
            size = int(length)
            problem = refusal(size, None, self._most_bytes)
            if problem:
                self._skip(size)
                yield fields, b"", problem
            else:
                yield fields, self._exactly(size), ""

    def _fields(self) -> Mapping[str, str]:
        fields: dict[str, str] = {}
        while (line := self._line()) is not None and line.strip():
            name, _, value = line.decode("utf-8", "replace").partition(":")
            if len(fields) < _MOST_FIELDS:
                fields.setdefault(name.strip().lower(), value.strip())
        return fields

    def _line(self) -> bytes | None:
        """The next line, `None` at the end."""
        while (end := self._held.find(b"\n")) < 0:
            if len(self._held) > _MOST_LINE:
                raise UnreadableError("From here on the web archive is damaged: a line of a record's head never ends.")
            more = self._stream.read(1 << 13)
            if not more:
                line, self._held = self._held, b""
                return line or None
            self._held += more
        line, self._held = self._held[: end + 1], self._held[end + 1 :]
        return line

    def _exactly(self, size: int) -> bytes:
        pieces, self._held = [self._held[:size]], self._held[size:]
        left = size - len(pieces[0])
        while left:
            more = self._stream.read(min(left, 1 << 20))
            if not more:
                raise UnreadableError("The web archive ends inside of a record; get a whole copy.")
            pieces.append(more)
            left -= len(more)
        return b"".join(pieces)

    def _skip(self, size: int) -> None:
        while size > 0:
            size -= len(self._exactly(min(size, 1 << 20)))


def _http_head(head: bytes) -> tuple[str, Mapping[str, str]]:
    """The status and the fields (names in lower case) of an answer (RFC 9112)."""
    first, *lines = head.decode("latin-1").split("\r\n")
    parts = first.split(" ", 2)
    fields: dict[str, str] = {}
    for line in lines[:_MOST_FIELDS]:
        name, _, value = line.partition(":")
        fields.setdefault(name.strip().lower(), value.strip())
    return (parts[1] if len(parts) > 1 and parts[0].startswith("HTTP/") else ""), fields


_SUFFIXES = {"text/html": ".html", "application/xhtml+xml": ".html", "application/pdf": ".pdf", "text/plain": ".txt"}


def _name(address: str, content_type: str, names: ItemNames) -> str:
    """A name made of the address, ending as its kind does: "larchway.example/news/quay.html"."""
    try:
        parts = urlsplit(address)
        host, path = parts.hostname or "", unquote(parts.path)
    except ValueError:
        host, path = "", ""
    path = path.rstrip("/") or "/index"
    suffix = _SUFFIXES.get(content_type.partition(";")[0].strip().lower(), "")
    if suffix and PurePosixPath(path).suffix.lower() not in (suffix, ".htm"):
        path += suffix
    name, _ = names.harmless(f"{host}/{path.lstrip('/')}".replace("..", "."))
    return name
