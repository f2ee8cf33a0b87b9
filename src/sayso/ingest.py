"""Joins the steps over many files: read → find → store, then resolve. It asks and reports, and never prints.

Each file is read in a worker process (`file_reader.py`), written whole or not at all, and reported only once it is
written, so that whatever is killed, and whenever, loses nothing that was reported.
"""

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sayso.errors import Problem, UsageError
from sayso.file_reader import ReadFile, Source, pack, reading_version
from sayso.model.document import Metadata
from sayso.model.happening import Telling
from sayso.model.identity import Suggestion
from sayso.model.span import Span
from sayso.model.when import CaseAnchor
from sayso.resolve import Comparison as Comparison
from sayso.resolve import presumed as presumed
from sayso.resolve import resolve, suggest, with_known
from sayso.resolve import same as same
from sayso.resolve.happenings import suggest_happenings
from sayso.resolve.mail_threads import InThread as InThread
from sayso.resolve.mail_threads import letter, thread
from sayso.settings import Settings
from sayso.store.carried import CarriedCase, CarriedDocument
from sayso.store.pack import PackedFile
from sayso.store.protocol import Store
from sayso.store.stored import DocumentRow, FileState, Reading, StoredEvent
from sayso.survey import FileOnDisk, KnownFile, Plan, absolute, exists, plan, walk
from sayso.workers import Failed, Limits, Pool

_ALIKE, _ALIKE_AT_MOST = 0.5, 500
"""People that may be one with at least this score, the best so many, may be the same participant of two events."""
_COMMIT_SECONDS = 0.5
_SAY_SECONDS = 2.0
_BYTES_A_DOCUMENT = 2 << 20
_TRIES = 3
_GIVEN_UP = "given up"
"""Stands for the version of the reading where there was none, until the file is added by name."""


@dataclass(frozen=True, slots=True)
class Added:
    """What `add` did, in files."""

    read: int
    unchanged: int
    moved: int
    missing: int
    skipped: int
    documents: int
    words: int
    problems: tuple[Problem, ...]


class Progress(Protocol):
    """Who wants to know how far reading has got. Called in the process that writes, after the case has it."""

    def planned(self, plan: Plan) -> None:
        """Before the first file is read."""

    def recorded(self, files: Sequence[PackedFile]) -> None:
        """These files are in the case for good."""

    def waiting(self) -> None:
        """Every half a second or so; whatever it raises ends the reading, and the case keeps what was recorded."""


class Silence:
    """Nobody wants to know."""

    def planned(self, plan: Plan) -> None:
        """Say nothing."""

    def recorded(self, files: Sequence[PackedFile]) -> None:
        """Say nothing."""

    def waiting(self) -> None:
        """Go on."""


def read_all(sources: Sequence[Source], settings: Settings) -> Iterator[ReadFile]:
    """Read files without a case, as they come in; a file that its process could not read is a problem."""
    pool = Pool[Source, ReadFile](
        "sayso.file_reader:make_reader", (settings,), settings.workers, _limits(settings), _weight
    )
    with pool:
        for outcome in pool.run(_by_size(sources)):
            if isinstance(outcome, Failed):
                yield _given_up(outcome.job.file, outcome.why)
            elif outcome is not None:
                yield outcome.result


