"""One claim with everything that bears on it, and what people decide about it."""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.casebook import Case, StoredClaim, StoredGap, StoredPosition
from sayso.errors import ConflictError, UsageError
from sayso.model.claim import Conflict, Link, Stance
from sayso.model.decision import ClaimDecision, ClaimDecisionKind
from sayso.model.span import Span
from sayso.web.desk import back_to, desk_of, field_of, number_of
from sayso.web.origin_graph import drawing

_LIKE = 8
"""Claims that are offered to be joined with this one."""


def claim(request: Request) -> Response:
    """One claim with everything that bears on it; `like` looks for others that are the same."""
    desk = desk_of(request)
    like = request.query_params.get("like", "").strip()
    with desk.reading() as book:
        found = book.claim(request.path_params["id"])
        items = [book.item(id) for id in found.claim.gaps]
        decided = _last_decision(book, found)
        others = [c for c in book.claims(like, limit=_LIKE + 1) if c.claim.id != found.claim.id] if like else []
    numbered = list(enumerate(found.positions, 1))
    names = {p.position.document: p.name for p in found.positions} | {o.id: o.name for o in found.claim.origins}
    return desk.page(
        request,
        "claim.html",
        found=found,
        claim=found.claim,
        sides=[(s, held) for s in Stance if (held := [(n, p) for n, p in numbered if p.position.stance is s])],
        origins=[
            (n, o, _under(o.id, found.claim.links), [(k, p) for k, p in numbered if p.position.origin == o.id])
            for n, o in enumerate(found.claim.origins, 1)
        ],
        origin_numbers={o.id: n for n, o in enumerate(found.claim.origins, 1)},
        names=names,
        conflicts=[(conflict, _sides(conflict, numbered)) for conflict in found.claim.conflicts],
        gaps=[item for item in items if isinstance(item, StoredGap)],
        decided=decided,
        stances=tuple(Stance),
        seen=seen_of(found),
        drawing=drawing(found),
        like=like,
        others=others[:_LIKE],
    )


def seen_of(found: StoredClaim) -> str:
    """What a decision about a claim is made on: its passages, their stances and origins, in the order of numbers."""
    shown = [
        (p.position.document, p.position.span.start, p.position.span.end, p.position.stance.value, p.position.origin)
        for p in found.positions
    ]
    return sha256(repr(shown).encode()).hexdigest()[:16]


_Numbered = Sequence[tuple[int, StoredPosition]]


def _sides(conflict: Conflict, numbered: _Numbered) -> Sequence[tuple[str, _Numbered]]:
    """The values that don't agree, each with the passages that give it."""
    return [
        (side.value, [(n, p) for n, p in numbered if p.position.proposition in side.propositions])
        for side in conflict.sides
    ]


def _under(node: str, links: Sequence[Link], seen: frozenset[str] = frozenset()) -> Sequence[tuple[Link, object]]:
    """The links that lead to a node, each with those that lead to where it starts."""
    inner = seen | {node}
    return [
        (link, _under(link.source, links, inner)) for link in links if link.target == node and link.source not in inner
    ]


def _last_decision(book: Case, found: StoredClaim) -> ClaimDecision | None:
    """The last decision in force about words of this claim."""
    made = book.ledger.decisions()
    standing: dict[int, ClaimDecision] = {}
    undone: Mapping[int, int | None] = {d.id: d.undoes for d in made}
    taken_back: set[int] = set()
    for decision in reversed(made):
        if decision.id not in taken_back and (back := undone[decision.id]) is not None:
            taken_back.add(back)
    for decision in made:
        if decision.kind is not ClaimDecisionKind.UNDO and decision.id not in taken_back:
            standing[decision.id] = decision
    own = {(p.position.document, p.position.span) for p in found.positions}
    about = [d for d in standing.values() if any((p.document, p.span) in own for p in d.passages)]
    return about[-1] if about else None


def decide(request: Request) -> Response:
    """A claim is right, is another one, or one of its passages is elsewhere at home, stands otherwise, has another
    origin. The form holds what was seen; if that changed, nothing is done.
    """
    desk, id, what = desk_of(request), request.path_params["id"], field_of(request, "what")
    with desk.writing() as book:
        try:
            shown = book.claim(id)
        except UsageError:
            raise ConflictError(_CHANGED) from None
        if field_of(request, "seen") != seen_of(shown):
            raise ConflictError(_CHANGED)
        _decide(book, request, id, what)
        now = claim_of(book, [(shown.claim.document, shown.claim.span)], id)
    return back_to(f"/claims/{now}" if now else "/claims")


_CHANGED = (
    "Somebody has decided about this claim since you loaded the page: nothing was done. "
    "Load it anew, look, then decide."
)


def _decide(book: Case, request: Request, id: str, what: str) -> None:
    ledger = book.ledger
    match what:
        case "confirm":
            ledger.confirm(id)
        case "hold":
            ledger.hold(id)
        case "join":
            ledger.join(id, field_of(request, "other"))
        case "split":
            ledger.split(id, number_of(request, "passage"))
        case "stance":
            ledger.set_stance(id, number_of(request, "passage"), _stance(field_of(request, "stance")))
        case "same-origin":
            ledger.same_origin(id, number_of(request, "first"), number_of(request, "second"))
        case "other-origin":
            ledger.other_origin(id, number_of(request, "first"), number_of(request, "second"))
        case "undo":
            ledger.undo(number_of(request, "decision"))
        case _:
            raise UsageError(f"Nothing here is called {what!r}.")


def claim_of(book: Case, passages: Sequence[tuple[str, Span]], id: str = "") -> str | None:
    """The id of the claim that holds one of these passages now: `id` itself, if that is still there."""
    if id:
        try:
            return book.claim(id).claim.id
        except UsageError:
            pass
    for document, span in passages:
        for found in book.claims(f"doc:{document}"):
            if any((p.position.document, p.position.span) == (document, span) for p in found.positions):
                return found.claim.id
    return None


def _stance(given: str) -> Stance:
    try:
        return Stance(given)
    except ValueError:
        raise UsageError(f"There is no stance {given!r}; there are {', '.join(Stance)}.") from None


routes: list[Route] = [
    Route("/claims/{id}/decide", decide, methods=["POST"]),
    Route("/claims/{id}", claim, methods=["GET"]),
]
"""What this module answers."""
