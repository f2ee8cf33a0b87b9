"""What happened when, on whose word."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.errors import UsageError
from sayso.model.event import EventKind, EventStatus
from sayso.web.desk import desk_of, part_of


def timeline(request: Request) -> Response:
    """The chronology, narrowed down by the parameters of the address."""
    desk, part = desk_of(request), part_of(request, "person", "kind", "status", "source")
    wanted = part.others
    with desk.reading() as book:
        found = book.timeline(
            part.asked,
            person=wanted.get("person"),
            kind=_kind(wanted.get("kind")),
            status=_status(wanted.get("status")),
            source=wanted.get("source"),
        )
    shown = found[part.offset : part.offset + part.limit]
    return desk.page(request, "timeline.html", part=part, found=shown, **part.pages(len(found)))


def _kind(given: str | None) -> EventKind | None:
    try:
        return EventKind(given) if given else None
    except ValueError:
        raise UsageError(f"There is no kind {given!r}; there are {', '.join(EventKind)}.") from None


def _status(given: str | None) -> EventStatus | None:
    try:
        return EventStatus(given) if given else None
    except ValueError:
        raise UsageError(f"There is no status {given!r}; there are {', '.join(EventStatus)}.") from None


routes: list[Route] = [
    Route("/timeline", timeline, methods=["GET"]),
]
"""What this module answers."""
