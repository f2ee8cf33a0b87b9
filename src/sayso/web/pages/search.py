"""Search in all that the case holds, with searches that people keep."""

from collections.abc import Callable, Iterable, Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.casebook import Case, Hit
from sayso.errors import QueryError
from sayso.web.desk import Part, back_to, desk_of, field_of, part_of

_HITS = 10
_FEW = 6
"""Of what is no document so many are shown."""
_AROUND = 70
"""Code points of the text around a hit."""
_PLACES = 3


def search(request: Request) -> Response:
    """Documents with the words in their context; then statements, claims, events, people, notes."""
    desk, asked = desk_of(request), part_of(request)
    part = Part(asked.asked, _HITS, asked.offset, {})
    with desk.reading() as book:
        kept = book.notes.searches()
        if not part.asked:
            return desk.page(request, "search.html", part=part, hits=[], others=[], kept=kept, **part.pages(0))
        there, hits, why = 0, [], None
        try:
            there = book.count("documents", part.asked)
            hits = [_hit(hit) for hit in book.search(part.asked, limit=_HITS, offset=part.offset)]
        except QueryError as error:
            why = error
        others = _others(book, part.asked) if not part.offset else []
        if why is not None and not others:
            raise why
        return desk.page(request, "search.html", part=part, hits=hits, others=others, kept=kept, **part.pages(there))


def _hit(hit: Hit) -> tuple[object, Sequence[tuple[int, str, str, str]], int]:
    """A document, the places where the words stand in it, how many there are."""
    text = hit.text
    places = [
        (s.start, text[max(0, s.start - _AROUND) : s.start], s.of(text), text[s.end : s.end + _AROUND])
        for s in hit.spans[:_PLACES]
    ]
    return hit.document, places, len(hit.spans)


def _others(book: Case, asked: str) -> list[tuple[str, Sequence[object], bool]]:
    """What else the query finds, where its fields are known: (what, the first rows, whether there are more)."""
    found: list[tuple[str, Sequence[object], bool]] = []
    for table, rows in (
        ("statements", lambda: book.statements(asked, limit=_FEW + 1)),
        ("claims", lambda: book.claims(asked, limit=_FEW + 1)),
        ("events", lambda: book.events(asked, limit=_FEW + 1)),
        ("people", lambda: book.people(asked, limit=_FEW + 1)),
        ("gaps", lambda: book.gaps(asked, limit=_FEW + 1)),
    ):
        first = _known(rows)
        if first:
            found.append((table, first[:_FEW], len(first) > _FEW))
    return found


def _known(rows: Callable[[], Iterable[object]]) -> Sequence[object]:
    try:
        return list(rows())
    except QueryError:
        return ()


def keep(request: Request) -> Response:
    """Keep a search under a name, or keep it no longer."""
    desk, query = desk_of(request), field_of(request, "q")
    with desk.writing() as book:
        if forgotten := field_of(request, "forget"):
            book.notes.forget_search(forgotten)
        else:
            book.notes.save_search(field_of(request, "name") or query, query)
    return back_to(f"/search{Part(query, _HITS, 0, {}).address(0)}" if query else "/search")


routes: list[Route] = [
    Route("/search", search, methods=["GET"]),
    Route("/search/keep", keep, methods=["POST"]),
]
"""What this module answers."""
