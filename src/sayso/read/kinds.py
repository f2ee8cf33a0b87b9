"""What kind of file these bytes are: by content first, by name where the content leaves it open."""

import re
import zlib
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile

import puremagic


class Kind(StrEnum):
    """The kinds of file that are read, and the rest."""

    TEXT = "text"
    CSV = "csv"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    PPTX = "pptx"
    ODF = "opendocument"
    RTF = "rtf"
    EPUB = "epub"
    MAIL = "mail"
    MBOX = "mbox"
    TNEF = "tnef"
    PST = "pst"
    CALENDAR = "calendar"
    CONTACTS = "contacts"
    SAVED_PAGE = "saved page"
    WARC = "warc"
    SUBTITLES = "subtitles"
    ZIP = "zip"
    TAR = "tar"
    SEVEN_ZIP = "7z"
    GZIP = "gzip"
    BZIP2 = "bzip2"
    XZ = "xz"
    IMAGE = "image"
    UNKNOWN = "unknown"


PACKED = frozenset({Kind.GZIP, Kind.BZIP2, Kind.XZ})
"""One file, compressed."""


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
    ".docm": Kind.DOCX,
    ".xlsx": Kind.XLSX,
    ".xlsm": Kind.XLSX,
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
    ".pptx": Kind.PPTX,
    ".pptm": Kind.PPTX,
    ".ppsx": Kind.PPTX,
    ".odt": Kind.ODF,
    ".ods": Kind.ODF,
    ".odp": Kind.ODF,
    ".rtf": Kind.RTF,
    ".epub": Kind.EPUB,
    ".eml": Kind.MAIL,
    ".emlx": Kind.MAIL,
    ".mbox": Kind.MBOX,
    ".dat": Kind.TNEF,
    ".pst": Kind.PST,
    ".ics": Kind.CALENDAR,
    ".vcf": Kind.CONTACTS,
    ".mht": Kind.SAVED_PAGE,
    ".mhtml": Kind.SAVED_PAGE,
    ".warc": Kind.WARC,
    ".vtt": Kind.SUBTITLES,
    ".srt": Kind.SUBTITLES,
    ".zip": Kind.ZIP,
    ".wacz": Kind.ZIP,
    ".tar": Kind.TAR,
    ".7z": Kind.SEVEN_ZIP,
    ".png": Kind.IMAGE,
    ".jpg": Kind.IMAGE,
    ".jpeg": Kind.IMAGE,
    ".tif": Kind.IMAGE,
    ".tiff": Kind.IMAGE,
    ".gz": Kind.GZIP,
    ".tgz": Kind.GZIP,
    ".bz2": Kind.BZIP2,
    ".tbz2": Kind.BZIP2,
    ".xz": Kind.XZ,
    ".txz": Kind.XZ,
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
    (b"GIF8", "a GIF image"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"%!PS", "a PostScript file"),
    (b"ID3", "a sound file"),
    (b"\x7fELF", "a program"),
)
_NOT_TEXT = "data without text"
_BY_START = (
    (b"\x89PNG\r\n", Kind.IMAGE),
    (b"\xff\xd8\xff", Kind.IMAGE),
    (b"II*\x00", Kind.IMAGE),
    (b"MM\x00*", Kind.IMAGE),
    (b"\x1f\x8b", Kind.GZIP),
    (b"BZh", Kind.BZIP2),
    (b"\xfd7zXZ\x00", Kind.XZ),
    (b"7z\xbc\xaf\x27\x1c", Kind.SEVEN_ZIP),
    (b"!BDN", Kind.PST),
    (b"\x78\x9f\x3e\x22", Kind.TNEF),
    (b"{\\rtf", Kind.RTF),
    (b"WARC/", Kind.WARC),
)
_TEXT_BY_START = re.compile(
    rb"(?P<calendar>BEGIN:VCALENDAR\s)|(?P<contacts>BEGIN:VCARD\s)|(?P<vtt>WEBVTT(?:\s|$))"
    rb"|(?P<srt>\d{1,6}[ \t]*\r?\n\d{1,3}:\d\d:\d\d[,.]\d{1,3} --> )",
    re.IGNORECASE,
)
_BY_GROUP = {
    "calendar": Kind.CALENDAR, "contacts": Kind.CONTACTS, "vtt": Kind.SUBTITLES, "srt": Kind.SUBTITLES,
}  # fmt: skip
_SAVED_PAGE = re.compile(
    rb"^(?:Snapshot-Content-Location:|From: *<Saved by |X-MimeOLE:.*\r?\n(?:.*\r?\n)*?Content-Location:)",
    re.IGNORECASE | re.MULTILINE,
)
_USTAR = slice(257, 262)
_MAILDIR = re.compile(r"(?:^|/)(?:cur|new)/[^/]+$")
_FIELD = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}:|From ")


