"""E-books (EPUB 2 and 3): the words of each chapter in the order of the spine."""

import posixpath
from urllib.parse import unquote

from lxml import etree

from sayso.errors import UnreadableError
from sayso.model.document import MarkKind, Metadata, SectionKind
from sayso.read.decode import decode
from sayso.read.docx_xml import local_name
from sayso.read.mail_html import html_words
from sayso.read.office_metadata import stated_metadata
from sayso.read.reading import Reading
from sayso.read.writer import Writer
from sayso.read.zip_package import Package, safe_parser

MEDIA_TYPE = "application/epub+zip"
_MOST_CHARACTERS = 40_000_000
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/xml", ""})


def read_epub(data: bytes, most_bytes: int = 300 << 20) -> Reading:
    """Read an e-book: all words of its chapters, each a section named by its first heading, else by its number.

    Scripts, styles and pictures are left out. Raises `UnreadableError` if it is no e-book, locked or damaged, or has no
    words.
    """
    package = Package(data, most_bytes, "e-book")
    root = _xml(package, "META-INF/container.xml")
    book = next((e.get("full-path") or "" for e in root.iter("{*}rootfile")), "") if root is not None else ""
    content = _xml(package, book)
    if content is None:
        raise UnreadableError("It is no e-book: nothing in it says what its chapters are.")
    items = {e.get("id"): e for e in content.iter("{*}item")}
    spine = [items[ref] for e in content.iter("{*}itemref") if (ref := e.get("idref")) in items]
    locked = b"EncryptedData" in (package.data("META-INF/encryption.xml") or b"")
    writer, problems = Writer(), []
    for number, item in enumerate(spine, start=1):
        if (item.get("media-type") or "") not in _PAGES:
            continue
        name = posixpath.normpath(posixpath.join(posixpath.dirname(book), unquote(item.get("href") or "")))
        try:
            chapter = package.data(name)
            if chapter is None:
                problems.append(f"Chapter {number} is not in the file ({name[:100]}).")
                continue
            _add(writer, decode(chapter, markup=True).characters, number)
        except UnreadableError as error:
            problems.append(f"Chapter {number} was not read. {error}")
        if writer.length > _MOST_CHARACTERS:
            problems.append(f"It has more than {_MOST_CHARACTERS:,} characters; what follows chapter {number} is left.")
            break
    if not writer.length:
        what = "It is locked by its seller and can't be read." if locked else "It is an e-book without words."
        raise UnreadableError(" ".join((f"{what} Add a copy that holds them.", *problems[:1])))
    return Reading(MEDIA_TYPE, writer.text(), _metadata(content), problems=tuple(problems))


def _add(writer: Writer, source: str, number: int) -> None:
    text, _ = html_words(source)
    if not text.characters.strip():
        return
    heading = next((s.of(text.characters) for s in text.marked(MarkKind.HEADING)), "")
    writer.gap("\n\n")
    writer.begin(SectionKind.CHAPTER, heading if heading.strip() else str(number))
    writer.add(text)


def _metadata(content: etree._Element) -> Metadata:
    stated: dict[str, list[str]] = {}
    for element in content.iter("{http://purl.org/dc/elements/1.1/}*"):
        if words := " ".join((element.text or "").split()):
            stated.setdefault(local_name(element), []).append(words)
    first = {name: values[0] for name, values in stated.items()}
    known = stated_metadata(first.get("title", ""), stated.get("creator", []), first.get("date", ""))
    return Metadata(known.title, first.get("publisher"), known.authors, known.published, known.published_sure)


def _xml(package: Package, name: str) -> etree._Element | None:
    """A part of the book; other than Office files, books may declare a document type, whose entities stay off."""
    data = package.data(name) if name else None
    if data is None:
        return None
    try:
        return etree.fromstring(data, safe_parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(f"Its part {name!r} is damaged ({error}).") from error
