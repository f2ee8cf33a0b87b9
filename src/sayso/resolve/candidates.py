"""Which entities of the case are worth comparing: those that share a key of some kind, so that nobody is compared with
everybody. Keys shared by too many say nothing and are left out.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from sayso.model.entity import EntityKind, Person
from sayso.resolve.keys import full_key, is_generic
from sayso.resolve.words import in_latin, is_latin, short_forms, split_person, thing_words, without_legal_forms

_MOST_ALIKE = 12
"""Of full names that share a key, at most so many are compared."""
_MOST_BEARERS = 3
"""A surname or an initial that more than so many people of the case bear points to nobody."""
_MOST_FORMS = 6
_LONG = 7
"""Letters that a name must have at least, so that one letter more or less makes no other name."""

Pair = tuple[int, int]


def candidates(people: Sequence[Person]) -> Iterator[Pair]:
    """Pairs of places in `people` that may be one, each once, the smaller first, in order."""
    alike: dict[str, set[int]] = defaultdict(set)
    bearers: dict[str, set[int]] = defaultdict(set)
    askers: dict[str, set[int]] = defaultdict(set)
    for place, person in enumerate(people):
        names = [form for form in (person.name, *person.aliases) if full_key(form, person.kind)][:_MOST_FORMS]
        if person.kind is EntityKind.PLACE:
            continue
        if person.kind is not EntityKind.PERSON:
            for name in names:
                _thing(name, place, alike, bearers, askers)
        elif names:
            for name in names:
                for key in _full_person(name):
                    alike[key].add(place)
                for key in _may_be_called(name):
                    bearers[key].add(place)
        else:
            askers[_called(person.name)].add(place)
    found = {pair for held in alike.values() if len(held) <= _MOST_ALIKE for pair in combinations(sorted(held), 2)}
    for key, asking in askers.items():
        if len(bearers.get(key, ())) <= _MOST_BEARERS:
            found.update((min(a, b), max(a, b)) for a in asking for b in bearers.get(key, ()) if a != b)
    yield from sorted(found)


def _full_person(name: str) -> Iterator[str]:
    words = _words(name)
    given, family = words[0], words[-1]
    yield "order " + " ".join(sorted(words))
    yield from (f"given {form} {family}" for form in {given, *short_forms().get(given, ())})
    yield from _slips("".join((given, family)))
    yield "joined " + "".join(words)
    yield f"ends {given} {family}"
    if len(words) > 2:
        # Of two family names, or two given names, either may be left out.
        yield from (f"ends {given} {middle}" for middle in words[1:-1] if len(middle) > 1)
        yield from (f"ends {middle} {family}" for middle in words[1:-1] if len(middle) > 1)


def _may_be_called(name: str) -> Iterator[str]:
    """What the bearer of a full name is called where it is cut short."""
    words = _words(name)
    yield words[-1]
    yield f"{words[0][0]} {words[-1]}"


def _called(name: str) -> str:
    """The surname of a name that is no full name, with its initial if there is one."""
    words = _words(name)
    return f"{words[0][0]} {words[-1]}" if len(words) > 1 and len(words[0]) == 1 else words[-1]


def _words(name: str) -> tuple[str, ...]:
    return split_person(name if is_latin(name) else in_latin(name)).words or ("",)


def _slips(word: str) -> Iterator[str]:
    """The word, and the word with each letter left out: two that are one slip apart share one (symmetric delete)."""
    if len(word) < _LONG:
        return
    yield f"slip {word}"
    yield from {f"slip {word[:i]}{word[i + 1 :]}" for i in range(len(word))}


def _thing(
    name: str,
    place: int,
    alike: dict[str, set[int]],
    bearers: dict[str, set[int]],
    askers: dict[str, set[int]],
) -> None:
    words, _ = without_legal_forms(thing_words(name))
    if not words or is_generic(name):
        return
    alike["words " + " ".join(sorted(words))].add(place)
    for key in _slips("".join(words)):
        alike[key].add(place)
    if len(words) == 1:
        askers[words[0]].add(place)
        return
    big = [word for word in words if word not in ("of", "for", "de", "in", "on", "s")]
    if len(big) > 1:
        bearers["".join(word[0] for word in big)].add(place)
    bearers[words[0]].add(place)
    askers[" ".join(words)].add(place)
    for length in range(2, len(words)):
        bearers[" ".join(words[:length])].add(place)
