"""Word documents (`.docx`, `.docm`): the words, notes kept apart, and what was blacked out but is still there."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from lxml import etree

from sayso.errors import UnreadableError
from sayso.model.document import Metadata, Sureness, Text
from sayso.model.when import When
from sayso.read.docx_words import Words
from sayso.read.docx_xml import heading_styles, local_name
from sayso.read.reading import Reading
from sayso.read.typed_redactions import typed_redactions
from sayso.read.zip_package import Package

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TEMPLATE_DAY = date(2013, 12, 23)
"""The day on which the template of a widely used library was made; its documents claim it as their own."""
_NO_TITLES = frozenset({"word document", "document", "microsoft word document", "untitled", "document1"})
_NO_AUTHORS = frozenset({"python-docx", "microsoft office user", "user", "author", "unknown"})


def read_docx(data: bytes, most_bytes: int = 300 << 20) -> Reading:
    """Read a Word document.

    Paragraphs are separated by an empty line, rows of a table by a line break, cells by a tab; inserted words are
    text and deleted ones are not; headers and footers are left out, foot- and endnotes follow at the end. Macros are
    never run. The day of creation is a guess at when it was published. Raises `UnreadableError` if it is no Word
    document, locked, damaged, or would unpack to more than `most_bytes`.
    """
    package = Package(data, most_bytes)
    name = package.main()
    document = package.xml(name)
    body = next((e for e in document if local_name(e) == "body"), None) if document is not None else None
    if body is None:
        raise UnreadableError("It is no Word document: it has no body of text.")
    problems: list[str] = []
    words = Words(heading_styles(_related(package, name, "/styles", problems)))
    words.blocks(body)
    words.notes({kind: _related(package, name, f"/{kind}s", problems) for kind in ("footnote", "endnote")})
    characters = words.characters()
    typed = typed_redactions(characters)
    made = [edit.span for edit in words.edits]
    marks = [
        *words.marks,
        *(mark for mark in typed if not any(span.overlaps(mark.span) for span in made)),
    ]
    comments = _related(package, name, "/comments", problems)
    problems.extend(_left_out(words, 0 if comments is None else len(comments)))
    return Reading(
        media_type=_MEDIA_TYPE,
        text=Text(
            characters, edits=tuple(words.edits), marks=tuple(sorted(marks, key=lambda m: (m.span.start, -m.span.end)))
        ),
        metadata=_metadata(package, words.title, problems),
        problems=tuple(problems),
        recovered=tuple(words.recovered),
    )


def _related(package: Package, part: str, kind: str, problems: list[str]) -> etree._Element | None:
    """A part that the document can do without: if it can't be read, that is a problem and no more."""
    try:
        name = package.related(part, kind)
        return package.xml(name) if name else None
    except UnreadableError as error:
        problems.append(str(error))
        return None


def _left_out(words: Words, comments: int) -> tuple[str, ...]:
    """What a reader of the file in Word could find and the text does not hold."""
    held = [
        f"{count:,} {thing if count == 1 else thing + 's'}"
        for count, thing in (
            (comments, "comment"),
            (words.deleted, "passage deleted with changes tracked"),
            (words.hidden, "character of hidden text"),
        )
        if count
    ]
    return (f"Not in the text: {', '.join(held)}; open it in Word to see them.",) if held else ()


def _metadata(package: Package, heading: str | None, problems: list[str]) -> Metadata:
    core = _related(package, "", "/core-properties", problems)
    stated: Mapping[str, str] = (
        {} if core is None else {local_name(e): " ".join((e.text or "").split()) for e in core if e.text}
    )
    title = stated.get("title", "")
    authors = tuple(
        name.strip()
        for name in stated.get("creator", "").split(";")
        if name.strip() and name.strip().lower() not in _NO_AUTHORS
    )
    metadata = Metadata(title=heading if title.lower() in _NO_TITLES | {""} else title, authors=authors)
    try:
        created = date.fromisoformat(stated.get("created", "")[:10])
    except ValueError:
        return metadata
    if created == _TEMPLATE_DAY:
        return metadata
    return replace(metadata, published=When.day(created), published_sure=Sureness.GUESSED)
