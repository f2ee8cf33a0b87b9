"""The parts of a mail (RFC 2045, 2046), each with its exact bytes.

The standard library's parser decodes headers and bodies here, but the walk is our own: that parser recurses, so a
mail nested deep enough stops it, and it can't give back the bytes of an attached mail as they were sent.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import Message
from email.parser import HeaderParser
from email.policy import compat32

_HEADER_LINE = re.compile(rb"[!-9;-~]+[ \t]*:|[ \t]+\S|>?From ")
_MOST_HEADER_BYTES = 1 << 18
_MOST_FIELD_CHARACTERS = 8_000
_MOST_DEPTH = 100
_MOST_PARTS = 10_000


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a mail.

    `headers` are its header fields, `data` its body as sent. `children` are the parts of a multipart, in order;
    the bodies of other parts are not looked into. `defect` says what of a multipart could not be taken apart.
    """

    headers: "Message[str, str]"
    data: bytes
    children: "tuple[Part, ...]" = ()
    defect: str = ""

    @property
    def media_type(self) -> str:
        """The type in lower case; `text/plain` where none is stated or it is no type."""
        return self.headers.get_content_type()

    @property
    def disposition(self) -> str:
        """`inline`, `attachment` or what else was sent, in lower case; empty where none was."""
        return (self.headers.get_content_disposition() or "").strip()

    @property
    def charset(self) -> str:
        """The character encoding stated, in lower case; empty where none is, or it is no word."""
        try:
            return self.headers.get_content_charset() or ""
        except ValueError:
            return ""

    @property
    def filename(self) -> str:
        """The name stated (RFC 2183, 2231), as sent: possibly encoded words, a path, or nothing."""
        try:
            return self.headers.get_filename() or ""
        except ValueError:
            return ""

    def decoded(self) -> tuple[bytes, bool]:
        """The body without its transfer encoding (RFC 2045, section 6), and whether that encoding was intact."""
        # The library decodes payloads of messages only, and takes them as text with stray bytes as surrogates.
        carrier: Message[str, str] = Message(policy=compat32)
        carrier["Content-Transfer-Encoding"] = str(self.headers.get("Content-Transfer-Encoding", "")).strip()
        carrier.set_payload(self.data.decode("ascii", "surrogateescape"))
        payload = carrier.get_payload(decode=True)
        assert isinstance(payload, bytes)
        return payload, not carrier.defects


def split_headers(data: bytes) -> tuple[bytes, bytes]:
    """The header block and what comes after its blank line. A line that can't be a header starts the body."""
    at = 0
    while at < min(len(data), _MOST_HEADER_BYTES):
        end = data.find(b"\n", at) + 1 or len(data)
        line = data[at:end]
        if not line.strip():
            return data[:at], data[end:]
        if not _HEADER_LINE.match(line):
            break
        at = end
    return data[:at], data[at:]


def parse(data: bytes) -> Part:
    """The mail in `data` as a tree of parts, at most 100 deep and 10,000 in number; never raises for what is wrong."""
    return _Taker().take(data, 0)


class _Taker:
    """Takes one mail apart and counts its parts."""

    def __init__(self) -> None:
        self._left = _MOST_PARTS

    def take(self, data: bytes, depth: int) -> Part:
        self._left -= 1
        head, body = split_headers(data)
        headers = HeaderParser(policy=compat32).parsestr(_characters(head))
        for name, value in headers.items():
            # The library takes the parameters of a field apart in time that grows with the square of its length.
            if name.lower().startswith("content-") and len(value) > _MOST_FIELD_CHARACTERS:
                headers.replace_header(name, value[:_MOST_FIELD_CHARACTERS])
        if headers.get_content_maintype() != "multipart":
            return Part(headers, body)
        try:
            boundary = headers.get_boundary()
        except ValueError:
            boundary = None
        if not boundary:
            return Part(headers, body, defect="A part of the mail names no boundary, so it was not taken apart.")
        if depth >= _MOST_DEPTH:
            return Part(headers, b"", defect=f"Parts nested more than {_MOST_DEPTH} deep were not read.")
        pieces = _pieces(body, boundary)
        if not pieces:
            return Part(headers, body, defect="The boundary between the parts of the mail does not occur in it.")
        children: list[Part] = []
        for piece in pieces:
            if self._left <= 0:
                defect = f"The mail has more than {_MOST_PARTS:,} parts; the rest were not read."
                return Part(headers, body, tuple(children), defect)
            children.append(self.take(piece, depth + 1))
        return Part(headers, body, tuple(children))


def _characters(head: bytes) -> str:
    """A header block as text. Bytes outside of ASCII, which the standard forbids and mailers send, are UTF-8 or
    Windows-1252; NULs, over which the library's decoders stumble, are no part of a header.
    """
    head = head.replace(b"\0", b"")
    try:
        return head.decode("utf-8")
    except UnicodeDecodeError:
        return head.decode("cp1252", "replace")


def _pieces(body: bytes, boundary: str) -> Sequence[bytes]:
    """The bytes between boundary lines. The line break before a boundary belongs to the boundary; the last one may
    be missing, as in a mail that was cut off.
    """
    mark = re.escape(boundary.encode("utf-8", "surrogateescape"))
    lines = re.compile(rb"(?:\A|\r?\n)--" + mark + rb"(--)?[ \t]*(?=\r?\n|\Z)")
    pieces: list[bytes] = []
    start = None
    for match in lines.finditer(body):
        if start is not None:
            pieces.append(body[start : max(start, match.start())])
        if match[1]:
            return pieces
        start = match.end() + len(re.match(rb"\r?\n|", body[match.end() : match.end() + 2])[0])  # type: ignore[index]
    if start is not None:
        pieces.append(body[start:])
    return pieces
