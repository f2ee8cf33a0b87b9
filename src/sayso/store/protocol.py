"""What a store does. One that keeps this protocol passes the contract tests in `tests/store`.

Lists come lazily, in a fixed order, `limit` rows from `offset` on. They leave out the documents that were removed, with
all that was found in them, and the findings that a person rejected, unless the condition asks for that very state.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal, Protocol

from sayso.errors import Problem
from sayso.model.document import Document, Metadata, Sureness
from sayso.model.entity import Entity, Person
from sayso.model.event import Event
from sayso.model.findings import Findings
from sayso.model.gap import Gap
from sayso.model.identity import Identity, IdentityKind, Member, Suggestion, Verdict
from sayso.model.judgement import Judgement, JudgementKind
from sayso.model.span import Spans
from sayso.model.statement import Citation, Statement
from sayso.model.when import CaseAnchor, DateMention, When
from sayso.store.condition import Condition, Table
from sayso.store.pack import PackedFile


@dataclass(frozen=True, slots=True)
class FileState:
    """A file as the case knows it; `read_with` is the version of what read it, `problems` what could not be read."""

    path: str
    name: str
    sha256: str
    size: int
    modified_ns: int
    state: Literal["present", "missing", "removed"]
    read_with: str
    problems: tuple[Problem, ...]


class DocumentState(StrEnum):
    """Where a document's bytes are: a document is present if it lies in at least one place."""

    PRESENT = "present"
    MISSING = "missing"
    """its file is gone"""
    REPLACED = "replaced"
    """its file has other bytes now"""
    REMOVED = "removed"
    """a person took it out of the case"""


class FindingState(StrEnum):
    """What a person made of a finding."""

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Location:
    """A place where a document's bytes lie: the file, and the way inside of it (`3!report.pdf`; empty for the file).

    `parent` is the document that it was attached to. `replaced` if other bytes lie there now.
    """

    path: str
    name: str
    member: str
    parent: str | None
    replaced: bool


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document in a list, without its text. `metadata` is what holds now: corrected, or else as read.

    `name` is the path inside of the folder that was added, and the member; `words` counts white-space separated words.
    """

    id: str
    name: str
    path: str
    media_type: str
    metadata: Metadata
    state: DocumentState
    words: int
    statements: int
    problems: tuple[Problem, ...]
    version: int


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document with all that is known about it. `document.metadata` is what holds now, `as_read` what was read."""

    document: Document
    name: str
    as_read: Metadata
    boilerplate: Spans
    state: DocumentState
    locations: tuple[Location, ...]
    problems: tuple[Problem, ...]
    words: int
    read_with: str
    read_at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class Found:
    """What every finding in a list says about itself and its document.

    `found` is false for a finding that a person has judged and today's finders no longer make; `anchored` is false
    if moreover its words are not in the text as it is read now, so that its spans mean nothing.
    """

    document: str
    name: str
    title: str | None
    publisher: str | None
    published: When | None
    published_sure: Sureness | None
    document_state: DocumentState
    page: int | None
    state: FindingState
    version: int
    found: bool
    anchored: bool
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredStatement:
    """A statement in a list. `source`, `cue` and `content` are its words, pieces joined by ` … `; `context` the
    sentences they stand in. `speaker` is the speaker's name where it is known.
    """

    statement: Statement
    speaker: str | None
    source: str
    cue: str
    content: str
    context: str
    at: Found


