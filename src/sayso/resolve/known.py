"""People that the case is told of, as the names of those that documents mention, where full names agree.

A list can hold two of one name, and documents can tell two of one name apart: then nobody can say who is meant, and the
list changes nothing. It never joins what a person keeps apart, and never on a surname or an initial.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations

from sayso.model.entity import Entity, EntityKind, Person
from sayso.model.identity import IdentityKind, Verdict
from sayso.model.known import KnownPerson
from sayso.resolve.judged import Decided, decided
from sayso.resolve.keys import Key, full_key, full_keys
from sayso.resolve.names import same

_PLAIN = re.compile(r"[a-z ,]+")
"""Names whose words are compared as they are written, but for capitals."""


def with_known(
    people: Sequence[Person], known: Iterable[KnownPerson], verdicts: Sequence[Verdict] = ()
) -> tuple[Person, ...]:
    """The entities of the case, each that can be one known person alone named after that one; ordered by name, then id.

    Two that bear different full names of one known person are made one. A name that somebody gave stays.
    """
    listed = tuple(known)
    if not listed:
        return tuple(people)
    keys = {person.id: _keys(person) for person in people}
    families = {key[2] for several in keys.values() for key in several if key[0] == "person"}
    by_key: dict[Key, list[KnownPerson]] = defaultdict(list)
    for one in listed:
        for key in _keys(one) if _may_be_here(one, families) else ():
            by_key[key].append(one)
    bearing: dict[Key, list[Person]] = defaultdict(list)
    for person in people:
        for key in keys[person.id]:
            if key in by_key:
                bearing[key].append(person)
    holds = decided(verdicts)
    groups: dict[str, list[Person]] = defaultdict(list)
    meant: dict[str, KnownPerson] = {}
    for person in {person.id: person for several in bearing.values() for person in several}.values():
        if one_meant := _meant(person, by_key, bearing):
            groups[one_meant.id].append(person)
            meant[one_meant.id] = one_meant
    renamed = frozenset[tuple[str, str]]().union(*(v.sides[0] for v in verdicts if v.kind is IdentityKind.RENAME))
    made = {person.id: person for person in people}
    for id, group in groups.items():
        several = _joinable(meant[id], group, holds)
        if not several:
            continue
        for person in several:
            del made[person.id]
        joined = _joined(meant[id], several, keeps_name=[p for p in several if not renamed.isdisjoint(p.members)])
        made[joined.id] = joined
    return tuple(sorted(made.values(), key=lambda person: (person.name, person.id)))


def _keys(one: KnownPerson | Person) -> tuple[Key, ...]:
    return full_keys(Entity(one.id, one.name, one.kind, one.aliases, ()))


def _may_be_here(one: KnownPerson, families: Collection[str]) -> bool:
    """Whether somebody of the case may have the family name: a look at the letters alone, since lists are long."""
    forms = [form.casefold() for form in (one.name, *one.aliases)]
    if one.kind is not EntityKind.PERSON or not all(_PLAIN.fullmatch(form) for form in forms):
        return True
    return any(word in families for form in forms for word in form.replace(",", " ").split())


def _meant(
    person: Person, by_key: Mapping[Key, Sequence[KnownPerson]], bearing: Mapping[Key, Sequence[Person]]
) -> KnownPerson | None:
    """The only known person that somebody can be: no other bears one of the names, on the list or in the case."""
    keys = [key for key in _keys(person) if key in by_key]
    could_be = {one.id: one for key in keys for one in by_key[key]}
    if len(could_be) != 1 or any(len(bearing[key]) > 1 for key in keys):
        return None
    [one] = could_be.values()
    return one if all(_agree(person, one, key) for key in keys) else None


def _agree(person: Person, one: KnownPerson, key: Key) -> bool:
    """Whether nothing in the forms of this key, middle names and the like, speaks against one bearing all of them."""
    mine, theirs = ([f for f in (b.name, *b.aliases) if full_key(f, b.kind) == key] for b in (person, one))
    return all(same(first, second, person.kind).same for first in mine for second in theirs)


def _joinable(one: KnownPerson, group: Sequence[Person], holds: Decided) -> Sequence[Person]:
    """Those of a group that may be joined: where somebody keeps two of them apart, only who bears the name itself."""
    if any(holds.are_apart(set(a.members), set(b.members)) for a, b in combinations(group, 2)):
        return [person for person in group if full_key(one.name, one.kind) in _keys(person)]
    return group


def _joined(one: KnownPerson, group: Sequence[Person], *, keeps_name: Sequence[Person]) -> Person:
    first = min(group, key=lambda person: (full_key(one.name, one.kind) not in _keys(person), person.id))
    name = keeps_name[0].name if keeps_name else one.name
    forms = dict.fromkeys(form for person in group for form in (person.name, *person.aliases))
    aliases = dict.fromkeys((*forms, one.name, *one.aliases))
    reasons = dict.fromkeys(person.reason for person in group if person.reason)
    return Person(
        first.id,
        name,
        one.kind if first.kind is not EntityKind.PLACE else first.kind,
        tuple(form for form in aliases if form != name),
        tuple(sorted(member for person in group for member in person.members)),
        "; ".join((*reasons, f"the same full name is in {one.source}")),
    )
