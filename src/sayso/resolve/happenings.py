"""Which events of the case may be one happening, each pair with its reasons for and against. Nothing is merged.

Only events that share two participants (a trip: one, and the place) and a day are compared, so that a case of thousands
of documents stays near linear.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from sayso.model.event import EventKind, EventStatus
from sayso.model.happening import Ruling, Telling
from sayso.model.identity import Evidence, Suggestion
from sayso.model.when import When
from sayso.resolve.words import split_person

_START, _LEAST, _MOST = 0.2, 0.6, 0.95
_SAME_PARTICIPANTS = 0.25
_SURNAME_ALONE, _MAY_BE_ONE = -0.05, -0.05
_SAME_DAY, _SAME_DAYS, _WITHIN = 0.3, 0.15, 0.05
_SAME_KIND, _SAME_MESSAGE, _SAME_TALK, _MAY_BE_THE_TALK, _OTHER_KIND = 0.15, 0.05, 0.1, 0.1, -0.2
_SAME_PLACE, _OTHER_PLACE = 0.15, -0.25
_SAME_TIME, _OTHER_TIME = 0.15, -0.35
_CONTRADICTED = -0.05
_SAME_DOCUMENT = -0.15
_LONGEST = 62
"""A date that could be any of more days than this is no reason to compare."""
_A_WEEK = 7
_PARTICIPANTS = 8
"""Of longer lists of participants only so many are looked at."""
_FEW = 12
"""Of more events that share participants and a month, each is compared with so many next to it by date."""
_BEST = 6
"""So many suggestions an event has at most, the best."""
_CONTACTS = frozenset((EventKind.MEETING, EventKind.CALL, EventKind.MESSAGE, EventKind.CONVERSATION))
_AT_ONE_PLACE = "the same place"
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_COMMON = frozenset(("the", "a", "an", "at", "in", "of", "on", "his", "her", "their", "its", "near", "office"))


@dataclass(frozen=True, slots=True)
class _Seen:
    """An event in the form that is compared."""

    telling: Telling
    names: frozenset[str]
    maybe: Mapping[str, frozenset[str]]
    first: date
    last: date


def suggest_happenings(
    tellings: Sequence[Telling], rulings: Sequence[Ruling] = (), alike: Iterable[tuple[str, str]] = ()
) -> tuple[Suggestion, ...]:
    """Pairs of events (ids) that may be one, best first; none that a person has decided about, nor what follows from
    it: if A is B, then C is as much the one as the other.

    `alike` are pairs of names of the case that may be those of one person.
    """
    ruled = _Ruled(rulings)
    maybe = _maybe(alike)
    seen = [found for telling in tellings if (found := _seen(telling, maybe)) is not None]
    made = []
    for a, b in _pairs(seen):
        one, other = seen[a], seen[b]
        if ruled.decides(one.telling.event.id, other.telling.event.id):
            continue
        evidence = _evidence(one, other)
        score = round(_START + sum(e.weight for e in evidence), 2) if evidence else 0.0
        if score >= _LEAST:
            made.append(Suggestion(one.telling.event.id, other.telling.event.id, min(_MOST, score), tuple(evidence)))
    made.sort(key=lambda s: (-s.score, s.first, s.second))
    return tuple(_best(made))


class _Ruled:
    """What decisions come to: events that are one, and such groups that are two."""

    def __init__(self, rulings: Sequence[Ruling]) -> None:
        self._above: dict[str, str] = {}
        for ruling in rulings:
            if ruling.same:
                self._above[self._root(ruling.first)] = self._root(ruling.second)
        self._apart = {
            frozenset((self._root(ruling.first), self._root(ruling.second))) for ruling in rulings if not ruling.same
        }

    def _root(self, id: str) -> str:
        while (above := self._above.get(id, id)) != id:
            id = above
        return id

    def decides(self, first: str, second: str) -> bool:
        """Whether two events are known to be one, or two."""
        if not (self._above or self._apart):
            return False
        one, other = self._root(first), self._root(second)
        return one == other or frozenset((one, other)) in self._apart


def _maybe(alike: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    """For a folded name those that may be the same person's."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in alike:
        found[_folded(one)].add(_folded(other))
        found[_folded(other)].add(_folded(one))
    return {name: frozenset(others) for name, others in found.items()}


