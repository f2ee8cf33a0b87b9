"""The graph of contacts in GEXF and GraphML, as another program reads it."""

import io
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from sayso import casebook
from sayso.casebook import Case
from sayso.export.contacts import contacts
from sayso.export.gexf import write_gexf
from sayso.export.graphml import write_graphml
from sayso.model.claim import Copy
from sayso.settings import Settings
from sayso.store.case_file import open_store
from tests.export.made import make_case


def test_contacts_are_parted_by_status_and_state(case: Case) -> None:
    graph = contacts(case, "")
    between = {(e.status, e.state): e for e in graph.edges if {e.first, e.second} == {"pm", "ps"}}
    assert set(between) == {("occurred", "suggested"), ("occurred", "confirmed"), ("did-not-occur", "suggested")}
    suggested = between["occurred", "suggested"]
    assert suggested.attributes["events"] == 2
    assert suggested.attributes["weight"] == 2  # the outlet's word, and that of a document nobody publishes
    assert suggested.attributes["dates"] == "2031-05-03"
    assert list(between["occurred", "confirmed"].heard.values()) == ["Ilya Moreau"]
    assert between["did-not-occur", "suggested"].attributes["first_day"] == "2031-05-31"


def test_a_copy_adds_no_voice(tmp_path: Path) -> None:
    make_case(tmp_path).close()
    with open_store(tmp_path / "quarry.sayso", Settings(), write=True) as store:
        ids = {row.name: row.id for row in store.documents()}
        copy = Copy(ids["scan.pdf"], ids["=ledger.txt"], 0.9, None, "most words are the same")
        store.set_claims([], copies=[copy], made_of=store.claims_version())
    with casebook.open(tmp_path / "quarry.sayso", write=False) as case:
        edges = contacts(case, "kind:meeting").edges
    assert [(edge.attributes["events"], edge.attributes["weight"]) for edge in edges] == [(2, 1)]


def test_who_is_nobody_in_the_case_is_a_node_of_one_document(case: Case) -> None:
    [board] = [node for node in contacts(case, "").nodes if node.name == "the Board"]
    assert board.kind == ""
    assert board.document == "=ledger.txt"
    assert {node.id for node in contacts(case, "kind:meeting").nodes} == {"pm", "ps"}


@pytest.mark.parametrize("format_", ["gexf", "graphml"])
def test_another_program_reads_the_same_graph(case: Case, format_: str) -> None:
    networkx = pytest.importorskip("networkx")
    out = io.BytesIO()
    write: Any = {"gexf": write_gexf, "graphml": write_graphml}[format_]
    written = write(case, "", out)
    read = {"gexf": networkx.read_gexf, "graphml": networkx.read_graphml}[format_](io.BytesIO(out.getvalue()))
    graph = contacts(case, "")
    assert written == read.number_of_edges() == len(graph.edges) == 4
    assert not read.is_directed()
    assert {(id, data["label"]) for id, data in read.nodes(data=True)} == {(n.id, n.name) for n in graph.nodes}
    weights = sorted((data["state"], data["status"], int(data["weight"])) for _, _, data in read.edges(data=True))
    assert weights == sorted((e.state, e.status, len(e.heard)) for e in graph.edges)


def test_gexf_has_spells_of_days(case: Case) -> None:
    out = io.BytesIO()
    write_gexf(case, "", out)
    spells = [spell.attrib for spell in ElementTree.fromstring(out.getvalue()).iter("{http://gexf.net/1.3}spell")]
    assert {"start": "2031-05-03", "end": "2031-05-03"} in spells
    assert {"end": "2031-05-31"} in spells  # "or earlier"
