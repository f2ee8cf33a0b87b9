"""What is missing: blacked-out words, refusals, withheld names, records and people that are not in the case."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.casebook import StoredGap
from sayso.errors import ConflictError, UsageError
from sayso.model.gap import GapKind
from sayso.web.desk import back_to, desk_of, field_of, number_of, part_of

_STATES = ("suggested", "confirmed", "rejected")


def gaps(request: Request) -> Response:
    """Gaps in the order of documents, narrowed down by kind, by what people decided, and to what can still be read."""
    desk, part = desk_of(request), part_of(request, "kind", "state", "recoverable")
    asked = " ".join(
        filter(None, [f"({part.asked})" if part.asked else "", *(f"{k}:{v}" for k, v in part.others.items())])
    )
    with desk.reading() as book:
        found = list(book.gaps(asked, limit=part.limit, offset=part.offset))
        kinds = book.gap_kinds()
        return desk.page(
            request,
            "gaps.html",
            part=part,
            found=found,
            kinds=[(kind, kinds[kind.value]) for kind in GapKind if kind.value in kinds],
            states=_STATES,
            held=book.judging.held(),
            beside=book.notes.beside([one.gap.id for one in found]),
            **part.pages(desk.remembered.count(book, "gaps", asked)),
        )


def decide(request: Request) -> Response:
    """A gap is one, is none, or can't be told; or the last decision about it is taken back."""
    desk, id, what = desk_of(request), request.path_params["id"], field_of(request, "what")
    seen = number_of(request, "version")
    with desk.writing() as book:
        found = book.item(id)
        if not isinstance(found, StoredGap):
            raise UsageError(f"{id!r} is no gap.")
        match what:
            case "confirm":
                book.judging.confirm(id, made_on=seen)
            case "reject":
                book.judging.reject(id, made_on=seen)
            case "hold":
                book.judging.hold(id, made_on=seen)
            case "undo":
                if found.at.version != seen:
                    raise ConflictError(f"Somebody has decided about {id} since you loaded the page. Look again first.")
                book.judging.undo(id)
            case _:
                raise UsageError(f"Nothing here is called {what!r}.")
    desk.weigh_soon()
    back = field_of(request, "back").lstrip("/\\?")
    return back_to(f"/gaps?{back}#{found.gap.id}")


routes: list[Route] = [
    Route("/gaps", gaps, methods=["GET"]),
    Route("/gaps/{id}/decide", decide, methods=["POST"]),
]
"""What this module answers."""
