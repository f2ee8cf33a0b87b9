"""Events with what they rest on: the voices that tell them, and the records cited for the words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.model.happening import Ruling
from sayso.model.identity import Suggestion
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


@dataclass(frozen=True, slots=True)
class Alike:
    """Another event that may be the same happening, for the reasons of `suggestion`, or is the same, by a `ruling`."""

    event: StoredEvent
    suggestion: Suggestion | None = None
    ruling: Ruling | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """Two events that may be one, and why."""

    first: StoredEvent
    second: StoredEvent
    suggestion: Suggestion


def alike(
    store: Store, events: Sequence[StoredEvent], suggestions: Iterable[Suggestion]
) -> Mapping[str, Sequence[Alike]]:
    """For events (by id) those that are the same by what people decided, then those that may be, best first.

    What two people's decisions lead to is the same too: A is B, and B is C.
    """
    known = {found.event.id: found for found in events}
    same = [ruling for ruling in store.rulings() if ruling.same]
    links: dict[str, list[Ruling]] = defaultdict(list)
    for ruling in same:
        links[ruling.first].append(ruling)
        links[ruling.second].append(ruling)
    absent = sorted(set(links) - set(known))
    for start in range(0, len(absent), _AT_ONCE):
        asked = Or(tuple(Is("id", id) for id in absent[start : start + _AT_ONCE]))
        known |= {found.event.id: found for found in store.events(asked)}
    made: dict[str, list[Alike]] = defaultdict(list)
    for id in links:
        for other, ruling in _reached(id, links):
            if other in known:
                made[id].append(Alike(known[other], ruling=ruling))
    for suggestion in suggestions:
        made[suggestion.first].append(Alike(known[suggestion.second], suggestion))
        made[suggestion.second].append(Alike(known[suggestion.first], suggestion))
    return made


def _reached(start: str, links: Mapping[str, Sequence[Ruling]]) -> Sequence[tuple[str, Ruling]]:
    """All events that decisions lead to from `start`, each with the decision that does."""
    found: dict[str, Ruling] = {}
    todo = [start]
    while todo:
        here = todo.pop(0)
        for ruling in links[here]:
            other = ruling.second if ruling.first == here else ruling.first
            if other != start and other not in found:
                found[other] = ruling
                todo.append(other)
    return list(found.items())


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
