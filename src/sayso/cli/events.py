"""`sayso events`: who met, called, wrote to, spoke with or paid whom."""

from collections.abc import Sequence

from rich.text import Text

from sayso import casebook
from sayso.casebook import Found, StoredEvent, Told
from sayso.cli.console import folded, output, print_json, shorten, table
from sayso.cli.listing import NOT_HERE, count_line, day, place
from sayso.cli.options import DEFAULT_CASE, CaseOption, JsonOption, LimitOption, QueryArgument, query_text
from sayso.export.event_words import added_words, status_words
from sayso.export.listing import event_row
from sayso.export.when_words import when_words

_ROWS = 50
_WIDE = 110
_VOICE = 90


def events(
    query: QueryArgument = None, case: CaseOption = DEFAULT_CASE, json: JsonOption = False, limit: LimitOption = None
) -> None:
    """Contacts and dealings: who met, called, wrote to, spoke with or paid whom, when, and on whose word."""
    with casebook.open(case, write=False) as book:
        asked = query_text(query)
        if json:
            found = book.on_whose_word(list(book.events(asked, limit=limit)))
            print_json([event_row(entry) for entry in found])
            return
        found = book.on_whose_word(list(book.events(asked, limit=limit or _ROWS)))
        there = book.count("events", asked)
    show_events(found)
    output().print(count_line(len(found), there, "events", "`sayso timeline` shows them with their words"))


def show_events(found: Sequence[Told]) -> None:
    """The table of events; nothing for none. Only a wide one has columns for voices and place."""
    if not found:
        return
    rows: list[list[str | Text]]
    if output().width < _WIDE:
        columns = [("date", 3), ("event", 8), ("id", 0)]
        rows = [[date(f.event), _narrow(f), f.event.event.id] for f in found]
    else:
        columns = [("date", 0), ("kind", 0), ("who, where", 5), ("on whose word", 5), ("document", 5), ("id", 0)]
        rows = [
            [_edtf(f), _kind(f.event), _who(f.event), whose_word(f), place(f.event.at), f.event.event.id] for f in found
        ]
    output().print(table(columns, rows))


def date(found: StoredEvent) -> Text:
    """The date in words that tell what it leaves open, and the time of day where it is known."""
    time = f"\n{folded(found.event.time)}" if found.event.time else ""
    return Text(when_words(found.event.date) + time, overflow="fold")


def _edtf(entry: Told) -> Text:
    """The date as EDTF, and in words if it is more than a day, month or year."""
    event = entry.event.event
    shown, words = Text(day(event.date)), when_words(event.date)
    if words != shown.plain:
        shown.append(("\n" if shown else "") + words, "dim")
    return shown.append(f"\n{folded(event.time)}" if event.time else "")


def whose_word(entry: Told, at: str = "", *, own: bool = True) -> Text:
    """The voices that tell it, the outermost first, and where; below, the records that it cites.

    Without the document's `own` voice where that is plain.
    """
    voices = entry.voices if own else entry.voices[1:]
    shown = Text(" › ".join(shorten(voice, _VOICE) for voice in voices), overflow="fold")
    shown.append(f" · {at}" if at and voices else at, "dim")
    for record in entry.records:
        shown.append(f"\ncites {shorten(record.words, _VOICE)}", "dim")
    return shown


def parties(found: StoredEvent) -> str:
    """The participants as the case calls them."""
    return ", ".join(folded(name) for name in found.participants) or "(nobody is named)"


def where(at: Found, *, named: bool = True) -> str:
    """Page and document on a line; the document's name only if it is not there already."""
    gone = f"({at.document_state.value})" if at.document_state.value in NOT_HERE else ""
    name = folded(at.name) if named else ""
    return " · ".join(part for part in (folded(at.place), name, gone) if part)


def _kind(found: StoredEvent) -> Text:
    shown = Text(found.event.kind.value)
    if status_words(found):
        shown.append(f"\n{status_words(found)}", "bold")
    return shown


def _who(found: StoredEvent) -> Text:
    shown = Text(parties(found), overflow="fold")
    if found.event.place:
        shown.append(f"\nat {folded(found.event.place)}", "dim")
    return shown


def headline(found: StoredEvent) -> Text:
    """Kind, participants, place, and the status of what did not occur or may not have."""
    shown = Text.assemble((found.event.kind.value, "bold"), ": ", parties(found), overflow="fold")
    if found.event.place:
        shown.append(f" ({folded(found.event.place)})")
    if status_words(found):
        shown.append(f" [{status_words(found)}]", "bold")
    if found.added_by:
        shown.append(f" [{folded(added_words(found))}]", "dim")
    return shown


def _narrow(entry: Told) -> Text:
    shown = headline(entry.event)
    return shown.append("\n— ", "dim").append_text(
        whose_word(entry, where(entry.event.at, named=entry.event.at.name != entry.voices[0]))
    )
