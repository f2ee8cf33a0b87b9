"""`sayso timeline`: the chronology, on the screen or drawn for print."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from sayso import casebook
from sayso.casebook import Alike, Called, Told
from sayso.cli.console import folded, messages, output, print_json, table
from sayso.cli.events import date, headline, where, whose_word
from sayso.cli.listing import count_line, counted
from sayso.cli.options import DEFAULT_CASE, CaseOption, JsonOption, LimitOption, QueryArgument, query_text
from sayso.export.event_words import alike_words, short_words
from sayso.export.listing import timeline_row
from sayso.export.new_file import write_new
from sayso.export.timeline_html import timeline_html
from sayso.export.timeline_svg import timeline_svg
from sayso.model.event import EventKind, EventStatus

_ROWS = 100
_WORDS = 160
_OTHERS = 4


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
        alike = book.may_be_one([entry.event for entry in there])
        meant = book.called(person) if person is not None else None
    found = there[:limit]
    title = " · ".join(filter(None, (case.stem, asked, person, kind and kind.value, status and status.value, source)))
    if svg:
        _write(svg, timeline_svg(found, title, alike), len(found))
    if html:
        _write(html, timeline_html(found, title, alike), len(found))
    if json:
        print_json([timeline_row(entry, alike.get(entry.event.event.id, ())) for entry in found])
    elif not (svg or html):
        shown = found if limit else found[:_ROWS]
        if meant:
            _show_meant(meant)
        show_timeline(shown, alike)
        output().print(count_line(len(shown), len(there), "events", "`sayso show ID` shows one in its context"))


def show_timeline(found: Sequence[Told], alike: Mapping[str, Sequence[Alike]]) -> None:
    """The chronology as a table; undated events in one of their own. What one document tells names it once, above.

    `alike` are, by the id of an event, other tellings of the same happening.
    """
    one = found[0] if len({entry.event.at.document for entry in found}) == 1 else None
    if one:
        told_by = one.voices[0] if one.voices[0] != one.event.at.name else ""
        named = " · ".join(part for part in (folded(told_by), folded(one.event.at.name)) if part)
        pages = "; pages are sheets of the file, counted from 1" if one.event.at.page else ""
        output().print(Text(f"Told by {named}{pages}.\n", "dim"))
    for title, entries in (
        ("", [entry for entry in found if entry.event.event.date]),
        ("Without a date", [entry for entry in found if not entry.event.event.date]),
    ):
        if entries and title:
            output().print(f"\n{title}", style="bold")
        if entries:
            rows: list[list[str | Text]] = [
                [date(e.event), _told(e, alike.get(e.event.event.id, ()), brief=one is not None), e.event.event.id]
                for e in entries
            ]
            output().print(table([("date", 2), ("what", 9), ("id", 0)], rows))


def _told(entry: Told, others: Sequence[Alike], *, brief: bool) -> Text:
    """What happened, the words that say so, and what they rest on; `brief` where the document is named above."""
    shown, at = headline(entry.event), entry.event.at
    shown.append(f"\n“{folded(short_words(entry.event, _WORDS))}”", "italic")
    shown.append("\n— ", "dim")
    if brief:
        if len(entry.voices) == 1:
            shown.append("in its own words · " if at.place else "in its own words", "dim")
        shown.append_text(whose_word(entry, folded(at.place), own=False))
    else:
        shown.append_text(whose_word(entry, where(at, named=at.name != entry.voices[0])))
    for line in alike_words(others, at):
        shown.append(f"\n{folded(line)}", "dim")
    return shown


def _show_meant(meant: Called) -> None:
    """Who is shown under a name, where that is not plain."""
    first, *bare = meant.meant
    if bare:
        names = " and ".join(f"{folded(one.person.name)} ({counted(one.mentions, 'mention')})" for one in meant.meant)
        tell = f"Shown: {names}, who may be the same: sayso review people {first.person.id}"
        output().print(Text(tell, "dim"), soft_wrap=True)
    if meant.others:
        names = "; ".join(f"{folded(one.person.name)}, {one.person.id}" for one in meant.others[:_OTHERS])
        more = f"; and {len(meant.others) - _OTHERS} more" if len(meant.others) > _OTHERS else ""
        output().print(Text(f"Not shown, though of that name: {names}{more}.", "dim"), soft_wrap=True)


def _write(file: Path, text: str, events: int) -> None:
    write_new(file, text)
    messages().print(f"Wrote {events:,} events to {file}.", markup=False)
