"""Makes of a read file what the store inserts: pure, and meant for worker processes, so that the writing process has
neither to compress nor to encode.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.errors import Problem
from sayso.model.document import Document
from sayso.model.findings import Findings

Value = str | int | float | bytes | None
Row = Mapping[str, Value]
"""Column → value."""


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
    raise NotImplementedError
