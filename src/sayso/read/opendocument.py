"""OpenDocument files (ISO/IEC 26300: `.odt`, `.ods`, `.odp`): words, sheets and slides of their `content.xml`."""

from lxml import etree

from sayso.errors import UnreadableError
from sayso.model.document import MarkKind, Metadata, SectionKind
from sayso.read.docx_xml import local_name
from sayso.read.office_metadata import stated_metadata
from sayso.read.opendocument_words import Words
from sayso.read.reading import Reading
from sayso.read.writer import Writer
from sayso.read.zip_package import Package

_START = "application/vnd.oasis.opendocument."
_BODIES = frozenset({"text", "spreadsheet", "presentation", "drawing"})


def read_opendocument(data: bytes, most_bytes: int = 300 << 20) -> Reading:
    """Read an OpenDocument text, spreadsheet or presentation.

    Paragraphs are separated by an empty line, rows of a table by a line break, cells by a tab; each sheet and slide is
    a section; notes follow at the end, linked with their numbers. Deleted words that tracked changes keep, and
    comments, are left out and counted. Macros and formulas never run. Raises `UnreadableError` if it is no such file,
    locked or damaged, or has no words.
    """
    package = Package(data, most_bytes, "OpenDocument file")
    if b"encryption-data" in (package.data("META-INF/manifest.xml") or b""):
        raise UnreadableError("It is locked with a password; open it in its program, take the password off and save.")
    content = package.xml("content.xml")
    body = None if content is None else next((e for e in content if local_name(e) == "body"), None)
    parts = [] if body is None else [e for e in body if local_name(e) in _BODIES]
    if not parts:
        raise UnreadableError("It is no OpenDocument file with words: its kind is not read, or it has no content.")
    writer = Writer()
    words = Words(writer)
    hidden = 0
    for part in parts:
        for child in part:
            kind = local_name(child)
            if kind == "table" and local_name(part) == "spreadsheet":
                writer.begin(SectionKind.SHEET, words.attribute(child, "name") or "unnamed")
                words.table(child)
            elif kind == "page":
                hidden += 1
                writer.begin(SectionKind.SLIDE, str(hidden))
                words.blocks(child)
            else:
                words.block(child)
            writer.gap("\n\n")
    words.notes()
    if not writer.length:
        raise UnreadableError("It is an OpenDocument file without words; add the one that holds them.")
    text = writer.text()
    metadata, problems = _metadata(package)
    if not metadata.title and (heading := next(iter(text.marked(MarkKind.HEADING)), None)):
        metadata = Metadata(
            heading.of(text.characters), None, metadata.authors, metadata.published, metadata.published_sure
        )
    media_type = _START + {"drawing": "graphics"}.get(local_name(parts[0]), local_name(parts[0]))
    return Reading(media_type, text, metadata, problems=(*words.problems(), *problems))


def _metadata(package: Package) -> tuple[Metadata, tuple[str, ...]]:
    try:
        root = package.xml("meta.xml")
    except UnreadableError as error:
        return Metadata(), (str(error),)
    stated = {} if root is None else {local_name(e): _line(e) for e in root.iter("{*}*")}
    author = stated.get("initial-creator") or stated.get("creator", "")
    return stated_metadata(stated.get("title", ""), [author], stated.get("creation-date", "")), ()


def _line(element: etree._Element) -> str:
    return " ".join((element.text or "").split())
