"""What happened when in an open case, on whose word; and what people add to it by hand."""

from abc import abstractmethod
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import TypedDict, Unpack

from sayso.errors import UsageError
from sayso.model.event import Event, EventKind, EventStatus
from sayso.model.span import Span
from sayso.model.when import When
from sayso.settings import Settings
from sayso.store.chronology import Told, in_order, told
from sayso.store.condition import And, Condition, Has, Is, Not, Or, Table, Within
from sayso.store.stored import DocumentRow, StoredDate, StoredEvent, StoredStatement
from sayso.who import WhoIsWho

_AT_ONCE = 200
"""Documents in one condition."""


class Narrow(TypedDict, total=False):
    """What a chronology can be narrowed down to. Whoever takes part is named by an id or a name (see `called`)."""

    person: str | None
    other: str | None
    """takes part beside `person`"""
    kind: EventKind | None
    status: EventStatus | None
    source: str | None
    """words of a name on whose word the text tells it"""
    since: When | None
    """not over before the first day of this"""
    until: When | None
    """may have begun on the last day of this, or earlier"""


class Chronicle(WhoIsWho):
    """The part of a case that is about events; `Case` is the whole."""

    _settings: Settings

    @abstractmethod
    def _where(self, query: str, table: Table) -> Condition | None: ...

    def events(self, query: str = "", *, limit: int | None = None, offset: int = 0) -> Iterator[StoredEvent]:
        """Contacts and dealings by their date, unknown last."""
        return self._store.events(self._where(query, "events"), limit=limit, offset=offset)

    def on_whose_word(self, events: Sequence[StoredEvent]) -> Sequence[Told]:
        """The same events, each with the voices that tell it and the records that are cited for it."""
        return told(self._store, events)

    def outlets(self, documents: Collection[str]) -> Mapping[str, str | None]:
        """Who publishes these documents (ids), in the order of the list of documents."""
        return {row.id: row.metadata.publisher for row in self.documents_of(documents)}

    def documents_of(self, documents: Collection[str]) -> Sequence[DocumentRow]:
        """The rows of these documents (ids), by date of publication, unknown last."""
        asked, found = sorted(documents), list[DocumentRow]()
        for start in range(0, len(asked), _AT_ONCE):
            some = Or(tuple(Is("document", id) for id in asked[start : start + _AT_ONCE]))
            found.extend(self._store.documents(some))
        return sorted(found, key=_by_publication)

    def statements_about(
        self, person: str, documents: Collection[str], *, limit: int | None = None
    ) -> Iterator[StoredStatement]:
        """What these documents (ids) have others say about an entity of the case (its whole id)."""
        some = Or(tuple(Is("document", id) for id in documents))
        return self._store.statements(And((some, Is("about", person), Not(Is("person", person)))), limit=limit)

    def dates_in(self, document: str) -> Iterator[StoredDate]:
        """The dates of one document (its whole id), by the date."""
        return self._store.dates(Is("document", document))

    def timeline(
        self, query: str = "", *, limit: int | None = None, offset: int = 0, **narrow: Unpack[Narrow]
    ) -> Sequence[Told]:
        """The chronology: events by the first day they can have been, then the shorter range, undated ones last.

        With `since` or `until` events without a date are left out.
        """
        asked = self._narrowed(query, narrow)
        return in_order(told(self._store, list(self._store.events(asked, limit=limit, offset=offset))))

    def timeline_length(self, query: str = "", **narrow: Unpack[Narrow]) -> int:
        """How many events such a chronology has."""
        return self._store.count("events", self._narrowed(query, narrow))

    def _narrowed(self, query: str, narrow: Narrow) -> Condition:
        kind, status, source = narrow.get("kind"), narrow.get("status"), narrow.get("source")
        since, until = narrow.get("since"), narrow.get("until")
        asked: list[Condition | None] = [
            self._where(query, "events"),
            self._takes_part(narrow.get("person")),
            self._takes_part(narrow.get("other")),
            Is("kind", kind.value) if kind else None,
            Is("status", status.value) if status else None,
            Has("sources", source) if source is not None else None,
            Within("date", since.earliest if since else None, until.latest if until else None)
            if since or until
            else None,
        ]
        return And(tuple(filter(None, asked)))

    def _takes_part(self, name: str | None) -> Condition | None:
        if name is None:
            return None
        return Or(tuple(Is("person", one.person.id) for one in self.called(name).meant))

    def add_event(
        self,
        document: str,
        start: int,
        end: int,
        kind: EventKind,
        *,
        participants: Sequence[str] = (),
        date: str | None = None,
        time: str | None = None,
        place: str | None = None,
        status: EventStatus = EventStatus.OCCURRED,
        according_to: Sequence[str] = (),
    ) -> StoredEvent:
        """Put an event on the chronology that stands at `text[start:end]` (code points) of a document. Signed, logged.

        `date` is EDTF or words that say when (see `when_said`), `time` a time of day (`HH:MM`); participants and those
        on whose word it is are named by an id, by a name of the case, or by any other words. It is confirmed, and holds
        when documents are read again; `judging.undo` takes it back. Raises `UsageError`.
        """
        if not any(name.strip() for name in participants):
            raise UsageError("Say who took part.")
        if time and not _is_time(time):
            raise UsageError(f"{time!r} is no time of day; write it as 14:30.")
        found = self._store.document(document)
        event = Event(
            "",
            kind,
            Span(start, end),
            self._names(participants),
            self.when_said(date, document) if date and date.strip() else None,
            time or None,
            " ".join(place.split()) if place and place.strip() else None,
            status,
            self._names(according_to),
            Span(start, end),
            None,
            1.0,
        )
        id = self._store.add_event(found.document.id, event, by=self._signer)
        made = self._store.item(id)
        assert isinstance(made, StoredEvent)
        return made

    def when_said(self, words: str, document: str) -> When:
        """The date that EDTF or English words mean, these counted from the date of a document: "last Tuesday".

        Raises `UsageError` for what is no date, or can't be told.
        """
        try:
            return When.parse(words.strip())
        except ValueError:
            from sayso.when_said import when_said  # loads a language model

        found = when_said(words.strip(), self._store.document(document).document.metadata, self._settings)
        if found is None:
            what = "is no date that can be told. Write it as 2016-11-08, 2016-11, 2016-11-08/.. (or later), 2016-11~"
            raise UsageError(f"{words!r} {what} (about), or in words as 8 November 2016.")
        return found

    def _names(self, given: Sequence[str]) -> tuple[str, ...]:
        """Names as the case has them; what names nobody in it, or more than one, stays as it was written."""
        return tuple(dict.fromkeys(self._name(" ".join(name.split())) for name in given if name.strip()))

    def _name(self, given: str) -> str:
        try:
            meant = self.called(given).meant
        except UsageError:
            return given
        return meant[0].person.name if len(meant) == 1 else given


def _by_publication(row: DocumentRow) -> tuple[bool, date, str]:
    """Unknown dates last."""
    when = row.metadata.published
    return (when is None, (when.earliest if when else None) or date.min, row.name)


def _is_time(given: str) -> bool:
    hours, _, minutes = given.partition(":")
    digits = (hours + minutes).isascii() and (hours + minutes).isdigit()
    return digits and len(minutes) == 2 and len(hours) in (1, 2) and int(hours) < 24 and int(minutes) < 60
