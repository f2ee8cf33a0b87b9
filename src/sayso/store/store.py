"""The store over SQL: each method is one transaction, and what it does in it stands in a file of its own."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TypeVar

from sqlalchemy import Connection

from sayso.errors import CaseError, Problem
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
from sayso.model.span import Spans
from sayso.model.when import CaseAnchor
from sayso.store import (
    added,
    case_anchors,
    claim_decisions,
    claims,
    files,
    generations,
    happenings,
    identities,
    items,
    judgement_rows,
    known_people,
    lists,
    log,
    materials,
    people,
    suggested,
    transfer,
)
from sayso.store.beside import Beside
from sayso.store.carried import CarriedCase, CarriedDocument
from sayso.store.condition import Condition, Table
from sayso.store.connection import Database
from sayso.store.counting import counts
from sayso.store.judge import Decision, heeded, judge
from sayso.store.lists import Page
from sayso.store.lock import WriterLock
from sayso.store.pack import PackedFile
from sayso.store.record import record
from sayso.store.remove import remove
from sayso.store.stored import (
    ClaimVerdict,
    Counts,
    DocumentRow,
    FileState,
    GapOfCase,
    Item,
    LogRow,
    Material,
    Outline,
    PersonOf,
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
    WeighedClaim,
)

T = TypeVar("T")


class SqlStore(Beside):
    """A case in a database; made by `open_store`. `Store` says what each method does."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = WriterLock(database.path)

    def __enter__(self) -> "SqlStore":
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()
        self._lock.free()

    def claim(self) -> None:
        """Be the only one to read files into this case."""
        if not self._database.write_allowed:
            raise CaseError(f"{self._database.path} was opened for reading only.")
        if self._lock.take():
            self._database.check()

    def files(self) -> Mapping[str, FileState]:
        """Every file by its path."""
        with self._database.read() as connection:
            return files.files(connection)

    def record(self, files: Sequence[PackedFile], *, by: str) -> None:
        """Put files in the case, all or none."""
        self.claim()
        with self._database.write() as connection:
            record(connection, files, by)

    def relocate(self, old: str, path: str, *, name: str, modified_ns: int, by: str) -> None:
        """The same file lies elsewhere now."""
        self.claim()
        with self._database.write() as connection:
            files.relocate(connection, old, path, name=name, modified_ns=modified_ns, by=by)

    def mark_missing(self, paths: Sequence[str], *, by: str) -> None:
        """These files are gone."""
        self._mark(paths, "missing", by)

    def mark_present(self, paths: Sequence[str], *, by: str) -> None:
        """These files are back."""
        self._mark(paths, "present", by)

    def _mark(self, paths: Sequence[str], state: str, by: str) -> None:
        self.claim()
        if paths:
            with self._database.write() as connection:
                files.mark(connection, paths, state, by)

    def remove(self, target: str, *, purge: bool, by: str) -> Sequence[str]:
        """Take documents out, or erase them."""
        self.claim()
        with self._database.write() as connection:
            removed = remove(connection, target, purge=purge, by=by)
        if purge:
            self._database.vacuum()
        return removed

    def entities(self) -> Iterator[tuple[str, Entity]]:
        """All entities of documents."""
        with self._database.read() as connection:
            yield from people.entities(connection)

    def names(self) -> Iterator[tuple[str, Entity]]:
        """All entities of documents without their mentions."""
        with self._database.read() as connection:
            yield from people.names(connection)

    def named(self, limit: int | None = None) -> Iterator[PersonOf]:
        """Who is in the case."""
        with self._database.read() as connection:
            yield from people.named(connection, limit)

    def members(self, person: str, limit: int | None = None) -> Iterator[tuple[str, Entity]]:
        """The entities of documents that are one of the case."""
        with self._database.read() as connection:
            yield from people.members(connection, person, limit)

    def set_people(
        self,
        people_of_the_case: Iterable[Person],
        suggestions: Iterable[Suggestion] = (),
        *,
        made_of: int | None = None,
    ) -> bool:
        """Make these the entities of the case, and these what may be one."""
        made, pairs = list(people_of_the_case), list(suggestions)
        if made_of is None:
            self.claim()
        with self._database.write() as connection:
            if made_of not in (None, generations.made_of(connection)):
                return False
            people.set_people(connection, made)
            suggested.set_suggestions(connection, pairs)
        return True

    def people_version(self) -> int:
        """What the entities of the case would be made of now."""
        with self._database.read() as connection:
            return generations.made_of(connection)

    def people_current(self) -> bool:
        """Whether they were made since the entities of documents last changed."""
        with self._database.read() as connection:
            return generations.people_current(connection)

    def documents(
        self, where: Condition | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[DocumentRow]:
        """Documents by date of publication."""
        return self._list(lists.documents, Page(where, limit, offset))

    def statements(
        self, where: Condition | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[StoredStatement]:
        """Statements by document and place."""
        return self._list(lists.statements, Page(where, limit, offset))

    def events(
        self, where: Condition | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[StoredEvent]:
        """Events by date."""
        return self._list(lists.events, Page(where, limit, offset))

    def gaps(self, where: Condition | None = None, *, limit: int | None = None, offset: int = 0) -> Iterator[StoredGap]:
        """Gaps by document and place."""
        return self._list(lists.gaps, Page(where, limit, offset))

    def dates(
        self, where: Condition | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[StoredDate]:
        """Dates in order."""
        return self._list(lists.dates, Page(where, limit, offset))

    def citations(
        self, where: Condition | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[StoredCitation]:
        """Citations by document and place."""
        return self._list(lists.citations, Page(where, limit, offset))

    def people(
        self, where: Condition | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[StoredPerson]:
        """Entities of the case, most mentioned first."""
        return self._list(people.people, Page(where, limit, offset))

    def suggestions(
        self, person: str | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[StoredSuggestion]:
        """What may be one, best first."""
        with self._database.read() as connection:
            yield from suggested.suggestions(connection, person, limit, offset)

    def open_pairs(self) -> Iterator[Suggestion]:
        """The same in any order."""
        with self._database.read() as connection:
            yield from suggested.open_pairs(connection)

    def _list(self, rows: Callable[[Connection, Page], Iterator[T]], page: Page) -> Iterator[T]:
        with self._database.read() as connection:
            yield from rows(connection, page)

    def count(self, table: Table, where: Condition | None = None) -> int:
        """How many rows a list has."""
        with self._database.read() as connection:
            return lists.count(connection, table, where)

    def counts(self) -> Counts:
        """How much there is."""
        with self._database.read() as connection:
            return counts(connection)

    def problems(self) -> Sequence[Problem]:
        """What could not be read."""
        with self._database.read() as connection:
            return files.problems(connection)

    def document(self, document: str) -> StoredDocument:
        """One document."""
        with self._database.read() as connection:
            return items.document(connection, document)

    def findings(self, document: str, *, statements: bool = True) -> Findings:
        """What was found in one document."""
        with self._database.read() as connection:
            return items.findings(connection, document, statements=statements)

    def blob(self, document: str) -> bytes:
        """The bytes of one document."""
        with self._database.read() as connection:
            return items.blob(connection, document)

    def carried_case(self, documents: Collection[str], *, whole: bool) -> CarriedCase:
        """The case in plain values."""
        with self._database.read() as connection:
            return transfer.carried_case(connection, documents, whole=whole)

    def carried_document(self, document: str) -> CarriedDocument:
        """One document in plain values."""
        with self._database.read() as connection:
            return transfer.carried_document(connection, document)

    def hits(self, document: str, where: Condition) -> Spans:
        """Where the words that were asked for stand."""
        with self._database.read() as connection:
            return items.hits(connection, document, where)

    def item(self, id: str) -> Item:
        """Whatever has this id."""
        with self._database.read() as connection:
            return items.item(connection, id)

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
        """Keep a decision."""
        with self._database.write() as connection:
            return judge(connection, Decision(item, kind, made_on, by, field, value, undoes))

    def add_event(self, document: str, event: Event, *, by: str) -> str:
        """Keep an event that a person adds."""
        with self._database.write() as connection:
            return added.add_event(connection, document, event, by=by)

    def decide(
        self, kind: IdentityKind, sides: Sequence[Sequence[Member]], *, name: str | None = None, by: str
    ) -> Identity:
        """Keep a decision about who is who."""
        with self._database.write() as connection:
            return identities.decide(connection, kind, sides, name=name, by=by)

    def undo_decision(self, id: int, *, by: str) -> Identity:
        """Take a decision about who is who back."""
        with self._database.write() as connection:
            return identities.undo(connection, id, by=by)

    def identities(self) -> Sequence[Identity]:
        """All decisions about who is who."""
        with self._database.read() as connection:
            return identities.identities(connection)

    def verdicts(self) -> Sequence[Verdict]:
        """Those in force, about today's entities."""
        with self._database.read() as connection:
            return identities.verdicts(connection)

    def materials(self, documents: Collection[str] | None = None) -> Iterator[Material]:
        """What claims are made of."""
        with self._database.read() as connection:
            yield from materials.materials(connection, documents)

    def without_vectors(self) -> Sequence[str]:
        """Documents whose propositions have no vectors yet."""
        with self._database.read() as connection:
            return materials.without_vectors(connection)

    def set_vectors(self, vectors: Mapping[str, bytes]) -> None:
        """Keep vectors."""
        with self._database.write() as connection:
            materials.set_vectors(connection, vectors)

    def outlines(self) -> Iterator[Outline]:
        """Documents without what stands in them."""
        with self._database.read() as connection:
            yield from materials.outlines(connection)

    def kept(self) -> bytes | None:
        """What is kept of the last weighing."""
        with self._database.read() as connection:
            return materials.kept(connection)

    def urgent_claims(self, least: float, besides: Collection[str]) -> Iterator[Claim]:
        """Claims of so much urgency."""
        with self._database.read() as connection:
            yield from claims.urgent(connection, least, besides)

    def case_gaps(self) -> Mapping[str, Gap]:
        """The gaps that only the case shows."""
        with self._database.read() as connection:
            return claims.case_gaps(connection)

    def copies(self) -> Sequence[Copy]:
        """Documents that are nearly another."""
        with self._database.read() as connection:
            return materials.copies(connection)

    def set_claims(
        self,
        weighed: Iterable[WeighedClaim],
        *,
        copies: Iterable[Copy],
        made_of: int,
        standing: Collection[str] | None = None,
        cards: Mapping[str, tuple[str, bytes]] = MappingProxyType({}),
        kept: bytes | None = None,
        gaps: Iterable[GapOfCase] = (),
        standing_gaps: Collection[str] = (),
    ) -> bool:
        """Make these the claims of the case."""
        made, alike, missing = list(weighed), list(copies), list(gaps)
        there = {one.claim.id for one in made} if standing is None else standing
        with self._database.write() as connection:
            if made_of != generations.claims_version(connection):
                return False
            materials.set_weighed(connection, cards, kept, alike)
            claims.set_case_gaps(connection, missing, standing_gaps)
            if not claims.set_claims(connection, made, there):
                materials.forget_weighing(connection)
                return False
        return True

    def claims_version(self) -> int:
        """What claims would be made of now."""
        with self._database.read() as connection:
            return generations.claims_version(connection)

    def claims_current(self) -> bool:
        """Whether they were made since that last changed."""
        with self._database.read() as connection:
            return generations.claims_current(connection)

    def claims(
        self, where: Condition | None = None, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[StoredClaim]:
        """Claims, what needs a person first."""
        return self._list(claims.claims, Page(where, limit, offset))

    def decide_claim(
        self, kind: ClaimDecisionKind, passages: Sequence[Passage], *, value: str | None = None, by: str
    ) -> ClaimDecision:
        """Keep a decision about claims."""
        with self._database.write() as connection:
            return claim_decisions.decide(connection, kind, passages, value=value, by=by)

    def undo_claim_decision(self, id: int, *, by: str) -> ClaimDecision:
        """Take one back."""
        with self._database.write() as connection:
            return claim_decisions.undo(connection, id, by=by)

    def claim_decisions(self) -> Sequence[ClaimDecision]:
        """All decisions about claims."""
        with self._database.read() as connection:
            return claim_decisions.decisions(connection)

    def claim_verdicts(self) -> Sequence[ClaimVerdict]:
        """Those in force, on today's propositions."""
        with self._database.read() as connection:
            return claim_decisions.verdicts(connection)

    def rule(self, first: str, second: str, *, same: bool, by: str) -> Identity:
        """Keep a decision about two events."""
        with self._database.write() as connection:
            return happenings.rule(connection, first, second, same=same, by=by)

    def rulings(self) -> Sequence[Ruling]:
        """Those in force, about today's events."""
        with self._database.read() as connection:
            return happenings.rulings(connection)

    def anchors(self) -> Sequence[StoredAnchor]:
        """The events that the case counts from."""
        with self._database.read() as connection:
            return case_anchors.anchors(connection)

    def set_anchor(self, anchor: CaseAnchor, *, by: str) -> int:
        """Keep one."""
        with self._database.write() as connection:
            return case_anchors.set_anchor(connection, anchor, by)

    def remove_anchor(self, name: str, *, by: str) -> int:
        """Forget one."""
        with self._database.write() as connection:
            return case_anchors.remove_anchor(connection, name, by)

    def known_people(self) -> Sequence[KnownPerson]:
        """Those on lists."""
        with self._database.read() as connection:
            return tuple(known_people.known_people(connection))

    def set_known_people(self, source: str, people: Sequence[KnownPerson], *, by: str) -> int:
        """Keep a list, or forget it."""
        with self._database.write() as connection:
            return known_people.set_known_people(connection, source, people, by)

    def heeded(self) -> Mapping[str, Metadata]:
        """Documents with corrections that finders go by."""
        with self._database.read() as connection:
            return heeded(connection)

    def judgements(self, item: str | None = None) -> Sequence[Judgement]:
        """What was decided."""
        with self._database.read() as connection:
            return judgement_rows.about(connection, item)

    def log(self, limit: int | None = None) -> Iterator[LogRow]:
        """The changes of the case, latest first."""
        with self._database.read() as connection:
            yield from log.rows(connection, limit)

    def verify_log(self) -> int | None:
        """The first row of the log that was tampered with."""
        with self._database.read() as connection:
            return log.first_broken(connection)
