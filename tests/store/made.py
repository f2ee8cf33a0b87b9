"""Makes read files for the tests of the store, from texts and the words that were found in them."""

from collections.abc import Sequence
from hashlib import sha256

from sayso.errors import Problem
from sayso.model.document import Document, Metadata, Text
from sayso.model.entity import Entity, EntityKind, Mention, MentionKind, Person
from sayso.model.event import Event, EventKind, EventStatus
from sayso.model.findings import Findings, document_id
from sayso.model.gap import Gap, GapKind
from sayso.model.span import Span
from sayso.model.statement import Act, Attribution, Citation, Factuality, Mode, Statement, Unnamed, Voice
from sayso.model.when import DateMention, When
from sayso.store.pack import PackedFile, ReadDocument, pack_file

VERSION = "finders 1"

BRIDGE = (
    "The Sluice Gate Bridge will close, the county said. Engineer Odile Marsh said the cables were sound. "
    "“We saw no rust,” a person close to the works said on 3 March 2031. The mayor declined to comment. "
    "Marsh met Tobias Renn at the lock-house, according to Exhibit 12."
)


def words(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def statement(
    text: str,
    id: str,
    source: str,
    cue: str,
    content: str,
    *,
    speaker: str | None = None,
    unnamed: bool = False,
    act: Act = Act.ASSERT,
    mode: Mode = Mode.INDIRECT,
    date: str | None = None,
    chain: Sequence[str] = (),
) -> Statement:
    source_span = words(text, source)
    return Statement(
        id=id,
        attribution=Attribution((source_span,), (words(text, cue),), (words(text, content),)),
        speaker=speaker,
        named=not unnamed,
        unnamed=Unnamed(1, 1, source) if unnamed else None,
        chain=tuple(Voice(name) for name in chain),
        parent=None,
        act=act,
        mode=mode,
        factuality=Factuality.CERTAIN,
        audience=(),
        date=When.parse(date) if date else None,
        confidence=0.75,
    )


def entity(text: str, id: str, name: str, *aliases: str, kind: EntityKind = EntityKind.PERSON) -> Entity:
    mentions = tuple(Mention(words(text, form), MentionKind.NAME, kind) for form in (name, *aliases) if form in text)
    return Entity(id, name, kind, aliases, mentions)


def bridge_findings(text: str = BRIDGE, *, letter: str = "x") -> Findings:
    """What finders may have found in a text that holds the words of BRIDGE; ids start with a letter of their own."""
    marsh, renn = f"e{letter}1", f"e{letter}2"
    met = words(text, "Marsh met Tobias Renn")
    return Findings(
        boilerplate=(Span(0, 3),),
        entities=(entity(text, marsh, "Odile Marsh", "Marsh"), entity(text, renn, "Tobias Renn")),
        statements=(
            statement(
                text, f"s{letter}1", "the county", "said", "The Sluice Gate Bridge will close", chain=("The Bugle",)
            ),
            statement(text, f"s{letter}2", "Odile Marsh", "said the", "the cables were sound", speaker=marsh),
            statement(
                text,
                f"s{letter}3",
                "a person close to the works",
                "said on",
                "We saw no rust",
                unnamed=True,
                mode=Mode.DIRECT,
                date="2031-03-03",
            ),
            statement(text, f"s{letter}4", "The mayor", "declined", "to comment", act=Act.DECLINE),
        ),
        events=(
            Event(
                f"v{letter}1",
                EventKind.MEETING,
                words(text, "met"),
                ("Odile Marsh", "Tobias Renn"),
                When.parse("2031-02"),
                None,
                "the lock-house",
                EventStatus.OCCURRED,
                (),
                met,
                None,
                0.5,
            ),
        ),
        dates=(DateMention(words(text, "3 March 2031"), When.parse("2031-03-03")),),
        citations=(Citation(words(text, "Exhibit 12"), None, "exhibit", None, None, None, met),),
        gaps=(Gap(f"g{letter}1", GapKind.NO_COMMENT, words(text, "declined to comment"), None, None),),
    )


def read_document(
    text: str,
    findings: Findings | None = None,
    *,
    data: bytes | None = None,
    path: str = "/pile/bridge.txt",
    member: str = "",
    parent: str | None = None,
    metadata: Metadata | None = None,
    problems: tuple[Problem, ...] = (),
    full_text: Text | None = None,
) -> ReadDocument:
    content = data if data is not None else text.encode("utf-8", "surrogatepass")
    shown = f"{path}!{member}" if member else path
    document = Document(
        document_id(content),
        shown,
        sha256(content).hexdigest(),
        "text/plain",
        metadata or Metadata(),
        full_text or Text(text),
    )
    return ReadDocument(document, content, findings or Findings(), member, parent, problems)


def packed(
    *documents: ReadDocument,
    path: str = "/pile/bridge.txt",
    name: str | None = None,
    sha: str | None = None,
    problems: Sequence[Problem] = (),
    read_with: str = VERSION,
) -> PackedFile:
    return pack_file(
        path=path,
        name=name or path.removeprefix("/pile/"),
        sha256=sha or (documents[0].document.sha256 if documents else "0" * 64),
        size=100,
        modified_ns=1,
        documents=documents,
        problems=problems,
        read_with=read_with,
    )


def bridge(path: str = "/pile/bridge.txt", *, read_with: str = VERSION) -> PackedFile:
    metadata = Metadata(
        title="Bridge to close",
        publisher="The Bugle",
        authors=("Iva Lindqvist", "Sam Osei"),
        published=When.parse("2031-03-04"),
        language="en",
    )
    return packed(
        read_document(BRIDGE, bridge_findings(), path=path, metadata=metadata), path=path, read_with=read_with
    )


def plain(text: str, path: str, published: str | None = None, **known: str) -> PackedFile:
    metadata = Metadata(published=When.parse(published) if published else None, **known)  # type: ignore[arg-type]
    return packed(read_document(text, path=path, metadata=metadata), path=path)


def person(id: str, name: str, *members: tuple[str, str], aliases: tuple[str, ...] = ()) -> Person:
    return Person(id, name, EntityKind.PERSON, aliases, members, "the same full name")
