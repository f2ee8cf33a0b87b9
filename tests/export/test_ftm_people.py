"""People out of files of FollowTheMoney: names that may be matched by, and whatever else a file may hold."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.casebook import Case
from sayso.export.ftm import write_ftm
from sayso.export.ftm_people import FtmPeople, read_ftm_people
from sayso.export.sheets import Table
from sayso.model.entity import EntityKind


def line(id: str, schema: str, **properties: list[str]) -> bytes:
    return json.dumps({"id": id, "schema": schema, "properties": properties}).encode() + b"\n"


def read(*lines: bytes) -> FtmPeople:
    return read_ftm_people(lines, "list.jsonl")


def test_names_aliases_and_kinds() -> None:
    found = read(
        line("a", "Person", name=["Ann  Oduya", "Anna Oduya"], alias=["Annie Oduya"], weakAlias=["Oduya"]),
        line("b", "Company", name=["Larch Works Ltd"], previousName=["Larch & Sons"]),
        line("c", "PublicBody", name=["Water Board"]),
    )
    assert [(p.name, p.kind, p.aliases) for p in found.people] == [
        ("Ann Oduya", EntityKind.PERSON, ("Anna Oduya", "Annie Oduya")),
        ("Larch Works Ltd", EntityKind.ORGANIZATION, ("Larch & Sons",)),
        ("Water Board", EntityKind.PUBLIC_BODY, ()),
    ]
    assert (found.others, found.broken) == (0, 0)


def test_fragments_of_one_id_are_one() -> None:
    found = read(line("a", "Person", name=["Ann Oduya"]), line("a", "Person", name=["Anna Oduya"]))
    assert [(p.name, p.aliases) for p in found.people] == [("Ann Oduya", ("Anna Oduya",))]


# (line, others, broken), a comment each
LEFT_OUT = [
    (line("a", "Vessel", name=["Ann Oduya"]), 1, 0),  # no person
    (line("a", "LegalEntity", name=["Ann Oduya"]), 1, 0),  # a person or a firm, who knows
    (line("a", "Person", weakAlias=["Oduya"]), 1, 0),  # no full name
    (line("a", "Person", name=["-", "x" * 385]), 1, 0),  # no names
    (b"\n", 0, 0),
    (b"{", 0, 1),
    (b"[1]", 0, 1),
    (b"\xff\xfe", 0, 1),
    (b'{"id": 1, "schema": "Person", "properties": {}}', 0, 1),
    (b"[" * 100_000, 0, 1),  # deeper than a parser goes
    (line("a", "Person", name=["x" * (1 << 20)]), 0, 1),  # longer than a line may be
]


@pytest.mark.parametrize(("given_line", "others", "broken"), LEFT_OUT)
def test_what_is_no_person_is_counted_and_left_out(given_line: bytes, others: int, broken: int) -> None:
    assert read(given_line) == FtmPeople((), others, broken)


@given(st.lists(st.binary(max_size=60) | st.text(max_size=60).map(str.encode)))
def test_no_bytes_make_it_fail(lines: list[bytes]) -> None:
    assert read(*lines).people == ()


def test_it_reads_what_is_written_here(case: Case) -> None:
    out = io.BytesIO()
    write_ftm(case, "", (Table.PEOPLE,), out)
    found = read_ftm_people(io.BytesIO(out.getvalue()), "other")
    assert {person.name for person in found.people} == {"Vera Stroud", "Ilya Moreau"}
