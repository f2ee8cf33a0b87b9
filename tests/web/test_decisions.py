"""What people decide in the browser: signed, undone again, and refused where somebody else was first."""

import re
from pathlib import Path

from sayso import casebook
from sayso.casebook import StoredClaim, StoredStatement
from sayso.settings import Settings
from tests.web.conftest import Browser


def a_statement(case: Path, id: str | None = None) -> StoredStatement:
    with casebook.open(case, write=False) as book:
        item = book.item(id) if id else next(book.statements("speaker:Renn"))
    assert isinstance(item, StoredStatement)
    return item


def a_claim(case: Path) -> StoredClaim:
    with casebook.open(case, write=False) as book:
        return next(book.claims("status:disputed"))


def seen(browser: Browser, claim: str) -> str:
    [found] = set(re.findall(r'name="seen" value="(\w+)"', browser.get(f"/claims/{claim}").text))
    return str(found)


def test_a_statement_is_confirmed_and_that_undone(own_desk: Browser, own_mill: Path) -> None:
    found = a_statement(own_mill)
    id = found.statement.id
    assert own_desk.decide(f"/statements/{id}/decide", what="confirm", version=found.at.version) == 303
    confirmed = a_statement(own_mill, id)
    assert confirmed.at.state == "confirmed"
    page = own_desk.get(f"/documents/{found.at.document}").text
    assert '<span class="state confirmed">' in page
    assert 'value="undo"' in page
    assert own_desk.decide(f"/statements/{id}/decide", what="undo", version=confirmed.at.version) == 303
    assert a_statement(own_mill, id).at.state == "suggested"
    with casebook.open(own_mill, write=False) as book:
        assert [row.by for row in book.log(2)] == ["Ana", "Ana"]


def test_a_statement_can_be_held(own_desk: Browser, own_mill: Path) -> None:
    found = a_statement(own_mill)
    own_desk.decide(f"/statements/{found.statement.id}/decide", what="hold", version=found.at.version)
    assert "on hold" in own_desk.get(f"/documents/{found.at.document}").text


def test_what_somebody_else_decided_is_shown_beside(own_desk: Browser, own_mill: Path) -> None:
    found = a_statement(own_mill)
    id = found.statement.id
    with casebook.open(own_mill, Settings(signer="Bo")) as book:
        book.judging.confirm(id)
    fields = {"token": own_desk.known.form, "what": "reject", "version": str(found.at.version)}
    answer = own_desk.send_form(f"/statements/{id}/decide", fields, {"origin": "http://127.0.0.1:8712"})
    assert answer.status_code == 409
    assert "wrong" in answer.text
    assert "Bo" in answer.text
    assert "confirm" in answer.text
    assert a_statement(own_mill, id).at.state == "confirmed"


def test_a_form_without_a_version_decides_nothing(own_desk: Browser, own_mill: Path) -> None:
    found = a_statement(own_mill)
    assert own_desk.decide(f"/statements/{found.statement.id}/decide", what="confirm") == 400
    assert own_desk.decide(f"/statements/{found.statement.id}/decide", what="burn", version=found.at.version) == 400
    assert a_statement(own_mill, found.statement.id).at.state == "suggested"


def test_what_is_rejected_bears_on_no_claim(own_mill: Path) -> None:
    from sayso.web.security import Secrets

    with Browser(own_mill, Secrets()).opened() as browser:
        with casebook.open(own_mill, write=False) as book:
            claim = next(book.claims("status:disputed"))
            id = next(p.position.statement for p in claim.positions if p.position.statement)
        found = a_statement(own_mill, id)
        assert browser.decide(f"/statements/{id}/decide", what="reject", version=found.at.version) == 303
    # The desk is closed: everything is weighed.
    with casebook.open(own_mill, write=False) as book:
        assert not list(book.claims(f"statement:{id}"))


def test_a_claim_is_confirmed_and_that_undone(own_desk: Browser, own_mill: Path) -> None:
    found = a_claim(own_mill)
    claim, told = found.claim.id, {p.position.proposition for p in found.positions}
    assert own_desk.decide(f"/claims/{claim}/decide", what="confirm", seen=seen(own_desk, claim)) == 303
    confirmed = a_claim(own_mill)
    # All that was seen; what joins the claim since nobody has confirmed.
    assert {p.position.proposition for p in confirmed.positions if p.position.confirmed} == told
    page = own_desk.get(f"/claims/{confirmed.claim.id}").text
    [decision] = re.findall(r'name="decision" value="(\d+)"', page)
    token = seen(own_desk, confirmed.claim.id)
    assert own_desk.decide(f"/claims/{confirmed.claim.id}/decide", what="undo", decision=decision, seen=token) == 303
    assert not any(p.position.confirmed for p in a_claim(own_mill).positions)


def test_a_stance_is_set(own_desk: Browser, own_mill: Path) -> None:
    found = a_claim(own_mill)
    claim = found.claim.id
    token = seen(own_desk, claim)
    number = next(n for n, p in enumerate(found.positions, 1) if p.position.stance == "supports")
    fields: dict[str, str | int] = {"what": "stance", "passage": number, "stance": "reports", "seen": token}
    assert own_desk.decide(f"/claims/{claim}/decide", **fields) == 303
    # The claim is another now: the same form decides nothing more.
    assert own_desk.decide(f"/claims/{a_claim(own_mill).claim.id}/decide", **fields) == 409


def test_decisions_about_people_are_undone(own_desk: Browser, own_mill: Path) -> None:
    with casebook.open(own_mill, write=False) as book:
        first, second = [row.person.id for row in book.people("kind:person", limit=2)]
        before = book.count("people")
    assert own_desk.decide("/people/decide", what="merge", first=first, second=second) == 303
    with casebook.open(own_mill, write=False) as book:
        assert book.count("people") == before - 1
        decision = book.decisions()[-1].id
    assert own_desk.decide("/people/decide", what="undo", first=first, decision=decision) == 303
    with casebook.open(own_mill, write=False) as book:
        assert book.count("people") == before
