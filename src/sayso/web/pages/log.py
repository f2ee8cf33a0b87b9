"""Who decided what."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.web.desk import desk_of, part_of


def log(request: Request) -> Response:
    """Who decided what, latest first."""
    desk, part = desk_of(request), part_of(request)
    with desk.reading() as book:
        rows = list(book.log(part.offset + part.limit + 1))
        sound = book.verify_log() if not part.offset else None
    shown = rows[part.offset : part.offset + part.limit]
    return desk.page(request, "log.html", found=shown, broken=sound, part=part, **part.pages(len(rows)))


routes: list[Route] = [
    Route("/log", log, methods=["GET"]),
]
"""What this module answers."""