@dataclass(frozen=True, slots=True)
class StoredGap:
    """A gap in a list, with its words and the sentences they stand in."""

    gap: Gap
    words: str
    context: str
    at: Found


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event in a list, with the words that state it.

    `participants` and `according_to` are those of the event as the case calls them.
    """

    event: Event
    words: str
    context: str
    at: Found
    participants: tuple[str, ...]
    according_to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoredDate:
    """Words that say when, with the sentence they stand in."""

    id: str
    date: DateMention
    words: str
    context: str
    at: Found


@dataclass(frozen=True, slots=True)
class StoredCitation:
    """A cited record, with the words of the citation."""

    id: str
    citation: Citation
    words: str
    context: str
    at: Found


@dataclass(frozen=True, slots=True)
class StoredAnchor:
    """An event that the case counts from, who said when it was, and at what time (UTC, ISO 8601)."""

    anchor: CaseAnchor
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class StoredEntity:
    """An entity of one document."""

    entity: Entity
    document: str
    name: str


@dataclass(frozen=True, slots=True)
class StoredPerson:
    """An entity of the case, with how many documents, mentions and statements of its own it has, and how many others
    may be the same.
    """

    person: Person
    documents: int
    mentions: int
    statements: int
    suggestions: int = 0


@dataclass(frozen=True, slots=True)
class StoredSuggestion:
    """Two entities of the case that may be one, the more mentioned first, and why."""

    first: StoredPerson
    second: StoredPerson
    suggestion: Suggestion


Item = (
    StoredDocument
    | StoredStatement
    | StoredEntity
    | StoredEvent
    | StoredGap
    | StoredDate
    | StoredCitation
    | StoredPerson
)
"""What an id can stand for."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is, as the lists show it; `problems` counts those of files."""

    files: int
    documents: int
    words: int
    statements: int
    confirmed: int
    rejected: int
    people: int
    events: int
    gaps: int
    dates: int
    citations: int
    problems: int


@dataclass(frozen=True, slots=True)
class LogRow:
    """One change of the case, at a time (UTC). `item` and `detail` are `None` where a purge has erased them."""

    seq: int
    at: datetime
    by: str
    action: str
    item: str | None
    detail: Mapping[str, str | int | None] | None