def kind_of(name: str, data: bytes) -> Recognized:
    """What `data`, a file called `name`, is. Never raises; empty data is `UNKNOWN`, "an empty file"."""
    if not data.strip():
        return Recognized(Kind.UNKNOWN, "an empty file")
    suffix = PurePosixPath(name).suffix.lower()
    by_name = _BY_SUFFIX.get(suffix)
    for start, kind in _BY_START:
        if data.startswith(start):
            return Recognized(kind)
    if is_tar(name, data):
        return Recognized(Kind.TAR)
    if data[:1024].lstrip()[:5] == b"%PDF-" or (b"%PDF-" in data[:1024] and by_name in (None, Kind.PDF)):
        return Recognized(Kind.PDF)
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return Recognized(_zip(data))
    for start, description in _KNOWN:
        if data.startswith(start):
            return Recognized(Kind.UNKNOWN, description)
    # An attachment may stand in a mail as it is.
    if _is_binary(data) and not (_MBOX.match(data) or (by_name is Kind.MAIL and _has_field(data[:_HEAD]))):
        return Recognized(Kind.UNKNOWN, _describe(data))
    return Recognized(_text_kind(name, data, by_name))


def is_tar(name: str, head: bytes) -> bool:
    """Whether the first 512 bytes open a tar archive; the oldest form is known by its name and its checksum alone."""
    if head[_USTAR] == b"ustar":
        return True
    if PurePosixPath(name).suffix.lower() != ".tar" or len(head) < 512:
        return False
    stated = head[148:156].strip(b" \0")
    return stated.isdigit() and int(stated, 8) == sum(head[:148]) + 8 * 32 + sum(head[156:512])


def _text_kind(name: str, data: bytes, by_name: Kind | None) -> Kind:
    head = data[:_HEAD]
    markup = _narrow(head)
    if by_name is Kind.SAVED_PAGE or (by_name is not Kind.MBOX and _SAVED_PAGE.search(_header(markup))):
        return Kind.SAVED_PAGE if _has_field(markup) else Kind.HTML
    if by_name is None and _MAILDIR.search(name) and _has_field(head):
        by_name = Kind.MAIL
    if by_name in (Kind.MAIL, Kind.MBOX):
        return Kind.MBOX if _MBOX.match(data.lstrip()) else Kind.MAIL if by_name is Kind.MAIL else Kind.MBOX
    begun = _TEXT_BY_START.match(markup.lstrip())
    if begun and begun.lastgroup:
        return _BY_GROUP[begun.lastgroup]
    if by_name is Kind.CSV:
        return Kind.CSV
    if _HTML.match(markup) or (by_name is Kind.HTML):
        return Kind.HTML
    if _MBOX.match(data):
        return Kind.MBOX
    if _has_mail_headers(head):
        return Kind.MAIL
    if by_name is None and _HTML_SOON.search(markup):
        return Kind.HTML
    return Kind.TEXT


def _header(head: bytes) -> bytes:
    """What may be a header: up to the first empty line."""
    return re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0] if _has_field(head) else b""


def _has_field(head: bytes) -> bool:
    return _FIELD.match(head.lstrip()) is not None


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


_MOST_ENTRIES = 100_000
_OFFICE = (("word/document", Kind.DOCX), ("xl/workbook", Kind.XLSX), ("ppt/presentation", Kind.PPTX))
_BY_MIMETYPE = ((b"application/epub+zip", Kind.EPUB), (b"application/vnd.oasis.opendocument", Kind.ODF))


def _zip(data: bytes) -> Kind:
    """Which of the formats that are zip files; by the names in its directory, as an archive may hold all of them."""
    for start, kind in _BY_MIMETYPE:
        if data[30 : 30 + 8] == b"mimetype" and data[38 : 38 + 200].lstrip(b"\n").startswith(start):
            return kind
    if data.count(b"PK\x01\x02") > _MOST_ENTRIES:
        return Kind.ZIP
    try:
        with ZipFile(BytesIO(data)) as file:
            names = file.namelist()
            stated = b""
            if "mimetype" in names and file.getinfo("mimetype").file_size < _HEAD:
                stated = file.read("mimetype")
    except (BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError, NotImplementedError):
        # Damaged: its reader says how, and must be the right one.
        return next((kind for part, kind in _OFFICE if part.encode() in data), Kind.ZIP)
    for start, kind in _BY_MIMETYPE:
        if stated.startswith(start):
            return kind
    return next((kind for part, kind in _OFFICE if any(name.startswith(part) for name in names)), Kind.ZIP)


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
