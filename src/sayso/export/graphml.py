"""The graph of contacts in GraphML, for yEd, Gephi, Cytoscape, igraph: http://graphml.graphdrawing.org/specification.html"""

from collections.abc import Mapping
from typing import IO
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

from sayso.casebook import Case
from sayso.export.contacts import EDGE_TYPES, contacts
from sayso.export.xml_text import xml_text

_TYPES: Mapping[type, str] = {str: "string", int: "int"}
_NODE_ATTRIBUTES = ("label", "kind", "aliases", "document")


def write_graphml(case: Case, query: str, out: IO[bytes]) -> int:
    """Write the graph of the events that the query asks for; returns how many edges. Raises `QueryError`."""
    found = contacts(case, query)
    root = Element("graphml", {"xmlns": "http://graphml.graphdrawing.org/xmlns"})
    for name in _NODE_ATTRIBUTES:
        SubElement(root, "key", {"id": f"n_{name}", "for": "node", "attr.name": name, "attr.type": "string"})
    for name, kind in EDGE_TYPES.items():
        SubElement(root, "key", {"id": f"e_{name}", "for": "edge", "attr.name": name, "attr.type": _TYPES[kind]})
    graph = SubElement(root, "graph", {"id": "contacts", "edgedefault": "undirected"})
    for node in found.nodes:
        made = SubElement(graph, "node", {"id": xml_text(node.id)})
        values = {"label": node.name, "kind": node.kind, "aliases": "; ".join(node.aliases), "document": node.document}
        _values(made, "n", values)
    for edge in found.edges:
        ends = {"source": xml_text(edge.first), "target": xml_text(edge.second)}
        _values(SubElement(graph, "edge", {"id": xml_text(edge.id), **ends}), "e", edge.attributes)
    indent(root, " ")
    ElementTree(root).write(out, encoding="utf-8", xml_declaration=True)
    return len(found.edges)


def _values(parent: Element, prefix: str, values: Mapping[str, str | int]) -> None:
    for name, value in values.items():
        SubElement(parent, "data", {"key": f"{prefix}_{name}"}).text = xml_text(str(value))
