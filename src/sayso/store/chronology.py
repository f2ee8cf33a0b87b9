"""Events with what they rest on: the voices that tell them, and the records cited for the words."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.store.condition import Is, Or
from sayso.store.protocol import Store
from sayso.store.stored import Found, StoredCitation, StoredEvent

_AT_ONCE = 200
"""Documents in one condition."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event and on whose word it is: `voices` from the document inwards, `records` that it cites for the words."""

    event: StoredEvent
    voices: tuple[str, ...]
    records: tuple[StoredCitation, ...]


def told(store: Store, events: Sequence[StoredEvent]) -> Sequence[Told]:
    """The same events in the same order, with what each rests on."""
    cited: dict[str, list[StoredCitation]] = {}
    documents = list(dict.fromkeys(found.at.document for found in events))
    for start in range(0, len(documents), _AT_ONCE):
        asked = Or(tuple(Is("document", id) for id in documents[start : start + _AT_ONCE]))
        for citation in store.citations(asked):
            cited.setdefault(citation.at.document, []).append(citation)
    return [
        Told(
            found,
            (_own_voice(found.at), *found.according_to),
            tuple(record for record in cited.get(found.at.document, ()) if _supports(record, found)),
        )
        for found in events
    ]


def in_order(events: Sequence[Told]) -> Sequence[Told]:
    """By the first possible day, then the shorter range, then as they came; undated ones last."""
    dated = [(entry.event.event.date.sort_key, entry) for entry in events if entry.event.event.date]
    undated = [entry for entry in events if not entry.event.event.date]
    return [*(entry for _, entry in sorted(dated, key=lambda pair: pair[0])), *undated]


def _own_voice(at: Found) -> str:
    """Whoever publishes; of what nobody publishes, its title or else its file, and who wrote it."""
    authors = f" ({', '.join(at.authors)})" if at.authors else ""
    return at.publisher or f"{at.title or at.name}{authors}"


def _supports(record: StoredCitation, found: StoredEvent) -> bool:
    supports = record.citation.supports
    return bool(supports and record.at.anchored and found.at.anchored and supports.overlaps(found.event.evidence))
