"""The Python API: open a case, add documents, ask, show, correct; read documents without a case.

import sayso

with sayso.open("harbour.sayso", create=True) as case:
    case.add(["documents/"])
    for found in case.statements('speaker:Alvarez "contract"'):
        print(found.speaker, found.content)
"""

import getpass
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from sayso import ingest
from sayso.chronicle import Narrow
from sayso.errors import Problem, UsageError
from sayso.file_reader import ReadFile, Source
from sayso.ingest import Added, Comparison, InThread, Progress, Silence, mail_thread, recover, restore, same
from sayso.judging import Judging
from sayso.ledger import Bearing, DraftSentence, Ledger
from sayso.model.claim import Copy
from sayso.model.decision import ClaimDecision
from sayso.model.entity import Mention
from sayso.model.findings import Findings
from sayso.model.identity import Identity
from sayso.model.judgement import Judgement, JudgementKind
from sayso.model.known import KnownPerson
from sayso.model.note import Note
from sayso.model.span import Span
from sayso.model.when import CaseAnchor, When
from sayso.noting import Notes
from sayso.overview import Overview
from sayso.settings import Settings
from sayso.store import safekeeping
from sayso.store.called import Called
from sayso.store.carried import CarriedCase, CarriedDocument
from sayso.store.chronology import Alike, Happening, Told, in_order
from sayso.store.condition import Condition, Is, Table
from sayso.store.context import Sentences
from sayso.store.pack import PackedFile
from sayso.store.protocol import Store
from sayso.store.stored import (
    Change,
    CopyRow,
    Counts,
    DocumentRow,
    Facets,
    Found,
    Item,
    LogRow,
    Reading,
    SavedSearch,
    StoredAnchor,
    StoredCitation,
    StoredClaim,
    StoredDate,
    StoredDocument,
    StoredEntity,
    StoredEvent,
    StoredGap,
    StoredPerson,
    StoredPosition,
    StoredStatement,
    StoredSuggestion,
    Visit,
)
from sayso.survey import FileOnDisk, Plan, absolute, exists, walk

if TYPE_CHECKING:
    from sayso.weighing import Weighing

__all__ = [
    "DOCUMENT_FIELDS",
    "Added",
    "Alike",
    "Bearing",
    "Called",
    "CarriedCase",
    "CarriedDocument",
    "Case",
    "Change",
    "Comparison",
    "CopyRow",
    "Counts",
    "DocumentRow",
    "DraftSentence",
    "Facets",
    "Found",
    "Happening",
    "Hit",
    "Identity",
    "InThread",
    "Item",
    "Ledger",
    "LogRow",
    "Narrow",
    "Note",
    "PackedFile",
    "Plan",
    "Progress",
    "ReadFile",
    "Reading",
    "SavedSearch",
    "Sentences",
    "StoredAnchor",
    "StoredCitation",
    "StoredClaim",
    "StoredDate",
    "StoredDocument",
    "StoredEntity",
    "StoredEvent",
    "StoredGap",
    "StoredPerson",
    "StoredPosition",
    "StoredStatement",
    "StoredSuggestion",
    "Table",
    "Told",
    "Visit",
    "in_order",
    "open",
    "read",
    "restore",
    "same",
]

DOCUMENT_FIELDS = ("title", "publisher", "authors", "published", "language")
"""What a person can correct about a document."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document found by full text: the row, and where the words stand in its text."""

    document: DocumentRow
    text: str
    spans: tuple[Span, ...]


