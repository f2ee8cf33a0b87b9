"""What weighing takes in: documents with their propositions, and what people decided about claims."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from sayso.model.claim import Stance
from sayso.model.document import Metadata
from sayso.model.entity import EntityKind
from sayso.model.event import Event
from sayso.model.gap import Gap
from sayso.model.proposition import Proposition
from sayso.model.span import Spans
from sayso.model.statement import Citation, Statement


@dataclass(frozen=True, slots=True)
class Known:
    """An entity of the case, as weighing needs it."""

    id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One document: all offsets are code points of `text`; `people` leads from the document's entities to the case's.

    `media_type` tells mail and pages apart. `boilerplate` is no part of what the document states. `places` are those of
    the propositions among the vectors of the document; none if there is one vector for each, in order.
    """

    id: str
    name: str
    media_type: str
    metadata: Metadata
    text: str
    boilerplate: Spans
    propositions: tuple[Proposition, ...]
    statements: Mapping[str, Statement]
    events: tuple[Event, ...]
    citations: tuple[Citation, ...]
    gaps: tuple[Gap, ...]
    people: Mapping[str, Known]
    places: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What people decided about claims, by the ids of propositions; it outranks whatever is found.

    `together` and `apart`: pairs that are one claim, or are not. `stances`: how a proposition stands to its claim.
    `same_origin` and `other_origin`: pairs whose voices are one origin, or are two. `confirmed`: those whose claim is
    right as it is.
    """

    together: frozenset[tuple[str, str]] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()
    stances: Mapping[str, Stance] = field(default_factory=lambda: MappingProxyType({}))
    same_origin: frozenset[tuple[str, str]] = frozenset()
    other_origin: frozenset[tuple[str, str]] = frozenset()
    confirmed: frozenset[str] = frozenset()
