"""Claims: one proposition each, with everything in the case that bears on it."""

from dataclasses import dataclass
from enum import StrEnum


class Stance(StrEnum):
    """How a statement stands to a claim."""

    SUPPORTS = "supports"
    DENIES = "denies"
    REPORTS = "reports"


class ClaimStatus(StrEnum):
    """What the origins of a claim add up to."""

    CORROBORATED = "corroborated"
    SINGLE_SOURCE = "single-source"
    DISPUTED = "disputed"
    DENIED = "denied"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True)
class Position:
    """A statement's stance to a claim: ids of document and statement."""

    document: str
    statement: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition. `independent` is the smallest number of origins that support it, `independent_max` the largest
    that the texts allow (`None`: no limit).
    """

    id: str
    text: str
    positions: tuple[Position, ...]
    status: ClaimStatus
    independent: int
    independent_max: int | None
