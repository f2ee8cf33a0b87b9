"""What the drawn chronologies have in common: an event's lines as escaped text, and its mark on the scale of days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

from sayso.casebook import Alike, Told
from sayso.export.event_words import added_words, alike_words, short_words, status_words
from sayso.export.when_words import when_words
from sayso.model.document import Sureness
from sayso.model.event import EventStatus
from sayso.model.when import When

_WORDS = 240
_DOUBT: Mapping[Sureness | None, str] = {Sureness.INFERRED: " (inferred)", Sureness.GUESSED: " (a guess)"}
_FIRST_YEAR_WITH_MONTHS = 3
"""Chronologies of at least so many years have ticks for years; shorter ones for months."""
_DAYS_WITH_DAYS = 120
_MOST_TICKS = 10
_OUTERMOST, _ENOUGH, _LEAST_DAYS = 20, 8, 30
"""One of so many days, or one of `_ENOUGH`, may lie outside of the scale at either end."""


def clean(text: str) -> str:
    """Text on one line, safe in XML and HTML: escaped, and no control characters or marks that turn writing around."""
    line = " ".join(text.split())
    return escape("".join(c if c.isprintable() else "\ufffd" for c in line))


@dataclass(frozen=True, slots=True)
class Line:
    """One event, every text in it escaped."""

    when: str
    edtf: str
    headline: str
    status: str
    words: str
    voices: str
    source: str
    records: Sequence[str]
    alike: Sequence[str]

    @property
    def rests(self) -> str:
        """On whose word it is, and where."""
        return " · ".join(part for part in (self.voices, self.source) if part)


def only_document(entries: Sequence[Told]) -> str:
    """The one document that tells all of these events, escaped, for a place of its own; empty if there are several."""
    if len({entry.event.at.document for entry in entries}) != 1:
        return ""
    pages = "; pages are sheets of the file, counted from 1" if entries[0].event.at.page else ""
    return clean(" · ".join((entries[0].voices[0], *_source(entries[0])))) + pages + "."


def line_of(entry: Told, others: Sequence[Alike] = (), *, brief: bool = False) -> Line:
    """The texts of an event; `others` are other tellings of its happening. `brief` leaves out the document."""
    found, event, at = entry.event, entry.event.event, entry.event.at
    parties = ", ".join(found.participants) or "(nobody is named)"
    place = f" ({event.place})" if event.place else ""
    page = [clean(at.place)] if at.place else []
    voices = entry.voices[1:] or ("in its own words",) if brief else entry.voices
    return Line(
        clean(f"{when_words(event.date)}{f', {event.time}' if event.time else ''}"),
        clean(event.date.edtf if event.date else ""),
        clean(f"{event.kind.value}: {parties}{place}"),
        clean(status_words(found)),
        clean(short_words(found, _WORDS)),
        clean(" › ".join(voices)),
        clean(" · ".join(filter(None, (*page, *(() if brief else _source(entry)), added_words(found))))),
        [clean(record.words) for record in entry.records],
        [clean(words) for words in alike_words(others, at)],
    )


def _source(entry: Told) -> Sequence[str]:
    """Title, date and name of the document, as far as its own voice does not tell them."""
    at = entry.event.at
    published = at.published.edtf + _DOUBT.get(at.published_sure, "") if at.published else ""
    title = at.title if at.publisher and at.title else ""
    return [part for part in (title, published, at.name if at.name != entry.voices[0] else "") if part]


class Scale:
    """Days → places on a line of `width` units, for the dates of these events.

    A few days that lie far from all others would press these together, and are left outside.
    """

    def __init__(self, entries: Sequence[Told], width: float) -> None:
        days = sorted(d for e in entries if e.event.event.date for d in _ends(e.event.event.date))
        self.first, self.last = _most_of(days) if days else (date(2000, 1, 1), date(2000, 1, 1))
        self.width = width
        self._days = max(1, (self.last - self.first).days)

    def at(self, day: date) -> float:
        """Where a day is; one outside is at the edge."""
        return min(1.0, max(0.0, (day - self.first).days / self._days)) * self.width

    def beyond(self, when: When) -> int:
        """-1 for a date before the scale, 1 for one after it, 0 for one on it; an open date is where its end is."""
        if (when.latest or when.earliest or self.first) < self.first:
            return -1
        return 1 if (when.earliest or when.latest or self.last) > self.last else 0

    def ticks(self) -> Sequence[tuple[float, str]]:
        """Years, months or days, few enough to be read."""
        if self._days <= _DAYS_WITH_DAYS:
            starts = [self.first + timedelta(n) for n in range(self._days + 1)]
        else:
            starts = [
                date(year, month, 1)
                for year in range(self.first.year, self.last.year + 1)
                for month in (range(1, 13) if self._years < _FIRST_YEAR_WITH_MONTHS else (1,))
            ]
        shown = [day for day in starts if self.first <= day <= self.last]
        step = -(-len(shown) // _MOST_TICKS) or 1
        return [(self.at(day), self._name(day)) for day in shown[::step]]

    @property
    def _years(self) -> int:
        return self.last.year - self.first.year

    def _name(self, day: date) -> str:
        if self._days <= _DAYS_WITH_DAYS:
            return day.isoformat()[5:]
        return day.isoformat()[:7] if self._years < _FIRST_YEAR_WITH_MONTHS else str(day.year)


def _most_of(days: Sequence[date]) -> tuple[date, date]:
    """The first and last of `days` (sorted), without the outermost that are farther from most of them than these are
    from each other.
    """
    out = len(days) // _OUTERMOST or (1 if len(days) >= _ENOUGH else 0)
    inner = days[out : len(days) - out]
    span = timedelta(max(_LEAST_DAYS, (inner[-1] - inner[0]).days))
    near = [day for day in days if day > inner[0] - span and day < inner[-1] + span] if out else days
    return near[0], near[-1]


def _ends(when: When) -> Sequence[date]:
    return [day for day in (when.earliest, when.latest) if day]


def mark(scale: Scale, when: When | None, status: EventStatus, middle: float) -> str:
    """The mark of an event in SVG: a dot for a day, a bar for a range, an arrow for an open end; hollow and dashed
    for what did not occur, or may not have, or is approximate; an angle for a date outside of the scale; a question
    mark for no date.
    """
    if when is None:
        return f'<text class="unknown" x="{scale.width / 2:.1f}" y="{middle + 4:.1f}">?</text>'
    kind = "mark" if status is EventStatus.OCCURRED else "mark open"
    if when.approximate:
        kind += " about"
    way = scale.beyond(when)
    if way:
        edge = scale.width * (way > 0)
        return f'<path class="line" d="M{edge + 2 * way:.1f} {middle - 5:.1f}l{5 * way} 5l{-5 * way} 5"/>'
    start = scale.at(when.earliest) if when.earliest else None
    end = scale.at(when.latest) if when.latest else None
    if start is not None and end is not None and end - start < 6:
        return f'<circle class="{kind}" cx="{(start + end) / 2:.1f}" cy="{middle:.1f}" r="4"/>'
    if start is not None and end is not None:
        return (
            f'<rect class="{kind}" x="{start:.1f}" y="{middle - 3:.1f}" width="{end - start:.1f}" height="6" rx="3"/>'
        )
    at, way = (start, 1) if start is not None else (end or 0.0, -1)
    shaft = f'<path class="line" d="M{at:.1f} {middle:.1f}h{14 * way}m{-5 * way} -4l{5 * way} 4l{-5 * way} 4"/>'
    return f'{shaft}<circle class="{kind}" cx="{at:.1f}" cy="{middle:.1f}" r="4"/>'


STYLE = """\
.mark{fill:#1b4965;stroke:#1b4965;stroke-width:1.5}
.mark.open{fill:#fff}
.mark.about{stroke-dasharray:2 2}
.mark.about:not(.open){fill:#9db4c0}
.line{fill:none;stroke:#1b4965;stroke-width:1.5}
.grid{stroke:#ddd;stroke-width:1}
.tick{font-size:9px;fill:#555;text-anchor:middle}
.unknown{font-size:12px;fill:#555;text-anchor:middle}
"""
LEGEND = (
    "Full mark: the text says it occurred; hollow: it was planned or proposed, is possible, or did not occur. "
    "A bar: some day of that range, or all of it; an arrow: that day or later (or earlier); dashed: approximate. "
    "An angle at the edge: outside of the scale."
)
