"""The documents of the case: found by facets, copies together, added, corrected and taken out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.casebook import Facets
from sayso.errors import UsageError
from sayso.model.document import Metadata
from sayso.web.desk import Part, back_to, desk_of, field_of, number_of, part_of
from sayso.web.downloads import attachment

_OUTLETS, _YEARS = 12, 40
"""Of facets so many are shown at once; the others behind a click."""
_MOST_TOLD = 200
"""Of files that could not be read so many are told."""
_KINDS: Mapping[str, str] = {
    "text/plain": "text",
    "text/html": "web page",
    "application/pdf": "PDF",
    "message/rfc822": "mail",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
}


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow the list down, how many documents there are, and the address of the list with it or without."""

    name: str
    number: int
    address: str
    chosen: bool


def documents(request: Request) -> Response:
    """Documents by date, each group of copies in one row."""
    desk, part = desk_of(request), part_of(request, "all")
    asked = part.asked if part.others.get("all") else f"({part.asked}) copy:no" if part.asked else "copy:no"
    with desk.reading() as book:
        found = list(book.documents(asked, limit=part.limit, offset=part.offset))
        there = desk.remembered.count(book, "documents", asked)
        every = there if part.others.get("all") else desk.remembered.count(book, "documents", part.asked)
        return desk.page(
            request,
            "documents.html",
            part=part,
            found=found,
            every=every,
            copies=book.copies_beside([row.id for row in found]) if "all" not in part.others else {},
            facets=_facets(desk.remembered.facets(book), part),
            beside=book.notes.beside([row.id for row in found]),
            unread=[problem for problem in book.problems() if problem.unread][:_MOST_TOLD],
            **part.pages(there),
        )


def _facets(held: Facets, part: Part) -> Sequence[tuple[str, Sequence[Facet], Sequence[Facet]]]:
    """The facets by kind: those that are shown at once, and the others."""
    outlets = [
        _facet(part, f'outlet:"{name}"' if name else "outlet:unknown", name, n) for name, n in held.outlets.items()
    ]
    years = [_facet(part, f"published:{y}" if y else "published:unknown", y, n) for y, n in held.years.items()]
    kinds = [_facet(part, f'type:"{kind}"', _KINDS.get(kind, kind), n) for kind, n in held.kinds.items()]
    named = (("Outlet", outlets, _OUTLETS), ("Year", years, _YEARS), ("Kind", kinds, _YEARS))
    return [(name, made[:most], made[most:]) for name, made, most in named if len(made) > 1]


def _facet(part: Part, query: str, name: str | None, number: int) -> Facet:
    words = part.asked.split(query) if query in part.asked else None
    wanted = " ".join(" ".join(words).split()) if words is not None else f"{part.asked} {query}".strip()
    asked = {"q": wanted, **part.others}
    return Facet(name or "not known", number, "?" + urlencode({k: v for k, v in asked.items() if v}), words is not None)


def about(request: Request) -> Response:
    """What is known about one document as a thing published, to be corrected; where it lies; a way to take it out."""
    desk = desk_of(request)
    with desk.reading() as book:
        stored = book.document(request.path_params["id"])
        id = stored.document.id
        return desk.page(
            request,
            "document_about.html",
            stored=stored,
            known=stored.document.metadata,
            decided=book.judging.judgements(id),
            notes=book.notes.of(id),
            item=id,
        )


def correct(request: Request) -> Response:
    """Set what a person knows better; all that differs from what was shown, each signed and logged by itself."""
    desk, id = desk_of(request), request.path_params["id"]
    version = number_of(request, "version")
    with desk.writing() as book:
        stored = book.document(id)
        for field, now in _correctable(stored.document.metadata).items():
            given = field_of(request, field)
            if given != now:
                book.correct(stored.document.id, field, given or None, made_on=version)
                version += 1
    desk.weigh_soon()
    return back_to(f"/documents/{stored.document.id}/about")


def _correctable(known: Metadata) -> Mapping[str, str]:
    """What can be corrected here, as the form has it."""
    return {
        "title": known.title or "",
        "publisher": known.publisher or "",
        "authors": "; ".join(known.authors),
        "published": known.published.edtf if known.published else "",
    }


def remove(request: Request) -> Response:
    """Take a document out of the case; its bytes stay, and adding its file by name brings it back."""
    desk, id = desk_of(request), request.path_params["id"]
    if field_of(request, "sure") != "yes":
        raise UsageError("Say that you mean it: tick the box beside the button.")
    with desk.writing() as book:
        book.remove(book.document(id).document.id)
    return back_to("/documents")


def original(request: Request) -> Response:
    """The bytes that a document was read from, as a file to keep; never shown in the browser."""
    with desk_of(request).reading() as book:
        stored = book.document(request.path_params["id"])
        data = book.original(stored.document.id)
    return attachment(data, stored.name.rsplit("/", 1)[-1])


routes: list[Route] = [
    Route("/documents", documents, methods=["GET"]),
    Route("/documents/{id}/about", about, methods=["GET"]),
    Route("/documents/{id}/original", original, methods=["GET"]),
    Route("/documents/{id}/correct", correct, methods=["POST"]),
    Route("/documents/{id}/remove", remove, methods=["POST"]),
]
"""What this module answers."""
