"""Who had to do with whom: a graph whose nodes are participants of events and whose edges are their contacts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from sayso.casebook import Case, Told
from sayso.model.entity import EntityKind, Person
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

    @property
    def id(self) -> str:
        """Made of what the edge is about, so that it is the same in every export."""
        return f"{self.first}--{self.second}--{self.status}--{self.state}"

    @property
    def voices(self) -> Sequence[str]:
        """The voices nearest to the events, each once: an outlet that passes on another's word adds none."""
        return list({entry.voices[-1].casefold(): entry.voices[-1] for entry in self.events}.values())

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
            "weight": len(self.voices),
            "events": len(self.events),
            "kinds": "; ".join(sorted({entry.event.event.kind.value for entry in self.events})),
            "dates": "; ".join(when.edtf for when in self.dates),
            "first_day": str(min(days)) if days else "",
            "last_day": str(max(days)) if days else "",
            "voices": "; ".join(self.voices),
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


def contacts(case: Case, query: str) -> Contacts:
    """The graph of the events that the query asks for; raises `QueryError`."""
    people = _People(case)
    nodes: dict[str, Node] = {}
    edges: dict[tuple[str, str, str, str], Contact] = {}
    for entry in case.timeline(query):
        found = entry.event
        taking_part = {node.id: node for node in people.of(entry)}
        nodes |= taking_part
        for first, second in combinations(sorted(taking_part), 2):
            key = (first, second, found.event.status.value, found.at.state.value)
            edges.setdefault(key, Contact(*key)).events.append(entry)
    ordered = sorted(edges.values(), key=lambda edge: edge.id)
    return Contacts(sorted(nodes.values(), key=lambda node: (node.name, node.id)), ordered)


class _People:
    """Participants of events → entities of the case: by a name that stands for one alone in its document, or else by
    a full name that one alone has in the case (who writes a mail need not be named in it).
    """

    def __init__(self, case: Case) -> None:
        self._in: dict[tuple[str, str], list[Person]] = defaultdict(list)
        self._full: dict[str, list[Person]] = defaultdict(list)
        for person in (row.person for row in case.people()):
            for document in {document for document, _ in person.members}:
                self._in[document, person.name].append(person)
            if " " in person.name:
                self._full[person.name.casefold()].append(person)

    def of(self, entry: Told) -> Iterator[Node]:
        """Whoever takes part in the event, places left out."""
        at = entry.event.at
        for name in entry.event.participants:
            found = self._in.get((at.document, name)) or self._full.get(name.casefold(), [])
            if len(found) != 1:
                yield Node(f"{at.document}:{name.casefold()}", name, "", (), at.name)
            elif found[0].kind is not EntityKind.PLACE:
                yield Node(found[0].id, found[0].name, found[0].kind.value, found[0].aliases)
