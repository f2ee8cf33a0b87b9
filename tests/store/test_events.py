"""Events of a store: asked for by people of the case and by source, named as the case names them, told in order."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from sayso.model.findings import Findings
from sayso.model.judgement import JudgementKind
from sayso.query import condition_for
from sayso.settings import Settings
from sayso.store.case_file import open_store
from sayso.store.chronology import in_order, told
from sayso.store.connection import APPLICATION_ID
from sayso.store.migrations import migrate
from sayso.store.protocol import Store
from tests.store.made import entity, packed, person, read_document
from tests.store.made_events import event, record_events

# (query, ids of the events it finds in the order of the list)
QUERIES = [
    ("", ["vr3", "vn1", "vr1", "vr2"]),  # an open start stands at its end, what has no date at the end
    ("person:pm", ["vr3", "vn1", "vr1"]),  # in both documents, under both names
    ("person:pr", ["vr3", "vr1", "vr2"]),
    ("person:nobody", []),
    ('with:"Odile Marsh"', ["vr3", "vn1", "vr1"]),  # the note calls her O. Marsh, the case does not
    ('with:"Harbour Renn"', ["vr3", "vr1", "vr2"]),  # an alias of the case, in no document
    ("with:crew", ["vn1"]),  # no entity, only words
    ("-with:Renn", ["vn1"]),
    ("source:mayor", ["vr3"]),
    ('source:"Harbour Renn"', ["vr3"]),
    ("source:Marsh", []),  # she takes part, but it is not on her word
    ("source:unknown", ["vn1", "vr1", "vr2"]),
    ("status:planned", ["vr2"]),
    ("kind:message OR kind:call", ["vr3", "vr2"]),
    ("date:2031-03-03", ["vn1", "vr1"]),  # some day of March may be the third
    ("date:unknown", ["vr2"]),
    ("outlet:Bugle person:pm", ["vr3", "vr1"]),
    ("storm", ["vr3"]),
]


@pytest.mark.parametrize(("query", "expected"), QUERIES)
def test_queries(store: Store, query: str, expected: list[str]) -> None:
    record_events(store)
    where = condition_for(query, "events") if query else None
    assert [found.event.id for found in store.events(where)] == expected
    assert store.count("events", where) == len(expected)


def test_names_are_those_of_the_case(store: Store) -> None:
    record_events(store)
    found = {row.event.id: row for row in store.events()}
    assert found["vn1"].event.participants == ("O. Marsh", "the crew")
    assert found["vn1"].participants == ("Odile Marsh", "the crew")
    assert found["vr3"].according_to == ("the mayor", "Tobias Renn")


def test_without_people_names_are_those_of_the_document(store: Store) -> None:
    record_events(store)
    store.set_people([])
    assert {row.participants for row in store.events()} >= {("O. Marsh", "the crew")}


def test_what_an_event_rests_on(store: Store) -> None:
    record_events(store)
    entries = {entry.event.event.id: entry for entry in told(store, list(store.events()))}
    assert entries["vr1"].voices == ("The Bugle",)
    assert [record.words for record in entries["vr1"].records] == ["Marsh interview, at 4"]
    assert entries["vr3"].voices == ("The Bugle", "the mayor", "Tobias Renn")
    assert entries["vr3"].records == ()  # the record is cited for another sentence
    assert entries["vn1"].voices == ("Wait (Iva Lindqvist)",)


def test_a_rejected_event_is_left_out(store: Store) -> None:
    record_events(store)
    store.judge("vr1", JudgementKind.REJECT, made_on=1, by="Ana")
    assert "vr1" not in {row.event.id for row in store.events()}


def test_a_chronology_goes_by_the_first_possible_day_and_undated_ones_are_last(store: Store) -> None:
    record_events(store)
    backwards = list(store.events())[::-1]
    assert [e.event.event.id for e in in_order(told(store, backwards))] == ["vr3", "vn1", "vr1", "vr2"]


def aged(case: Path, revision: str) -> Path:
    """The same case as an earlier program would have written it: today's rows in the tables of that time."""
    old = case.with_name("old.sayso")
    engine = create_engine(f"sqlite:///{old}")
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        migrate(connection, revision)
    engine.dispose()
    with closing(sqlite3.connect(old)) as bare, bare:
        bare.execute("ATTACH ? AS today", (str(case),))
        found = "SELECT name FROM {}.sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_fts%' ESCAPE '\\'"
        names = bare.execute(f"{found.format('main')} INTERSECT {found.format('today')}").fetchall()
        for (name,) in names:
            columns = "SELECT name FROM pragma_table_info(?, ?)"
            both = bare.execute(f"{columns} INTERSECT {columns}", (name, "main", name, "today")).fetchall()
            listed = ", ".join(f'"{column}"' for (column,) in both)
            if name != "alembic_version":
                bare.execute(f"INSERT OR REPLACE INTO main.{name} ({listed}) SELECT {listed} FROM today.{name}")
    return old


def test_a_case_from_before_sources_were_kept_is_filled(case: Path) -> None:
    settings = Settings(case_seconds=5)
    with open_store(case, settings, write=True) as store:
        record_events(store)
    with open_store(aged(case, "0003"), settings, write=True) as store:
        where = condition_for("source:mayor", "events")
        assert [found.event.id for found in store.events(where)] == ["vr3"]


def test_who_takes_part_under_a_surname_is_the_one_of_that_name(store: Store) -> None:
    text = "Odile Marsh came. Marsh met Tobias Renn."
    found = Findings(
        entities=(entity(text, "e1", "Odile Marsh", "Marsh"), entity(text, "e2", "Tobias Renn")),
        events=(event(text, "v1", "met", "Marsh met Tobias Renn.", ("Marsh", "Tobias Renn")),),
    )
    store.record([packed(read_document(text, found, path="/pile/a.txt"), path="/pile/a.txt")], by="Ana")
    (id,) = (row.id for row in store.documents())
    store.set_people([person("pm", "Odile Marsh", (id, "e1")), person("pr", "Tobias Renn", (id, "e2"))])
    [one] = store.events(condition_for("person:pm", "events"))
    assert one.participants == ("Odile Marsh", "Tobias Renn")
    assert store.count("events", condition_for('with:"Odile Marsh"', "events")) == 1
