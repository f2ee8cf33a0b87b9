"""Contacts of one person: with whom, when, and on how many voices."""

import pytest

from sayso.casebook import StoredCitation, StoredEvent, Told
from sayso.cli.contacts import Contact, contacts
from sayso.model.event import EventKind, EventStatus
from sayso.model.span import Span
from sayso.model.statement import Citation
from sayso.store.stored import DocumentState, FindingState, Found
from tests.store.made_events import event

TEXT = "Marsh met Renn."
AT = Found("d1", "a.txt", None, None, None, None, DocumentState.PRESENT, 1, FindingState.SUGGESTED, 1, True, True)


def told(
    *who: str,
    voices: tuple[str, ...] = (),
    witnesses: tuple[str | None, ...] = (),
    kind: EventKind = EventKind.MEETING,
    status: EventStatus = EventStatus.OCCURRED,
    date: str | None = None,
) -> Told:
    made = event(TEXT, "v1", "met", TEXT, who, date, kind=kind, status=status)
    records = tuple(
        StoredCitation(
            f"c{n}", Citation(Span(0, 5), witness, None, None, None, None, Span(0, 5)), f"record {n} {witness}", "", AT
        )
        for n, witness in enumerate(witnesses)
    )
    return Told(StoredEvent(made, TEXT, TEXT, AT, who, ()), ("The Bugle", *voices), records)


# (events, voices with how many events each tells)
VOICES = [
    ([told("Marsh", "Renn")], {}),  # the document's own words name nobody
    ([told("Marsh", "Renn", voices=("the mayor", "Ulla Berg"))], {"Ulla Berg": 1}),  # she told the mayor
    ([told("Marsh", "Renn", voices=("the mayor",), witnesses=("Berg",))], {"Berg": 1}),  # the record comes first
    ([told("Marsh", "Renn", voices=("Ulla Berg",)), told("Marsh", "Renn", witnesses=("Berg",))], {"Ulla Berg": 2}),
    (
        [told("Marsh", "Renn", voices=("Ulla Berg",)), told("Marsh", "Renn", voices=("Ines Berg",)),
         told("Marsh", "Renn", witnesses=("Berg",))],
        {"Ulla Berg": 1, "Ines Berg": 1, "Berg": 1},  # whose record it is can't be told
    ),
    ([told("Marsh", "Renn", witnesses=("Berg & Renn",))], {}),  # a message between two has no witness
]  # fmt: skip


@pytest.mark.parametrize(("events", "voices"), VOICES)
def test_voices_are_counted_once_each(events: list[Told], voices: dict[str, int]) -> None:
    [found] = contacts(events, ["Marsh"])
    assert found.voices == voices


def test_everybody_else_is_there_and_those_on_most_voices_first() -> None:
    found = contacts(
        [
            told("Odile Marsh", "Tobias Renn"),
            told("Marsh", "Tobias Renn"),
            told("Odile Marsh", "Ulla Berg", "the crew", voices=("the mayor",)),
        ],
        ["Odile Marsh", "Marsh"],
    )
    assert [c.name for c in found] == ["Ulla Berg", "the crew", "Tobias Renn"]
    assert [len(c.events) for c in found] == [1, 1, 2]
    assert len(found[2].unsourced) == 2


def test_records_without_a_witness_are_counted_apart() -> None:
    found = Contact("Renn", [told("Marsh", "Renn", witnesses=(None, None, "Berg"))])
    assert (found.records, found.voices) == (2, {"Berg": 1})
