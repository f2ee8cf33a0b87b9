"""On how many words an event rests: whoever tells it, each voice once however often it is repeated."""

from collections.abc import Iterable, Mapping, Sequence
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

    def __init__(self, case: Case) -> None:
        self._first = _first_of_copies(case)

    def of(self, entry: Told) -> str:
        """What tells the voice nearest to an event from others; the same for the same voice."""
        if len(entry.voices) > 1:
            return entry.voices[-1].casefold()
        at = entry.event.at
        first, outlet = self._first.get(at.document, (at.document, at.publisher))
        return (outlet or first).casefold()


def weigh(case: Case, entries: Sequence[Told]) -> Sequence[Weight]:
    """What each of these events rests on, in their order; what tells the same is looked for among them."""
    voices, alike = Voices(case), case.may_be_one([entry.event for entry in entries])
    apart = {id: found for id, found in alike.items() if found}
    told = {e.event.event.id: e for e in case.on_whose_word([o.event for found in apart.values() for o in found])}
    return [_weight(entry, apart.get(entry.event.event.id, ()), told, voices) for entry in entries]


def is_hearsay(entry: Told) -> bool:
    """Whether somebody tells it who has it from somebody else."""
    return len(entry.voices) >= _AT_SECOND_HAND


def _weight(entry: Told, others: Sequence[Alike], told: Mapping[str, Told], voices: Voices) -> Weight:
    def heard(some: Iterable[Alike]) -> set[str]:
        return {voices.of(told[other.event.event.id]) for other in some}

    sure = {voices.of(entry)} | heard(o for o in others if o.ruling)
    return Weight(len(sure), len(heard(o for o in others if not o.ruling) - sure), is_hearsay(entry), others)


def _first_of_copies(case: Case) -> Mapping[str, tuple[str, str | None]]:
    """Document that is a copy → the first document (id) of which it is one, by date, and its outlet."""
    copies = case.copies()
    if not copies:
        return {}
    rows = list(case.documents())
    order = {row.id: number for number, row in enumerate(rows)}
    outlets = {row.id: row.metadata.publisher for row in rows}
    first: dict[str, str] = {}
    for copy in sorted(copies, key=lambda c: max(order.get(c.first, 0), order.get(c.second, 0))):
        earlier, later = sorted((copy.first, copy.second), key=lambda id: order.get(id, 0))
        first.setdefault(later, first.get(earlier, earlier))
    return {later: (id, outlets.get(id)) for later, id in first.items()}
