"""The API: its description is valid, each operation that it lists answers as it says, decisions take effect."""

from collections.abc import Mapping
from pathlib import Path
from typing import cast

import pytest

from sayso import casebook
from sayso.casebook import StoredStatement
from sayso.web.api import OPERATIONS
from sayso.web.openapi import description
from tests.web.conftest import HERE, Browser

GET = [one for one in OPERATIONS if one.method == "GET"]
Described = Mapping[str, Mapping[str, Mapping[str, object]]]


def send(browser: Browser, address: str, **fields: str | int) -> tuple[int, Mapping[str, object]]:
    answer = browser.send_form(address, {"token": browser.known.form, **fields}, {"origin": HERE})
    return answer.status_code, answer.json()


def test_the_description_is_valid_openapi(desk: Browser) -> None:
    validator = pytest.importorskip("openapi_spec_validator")
    described = desk.get("/api/openapi.json").json()
    validator.validate(described)
    assert described["openapi"] == "3.1.0"
    assert described["paths"].keys() == {one.path for one in OPERATIONS}


def test_every_operation_that_asks_answers_as_described(desk: Browser, mill: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    described = cast(Described, description(OPERATIONS))
    with casebook.open(mill, write=False) as book:
        ids = [next(book.documents()).id, next(book.claims()).claim.id, next(book.statements()).statement.id]
        ids += [next(book.people()).person.id, next(book.events()).event.id]
    for one in GET:
        for id in ids if "{id}" in one.path else ids[:1]:
            answer = desk.get(one.path.replace("{id}", id), params={"limit": "2"})
            assert answer.status_code == 200, one.path
            jsonschema.validate(answer.json(), described["components"]["schemas"][one.gives])


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/claims?q=colour:red", 400),
        ("/api/items/k000000000000", 400),
        ("/api/nothing", 404),
        ("/api/people?limit=many", 400),
    ],
)
def test_mistakes_have_one_shape(desk: Browser, address: str, status: int) -> None:
    answer = desk.get(address)
    assert answer.status_code == status
    assert answer.json().keys() == {"error"}


def test_every_decision_wants_the_token(desk: Browser) -> None:
    for one in OPERATIONS:
        if one.method == "POST":
            answer = desk.send_form(one.path.replace("{id}", "x"), {"token": "wrong"}, {"origin": HERE})
            assert answer.status_code == 403
            assert answer.json().keys() == {"error"}


def test_a_finding_is_decided_and_that_taken_back_by_the_log(own_desk: Browser, own_mill: Path) -> None:
    assert own_desk.get("/api/token").json() == {"token": own_desk.known.form}
    with casebook.open(own_mill, write=False) as book:
        found = next(book.statements("speaker:Renn"))
    id = found.statement.id
    seen = own_desk.get(f"/api/items/{id}").json()["item"]["version"]
    status, said = send(own_desk, f"/api/findings/{id}/decide", what="confirm", version=seen)
    assert (status, list(said)) == (200, ["decision"])
    # The version has changed: the same decision again is refused.
    status, said = send(own_desk, f"/api/findings/{id}/decide", what="reject", version=seen)
    assert status == 409
    row = own_desk.get("/api/log", params={"limit": "1"}).json()["rows"][0]
    assert send(own_desk, "/api/log/undo", row=row["seq"])[0] == 200
    with casebook.open(own_mill, write=False) as book:
        item = book.item(id)
    assert isinstance(item, StoredStatement)
    assert item.at.state == "suggested"
    assert send(own_desk, "/api/log/undo", row=row["seq"])[0] == 400


def test_documents_are_corrected_and_noted(own_desk: Browser, own_mill: Path) -> None:
    with casebook.open(own_mill, write=False) as book:
        row = next(book.documents())
    address = f"/api/documents/{row.id}/correct"
    status, _ = send(own_desk, address, field="publisher", value="The Weir", version=row.version)
    assert status == 200
    status, said = send(own_desk, address, field="title", value="X", version=row.version)
    assert status == 409
    assert "was to be 'X'" in str(said["error"])
    assert send(own_desk, "/api/notes/add", item=row.id, kind="tag", text="key")[0] == 200
    found = own_desk.get("/api/documents", params={"q": "tag:key"}).json()
    assert [one["publisher"] for one in found["rows"]] == ["The Weir"]
    assert found["there"] == 1


def test_parts_of_lists_make_the_whole(desk: Browser) -> None:
    whole = desk.get("/api/statements").json()
    parts = [
        row["id"]
        for offset in range(0, whole["there"], 3)
        for row in desk.get("/api/statements", params={"limit": "3", "offset": str(offset)}).json()["rows"]
    ]
    assert parts == [row["id"] for row in whole["rows"]]