class Case(Overview):
    """A case that is open. Use it as a context manager, or close it.

    Queries are those of the command line (docs/query.md); an empty one asks for everything. Raises `QueryError` for
    one that can't be read, `UsageError` for an unknown item, `ConflictError` if an item changed since it was seen.
    """

    def __init__(self, store: Store, path: Path, settings: Settings) -> None:
        self._store = store
        self.path = path
        self._settings = settings
        self.ledger = Ledger(store, lambda: self._signer, self.weigh)
        """What is claimed, and what people decide about it."""
        self.judging = Judging(store, lambda: self._signer)
        """What people decide about single findings."""
        self.notes = Notes(store, lambda: self._signer)
        """What people write beside items."""

    def __enter__(self) -> "Case":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; nothing is lost if this is never called."""
        self._store.close()

    def check(self) -> Iterator[str]:
        """What is wrong with the file of the case, a sentence each: nothing, if it is whole."""
        return safekeeping.wrong_with(self.path, self._settings)

    def backup(self, file: Path) -> None:
        """Copy the case to a new file as it is at this moment; raises `UsageError` if the file can't be made."""
        safekeeping.copy_case(self.path, file, self._settings)

    @property
    def _signer(self) -> str:
        return self._settings.signer or getpass.getuser()

    def add(
        self,
        paths: Sequence[str],
        progress: Progress | None = None,
        *,
        stdin: bytes | None = None,
        weighing: "Weighing | None" = None,
    ) -> Added:
        """Read what is new or changed below `paths` into the case, then weigh what is claimed.

        `stdin` is one more document that lies nowhere.
        """
        self._store.claim()
        inline = [_standard_input(stdin)] if stdin is not None else []
        own = absolute(str(self.path))
        try:
            added = ingest.add(
                self._store,
                paths,
                self._settings,
                by=self._signer,
                progress=progress or Silence(),
                inline=inline,
                leave_out={own, *(own + ending for ending in ("-wal", "-shm", "-journal", "-lock"))},
            )
            self._store.note_reading(Reading(added.read, added.read, weighing=True))
            self.weigh(weighing)
            return added
        finally:
            self._store.note_reading(None)

    def remove(self, target: str, *, purge: bool = False) -> Sequence[str]:
        """Take a file, a folder or a document (by id) out of the case; with `purge` erase every trace of it.

        Gives the ids of the documents that went.
        """
        target = absolute(target) if exists(Path(target)) else self._known_target(target)
        gone = self._store.remove(target, purge=purge, by=self._signer)
        self._bring_in_step()
        return gone

    def _known_target(self, target: str) -> str:
        """A path that is gone from the disk but not from the case, or else the whole of a document's id."""
        path = absolute(target)
        if any(file == path or file.startswith(path.rstrip("/") + "/") for file in self._store.files()):
            return path
        item = self._store.item(target)
        if not isinstance(item, StoredDocument):
            raise UsageError(f"{target!r} is neither a file, nor a folder, nor a document.")
        return item.document.id

    def documents(self, query: str = "", *, limit: int | None = None, offset: int = 0) -> Iterator[DocumentRow]:
        """Documents by date of publication, unknown last."""
        return self._store.documents(self._where(query, "documents"), limit=limit, offset=offset)

    def statements(self, query: str = "", *, limit: int | None = None, offset: int = 0) -> Iterator[StoredStatement]:
        """Statements in the order of documents, then by place in the text."""
        return self._store.statements(self._where(query, "statements"), limit=limit, offset=offset)

    def statements_in(self, document: str) -> Iterator[StoredStatement]:
        """Statements of one document (its whole id), by place in the text."""
        return self._store.statements(Is("document", document))

    def people(self, query: str = "", *, limit: int | None = None, offset: int = 0) -> Iterator[StoredPerson]:
        """People, organisations, public bodies and places, most mentioned first."""
        return self._store.people(self._where(query, "people"), limit=limit, offset=offset)

    def claims(self, query: str = "", *, limit: int | None = None, offset: int = 0) -> Iterator[StoredClaim]:
        """Claims with all that bears on them, what needs a person first."""
        return self.ledger.claims(self._where(query, "claims"), limit=limit, offset=offset)

    def claim(self, id: str) -> StoredClaim:
        """The claim with this id, or the only one whose id starts so."""
        return self.ledger.claim(id)

    def copies(self) -> Sequence[Copy]:
        """Pairs of documents of which one is (nearly) the other."""
        return self.ledger.copies()

    def weigh(self, progress: "Weighing | None" = None) -> None:
        """Bring the claims in step with what the documents state; `add` and every decision do so by themselves."""
        from sayso import weighing  # loads libraries that only weighing needs

        weighing.weigh_claims(self._store, progress or weighing.Quietly(), self._settings.workers)

    def draft(self, path: str) -> Sequence[DraftSentence]:
        """Each sentence of a draft (a file) with the claims that bear on it, and details that differ. Kept nowhere.

        A draft that carries no date is of today: its "March 9" is compared, whatever the year.
        """
        from sayso.drafting import check_draft  # loads libraries that only weighing needs

        today = date.today().isoformat()
        [draft] = read([path], replace(self._settings, published=self._settings.published or today))
        return check_draft(self._store, draft, self._whom)

    def gaps(self, query: str = "", *, limit: int | None = None, offset: int = 0) -> Iterator[StoredGap]:
        """What is missing, in the order of documents."""
        return self._store.gaps(self._where(query, "gaps"), limit=limit, offset=offset)

    def search(self, query: str, *, limit: int | None = None, offset: int = 0) -> Iterator[Hit]:
        """Documents whose text matches, with the places of the words."""
        where = self._where(query, "documents")
        for row in self._store.documents(where, limit=limit, offset=offset):
            text = self._store.document(row.id).document.text.characters
            yield Hit(row, text, self._store.hits(row.id, where) if where else ())

    def count(self, table: Table, query: str = "") -> int:
        """How many rows a list has."""
        return self._store.count(table, self._where(query, table))

    def counts(self) -> Counts:
        """How much there is of everything."""
        return self._store.counts()

    def problems(self) -> Sequence[Problem]:
        """What could not be read, or not wholly, file by file."""
        return self._store.problems()

    def item(self, id: str) -> Item:
        """Whatever has this id, or the only one whose id starts so."""
        return self._store.item(id)

    def document(self, id: str) -> StoredDocument:
        """One document with its text."""
        return self._store.document(id)

    def findings(self, id: str, *, statements: bool = True) -> Findings:
        """All that was found in one document and not rejected; without its `statements` where these are at hand."""
        return self._store.findings(id, statements=statements)

    def mentions(self, document: str, entity: str) -> tuple[Mention, ...]:
        """Where one entity of a document is mentioned."""
        return next((e.mentions for e in self.findings(document).entities if e.id == entity), ())

    def thread(self, id: str) -> tuple[Sequence[InThread], Mapping[str, DocumentRow]]:
        """The mails that a mail (its whole id) is among, each before what answers it, and the rows of those that the
        case has, by id. Empty for what is no mail.
        """
        mails = {row.id: row for row in self._store.documents(Is("media_type", "message/rfc822"))}
        found = mail_thread(id, mails.values())
        return found, {one.document: mails[one.document] for one in found if one.document}

    def original(self, id: str) -> bytes:
        """The bytes that a document was read from, kept in the case."""
        return self._store.blob(id)

    def recover(self, found: StoredGap) -> str | None:
        """The words under a badly made redaction, read from the kept bytes; `None` where there are none to be read.

        They are never kept: publishing them may do harm.
        """
        if not found.gap.recoverable:
            return None
        stored = self.document(found.at.document)
        words = recover(stored.name, self.original(found.at.document), self._settings)
        return words.get(found.gap.span)

    def correct(self, document: str, field: str, value: str | None, *, made_on: int | None = None) -> Judgement:
        """Say what a document's `field` (of `DOCUMENT_FIELDS`) really is; `None` for "not known". Signed, logged.

        `made_on` is the version of the document that was seen; by default the current one.
        """
        if field not in DOCUMENT_FIELDS:
            raise UsageError(f"A document has no field {field!r}; it has {', '.join(DOCUMENT_FIELDS)}.")
        if field == "published" and value is not None:
            try:
                When.parse(value)
            except ValueError:
                raise UsageError(f"{value!r} is no EDTF date; write 2016-11-08, 2016-11 or 2016.") from None
        item = self.item(document)
        if not isinstance(item, StoredDocument):
            raise UsageError(f"{document!r} is no document.")
        version = item.version if made_on is None else made_on
        return self._store.judge(
            item.document.id, JudgementKind.CORRECT, made_on=version, by=self._signer, field=field, value=value
        )

    def undo_last(self) -> Judgement | Identity | ClaimDecision | None:
        """Take back the last decision in force of whoever signs, of whatever kind, and return it; `None` if there is
        none. Called again, it goes on to the one before. Claims are weighed anew, but for findings: `weigh` does that.
        """
        match last := self.judging.last():
            case Judgement():
                self.judging.undo(last.item, last.id)
            case Identity():
                self.undo(last.id)
            case ClaimDecision():
                self.ledger.undo(last.id)
        return last

    def anchors(self) -> Sequence[StoredAnchor]:
        """The events of this case that documents count from, by name."""
        return self._store.anchors()

    def add_anchor(self, name: str, date: str) -> int:
        """Say when an event was (EDTF) that documents name so, in place of what was said before. Logged.

        The next `add` reads the documents that hold the name anew; returns how many there are. Raises `UsageError`.
        """
        try:
            when = When.parse(date)
        except ValueError:
            raise UsageError(f"{date!r} is no EDTF date; write 2016-11-08, 2016-11 or 2016-11-08/2016-11-10.") from None
        return self._store.set_anchor(CaseAnchor(name, when), by=self._signer)

    def remove_anchor(self, name: str) -> int:
        """Forget such an event; otherwise like `add_anchor`."""
        return self._store.remove_anchor(name, by=self._signer)

    def set_known_people(self, source: str, people: Sequence[KnownPerson]) -> int:
        """Make these the people of the list of this name, none to forget it; logged. Returns how many it had before.

        Entities of the case whose full names agree with those of one alone are named after it.
        """
        before = self._store.set_known_people(source, people, by=self._signer)
        self._bring_in_step()
        return before

    def carried(self, documents: Collection[str], *, whole: bool) -> CarriedCase:
        """What the case holds beside these documents (ids), to be carried to another; `whole` if they are all."""
        return self._store.carried_case(documents, whole=whole)

    def carried_document(self, id: str) -> CarriedDocument:
        """One document with all that was found in it and decided about it, to be carried to another case."""
        return self._store.carried_document(id)

    def log(self, limit: int | None = None) -> Iterator[LogRow]:
        """The changes of the case, latest first."""
        return self._store.log(limit)

    def verify_log(self) -> int | None:
        """The number of the first row of the log that was tampered with; `None` if all rows fit together."""
        return self._store.verify_log()

    def _where(self, query: str, table: Table) -> Condition | None:
        if not query.strip():
            return None
        from sayso.query import condition_for  # loads a grammar, which reading processes don't need

        return condition_for(query, table)


def open(path: str | Path, settings: Settings | None = None, *, create: bool = False, write: bool = True) -> Case:
    """Open the case at `path`; `create` makes one if there is none. Raises `CaseError` if it can't be used."""
    from sayso.store.case_file import open_store  # loads the database library, which reading processes don't need

    settings = settings or Settings()
    return Case(open_store(Path(path), settings, create=create, write=write), Path(path), settings)


def read(paths: Sequence[str], settings: Settings | None = None, *, stdin: bytes | None = None) -> Iterator[ReadFile]:
    """Read files and folders without a case, as reading ends; `stdin` is one more document that lies nowhere."""
    sources: list[Source] = [_standard_input(stdin)] if stdin is not None else []
    for found in walk(paths):
        if isinstance(found, FileOnDisk):
            sources.append(Source(found))
        else:
            yield ReadFile(found.document, (), (found,))
    yield from ingest.read_all(sources, settings or Settings())


def _standard_input(data: bytes) -> Source:
    digest = sha256(data).hexdigest()
    name = f"stdin-{digest[:12]}"
    return Source(FileOnDisk(name, name, len(data), 0, digest), data)
