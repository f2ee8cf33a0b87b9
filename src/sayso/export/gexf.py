"""The graph of contacts in GEXF 1.3, for Gephi: https://gexf.net/primer.html. Edges have spells: when a contact was."""

from collections.abc import Mapping
from typing import IO
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

from sayso.casebook import Case
from sayso.export.contacts import EDGE_TYPES, Contact, Contacts, Node, contacts
from sayso.export.xml_text import xml_text

_TYPES: Mapping[type, str] = {str: "string", int: "integer"}
_NODE_ATTRIBUTES = ("kind", "aliases", "document")


def write_gexf(case: Case, query: str, out: IO[bytes]) -> int:
    """Write the graph of the events that the query asks for; returns how many edges. Raises `QueryError`."""
    graph = contacts(case, query)
    root = Element("gexf", {"xmlns": "http://gexf.net/1.3", "version": "1.3"})
    meta = SubElement(root, "meta")
    SubElement(meta, "creator").text = "Sayso"
    SubElement(meta, "description").text = xml_text(f"Contacts in {case.path.stem}: {query or 'all'}")
    _graph(SubElement(root, "graph", {"mode": "dynamic", "defaultedgetype": "undirected", "timeformat": "date"}), graph)
    indent(root, " ")
    ElementTree(root).write(out, encoding="utf-8", xml_declaration=True)
    return len(graph.edges)


def _graph(parent: Element, graph: Contacts) -> None:
    attributes = SubElement(parent, "attributes", {"class": "node", "mode": "static"})
    for name in _NODE_ATTRIBUTES:
        SubElement(attributes, "attribute", {"id": name, "title": name, "type": "string"})
    attributes = SubElement(parent, "attributes", {"class": "edge", "mode": "static"})
    for name, kind in EDGE_TYPES.items():
        if name != "weight":
            SubElement(attributes, "attribute", {"id": name, "title": name, "type": _TYPES[kind]})
    nodes = SubElement(parent, "nodes")
    for node in graph.nodes:
        _node(nodes, node)
    edges = SubElement(parent, "edges")
    for edge in graph.edges:
        _edge(edges, edge)


def _node(parent: Element, node: Node) -> None:
    made = SubElement(parent, "node", {"id": xml_text(node.id), "label": xml_text(node.name)})
    _values(made, {"kind": node.kind, "aliases": "; ".join(node.aliases), "document": node.document})


def _edge(parent: Element, edge: Contact) -> None:
    attributes = dict(edge.attributes)
    made = SubElement(
        parent,
        "edge",
        {
            "id": xml_text(edge.id),
            "source": xml_text(edge.first),
            "target": xml_text(edge.second),
            "weight": str(attributes.pop("weight")),
            # Edges of another status or state between the same two are edges of another kind.
            "kind": f"{edge.status}, {edge.state}",
        },
    )
    _values(made, attributes)
    if edge.dates:
        spells = SubElement(made, "spells")
        for when in edge.dates:
            ends = {"start": when.earliest, "end": when.latest}
            SubElement(spells, "spell", {name: str(day) for name, day in ends.items() if day})


def _values(parent: Element, values: Mapping[str, str | int]) -> None:
    made = SubElement(parent, "attvalues")
    for name, value in values.items():
        SubElement(made, "attvalue", {"for": name, "value": xml_text(str(value))})
