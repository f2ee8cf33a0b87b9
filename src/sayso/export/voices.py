"""On how many words an event rests: whoever tells it, each voice once however often it is repeated."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.casebook import Alike, Case, Told

_AT_SECOND_HAND = 3
"""So many voices, the document's own among them, make it hearsay: one speaker passes on what another one says."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What an event rests on. `voices` counts those who tell it, or what a person said is the same, independently of
    each other; `perhaps` those who moreover tell what may be the same. `hearsay`: told at second hand.
    """

    voices: int
    perhaps: int
    hearsay: bool
    others: Sequence[Alike] = ()


class Voices:
    """Tells voices from each other: the one nearest to the event, or else the outlet of the document. A copy speaks
    with the voice of what it is a copy of.
    """

    def __init__(self, case: Case, entries: Sequence[Told]) -> None:
        self._first = _first_of_copies(case, {entry.event.at.document for entry in entries})

    def of(self, entry: Told) -> str:
        """What tells the voice nearest to an event from others; the same for the same voice."""
        if len(entry.voices) > 1:
            return entry.voices[-1].casefold()
        at = entry.event.at
        first, outlet = self._first.get(at.document, (at.document, at.publisher))
        return (outlet or first).casefold()


def weigh(case: Case, entries: Sequence[Told]) -> Sequence[Weight]:
    """What each of these events rests on, in their order; what tells the same is looked for among them."""
    alike = case.may_be_one([entry.event for entry in entries])
    others = case.on_whose_word([other.event for found in alike.values() for other in found])
    told, voices = {entry.event.event.id: entry for entry in others}, Voices(case, [*entries, *others])
    return [_weight(entry, alike.get(entry.event.event.id, ()), told, voices) for entry in entries]


def is_hearsay(entry: Told) -> bool:
    """Whether somebody tells it who has it from somebody else."""
    return len(entry.voices) >= _AT_SECOND_HAND


def _weight(entry: Told, others: Sequence[Alike], told: Mapping[str, Told], voices: Voices) -> Weight:
    def heard(some: Iterable[Alike]) -> set[str]:
        return {voices.of(told[other.event.event.id]) for other in some}

    sure = {voices.of(entry)} | heard(o for o in others if o.ruling)
    return Weight(len(sure), len(heard(o for o in others if not o.ruling) - sure), is_hearsay(entry), others)


def _first_of_copies(case: Case, documents: Collection[str]) -> Mapping[str, tuple[str, str | None]]:
    """Which of these documents are copies → the first document (id) of which each is one, by date, and its outlet."""
    beside: dict[str, set[str]] = defaultdict(set)
    for copy in case.copies():
        beside[copy.first].add(copy.second)
        beside[copy.second].add(copy.first)
    reached, todo = set[str](), [id for id in documents if id in beside]
    while todo:
        if (here := todo.pop()) not in reached:
            reached.add(here)
            todo.extend(beside[here])
    outlets = case.outlets(reached)
    copies = [copy for copy in case.copies() if copy.first in reached] if reached else []
    order = {id: number for number, id in enumerate(outlets)}
    first: dict[str, str] = {}
    for copy in sorted(copies, key=lambda c: max(order.get(c.first, 0), order.get(c.second, 0))):
        earlier, later = sorted((copy.first, copy.second), key=lambda id: order.get(id, 0))
        first.setdefault(later, first.get(earlier, earlier))
    return {later: (id, outlets.get(id)) for later, id in first.items()}