def add(
    store: Store,
    paths: Sequence[str],
    settings: Settings,
    *,
    by: str,
    progress: Progress,
    inline: Sequence[Source] = (),
    leave_out: Collection[str] = (),
    make: str = "sayso.file_reader:make_packer",
) -> Added:
    """Bring the case in step with `paths` (files and folders); `inline` are sources that lie nowhere.

    `leave_out` are paths that are not read (the case's own files). A path that is gone, but that the case knows
    files of, marks them as missing.
    `make` names what makes a worker's function; it is called like `make_packer`.

    Raises `UsageError` for a path that does not exist. Interrupted at any moment, it leaves the case with every file
    that was reported, and the next call goes on.
    """
    read_with = reading_version(settings)
    before = store.files()
    known = _known(before, read_with)
    there = [p for p in paths if exists(Path(p)) or not _knows(known, p)]
    found = (f for f in walk(there) if isinstance(f, Problem) or f.path not in leave_out)
    todo = plan(found, known, paths)
    progress.planned(todo)
    for old, file in todo.moved:
        store.relocate(old, file.path, name=file.name, modified_ns=file.modified_ns, by=by)
    named = {absolute(path) for path in paths}
    # A document that was taken out by its id comes back with its file, once that is named itself.
    back = [*todo.returned, *(file for file in todo.unchanged if file.path in named)]
    store.mark_present([file.path for file in back], by=by)
    store.mark_missing(todo.missing, by=by)
    sources = [*(Source(file) for file in todo.read), *inline]
    documents = words = 0
    done: list[str] = []
    # What could not be read before and has not changed since still can't.
    problems = [*todo.problems, *(p for file in todo.unchanged for p in before[file.path].problems)]
    try:
        packed = _packed(make, sources, (settings, read_with, dict(store.heeded()), _anchors(store)))
        for batch in _batches(_watched(packed, progress, lambda: store.note_reading(Reading(len(done), len(sources))))):
            store.record(batch, by=by)
            done.extend(file.path for file in batch)
            progress.recorded(batch)
            documents += sum(len(file.documents) for file in batch)
            words += sum(file.words for file in batch)
            problems += [problem for file in batch for problem in file.problems]
    finally:
        resolve_people(store)
    return Added(
        len(sources),
        len(todo.unchanged),
        len(todo.moved),
        len(todo.missing),
        len(todo.skipped),
        documents,
        words,
        tuple(problems),
    )


def recover(name: str, data: bytes, settings: Settings) -> Mapping[Span, str]:
    """The words under the badly made redactions of a document, read again in a worker of its own, each by the span of
    its mark; nothing of it is kept. Raises `UsageError` if it can't be read.
    """
    make, arguments = "sayso.file_reader:make_recoverer", (settings,)
    with Pool[tuple[str, bytes], Mapping[Span, str]](make, arguments, 1, _limits(settings)) as pool:
        for outcome in pool.run([(name, data)]):
            if isinstance(outcome, Failed):
                raise UsageError(f"{name} could not be read again: it {outcome.why}.")
            if outcome is not None:
                return outcome.result
    raise UsageError(f"{name} could not be read again.")


def resolve_people(store: Store) -> None:
    """Bring the entities of the case in step with those of its documents and with what people decided about them.

    Where another process goes on adding documents meanwhile, that is left to it.
    """
    for _ in range(_TRIES):
        if store.people_current():
            return
        version = store.people_version()
        verdicts = store.verdicts()
        people = with_known(resolve(store.names(), verdicts), store.known_people(), verdicts)
        store.set_people(people, suggest(people, verdicts), made_of=version)


def restore(path: Path, case: CarriedCase, documents: Iterable[CarriedDocument], *, source: str, by: str) -> int:
    """Make a new case of what was carried from another (`Case.carried`); returns how many documents it has.

    `source` is a name for it that people know. Claims are made anew by `Case.weigh`. Raises `UsageError` and
    `CaseError`; then there is no new case.
    """
    from sayso.store.case_file import open_store  # loads the database library, which reading processes don't need
    from sayso.store.transfer import restore as restore_file

    settings = Settings()
    made = restore_file(path, case, documents, source=source, by=by, wait_seconds=settings.case_seconds)
    with open_store(path, settings, write=True) as store:
        resolve_people(store)
    return made


