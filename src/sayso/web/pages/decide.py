"""What people decide with the buttons of the pages: signed, logged, and each with its way back."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.casebook import Case, StoredStatement
from sayso.errors import ConflictError, UsageError
from sayso.model.claim import Stance
from sayso.model.span import Span
from sayso.web.desk import back_to, desk_of, field_of, number_of
from sayso.web.pages.claim import seen_of
from sayso.web.pages.reading import address_of

_WORDS: Mapping[str, str] = {"confirm": "right", "reject": "wrong", "hold": "not to be told yet"}


def statement(request: Request) -> Response:
    """A statement is right, wrong or can't be told; or the last decision about it is taken back.

    The form holds the version that was seen: what somebody else decided since is shown beside it, and nothing is done.
    """
    desk, id, what = desk_of(request), request.path_params["id"], field_of(request, "what")
    seen = number_of(request, "version")
    with desk.writing() as book:
        found = book.item(id)
        if not isinstance(found, StoredStatement):
            raise UsageError(f"{id!r} is no statement.")
        try:
            match what:
                case "confirm":
                    book.judging.confirm(id, made_on=seen)
                case "reject":
                    book.judging.reject(id, made_on=seen)
                case "hold":
                    book.judging.hold(id, made_on=seen)
                case "undo":
                    if found.at.version != seen:
                        raise ConflictError(f"Somebody has decided about {id} since you loaded the page.")
                    book.judging.undo(id)
                case _:
                    raise UsageError(f"Nothing here is called {what!r}.")
        except ConflictError as conflict:
            made = book.judging.judgements(found.statement.id)
            values: Mapping[str, object] = {
                "why": str(conflict),
                "found": found,
                "yours": _WORDS.get(what, "undo"),
                "theirs": made[-1] if made else None,
                "address": address_of(found),
            }
            return desk.page(request, "conflict.html", 409, **values)
    if what in ("reject", "undo"):
        desk.weigh_soon()
    return back_to(address_of(found))


def claim(request: Request) -> Response:
    """A claim is right, or one of its passages is elsewhere at home, stands otherwise, has another origin."""
    desk, id, what = desk_of(request), request.path_params["id"], field_of(request, "what")
    with desk.writing() as book:
        ledger = book.ledger
        shown = book.claim(id)
        if field_of(request, "seen") != seen_of(shown):
            raise ConflictError("This claim has changed since you loaded the page. Go back, load it anew, look again.")
        plain = (shown.claim.document, shown.claim.span)
        match what:
            case "confirm":
                ledger.confirm(id)
            case "hold":
                ledger.hold(id)
            case "split":
                ledger.split(id, number_of(request, "passage"))
            case "stance":
                ledger.set_stance(id, number_of(request, "passage"), _stance(field_of(request, "stance")))
            case "same-origin":
                ledger.same_origin(id, number_of(request, "first"), number_of(request, "second"))
            case "other-origin":
                ledger.other_origin(id, number_of(request, "first"), number_of(request, "second"))
            case "undo":
                ledger.undo(number_of(request, "decision"))
            case _:
                raise UsageError(f"Nothing here is called {what!r}.")
        now = _now(book, id, plain)
    return back_to(f"/claims/{now}" if now else "/claims")


def _now(book: Case, id: str, plain: tuple[str, Span]) -> str | None:
    """The id of a claim after it was weighed anew: its own, or that of the claim that holds its words."""
    try:
        return book.claim(id).claim.id
    except UsageError:
        holding = (
            found.claim.id
            for found in book.claims()
            if any((p.position.document, p.position.span) == plain for p in found.positions)
        )
        return next(holding, None)


def people(request: Request) -> Response:
    """Two are one, two, or can't be told; or a decision is taken back."""
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
            case "undo":
                book.undo(number_of(request, "decision"))
            case _:
                raise UsageError(f"Nothing here is called {what!r}.")
        there = {row.person.id for row in book.people()}
    return back_to(f"/people/{first}" if first in there else "/people")


def _stance(given: str) -> Stance:
    try:
        return Stance(given)
    except ValueError:
        raise UsageError(f"There is no stance {given!r}; there are {', '.join(Stance)}.") from None


routes: list[Route] = [
    Route("/statements/{id}/decide", statement, methods=["POST"]),
    Route("/claims/{id}/decide", claim, methods=["POST"]),
    Route("/people/decide", people, methods=["POST"]),
]
"""What this module answers."""
