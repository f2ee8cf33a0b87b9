"""Single items: a document to read, a claim, a person."""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso.casebook import Case, StoredClaim, StoredGap, StoredStatement, Told
from sayso.errors import UsageError
from sayso.model.claim import Link, Stance
from sayso.model.decision import ClaimDecision, ClaimDecisionKind
from sayso.web.desk import desk_of, part_of
from sayso.web.passages import paragraphs, section_at, sections

_SAID = 30
_CONTACTS = 30
_PAIRS = 10


def document(request: Request) -> Response:
    """The reading view: the text with its attributions marked, and what is understood of them beside it.

    `at` is a place in the text (code points) that is to be on the page.
    """
    desk = desk_of(request)
    given = request.query_params.get("at", "0")
    at = int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0
    with desk.reading() as book:
        stored = book.document(request.path_params["id"])
        found = list(book.statements_in(stored.document.id))
        held = book.judging.held()
    text = stored.document.text.characters
    parts = sections(text)
    number = section_at(parts, at)
    shown = paragraphs(text, parts[number], found)
    return desk.page(
        request,
        "document.html",
        stored=stored,
        known=stored.document.metadata,
        paragraphs=shown,
        target=next((p.start for p in reversed(shown) if p.start <= at), None) if at else None,
        statements=len(found),
        held=held,
        starts=[part[0].start for part in parts if part],
        number=number,
        page_of=stored.document.text.page_of,
        spans=parts[number],
    )


def statement(request: Request) -> Response:
    """A statement is shown in its document."""
    with desk_of(request).reading() as book:
        item = book.item(request.path_params["id"])
    if not isinstance(item, StoredStatement):
        raise UsageError(f"{request.path_params['id']!r} is no statement.")
    return RedirectResponse(address_of(item), 303)


def address_of(found: StoredStatement) -> str:
    """Where a statement is to be read."""
    at = found.statement.attribution.span.start if found.at.anchored else 0
    return f"/documents/{found.at.document}?at={at}#{found.statement.id}"


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
