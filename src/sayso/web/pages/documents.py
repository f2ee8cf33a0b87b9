"""The documents of the case."""

from collections import defaultdict
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.casebook import Case
from sayso.web.desk import desk_of, part_of


def documents(request: Request) -> Response:
    """Documents by date, copies of each other named beside each."""
    desk, part = desk_of(request), part_of(request)
    with desk.reading() as book:
        found = list(book.documents(part.asked, limit=part.limit, offset=part.offset))
        there = book.count("documents", part.asked)
        return desk.page(request, "documents.html", part=part, found=found, copies=_copies(book), **part.pages(there))


def _copies(book: Case) -> Mapping[str, object]:
    """For each document (id) those that are nearly the same, with their names and why."""
    copies = book.copies()
    if not copies:
        return {}
    names = {row.id: row.name for row in book.documents()}
    beside: dict[str, list[tuple[str, str, str, str]]] = defaultdict(list)
    for copy in copies:
        for one, other in ((copy.first, copy.second), (copy.second, copy.first)):
            tells = {other: "copy of", one: "copied by"}.get(copy.original or "", "nearly the same as")
            beside[one].append((other, names.get(other, other), tells, copy.reason))
    return beside


routes: list[Route] = [
    Route("/documents", documents, methods=["GET"]),
]
"""What this module answers."""
