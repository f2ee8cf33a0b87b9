"""What kind of file these bytes are: by content first, by name where the content leaves it open."""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

import puremagic


class Kind(StrEnum):
    """The kinds of file that are read, and the rest."""

    TEXT = "text"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    MAIL = "mail"
    MBOX = "mbox"
    GZIP = "gzip"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Recognized:
    """A kind; for `UNKNOWN`, `description` says in a few words what the file seems to be ("a PNG image")."""

    kind: Kind
    description: str = ""


_BY_SUFFIX = {
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".md": Kind.TEXT,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".pdf": Kind.PDF,
    ".docx": Kind.DOCX,
    ".eml": Kind.MAIL,
    ".mbox": Kind.MBOX,
    ".gz": Kind.GZIP,
}
READABLE_SUFFIXES = frozenset(_BY_SUFFIX)
"""Name endings of the kinds that are read, for file pickers; files without one are read by their content."""

_HEAD = 4096
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|article|div|table|p|h1)[\s>/]",
    re.IGNORECASE | re.DOTALL,
)
_HTML_SOON = re.compile(rb"<(?:!doctype\s+html|html|body)[\s>]", re.IGNORECASE)
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]*):[ \t]?")
_MAIL_HEADERS = frozenset(
    {
        "from", "to", "cc", "bcc", "date", "subject", "message-id", "mime-version", "received", "return-path",
        "reply-to", "delivered-to", "sender", "in-reply-to", "references", "content-type",
        "content-transfer-encoding", "x-mailer"
    }
)  # fmt: skip
_TELLTALE_HEADERS = frozenset(
    {
        "message-id", "mime-version", "received", "return-path", "delivered-to", "in-reply-to"
    }
)  # fmt: skip
_MBOX = re.compile(rb"From [^\r\n]{1,200}\d\d:\d\d[^\r\n]{0,60}\r?\n[!-9;-~]+:")
_KNOWN = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (.doc, .xls, .ppt, .msg) or an encrypted one"),
    (b"{\\rtf", "a rich text file (.rtf)"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"!BDN", "an Outlook mailbox (.pst)"),
    (b"%!PS", "a PostScript file"),
    (b"ID3", "a sound file"),
    (b"\x7fELF", "a program"),
)
_NOT_TEXT = "data without text"


def kind_of(name: str, data: bytes) -> Recognized:
    """What `data`, a file called `name`, is. Never raises; empty data is `UNKNOWN`, "an empty file"."""
    if not data.strip():
        return Recognized(Kind.UNKNOWN, "an empty file")
    suffix = PurePosixPath(name).suffix.lower()
    by_name = _BY_SUFFIX.get(suffix)
    if data[:2] == b"\x1f\x8b":
        return Recognized(Kind.GZIP)
    if data[:1024].lstrip()[:5] == b"%PDF-" or (b"%PDF-" in data[:1024] and by_name in (None, Kind.PDF)):
        return Recognized(Kind.PDF)
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return _zip(data)
    for start, description in _KNOWN:
        if data.startswith(start):
            return Recognized(Kind.UNKNOWN, description)
    if _is_binary(data):
        return Recognized(Kind.UNKNOWN, _describe(data))
    return Recognized(_text_kind(data, by_name))


def _text_kind(data: bytes, by_name: Kind | None) -> Kind:
    head = data[:_HEAD]
    if by_name in (Kind.MAIL, Kind.MBOX):
        return Kind.MBOX if _MBOX.match(data.lstrip()) else Kind.MAIL if by_name is Kind.MAIL else Kind.MBOX
    markup = _narrow(head)
    if _HTML.match(markup) or (by_name is Kind.HTML):
        return Kind.HTML
    if _MBOX.match(data):
        return Kind.MBOX
    if _has_mail_headers(head):
        return Kind.MAIL
    if by_name is None and _HTML_SOON.search(markup):
        return Kind.HTML
    return Kind.TEXT


def _has_mail_headers(head: bytes) -> bool:
    """Whether the text opens with a mail's header (RFC 5322): at least three header fields that mails have, one of
    them of the sort that only programs write. A memo's "From:", "To:", "Subject:" are not enough.
    """
    seen: set[str] = set()
    for line in head.decode("utf-8", "replace").splitlines():
        if not line.strip():
            break
        if line[0] in " \t" and seen:
            continue
        match = _HEADER.match(line)
        if not match:
            return False
        seen.add(match[1].lower())
    return len(seen & _MAIL_HEADERS) >= 3 and bool(seen & _TELLTALE_HEADERS)


def _zip(data: bytes) -> Recognized:
    # The names of a ZIP archive's members stand uncompressed in its directory at the end.
    directory = data[-(1 << 20) :]
    if b"word/document" in directory or b"word/document" in data[: 1 << 16]:
        return Recognized(Kind.DOCX)
    for part, description in (
        (b"xl/workbook", "an Excel workbook (.xlsx)"),
        (b"ppt/presentation", "a PowerPoint file (.pptx)"),
        (b"application/vnd.oasis.opendocument", "an OpenDocument file (.odt, .ods)"),
        (b"application/epub+zip", "an e-book (.epub)"),
    ):
        if part in directory or part in data[: 1 << 16]:
            return Recognized(Kind.UNKNOWN, description)
    return Recognized(Kind.UNKNOWN, "a ZIP archive")


def _narrow(head: bytes) -> bytes:
    """The first bytes without byte order mark and zeros, so that ASCII patterns find UTF-16 markup too."""
    return head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\0", b"")


def _is_binary(data: bytes) -> bool:
    sample = data[:8192]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return False
    controls = sum(sample.count(bytes([c])) for c in (*range(1, 9), *range(14, 27), 28, 29, 30, 31, 127))
    zeros = sample.count(0)
    if controls > max(8, len(sample) * 0.02):
        return True
    # UTF-16 without a mark has zeros in every other byte and nowhere else.
    halves = sample[::2].count(0), sample[1::2].count(0)
    return zeros > max(4, len(sample) * 0.001) and not (
        min(halves) <= len(sample) * 0.02 and max(halves) >= len(sample) * 0.35
    )


def _describe(data: bytes) -> str:
    try:
        matches = puremagic.magic_string(data[: 1 << 16])
    except (puremagic.PureError, ValueError):
        return _NOT_TEXT
    named = next((m.name or m.mime_type for m in matches if m.name or m.mime_type), "")
    return f"a file of the kind “{named}”" if named else _NOT_TEXT
