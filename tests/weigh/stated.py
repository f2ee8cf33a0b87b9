"""Propositions with what is read from them, made by hand, for tests of likeness and stance."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from sayso.model.document import Metadata
from sayso.model.proposition import Bound, Proposition, Quantity, Role
from sayso.model.span import Span
from sayso.model.statement import Factuality, Voice
from sayso.model.when import When
from sayso.weigh.source import Known, Source


def document(
    id: str, text: str, *stated: Proposition, published: str = "2020-01-01", people: Sequence[Known] = ()
) -> Source:
    """A document that states so much; each of `people` is an entity of it by the same id."""
    return Source(
        id,
        f"{id}.txt",
        "text/plain",
        Metadata(publisher=f"The {id}", published=When.parse(published)),
        text,
        (),
        tuple(stated),
        {},
        (),
        (),
        (),
        {one.id: one for one in people},
    )


def states(
    id: str,
    text: str,
    words: str,
    predicate: str,
    terms: str,
    *,
    who: Mapping[str, str] | None = None,
    times: Sequence[str] = (),
    amounts: Sequence[tuple[str, float, str]] = (),
    bound: Bound = Bound.EXACT,
    negated: bool = False,
    factuality: Factuality = Factuality.CERTAIN,
    voice: str = "",
) -> Proposition:
    """The proposition that `words` of `text` state.

    `who` takes part by role (entity ids); `amounts` are words, value and unit.
    """
    start = text.index(words)
    named = tuple(Role(role, entity, "") for role, entity in (who or {}).items())
    roles = named or (Role("subject", None, terms.split()[0]),)
    return Proposition(
        id,
        Span(start, start + len(words)),
        None,
        (Voice(voice or id),),
        Factuality.CERTAINLY_NOT if negated and factuality is Factuality.CERTAIN else factuality,
        negated,
        predicate,
        roles,
        tuple((who or {}).values()),
        tuple(When.parse(t) for t in times),
        tuple(Quantity(_at(text, w), value, unit, bound) for w, value, unit in amounts),
        tuple(terms.split()),
    )


def alone(
    id: str,
    text: str,
    predicate: str,
    terms: str,
    people: Sequence[Known] = (),
    published: str = "2020-01-01",
    **more: object,
) -> Source:
    """A document of one proposition, `p` and its id."""
    made = states("p" + id, text, text, predicate, terms, **more)  # type: ignore[arg-type]
    return document(id, text, made, published=published, people=people)


def vectors(sources: Sequence[Source], cosine: float) -> Mapping[str, NDArray[np.float32]]:
    """Unit vectors of which any two have this cosine."""
    ids = [p.id for source in sources for p in source.propositions]
    found = {}
    for place, id in enumerate(ids):
        vector = np.zeros(384, np.float32)
        vector[0], vector[place + 1] = cosine**0.5, (1 - cosine) ** 0.5
        found[id] = vector
    return found


def reordered(sources: Sequence[Source]) -> Sequence[Source]:
    """The same documents the other way round, and their propositions too."""
    return [replace(s, propositions=tuple(reversed(s.propositions))) for s in reversed(sources)]


def _at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))
