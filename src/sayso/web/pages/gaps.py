"""What is missing."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.web.desk import desk_of, part_of


def gaps(request: Request) -> Response:
    """What is missing."""
    desk, part = desk_of(request), part_of(request)
    with desk.reading() as book:
        found = list(book.gaps(part.asked, limit=part.limit, offset=part.offset))
        return desk.page(request, "gaps.html", part=part, found=found, **part.pages(book.count("gaps", part.asked)))


routes: list[Route] = [
    Route("/gaps", gaps, methods=["GET"]),
]
"""What this module answers."""
