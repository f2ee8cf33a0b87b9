"""How much there is, and what needs a person first."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.casebook import StoredClaim
from sayso.model.claim import OriginKind, Stance
from sayso.model.gap import GapKind
from sayso.web.desk import desk_of

_URGENT = (
    ("disputed", "status:disputed repeated:yes"),
    ("retracted", "status:retracted repeated:yes"),
)
_SHOWN = 5
_LOOKED_AT = 500
"""Claims of one origin, most urgent first, among which those of an unnamed one are looked for."""


def home(request: Request) -> Response:
    """How much there is, and what needs a person first."""
    desk = desk_of(request)
    with desk.reading() as book:
        urgent = [
            (name, query, book.count("claims", query), list(book.claims(query, limit=_SHOWN)))
            for name, query in _URGENT
        ]
        alone = [c for c in book.claims("status:single-source repeated:yes", limit=_LOOKED_AT) if _is_unnamed(c)]
        urgent.append(("on one unnamed source", "status:single-source repeated:yes", len(alone), alone[:_SHOWN]))
        pairs = list(book.suggestions(limit=_SHOWN))
        kinds = ((kind, book.count("gaps", f"kind:{kind.value}")) for kind in GapKind)
        return desk.page(
            request,
            "home.html",
            counts=book.counts(),
            urgent=urgent,
            pairs=[pair for pair in pairs if not pair.suggestion.held],
            problems=book.problems(),
            gaps=[(kind, number) for kind, number in kinds if number],
        )


def _is_unnamed(found: StoredClaim) -> bool:
    """Whether everything that supports a claim goes back to somebody without a name."""
    origins = [origin for origin in found.claim.origins if origin.stance is Stance.SUPPORTS]
    return bool(origins) and all(origin.kind is OriginKind.UNNAMED for origin in origins)


routes: list[Route] = [
    Route("/", home, methods=["GET"]),
]
"""What this module answers."""
