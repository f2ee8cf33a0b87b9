"""Notes and tags: all there are, written and taken back from the page of any item."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sayso.casebook import (
    Case,
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
]
"""What this module answers."""