def _best(made: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """The best of each event; what is told a hundred times over needs no pair of each with each."""
    has: dict[str, int] = defaultdict(int)
    for suggestion in made:
        if has[suggestion.first] < _BEST and has[suggestion.second] < _BEST:
            has[suggestion.first] += 1
            has[suggestion.second] += 1
            yield suggestion


def _seen(telling: Telling, maybe: Mapping[str, frozenset[str]]) -> _Seen | None:
    """`None` for what has no date, or one that says too little."""
    when = telling.event.date
    first, last = (when.earliest, when.latest) if when else (None, None)
    if first is None or last is None or (last - first).days > _LONGEST:
        return None
    names = frozenset(_folded(name) for name in telling.participants[:_PARTICIPANTS])
    return _Seen(telling, names - {""}, {name: maybe[name] for name in names if name in maybe}, first, last)


def _pairs(seen: Sequence[_Seen]) -> Sequence[tuple[int, int]]:
    """Pairs of places in `seen` worth comparing, each once, in order."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, one in enumerate(seen):
        for key in _keys(one):
            blocks[key].append(place)
    found: set[tuple[int, int]] = set()
    for held in blocks.values():
        held.sort(key=lambda place: (seen[place].first, seen[place].last, place))
        for at, a in enumerate(held):
            found.update((min(a, b), max(a, b)) for b in held[at + 1 : at + 1 + _FEW])
    return sorted(found)


def _keys(one: _Seen) -> Iterator[tuple[str, ...]]:
    """Family of kinds, two surnames (of a traveller one), and each month that it can have been."""
    kind = one.telling.event.kind
    family = "contact" if kind in _CONTACTS else kind.value
    surnames = sorted(
        word for name in one.names for word in {form.split()[-1] for form in (name, *one.maybe.get(name, ()))}
    )
    who = [(name,) for name in surnames] if kind is EventKind.TRAVEL else list(combinations(surnames, 2))
    months = range(one.first.year * 12 + one.first.month - 1, one.last.year * 12 + one.last.month)
    for month in months:
        for names in dict.fromkeys(who):
            yield (family, str(month), *names)


def _evidence(one: _Seen, other: _Seen) -> Sequence[Evidence]:
    """All reasons; none if there are no two to share, or the dates exclude each other."""
    first, second = one.telling.event, other.telling.event
    if first.date is None or second.date is None or one.first > other.last or other.first > one.last:
        return ()
    who = _participants(one, other)
    if not who:
        return ()
    if one.telling.document == other.telling.document and first.evidence.overlaps(second.evidence):
        return ()  # one sentence tells both, as two
    found = [*who, _dates(first.date, second.date), _kinds(first.kind, second.kind)]
    found += _places(first.place, second.place)
    if first.kind is EventKind.TRAVEL and not any(e.ground == _AT_ONE_PLACE for e in found):
        return ()
    if first.time and second.time:
        same = first.time == second.time
        found.append(_reason("the same hour" if same else "another hour", first.time, second.time,
                             _SAME_TIME if same else _OTHER_TIME))  # fmt: skip
    found += _statuses(first.status, second.status)
    if one.telling.document == other.telling.document:
        found.append(_reason("told apart in one document", "", "", _SAME_DOCUMENT))
    return found


def _participants(one: _Seen, other: _Seen) -> Sequence[Evidence]:
    """At least two in common (of travellers one), and at least as many as are not."""
    if one.names == other.names:
        return (_reason("the same participants", ", ".join(one.telling.participants), "", _SAME_PARTICIPANTS),)
    shared = one.names & other.names
    left = [(a, b) for a in sorted(one.names - shared) for b in sorted(other.names - shared)]
    loose = [(a, b) for a, b in left if _is_surname_of(a, b) or b in one.maybe.get(a, ())]
    short = list({b: (a, b) for a, b in {a: (a, b) for a, b in loose}.values()}.values())
    both = len(shared) + len(short)
    every = len(one.names) + len(other.names) - both
    if both < (1 if one.telling.event.kind is EventKind.TRAVEL else 2) or 2 * both < every:
        return ()
    named = [name for name in one.telling.participants if _folded(name) in shared]
    weight = round(_SAME_PARTICIPANTS * both / every, 2)
    ground = "the same participants" if both == every else "participants in common"
    found = [_reason(ground, ", ".join([*named, *(a for a, _ in short)]), "", weight)]
    return [
        *found,
        *(
            _reason("surname alone", a, b, _SURNAME_ALONE)
            if _is_surname_of(a, b)
            else _reason("names that may be one person's", a, b, _MAY_BE_ONE)
            for a, b in short
        ),
    ]


def _is_surname_of(one: str, other: str) -> bool:
    """Whether one is the surname alone of the other, who is no junior."""
    first, second = one.split(), other.split()
    return first[-1] == second[-1] and 1 in (len(first), len(second)) and not {first[0], second[0]} & _SUFFIXES


def _dates(first: When, second: When) -> Evidence:
    if first.is_day and second.is_day:
        return _reason("the same day", first.edtf, "", _SAME_DAY)
    if first == second:
        days = (first.latest - first.earliest).days if first.latest and first.earliest else _LONGEST
        return _reason("the same date", first.edtf, "", _SAME_DAYS if days <= _A_WEEK else _WITHIN)
    return _reason("dates that can be one", first.edtf, second.edtf, _WITHIN if first.compatible(second) else 0.0)


def _kinds(first: EventKind, second: EventKind) -> Evidence:
    if first is second:
        weight = {EventKind.MESSAGE: _SAME_MESSAGE, EventKind.CONVERSATION: _SAME_TALK}.get(first, _SAME_KIND)
        return _reason("the same kind", first.value, "", weight)
    if EventKind.CONVERSATION in (first, second) and EventKind.MESSAGE not in (first, second):
        return _reason("kinds that can be one", first.value, second.value, _MAY_BE_THE_TALK)
    return _reason("another kind", first.value, second.value, _OTHER_KIND)


def _places(first: str | None, second: str | None) -> Iterator[Evidence]:
    if first and second:
        shared = set(_folded(first).split()) & set(_folded(second).split()) - _COMMON
        ground, weight = (_AT_ONE_PLACE, _SAME_PLACE) if shared else ("another place", _OTHER_PLACE)
        yield _reason(ground, first, second, weight)


def _statuses(first: EventStatus, second: EventStatus) -> Iterator[Evidence]:
    if EventStatus.DID_NOT_OCCUR in (first, second) and first is not second:
        yield _reason("said not to have occurred", first.value, second.value, _CONTRADICTED)
    elif first is not second:
        yield _reason("another status", first.value, second.value, 0.0)


def _reason(ground: str, first: str, second: str, weight: float) -> Evidence:
    return Evidence(ground, first, second, weight)


def _folded(name: str) -> str:
    """Words that names are compared by. What tells a father from a son stays, at the front, so that surnames end."""
    parts = split_person(name)
    return " ".join([*([parts.suffix] if parts.suffix else []), *parts.words])
