"""Who is who: what people decide about the entities of the case, and what waits for their decision.

A decision names its evidence, the words in a document that were seen, and no row of a table, so that it holds when
documents are read again.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sayso.model.span import Span

Member = tuple[str, str]
"""(document id, entity id): an entity of a document."""


class IdentityKind(StrEnum):
    """What a person can say about who is who."""

    SAME = "same"
    """both sides are one"""
    APART = "apart"
    """the two sides are two"""
    HOLD = "hold"
    """not to be told from what there is: don't ask again before the others"""
    RENAME = "rename"
    """how an entity of the case is called"""
    SAME_EVENT = "same-event"
    """both events are one happening"""
    APART_EVENTS = "apart-events"
    """the two events are two happenings"""
    UNDO = "undo"
    """takes an earlier decision back"""


@dataclass(frozen=True, slots=True)
class Anchor:
    """An entity of a document by its evidence: where it is first named (code points of the text), and as what; an
    event by the words that name it.
    """

    document: str
    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Identity:
    """A decision: who, when (UTC), about which sides; `name` is that of a renaming, `undoes` the decision undone.

    Sides are shorter, and may be empty, where documents were purged since.
    """

    id: int
    at: datetime
    by: str
    kind: IdentityKind
    sides: tuple[tuple[Anchor, ...], ...]
    name: str | None = None
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision in force, about today's entities of documents."""

    id: int
    by: str
    kind: IdentityKind
    sides: tuple[frozenset[Member], ...]
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One named reason for or against two being one: its words on either side, and what it adds to the score."""

    ground: str
    first: str
    second: str
    weight: float

    def __str__(self) -> str:
        words = " / ".join(dict.fromkeys(part for part in (self.first, self.second) if part))
        return f"{self.ground}: {words}" if words else self.ground


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two entities of the case, or two events (ids), that may be one.

    `score` (0 to 1) orders suggestions and is no probability. `held` if a person has looked and could not tell.
    """

    first: str
    second: str
    score: float
    evidence: tuple[Evidence, ...]
    held: bool = False
