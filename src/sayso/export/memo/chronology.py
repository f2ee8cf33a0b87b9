"""The chronology of a memo: dated events by day, told once however often they are told."""

from collections.abc import Iterator, Sequence

from sayso.casebook import Told
from sayso.export.event_words import added_words, short_words, status_words
from sayso.export.memo.blocks import Block, Heading, Line, Look, NoteRef, Notes, Paragraph, Run, Table, plain
from sayso.export.memo.words import clean, listed, outlet, short, source_line
from sayso.export.quoted import quoted
from sayso.export.when_words import when_words

_MOST, _NOTES, _QUOTED = 60, 3, 300


def chronology(told: Sequence[Told], notes: Notes) -> Iterator[Block]:
    """Dated events by their first day; nothing for none."""
    same: dict[object, list[Told]] = {}
    rows_of: dict[object, object] = {}
    for entry in told:
        event = entry.event.event
        if event.date is not None:
            who = frozenset(clean(name).casefold() for name in entry.event.participants)
            key: object = (event.date.edtf, event.kind, event.status, who or event.id)
            place = (event.date.edtf, event.status, entry.event.at.document, event.evidence)
            # what is told of one day by one passage is one row
            row = rows_of.setdefault(place, key)
            same.setdefault(row, []).append(entry)
    if not same:
        return
    yield Heading("Chronology", 1)
    confirmed = any(entry.event.at.state.value == "confirmed" for entry in told)
    checked = "Rows marked “confirmed” were checked by a person." if confirmed else "Nobody has confirmed these yet."
    more = f" The first {_MOST} of {len(same):,}: a query or a person narrows it down." if len(same) > _MOST else ""
    yield Paragraph((Run(checked + more, Look.QUIET),))
    rows: list[Sequence[Line]] = []
    before = ""
    for entries in list(same.values())[:_MOST]:
        day = when_words(entries[0].event.event.date)
        rows.append(((Run("" if day == before else day, Look.STRONG),), _what(entries), _source(entries, notes)))
        before = day
    yield Table(("when", "what", "on whose word"), (3, 9, 6), rows)


def _what(entries: Sequence[Told]) -> Line:
    """Kind, who takes part, status, and a few of the words."""
    found = entries[0].event
    who = listed([clean(name) for entry in entries for name in entry.event.participants], 4)
    kinds = listed([entry.event.event.kind.value for entry in entries], 3)
    status = status_words(found)
    line = [Run(f"{kinds}{f': {who}' if who else ''}")]
    if status:
        line.append(Run(f" ({status})", Look.STRONG))
    if any(entry.event.at.state.value == "confirmed" for entry in entries):
        line.append(Run(" · confirmed", Look.STRONG))
    return [*line, Run(". "), Run(quoted(short_words(found, 100)), Look.QUOTED)]


def _source(entries: Sequence[Told], notes: Notes) -> Line:
    """The voices from the document inwards, each telling once, with notes."""
    voices = listed([" › ".join(map(clean, entry.voices)) or outlet(entry.event.at) for entry in entries], 2)
    return [*plain(voices), *dict.fromkeys(_note(entry, notes) for entry in entries[:_NOTES])]


def _note(entry: Told, notes: Notes) -> NoteRef:
    found, at = entry.event, entry.event.at
    cited = "; ".join(short(record.words, 120) for record in entry.records)
    words = Run(quoted(short(found.words, _QUOTED)), Look.QUOTED)
    records = f" It cites: {cited}." if cited else ""
    by_hand = f" It was {added_words(found)}." if found.added_by else ""
    return notes.add((at.document, found.event.evidence), (words, Run(f"{source_line(at)}{records}{by_hand}")))
