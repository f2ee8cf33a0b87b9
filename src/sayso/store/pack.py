"""Makes of a read file what the store inserts: pure, and meant for worker processes, so that the writing process has
neither to compress nor to encode.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.errors import Problem
from sayso.model.document import Document, Metadata
from sayso.model.findings import Findings
from sayso.store.codec import compress, pack_propositions, pack_text, storable, to_json
from sayso.store.finding_rows import Row, Value, date_columns, finding_rows
from sayso.store.fold import fold, fold_all

AUTHORS_JOINT = "; "
"""Between authors in one string, as people type them and as columns hold them."""


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document as it was read: its bytes, what was found in it, where it lies inside of its file.

    `member` is the way inside of the file (`3!report.pdf`), empty for the file itself; `parent` the id of the document
    that it was attached to; `problems` what could not be read of it.
    """

    document: Document
    data: bytes
    findings: Findings
    member: str
    parent: str | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class PackedDocument:
    """One document as rows: its own, and for each table of findings those found in it. `data` is compressed."""

    id: str
    sha256: str
    member: str
    parent: str | None
    data: bytes
    words: int
    row: Row
    findings: Mapping[str, Sequence[Row]]


@dataclass(frozen=True, slots=True)
class PackedFile:
    """One file with its documents as rows, ready for `Store.record`. `words` counts those of all its documents."""

    path: str
    name: str
    sha256: str
    size: int
    modified_ns: int
    documents: tuple[PackedDocument, ...]
    problems: tuple[Problem, ...]
    read_with: str
    words: int


def pack_file(
    *,
    path: str,
    name: str,
    sha256: str,
    size: int,
    modified_ns: int,
    documents: Sequence[ReadDocument],
    problems: Sequence[Problem],
    read_with: str,
) -> PackedFile:
    """Pack what was read of one file; `size` in bytes, `modified_ns` in nanoseconds since 1970."""
    packed = tuple(_pack_document(document, read_with) for document in documents)
    words = sum(document.words for document in packed)
    return PackedFile(path, name, sha256, size, modified_ns, packed, tuple(problems), read_with, words)


def _pack_document(read: ReadDocument, read_with: str) -> PackedDocument:
    document = read.document
    characters = storable(document.text.characters)
    words = len(characters.split())
    row = {
        "id": document.id,
        "sha256": document.sha256,
        "media_type": document.media_type,
        **metadata_columns(document.metadata),
        "as_read": to_json(document.metadata),
        "text": characters,
        "packed": pack_text(document.text, read.findings.boilerplate),
        "words": words,
        "read_with": read_with,
        "problems": to_json(read.problems),
    }
    return PackedDocument(
        document.id,
        document.sha256,
        read.member,
        read.parent,
        compress(read.data),
        words,
        row,
        {
            **finding_rows(document, read.findings),
            "propositions": [{"data": pack_propositions(read.findings.propositions)}],
        },
    )


def metadata_columns(metadata: Metadata) -> dict[str, Value]:
    """The columns of a document that can be asked for and corrected."""
    authors = AUTHORS_JOINT.join(metadata.authors)
    return {
        "title": storable(metadata.title) if metadata.title else None,
        "publisher": storable(metadata.publisher) if metadata.publisher else None,
        "authors": storable(authors),
        **date_columns("published", metadata.published),
        "published_sure": metadata.published_sure.value if metadata.published_sure else None,
        "language": metadata.language,
        "title_key": fold(metadata.title or ""),
        "publisher_key": fold(metadata.publisher or ""),
        "authors_key": fold_all(metadata.authors),
    }
