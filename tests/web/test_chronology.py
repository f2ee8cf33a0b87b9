"""The chronology: narrowed down by two people and a date, drawn as JSON, and added to by hand."""

import re
from pathlib import Path

import pytest

from sayso import casebook
from sayso.casebook import StoredEvent
from tests.web.conftest import HERE, Browser

WORDS = "Three swans died below the weir on March 4, 2031"


def herald(case: Path) -> tuple[str, int, int]:
    """A document, and where words of it stand that no finder makes an event of."""
    with casebook.open(case, write=False) as book:
        [row] = book.documents("doc:herald.txt")
        start = book.document(row.id).document.text.characters.index(WORDS)
    return row.id, start, start + len(WORDS)


def added(case: Path) -> list[StoredEvent]:
    with casebook.open(case, write=False) as book:
        return [found for found in book.events() if found.added_by]


def form(browser: Browser, case: Path, **more: str) -> dict[str, str | int]:
    document, start, end = herald(case)
    fields: dict[str, str | int] = {"document": document, "start": start, "end": end, "kind": "meeting"}
    return {
        "token": browser.known.form,
        **fields,
        "participants": "Tobias Renn; the brigade",
        "date": "2031-03",
        **more,
    }


def test_contacts_between_two_people_before_a_date(desk: Browser) -> None:
    asked = {"person": "Bram Teague", "with": "Greta Halloran", "until": "2031-03-10"}
    page = desk.get("/timeline", params=asked).text
    assert "Between <strong>Bram Teague</strong> and <strong>Greta Halloran</strong>" in page
    assert "independent voice" in page
    # The reprint speaks with the voice of what it is a copy of, and both cite the clerk.
    assert "<strong>1 independent voice</strong>" in page
    assert 'value="2031-03-10"' in page
    before = desk.get("/timeline", params={**asked, "until": "2031-03-02"}).text
    assert "data-event" not in before
    assert desk.get("/timeline", params={"until": "last week"}).status_code == 400


def test_the_axis_draws_what_the_list_shows(desk: Browser) -> None:
    drawn = desk.get("/timeline/axis", params={"person": "Bram Teague"}).json()
    assert drawn["undated"] == drawn["left_out"] == 0
    assert {(e["first"], e["last"], e["approximate"]) for e in drawn["events"]} == {("2031-03-03", "2031-03-03", False)}
    assert all(e["at"].startswith("/documents/d") and e["voices"] for e in drawn["events"])
    assert desk.get("/timeline/axis", params={"kind": "wedding"}).status_code == 400


def test_an_event_is_added_by_hand_and_taken_back(own_desk: Browser, own_mill: Path) -> None:
    document, start, end = herald(own_mill)
    page = own_desk.get("/events/new", params={"document": document, "start": start, "end": end}).text
    assert f"<mark>{WORDS}</mark>" in page
    assert "The Weir Herald" in page
    answer = own_desk.send_form("/events/new", form(own_desk, own_mill), {"origin": HERE})
    assert answer.status_code == 303
    [found] = added(own_mill)
    assert (found.added_by, found.words, found.event.participants) == ("Ana", WORDS, ("Tobias Renn", "the brigade"))
    shown = own_desk.get(answer.headers["location"]).text
    assert f'<li id="{found.event.id}"' in shown
    assert "added by Ana" in shown
    [drawn] = [e for e in own_desk.get("/timeline/axis").json()["events"] if e["by"]]
    assert (drawn["first"], drawn["last"]) == ("2031-03-01", "2031-03-31")
    assert own_desk.decide(f"/events/{found.event.id}/decide", what="undo", version=found.at.version) == 303
    assert added(own_mill) == []


# (a field, its value, what is said)
MISTAKES = [
    ("kind", "wedding", "Say what it was"),
    ("participants", " ; ", "Say who took part"),
    ("date", "2031-13", "is no date"),
    ("time", "noon", "is no time of day"),
]


@pytest.mark.parametrize(("field", "value", "said"), MISTAKES)
def test_mistakes_are_said_above_the_form(own_desk: Browser, own_mill: Path, field: str, value: str, said: str) -> None:
    answer = own_desk.send_form("/events/new", form(own_desk, own_mill, **{field: value}), {"origin": HERE})
    assert answer.status_code == 400
    assert said in answer.text
    assert "the brigade" in answer.text or field == "participants"
    assert added(own_mill) == []


def test_a_selection_must_be_words(desk: Browser, mill: Path) -> None:
    document, _, _ = herald(mill)
    for start, end in (("5", "5"), ("9", "999999"), ("", ""), ("-1", "4")):
        asked = {"document": document, "start": start, "end": end}
        assert desk.get("/events/new", params=asked).status_code == 400


def test_an_event_leads_to_its_words(desk: Browser, mill: Path) -> None:
    with casebook.open(mill, write=False) as book:
        found = next(book.events())
    answer = desk.get(f"/events/{found.event.id}")
    assert re.fullmatch(rf"/documents/{found.at.document}\?at=\d+#target", answer.headers["location"])


def test_a_finding_is_confirmed_and_undone(own_desk: Browser, own_mill: Path) -> None:
    with casebook.open(own_mill, write=False) as book:
        found = next(book.events())
    address, version = f"/events/{found.event.id}/decide", found.at.version
    assert own_desk.decide(address, what="confirm", version=version) == 303
    assert "✓" in own_desk.get("/timeline").text or "confirmed" in own_desk.get("/timeline").text
    # Somebody who saw the earlier version decides nothing.
    assert own_desk.decide(address, what="reject", version=version) == 409
    assert own_desk.decide(address, what="undo", version=version + 1) == 303
