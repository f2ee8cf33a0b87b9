"""The claims of the case."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.web.desk import Part, desk_of, part_of


def claims(request: Request) -> Response:
    """Claims, what needs a person first."""
    desk, part = desk_of(request), part_of(request, "all")
    asked = _narrowed(part)
    with desk.reading() as book:
        found = list(book.claims(asked, limit=part.limit, offset=part.offset))
        there = desk.remembered.count(book, "claims", asked)
        every = there or desk.remembered.count(book, "claims", part.asked)
        return desk.page(request, "claims.html", part=part, found=found, every=every, **part.pages(there))


def _narrowed(part: Part) -> str:
    if part.others.get("all"):
        return part.asked
    return f"({part.asked}) repeated:yes" if part.asked else "repeated:yes"


routes: list[Route] = [
    Route("/claims", claims, methods=["GET"]),
]
"""What this module answers."""
