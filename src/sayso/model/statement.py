"""Attributions and what is understood of them."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.span import Span, Spans, hull
from sayso.model.when import When


class Act(StrEnum):
    """What the speaker does with the content."""

    ASSERT = "assert"
    CONFIRM = "confirm"
    DENY = "deny"
    DECLINE = "decline"
    NO_RESPONSE = "no-response"
    ASK = "ask"
    INTEND = "intend"
    BELIEVE = "believe"


class Mode(StrEnum):
    """In whose words the content is given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Factuality(StrEnum):
    """FactBank's scale (Saurí and Pustejovsky 2009): certain, probable, possible; positive or negative; unknown."""

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    POSSIBLY_NOT = "PS-"
    PROBABLY_NOT = "PR-"
    CERTAINLY_NOT = "CT-"
    UNKNOWN = "Uu"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content of one attribution (the PARC and PolNeAR scheme); a role may be empty, not all three."""

    source: Spans
    cue: Spans
    content: Spans

    @property
    def span(self) -> Span:
        """The smallest span that covers all roles (code points, half-open)."""
        return hull((*self.source, *self.cue, *self.content))


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A source the text does not name: at least `min` and at most `max` people, institutions or documents (`None`: the
    text sets no limit).

    `description` are the text's words for them, `terms` those on what terms they spoke; `same_as` is the id of a
    statement in the same document by the same unnamed source, where the text tells. `first_hand` is whether the text
    says that they were there or have it from others; `None` where it does not tell.
    """

    min: int
    max: int | None
    description: str
    terms: str | None = None
    same_as: str | None = None
    first_hand: bool | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of a chain: `name` as the document gives it, and the document's entity where it is known."""

    name: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution understood.

    `speaker` is the id of an entity of the same document, or `None` if not found or unnamed. `chain` runs from the
    outermost voice to the one with first-hand knowledge. `parent` is the id of the statement this one is inside of.
    `confidence` is 0…1.
    """

    id: str
    attribution: Attribution
    speaker: str | None
    named: bool
    unnamed: Unnamed | None
    chain: tuple[Voice, ...]
    parent: str | None
    act: Act
    mode: Mode
    factuality: Factuality
    audience: tuple[str, ...]
    date: When | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Citation:
    """A record that a report or filing cites: whose, of what kind, from when, which pages, and what it supports."""

    span: Span
    witness: str | None
    record: str | None
    date: When | None
    date_text: str | None
    pages: str | None
    supports: Span | None
