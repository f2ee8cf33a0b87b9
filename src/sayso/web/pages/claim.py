"""One claim with everything that bears on it."""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.casebook import Case, StoredClaim, StoredGap
from sayso.model.claim import Link, Stance
from sayso.model.decision import ClaimDecision, ClaimDecisionKind
from sayso.web.desk import desk_of


def claim(request: Request) -> Response:
    """One claim with everything that bears on it."""
    desk = desk_of(request)
    with desk.reading() as book:
        found = book.claim(request.path_params["id"])
        items = [book.item(id) for id in found.claim.gaps]
        decided = _last_decision(book, found)
    numbered = list(enumerate(found.positions, 1))
    names = {p.position.document: p.name for p in found.positions} | {o.id: o.name for o in found.claim.origins}
    return desk.page(
        request,
        "claim.html",
        found=found,
        claim=found.claim,
        sides=[(s, held) for s in Stance if (held := [(n, p) for n, p in numbered if p.position.stance is s])],
        origins=[(n, o, _under(o.id, found.claim.links)) for n, o in enumerate(found.claim.origins, 1)],
        origin_numbers={o.id: n for n, o in enumerate(found.claim.origins, 1)},
        names=names,
        places={p.position.proposition: p for p in found.positions},
        gaps=[item for item in items if isinstance(item, StoredGap)],
        decided=decided,
        stances=tuple(Stance),
        seen=seen_of(found),
    )


def seen_of(found: StoredClaim) -> str:
    """What a decision about a claim is made on: its passages, their stances and origins, in the order of numbers."""
    shown = [
        (p.position.document, p.position.span.start, p.position.span.end, p.position.stance.value, p.position.origin)
        for p in found.positions
    ]
    return sha256(repr(shown).encode()).hexdigest()[:16]


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


routes: list[Route] = [
    Route("/claims/{id}", claim, methods=["GET"]),
]
"""What this module answers."""
