"""Who is in the case."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.casebook import Told
from sayso.web.desk import desk_of, part_of

_SAID = 30
_CONTACTS = 30
_PAIRS = 10


def people(request: Request) -> Response:
    """People, organisations, public bodies and places, most mentioned first."""
    desk, part = desk_of(request), part_of(request)
    with desk.reading() as book:
        found = list(book.people(part.asked, limit=part.limit, offset=part.offset))
        return desk.page(request, "people.html", part=part, found=found, **part.pages(book.count("people", part.asked)))


def person(request: Request) -> Response:
    """One person or body: contacts, what it says, and who may be the same."""
    desk, part = desk_of(request), part_of(request)
    with desk.reading() as book:
        found = book.person(request.path_params["id"])
        id = found.person.id
        told = book.timeline(f"person:{id}")
        said = list(book.statements(f"person:{id}", limit=_SAID, offset=part.offset))
        there = book.count("statements", f"person:{id}")
        maybe = list(book.suggestions(id, limit=_PAIRS))
        members = {document for document, _ in found.person.members}
        named_in = [row for row in book.documents() if row.id in members]
        last = next((d for d in reversed(book.decisions()) if d.undoes is None), None)
    return desk.page(
        request,
        "person.html",
        found=found,
        person=found.person,
        contacts=_contacts(told, {found.person.name, *found.person.aliases})[:_CONTACTS],
        said=said,
        there=there,
        maybe=maybe,
        named_in=named_in,
        last=last,
    )


def _contacts(told: Sequence[Told], own: set[str]) -> Sequence[tuple[str, Sequence[Told]]]:
    """Everybody who takes part beside this one, with the events, those with most events first."""
    mine = {name.casefold() for name in own}
    beside: dict[str, list[Told]] = {}
    for entry in told:
        for name in dict.fromkeys(entry.event.participants):
            if name.casefold() not in mine:
                beside.setdefault(name, []).append(entry)
    return sorted(beside.items(), key=lambda pair: (-len(pair[1]), pair[0]))


routes: list[Route] = [
    Route("/people", people, methods=["GET"]),
    Route("/people/{id}", person, methods=["GET"]),
]
"""What this module answers."""
