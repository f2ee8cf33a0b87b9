"""Where a claim comes from, drawn: voices and documents in columns, those who were first on the right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.casebook import StoredClaim
from sayso.export.claim_words import KINDS, RELATIONS
from sayso.model.claim import Claim, Link, Stance

MOST = 15
"""Nodes that a drawing stays readable with."""
_WIDTH, _HEIGHT = 200.0, 44.0
_BETWEEN, _ROW = 220.0, 72.0
_EDGE = 8.0
_LETTERS, _LABEL_LETTERS = 24, 36


@dataclass(frozen=True, slots=True)
class Node:
    """A voice or a document: its box (upper left corner, in user units), its name and what it is."""

    id: str
    x: float
    y: float
    name: str
    title: str
    about: str
    kind: str
    address: str


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow from who has it to whom it is from: a path, and the reason at a place beside it."""

    path: str
    relation: str
    x: float
    y: float
    label: str
    title: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything of it, and its size in user units."""

    width: float
    height: float
    node_width: float
    node_height: float
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def drawing(found: StoredClaim) -> Drawing | None:
    """The graph of a claim; `None` for one that has no links, or too many nodes to be read."""
    claim = found.claim
    nodes = list(dict.fromkeys(end for link in claim.links for end in (link.source, link.target)))
    if not nodes or len(nodes) > MOST:
        return None
    columns = _columns(nodes, _onward(claim.links))
    rows = _rows(columns, claim.links)
    last = max(columns.values())
    places = {node: (_EDGE + (last - columns[node]) * (_WIDTH + _BETWEEN), _EDGE + rows[node] * _ROW) for node in nodes}
    width = 2 * _EDGE + last * (_WIDTH + _BETWEEN) + _WIDTH
    height = 2 * _EDGE + max(rows.values()) * _ROW + _HEIGHT
    made = tuple(_node(found, node, *places[node]) for node in nodes)
    return Drawing(width, height, _WIDTH, _HEIGHT, made, tuple(_edges(claim, places)))


def _onward(links: Sequence[Link]) -> Mapping[str, Sequence[str]]:
    onward: dict[str, list[str]] = {}
    for link in links:
        if link.target not in onward.setdefault(link.source, []):
            onward[link.source].append(link.target)
    return onward


def _columns(nodes: Sequence[str], onward: Mapping[str, Sequence[str]]) -> Mapping[str, int]:
    """How many steps each node is from those that have it from nobody, by the longest way; circles are cut."""
    known: dict[str, int] = {}

    def steps(node: str, above: frozenset[str]) -> int:
        if node not in known:
            inner = above | {node}
            known[node] = max((1 + steps(to, inner) for to in onward.get(node, ()) if to not in inner), default=0)
        return known[node]

    for node in nodes:
        steps(node, frozenset())
    return known


def _rows(columns: Mapping[str, int], links: Sequence[Link]) -> Mapping[str, float]:
    """Rows within each column, beside those that the nodes lead to as far as there is room."""
    rows: dict[str, float] = {}
    for column in range(max(columns.values()) + 1):
        here = [node for node, at in columns.items() if at == column]
        wanted = {
            node: _middle([rows[k.target] for k in links if k.source == node and k.target in rows]) for node in here
        }
        next_free = 0.0
        for node in sorted(here, key=lambda node: wanted[node]):
            rows[node] = max(next_free, wanted[node])
            next_free = rows[node] + 1
    top = min(rows.values())
    return {node: row - top for node, row in rows.items()}


def _middle(rows: Sequence[float]) -> float:
    return sum(rows) / len(rows) if rows else 0.0


def _node(found: StoredClaim, node: str, x: float, y: float) -> Node:
    origin = next((o for o in found.claim.origins if o.id == node), None)
    if origin is not None:
        kind = "origin denies" if origin.stance is Stance.DENIES else "origin"
        about = ", ".join((KINDS[origin.kind] or "voice", *(("denies it",) if origin.stance is Stance.DENIES else ())))
        address = f"/people/{origin.person}" if origin.person else ""
        return Node(node, x, y, _short(origin.name, _LETTERS), origin.name, _short(about, _LETTERS + 4), kind, address)
    position = next((p for p in found.positions if p.position.document == node), None)
    name = (position.publisher or position.title or position.name) if position else node
    file = position.name if position else ""
    return Node(
        node,
        x,
        y,
        _short(name, _LETTERS),
        f"{name}: {file}",
        _short(file, _LETTERS + 4),
        "document",
        f"/documents/{node}",
    )


def _edges(claim: Claim, places: Mapping[str, tuple[float, float]]) -> Sequence[Edge]:
    together: dict[tuple[str, str], list[Link]] = {}
    for link in claim.links:
        together.setdefault((link.source, link.target), []).append(link)
    made: list[Edge] = []
    beside: dict[str, int] = {}
    for (source, target), links in together.items():
        number = beside[source] = beside.get(source, -1) + 1
        (x0, y0), (x1, y1) = places[source], places[target]
        start, end = (x0 + _WIDTH, y0 + _HEIGHT / 2), (x1, y1 + _HEIGHT / 2)
        if x1 <= x0:
            start, end = (x0 + _WIDTH / 2, y0 + _HEIGHT), (x1 + _WIDTH / 2, y1)
        bend = (end[0] - start[0]) / 2
        path = f"M{start[0]:g} {start[1]:g}C{start[0] + bend:g} {start[1]:g} "
        path += f"{end[0] - bend:g} {end[1]:g} {end[0] - 6:g} {end[1]:g}"
        reasons = list(dict.fromkeys(f"{RELATIONS[link.relation]} it: {link.reason}" for link in links))
        label = _short(links[0].reason, _LABEL_LETTERS)
        x = start[0] + 6
        y = start[1] - 5 + 15 * number
        made.append(Edge(path, links[0].relation.value, x, y, label, "; ".join(reasons)))
    return made


def _short(text: str, most: int) -> str:
    words = " ".join(text.split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
