"""One file, from bytes to packed findings: read → find → pack. What worker processes run, each with its own models."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType

from sayso.encode.files import encoder_version
from sayso.errors import Problem, UnreadableError
from sayso.find.models import installed
from sayso.model.document import Document, Member, Metadata, Sureness, Text
from sayso.model.findings import Findings, document_id
from sayso.model.span import Span
from sayso.model.when import CaseAnchor, When
from sayso.read import Reading, read
from sayso.settings import Settings
from sayso.store.pack import PackedFile, ReadDocument, pack_file
from sayso.survey import FileOnDisk

_MEBIBYTE = 1 << 20
_DEEPEST_MEMBER = 8
_MOST_UNPACKED = 20
"""How many times the size that one file may have all that is inside of it may have."""


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


def reading_version(settings: Settings) -> str:
    """Which readers, finders and model make today's findings; findings of another version are made anew."""
    model = settings.model
    if model is None:
        known = installed()
        model = f"{known.package} {known.version}"
    return f"sayso {version('sayso')}, {model}, attributions {encoder_version()}"


class FileReader:
    """Reads one file after another: bytes → documents → findings. Made once a process, since models take seconds.

    `corrected` are the metadata that persons gave documents, by id, `anchors` the events that the case counts from:
    finders go by these.
    """

    def __init__(
        self,
        settings: Settings,
        corrected: Mapping[str, Metadata] = MappingProxyType({}),
        anchors: Sequence[CaseAnchor] = (),
    ) -> None:
        # Loading these takes seconds; the process that writes, and commands that only look, never do.
        from sayso.find import find
        from sayso.find.attribution.learned import Learned
        from sayso.find.language import LanguageDetector
        from sayso.find.parse import Parser

        self._settings = settings
        self._corrected = corrected
        self._anchors = anchors
        self._find_in = find
        self._parser = Parser(settings.model)
        self._learned = Learned.shipped()
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
        file = _File(self._settings.members, most * _MOST_UNPACKED)
        self._read_source(_Part(path, source.file.name, "", None, 0), data, Metadata(), file)
        return ReadFile(path, tuple(file.documents), tuple(file.problems))

    def _read_source(self, part: "_Part", data: bytes, stated: Metadata, file: "_File") -> None:
        """Read one source and what is inside of it; `stated` is what its container says about it."""
        try:
            reading = read(part.name, data, most_bytes=self._settings.file_megabytes * _MEBIBYTE)
        except UnreadableError as error:
            file.problems.append(Problem(part.path, str(error), unread=True))
            return
        own = tuple(Problem(part.path, what) for what in reading.problems)
        file.problems.extend(own)
        parent = part.parent
        if reading.text is not None:
            known = _with_stated(reading.metadata, stated)
            document = self._document(part.path, data, reading, known, reading.text)
            found = self._find(document, file.problems)
            file.documents.append(ReadDocument(document, data, found, part.member, parent, own))
            parent = document.id
        if reading.members == ():
            return
        if part.depth >= _DEEPEST_MEMBER:
            what = f"Documents inside of it are not read: they lie {part.depth + 1} deep."
            file.problems.append(Problem(part.path, what, "Take them out and add them by themselves.", unread=True))
            return
        try:
            for member in reading.members:
                inside = part.inside(member.name, parent)
                if (refusal := file.refusal(member, self._settings)) is not None:
                    file.problems.append(replace(refusal, document=part.path))
                    return
                if member.problem:
                    file.problems.append(Problem(inside.path, member.problem, unread=member.lost))
                if not member.lost:
                    self._read_source(inside, member.data, member.known or Metadata(), file)
        except UnreadableError as error:  # found out while taking out one member after another
            file.problems.append(Problem(part.path, str(error), unread=True))

    def _document(self, path: str, data: bytes, reading: Reading, metadata: Metadata, text: Text) -> Document:
        known = replace(metadata, language=self._languages.language(text.characters, metadata.language))
        if self._published is not None and known.published_sure in (None, Sureness.GUESSED):
            known = replace(known, published=self._published, published_sure=Sureness.PERSON)
        id = document_id(data if reading.identity is None else reading.identity)
        return Document(id, path, sha256(data).hexdigest(), reading.media_type, known, text)

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
        return self._find_in(document, self._parser, self._learned, anchors=self._anchors)


@dataclass(slots=True)
class _File:
    """What has come of one file so far, and how many documents and bytes may still be taken out of it."""

    members_left: int
    bytes_left: int
    documents: list[ReadDocument] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def refusal(self, member: Member, settings: Settings) -> Problem | None:
        """Count a member that is taken out; a problem if it and all that follow are too much."""
        self.members_left -= 1
        self.bytes_left -= len(member.data)
        if self.members_left < 0:
            what = (
                f"It holds more than the {settings.members:,} documents read: {member.name} and what follows are not."
            )
            return Problem("", what, "Split it, or raise --members.", unread=True)
        if self.bytes_left < 0:
            most = settings.file_megabytes * _MOST_UNPACKED
            what = f"It unpacks to more than {most:,} MiB in all: {member.name} and all after it are not read."
            return Problem("", what, "Unpack it and add the folder, or raise --file-megabytes.", unread=True)
        return None


def _with_stated(known: Metadata, stated: Metadata) -> Metadata:
    """What a document says about itself, and where it is silent what its container says."""
    return replace(
        known,
        title=known.title or stated.title,
        address=known.address or stated.address,
        captured=known.captured or stated.captured,
    )


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


def text_recognition() -> tuple[str, tuple[str, ...]] | None:
    """The version of the Tesseract that scans are recognized with, and its languages; `None` if it is not installed."""
    from sayso.read.ocr_engine import installed as installed_engine

    engine = installed_engine()
    return (engine.version, engine.languages) if engine else None


def make_reader(settings: Settings) -> Callable[[Source], ReadFile]:
    """A worker's function that reads a file and hands its documents over as they are."""
    return FileReader(settings).read_file


def make_recoverer(settings: Settings) -> Callable[[tuple[str, bytes]], Mapping[Span, str]]:
    """A worker's function: the name and bytes of a document → the words under its badly made redactions, each by the
    span of the mark that stands for them in its text.
    """

    def recover(job: tuple[str, bytes]) -> Mapping[Span, str]:
        reading = read(*job, most_bytes=settings.file_megabytes * _MEBIBYTE)
        return {found.span: found.words for found in reading.recovered}

    return recover


def make_packer(
    settings: Settings, read_with: str, corrected: Mapping[str, Metadata], anchors: Sequence[CaseAnchor]
) -> Callable[[Source], PackedFile]:
    """A worker's function that reads a file and packs it, so that the writing process has only to insert."""
    reader = FileReader(settings, corrected, anchors)

    def read_and_pack(source: Source) -> PackedFile:
        return pack(source.file, reader.read_file(source), read_with)

    return read_and_pack


def pack(file: FileOnDisk, result: ReadFile, read_with: str) -> PackedFile:
    """The file as rows, ready for the store; `read_with` is `reading_version` at the time."""
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
