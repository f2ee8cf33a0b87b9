"""The desk, gaps, search, notes, drafts, the memo and the log: what they show, and what their forms do."""

import re
import time
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from sayso import casebook
from sayso.casebook import Case, DraftSentence
from sayso.model.span import Span
from sayso.settings import Settings
from tests.web.conftest import HERE, Browser


def test_the_desk_tells_what_others_did_since_the_last_visit(
    own_desk: Browser, own_mill: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with casebook.open(own_mill, Settings(signer="Ana")) as book:
        book.visit()
        assert book.visit().seen is None
    monkeypatch.setattr("sayso.store.desk_rows._AWAY", timedelta(seconds=-1))
    with casebook.open(own_mill, Settings(signer="Bo")) as book:
        book.judging.confirm(next(book.statements()).statement.id)
    page = own_desk.get("/").text
    assert "Since you were here" in page
    assert "confirmed</a> <span" in page
    assert "by Bo" in page


def test_an_empty_case_offers_the_demo(tmp_path: Path) -> None:
    from sayso.web.security import Secrets

    casebook.open(tmp_path / "new.sayso", create=True).close()
    page = Browser(tmp_path / "new.sayso", Secrets()).opened().get("/").text
    assert 'action="/documents/add-demo"' in page
    assert 'href="/documents/adding"' in page


def test_the_demo_belongs_in_an_empty_case(own_desk: Browser) -> None:
    assert own_desk.decide("/documents/add-demo") == 400


def test_gaps_are_narrowed_down_and_decided(own_desk: Browser, own_mill: Path) -> None:
    with casebook.open(own_mill, write=False) as book:
        gap = next(book.gaps())
    id, kind = gap.gap.id, gap.gap.kind.value
    assert id in own_desk.get("/gaps", params={"kind": kind}).text
    assert id not in own_desk.get("/gaps", params={"kind": kind, "state": "confirmed"}).text
    assert own_desk.decide(f"/gaps/{id}/decide", what="confirm", version=gap.at.version, back="?kind=" + kind) == 303
    assert id in own_desk.get("/gaps", params={"kind": kind, "state": "confirmed"}).text
    assert own_desk.decide(f"/gaps/{id}/decide", what="reject", version=gap.at.version) == 409
    assert own_desk.decide(f"/gaps/{id}/decide", what="undo", version=gap.at.version + 1) == 303
    assert id not in own_desk.get("/gaps", params={"state": "confirmed"}).text


def test_the_log_takes_decisions_of_every_kind_back(own_desk: Browser, own_mill: Path) -> None:
    with casebook.open(own_mill, Settings(signer="Bo")) as book:
        document = next(book.documents()).id
        before = (book.count("people"), next(book.documents()).metadata.publisher)
        first, second = [row.person.id for row in book.people("kind:person", limit=2)]
        book.merge(first, second)
        book.ledger.hold(next(book.claims()).claim.id)
        book.correct(document, "publisher", "Nobody")
        book.notes.tag(document, "odd")
        book.judging.confirm(next(book.statements()).statement.id)
    for _ in range(5):
        row = re.findall(r'name="row" value="(\d+)"', own_desk.get("/log").text)[0]
        assert own_desk.decide("/log/undo", row=row) == 303
    with casebook.open(own_mill, write=False) as book:
        assert (book.count("people"), next(book.documents()).metadata.publisher) == before
        assert not book.notes.every()
        assert not book.count("statements", "state:confirmed")
    # What is taken back can't be again.
    assert 'name="row"' not in own_desk.get("/log").text
    assert own_desk.decide("/log/undo", row=row) == 400
    assert own_desk.decide("/log/undo", row=999_999) == 400


def test_notes_are_written_and_taken_back_on_pages(own_desk: Browser, own_mill: Path) -> None:
    with casebook.open(own_mill, write=False) as book:
        claim = next(book.claims()).claim.id
    page = f"/items/{claim}/notes"
    assert own_desk.decide("/notes/add", item=claim, text="Call <b>her</b>", tag="urgent", back=page) == 303
    shown = own_desk.get(page).text
    assert "Call &lt;b&gt;her&lt;/b&gt;" in shown
    assert "urgent" in own_desk.get("/notes").text
    for number in re.findall(r'name="note" value="(\d+)"', shown):
        assert own_desk.decide("/notes/undo", note=number, back="//elsewhere.example") == 303
    assert "urgent" not in own_desk.get(page).text


def test_a_form_leads_back_to_the_desk_alone(own_desk: Browser, own_mill: Path) -> None:
    with casebook.open(own_mill, write=False) as book:
        id = next(book.documents()).id
    fields = {"token": own_desk.known.form, "item": id, "text": "x", "back": "//elsewhere.example/"}
    answer = own_desk.send_form("/notes/add", fields, {"origin": HERE})
    assert answer.headers["location"] == "/elsewhere.example/#notes"


def test_search_finds_in_everything_and_searches_are_kept(own_desk: Browser) -> None:
    page = own_desk.get("/search", params={"q": "solvent"}).text
    for heading in ("Documents", "Statements", "Claims"):
        assert f"<h2>{heading}" in page
    # A field that documents don't have: only the others are shown.
    page = own_desk.get("/search", params={"q": "speaker:Renn"}).text
    assert "<h2>Documents" not in page
    assert "<h2>Statements" in page
    assert own_desk.get("/search", params={"q": "colour:red"}).status_code == 400
    assert own_desk.decide("/search/keep", q="speaker:Renn", name="Renn's words") == 303
    page = own_desk.get("/search").text
    assert "/search?q=speaker%3ARenn" in page
    assert own_desk.decide("/search/keep", forget="Renn's words") == 303
    assert "speaker%3ARenn" not in own_desk.get("/search").text


# (typed, one of the completions)
TYPED = [
    ("spea", "speaker:"),
    ("sluice act:d", "sluice act:deny"),
    ("-act:den", "-act:deny"),
    ("speaker:Ren", 'speaker:"Tobias Renn"'),
    ('title:x outlet:"The We', 'title:x outlet:"The Weir Herald"'),
    ("Tob", '"Tobias Renn"'),
]


@pytest.mark.parametrize(("typed", "completed"), TYPED)
def test_queries_are_completed(own_desk: Browser, own_mill: Path, typed: str, completed: str) -> None:
    desk = own_desk
    with casebook.open(own_mill) as book:
        book.correct(next(book.documents("doc:herald.txt")).id, "publisher", "The Weir Herald")
    assert completed in desk.get("/api/complete", params={"q": typed}).json()["completions"]


@pytest.mark.parametrize("typed", ["", " ", "colour:r", "speaker:", '"'])
def test_what_can_not_be_completed(desk: Browser, typed: str) -> None:
    assert desk.get("/api/complete", params={"q": typed}).json() == {"completions": []}


def test_a_draft_is_checked_behind_the_page(own_desk: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def draft(_: Case, path: str) -> Sequence[DraftSentence]:
        seen.append(Path(path).read_text(encoding="utf-8"))
        return [DraftSentence(Span(0, 9), "It <rained>.", (), ())]

    monkeypatch.setattr(Case, "draft", draft)
    answer = own_desk.post(
        f"/drafts/check?token={own_desk.known.form}",
        files=[("none", b"")],
        data={"text": "It <rained>.\r\n", "name": "Rain"},
        headers={"origin": HERE},
    )
    address = answer.headers["location"]
    for _ in range(100):
        if not own_desk.get(f"{address}/state").json()["busy"]:
            break
        time.sleep(0.05)
    page = own_desk.get(address).text
    assert "It &lt;rained&gt;." in page
    assert "Nothing found in the case." in page
    assert seen == ["It <rained>.\n"]
    download = own_desk.get(f"{address}/download")
    assert download.headers["content-disposition"].startswith("attachment")
    assert own_desk.get("/drafts/000000000000").status_code == 400


def test_claims_are_picked_and_put_in_order_for_the_memo(desk: Browser, mill: Path) -> None:
    with casebook.open(mill, write=False) as book:
        first, second = list(book.claims("repeated:yes", limit=2))
    ids = [second.claim.id, first.claim.id]
    page = desk.get("/memo", params={"claim": ids}).text
    picked = page[page.index("In the memo") : page.index("Claims to pick from")]
    assert picked.index(ids[0]) < picked.index(ids[1])
    [up] = re.findall(r'<a href="([^"]+)">up</a>', picked)
    assert re.findall("claim=(k[0-9a-f]+)", up) == ids[::-1]
    preview = desk.get("/memo/preview", params={"claim": ids, "title": "The <mill>"}).text
    assert "The &lt;mill&gt;" in preview
    assert 'id="n1"' in preview
    for form, begins in (("md", b"# "), ("html", b"<!DOCTYPE"), ("docx", b"PK")):
        answer = desk.get("/memo/download", params={"claim": ids, "format": form})
        assert answer.content.startswith(begins)
        assert "attachment" in answer.headers["content-disposition"]
    assert desk.get("/memo/download", params={"format": "exe"}).status_code == 400
