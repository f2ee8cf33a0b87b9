"""1: bytes → `Text`. One format a file; the map back to the page is built while extracting."""

from collections.abc import Callable

from sayso.errors import UnreadableError
from sayso.read.archive_limits import in_words
from sayso.read.kinds import PACKED, READABLE_SUFFIXES, Kind, is_tar, kind_of
from sayso.read.packed import Packed
from sayso.read.reading import Reading

__all__ = ["READABLE_SUFFIXES", "Kind", "Reading", "kind_of", "read"]

_READ = (
    "Text, HTML, PDF, images of pages, Office and OpenDocument files, RTF, e-books, mail and mailboxes, calendars, "
    "contacts, saved pages, subtitles and archives of them are read (docs/formats.md)."
)


def read(name: str, data: bytes, *, most_bytes: int) -> Reading:
    """Read the file `name` with the content `data`; a compressed one is unpacked first, to at most `most_bytes` bytes.

    Raises `UnreadableError` (one sentence or two: what, why, what to do) if nothing of it can be read.
    """
    if len(data) > most_bytes:
        raise UnreadableError(f"It is larger than {in_words(most_bytes)}, the most that is read; split it.")
    found = kind_of(name, data)
    if found.kind in PACKED:
        packed = Packed(found.kind, name, data)
        head = packed.head()
        if is_tar(packed.name, head):
            from sayso.read.tar_items import read_tar

            return read_tar(packed.open, most_bytes)
        if kind_of(packed.name, head).kind is Kind.WARC:
            from sayso.read.warc import read_warc

            return read_warc(packed.open, most_bytes)
        name, data = packed.name, packed.content(most_bytes)
        found = kind_of(name, data)
        if found.kind in PACKED:
            raise UnreadableError("It is compressed twice; unpack it and add what is inside.")
    container = _container(found.kind)
    if container is not None:
        return container(data, most_bytes)
    reader = _reader(found.kind)
    if reader is None:
        todo = "Add the one that holds the text." if not data.strip() else _READ
        raise UnreadableError(f"It is {found.description}, which is not read. {todo}")
    return reader(data)


def _reader(kind: Kind) -> Callable[[bytes], Reading] | None:
    """The reader of a kind, imported when it is first needed: some bring libraries that take a second to load."""
    match kind:
        case Kind.TEXT:
            from sayso.read.text import read_text as reader
        case Kind.CSV:
            from sayso.read.text import read_csv as reader
        case Kind.HTML:
            from sayso.read.html import read_html as reader
        case Kind.PDF:
            from sayso.read.pdf import read_pdf as reader
        case Kind.IMAGE:
            from sayso.read.image import read_image as reader
        case Kind.DOCX:
            from sayso.read.docx import read_docx as reader
        case Kind.XLSX:
            from sayso.read.spreadsheet import read_spreadsheet as reader
        case Kind.PPTX:
            from sayso.read.slides import read_slides as reader
        case Kind.ODF:
            from sayso.read.opendocument import read_opendocument as reader
        case Kind.RTF:
            from sayso.read.rtf import read_rtf as reader
        case Kind.EPUB:
            from sayso.read.epub import read_epub as reader
        case Kind.MAIL:
            from sayso.read.mail import read_mail as reader
        case Kind.MBOX:
            from sayso.read.mbox import read_mbox as reader
        case Kind.TNEF:
            from sayso.read.tnef import read_tnef as reader
        case Kind.CALENDAR:
            from sayso.read.calendar import read_calendar as reader
        case Kind.CONTACTS:
            from sayso.read.contacts import read_contacts as reader
        case Kind.SAVED_PAGE:
            from sayso.read.saved_page import read_saved_page as reader
        case Kind.SUBTITLES:
            from sayso.read.subtitles import read_subtitles as reader
        case _:
            return None
    return reader


def _container(kind: Kind) -> Callable[[bytes, int], Reading] | None:
    """The reader of a kind that only holds others; it is told how many bytes one of these may have."""
    match kind:
        case Kind.ZIP:
            from sayso.read.zip_items import read_zip as reader
        case Kind.TAR:
            from sayso.read.tar_items import read_tar_file as reader
        case Kind.WARC:
            from sayso.read.warc import read_warc_file as reader
        case Kind.SEVEN_ZIP:
            from sayso.read.seven_zip import read_seven_zip as reader
        case Kind.PST:
            from sayso.read.pst import read_pst as reader
        case _:
            return None
    return reader
