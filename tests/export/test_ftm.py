"""FollowTheMoney: entities that its own library takes as they are, references that lead somewhere, dates cut down."""

import io
import json
from typing import Any

import pytest

from sayso.casebook import Case
from sayso.export.ftm import _pieces, write_ftm
from sayso.export.sheets import Table
from tests.export.made import LEDGER, LONG, TABLE

ALL = (Table.STATEMENTS, Table.EVENTS, Table.PEOPLE)
REFERENCES = ("proof", "document", "entity", "resolved", "involved")


def made(case: Case, query: str = "", tables: tuple[Table, ...] = ALL) -> dict[str, dict[str, Any]]:
    out = io.BytesIO()
    written = write_ftm(case, query, tables, out)
    found = [json.loads(line) for line in out.getvalue().decode().splitlines()]
    assert written == len(found)
    assert len({entity["id"] for entity in found}) == len(found)
    return {entity["id"].removeprefix("sayso-"): entity for entity in found}


def test_references_lead_somewhere(case: Case) -> None:
    for query in ("", "outlet:Quarry", "doc:scan"):
        found = made(case, query)
        for entity in found.values():
            for name in REFERENCES:
                for id in entity["properties"].get(name, ()):
                    assert id.removeprefix("sayso-") in found, (entity["schema"], name)


def test_people_have_strong_and_weak_names(case: Case) -> None:
    stroud = made(case)["ps"]
    assert stroud["schema"] == "Person"
    assert stroud["properties"]["name"] == ["Vera Stroud"]
    assert stroud["properties"]["weakAlias"] == ["Stroud"]
    assert "alias" not in stroud["properties"]
    assert len(stroud["properties"]["proof"]) == 3


def test_dates_are_cut_down_and_kept_whole_beside(case: Case) -> None:
    found = made(case)
    assert found["vl1"]["properties"]["date"] == ["2031-05-03"]
    assert found["vl1"]["properties"]["notes"] == ["At 14:30."]
    denied = found["vl2"]["properties"]
    assert denied["endDate"] == ["2031-05"]
    assert "startDate" not in denied
    assert denied["notes"] == ["Date (EDTF): ../2031-05."]
    spring = found["vl3"]["properties"]
    assert (spring["startDate"], spring["endDate"]) == (["2031-03"], ["2031-05"])
    assert not {"date", "startDate", "endDate"} & set(found["vc2"]["properties"])


def test_what_did_not_occur_is_not_told_as_if_it_had(case: Case) -> None:
    denied = made(case)["vl2"]["properties"]
    assert denied["name"] == ["did not occur: call: Vera Stroud, Ilya Moreau"]
    assert "did-not-occur" in denied["keywords"]


def test_who_is_nobody_of_the_case_is_only_named(case: Case) -> None:
    letter = made(case)["vl3"]["properties"]
    assert letter["involved"] == ["sayso-ps"]
    assert letter["namesMentioned"] == ["the Board"]


def test_statements_link_documents_to_speakers_and_keep_states_apart(case: Case) -> None:
    found = made(case)
    assert found["sl1"]["schema"] == "Documentation"
    assert found["sl1"]["properties"]["status"] == ["confirmed"]
    assert found["st1"]["properties"]["summary"] == [LONG]
    assert found["sl2"]["schema"] == "Note"  # an engineer: nobody to link to
    assert found["sl2"]["properties"]["keywords"] == ["suggested", "assert", "unnamed"]
    assert "sl3" not in found  # rejected


def test_documents_have_what_aleph_knows_files_by(case: Case) -> None:
    [ledger] = [e for e in made(case).values() if e["properties"].get("fileName") == ["=ledger.txt"]]
    assert ledger["schema"] == "PlainText"
    assert ledger["properties"]["bodyText"] == [LEDGER]
    assert len(ledger["properties"]["contentHash"][0]) == 40
    assert ledger["properties"]["language"] == ["eng"]
    [scan] = [e for e in made(case).values() if e["properties"].get("fileName") == ["scan.pdf"]]
    assert "publishedAt" not in scan["properties"]  # only guessed


def test_long_texts_are_several_values(case: Case) -> None:
    [table] = [e for e in made(case).values() if e["properties"].get("fileName") == ["table.txt"]]
    assert "".join(table["properties"]["bodyText"]) == TABLE
    pieces = _pieces("Two lines.\n\n" * 10_000)
    assert "".join(pieces) == "Two lines.\n\n" * 10_000
    assert len(pieces) == 2
    assert pieces[0].endswith("\n\n")
    assert [len(piece) for piece in _pieces("x" * 130_001)] == [65_000, 65_000, 1]


def test_one_table_alone(case: Case) -> None:
    schemata = {entity["schema"] for entity in made(case, "", (Table.PEOPLE,)).values()}
    assert schemata == {"PlainText", "Person", "Mention"}


def test_the_library_takes_every_value_as_it_is(case: Case) -> None:
    ftm = pytest.importorskip("followthemoney", reason="followthemoney needs a compiler and ICU to be installed")
    found = made(case)
    for entity in found.values():
        schema = ftm.model.get(entity["schema"])
        proxy = ftm.model.get_proxy(entity)
        schema.validate(entity)
        assert not schema.abstract
        for name, values in entity["properties"].items():
            property_ = schema.get(name)
            assert property_ is not None, (schema.name, name)
            assert set(proxy.get(name)) == set(values)
            for value in values:
                if property_.type.name == "entity":
                    target = ftm.model.get(found[value.removeprefix("sayso-")]["schema"])
                    assert target.is_a(property_.range), (schema.name, name, target.name)
                elif name not in ("contentHash", "bodyText"):  # a hash is for uploads; ends of a text are trimmed
                    assert property_.type.clean(value) == value, (schema.name, name)
