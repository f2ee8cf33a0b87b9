"""What one document tells about voices, whatever else is in the case: all that the case as a whole is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sayso.model.entity import EntityKind
from sayso.model.gap import GapKind
from sayso.weigh.origins.agents import AgentPhrase, agent_phrases
from sayso.weigh.origins.documents import Author, author_of
from sayso.weigh.origins.filings import filed_by
from sayso.weigh.origins.releases import body_of
from sayso.weigh.outlets import own_outlet
from sayso.weigh.passages import words
from sayso.weigh.source import Source

_REFUSALS = (GapKind.NO_COMMENT, GapKind.NO_RESPONSE)


@dataclass(frozen=True, slots=True)
class Traits:
    """`outlet` publishes the document, `body` puts it out about itself, a filing is `filer`'s account, `author` answers
    for its own voice (not yet known as an entity); `heard` are ids of entities of the case that speak in it or were
    asked; `named` the people in full that its propositions (ids) are about.
    """

    outlet: str | None
    body: str | None
    filer: str | None
    author: Author
    published: date | None
    agents: tuple[AgentPhrase, ...]
    heard: tuple[str, ...]
    named: Mapping[str, tuple[str, ...]]


def traits_of(source: Source) -> Traits:
    """The traits of a document."""
    filed = filed_by(source.text)
    published = source.metadata.published
    return Traits(
        own_outlet(source),
        body_of(source),
        filed[0] if filed else None,
        author_of(source, lambda _: None),
        published.latest if published else None,
        agent_phrases(source.text),
        tuple(sorted(_heard(source))),
        dict(_named(source)),
    )


def _heard(source: Source) -> set[str]:
    speak = {
        source.people[voice.entity].id
        for statement in source.statements.values()
        for voice in statement.chain
        if voice.entity and voice.entity in source.people
    }
    asked = {word for gap in source.gaps if gap.kind in _REFUSALS for word in words(gap.span.of(source.text))}
    return speak | {known.id for known in source.people.values() if set(words(known.name)[-1:]) & asked}


def _named(source: Source) -> Mapping[str, tuple[str, ...]]:
    found = {}
    for proposition in source.propositions:
        takes_part = {source.people[r.entity] for r in proposition.roles if r.entity and r.entity in source.people}
        people = sorted(k.id for k in takes_part if k.kind is EntityKind.PERSON and " " in k.name)
        if people:
            found[proposition.id] = tuple(people)
    return found
