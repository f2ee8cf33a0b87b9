"""Calendars (`.ics`, iCalendar, RFC 5545): what was entered, when, where, and who was asked."""

import re
from collections.abc import Sequence

from sayso.errors import UnreadableError
from sayso.model.document import Metadata, SectionKind
from sayso.read.content_lines import Line, content_lines
from sayso.read.decode import decode
from sayso.read.reading import Reading
from sayso.read.writer import Writer

_ENTRIES = frozenset({"VEVENT", "VTODO", "VJOURNAL"})
_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?")
_LABELS = {
    "DTSTART": "Start", "DTEND": "End", "DUE": "Due", "DURATION": "Duration", "RRULE": "Repeats",
    "LOCATION": "Location", "STATUS": "Status", "ORGANIZER": "Organizer", "ATTENDEE": "Attendee", "URL": "Address",
    "CREATED": "Created", "LAST-MODIFIED": "Changed",
}  # fmt: skip
_SHOWN_FIRST = ("SUMMARY",)
_SHOWN_LAST = ("DESCRIPTION", "COMMENT")
_ANSWERS = {"ACCEPTED": "accepted", "DECLINED": "declined", "TENTATIVE": "tentative"}


def read_calendar(data: bytes) -> Reading:
    """Read a calendar: a block and a section an entry, its title first, then a labelled line a property, then what is
    described. Times are ISO 8601 with the zone they are stated in. Raises `UnreadableError` if it has no entry.
    """
    decoded = decode(data)
    writer, problems = Writer(), list(decoded.problems)
    lines: list[Line] = []
    kinds: list[str] = []
    count, title = 0, None
    for line in content_lines(decoded.characters):
        if line.name == "BEGIN":
            kinds.append(line.value.strip().upper())
            if kinds[-1] in _ENTRIES:
                lines = []
        elif line.name == "END":
            if kinds and kinds.pop() in _ENTRIES:
                count += 1
                _write(writer, lines, count)
                lines = []
        elif kinds and kinds[-1] in _ENTRIES:
            lines.append(line)
        elif line.name == "X-WR-CALNAME":
            title = line.words
    if lines:
        problems.append("It ends inside of an entry; it may have been cut off.")
        _write(writer, lines, count + 1)
    if not writer.length:
        raise UnreadableError("It is a calendar without entries; add the one that holds them.")
    return Reading("text/calendar", writer.text(), Metadata(title=title), problems=tuple(problems))


def _write(writer: Writer, lines: Sequence[Line], number: int) -> None:
    writer.gap("\n\n")
    writer.begin(SectionKind.ENTRY, str(number))
    for name in _SHOWN_FIRST:
        _write_words(writer, lines, name)
    for line in lines:
        if line.name in _LABELS and (words := _shown(line)):
            writer.write(f"{_LABELS[line.name]}: {words}")
            writer.gap("\n")
    for name in _SHOWN_LAST:
        _write_words(writer, lines, name)


def _write_words(writer: Writer, lines: Sequence[Line], name: str) -> None:
    for line in lines:
        if line.name == name and line.words:
            writer.write(line.words)
            writer.gap("\n")


def _shown(line: Line) -> str:
    if line.name in ("DTSTART", "DTEND", "DUE", "CREATED", "LAST-MODIFIED"):
        return _moment(line)
    if line.name in ("ORGANIZER", "ATTENDEE"):
        answer = _ANSWERS.get(line.parameters.get("PARTSTAT", "").upper(), "")
        return f"{line.person} ({answer})" if answer and line.name == "ATTENDEE" else line.person
    return " ".join(line.words.split())


def _moment(line: Line) -> str:
    stamp = _STAMP.fullmatch(line.value.strip())
    if not stamp:
        return line.words
    year, month, day, hour, minute, second, is_utc = stamp.groups()
    if hour is None:
        return f"{year}-{month}-{day}"
    clock = f"{hour}:{minute}" + (f":{second}" if second != "00" else "")
    return " ".join(
        filter(None, (f"{year}-{month}-{day}", clock, "UTC" if is_utc else line.parameters.get("TZID", "")))
    )
