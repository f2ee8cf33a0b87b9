"""The reading screen: a document's text with what was found in it, and its pages as they were printed."""

from collections.abc import Mapping, Sequence

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sayso.casebook import Case, StoredDocument, StoredStatement
from sayso.errors import UnreadableError, UsageError
from sayso.model.entity import EntityKind
from sayso.model.findings import Findings
from sayso.model.span import Span
from sayso.model.statement import Act
from sayso.web.desk import desk_of
from sayso.web.layers import layers
from sayso.web.passages import leaves, paragraphs, section_at, sections
from sayso.web.sheets import sheet

_PDF = "application/pdf"
_HEADERS = ("From", "To", "Cc", "Bcc", "Date", "Subject", "Reply-To")
"""Of a mail these are shown at once; the others behind a click."""


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
        findings = book.findings(stored.document.id, statements=False)
        held = book.judging.held()
    text = stored.document.text
    parts = sections(text.characters)
    number = section_at(parts, at)
    here = _hull(parts[number])
    over = layers(text, findings, here)
    near = [s for s in found if s.at.anchored and s.statement.attribution.span.overlaps(here)]
    shown = paragraphs(text, parts[number], near, over)
    printed = stored.document.media_type == _PDF and text.layout is not None
    return desk.page(
        request,
        "document.html",
        stored=stored,
        known=stored.document.metadata,
        leaves=[
            (leaf, sheet(text, leaf.page, near, over) if printed and leaf.first and leaf.page is not None else None)
            for leaf in leaves(shown)
        ],
        target=next((p.start for p in reversed(shown) if p.start <= at), None) if at else None,
        statements=len(found),
        held=held,
        starts=[part[0].start for part in parts if part],
        number=number,
        printed=printed,
        headers=_headers(stored),
        names=_names(findings),
        acts=tuple(Act),
    )


def _hull(spans: Sequence[Span]) -> Span:
    return Span(spans[0].start, spans[-1].end) if spans else Span(0, 0)


def _names(findings: Findings) -> Sequence[str]:
    """Who can have said something: those that the document names."""
    return sorted({entity.name for entity in findings.entities if entity.kind is not EntityKind.PLACE})


def _headers(stored: StoredDocument) -> tuple[Sequence[tuple[str, str]], Sequence[tuple[str, str]]]:
    """The headers of a mail: those that everybody reads, and the others."""
    every = stored.document.metadata.headers
    first = [pair for name in _HEADERS for pair in every if pair[0].casefold() == name.casefold()]
    return first, [pair for pair in every if pair not in first]


def statement(request: Request) -> Response:
    """A statement is shown in its document."""
    with desk_of(request).reading() as book:
        item = _statement(book, request)
    return RedirectResponse(address_of(item), 303)


def card(request: Request) -> Response:
    """A statement as it stands in the margin, by itself, for a page that has just changed it."""
    desk = desk_of(request)
    with desk.reading() as book:
        return desk.page(request, "card.html", **card_of(book, _statement(book, request)))


def card_of(book: Case, found: StoredStatement) -> Mapping[str, object]:
    """What the card of a statement needs."""
    return {"found": found, "held": book.judging.held(), "acts": tuple(Act), "conflict": ""}


def _statement(book: Case, request: Request) -> StoredStatement:
    item = book.item(request.path_params["id"])
    if not isinstance(item, StoredStatement):
        raise UsageError(f"{request.path_params['id']!r} is no statement.")
    return item


def address_of(found: StoredStatement) -> str:
    """Where a statement is to be read."""
    at = found.statement.attribution.span.start if found.at.anchored else 0
    return f"/documents/{found.at.document}?at={at}#{found.statement.id}"


def page(request: Request) -> Response:
    """One page as it was printed, large, with the same marks."""
    desk, number = desk_of(request), request.path_params["number"]
    with desk.reading() as book:
        stored = book.document(request.path_params["id"])
        found = list(book.statements_in(stored.document.id))
        findings = book.findings(stored.document.id)
    text = stored.document.text
    words = text.layout.words if text.layout else ()
    here = [word.span for word in words if word.page == number]
    over = layers(text, findings, Span(here[0].start, here[-1].end)) if here else ()
    made = sheet(text, number, found, over) if stored.document.media_type == _PDF else None
    if made is None or text.layout is None:
        raise UsageError(f"{stored.name} has no page {number}.")
    return desk.page(
        request,
        "sheet.html",
        stored=stored,
        known=stored.document.metadata,
        sheet=made,
        number=number,
        pages=len(text.layout.pages),
        starts_at=here[0].start if here else 0,
    )


def picture(request: Request) -> Response:
    """The picture of a page."""
    desk, number = desk_of(request), request.path_params["number"]
    with desk.reading() as book:
        stored = book.document(request.path_params["id"])
        if stored.document.media_type != _PDF:
            raise UsageError(f"{stored.name} has no printed pages.")
        try:
            drawn = desk.pictures.picture(stored.document.id, number, lambda: book.original(stored.document.id))
        except UnreadableError as error:
            raise UsageError(str(error)) from error
    return Response(drawn, media_type="image/png")


routes: list[Route] = [
    Route("/documents/{id}", document, methods=["GET"]),
    Route("/documents/{id}/pages/{number:int}.png", picture, methods=["GET"]),
    Route("/documents/{id}/pages/{number:int}", page, methods=["GET"]),
    Route("/statements/{id}", statement, methods=["GET"]),
    Route("/statements/{id}/card", card, methods=["GET"]),
]
"""What this module answers."""
