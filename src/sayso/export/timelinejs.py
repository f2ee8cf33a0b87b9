"""The chronology for TimelineJS 3 (Knight Lab): https://timeline.knightlab.com/docs/json-format.html

TimelineJS puts texts into the page as HTML, so every word is escaped.
"""

import json
import re
from collections.abc import Sequence
from html import escape
from typing import IO

from sayso.casebook import Case, Told
from sayso.export.contract import Json
from sayso.export.event_words import added_words, status_words
from sayso.export.prefix_dates import prefix_dates
from sayso.export.when_words import when_words

_PARTS = ("year", "month", "day")
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)


def write_timelinejs(case: Case, query: str, out: IO[bytes]) -> int:
    """Write the events that the query asks for; returns how many.

    TimelineJS has no place for events without a date: they are left out, and the title says how many.
    """
    entries = case.timeline(query)
    dated = [entry for entry in entries if entry.event.event.date]
    made: dict[str, Json] = {
        "title": {"text": {"headline": escape(case.path.stem), "text": _about(len(dated), len(entries) - len(dated))}},
        "events": [_event(entry) for entry in dated],
        "scale": "human",
    }
    out.write((json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace"))
    return len(dated)


def _about(dated: int, undated: int) -> str:
    left_out = f" {undated:,} more have no date and are left out." if undated else ""
    return f"<p>{dated:,} events found by Sayso. What is not marked as confirmed is a suggestion.{left_out}</p>"


def _event(entry: Told) -> Json:
    found, event, at = entry.event, entry.event.event, entry.event.at
    parties = ", ".join(found.participants) or "(nobody is named)"
    status = status_words(found)
    where = " · ".join(
        part for part in (at.title or at.name, at.published.edtf if at.published else "", at.place) if part
    )
    made: dict[str, Json] = {
        "unique_id": f"{at.document}-{event.id}",
        "group": event.kind.value,
        **_dates(entry),
        "text": {
            "headline": escape(f"{status}: " if status else "") + escape(f"{event.kind.value}: {parties}"),
            "text": "".join(
                f"<p>{escape(line)}</p>"
                for line in (
                    event.place or "",
                    f"On the word of {' › '.join(entry.voices)}.",
                    *(f"Cites {record.words}" for record in entry.records),
                    f"{at.state.value.capitalize()} ({event.id}){f', {added_words(found)}' if found.added_by else ''}.",
                )
                if line
            ),
        },
        "media": {
            "url": f"<blockquote>{escape(found.words)}</blockquote>",
            "caption": escape(where),
            "credit": escape(at.publisher or ", ".join(at.authors)),
        },
        "autolink": False,
        # Not read by TimelineJS; for whoever works on with the file.
        "state": at.state.value,
        "status": event.status.value,
        "edtf": event.date.edtf if event.date else None,
    }
    return made


def _dates(entry: Told) -> dict[str, Json]:
    when, time = entry.event.event.date, entry.event.event.time
    assert when is not None
    dates = prefix_dates(when)
    words = when_words(when) + (f", {time}" if time else "")
    start = _parts(dates.first or dates.last or "")
    clock = _CLOCK.fullmatch(time) if time and dates.one else None
    if clock and len(start) == len(_PARTS):
        start |= {"hour": int(clock[1]), "minute": int(clock[2])}
    made: dict[str, Json] = {"start_date": {**start, "display_date": escape(words)}}
    if dates.first and dates.last and not dates.one:
        made["end_date"] = {**_parts(dates.last), "display_date": ""}
    return made


def _parts(date: str) -> dict[str, int]:
    values: Sequence[str] = date.split("-")
    return {name: int(value) for name, value in zip(_PARTS, values, strict=False)}
