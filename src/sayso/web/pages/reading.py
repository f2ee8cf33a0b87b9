"""The reading screen: a document's text with what was found in it."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sayso.casebook import StoredStatement
from sayso.errors import UsageError
from sayso.web.desk import desk_of
from sayso.web.passages import paragraphs, section_at, sections


def document(request: Request) -> Response:
    """The reading view: the text with its attributions marked, and what is understood of them beside it.

    `at` is a place in the text (code points) that is to be on the page.
    """
    desk = desk_of(request)
    given = request.query_params.get("at", "0")
    at = int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0
    with desk.reading() as book:
        stored = book.document(request.path_params["id"])
        found = list(book.statements_in(stored.document.id))
        held = book.judging.held()
    text = stored.document.text.characters
    parts = sections(text)
    number = section_at(parts, at)
    shown = paragraphs(text, parts[number], found)
    return desk.page(
        request,
        "document.html",
        stored=stored,
        known=stored.document.metadata,
        paragraphs=shown,
        target=next((p.start for p in reversed(shown) if p.start <= at), None) if at else None,
        statements=len(found),
        held=held,
        starts=[part[0].start for part in parts if part],
        number=number,
        page_of=stored.document.text.page_of,
        spans=parts[number],
    )


def statement(request: Request) -> Response:
    """A statement is shown in its document."""
    with desk_of(request).reading() as book:
        item = book.item(request.path_params["id"])
    if not isinstance(item, StoredStatement):
        raise UsageError(f"{request.path_params['id']!r} is no statement.")
    return RedirectResponse(address_of(item), 303)


def address_of(found: StoredStatement) -> str:
    """Where a statement is to be read."""
    at = found.statement.attribution.span.start if found.at.anchored else 0
    return f"/documents/{found.at.document}?at={at}#{found.statement.id}"


routes: list[Route] = [
    Route("/documents/{id}", document, methods=["GET"]),
    Route("/statements/{id}", statement, methods=["GET"]),
]
"""What this module answers."""
