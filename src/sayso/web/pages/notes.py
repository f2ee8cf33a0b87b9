"""Notes and tags: all there are, written and taken back from the page of any item."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sayso.casebook import (
    Case,
    Item,
    StoredCitation,
    StoredClaim,
    StoredDate,
    StoredDocument,
    StoredEntity,
    StoredEvent,
    StoredGap,
    StoredPerson,
    StoredStatement,
)
from sayso.errors import UsageError
from sayso.web.desk import back_to, desk_of, field_of, number_of, part_of


def notes(request: Request) -> Response:
    """All notes, the latest first, and the tags in use."""
    desk, part = desk_of(request), part_of(request)
    with desk.reading() as book:
        found = book.notes.every(limit=part.limit + 1, offset=part.offset)
        return desk.page(
            request,
            "notes_list.html",
            part=part,
            found=found[: part.limit],
            tags=book.notes.tags(),
            more=len(found) > part.limit,
        )


def add(request: Request) -> Response:
    """Keep a note, a tag, or both, beside an item."""
    desk, item = desk_of(request), field_of(request, "item")
    text, tag = field_of(request, "text"), field_of(request, "tag")
    if not (text or tag):
        raise UsageError("Write a note or a tag, then keep it.")
    with desk.writing() as book:
        if text:
            book.notes.add(item, text.replace("\r\n", "\n"))
        if tag:
            book.notes.tag(item, tag)
    return back_to(_back(request))


def undo(request: Request) -> Response:
    """Take a note or tag back."""
    with desk_of(request).writing() as book:
        book.notes.undo(number_of(request, "note"))
    return back_to(_back(request))


def _back(request: Request) -> str:
    """The page that the form was on; nothing but a path of the desk."""
    path = field_of(request, "back").lstrip("/\\")
    return f"/{path}#notes"


def beside(request: Request) -> Response:
    """The notes beside one item, with a form to write more."""
    desk = desk_of(request)
    with desk.reading() as book:
        found = book.item(request.path_params["id"])
        id, words = _told(found)
        return desk.page(
            request,
            "item_notes.html",
            item=id,
            words=words,
            address=address_of(book, id),
            notes=book.notes.of(id),
            tags=list(book.notes.tags()),
        )


def _told(found: Item) -> tuple[str, str]:
    """The id of an item, and some words to know it by."""
    match found:
        case StoredDocument():
            return found.document.id, found.document.metadata.title or found.name
        case StoredClaim():
            return found.claim.id, found.claim.text
        case StoredPerson():
            return found.person.id, found.person.name
        case StoredStatement():
            return found.statement.id, found.context or found.content
        case StoredEvent():
            return found.event.id, found.words
        case StoredGap():
            return found.gap.id, found.context or found.words
        case StoredEntity():
            return found.entity.id, found.entity.name
        case StoredDate() | StoredCitation():
            return found.id, found.context or found.words


def item(request: Request) -> Response:
    """Wherever an item (its id, or how it begins) is shown."""
    with desk_of(request).reading() as book:
        return RedirectResponse(address_of(book, request.path_params["id"]), 303)


def address_of(book: Case, id: str) -> str:
    """The page that shows an item; raises `UsageError` if there is none."""
    found = book.item(id)
    match found:
        case StoredDocument():
            return f"/documents/{found.document.id}"
        case StoredClaim():
            return f"/claims/{found.claim.id}"
        case StoredPerson():
            return f"/people/{found.person.id}"
        case StoredStatement():
            return f"/statements/{found.statement.id}"
        case StoredEvent():
            return f"/documents/{found.at.document}?at={found.event.evidence.start}#target"
        case StoredGap():
            return f"/documents/{found.at.document}?at={found.gap.span.start}#target"
        case StoredDate():
            return f"/documents/{found.at.document}?at={found.date.span.start}#target"
        case StoredCitation():
            return f"/documents/{found.at.document}?at={found.citation.span.start}#target"
        case StoredEntity():
            return f"/people/{book.person_of(found.document, found.entity.id).person.id}"


routes: list[Route] = [
    Route("/notes", notes, methods=["GET"]),
    Route("/notes/add", add, methods=["POST"]),
    Route("/notes/undo", undo, methods=["POST"]),
    Route("/items/{id}", item, methods=["GET"]),
    Route("/items/{id}/notes", beside, methods=["GET"]),
]
"""What this module answers."""
