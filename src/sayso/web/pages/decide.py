"""What people decide with the buttons of the pages: signed, logged, and each with its way back."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sayso.casebook import Case, Identity, StoredDocument, StoredEvent, StoredStatement
from sayso.errors import ConflictError, UsageError
from sayso.model.decision import ClaimDecision
from sayso.model.identity import IdentityKind
from sayso.model.judgement import Judgement
from sayso.web.correcting import correct
from sayso.web.desk import back_to, desk_of, field_of, fields_of, form_of, number_of, wants_part
from sayso.web.pages.claim import claim_of
from sayso.web.pages.reading import address_of, card_of
from sayso.web.wording import DECIDED

_WORDS: Mapping[str, str] = {
    "confirm": "right",
    "reject": "wrong",
    "hold": "not to be told yet",
    "correct": "corrected",
}


def statement(request: Request) -> Response:
    """A statement is right, wrong, can't be told or is corrected; or the last decision about it is taken back.

    The form holds the version that was seen: what somebody else decided since is shown beside it, and nothing is done.
    """
    desk, id, what = desk_of(request), request.path_params["id"], field_of(request, "what")
    seen = number_of(request, "version")
    with desk.writing() as book:
        found = _statement(book, id)
        try:
            _decide(book, request, found, what, seen)
        except ConflictError as conflict:
            return _conflict(request, book, found, what, str(conflict))
        now = _statement(book, id)
        part = desk.page(request, "card.html", **card_of(book, now)) if wants_part(request) else None
    if what in ("reject", "undo", "correct"):
        desk.weigh_soon()
    return part or back_to(address_of(now))


def _decide(book: Case, request: Request, found: StoredStatement, what: str, seen: int) -> None:
    id = found.statement.id
    match what:
        case "confirm":
            book.judging.confirm(id, made_on=seen)
        case "reject":
            book.judging.reject(id, made_on=seen)
        case "hold":
            book.judging.hold(id, made_on=seen)
        case "correct":
            correct(book, found, form_of(request), seen)
        case "undo":
            if found.at.version != seen:
                raise ConflictError(f"Somebody has decided about {id} since you loaded the page.")
            book.judging.undo(id)
        case _:
            raise UsageError(f"Nothing here is called {what!r}.")


def _statement(book: Case, id: str) -> StoredStatement:
    found = book.item(id)
    if not isinstance(found, StoredStatement):
        raise UsageError(f"{id!r} is no statement.")
    return found


def _conflict(request: Request, book: Case, found: StoredStatement, what: str, why: str) -> Response:
    """Both decisions side by side; as a card, where the page asked for that."""
    desk, made = desk_of(request), book.judging.judgements(found.statement.id)
    theirs = made[-1] if made else None
    if wants_part(request):
        values = {**card_of(book, found), "conflict": why}
        return desk.page(request, "card.html", 409, **values)
    return desk.page(
        request,
        "conflict.html",
        409,
        why=why,
        found=found,
        yours=_WORDS.get(what, "undo"),
        theirs=theirs,
        address=address_of(found),
    )


def people(request: Request) -> Response:
    """Two are one, two, or can't be told; one is two, or called otherwise; or a decision is taken back."""
    desk, what = desk_of(request), field_of(request, "what")
    first, second = field_of(request, "first"), field_of(request, "second")
    with desk.writing() as book:
        match what:
            case "merge":
                book.merge(first, second)
            case "apart":
                book.keep_apart(first, second)
            case "hold":
                book.hold(first, second)
            case "split":
                book.split(first, [member for member in fields_of(request, "member") if member])
            case "rename":
                book.rename(first, field_of(request, "name"))
            case "undo":
                book.undo(number_of(request, "decision"))
            case _:
                raise UsageError(f"Nothing here is called {what!r}.")
        there = {row.person.id for row in book.people()}
    return back_to(f"/people/{first}" if first in there else "/people")


def undo(request: Request) -> Response:
    """Take back the last thing that this person decided, of whatever kind, and show where. Again: the one before."""
    desk = desk_of(request)
    with desk.writing() as book:
        undone = book.undo_last()
        address = _place(book, undone)
    if isinstance(undone, Judgement):
        desk.weigh_soon()
    said = f"Taken back: {DECIDED[undone.kind]}." if undone else "There is nothing of yours to take back."
    if wants_part(request):
        about = undone.item if isinstance(undone, Judgement) else ""
        return JSONResponse({"said": said, "address": address, "item": about, "undone": undone is not None})
    return back_to(address)


def _place(book: Case, undone: Judgement | Identity | ClaimDecision | None) -> str:
    """Where that which a decision was about is to be seen."""
    match undone:
        case Judgement():
            return _place_of_item(book, undone.item)
        case Identity() if undone.kind in (IdentityKind.SAME_EVENT, IdentityKind.APART_EVENTS):
            return "/timeline"
        case Identity():
            members = {anchor.document for side in undone.sides for anchor in side}
            named = {anchor.name for side in undone.sides for anchor in side}
            there = (p.person for p in book.people() if {d for d, _ in p.person.members} & members)
            person = next((p for p in there if named & {p.name, *p.aliases}), None)
            return f"/people/{person.id}" if person else "/people"
        case ClaimDecision():
            claim = claim_of(book, [(p.document, p.span) for p in undone.passages])
            return f"/claims/{claim}" if claim else "/claims"
    return "/log"


def _place_of_item(book: Case, id: str) -> str:
    match book.item(id):
        case StoredStatement() as found:
            return address_of(found)
        case StoredDocument() as stored:
            return f"/documents/{stored.document.id}"
        case StoredEvent() as event:
            return f"/documents/{event.at.document}?at={event.event.evidence.start}#target"
    return "/log"


routes: list[Route] = [
    Route("/statements/{id}/decide", statement, methods=["POST"]),
    Route("/people/decide", people, methods=["POST"]),
    Route("/undo", undo, methods=["POST"]),
]
"""What this module answers."""
