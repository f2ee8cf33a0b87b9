"""Full text over all of the case."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.casebook import Case
from sayso.errors import UsageError
from sayso.web.desk import Part, desk_of, part_of

_HITS = 20
_AROUND = 70
_PLACES = 3


def search(request: Request) -> Response:
    """Full text over documents and statements."""
    desk, part = desk_of(request), part_of(request)
    if not part.asked:
        return desk.page(request, "search.html", part=part, hits=[], said=[], **part.pages(0))
    with desk.reading() as book:
        hits = []
        for hit in book.search(part.asked, limit=_HITS, offset=part.offset):
            places = [
                (
                    s.start,
                    hit.text[max(0, s.start - _AROUND) : s.start],
                    s.of(hit.text),
                    hit.text[s.end : s.end + _AROUND],
                )
                for s in hit.spans[:_PLACES]
            ]
            hits.append((hit.document, places, len(hit.spans)))
        said = _statements(book, part.asked) if not part.offset else []
        there = book.count("documents", part.asked)
    part = Part(part.asked, _HITS, part.offset, {})
    return desk.page(request, "search.html", part=part, hits=hits, said=said, **part.pages(there))


def _statements(book: Case, asked: str) -> list[object]:
    """Statements that the query finds; none where it asks for what only documents have."""
    try:
        return list(book.statements(asked, limit=_HITS))
    except UsageError:
        return []


routes: list[Route] = [
    Route("/search", search, methods=["GET"]),
]
"""What this module answers."""
