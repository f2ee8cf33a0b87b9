"""Names that one document ties to a fuller name, and that so join it in others: acronyms, short forms, nicknames.

A tie counts only where all documents tie the shorter name to one fuller name; and people join only if every two of
their full names are compatible, so that no chain of ties leads from one to another.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from sayso.model.entity import Entity, EntityKind
from sayso.resolve.keys import Key, full_keys, is_generic, legal_forms
from sayso.resolve.names import GENERIC_FORMS, same

Named = tuple[str, Entity]
"""An entity with the id of its document."""

_MOST_NAMES = 12
"""More full names than this are nobody's variants."""


def tied(groups: Mapping[Key, Sequence[Named]]) -> Mapping[Key, Key]:
    """For the key of a group the key that it goes by: its own, or that of the fuller name it is tied to."""
    families = {entity.name.split()[-1].casefold() for held in groups.values() for _, entity in held
                if entity.kind is EntityKind.PERSON and entity.name}  # fmt: skip
    people: dict[Key, set[Key]] = defaultdict(set)
    things: dict[Key, set[Key]] = defaultdict(set)
    for key, held in groups.items():
        for _, entity in held:
            if entity.kind is EntityKind.PERSON:
                for other in full_keys(entity):
                    if other != key and other in groups:
                        people[other].add(key)
            elif entity.kind is not EntityKind.PLACE:
                for short in _short_keys(entity, families):
                    if short != key and short in groups:
                        things[short].add(key)
    roots = _Roots(groups)
    _tie_things(things, roots)
    _tie_people(people, groups, roots)
    return {key: roots.of(key) for key in groups}


def _short_keys(entity: Entity, families: set[str]) -> Iterable[Key]:
    """The keys of shorter names that the document uses for an organisation and that are not anybody's."""
    for form in entity.aliases:
        if not is_generic(form) and form[:1].isupper() and form.casefold() not in families:
            yield from full_keys(Entity("", form, entity.kind, (), ()))


class _Roots:
    """Which keys are one so far."""

    def __init__(self, keys: Iterable[Key]) -> None:
        self._above = {key: key for key in keys}

    def of(self, key: Key) -> Key:
        """The key that stands for all that are one with this."""
        while self._above[key] != key:
            self._above[key] = self._above[self._above[key]]
            key = self._above[key]
        return key

    def join(self, key: Key, under: Key) -> None:
        """Make two one; `under` stands for them."""
        self._above[self.of(key)] = self.of(under)


def _tie_things(ties: Mapping[Key, set[Key]], roots: _Roots) -> None:
    """Longest first, so that two forms of one name are one before a third is tied to them."""
    for short in sorted(ties, key=lambda key: (-len(key), key)):
        targets = {roots.of(key) for key in ties[short]} - {roots.of(short)}
        if len(targets) == 1:
            roots.join(short, targets.pop())


def _tie_people(ties: Mapping[Key, set[Key]], groups: Mapping[Key, Sequence[Named]], roots: _Roots) -> None:
    linked: dict[Key, set[Key]] = defaultdict(set)
    for key, others in ties.items():
        for other in others:
            linked[key].add(other)
            linked[other].add(key)
    seen: set[Key] = set()
    for key in sorted(linked):
        component = _reached(key, linked.__getitem__, seen)
        names = sorted({entity.name for part in component for _, entity in groups[part]})
        if 1 < len(names) <= _MOST_NAMES and all(same(a, b, EntityKind.PERSON).same for a, b in combinations(names, 2)):
            for part in component:
                roots.join(part, min(component))


def _reached(start: Key, linked: Callable[[Key], set[Key]], seen: set[Key]) -> list[Key]:
    """All keys that links lead to from `start`, in order; none that were reached before."""
    todo, found = [start], []
    while todo:
        key = todo.pop()
        if key not in seen:
            seen.add(key)
            found.append(key)
            todo += linked(key)
    return sorted(found)


def forms_contradict(names: Iterable[str]) -> bool:
    """Whether names of organisations have legal forms that one company can't have both of."""
    particular = {forms for name in names if (forms := legal_forms(name) - GENERIC_FORMS)}
    return any(a.isdisjoint(b) for a, b in combinations(particular, 2))