def happenings(store: Store, events: Sequence[StoredEvent]) -> Sequence[Suggestion]:
    """Which of these events may be one happening, best first; none that a person has decided about."""
    tellings = [Telling(found.at.document, found.event, found.participants) for found in events]
    alike = sorted((pair for pair in store.open_pairs() if pair.score >= _ALIKE), key=lambda pair: -pair.score)
    called = {person.id: person.name for person in store.named()} if alike else {}
    pairs = [(called.get(pair.first, ""), called.get(pair.second, "")) for pair in alike[:_ALIKE_AT_MOST]]
    return suggest_happenings(tellings, store.rulings(), [names for names in pairs if all(names)])


def mail_thread(document: str, mails: Iterable[DocumentRow]) -> Sequence[InThread]:
    """The thread that a document is in among these mails, in the order in which it is read."""
    return thread(document, [letter(row.id, row.metadata) for row in mails])


def _anchors(store: Store) -> tuple[CaseAnchor, ...]:
    """The events that the case counts from."""
    return tuple(stored.anchor for stored in store.anchors())


def _known(files: Mapping[str, FileState], read_with: str) -> dict[str, KnownFile]:
    return {
        path: KnownFile(
            path,
            state.sha256,
            state.size,
            state.modified_ns,
            current=state.read_with == read_with,
            present=state.state == "present",
            removed=state.state == "removed",
            given_up=state.read_with == _GIVEN_UP,
        )
        for path, state in files.items()
    }


def _knows(known: Mapping[str, KnownFile], path: str) -> bool:
    """Whether the case knows the file, or files below the folder."""
    root = absolute(path)
    return any(file == root or file.startswith(root.rstrip("/") + "/") for file in known)


def _packed(
    make: str, sources: Sequence[Source], arguments: tuple[Settings, str, dict[str, Metadata], tuple[CaseAnchor, ...]]
) -> Iterator[PackedFile | None]:
    settings = arguments[0]
    pool = Pool[Source, PackedFile](make, arguments, settings.workers, _limits(settings), _weight)
    with pool:
        for outcome in pool.run(_by_size(sources), tick=_COMMIT_SECONDS):
            if isinstance(outcome, Failed):
                yield pack(outcome.job.file, _given_up(outcome.job.file, outcome.why), _GIVEN_UP)
            else:
                yield outcome.result if outcome else None


def _watched(
    files: Iterator[PackedFile | None], progress: Progress, say: Callable[[], None]
) -> Iterator[PackedFile | None]:
    """The same; meanwhile whoever wants to know is told, and others who look at the case every few seconds."""
    said = float("-inf")
    for file in files:
        progress.waiting()
        if time.monotonic() - said >= _SAY_SECONDS:
            say()
            said = time.monotonic()
        yield file


def _batches(files: Iterator[PackedFile | None]) -> Iterator[list[PackedFile]]:
    """Files that came in within half a second together, since a transaction costs a disk sync; `None` marks time."""
    batch: list[PackedFile] = []
    last = 0.0
    for file in files:
        if file is not None:
            batch.append(file)
        if batch and time.monotonic() - last >= _COMMIT_SECONDS:
            yield batch
            batch = []
            last = time.monotonic()
    if batch:
        yield batch


def _given_up(file: FileOnDisk, why: str) -> ReadFile:
    what = f"It {why}, so it was given up."
    return ReadFile(
        file.path,
        (),
        (Problem(file.path, what, _advice(why), unread=True),),
    )


def _advice(why: str) -> str:
    if "seconds" in why:
        return "Add it by name with a higher --document-seconds to try again."
    if "MiB" in why:
        return "Add it by name with a higher --document-megabytes to try again."
    return "Add it by name to try again."


def _weight(source: Source) -> float:
    """How many times the seconds of a document a file may take: a mailbox or a book is many documents long."""
    return 1 + source.file.size / _BYTES_A_DOCUMENT


def _by_size(sources: Sequence[Source]) -> list[Source]:
    return sorted(sources, key=lambda s: (s.file.size, s.file.path))


def _limits(settings: Settings) -> Limits:
    return Limits(settings.document_seconds, settings.document_megabytes)
