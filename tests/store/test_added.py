"""Events that a person adds: kept, found, taken back, and left in place when their document is read again."""

from dataclasses import replace

import pytest

from sayso.errors import UsageError
from sayso.model.event import Event, EventKind, EventStatus
from sayso.model.judgement import JudgementKind
from sayso.model.span import Span
from sayso.model.when import When
from sayso.query import condition_for
from sayso.store.protocol import Store
from sayso.store.stored import FindingState, StoredEvent
from tests.store.made import packed, person, read_document, words
from tests.store.made_events import NOTE, record_events


def by_hand(text: str, part: str, *participants: str, date: str | None = "2031-03-04") -> Event:
    span = words(text, part)
    when = When.parse(date) if date else None
    return Event("", EventKind.CALL, span, participants, when, None, None, EventStatus.OCCURRED, (), span, None, 1.0)


def note(store: Store) -> str:
    return next(row.id for row in store.documents() if row.name == "note.txt")


def test_it_is_there_confirmed_and_of_a_person(store: Store) -> None:
    record_events(store)
    before = store.counts().events
    id = store.add_event(note(store), by_hand(NOTE, " told the crew ", "the crew"), by="Bo")
    found = store.item(id)
    assert isinstance(found, StoredEvent)
    assert (found.added_by, found.at.state, found.words) == ("Bo", FindingState.CONFIRMED, "told the crew")
    assert found.event.evidence.of(NOTE) == "told the crew"
    assert store.counts().events == before + 1
    row = next(iter(store.log(1)))
    assert (row.by, row.action, row.item) == ("Bo", "added", id)
    assert store.verify_log() is None
    assert not store.claims_current()


# (query, whether it finds an event with "Tobias Renn" and "Marsh", neither of whom the note names so)
QUERIES = [
    ("person:pr", True),  # he is in the other document alone: by his name in the case
    ('with:"Harbour Renn"', True),  # who is he by another name
    ("person:pm", True),  # by an alias of hers
    ("with:Lindqvist", False),
    ("kind:call date:2031-03-04", True),
    ("state:confirmed", True),
    ("crew", True),  # full text
]


@pytest.mark.parametrize(("query", "expected"), QUERIES)
def test_it_can_be_asked_for(store: Store, query: str, expected: bool) -> None:
    record_events(store)
    id = store.add_event(note(store), by_hand(NOTE, "told the crew to wait", "Tobias Renn", "O. Marsh"), by="Bo")
    assert (id in {found.event.id for found in store.events(condition_for(query, "events"))}) is expected


def test_taking_it_back_hides_it_and_adding_it_again_brings_it_back(store: Store) -> None:
    record_events(store)
    event = by_hand(NOTE, "told the crew", "the crew")
    id = store.add_event(note(store), event, by="Bo")
    with pytest.raises(UsageError, match="there already"):
        store.add_event(note(store), event, by="Ana")
    [added] = store.judgements(id)
    assert added.kind is JudgementKind.ADD
    store.judge(id, JudgementKind.UNDO, made_on=1, by="Ana", undoes=added.id)
    assert id not in {found.event.id for found in store.events()}
    assert store.add_event(note(store), event, by="Ana") == id
    assert {f.event.id: f.added_by for f in store.events()}[id] == "Ana"


def test_what_others_said_about_it_does_not_keep_it(store: Store) -> None:
    record_events(store)
    id = store.add_event(note(store), by_hand(NOTE, "told the crew", "the crew"), by="Bo")
    [added] = store.judgements(id)
    store.judge(id, JudgementKind.CONFIRM, made_on=1, by="Ana")
    store.judge(id, JudgementKind.UNDO, made_on=2, by="Bo", undoes=added.id)
    assert id not in {found.event.id for found in store.events()}


def test_nobody_adds_by_judging(store: Store) -> None:
    record_events(store)
    with pytest.raises(UsageError):
        store.judge("vr1", JudgementKind.ADD, made_on=1, by="Bo")


@pytest.mark.parametrize(("start", "end"), [(0, 0), (-1, 3), (3, len(NOTE) + 1), (8, 9)])
def test_it_needs_words(store: Store, start: int, end: int) -> None:
    record_events(store)
    event = by_hand(NOTE, "told", "the crew")
    with pytest.raises((UsageError, ValueError)):
        store.add_event(note(store), replace(event, evidence=Span(start, end)), by="Bo")


def test_it_outlives_reading_again_and_moves_with_its_words(store: Store) -> None:
    text = "Marsh met Tobias Renn at the lock-house."
    store.record([packed(read_document(text))], by="Ana")
    [row] = store.documents()
    id = store.add_event(row.id, by_hand(text, "met Tobias Renn", "Tobias Renn"), by="Bo")
    longer = "On Monday, " + text
    again = read_document(longer, data=text.encode())
    store.record([packed(again, read_with="finders 2")], by="Ana")
    found = store.item(id)
    assert isinstance(found, StoredEvent)
    assert (found.added_by, found.at.anchored) == ("Bo", True)
    assert found.event.evidence.of(longer) == "met Tobias Renn"


def test_people_who_join_keep_it(store: Store) -> None:
    record_events(store)
    id = store.add_event(note(store), by_hand(NOTE, "told the crew", "O. Marsh"), by="Bo")
    report = next(row.id for row in store.documents() if row.name == "report.txt")
    store.set_people([person("px", "Odile Marsh", (report, "er1"), (note(store), "en1"), aliases=("O. Marsh",))])
    assert id in {found.event.id for found in store.events(condition_for("person:px", "events"))}
