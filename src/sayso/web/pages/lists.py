"""Lists: documents, claims, the chronology, people, gaps, the log; and what needs a person first."""

from collections import defaultdict
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

from sayso.casebook import Case, StoredClaim
from sayso.errors import UsageError
from sayso.model.claim import OriginKind, Stance
from sayso.model.event import EventKind, EventStatus
from sayso.model.gap import GapKind
from sayso.web.desk import Part, desk_of, part_of

_URGENT = (
    ("disputed", "status:disputed repeated:yes"),
    ("retracted", "status:retracted repeated:yes"),
)
_SHOWN = 5
_LOOKED_AT = 500
"""Claims of one origin, most urgent first, among which those of an unnamed one are looked for."""
_HITS = 20
_AROUND = 70
_PLACES = 3


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


def claims(request: Request) -> Response:
    """Claims, what needs a person first."""
    desk, part = desk_of(request), part_of(request, "all")
    asked = _narrowed(part)
    with desk.reading() as book:
        found = list(book.claims(asked, limit=part.limit, offset=part.offset))
        there = book.count("claims", asked)
        every = book.count("claims", part.asked)
        return desk.page(request, "claims.html", part=part, found=found, every=every, **part.pages(there))


def _narrowed(part: Part) -> str:
    if part.others.get("all"):
        return part.asked
    return f"({part.asked}) repeated:yes" if part.asked else "repeated:yes"


def timeline(request: Request) -> Response:
    """The chronology, narrowed down by the parameters of the address."""
    desk, part = desk_of(request), part_of(request, "person", "kind", "status", "source")
    wanted = part.others
    with desk.reading() as book:
        found = book.timeline(
            part.asked,
            person=wanted.get("person"),
            kind=_kind(wanted.get("kind")),
            status=_status(wanted.get("status")),
            source=wanted.get("source"),
        )
    shown = found[part.offset : part.offset + part.limit]
    return desk.page(request, "timeline.html", part=part, found=shown, **part.pages(len(found)))


def _kind(given: str | None) -> EventKind | None:
    try:
        return EventKind(given) if given else None
    except ValueError:
        raise UsageError(f"There is no kind {given!r}; there are {', '.join(EventKind)}.") from None


def _status(given: str | None) -> EventStatus | None:
    try:
        return EventStatus(given) if given else None
    except ValueError:
        raise UsageError(f"There is no status {given!r}; there are {', '.join(EventStatus)}.") from None


def people(request: Request) -> Response:
    """People, organisations, public bodies and places, most mentioned first."""
    desk, part = desk_of(request), part_of(request)
    with desk.reading() as book:
        found = list(book.people(part.asked, limit=part.limit, offset=part.offset))
        return desk.page(request, "people.html", part=part, found=found, **part.pages(book.count("people", part.asked)))


def gaps(request: Request) -> Response:
    """What is missing."""
    desk, part = desk_of(request), part_of(request)
    with desk.reading() as book:
        found = list(book.gaps(part.asked, limit=part.limit, offset=part.offset))
        return desk.page(request, "gaps.html", part=part, found=found, **part.pages(book.count("gaps", part.asked)))


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


def log(request: Request) -> Response:
    """Who decided what, latest first."""
    desk, part = desk_of(request), part_of(request)
    with desk.reading() as book:
        rows = list(book.log(part.offset + part.limit + 1))
        sound = book.verify_log() if not part.offset else None
    shown = rows[part.offset : part.offset + part.limit]
    return desk.page(request, "log.html", found=shown, broken=sound, part=part, **part.pages(len(rows)))
