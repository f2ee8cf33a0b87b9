"""Who had to do with whom: a graph whose nodes are participants of events and whose edges are their contacts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from sayso.casebook import Case, StoredEvent, Told
from sayso.export.participants import Participants
from sayso.export.voices import Voices
from sayso.model.entity import EntityKind
from sayso.model.when import When


@dataclass(frozen=True, slots=True)
class Node:
    """A participant: an entity of the case, or (`kind` is empty) words of one document that stand for none of them."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    document: str = ""


@dataclass(slots=True)
class Contact:
    """What passed between two, of one status (occurred, planned, …) and one state (suggested or confirmed)."""

    first: str
    second: str
    status: str
    state: str
    events: list[Told] = field(default_factory=list)
    heard: dict[str, str] = field(default_factory=dict)
    """the voices nearest to the events: what tells them apart → the name of the first heard"""

    @property
    def id(self) -> str:
        """Made of what the edge is about, so that it is the same in every export."""
        return f"{self.first}--{self.second}--{self.status}--{self.state}"

    @property
    def dates(self) -> Sequence[When]:
        """When it was, in order, each date once."""
        found = {e.event.event.date.edtf: e.event.event.date for e in self.events if e.event.event.date}
        return sorted(found.values(), key=lambda when: when.sort_key)

    @property
    def attributes(self) -> Mapping[str, str | int]:
        """What a program that shows graphs can filter and weigh by."""
        days = [day for when in self.dates for day in (when.earliest, when.latest) if day]
        return {
            "state": self.state,
            "status": self.status,
            "weight": len(self.heard),
            "events": len(self.events),
            "kinds": "; ".join(sorted({entry.event.event.kind.value for entry in self.events})),
            "dates": "; ".join(when.edtf for when in self.dates),
            "first_day": str(min(days)) if days else "",
            "last_day": str(max(days)) if days else "",
            "voices": "; ".join(self.heard.values()),
            "event_ids": "; ".join(entry.event.event.id for entry in self.events),
            "documents": "; ".join(sorted({entry.event.at.name for entry in self.events})),
            "words": " ¶ ".join(dict.fromkeys(entry.event.words for entry in self.events)),
        }


EDGE_TYPES: Mapping[str, type] = {
    "state": str,
    "status": str,
    "weight": int,
    "events": int,
    "kinds": str,
    "dates": str,
    "first_day": str,
    "last_day": str,
    "voices": str,
    "event_ids": str,
    "documents": str,
    "words": str,
}
"""The attributes of a contact and their types."""


@dataclass(frozen=True, slots=True)
class Contacts:
    """The graph; edges name nodes by their ids, the smaller id first."""

    nodes: Sequence[Node]
    edges: Sequence[Contact]


def contacts(case: Case, query: str, limit: int | None = None) -> Contacts:
    """The graph of the events that the query asks for, or of so many of them by date; raises `QueryError`."""
    people = Participants(case)
    entries = case.timeline(query, limit=limit)
    voices = Voices(case, entries)
    nodes: dict[str, Node] = {}
    edges: dict[tuple[str, str, str, str], Contact] = {}
    for entry in entries:
        found = entry.event
        taking_part = {node.id: node for node in _nodes(people, found)}
        nodes |= taking_part
        for first, second in combinations(sorted(taking_part), 2):
            key = (first, second, found.event.status.value, found.at.state.value)
            edge = edges.setdefault(key, Contact(*key))
            edge.events.append(entry)
            edge.heard.setdefault(voices.of(entry), entry.voices[-1])
    ordered = sorted(edges.values(), key=lambda edge: edge.id)
    return Contacts(sorted(nodes.values(), key=lambda node: (node.name, node.id)), ordered)


def _nodes(people: Participants, found: StoredEvent) -> Iterator[Node]:
    """Whoever takes part in the event, places left out."""
    for name, person in people.of(found):
        if person is None:
            yield Node(f"{found.at.document}:{name.casefold()}", name, "", (), found.at.name)
        elif person.kind is not EntityKind.PLACE:
            yield Node(person.id, person.name, person.kind.value, person.aliases)
