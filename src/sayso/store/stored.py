"""What a store hands out: rows of lists and single items, and what it takes in to keep."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

from sayso.errors import Problem
from sayso.model.claim import Claim, Position
from sayso.model.decision import ClaimDecisionKind
from sayso.model.document import Document, Metadata, Sureness, Text
from sayso.model.entity import Entity, EntityKind, Person
from sayso.model.event import Event
from sayso.model.gap import Gap
from sayso.model.identity import Suggestion
from sayso.model.proposition import Proposition
from sayso.model.span import Spans
from sayso.model.statement import Citation, Statement
from sayso.model.when import CaseAnchor, DateMention, When


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
    if moreover its words are not in the text as it is read now, so that its spans mean nothing. `section` stands in
    place of a page where a document has none ("sheet Payments").
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
    section: str | None = None

    @property
    def place(self) -> str:
        """Where in its document: "page 3", "sheet Payments", "at 00:01:23"; empty where that has no such parts."""
        return f"page {self.page}" if self.page else self.section or ""


@dataclass(frozen=True, slots=True)
class MachineReading:
    """A statement as finders made it, with its words and the speaker's name."""

    statement: Statement
    speaker: str | None
    source: str
    cue: str
    content: str


@dataclass(frozen=True, slots=True)
class StoredStatement:
    """A statement in a list. `source`, `cue` and `content` are its words, pieces joined by ` … `; `context` the
    sentences they stand in. `speaker` is the speaker's name where it is known. `machine` is what finders made of it,
    where a person has corrected it.
    """

    statement: Statement
    speaker: str | None
    source: str
    cue: str
    content: str
    context: str
    at: Found
    machine: MachineReading | None = None


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

    `participants` and `according_to` are those of the event as the case calls them. `added_by` is who added it by
    hand, `None` for what finders made.
    """

    event: Event
    words: str
    context: str
    at: Found
    participants: tuple[str, ...]
    according_to: tuple[str, ...]
    added_by: str | None = None


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


@dataclass(frozen=True, slots=True)
class PersonOf:
    """Whom of the case an entity of a document is."""

    id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Material:
    """A document as claims are made of it: `people` leads from its entities (ids) to the case's. `vectors` are those
    of its propositions, in their order, 16-bit floats one after another; `None` if there are none yet. `rejected` are
    ids of statements that are no statements; these and other rejected findings are left out. `weighed_as` is what the
    document was compared as, `None` if it was not.
    """

    id: str
    name: str
    media_type: str
    metadata: Metadata
    text: Text
    boilerplate: Spans
    propositions: tuple[Proposition, ...]
    vectors: bytes | None
    rejected: frozenset[str]
    statements: Mapping[str, Statement]
    events: tuple[Event, ...]
    citations: tuple[Citation, ...]
    gaps: tuple[Gap, ...]
    people: Mapping[str, PersonOf]
    weighed_as: str | None


@dataclass(frozen=True, slots=True)
class Outline:
    """A document without what stands in it: `state` changes whenever something is found, corrected or judged in it.

    `people`, `vectors` and `weighed_as` as in `Material`; `card` is what was kept when it was weighed as that.
    """

    id: str
    state: str
    people: Mapping[str, PersonOf]
    vectors: bytes | None
    weighed_as: str | None
    card: bytes | None


@dataclass(frozen=True, slots=True)
class ShownPosition:
    """What a list shows of a position: its words, the voices from the outermost, the sheet."""

    words: str
    chain: tuple[str, ...]
    page: int | None


@dataclass(frozen=True, slots=True)
class WeighedClaim:
    """A claim to keep: `shown` has what each position shows, in order; `names` are those of whom it is about and on
    whose word it is; the most urgent come first in lists.
    """

    claim: Claim
    shown: tuple[ShownPosition, ...]
    names: tuple[str, ...]
    urgency: float


@dataclass(frozen=True, slots=True)
class GapOfCase:
    """A gap to keep that only the case shows, at words of a document (its id and text)."""

    document: str
    text: Text
    gap: Gap


@dataclass(frozen=True, slots=True)
class StoredPosition:
    """A position of a claim with its words and the document they stand in."""

    position: Position
    words: str
    chain: tuple[str, ...]
    page: int | None
    name: str
    title: str | None
    publisher: str | None
    published: When | None


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim in a list, with the words of all positions; `documents` counts those it stands in, `denied_by` the
    origins that deny it.
    """

    claim: Claim
    positions: tuple[StoredPosition, ...]
    documents: int
    denied_by: int


@dataclass(frozen=True, slots=True)
class ClaimVerdict:
    """A decision about claims in force, on today's propositions: (document id, proposition id) each."""

    kind: ClaimDecisionKind
    propositions: tuple[tuple[str, str], ...]
    value: str | None


Item = (
    StoredClaim
    | StoredDocument
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
    claims: int
    problems: int


@dataclass(frozen=True, slots=True)
class Facets:
    """How many documents there are by outlet, year and kind of file, the most first; years in order.

    What is not known is `None`.
    """

    outlets: Mapping[str | None, int]
    years: Mapping[str | None, int]
    kinds: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class CopyRow:
    """Another document of a group of copies: `reason` says what shows that it is one of those it is compared with, and
    `tells` which way it was copied, where the texts tell.
    """

    document: DocumentRow
    reason: str


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query that somebody keeps under a name."""

    name: str
    query: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Visit:
    """The last row of the log that somebody had seen before, and when (UTC); `None` if they were never here."""

    seen: int | None
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Change:
    """What somebody did to the case how often, and when last (UTC)."""

    action: str
    by: str
    number: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Reading:
    """How far a program is that adds to the case, in files; `weighing` if it has read them all and compares."""

    done: int
    of: int
    weighing: bool = False


@dataclass(frozen=True, slots=True)
class LogRow:
    """One change of the case, at a time (UTC). `item` and `detail` are `None` where a purge has erased them."""

    seq: int
    at: datetime
    by: str
    action: str
    item: str | None
    detail: Mapping[str, str | int | None] | None
