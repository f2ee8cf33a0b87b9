"""The body of an HTTP answer without what was done to it on the way (RFC 9112 chunks, RFC 9110 content codings)."""

import gzip
import zlib
from collections.abc import Mapping
from io import BytesIO

from sayso.errors import UnreadableError
from sayso.read.archive_limits import TooMuchError, in_words, read_at_most


def plain_body(body: bytes, headers: Mapping[str, str], most_bytes: int) -> bytes:
    """The body as its page was; `headers` have names in lower case.

    Raises `TooMuchError` if it unpacks to more than `most_bytes`, `UnreadableError` for damage and for codings that
    are not known here.
    """
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _joined(body)
    coding = headers.get("content-encoding", "").strip().lower()
    try:
        if coding in ("gzip", "x-gzip") and body.startswith(b"\x1f\x8b"):
            return read_at_most(gzip.GzipFile(fileobj=BytesIO(body)), most_bytes)  # type: ignore[arg-type]
        if coding == "deflate":
            return _inflated(body, most_bytes)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableError(f"Its compression is damaged ({error}); capture it again.") from error
    if coding in ("br", "zstd", "compress"):
        raise UnreadableError(f"It is compressed with {coding}, which is not read; capture it again without.")
    return body


def _joined(body: bytes) -> bytes:
    """The chunks one after another; archives that joined them already kept the field, so what has none is whole."""
    pieces: list[bytes] = []
    at = 0
    while (end := body.find(b"\r\n", at)) >= 0:
        size = body[at:end].partition(b";")[0].strip()
        try:
            length = int(size, 16)
        except ValueError:
            return body if not pieces else b"".join(pieces)
        if length == 0:
            break
        if length < 0:
            return body
        pieces.append(body[end + 2 : end + 2 + length])
        at = end + 2 + length + 2
    return b"".join(pieces) if pieces else body


def _inflated(body: bytes, most_bytes: int) -> bytes:
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        inflater = zlib.decompressobj(bits)
        try:
            unpacked = inflater.decompress(body, most_bytes + 1)
        except zlib.error:
            continue
        if len(unpacked) > most_bytes:
            raise TooMuchError(f"It unpacks to more than the {in_words(most_bytes)} that are read of one file.")
        return unpacked
    raise zlib.error("no deflate stream")
