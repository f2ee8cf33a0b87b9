"""The lists as JSON, below /api/: the rows that `--json` of the command line gives, a part at a time."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sayso.export.claims_contract import claim_json
from sayso.export.contract import Json
from sayso.export.listing import document_row, event_row, gap_row, log_row, person_row, statement_row, suggestion_row
from sayso.web.desk import Part, desk_of, part_of


def documents(request: Request) -> Response:
    """Documents by date of publication."""
    part = part_of(request)
    with desk_of(request).reading() as book:
        rows = [document_row(row) for row in book.documents(part.asked, limit=part.limit, offset=part.offset)]
        return _answer(part, rows, book.count("documents", part.asked))


def statements(request: Request) -> Response:
    """Statements in the order of documents."""
    part = part_of(request)
    with desk_of(request).reading() as book:
        rows = [statement_row(row) for row in book.statements(part.asked, limit=part.limit, offset=part.offset)]
        return _answer(part, rows, book.count("statements", part.asked))


def claims(request: Request) -> Response:
    """Claims, what needs a person first."""
    part = part_of(request)
    with desk_of(request).reading() as book:
        rows = [claim_json(row) for row in book.claims(part.asked, limit=part.limit, offset=part.offset)]
        return _answer(part, rows, book.count("claims", part.asked))


def events(request: Request) -> Response:
    """Events by date, each with what it rests on."""
    part = part_of(request)
    with desk_of(request).reading() as book:
        found = list(book.events(part.asked, limit=part.limit, offset=part.offset))
        rows = [event_row(told) for told in book.on_whose_word(found)]
        return _answer(part, rows, book.count("events", part.asked))


def people(request: Request) -> Response:
    """Entities of the case, most mentioned first."""
    part = part_of(request)
    with desk_of(request).reading() as book:
        rows = [person_row(row) for row in book.people(part.asked, limit=part.limit, offset=part.offset)]
        return _answer(part, rows, book.count("people", part.asked))


def pairs(request: Request) -> Response:
    """Entities of the case that may be one, best first."""
    part = part_of(request)
    with desk_of(request).reading() as book:
        rows = [suggestion_row(row) for row in book.suggestions(limit=part.limit, offset=part.offset)]
        return _answer(part, rows, None)


def gaps(request: Request) -> Response:
    """What is missing, in the order of documents."""
    part = part_of(request)
    with desk_of(request).reading() as book:
        rows = [gap_row(row) for row in book.gaps(part.asked, limit=part.limit, offset=part.offset)]
        return _answer(part, rows, book.count("gaps", part.asked))


def log(request: Request) -> Response:
    """Who decided what, latest first."""
    part = part_of(request)
    with desk_of(request).reading() as book:
        rows = [log_row(row) for row in book.log(part.offset + part.limit)][part.offset :]
        return _answer(part, rows, None)


def _answer(part: Part, rows: Sequence[Json], there: int | None) -> Response:
    """`there` counts all rows of the list, `null` where that is not known."""
    return JSONResponse({"rows": rows, "offset": part.offset, "limit": part.limit, "there": there})


routes: list[Route] = [
    Route(f"/api/{answer.__name__}", answer, methods=["GET"])
    for answer in (documents, statements, claims, events, people, pairs, gaps, log)
]
"""What this module answers."""
