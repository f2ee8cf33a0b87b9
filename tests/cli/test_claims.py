"""`sayso claims`: the table, one claim, JSON, queries; `sayso documents --duplicates`."""

import json
import re
from typing import Any

import pytest

from sayso.errors import QueryError, UsageError
from tests.cli.conftest import Run
from tests.made_claims import PILE

KEYS = {"documents", "boilerplate", "claims", "duplicates", "entities", "gaps"}


def whole(look: Run, *query: str) -> Any:
    return json.loads(look("claims", *query, "--json").stdout)


def release(look: Run) -> Any:
    """The claim that solvent ran into the river."""
    found = [claim for claim in whole(look, "status:disputed")["claims"] if "solvent" in str(claim["text"]).lower()]
    assert len(found) == 1
    return found[0]


def flat(words: str) -> str:
    return " ".join(words.split())


def test_what_needs_a_person_comes_first(look: Run) -> None:
    lines = look("claims").stdout.splitlines()
    assert lines[1].startswith("disputed")
    assert str(release(look)["id"]) in lines[1]
    assert "`sayso claims ID`" in lines[-1]


def test_what_one_document_alone_says_is_shown_with_all(look: Run) -> None:
    assert "library" not in look("claims").stdout
    assert "library" in flat(look("claims", "--all").stdout)


def test_a_limit_says_how_many_there_are(look: Run) -> None:
    shown = look("claims", "--all", "--limit", "1").stdout
    assert f"1 of {len(whole(look)['claims'])} claims (--limit N shows more)" in shown


def test_a_query_narrows_down(look: Run) -> None:
    assert "disputed" in look("claims", "status:disputed").stdout
    assert look("claims", "solvent", "-solvent").stdout == "No claims.\n"
    texts = [str(claim["text"]) for claim in whole(look, "with:Teague")["claims"]]
    assert any("Bram Teague" in text for text in texts)
    assert len(texts) < len(whole(look)["claims"])


def test_a_query_that_can_not_be_asked_is_refused(look: Run) -> None:
    with pytest.raises(QueryError):
        look("claims", "act:deny")  # claims have a status, statements an act


def test_one_claim_shows_every_position_and_where_it_comes_from(look: Run) -> None:
    claim = release(look)
    shown = look("claims", str(claim["id"])).stdout
    for title in ("Supports it (", "Denies it (", "Where it comes from"):
        assert title in shown
    assert "Tobias Renn" in shown
    assert "Greta Halloran (denies)" in shown
    assert "courier.txt copies it:" in shown
    assert f"sayso review claims {claim['id']}" in flat(shown)
    for position in claim["statements"]:
        assert flat(position["words"])[:40] in flat(shown)


def test_the_first_letters_of_an_id_are_enough(look: Run) -> None:
    id = str(release(look)["id"])
    assert look("claims", id[:8]).stdout == look("claims", id).stdout


def test_an_unknown_id_is_named(look: Run) -> None:
    with pytest.raises(UsageError, match="k0123456789ab"):
        look("claims", "k0123456789ab")


def test_json_has_texts_that_spans_point_into(look: Run) -> None:
    case = whole(look)
    assert set(case) == KEYS
    assert set(case["documents"]) == set(PILE)
    for claim in case["claims"]:
        for position in claim["statements"]:
            start, end = position["span"]
            assert case["documents"][position["doc"]][start:end] == position["words"]
            assert position["stance"] in ("supports", "denies", "reports")
    assert {name for claim in case["claims"] for name in claim} == {
        "id", "text", "status", "independent", "independent_max", "denied_by", "first", "statements", "origins",
        "links", "conflicts", "gaps", "surely",
    }  # fmt: skip


def test_json_of_one_claim_is_that_of_the_case(look: Run) -> None:
    claim = release(look)
    assert json.loads(look("claims", str(claim["id"]), "--json").stdout) == claim


def test_positions_name_origins_and_links_lead_to_them(look: Run) -> None:
    claim = release(look)
    origins = {origin["id"] for origin in claim["origins"]}
    positions = claim["statements"]
    assert {p["origin"] for p in positions if p["stance"] != "reports"} <= origins
    assert all(link["to"] in origins or link["to"] in PILE for link in claim["links"])


def test_a_denied_claim_is_disputed_and_a_reprint_adds_no_origin(look: Run) -> None:
    claim = release(look)
    stances = {p["doc"]: p["stance"] for p in claim["statements"] if "released" in p["words"]}
    assert claim["denied_by"] == 1  # Halloran, though a reprint and her letter say it again
    assert claim["independent"] == 2  # the engineer and Renn
    assert stances["herald.txt"] == "supports"
    [letter] = {p["stance"] for p in claim["statements"] if p["doc"] == "letter.txt"}
    assert letter == "denies"
    # what only the newspaper and its reprint say rests on one origin
    [meeting] = [c for c in whole(look)["claims"] if "Bram Teague" in str(c["text"])]
    assert (meeting["status"], meeting["independent"]) == ("single-source", 1)


def test_entities_and_gaps_name_their_documents(look: Run) -> None:
    case = whole(look)
    [halloran] = [e for e in case["entities"] if e["name"] == "Greta Halloran"]
    assert {"ledger.txt", "courier.txt", "letter.txt"} == set(halloran["docs"])
    assert ("ledger.txt", "withheld-source") in {(gap["doc"], gap["kind"]) for gap in case["gaps"]}


def test_copies_are_grouped_and_none_is_hidden(look: Run) -> None:
    shown = look("documents", "--duplicates").stdout
    assert "ledger.txt" in shown
    assert "courier.txt" in shown
    assert "herald.txt" not in shown
    assert "1 group of 2 documents." in shown
    [pair] = json.loads(look("documents", "--duplicates", "--json").stdout)
    assert {pair["first"]["name"], pair["second"]["name"]} == {"ledger.txt", "courier.txt"}
    assert 0.8 < pair["share"] <= 1
    assert whole(look)["duplicates"] in ([["ledger.txt", "courier.txt"]], [["courier.txt", "ledger.txt"]])


def test_where_a_claim_comes_from_is_told_once(look: Run) -> None:
    shown = look("claims", str(release(look)["id"])).stdout
    origins = re.split(r"(?m)^  (?=\[\d+\])", shown.split("Where it comes from")[1])[1:]
    assert len(origins) == 3  # the engineer, the fisherman, Halloran
    for origin in origins:
        assert flat(origin).count("← courier.txt copies it") <= 1
