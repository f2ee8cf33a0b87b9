"""The case as JSON, below /api/: lists, single items, decisions. One table makes the routes and the description."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

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
    Table,
)
from sayso.export.claims_contract import claim_json
from sayso.export.contract import Json, document_json
from sayso.export.listing import (
    document_row,
    event_row,
    gap_row,
    log_row,
    note_row,
    person_row,
    statement_row,
    suggestion_row,
)
from sayso.web.api_decisions import DECISIONS
from sayso.web.completion import completions
from sayso.web.desk import Desk, Part, desk_of, part_of
from sayso.web.openapi import description
from sayso.web.operations import Operation, Parameter, answered
from sayso.web.pages.adding import progress_json

_ASKED = Parameter("q", "A query (docs/query.md); without it, everything.")
_PART = (
    Parameter("limit", "So many rows at most: 50, and never more than 1,000.", "integer"),
    Parameter("offset", "After so many rows.", "integer"),
)


@dataclass(frozen=True, slots=True)
class _List:
    """A list: how its rows are read and counted. `there` is `None` where counting takes longer than reading."""

    name: str
    says: str
    rows: Callable[[Case, Part], Iterable[Mapping[str, Json]]]
    there: Callable[[Desk, Case, Part], int | None]
    asks: bool = True

    def answer(self, request: Request) -> Response:
        """A part of it."""
        desk, part = desk_of(request), part_of(request)
        with desk.reading() as book:
            rows: Sequence[Json] = list(self.rows(book, part))
            there = self.there(desk, book, part)
        return answered({"rows": rows, "offset": part.offset, "limit": part.limit, "there": there})

    def operation(self) -> Operation:
        """Its place in the table."""
        asked = (_ASKED,) if self.asks else ()
        return Operation(f"/api/{self.name}", f"list_{self.name}", self.says, self.answer, "Rows", (*asked, *_PART))


def _counted(table: Table) -> Callable[[Desk, Case, Part], int | None]:
    return lambda desk, book, part: desk.remembered.count(book, table, part.asked)


def _events(book: Case, part: Part) -> Iterable[Mapping[str, Json]]:
    found = list(book.events(part.asked, limit=part.limit, offset=part.offset))
    return [event_row(told) for told in book.on_whose_word(found)]


_LISTS = (
    _List(
        "documents",
        "Documents by date of publication.",
        lambda book, p: map(document_row, book.documents(p.asked, limit=p.limit, offset=p.offset)),
        _counted("documents"),
    ),
    _List(
        "statements",
        "Statements in the order of documents.",
        lambda book, p: map(statement_row, book.statements(p.asked, limit=p.limit, offset=p.offset)),
        _counted("statements"),
    ),
    _List(
        "claims",
        "Claims, what needs a person first.",
        lambda book, p: map(claim_json, book.claims(p.asked, limit=p.limit, offset=p.offset)),
        _counted("claims"),
    ),
    _List("events", "Events by date, each with what it rests on.", _events, _counted("events")),
    _List(
        "people",
        "People, bodies and places, most mentioned first.",
        lambda book, p: map(person_row, book.people(p.asked, limit=p.limit, offset=p.offset)),
        _counted("people"),
    ),
    _List(
        "gaps",
        "What is missing, in the order of documents.",
        lambda book, p: map(gap_row, book.gaps(p.asked, limit=p.limit, offset=p.offset)),
        _counted("gaps"),
    ),
    _List(
        "pairs",
        "Entities of the case that may be one, best first.",
        lambda book, p: map(suggestion_row, book.suggestions(limit=p.limit, offset=p.offset)),
        lambda desk, book, p: None,
        asks=False,
    ),
    _List(
        "notes",
        "Notes and tags, the latest first.",
        lambda book, p: map(note_row, book.notes.every(limit=p.limit, offset=p.offset)),
        lambda desk, book, p: None,
        asks=False,
    ),
    _List(
        "log",
        "Who decided what, latest first.",
        lambda book, p: map(log_row, book.log_part(limit=p.limit, offset=p.offset)),
        lambda desk, book, p: book.log_length(),
        asks=False,
    ),
)


def item(request: Request) -> Response:
    """One item with its notes."""
    with desk_of(request).reading() as book:
        found = book.item(request.path_params["id"])
        kind, row = _row(book, found)
        notes: Sequence[Json] = [note_row(note) for note in book.notes.of(request.path_params["id"])]
    return answered({"kind": kind, "item": row, "notes": notes})


def _row(book: Case, found: Item) -> tuple[str, Mapping[str, Json]]:
    """What an item is, and its row."""
    match found:
        case StoredDocument():
            made = document_json(found.document, book.findings(found.document.id), found.problems)
            return "document", {**made, "version": found.version}
        case StoredStatement():
            return "statement", {**statement_row(found), "version": found.at.version}
        case StoredClaim():
            return "claim", claim_json(found)
        case StoredEvent():
            [told] = book.on_whose_word([found])
            return "event", {**event_row(told), "version": found.at.version}
        case StoredGap():
            return "gap", {**gap_row(found), "version": found.at.version}
        case StoredPerson():
            return "person", person_row(found)
        case StoredDate() | StoredCitation():
            kind = "date" if isinstance(found, StoredDate) else "citation"
            return kind, {"id": found.id, "words": found.words, "context": found.context, "version": found.at.version}
        case StoredEntity():
            person = book.person_of(found.document, found.entity.id)
            return "entity", {"id": found.entity.id, "name": found.entity.name, "person": person.person.id}


def counts(request: Request) -> Response:
    """How much there is."""
    desk = desk_of(request)
    with desk.reading() as book:
        held = desk.remembered.counts(book)
    return answered({name: getattr(held, name) for name in held.__dataclass_fields__})


def progress(request: Request) -> Response:
    """How far whoever adds documents is."""
    desk = desk_of(request)
    with desk.reading() as book:
        return answered(progress_json(desk.adding.state if desk.adding.busy else None, book))


def complete(request: Request) -> Response:
    """How a query may go on."""
    with desk_of(request).reading() as book:
        return answered({"completions": list(completions(book, request.query_params.get("q", "")))})


def token(request: Request) -> Response:
    """What forms must hold."""
    return answered({"token": desk_of(request).form_token})


def openapi(request: Request) -> Response:
    """The description of all this."""
    return answered(description(OPERATIONS))


OPERATIONS: Sequence[Operation] = (
    *(one.operation() for one in _LISTS),
    Operation("/api/items/{id}", "item", "One item, by its id or how that begins, with its notes.", item, "Item"),
    Operation("/api/counts", "counts", "How much there is.", counts, "Counts"),
    Operation("/api/progress", "progress", "How far a program is that adds documents.", progress, "Progress"),
    Operation(
        "/api/complete",
        "complete",
        "How a query may go on.",
        complete,
        "Completions",
        (Parameter("q", "So far typed."),),
    ),
    Operation("/api/token", "token", "What each form must hold in its field `token`.", token, "Token"),
    *DECISIONS,
    Operation("/api/openapi.json", "openapi", "This description (OpenAPI 3.1).", openapi, "Description"),
)
routes = [operation.route() for operation in OPERATIONS]
"""What this module answers."""
