"""Who is in the case."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.web.desk import desk_of, part_of


def people(request: Request) -> Response:
    """People, organisations, public bodies and places, most mentioned first."""
    desk, part = desk_of(request), part_of(request)
    with desk.reading() as book:
        found = list(book.people(part.asked, limit=part.limit, offset=part.offset))
        return desk.page(request, "people.html", part=part, found=found, **part.pages(book.count("people", part.asked)))


routes: list[Route] = [
    Route("/people", people, methods=["GET"]),
]
"""What this module answers."""
