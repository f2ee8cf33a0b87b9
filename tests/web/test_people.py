"""A person's page: contacts, what is said by and about, names and where; split, renamed, and that undone."""

from pathlib import Path

from sayso import casebook
from tests.web.conftest import HERE, Browser


def person(case: Path, name: str) -> str:
    with casebook.open(case, write=False) as book:
        return book.person(name).person.id


def test_the_page_says_who_it_is(desk: Browser, mill: Path) -> None:
    page = " ".join(desk.get(f"/people/{person(mill, 'Greta Halloran')}").text.split())
    for heading in ("Contacts", "Says", "Said about this person", "Names it goes by", "Appears in", "Who is who"):
        assert f"<h2>{heading}</h2>" in page
    assert "<strong>Bram Teague</strong> · 1 independent voice" in page
    assert "<strong>Halloran</strong>" in page


def test_what_is_said_about_somebody_is_said_by_others(desk: Browser, mill: Path) -> None:
    with casebook.open(mill, write=False) as book:
        id = book.person("Bram Teague").person.id
        documents = {document for document, _ in book.members(id)}
        about = list(book.statements_about(id, documents))
    assert about
    assert all("Teague" in found.context for found in about)
    assert all(found.speaker != "Bram Teague" for found in about)


def test_one_is_split_and_that_undone(own_desk: Browser, own_mill: Path) -> None:
    id = person(own_mill, "Greta Halloran")
    with casebook.open(own_mill, write=False) as book:
        members, before = list(book.members(id)), book.count("people")
    assert len(members) > 1
    fields = {"token": own_desk.known.form, "first": id, "what": "split", "member": members[0][1].id}
    assert own_desk.send_form("/people/decide", fields, {"origin": HERE}).status_code == 303
    with casebook.open(own_mill, write=False) as book:
        assert book.count("people") == before + 1
        rest = book.person_of(*_key(members[1])).person.id
        [made] = book.decisions_about(rest)
    page = own_desk.get(f"/people/{rest}").text
    assert "says Ana" in page
    assert own_desk.decide("/people/decide", what="undo", first=rest, decision=made.id) == 303
    with casebook.open(own_mill, write=False) as book:
        assert book.count("people") == before


def _key(member: tuple[str, object]) -> tuple[str, str]:
    document, entity = member
    return document, str(getattr(entity, "id"))  # noqa: B009


def test_one_is_renamed(own_desk: Browser, own_mill: Path) -> None:
    id = person(own_mill, "Greta Halloran")
    assert own_desk.decide("/people/decide", what="rename", first=id, name="Margarete Halloran") == 303
    assert "<h1>Margarete Halloran</h1>" in own_desk.get(f"/people/{id}").text


def test_the_list_can_be_of_one_kind(desk: Browser) -> None:
    page = desk.get("/people", params={"kind": "person"}).text
    assert "Greta Halloran" in page
    assert '<td data-name="What">organization</td>' not in page
