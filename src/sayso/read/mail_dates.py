"""When a mail was sent, by its own account, and what in the mail can't be squared with that."""

import re
from calendar import day_abbr
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta, timezone
from email.message import Message
from email.utils import parsedate_tz

from sayso.model.span import Span
from sayso.read.mail_headers import shown

_SLACK = timedelta(hours=1)
"""Clocks of machines that pass a mail on differ by minutes, seldom by more."""
_EAST, _WEST = 14 * 3600, -12 * 3600
"""The zones there are, in seconds from Greenwich."""
_MOST_RECEIVED, _MOST_QUOTED = 50, 200
_WEEKDAY = re.compile(r"\s*(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,", re.IGNORECASE)
_ZONE = re.compile(r"\d\d:\d\d(?::\d\d)?\s*([+-]\d{2}:?\d{2}|[A-Z]{1,5})", re.IGNORECASE)
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
    parsed = _parsed(field)
    if parsed is None:
        return ()
    sent, offset = parsed
    return tuple(
        dict.fromkeys(
            (*_of_field(field, sent, offset), *_of_received(message, sent), *_of_quoted(body, quoted, sent, field))
        )
    )


def _parsed(field: str) -> tuple[datetime, int | None] | None:
    """The moment as the writer's clock showed it (counted as Greenwich's if no zone is stated), and the zone's offset
    in seconds.
    """
    try:
        parts = parsedate_tz(field)
        if parts is None:
            return None
        offset = parts[9]
        zone = timezone(timedelta(seconds=offset)) if offset and abs(offset) < 86_400 else UTC
        return datetime(*parts[:6], tzinfo=zone), None if offset is None or "-0000" in field else offset
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _of_field(field: str, sent: datetime, offset: int | None) -> Iterator[str]:
    zone = _ZONE.search(field)
    digits = zone[1].replace(":", "") if zone and zone[1][0] in "+-" else ""
    if offset is not None and (not _WEST <= offset <= _EAST or (digits and int(digits[3:]) > 59)):
        yield f"Its Date field states a time zone that does not exist ({field})."
    weekday = _WEEKDAY.match(field)
    if weekday and weekday[1].title() != day_abbr[sent.weekday()]:
        yield f"Its Date field says {weekday[1]}, but that day was a {sent:%A} ({field})."


def _of_received(message: "Message[str, str]", sent: datetime) -> Iterator[str]:
    """A mail that was passed on before it was sent: the machines' clocks agree with each other, not with the field."""
    received = [str(v) for n, v in message.raw_items() if n.lower() == "received"][:_MOST_RECEIVED]
    moments = [p for value in received if (p := _parsed(shown(value.rpartition(";")[2])[:200])) and p[1] is not None]
    if moments:
        earliest = min(moment for moment, _ in moments)
        if sent - earliest > _SLACK:
            yield (
                f"It was received ({_written(earliest)}) before it was sent by its Date field ({_written(sent)}); one "
                "of the two was made up, or a clock was wrong."
            )


def _of_quoted(body: str, quoted: Sequence[Span], sent: datetime, field: str) -> Iterator[str]:
    for span in quoted[:_MOST_QUOTED]:
        introduction = _introduction(body[span.start : min(span.end, span.start + _INTRODUCTION)])
        for day in _days(introduction):
            # A writer further east may be a day ahead.
            if day.date() > sent.date() + timedelta(days=1):
                yield f"It quotes a mail of {day:%Y-%m-%d}, which is later than its own Date field ({field})."


def _introduction(quoted: str) -> str:
    """The lines over a quoted mail's words: "On … wrote:", or the fields of a header."""
    lines = quoted.split("\n")
    for number, line in enumerate(lines[:3]):
        if line.rstrip(" \r*_").endswith(":"):
            return " ".join(lines[: number + 1])
    head = [line for line in lines[:8] if re.match(r"[ >*]*(?:Sent|Date)[ \u00a0]?:", line)]
    return " ".join(head)


def _days(words: str) -> Iterator[datetime]:
    for pattern in _WRITTEN:
        for found in pattern.finditer(words):
            month = found["month"].lower()[:3]
            try:
                number = int(month) if month.isdigit() else _MONTHS.index(month) + 1
                yield datetime(int(found["year"]), number, int(found["day"]), tzinfo=UTC)
            except ValueError:
                continue


def _written(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} {moment:%z}"
