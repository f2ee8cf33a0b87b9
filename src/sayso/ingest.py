"""The only file that joins the steps: read → find → store, then resolve. It asks and reports, and never prints.

Each file is read in a worker process (`FileReader`), written whole or not at all, and reported only once it is written,
so that whatever is killed, and whenever, loses nothing that was reported.
"""

import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from sayso.errors import Problem, UnreadableError
from sayso.find.models import installed
from sayso.model.document import Document, Metadata, Sureness, Text
from sayso.model.findings import Findings, document_id
from sayso.model.when import When
from sayso.read import read
from sayso.resolve import resolve
from sayso.settings import Settings
from sayso.store.pack import PackedFile, ReadDocument, pack_file
from sayso.store.protocol import FileState, Store
from sayso.survey import FileOnDisk, KnownFile, Plan, absolute, exists, plan, walk
from sayso.workers import Failed, Limits, Pool

_COMMIT_SECONDS = 0.5
_MEBIBYTE = 1 << 20
_DEEPEST_MEMBER = 4
_BYTES_A_DOCUMENT = 2 * _MEBIBYTE
_GIVEN_UP = "given up"
"""Stands for the version of the reading where there was none, until the file is added by name."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What became of one file: its documents (a mailbox has many) and what could not be read of it."""

    path: str
    documents: tuple[ReadDocument, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read; `data` for what does not lie on the disk (standard input)."""

    file: FileOnDisk
    data: bytes | None = None


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


class Silence:
    """Nobody wants to know."""

    def planned(self, plan: Plan) -> None:
        """Say nothing."""

    def recorded(self, files: Sequence[PackedFile]) -> None:
        """Say nothing."""


def reading_version(settings: Settings) -> str:
    """Which readers, finders and model make today's findings; findings of another version are made anew."""
    model = settings.model
    if model is None:
        known = installed()
        model = f"{known.package} {known.version}"
    return f"sayso {version('sayso')}, {model}"


class FileReader:
    """Reads one file after another: bytes → documents → findings. Made once a process, since models take seconds.

    `corrected` are the metadata that persons gave documents, by id: finders go by these.
    """

    def __init__(self, settings: Settings, corrected: Mapping[str, Metadata] = MappingProxyType({})) -> None:
        # Loading these takes seconds; the process that writes, and commands that only look, never do.
        from sayso.find import find
        from sayso.find.language import LanguageDetector
        from sayso.find.parse import Parser

        self._settings = settings
        self._corrected = corrected
        self._find_in = find
        self._parser = Parser(settings.model)
        self._languages = LanguageDetector()
        self._published = When.parse(settings.published) if settings.published else None

    def read_file(self, source: Source) -> ReadFile:
        """All documents of one file; never raises for what is wrong with the file itself."""
        path = source.file.path
        most = self._settings.file_megabytes * _MEBIBYTE
        if source.file.size > most:
            what = f"It is larger than {self._settings.file_megabytes} MiB, the most that is read."
            return ReadFile(path, (), (Problem(path, what, "Split it, or raise --file-megabytes.", unread=True),))
        try:
            data = Path(path).read_bytes() if source.data is None else source.data
        except OSError as error:
            return ReadFile(path, (), (Problem(path, f"It can't be opened ({error.strerror}).", unread=True),))
        documents: list[ReadDocument] = []
        problems: list[Problem] = []
        self._read_source(_Part(path, source.file.name, "", None, 0), data, documents, problems)
        return ReadFile(path, tuple(documents), tuple(problems))

    def _read_source(self, part: "_Part", data: bytes, documents: list[ReadDocument], problems: list[Problem]) -> None:
        try:
            reading = read(part.name, data, most_bytes=self._settings.file_megabytes * _MEBIBYTE)
        except UnreadableError as error:
            problems.append(Problem(part.path, str(error), unread=True))
            return
        own = tuple(Problem(part.path, what) for what in reading.problems)
        problems.extend(own)
        parent = part.parent
        if reading.text is not None:
            document = self._document(part.path, data, reading.media_type, reading.metadata, reading.text)
            found = self._find(document, problems)
            documents.append(ReadDocument(document, data, found, part.member, parent, own))
            parent = document.id
        if reading.members and part.depth >= _DEEPEST_MEMBER:
            what = f"Documents inside of it are not read: they lie {part.depth + 1} deep."
            problems.append(Problem(part.path, what, "Take them out and add them by themselves.", unread=True))
            return
        for count, member in enumerate(reading.members):
            if len(documents) >= self._settings.members:
                what = f"It holds {len(reading.members) - count} more documents than the {self._settings.members} read."
                problems.append(Problem(part.path, what, "Split it, or raise --members.", unread=True))
                return
            self._read_source(part.inside(member.name, parent), member.data, documents, problems)

    def _document(self, path: str, data: bytes, media_type: str, metadata: Metadata, text: Text) -> Document:
        known = replace(metadata, language=self._languages.language(text.characters, metadata.language))
        if self._published is not None and known.published_sure in (None, Sureness.GUESSED):
            known = replace(known, published=self._published, published_sure=Sureness.PERSON)
        return Document(document_id(data), path, sha256(data).hexdigest(), media_type, known, text)

    def _find(self, document: Document, problems: list[Problem]) -> Findings:
        length = len(document.text.characters)
        if length > self._settings.characters:
            what = f"It has {length:,} characters: it is kept and searchable, but not read for findings."
            problems.append(Problem(document.path, what, "Split it, or raise --characters."))
            return Findings()
        metadata = self._corrected.get(document.id, document.metadata)
        if metadata.published_sure is Sureness.GUESSED:
            # "Last Tuesday" counted from a guess would look as sure as any other date.
            metadata = replace(metadata, published=None, published_sure=None)
        document = replace(document, metadata=metadata)
        language = document.metadata.language
        if language not in (None, "en"):
            what = f"Its language is {language!r}: it is kept and searchable, but not read for findings."
            problems.append(Problem(document.path, what, "Correct the language if it is English after all."))
        return self._find_in(document, self._parser)


@dataclass(frozen=True, slots=True)
class _Part:
    """Where a source lies: the path shown, the name that tells its format, its place inside of its file."""

    path: str
    name: str
    member: str
    parent: str | None
    depth: int

    def inside(self, name: str, parent: str | None) -> "_Part":
        member = f"{self.member}!{name}" if self.member else name
        return _Part(f"{self.path}!{name}", name, member, parent, self.depth + 1)


def make_reader(settings: Settings) -> Callable[[Source], ReadFile]:
    """A worker's function that reads a file and hands its documents over as they are."""
    return FileReader(settings).read_file


def make_packer(
    settings: Settings, read_with: str, corrected: Mapping[str, Metadata]
) -> Callable[[Source], PackedFile]:
    """A worker's function that reads a file and packs it, so that the writing process has only to insert."""
    reader = FileReader(settings, corrected)

    def read_and_pack(source: Source) -> PackedFile:
        return _pack(source.file, reader.read_file(source), read_with)

    return read_and_pack


def _pack(file: FileOnDisk, result: ReadFile, read_with: str) -> PackedFile:
    return pack_file(
        path=file.path,
        name=file.name,
        sha256=file.sha256,
        size=file.size,
        modified_ns=file.modified_ns,
        documents=result.documents,
        problems=result.problems,
        read_with=read_with,
    )


def read_all(sources: Sequence[Source], settings: Settings) -> Iterator[ReadFile]:
    """Read files without a case, as they come in; a file that its process could not read is a problem."""
    pool = Pool[Source, ReadFile]("sayso.ingest:make_reader", (settings,), settings.workers, _limits(settings), _weight)
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
    make: str = "sayso.ingest:make_packer",
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
    # What could not be read before and has not changed since still can't.
    problems = [*todo.problems, *(p for file in todo.unchanged for p in before[file.path].problems)]
    try:
        for batch in _batches(_packed(make, sources, (settings, read_with, dict(store.heeded())))):
            store.record(batch, by=by)
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


def resolve_people(store: Store) -> None:
    """Bring the entities of the case in step with those of its documents."""
    if not store.people_current():
        store.set_people(resolve(store.entities()))


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
    make: str, sources: Sequence[Source], arguments: tuple[Settings, str, dict[str, Metadata]]
) -> Iterator[PackedFile | None]:
    settings = arguments[0]
    pool = Pool[Source, PackedFile](make, arguments, settings.workers, _limits(settings), _weight)
    with pool:
        for outcome in pool.run(_by_size(sources), tick=_COMMIT_SECONDS):
            if isinstance(outcome, Failed):
                yield _pack(outcome.job.file, _given_up(outcome.job.file, outcome.why), _GIVEN_UP)
            else:
                yield outcome.result if outcome else None


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
