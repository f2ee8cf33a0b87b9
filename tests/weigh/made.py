"""Sources, propositions and clusters made by hand, for tests of weighing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.model.claim import Claim, Stance
from sayso.model.document import Metadata
from sayso.model.entity import EntityKind
from sayso.model.findings import finding_id
from sayso.model.proposition import Proposition, Role
from sayso.model.span import Span
from sayso.model.statement import Act, Attribution, Factuality, Mode, Statement, Unnamed, Voice
from sayso.model.when import When
from sayso.weigh.cluster import Cluster, Member
from sayso.weigh.copies import find_copies
from sayso.weigh.origins import case_of, weigh_cluster
from sayso.weigh.source import Known, Source, Verdicts


def source(
    id: str,
    text: str,
    *,
    publisher: str | None = None,
    published: str | None = None,
    authors: Sequence[str] = (),
    media_type: str = "text/html",
    headers: Sequence[tuple[str, str]] = (),
    title: str | None = None,
    people: Mapping[str, Known] | None = None,
) -> Source:
    """A document without findings."""
    metadata = Metadata(
        title=title,
        publisher=publisher,
        authors=tuple(authors),
        published=When.parse(published) if published else None,
        headers=tuple(headers),
    )
    return Source(id, f"{id}.txt", media_type, metadata, text, (), (), {}, (), (), (), people or {})


def known(name: str, kind: EntityKind = EntityKind.PERSON, *aliases: str) -> Known:
    """An entity of the case; its id is made of its name."""
    return Known("p-" + name.lower().replace(" ", "-"), name, kind, aliases)


def span_of(text: str, words: str) -> Span:
    """Where `words` first stand in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))


@dataclass(frozen=True, slots=True)
class Said:
    """What a document states of the claim: its `words`, the `chain` of voices between the document and the words (the
    last one as it stands in the text), how many an unnamed voice is, the stance, and who takes part by role and name.
    """

    words: str
    chain: tuple[str, ...] = ()
    unnamed: tuple[int, int | None] | None = None
    stance: Stance = Stance.SUPPORTS
    act: Act = Act.ASSERT
    roles: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A document and what it states of the claim."""

    source: Source
    said: tuple[Said, ...]


def told(
    id: str,
    text: str,
    *said: Said,
    publisher: str | None = None,
    people: Sequence[Known] = (),
    published: str | None = None,
    title: str | None = None,
    authors: Sequence[str] = (),
    headers: Sequence[tuple[str, str]] = (),
    media_type: str = "text/html",
) -> Told:
    """A document of an outlet, or of what else its metadata make it, with what it says."""
    named = {f"e-{one.id}": one for one in people}
    made = source(
        id,
        text,
        publisher=publisher,
        published=published,
        title=title,
        authors=authors,
        headers=headers,
        media_type=media_type,
        people=named,
    )
    return Told(made, said)


def sources_of(documents: Sequence[Told]) -> dict[str, Source]:
    """The documents with their findings, by id."""
    return {made.id: made for made, _ in map(_with_findings, documents)}


def members(document: Told) -> list[Member]:
    """What a document says, as members of a cluster."""
    return _with_findings(document)[1]


def weighed(documents: Sequence[Told], verdicts: Verdicts | None = None) -> Claim:
    """All that the documents say as one claim, weighed."""
    made = [_with_findings(document) for document in documents]
    sources = {one.id: one for one, _ in made}
    all_of_them = sorted((m for _, found in made for m in found), key=lambda m: (m.source.id, m.proposition.span))
    case = case_of(sources, find_copies(list(sources.values())))
    return weigh_cluster(Cluster("k1", all_of_them[0].proposition.id, tuple(all_of_them)), case, verdicts or Verdicts())


def _with_findings(document: Told) -> tuple[Source, list[Member]]:
    plain = document.source
    outer = Voice(plain.metadata.publisher or (plain.metadata.authors or ("this document",))[0])
    statements: dict[str, Statement] = {}
    propositions: list[tuple[Proposition, Said]] = []
    for said in document.said:
        span = span_of(plain.text, said.words)
        chain = (outer, *(_voice(name, plain) for name in said.chain))
        parent: str | None = None
        for depth, name in enumerate(said.chain, start=1):
            at = span_of(plain.text, name)
            last = depth == len(said.chain)
            counted = said.unnamed if last else None
            made = Statement(
                finding_id("s", plain.id, span, at),
                Attribution((at,), (), (span,)),
                chain[depth].entity,
                chain[depth].entity is not None,
                Unnamed(counted[0], counted[1], name) if counted else None,
                chain[: depth + 1],
                parent,
                said.act if last else Act.ASSERT,
                Mode.INDIRECT,
                Factuality.CERTAIN,
                (),
                None,
                1.0,
            )
            statements[made.id] = made
            parent = made.id
        id = finding_id("q", plain.id, span)
        roles = tuple(Role(role, _voice(name, plain).entity, name) for role, name in said.roles)
        made_of = Proposition(id, span, parent, chain, Factuality.CERTAIN, False, "", roles, (), (), (), ())
        propositions.append((made_of, said))
    full = replace(plain, propositions=tuple(p for p, _ in propositions), statements=statements)
    return full, [Member(full, p, said.stance, ("by hand",)) for p, said in propositions]


def _voice(name: str, where: Source) -> Voice:
    found = [(entity, one) for entity, one in where.people.items() if name in (one.name, *one.aliases)]
    return Voice(found[0][1].name, found[0][0]) if found else Voice(name)
