"""Decisions about events: kept by the words that name them, signed, logged, undone."""

import pytest

from sayso.errors import UsageError
from sayso.model.happening import Ruling
from sayso.model.identity import IdentityKind
from sayso.store.chronology import alike
from sayso.store.protocol import Store
from tests.store.made_events import record_events


@pytest.fixture
def events(store: Store) -> Store:
    record_events(store)
    return store


def test_a_ruling_is_signed_logged_and_undone(events: Store) -> None:
    made = events.rule("vr1", "vn1", same=True, by="Eva")
    assert (made.id, made.by, made.kind) == (1, "Eva", IdentityKind.SAME_EVENT)
    assert [side[0].name for side in made.sides] == ["met", "told"]
    assert events.rulings() == (Ruling(1, "Eva", "vr1", "vn1", True),)
    assert {(row.action, row.by) for row in events.log(2)} == {("joined events", "Eva")}
    events.undo_decision(1, by="Ben")
    assert events.rulings() == ()
    events.undo_decision(2, by="Ben")  # takes the undoing back
    assert [ruling.same for ruling in events.rulings()] == [True]
    assert events.verify_log() is None


def test_the_last_ruling_about_two_events_holds(events: Store) -> None:
    events.rule("vr1", "vn1", same=True, by="Eva")
    events.rule("vn1", "vr1", same=False, by="Ben")
    assert events.rulings() == (Ruling(2, "Ben", "vn1", "vr1", False),)


def test_who_is_who_is_not_touched(events: Store) -> None:
    version = events.people_version()
    events.rule("vr1", "vn1", same=True, by="Eva")
    events.undo_decision(1, by="Eva")
    assert events.people_version() == version
    assert events.verdicts() == ()


def test_what_makes_no_sense_is_refused(events: Store) -> None:
    with pytest.raises(UsageError, match="one event"):
        events.rule("vr1", "vr1", same=True, by="Eva")
    with pytest.raises(UsageError, match="no event 'v9'"):
        events.rule("vr1", "v9", same=True, by="Eva")


def test_a_purge_forgets_the_words_and_the_ruling(events: Store) -> None:
    events.rule("vr1", "vn1", same=True, by="Eva")
    events.remove("/pile/note.txt", purge=True, by="Eva")
    assert events.rulings() == ()
    assert events.verify_log() is None


def test_what_rulings_lead_to_is_the_same(events: Store) -> None:
    events.rule("vr1", "vn1", same=True, by="Eva")
    events.rule("vn1", "vr3", same=True, by="Ben")
    [report] = [found for found in events.events() if found.event.id == "vr1"]
    others = alike(events, [report], [])["vr1"]  # the others were not asked for, and are told all the same
    assert [(o.event.event.id, o.ruling and o.ruling.by) for o in others] == [("vn1", "Eva"), ("vr3", "Ben")]
