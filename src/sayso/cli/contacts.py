"""With whom somebody had to do: each other one with the contacts, when, and on whose word."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from rich.text import Text

from sayso.casebook import StoredCitation, Told
from sayso.cli.console import folded, output, shorten, table
from sayso.cli.listing import counted
from sayso.export.event_words import status_words
from sayso.export.when_words import when_words
from sayso.model.event import EventKind

_ROWS = 12
_VOICES = 6
_VOICE = 40
_PLURALS = {EventKind.TRAVEL: "trips", EventKind.LEGAL: "legal events"}
_ONE = {EventKind.TRAVEL: "trip", EventKind.LEGAL: "legal event"}


@dataclass(slots=True)
class Contact:
    """What passed between somebody and another one."""

    name: str
    events: list[Told] = field(default_factory=list)

    @property
    def voices(self) -> Counter[str]:
        """Whoever tells of it at first hand, with how many events: witnesses of cited records, or else the innermost
        voice of the text; of what a document says without naming a source, nobody. A surname and the one whole name
        that ends in it are one voice.
        """
        told = [set(_first_hand(entry)) for entry in self.events]
        whole: dict[str, set[str]] = defaultdict(set)
        for name in {name for names in told for name in names if " " in name}:
            whole[name.split()[-1].casefold()].add(name)
        return Counter(voice for names in told for voice in {_whole(name, whole) for name in names})

    @property
    def records(self) -> int:
        """How many different cited records have no witness: messages, logs, exhibits."""
        return len({r.words for entry in self.events for r in entry.records if not _witness(r)})

    @property
    def unsourced(self) -> Sequence[Told]:
        """The events that a document tells in its own words, citing nothing."""
        return [entry for entry in self.events if len(entry.voices) == 1 and not entry.records]


def contacts(entries: Sequence[Told], names: Collection[str]) -> Sequence[Contact]:
    """Everybody beside whom one called `names` takes part in these events, by the number of voices, then of events."""
    own = {name.casefold() for name in names}
    found: dict[str, Contact] = {}
    for entry in entries:
        for other in dict.fromkeys(folded(name) for name in entry.event.participants):
            if other.casefold() not in own:
                found.setdefault(other.casefold(), Contact(other)).events.append(entry)
    return sorted(found.values(), key=lambda c: (-len(c.voices), -len(c.events), c.name))


def show_contacts(found: Sequence[Contact]) -> None:
    """The table of contacts, those on most voices first."""
    columns = [("with", 3), ("contacts", 4), ("when", 3), ("on whose word", 5)]
    rows: list[list[str | Text]] = [
        [contact.name, "; ".join(_kinds(contact)), _when(contact), "; ".join(_words(contact))]
        for contact in found[:_ROWS]
    ]
    output().print(table(columns, rows))


def _first_hand(entry: Told) -> Iterator[str]:
    witnesses = [witness for record in entry.records if (witness := _witness(record))]
    yield from witnesses or map(folded, entry.voices[1:][-1:])


def _witness(record: StoredCitation) -> str:
    """The one witness of a record; nobody for what passed between two ("Marsh & Renn")."""
    witness = folded(record.citation.witness or "")
    return "" if "&" in witness else witness


def _whole(name: str, whole: dict[str, set[str]]) -> str:
    """The one whole name that ends in a surname; the name itself where there is none, or several."""
    longer = whole.get(name.casefold(), set())
    return next(iter(longer)) if len(longer) == 1 else name


def _kinds(contact: Contact) -> Iterator[str]:
    """ "3 calls", "1 meeting", and how many of them did not occur or may not have."""
    kinds = Counter(entry.event.event.kind for entry in contact.events)
    for kind, number in kinds.most_common():
        yield f"{number} {_ONE.get(kind, kind.value) if number == 1 else _PLURALS.get(kind, kind.value + 's')}"
    statuses = Counter(status_words(entry.event) for entry in contact.events)
    yield from (f"{number} {status}" for status, number in statuses.most_common() if status)


def _when(contact: Contact) -> str:
    dates = sorted((e.event.event.date for e in contact.events if e.event.event.date), key=lambda when: when.sort_key)
    if not dates:
        return when_words(None)
    first, last = when_words(dates[0]), when_words(dates[-1])
    undated = len(contact.events) - len(dates)
    return (first if first == last else f"first {first}; last {last}") + (f"; {undated} undated" if undated else "")


def _words(contact: Contact) -> Iterator[str]:
    voices = contact.voices
    named = ", ".join(f"{shorten(voice, _VOICE)} ({number})" for voice, number in voices.most_common(_VOICES))
    more = f", and {len(voices) - _VOICES} more" if len(voices) > _VOICES else ""
    if voices:
        yield f"{counted(len(voices), 'voice')}: {named}{more}"
    if contact.records:
        yield counted(contact.records, "other record")
    if contact.unsourced:
        told = len({entry.event.at.document for entry in contact.unsourced})
        yield f"{len(contact.unsourced)} in the own words of {counted(told, 'document')}"
