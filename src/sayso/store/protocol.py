"""What a store does. One that keeps this protocol passes the contract tests in `tests/store`.

Lists come lazily, in a fixed order, `limit` rows from `offset` on. They leave out the documents that were removed, with
all that was found in them, and the findings that a person rejected, unless the condition asks for that very state.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Protocol

from sayso.errors import Problem
from sayso.model.claim import Claim, Copy
from sayso.model.decision import ClaimDecision, ClaimDecisionKind, Passage
from sayso.model.document import Metadata
from sayso.model.entity import Entity, Person
from sayso.model.event import Event
from sayso.model.findings import Findings
from sayso.model.gap import Gap
from sayso.model.happening import Ruling
from sayso.model.identity import Identity, IdentityKind, Member, Suggestion, Verdict
from sayso.model.judgement import Judgement, JudgementKind
from sayso.model.known import KnownPerson
from sayso.model.note import Note, NoteKind
from sayso.model.span import Spans
from sayso.model.when import CaseAnchor
from sayso.store.carried import CarriedCase, CarriedDocument
from sayso.store.condition import Condition, Table
from sayso.store.pack import PackedFile
from sayso.store.stored import (
    Change,
    ClaimVerdict,
    CopyRow,
    Counts,
    DocumentRow,
    Facets,
    FileState,
    GapOfCase,
    Item,
    LogRow,
    Material,
    Outline,
    PersonOf,
    Reading,
    SavedSearch,
    StoredAnchor,
    StoredCitation,
    StoredClaim,
    StoredDate,
    StoredDocument,
    StoredEvent,
    StoredGap,
    StoredPerson,
    StoredStatement,
    StoredSuggestion,
    Visit,
    WeighedClaim,
)


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

    def named(self, limit: int | None = None) -> Iterator[PersonOf]:
        """Who is in the case, those in most documents first, without what takes long to count; no other names."""

    def members(self, person: str, limit: int | None = None) -> Iterator[tuple[str, Entity]]:
        """The entities of documents that are this one of the case (its whole id), as (document id, entity), by date."""

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

    def open_pairs(self) -> Iterator[Suggestion]:
        """All pairs that may be one, in any order, as they were suggested."""

    def count(self, table: Table, where: Condition | None = None) -> int:
        """How many rows the list of this table has."""

    def counts(self) -> Counts:
        """How much there is of everything."""

    def problems(self) -> Sequence[Problem]:
        """What could not be read, file by file."""

    # --- one item

    def document(self, document: str) -> StoredDocument:
        """One document by its whole id, removed or not; raises `UsageError` if there is none."""

    def findings(self, document: str, *, statements: bool = True) -> Findings:
        """What was found in one document and not rejected, as the finders made it; raises `UsageError`. Whoever has its
        statements already can do without.
        """

    def blob(self, document: str) -> bytes:
        """The bytes that a document was read from; raises `UsageError`."""

    def hits(self, document: str, where: Condition) -> Spans:
        """Where the words that a condition looks for stand in a document's text, in order; raises `UsageError`."""

    def item(self, id: str) -> Item:
        """Whatever has this id or an id that starts so; raises `UsageError` for none, and for several, naming them."""

    # --- claims: made of what documents state

    def materials(self, documents: Collection[str] | None = None) -> Iterator[Material]:
        """All documents that were not removed, or those of these ids, by id."""

    def without_vectors(self) -> Sequence[str]:
        """Ids of documents whose propositions have no vectors yet."""

    def set_vectors(self, vectors: Mapping[str, bytes]) -> None:
        """Keep vectors, document id → those of its propositions in their order."""

    def outlines(self) -> Iterator[Outline]:
        """All documents that were not removed, by id, without what stands in them."""

    def kept(self) -> bytes | None:
        """What the last `set_claims` was given to keep; `None` if there was none."""

    def urgent_claims(self, least: float, besides: Collection[str]) -> Iterator[Claim]:
        """The claims of at least so much urgency, besides those of these ids, in any order."""

    def case_gaps(self) -> Mapping[str, Gap]:
        """The gaps that only the case shows, by id; without those that a person has judged."""

    def copies(self) -> Sequence[Copy]:
        """Pairs of documents of which one is (nearly) the other."""

    def set_claims(
        self,
        claims: Iterable[WeighedClaim],
        *,
        copies: Iterable[Copy],
        made_of: int,
        standing: Collection[str] | None = None,
        cards: Mapping[str, tuple[str, bytes]] = MappingProxyType({}),
        kept: bytes | None = None,
        gaps: Iterable[GapOfCase] = (),
        standing_gaps: Collection[str] = (),
    ) -> bool:
        """Make the claims of the ids `standing` those of the case: `claims`, and of the others those that are there;
        `claims` alone if it is not given.
        So with `gaps`, those that only the case shows. `copies` are all of them.

        `cards` are of documents that have changed: what each was weighed as, and what is kept of it; `kept` is what
        else is kept. With `made_of`, the `claims_version` before anything was read, nothing is written (and `False`
        returned) if that has changed since. Also `False` if a claim that was to be there was not: then nothing is
        kept, so that the next weighing is one from nothing.
        """

    def claims_version(self) -> int:
        """A number that changes with whatever claims are made of: documents, findings, people, decisions."""

    def claims_current(self) -> bool:
        """Whether `set_claims` was called since that last changed."""

    def claims(
        self, where: Condition | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[StoredClaim]:
        """What needs a person first."""

    def carried_case(self, documents: Collection[str], *, whole: bool) -> CarriedCase:
        """What the case holds beside these documents (ids), to be carried to another; `whole` if they are all."""

    def carried_document(self, document: str) -> CarriedDocument:
        """One document by its whole id, to be carried to another case; raises `UsageError`."""

    # --- what people decide

    def decide_claim(
        self, kind: ClaimDecisionKind, passages: Sequence[Passage], *, value: str | None = None, by: str
    ) -> ClaimDecision:
        """Keep a decision about claims. Raises `UsageError` for a passage of an unknown document."""

    def undo_claim_decision(self, id: int, *, by: str) -> ClaimDecision:
        """Take back a decision about claims; raises `UsageError` for one that is not in force."""

    def claim_decisions(self) -> Sequence[ClaimDecision]:
        """All decisions about claims, in order, undone ones included."""

    def claim_verdicts(self) -> Sequence[ClaimVerdict]:
        """Those in force, on today's propositions, in order; of passages that are no proposition now nothing."""

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
        """Keep a decision about a finding (confirm, reject), a document or statement (correct), or the undoing of one.

        `made_on` is the version that the person saw; raises `ConflictError` if it is no longer the current one.
        A correction sets `field` (`title`, `publisher`, `authors` separated by `;`, `published` in EDTF, `language`)
        to `value`, `None` for "not known"; of a statement what `statement_edits` says. Raises `UsageError` for what
        makes no sense.
        """

    def add_event(self, document: str, event: Event, *, by: str) -> str:
        """Keep an event that a person adds at words of a document (its id): `event.evidence`. Returns the id it gets.

        Readings never take it away; undoing the judgement that adds it does. Raises `UsageError` for an unknown
        document, for no words, and for what is there already.
        """

    def decide(
        self, kind: IdentityKind, sides: Sequence[Sequence[Member]], *, name: str | None = None, by: str
    ) -> Identity:
        """Keep a decision about who is who (`UNDO` goes through `undo_decision`). A side is entities of documents, all
        that were seen as one. Raises `UsageError` if one of them is there no more.
        """

    def undo_decision(self, id: int, *, by: str) -> Identity:
        """Take back a decision about who is who, or about events; raises `UsageError` for one that is not in force."""

    def identities(self) -> Sequence[Identity]:
        """All decisions about who is who, in order, undone ones included."""

    def verdicts(self) -> Sequence[Verdict]:
        """The decisions about who is who that are in force, about today's entities of documents, in order."""

    def rule(self, first: str, second: str, *, same: bool, by: str) -> Identity:
        """Keep a decision about two events (ids): whether they are one happening. Undone by `undo_decision`.

        Raises `UsageError` for an unknown event, and for one beside itself.
        """

    def rulings(self) -> Sequence[Ruling]:
        """The decisions about events that are in force, about today's events, in order."""

    def anchors(self) -> Sequence[StoredAnchor]:
        """The events that the case counts from, by name."""

    def set_anchor(self, anchor: CaseAnchor, *, by: str) -> int:
        """Keep an event that the case counts from, in place of one of its name whatever the capitals.

        Documents that hold the name show as read by no version; returns how many. Raises `UsageError` for no name.
        """

    def remove_anchor(self, name: str, *, by: str) -> int:
        """Forget such an event; otherwise like `set_anchor`. Raises `UsageError` for an unknown name."""

    def known_people(self) -> Sequence[KnownPerson]:
        """The people on lists that somebody gave to the case."""

    def set_known_people(self, source: str, people: Sequence[KnownPerson], *, by: str) -> int:
        """Make these the people of the list of this name, none to forget it; returns how many it had before."""

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

    def write_note(self, item: str, kind: NoteKind, text: str, *, by: str) -> Note:
        """Write a note or tag beside an item (its id); raises `UsageError` if there is none. Logged."""

    def undo_note(self, id: int, *, by: str) -> Note:
        """Take a note or tag back; raises `UsageError` if it is none that is in force. Logged."""

    def notes(self, item: str | None = None, *, limit: int | None = None, offset: int = 0) -> Sequence[Note]:
        """Notes and tags in force: those beside an item in the order of time, or all, the latest first."""

    def notes_of(self, items: Collection[str]) -> Mapping[str, Sequence[Note]]:
        """Notes and tags in force beside each of some items, by their whole ids."""

    def tags(self) -> Mapping[str, int]:
        """Words of tags in force, and beside how many items each stands; the most used first."""

    def searches(self) -> Sequence[SavedSearch]:
        """Saved searches by name."""

    def save_search(self, name: str, query: str | None, *, by: str) -> None:
        """Keep a search under a name, in place of the one that had it; `None` to forget it."""

    def visit(self, by: str) -> Visit:
        """Somebody looks at the case: what they had seen before this visit."""

    def changes(self, after: int) -> Sequence[Change]:
        """What was done since a row of the log, by whom and how often; the latest first."""

    def log_part(
        self, *, limit: int, offset: int = 0, by: str | None = None, action: str | None = None
    ) -> Sequence[LogRow]:
        """Changes of the case, latest first: a part of them, by one person or of one kind."""

    def log_length(self, *, by: str | None = None, action: str | None = None) -> int:
        """How many such changes there are."""

    def note_reading(self, reading: Reading | None) -> None:
        """Say how far this program is with adding, for others to see; `None` at the end."""

    def reading(self) -> Reading | None:
        """How far a program is that adds to the case; `None` if none does, or if it fell silent."""

    def held(self) -> Sequence[Judgement]:
        """All judgements about items of which somebody once said that it can't be told."""

    def state(self) -> tuple[int, ...]:
        """Numbers that are others whenever anything that lists show has changed."""

    def facets(self) -> Facets:
        """How many documents there are by outlet, year and kind."""

    def copies_beside(self, documents: Collection[str]) -> Mapping[str, Sequence[CopyRow]]:
        """For documents (ids) that stand for a group of copies: the others of it, in the order of lists."""

    def gap_kinds(self) -> Mapping[str, int]:
        """How many gaps of each kind lists show."""

    def names_like(self, words: str, limit: int) -> Sequence[str]:
        """Names of entities of the case with a word that begins so."""
