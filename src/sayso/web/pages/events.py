"""Single events: put on the chronology by hand, decided about, read in their document."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sayso.casebook import Case, StoredEvent
from sayso.errors import UsageError
from sayso.model.event import EventKind, EventStatus
from sayso.model.span import Span
from sayso.web.desk import back_to, desk_of, field_of, fields_of, number_of
from sayso.web.pages.chronology import address_of, names_of

_AROUND = 300
"""Code points shown on either side of the words, and looked through for dates."""
_DATES = 12
_FIELDS = ("kind", "status", "date", "time", "place")
_MANY: Mapping[str, int] = {"participants": 3, "according_to": 2}
"""Fields that hold names → how many of them the form has."""


def new(request: Request) -> Response:
    """The form for an event that stands at `start`-`end` (code points) of the text of `document`."""
    given = request.query_params
    return _form(request, given.get("document", ""), given.get("start", ""), given.get("end", ""))


def add(request: Request) -> Response:
    """Put the event on the chronology; what is wrong with it is said above the same form."""
    desk = desk_of(request)
    document, start, end = (field_of(request, name) for name in ("document", "start", "end"))
    try:
        with desk.writing() as book:
            words = _selection(book, document, start, end)
            made = book.add_event(
                document,
                words.start,
                words.end,
                _kind(field_of(request, "kind")),
                participants=_listed(request, "participants"),
                date=field_of(request, "date") or None,
                time=field_of(request, "time") or None,
                place=field_of(request, "place") or None,
                status=_status(field_of(request, "status")),
                according_to=_listed(request, "according_to"),
            )
            [told] = book.on_whose_word([made])
    except UsageError as mistake:
        return _form(request, document, start, end, str(mistake))
    desk.weigh_soon()
    if field_of(request, "back") == "document":
        return back_to(address_of(told))
    return back_to(f"/timeline?{_near(made)}#{made.event.id}")


def decide(request: Request) -> Response:
    """An event is right, wrong or can't be told; or the last decision about it is taken back, its addition too."""
    desk, id, what = desk_of(request), request.path_params["id"], field_of(request, "what")
    seen = number_of(request, "version")
    with desk.writing() as book:
        match what:
            case "confirm":
                book.judging.confirm(id, made_on=seen)
            case "reject":
                book.judging.reject(id, made_on=seen)
            case "hold":
                book.judging.hold(id, made_on=seen)
            case "undo":
                book.judging.undo(id)
            case _:
                raise UsageError(f"Nothing here is called {what!r}.")
    if what in ("reject", "undo"):
        desk.weigh_soon()
    return back_to(_inside(field_of(request, "back"), id))


def event(request: Request) -> Response:
    """An event is read in its document."""
    with desk_of(request).reading() as book:
        found = book.item(request.path_params["id"])
        if not isinstance(found, StoredEvent):
            raise UsageError(f"{request.path_params['id']!r} is no event.")
        [told] = book.on_whose_word([found])
    return RedirectResponse(address_of(told), 303)


def _form(request: Request, document: str, start: str, end: str, mistake: str = "") -> Response:
    desk = desk_of(request)
    with desk.reading() as book:
        stored = book.document(document)
        words, text = _selection(book, document, start, end), stored.document.text.characters
        near = Span(max(0, words.start - _AROUND), words.end + _AROUND)
        dates = [d.date for d in book.dates_in(document) if d.date.when and near.overlaps(d.date.span)]
        around = (text[near.start : words.start], words.of(text), text[words.end : near.end])
        values: Mapping[str, object] = {
            "stored": stored,
            "page_number": stored.document.text.page_of(words),
            "words": words,
            "around": around,
            "dates": [(date.when, date.span.of(text)) for date in dates[:_DATES]],
            "names": names_of(book),
            "voice": stored.document.metadata.publisher or stored.document.metadata.title or stored.name,
            "given": {name: field_of(request, name) if mistake else "" for name in _FIELDS}
            | {name: _fields(request, name, many) for name, many in _MANY.items()},
            "mistake": mistake,
        }
    return desk.page(request, "event_new.html", 400 if mistake else 200, **values)


def _selection(book: Case, document: str, start: str, end: str) -> Span:
    """The words that were selected; raises `UsageError` for none."""
    if not all(given.isascii() and given.isdigit() and len(given) < 10 for given in (start, end)):
        raise UsageError("Select the words that tell of the event in a document, then add it.")
    length = len(book.document(document).document.text.characters)
    if not int(start) < int(end) <= length:
        raise UsageError(f"The document has no words at {start}-{end}; it has {length:,} characters.")
    return Span(int(start), int(end))


def _listed(request: Request, field: str) -> Sequence[str]:
    """Names, one in each field or between semicolons."""
    return [name for given in fields_of(request, field) for name in given.split(";") if name.strip()]


def _fields(request: Request, field: str, many: int) -> Sequence[str]:
    """What stood in fields of the form, and empty ones."""
    given = [value for value in fields_of(request, field) if value]
    return [*given, *[""] * (many - len(given))]


def _kind(given: str) -> EventKind:
    try:
        return EventKind(given)
    except ValueError:
        raise UsageError(f"Say what it was: {', '.join(EventKind)}.") from None


def _status(given: str) -> EventStatus:
    try:
        return EventStatus(given or EventStatus.OCCURRED)
    except ValueError:
        raise UsageError(f"There is no status {given!r}; there are {', '.join(EventStatus)}.") from None


def _near(made: StoredEvent) -> str:
    """The part of the chronology that an event is in."""
    when = made.event.date
    if when is None:
        return urlencode({"q": "date:unknown state:confirmed"})
    return urlencode({name: day for name, day in (("from", when.earliest), ("until", when.latest)) if day})


def _inside(address: str, id: str) -> str:
    """A page of the desk to go back to; the chronology where none is named."""
    return f"{address}#{id}" if address.startswith("/timeline") else f"/timeline#{id}"


routes: list[Route] = [
    Route("/events/new", new, methods=["GET"]),
    Route("/events/new", add, methods=["POST"]),
    Route("/events/{id}", event, methods=["GET"]),
    Route("/events/{id}/decide", decide, methods=["POST"]),
]
"""What this module answers."""
