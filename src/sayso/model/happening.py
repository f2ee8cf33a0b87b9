"""Events that documents tell separately and that may be one happening."""

from dataclasses import dataclass

from sayso.model.event import Event


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as one document tells it; `participants` are named as the case calls them."""

    document: str
    event: Event
    participants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person decided about two events (ids): whether they are one happening. By its number, and by whom."""

    id: int
    by: str
    first: str
    second: str
    same: bool
