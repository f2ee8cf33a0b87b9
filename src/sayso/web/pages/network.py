"""Who had to do with whom: the graph of contacts, each on how many independent words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sayso.casebook import Case, Told, in_order
from sayso.export.contacts import Node, contacts
from sayso.export.voices import Voices
from sayso.web.desk import Part, desk_of, part_of
from sayso.web.pages.chronology import drawn
from sayso.web.wording import line

_FILTERS = ("kind", "described")
_NODES = 300
"""So many are drawn at most, those with most contacts."""
_EVENTS = 3000
"""Of so many events at most, the first by date."""
_AT_ONCE = 1000
"""With more events than this, the table is made only for whoever asks for it."""
_ROWS = 100


@dataclass(frozen=True, slots=True)
class Tie:
    """All that passed between two, in order of time; `voices` who tells of it, each once."""

    first: Node
    second: Node
    events: Sequence[Told]
    voices: frozenset[str]


@dataclass(frozen=True, slots=True)
class Graph:
    """Those drawn and what ties them, on most voices first; `left_out` counts those who are not drawn."""

    nodes: Sequence[Node]
    ties: Sequence[Tie]
    voices: Mapping[str, str]
    left_out: int


def network(request: Request) -> Response:
    """The page: a table of contacts, which the drawing above it asks for as `graph`."""
    desk, part = desk_of(request), part_of(request, *_FILTERS, "table")
    part = Part(part.asked, _ROWS, part.offset, part.others)
    with desk.reading() as book:
        there = book.timeline_length(_asked(part))
        listed = there <= _AT_ONCE or "table" in part.others
        made = _graph(book, part) if listed else Graph((), (), {}, 0)
    return desk.page(
        request,
        "network.html",
        part=part,
        events=there,
        drawn=min(there, _EVENTS),
        listed=listed,
        as_table=Part(part.asked, _ROWS, 0, {**part.others, "table": "1"}).address(0),
        ties=[(tie, _between(tie)) for tie in made.ties[part.offset : part.offset + _ROWS]],
        **part.pages(len(made.ties)),
    )


def graph(request: Request) -> Response:
    """The same as JSON: `ties` name nodes and events by their places in these lists."""
    desk, part = desk_of(request), part_of(request, *_FILTERS)
    with desk.reading() as book:
        made = _graph(book, part)
    places = {node.id: number for number, node in enumerate(made.nodes)}
    events = {entry.event.event.id: entry for tie in made.ties for entry in tie.events}
    numbers = {id: number for number, id in enumerate(events)}
    voices = {voice: number for number, voice in enumerate(dict.fromkeys(made.voices.values()))}
    return JSONResponse(
        {
            "nodes": [
                {
                    "id": node.id,
                    "name": line(node.name),
                    "kind": node.kind,
                    "at": f"/people/{node.id}" if node.kind else "",
                }
                for node in made.nodes
            ],
            "events": [{**drawn(entry), "voice": voices[made.voices[id]]} for id, entry in events.items()],
            "ties": [
                {
                    "first": places[tie.first.id],
                    "second": places[tie.second.id],
                    "events": [numbers[entry.event.event.id] for entry in tie.events],
                    "at": _between(tie),
                }
                for tie in made.ties
            ],
            "left_out": made.left_out,
        }
    )


def _graph(book: Case, part: Part) -> Graph:
    found = contacts(book, _asked(part), _EVENTS)
    voices = Voices(book, [entry for edge in found.edges for entry in edge.events])
    known = {node.id: node for node in found.nodes if node.kind or part.others.get("described")}
    between: dict[tuple[str, str], dict[str, Told]] = defaultdict(dict)
    for edge in found.edges:
        if edge.first in known and edge.second in known:
            between[edge.first, edge.second].update({entry.event.event.id: entry for entry in edge.events})
    heard = {id: voices.of(entry) for events in between.values() for id, entry in events.items()}
    ties = [
        Tie(known[a], known[b], in_order(list(events.values())), frozenset(heard[id] for id in events))
        for (a, b), events in between.items()
    ]
    ties.sort(key=lambda tie: (-len(tie.voices), -len(tie.events), tie.first.name, tie.second.name))
    weights: dict[str, int] = defaultdict(int)
    for tie in ties:
        for node in (tie.first, tie.second):
            weights[node.id] += len(tie.voices)
    ranked = sorted(weights, key=lambda id: (-weights[id], known[id].name, id))
    shown = set(ranked[:_NODES])
    kept = [tie for tie in ties if tie.first.id in shown and tie.second.id in shown]
    return Graph([known[id] for id in ranked[:_NODES]], kept, heard, len(ranked) - len(shown))


def _asked(part: Part) -> str:
    kind = part.others.get("kind")
    return " ".join(filter(None, (f"({part.asked})" if part.asked else "", f"kind:{kind}" if kind else "")))


def _between(tie: Tie) -> str:
    """Where all that passed between two is to be read."""
    names = {"person": tie.first, "with": tie.second}
    return "/timeline?" + urlencode({field: node.id if node.kind else node.name for field, node in names.items()})


routes: list[Route] = [
    Route("/network", network, methods=["GET"]),
    Route("/network/graph", graph, methods=["GET"]),
]
"""What this module answers."""
