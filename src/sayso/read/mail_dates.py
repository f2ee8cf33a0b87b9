"""When a mail was sent, by its own account, and what in the mail can't be squared with that."""

import re
from calendar import day_abbr
from collections.abc import Iterator, Sequence
from datetime import date, timedelta, timezone
from email.message import Message

from sayso.model.moment import Moment
from sayso.model.span import Span
from sayso.read.mail_headers import shown

_SLACK = timedelta(hours=1)
"""Clocks of machines that pass a mail on differ by minutes, seldom by more."""
_EAST, _WEST = timedelta(hours=14), timedelta(hours=-12)
"""The zones there are."""
_MOST_RECEIVED, _MOST_QUOTED = 50, 200
_WEEKDAY = re.compile(r"\s*(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,", re.IGNORECASE)
_ZONE_MINUTES = re.compile(r"\d:\d\d(?::\d\d)?\s*[+-]\d\d:?(\d\d)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_WRITTEN = (
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -]{_MONTH},?[ -](?P<year>(?:19|20)\d\d)\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)\d\d)\b", re.IGNORECASE),
    re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"),
)
"""Days written so that only one can be meant: 3/5/16 is two."""
_INTRODUCTION = 400


def conflicts(message: "Message[str, str]", body: str, quoted: Sequence[Span]) -> tuple[str, ...]:
    """Sentences about what can't be: a zone that does not exist, a weekday that is not that day's, a mail that was
    received before it was sent, a quoted mail that is younger than the mail that quotes it.

    `quoted` are the quoted mails in `body` (code points), each with the lines that introduce it.
    """
    field = next((shown(str(v))[:200] for n, v in message.raw_items() if n.lower() == "date"), "")
    sent = Moment.parse(field)
    if sent is None:
        return ()
    found = (*_of_field(field, sent), *_of_received(message, sent), *_of_quoted(body, quoted, sent, field))
    return tuple(dict.fromkeys(found))


def _of_field(field: str, sent: Moment) -> Iterator[str]:
    minutes = _ZONE_MINUTES.search(field)
    if sent.zone is not None and (not _WEST <= sent.zone <= _EAST or (minutes and int(minutes[1]) > 59)):
        yield f"Its Date field states a time zone that does not exist ({field})."
    weekday = _WEEKDAY.match(field)
    if weekday and weekday[1].title() != day_abbr[sent.clock.weekday()]:
        yield f"Its Date field says {weekday[1]}, but that day was a {sent.clock:%A} ({field})."


def _of_received(message: "Message[str, str]", sent: Moment) -> Iterator[str]:
    """A mail that was passed on before it was sent: the machines' clocks agree with each other, not with the field."""
    received = [str(v) for n, v in message.raw_items() if n.lower() == "received"][:_MOST_RECEIVED]
    moments = [Moment.parse(shown(value.rpartition(";")[2])) for value in received]
    zoned = [moment for moment in moments if moment is not None and moment.zone is not None]
    earliest = min(zoned, key=lambda moment: moment.utc, default=None)
    # What a clock without a zone shows may be half a day from Greenwich's.
    slack = _SLACK if sent.zone is not None else _SLACK + _EAST
    if earliest is not None and sent.utc - earliest.utc > slack:
        yield (
            f"It was received ({_written(earliest)}) before it was sent by its Date field ({_written(sent)}); one "
            "of the two was made up, or a clock was wrong."
        )


def _of_quoted(body: str, quoted: Sequence[Span], sent: Moment, field: str) -> Iterator[str]:
    for span in quoted[:_MOST_QUOTED]:
        introduction = _introduction(body[span.start : min(span.end, span.start + _INTRODUCTION)])
        for day in _days(introduction):
            # A writer further east may be a day ahead.
            if day > sent.clock.date() + timedelta(days=1):
                yield f"It quotes a mail of {day}, which is later than its own Date field ({field})."


def _introduction(quoted: str) -> str:
    """The lines over a quoted mail's words: "On … wrote:", or the fields of a header."""
    lines = quoted.split("\n")
    for number, line in enumerate(lines[:3]):
        if line.rstrip(" \r*_").endswith(":"):
            return " ".join(lines[: number + 1])
    head = [line for line in lines[:8] if re.match(r"[ >*]*(?:Sent|Date)[ \u00a0]?:", line)]
    return " ".join(head)


def _days(words: str) -> Iterator[date]:
    for pattern in _WRITTEN:
        for found in pattern.finditer(words):
            month = found["month"].lower()[:3]
            try:
                number = int(month) if month.isdigit() else _MONTHS.index(month) + 1
                yield date(int(found["year"]), number, int(found["day"]))
            except ValueError:
                continue


def _written(moment: Moment) -> str:
    zone = moment.utc.astimezone(timezone(moment.zone)).strftime(" %z") if moment.zone is not None else ""
    return f"{moment.clock:%Y-%m-%d %H:%M}{zone}"
