"""`sayso timeline`: the chronology, on the screen or drawn for print."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from sayso import casebook
from sayso.casebook import Told
from sayso.cli.console import folded, messages, output, print_json, table
from sayso.cli.events import date, headline, where, whose_word
from sayso.cli.listing import count_line
from sayso.cli.options import DEFAULT_CASE, CaseOption, JsonOption, LimitOption, QueryArgument, query_text
from sayso.export.event_words import short_words
from sayso.export.listing import event_row
from sayso.export.new_file import write_new
from sayso.export.timeline_html import timeline_html
from sayso.export.timeline_svg import timeline_svg
from sayso.model.event import EventKind, EventStatus

_ROWS = 100
_WORDS = 160


def timeline(
    query: QueryArgument = None,
    person: Annotated[
        str | None, typer.Option("--person", metavar="NAME", help="Who takes part: a name or an id of `sayso people`.")
    ] = None,
    kind: Annotated[EventKind | None, typer.Option("--kind", help="Only events of this kind.")] = None,
    status: Annotated[
        EventStatus | None, typer.Option("--status", help="Only those of which the text says so.")
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", metavar="NAME", help="Only what is told on the word of this voice.")
    ] = None,
    svg: Annotated[
        Path | None, typer.Option("--svg", metavar="FILE", help="Draw it as a picture (SVG) for print.")
    ] = None,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write it as one page (HTML) to read and to print.")
    ] = None,
    case: CaseOption = DEFAULT_CASE,
    json: JsonOption = False,
    limit: LimitOption = None,
) -> None:
    """The chronology: events by date with their words, page and on whose word they are; undated ones last."""
    with casebook.open(case, write=False) as book:
        asked = query_text(query)
        there = book.timeline(asked, person=person, kind=kind, status=status, source=source)
    found = there[:limit]
    title = " · ".join(filter(None, (case.stem, asked, person, kind and kind.value, status and status.value, source)))
    if svg:
        _write(svg, timeline_svg(found, title), len(found))
    if html:
        _write(html, timeline_html(found, title), len(found))
    if json:
        print_json([event_row(entry) for entry in found])
    elif not (svg or html):
        shown = found if limit else found[:_ROWS]
        show_timeline(shown)
        output().print(count_line(len(shown), len(there), "events", "`sayso show ID` shows one in its context"))


def show_timeline(found: Sequence[Told]) -> None:
    """The chronology as a table; undated events in one of their own."""
    for title, entries in (
        ("", [entry for entry in found if entry.event.event.date]),
        ("Without a date", [entry for entry in found if not entry.event.event.date]),
    ):
        if entries and title:
            output().print(f"\n{title}", style="bold")
        if entries:
            rows: list[list[str | Text]] = [[date(e.event), _told(e), e.event.event.id] for e in entries]
            output().print(table([("date", 2), ("what", 9), ("id", 0)], rows))


def _told(entry: Told) -> Text:
    """What happened, the words that say so, and what they rest on."""
    shown = headline(entry.event)
    shown.append(f"\n“{folded(short_words(entry.event, _WORDS))}”", "italic")
    return shown.append("\n— ", "dim").append_text(whose_word(entry, where(entry.event.at)))


def _write(file: Path, text: str, events: int) -> None:
    write_new(file, text)
    messages().print(f"Wrote {events:,} events to {file}.", markup=False)
