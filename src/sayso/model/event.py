"""Contacts and dealings between people, as a reporter would put them on a chronology."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.span import Span
from sayso.model.when import When


class EventKind(StrEnum):
    """The closed list of kinds."""

    MEETING = "meeting"
    CALL = "call"
    MESSAGE = "message"
    CONVERSATION = "conversation"
    PAYMENT = "payment"
    TRAVEL = "travel"
    LEGAL = "legal"


class EventStatus(StrEnum):
    """Whether the text says that it happened."""

    OCCURRED = "occurred"
    PLANNED = "planned"
    PROPOSED = "proposed"
    DID_NOT_OCCUR = "did-not-occur"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Event:
    """One real-world happening at its fullest mention.

    `trigger` names it, `evidence` states it; `according_to` are the persons or documents the text itself names as
    its source, empty where the text states it in its own voice. `time` is a time of day (`HH:MM`,
    with the zone of its clock where a mail states one: `09:15+02:00`).
    """

    id: str
    kind: EventKind
    trigger: Span
    participants: tuple[str, ...]
    date: When | None
    time: str | None
    place: str | None
    status: EventStatus
    according_to: tuple[str, ...]
    evidence: Span
    statement: str | None
    confidence: float