class Store(Protocol):
    """A case. Close it, or use it as a context manager.

    Every method raises `CaseError` if the file fails or another program holds it too long. Methods that write raise
    `CaseError` in a case opened for reading.
    """

    def __enter__(self) -> "Store": ...

    def __exit__(self, *exc: object) -> None: ...

    def close(self) -> None:
        """Let go of the file; nothing is lost if this is never called."""

    # --- reading files into the case: one process at a time

    def claim(self) -> None:
        """Be the only one to read files into this case until it is closed; raises `CaseError` if another is at it.

        `record`, `relocate`, `mark_missing`, `mark_present`, `remove` and `set_people` claim by themselves; call it
        first to fail before the work and not after. Reading the case and judging need no claim.
        """

    def files(self) -> Mapping[str, FileState]:
        """Every file that was ever added and not purged, by path."""

    def record(self, files: Sequence[PackedFile], *, by: str) -> None:
        """Put files in the case, all or none, each in place of what its path was read as before.

        Bytes that the case knows get another location. What was found earlier by another version of the finders is
        replaced, except what a person has judged. Bytes that are new at a known path leave the earlier document in
        the case as replaced.
        """

    def relocate(self, old: str, path: str, *, name: str, modified_ns: int, by: str) -> None:
        """The same file lies elsewhere now; raises `UsageError` for an unknown old path."""

    def mark_missing(self, paths: Sequence[str], *, by: str) -> None:
        """These files are gone; what was read of them stays."""

    def mark_present(self, paths: Sequence[str], *, by: str) -> None:
        """These files are back, unchanged; also takes back a removal."""

    def remove(self, target: str, *, purge: bool, by: str) -> Sequence[str]:
        """Take a file (its path; a folder for all below it) or one document (its id) out; returns the documents' ids.

        A document stays if its bytes also lie elsewhere, unless its id was given. With `purge` it is erased with all
        that came from it, free pages and the details of the log included. Raises `UsageError` for an unknown target.
        """

    def entities(self) -> Iterator[tuple[str, Entity]]:
        """All entities as (document id, entity), document by document."""

    def names(self) -> Iterator[tuple[str, Entity]]:
        """The same without their mentions, in any order: far less to read."""

    def set_people(
        self, people: Iterable[Person], suggestions: Iterable[Suggestion] = (), *, made_of: int | None = None
    ) -> bool:
        """Make these the entities of the case, and the pairs that may be one; only what differs is written.

        With `made_of`, the `people_version` before what they are made of was read, nothing is written (and `False`
        returned) if that has changed since; no claim is needed then.
        """

    def people_version(self) -> int:
        """A number that changes with entities of documents and with decisions about them."""

    def people_current(self) -> bool:
        """Whether `set_people` was called since the entities last changed."""

    # --- lists

    def documents(
        self, where: Condition | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[DocumentRow]:
        """By date of publication, unknown last, then by name."""

    def statements(
        self, where: Condition | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[StoredStatement]:
        """In the order of documents, then by place in the text."""

    def events(
        self, where: Condition | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[StoredEvent]:
        """By their date, unknown last."""

    def gaps(self, where: Condition | None = None, *, limit: int | None = None, offset: int = 0) -> Iterator[StoredGap]:
        """In the order of documents, then by place in the text."""

    def dates(
        self, where: Condition | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[StoredDate]:
        """By the date, unknown last."""

    def citations(
        self, where: Condition | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[StoredCitation]:
        """In the order of documents, then by place in the text."""

    def people(
        self, where: Condition | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[StoredPerson]:
        """Most mentioned first."""

    def suggestions(
        self, person: str | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[StoredSuggestion]:
        """Pairs that may be one, of all or of one entity of the case (its whole id), best first, held ones last."""

    def count(self, table: Table, where: Condition | None = None) -> int:
        """How many rows the list of this table has."""

    def counts(self) -> Counts:
        """How much there is of everything."""

    def problems(self) -> Sequence[Problem]:
        """What could not be read, file by file."""

    # --- one item

    def document(self, document: str) -> StoredDocument:
        """One document by its whole id, removed or not; raises `UsageError` if there is none."""

    def findings(self, document: str) -> Findings:
        """What was found in one document and not rejected, as the finders made it; raises `UsageError`."""

    def blob(self, document: str) -> bytes:
        """The bytes that a document was read from; raises `UsageError`."""

    def hits(self, document: str, where: Condition) -> Spans:
        """Where the words that a condition looks for stand in a document's text, in order; raises `UsageError`."""

    def item(self, id: str) -> Item:
        """Whatever has this id or an id that starts so; raises `UsageError` for none, and for several, naming them."""

    # --- what people decide

    def judge(
        self,
        item: str,
        kind: JudgementKind,
        *,
        made_on: int,
        by: str,
        field: str | None = None,
        value: str | None = None,
        undoes: int | None = None,
    ) -> Judgement:
        """Keep a decision about a finding (confirm, reject) or a document (correct), or the undoing of one.

        `made_on` is the version that the person saw; raises `ConflictError` if it is no longer the current one.
        A correction sets `field` (`title`, `publisher`, `authors` separated by `;`, `published` in EDTF, `language`)
        to `value`, `None` for "not known". Raises `UsageError` for what makes no sense.
        """

    def decide(
        self, kind: IdentityKind, sides: Sequence[Sequence[Member]], *, name: str | None = None, by: str
    ) -> Identity:
        """Keep a decision about who is who (`UNDO` goes through `undo_decision`). A side is entities of documents, all
        that were seen as one. Raises `UsageError` if one of them is there no more.
        """

    def undo_decision(self, id: int, *, by: str) -> Identity:
        """Take back a decision about who is who; raises `UsageError` for one that is not in force."""

    def identities(self) -> Sequence[Identity]:
        """All decisions about who is who, in order, undone ones included."""

    def verdicts(self) -> Sequence[Verdict]:
        """The decisions about who is who that are in force, about today's entities of documents, in order."""

    def anchors(self) -> Sequence[StoredAnchor]:
        """The events that the case counts from, by name."""

    def set_anchor(self, anchor: CaseAnchor, *, by: str) -> int:
        """Keep an event that the case counts from, in place of one of its name whatever the capitals.

        Documents that hold the name show as read by no version; returns how many. Raises `UsageError` for no name.
        """

    def remove_anchor(self, name: str, *, by: str) -> int:
        """Forget such an event; otherwise like `set_anchor`. Raises `UsageError` for an unknown name."""

    def heeded(self) -> Mapping[str, Metadata]:
        """Documents whose date or language a person corrected, by id, with the metadata that hold now.

        Finders go by these; a correction makes `files` show the document's files as read by no version.
        """

    def judgements(self, item: str | None = None) -> Sequence[Judgement]:
        """All decisions, or those about one item (its whole id), in order, undone ones included."""

    def log(self, limit: int | None = None) -> Iterator[LogRow]:
        """The changes of the case, latest first."""

    def verify_log(self) -> int | None:
        """The number of the first row of the log that was tampered with; `None` if all rows fit together."""
