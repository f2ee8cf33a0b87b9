"""Sources, propositions and clusters made by hand, for tests of weighing."""

import re
from collections.abc import Mapping, Sequence

from sayso.model.document import Metadata
from sayso.model.entity import EntityKind
from sayso.model.span import Span
from sayso.weigh.source import Known, Source


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
    from sayso.model.when import When

    metadata = Metadata(
        title=title,
        publisher=publisher,
        authors=tuple(authors),
        published=When.parse(published) if published else None,
        headers=tuple(headers),
    )
    return Source(id, f"{id}.txt", media_type, metadata, text, (), (), {}, (), (), (), people or {})


def known(id: str, name: str, kind: EntityKind = EntityKind.PERSON, *aliases: str) -> Known:
    """An entity of the case."""
    return Known(id, name, kind, aliases)


def span_of(text: str, words: str) -> Span:
    """Where `words` first stand in `text`."""
    found = re.search(re.escape(words), text)
    assert found, words
    return Span(found.start(), found.end())
