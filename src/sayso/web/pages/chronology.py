"""What happened when, on whose word."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sayso.casebook import Case, Narrow, Told
from sayso.errors import UsageError
from sayso.export.contract import Json
from sayso.export.event_words import short_words
from sayso.export.voices import Voices, is_hearsay, weigh
from sayso.export.when_words import when_words
from sayso.model.entity import EntityKind
from sayso.model.event import EventKind, EventStatus
from sayso.model.when import When
from sayso.web.desk import Part, desk_of, part_of
from sayso.web.wording import line, visible

Value = TypeVar("Value", EventKind, EventStatus)

_FILTERS = ("person", "with", "kind", "status", "source", "from", "until", "lanes")
_DRAWN = 2000
"""So many events at most are drawn on the axis."""
_SUMMED = 2000
"""Of so many events at most the voices are counted."""
_NAMES = 300
"""So many names are offered for completion, the most mentioned."""
_WORDS = 220


def timeline(request: Request) -> Response:
    """The chronology, narrowed down by the parameters of the address; the axis above it asks for `axis`."""
    desk, part = desk_of(request), part_of(request, *_FILTERS)
    with desk.reading() as book:
        narrow = _narrow(part)
        there = book.timeline_length(part.asked, **narrow)
        found = book.timeline(part.asked, limit=part.limit, offset=part.offset, **narrow)
        dated = narrow.get("since") or narrow.get("until")
        beside: Narrow = {**narrow, "since": None, "until": None}
        undated = book.timeline_length(_undated(part), **beside) if dated else 0
        return desk.page(
            request,
            "timeline.html",
            part=part,
            rows=list(zip(found, weigh(book, found), strict=True)),
            summary=_summary(book, part, narrow, there),
            undated=undated,
            undated_at=_without_dates(part),
            names=names_of(book),
            **part.pages(there),
        )


def axis(request: Request) -> Response:
    """The same events, as far as they have a date, as the axis draws them."""
    desk, part = desk_of(request), part_of(request, *_FILTERS)
    with desk.reading() as book:
        narrow = _narrow(part)
        there = book.timeline_length(part.asked, **narrow)
        found = book.timeline(part.asked, limit=_DRAWN, **narrow)
    dated = [entry for entry in found if entry.event.event.date]
    return JSONResponse(
        {
            "events": [drawn(entry) for entry in dated],
            "undated": len(found) - len(dated),
            "left_out": there - len(found),
        }
    )


def drawn(entry: Told) -> Mapping[str, Json]:
    """An event as the islands draw it: words are fit to be shown, dates are days (`null` for an open end)."""
    found, event, at = entry.event, entry.event.event, entry.event.at
    when = event.date
    name = line(at.name) if at.name != entry.voices[0] else ""
    return {
        "id": event.id,
        "kind": event.kind.value,
        "status": event.status.value,
        "first": str(when.earliest) if when and when.earliest else None,
        "last": str(when.latest) if when and when.latest else None,
        "approximate": bool(when and when.approximate),
        "time": event.time,
        "date": when_words(when),
        "who": [line(name) for name in found.participants],
        "place": line(event.place or ""),
        "voices": [line(voice) for voice in entry.voices],
        "hearsay": is_hearsay(entry),
        "words": visible(short_words(found, _WORDS)),
        "at": address_of(entry),
        "where": ", ".join(filter(None, (name, f"p. {at.page}" if at.page else ""))),
        "state": at.state.value,
        "by": line(found.added_by or ""),
    }


def address_of(entry: Told) -> str:
    """Where the words of an event are to be read."""
    at = entry.event.at
    return f"/documents/{at.document}?at={entry.event.event.evidence.start if at.anchored else 0}#target"


def names_of(book: Case) -> Sequence[str]:
    """Names that a field offers."""
    named = book.named(_NAMES)
    return [line(person.name) for person in named if person.kind is not EntityKind.PLACE]


def _narrow(part: Part) -> Narrow:
    wanted = part.others
    return {
        "person": wanted.get("person"),
        "other": wanted.get("with"),
        "kind": _one_of(EventKind, "kind", wanted.get("kind")),
        "status": _one_of(EventStatus, "status", wanted.get("status")),
        "source": wanted.get("source"),
        "since": _day(wanted.get("from")),
        "until": _day(wanted.get("until")),
    }


def _one_of(values: type[Value], what: str, given: str | None) -> Value | None:
    try:
        return values(given) if given else None
    except ValueError:
        raise UsageError(f"There is no {what} {given!r}; there are {', '.join(values)}.") from None


def _day(given: str | None) -> When | None:
    try:
        return When.parse(given) if given else None
    except ValueError:
        raise UsageError(f"{given!r} is no EDTF date; write 2016-11-08, 2016-11 or 2016.") from None


def _summary(book: Case, part: Part, narrow: Narrow, there: int) -> Mapping[str, int] | None:
    """On how many voices it all rests; `None` where there is too much of it to count."""
    if not there or there > _SUMMED or not (part.asked or part.others.keys() - {"lanes"}):
        return None
    found = book.timeline(part.asked, **narrow)
    voices = Voices(book, found)
    return {
        "events": there,
        "voices": len({voices.of(entry) for entry in found}),
        "hearsay": sum(map(is_hearsay, found)),
        "documents": len({entry.event.at.document for entry in found}),
    }


def _without_dates(part: Part) -> str:
    """The query string of the same list without bounds, of what has no date."""
    others = {name: value for name, value in part.others.items() if name not in ("from", "until")}
    return Part(_undated(part), part.limit, 0, others).address(0)


def _undated(part: Part) -> str:
    return f"({part.asked}) date:unknown" if part.asked else "date:unknown"


routes: list[Route] = [
    Route("/timeline", timeline, methods=["GET"]),
    Route("/timeline/axis", axis, methods=["GET"]),
]
"""What this module answers."""
