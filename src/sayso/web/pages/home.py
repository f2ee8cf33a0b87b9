"""The desk itself: how far reading is, what needs a person first, what is new since the last visit."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.casebook import Case, Change, StoredClaim
from sayso.model.claim import OriginKind, Stance
from sayso.model.gap import GapKind
from sayso.web.desk import Desk, desk_of

_SHOWN = 5
_LOOKED_AT = 60
"""Claims of one origin, most urgent first, among which those of an unnamed one are looked for."""
_ALONE = "status:single-source repeated:yes"
_URGENT = (
    ("are disputed", "status:disputed repeated:yes"),
    ("are retracted", "status:retracted repeated:yes"),
)


def home(request: Request) -> Response:
    """How much there is, and what needs a person first."""
    desk = desk_of(request)
    with desk.reading() as book:
        if not book.count("documents") and not desk.adding.busy:
            return desk.page(request, "empty.html", reading=book.reading(), problems=book.problems()[:_SHOWN])
        problems = book.problems()
        kinds = book.gap_kinds()
        urgent = [
            (name, query, desk.remembered.count(book, "claims", query), list(book.claims(query, limit=_SHOWN)))
            for name, query in _URGENT
        ]
        alone = [c for c in book.claims(_ALONE, limit=_LOOKED_AT) if _is_unnamed(c)]
        urgent.append(("rest on one source without a name, and are repeated", _ALONE, len(alone), alone[:_SHOWN]))
        return desk.page(
            request,
            "home.html",
            counts=desk.remembered.counts(book),
            urgent=[one for one in urgent if one[2]],
            pairs=[pair for pair in book.suggestions(limit=_SHOWN) if not pair.suggestion.held],
            unread=[problem for problem in problems if problem.unread],
            partly=sum(not problem.unread for problem in problems),
            gaps=[(kind, kinds[kind.value]) for kind in GapKind if kind.value in kinds],
            adding=desk.adding.state if desk.adding.busy else None,
            elsewhere=None if desk.adding.busy else book.reading(),
            since=_since(desk, book),
        )


def _since(desk: Desk, book: Case) -> tuple[object, Sequence[Change]] | None:
    """When whoever is here was here before, and what was done since; `None` for somebody new."""
    visit = desk.visits.now()
    if visit is None or visit.seen is None:
        return None
    return visit.at, book.changes(visit.seen)


def _is_unnamed(found: StoredClaim) -> bool:
    """Whether everything that supports a claim goes back to somebody without a name."""
    origins = [origin for origin in found.claim.origins if origin.stance is Stance.SUPPORTS]
    return bool(origins) and all(origin.kind is OriginKind.UNNAMED for origin in origins)


routes: list[Route] = [
    Route("/", home, methods=["GET"]),
]
"""What this module answers."""
