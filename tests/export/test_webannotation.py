"""Web Annotations: every selector leads to the words it quotes."""

import io
import json
from typing import Any

import pytest

from sayso.casebook import Case
from sayso.export.sheets import Table
from sayso.export.webannotation import write_webannotation


@pytest.fixture(scope="module")
def collection(case: Case) -> dict[str, Any]:
    out = io.BytesIO()
    written = write_webannotation(case, "", (Table.STATEMENTS, Table.EVENTS), out)
    made: dict[str, Any] = json.loads(out.getvalue())
    assert written == made["total"] == len(made["first"]["items"])
    return made


def targets(collection: dict[str, Any]) -> list[dict[str, Any]]:
    return [target for item in collection["first"]["items"] for target in item["target"]]


def test_the_collection_is_what_the_standard_asks_for(collection: dict[str, Any]) -> None:
    assert collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (collection["type"], collection["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    for item in collection["first"]["items"]:
        assert item["type"] == "Annotation"
        assert item["id"].startswith("urn:sayso:d")
        assert item["target"]
    assert len({item["id"] for item in collection["first"]["items"]}) == collection["total"]


def test_every_selector_leads_to_the_words(case: Case, collection: dict[str, Any]) -> None:
    seen = 0
    for target in targets(collection):
        text = case.document(target["source"].removeprefix("urn:sayso:")).document.text.characters
        quote, position, *_ = target["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
        whole = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text.find(whole) + len(quote["prefix"]) == position["start"]
        seen += 1
    assert seen > 15


def test_pages_have_rectangles(collection: dict[str, Any]) -> None:
    [spoke] = [item for item in collection["first"]["items"] if item["id"].endswith(":vc1")]
    trigger = next(target for target in spoke["target"] if target["sayso:role"] == "trigger")
    [place] = [selector for selector in trigger["selector"] if selector["type"] == "FragmentSelector"]
    assert place["value"] == "page=1&viewrect=192.0,100.0,50.0,12.0"
    evidence = next(target for target in spoke["target"] if target["sayso:role"] == "evidence")
    assert len(evidence["selector"]) == 2 + 2  # printed on two lines


def test_states_and_addresses_are_told(collection: dict[str, Any]) -> None:
    states = {item["id"].rsplit(":", 1)[1]: item["sayso:state"] for item in collection["first"]["items"]}
    assert states["sl1"] == "confirmed"
    assert states["vl1"] == "suggested"
    assert "sl3" not in states  # rejected
    assert {target.get("scope") for target in targets(collection)} == {"https://post.example/a?b=1&c={2}", None}
