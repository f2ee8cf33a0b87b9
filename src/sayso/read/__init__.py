"""1: bytes → `Text`. One format a file; the map back to the page is built while extracting."""

import gzip
import zlib
from io import BytesIO
from pathlib import PurePosixPath

from sayso.errors import UnreadableError
from sayso.read.kinds import READABLE_SUFFIXES, Kind, kind_of
from sayso.read.reading import Reading

__all__ = ["READABLE_SUFFIXES", "Kind", "Reading", "kind_of", "read"]

_CHUNK = 1 << 20
_READ = "Text, HTML, PDF, DOCX, mail (.eml) and mailboxes (.mbox) are read, also compressed with gzip (.gz)."


def read(name: str, data: bytes, *, most_bytes: int) -> Reading:
    """Read the file `name` with the content `data`; a `.gz` is unpacked first, to at most `most_bytes` bytes.

    Raises `UnreadableError` (one sentence or two: what, why, what to do) if nothing of it can be read.
    """
    if len(data) > most_bytes:
        raise UnreadableError(f"It is larger than {_size(most_bytes)}, the most that is read; split it.")
    found = kind_of(name, data)
    if found.kind is Kind.GZIP:
        name, data = PurePosixPath(name).stem, _unpacked(data, most_bytes)
        found = kind_of(name, data)
        if found.kind is Kind.GZIP:
            raise UnreadableError("It is compressed twice; unpack it and add what is inside.")
    # Each reader is imported when it is first needed: some bring libraries that take a second to load.
    match found.kind:
        case Kind.TEXT:
            from sayso.read.text import read_text as reader
        case Kind.HTML:
            from sayso.read.html import read_html as reader
        case Kind.PDF:
            from sayso.read.pdf import read_pdf as reader
        case Kind.DOCX:
            from sayso.read.docx import read_docx as reader
        case Kind.MAIL:
            from sayso.read.mail import read_mail as reader
        case Kind.MBOX:
            from sayso.read.mbox import read_mbox as reader
        case _:
            todo = "Add the one that holds the text." if not data.strip() else _READ
            raise UnreadableError(f"It is {found.description}, which is not read. {todo}")
    return reader(data)


def _unpacked(data: bytes, most_bytes: int) -> bytes:
    """The content of a gzip file, read in chunks so that a bomb is noticed before it fills the memory."""
    unpacked = bytearray()
    try:
        with gzip.GzipFile(fileobj=BytesIO(data)) as stream:
            while chunk := stream.read(_CHUNK):
                unpacked += chunk
                if len(unpacked) > most_bytes:
                    what = f"It unpacks to more than {_size(most_bytes)}, the most that is read; unpack and split it."
                    raise UnreadableError(what)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableError(f"It is a damaged gzip file ({error}); get a whole copy.") from error
    return bytes(unpacked)


def _size(count: int) -> str:
    return f"{count // (1 << 20)} MiB" if count >= 1 << 20 else f"{count:,} bytes"
