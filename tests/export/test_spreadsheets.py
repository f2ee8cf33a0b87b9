"""CSV and XLSX: every word, no formula, suggested and confirmed told apart."""

import csv
import io
import zipfile
from datetime import datetime

import pytest

from sayso.casebook import Case
from sayso.errors import QueryError
from sayso.export.csv import write_csv
from sayso.export.sheets import Table
from tests.export.made import LONG

Rows = list[dict[str, str]]


def csv_rows(case: Case, table: Table, query: str = "") -> Rows:
    out = io.BytesIO()
    written = write_csv(case, query, (table,), out)
    rows = list(csv.DictReader(io.StringIO(out.getvalue().decode("utf-8-sig"), newline="")))
    assert written == len(rows)
    return rows


def test_csv_begins_with_the_mark_that_excel_needs(case: Case) -> None:
    out = io.BytesIO()
    write_csv(case, "", (Table.PEOPLE,), out)
    assert out.getvalue().startswith(b"\xef\xbb\xbfid,state,name")


def test_csv_of_all_tables_is_an_archive_and_always_the_same(case: Case) -> None:
    first, second = io.BytesIO(), io.BytesIO()
    write_csv(case, "", tuple(Table), first)
    write_csv(case, "", tuple(Table), second)
    assert first.getvalue() == second.getvalue()
    with zipfile.ZipFile(first) as archive:
        assert archive.namelist() == [f"{table}.csv" for table in Table]
        assert archive.testzip() is None
        assert all(entry.compress_size < entry.file_size for entry in archive.infolist())


def test_csv_keeps_words_whole_and_states_apart(case: Case) -> None:
    rows = {row["id"]: row for row in csv_rows(case, Table.STATEMENTS)}
    assert rows["st1"]["words"] == "'" + LONG
    assert {id: row["state"] for id, row in rows.items()} == {
        "sl1": "confirmed",
        "sl2": "suggested",
        "st1": "suggested",  # sl3 was rejected
    }
    assert rows["sl1"]["chain, outermost first"] == "The Quarry & Dam Post › Vera Stroud"
    assert (rows["sl1"]["said (EDTF)"], rows["sl1"]["said, last day"]) == ("2031-06", "2031-06-30")


def test_no_cell_of_csv_is_a_formula(case: Case) -> None:
    for table in Table:
        for row in csv_rows(case, table):
            assert not any(value.startswith(("=", "+", "-", "@", "\t", "\r")) for value in row.values())
    [row] = csv_rows(case, Table.STATEMENTS, "speaker:Stroud HYPERLINK")
    assert row["words"].startswith("'=HYPERLINK(")
    assert row["document"] == "'=ledger.txt"


def test_a_query_narrows_down_and_a_foreign_field_is_refused(case: Case) -> None:
    assert {row["id"] for row in csv_rows(case, Table.EVENTS, "kind:meeting")} == {"vl1", "vc2"}
    with pytest.raises(QueryError):
        write_csv(case, "kind:meeting", (Table.STATEMENTS, Table.EVENTS), io.BytesIO())


def test_people_tell_why_they_are_one(case: Case) -> None:
    rows = csv_rows(case, Table.PEOPLE)
    assert {(row["name"], row["state"], row["documents"]) for row in rows} == {
        ("Vera Stroud", "suggested", "3"),
        ("Ilya Moreau", "suggested", "2"),
    }
    assert all(row["why one"] for row in rows)


def test_claims_tell_on_how_many_origins_they_rest(case: Case) -> None:
    [row] = csv_rows(case, Table.CLAIMS)
    assert row["claim"] == "'=Stroud met Ilya Moreau"
    assert (row["independent origins, at least"], row["at most"], row["denied by"]) == ("1", "2", "1")
    assert (row["who says so"], row["who denies it"]) == ("Ilya Moreau; an engineer", "the company")
    assert row["what differs"] == "date: May 3 / May"
    assert row["state"] == "partly confirmed"


def test_every_place_of_a_claim_has_its_words(case: Case) -> None:
    rows = csv_rows(case, Table.POSITIONS)
    assert [(row["stance"], row["state"], row["origin"]) for row in rows] == [
        ("supports", "confirmed", "Ilya Moreau"),
        ("reports", "suggested", ""),
        ("denies", "suggested", "the company"),
    ]
    assert rows[0]["words"] == "Stroud met Ilya Moreau at the quarry"
    assert all(row["why"] == "'=both name Stroud" for row in rows)
    assert csv_rows(case, Table.POSITIONS, "status:corroborated") == []


@pytest.fixture(scope="module")
def workbook(case: Case) -> dict[str, list[tuple[object, ...]]]:
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    from sayso.export.xlsx import write_xlsx

    out = io.BytesIO()
    write_xlsx(case, "", tuple(Table), out)
    book = openpyxl.load_workbook(out)
    for page in book:
        assert page.freeze_panes == "B2"
        assert page.auto_filter.ref
        for cell in (cell for row in page.iter_rows() for cell in row):
            assert cell.data_type != "f", cell.value
            assert cell.hyperlink is None
    return {page.title: list(page.iter_rows(values_only=True)) for page in book}


def test_a_workbook_has_typed_days_and_numbers(workbook: dict[str, list[tuple[object, ...]]]) -> None:
    head, *rows = workbook["events"]
    meeting = next(dict(zip(head, row, strict=True)) for row in rows if row[0] == "vl1")
    assert meeting["first day"] == datetime(2031, 5, 3)
    assert meeting["date (EDTF)"] == "2031-05-03"
    assert meeting["time"] == "14:30"
    assert meeting["confidence"] == 0.5
    assert meeting["place"] == "the <quarry>"


def test_a_workbook_has_words_in_full(workbook: dict[str, list[tuple[object, ...]]]) -> None:
    head, *rows = workbook["statements"]
    place = head.index("words")
    parts = [str(row[place]) for row in rows if row[0] == "st1"]
    assert len(parts) > 1  # a cell can't hold them
    assert "".join(parts) == LONG
    assert all(len(part.encode("utf-16-le")) // 2 <= 32_767 for part in parts)
    assert '=HYPERLINK("http://evil.example","the dam was safe")' in [row[place] for row in rows]
