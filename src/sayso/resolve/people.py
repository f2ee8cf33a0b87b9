"""Entities of documents to entities of the case.

What is merged here is merged without asking, so only full names merge: the same given and family names and suffix, and
no two middle names against each other; organisations by all words of their names, or by a shorter name that a document
ties to one fuller name. Surnames, initials and given names alone stay with their document. Everything else is for a
person to join, and what people decided goes before all of this.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import combinations

from sayso.model.entity import Entity, EntityKind, Person
from sayso.model.identity import IdentityKind, Member, Verdict
from sayso.resolve.judged import Decided, decided
from sayso.resolve.keys import Key, full_key, full_name, legal_forms
from sayso.resolve.ties import Named, forms_contradict, tied

_Part = tuple[Key, tuple[Named, ...], str]
"""Key, members, and why they are one."""


def resolve(entities: Iterable[Named], verdicts: Sequence[Verdict] = ()) -> tuple[Person, ...]:
    """The entities of the case, each from one or more (document id, entity), ordered by name, then id.

    `verdicts` are the decisions in force, in the order they were made. The result does not depend on the order in
    which entities are given. Linear but for sorting.
    """
    groups: dict[Key, list[Named]] = defaultdict(list)
    for document, entity in sorted(entities, key=lambda named: (named[0], named[1].id)):
        groups[full_key(entity.name, entity.kind) or ("alone", document, entity.id)].append((document, entity))
    roots = tied(groups)
    joined: dict[Key, list[Key]] = defaultdict(list)
    for key in groups:
        joined[roots[key]].append(key)
    holds = decided(verdicts)
    parts = [
        part
        for root, keys in sorted(joined.items())
        for part in _parts(root, [named for key in sorted(keys) for named in groups[key]], len(keys) > 1, holds)
    ]
    renamed = [verdict for verdict in verdicts if verdict.kind is IdentityKind.RENAME and verdict.name]
    people = [_named(_person(part), renamed) for part in _joined(parts, holds)]
    return tuple(sorted(people, key=lambda person: (person.name, person.id)))


def _parts(root: Key, members: Sequence[Named], is_tied: bool, holds: Decided) -> Iterable[_Part]:
    for apart, held in _apart(members).items():
        by_member = {(document, entity.id): (document, entity) for document, entity in held}
        for side, some in holds.parts(list(by_member)).items():
            part = tuple(by_member[member] for member in some)
            yield (*root, *apart, *side), part, _reason(root, part, is_tied)


def _apart(members: Sequence[Named]) -> Mapping[tuple[str, ...], Sequence[Named]]:
    """Members of one key, under nothing more if all can be one; parted if initials, middle names or legal forms tell
    them apart.

    Who then has no middle name could be any of them, and stands alone.
    """
    by_form: dict[tuple[str, ...], list[Named]] = defaultdict(list)
    for member in members:
        by_form[_distinction(member[1])].append(member)
    forms = list(by_form)
    if members[0][1].kind is EntityKind.PERSON:
        can_be_one = all(_can_be_one(one, other) for one, other in combinations(forms, 2))
    else:
        can_be_one = not forms_contradict(entity.name for _, entity in members)
    return {(): members} if can_be_one else by_form


def _distinction(entity: Entity) -> tuple[str, ...]:
    """What may tell two of one key apart: a person's first initials and middle names, a company's legal forms."""
    if entity.kind is not EntityKind.PERSON:
        return tuple(sorted(legal_forms(entity.name)))
    name = full_name(entity.name)
    return (name.initials, *name.middle) if name else ()


def _can_be_one(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether what people of one key are called besides can be one person's: nothing against each other."""
    initials = one[0] == other[0] or "" in (one[0], other[0])
    return initials and _agree(one[1:], other[1:])


def _agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether middle names can be one person's: word by word the same, or an initial of it."""
    return all(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in zip(one, other, strict=False))


def _joined(parts: Sequence[_Part], holds: Decided) -> Iterable[_Part]:
    """The parts, with those made one that a person joined, unless another decision keeps them apart."""
    part_of: dict[Member, int] = {
        (document, entity.id): number for number, (_, part, _) in enumerate(parts) for document, entity in part
    }
    cluster = list(range(len(parts)))
    held: dict[int, set[int]] = {number: {number} for number in cluster}
    says: dict[int, list[Verdict]] = defaultdict(list)
    for verdict, group in holds.together:
        numbers = sorted({part_of[member] for member in group if member in part_of})
        for number in numbers[1:]:
            one, other = cluster[numbers[0]], cluster[number]
            if one == other or holds.are_apart(_members(parts, held[one]), _members(parts, held[other])):
                continue
            for moved in held.pop(other):
                cluster[moved] = one
                held[one].add(moved)
            says[one] += [*says.pop(other, []), verdict]
    for first, numbers_held in held.items():
        several = [parts[number] for number in sorted(numbers_held)]
        # The fullest name's key, so that an id holds when more documents come.
        key = min((part[0] for part in several), key=lambda k: (k[0] == "alone", -len(k), k))
        members = tuple(sorted((n for part in several for n in part[1]), key=lambda n: (n[0], n[1].id)))
        by = list(dict.fromkeys(f"{v.by} says so (decision {v.id})" for v in says.get(first, [])))
        why = "; ".join([*(dict.fromkeys(p[2] for p in several) if not by else ()), *by])
        yield key, members, why


def _members(parts: Sequence[_Part], numbers: set[int]) -> set[Member]:
    return {(document, entity.id) for number in numbers for document, entity in parts[number][1]}


def _person(part: _Part) -> Person:
    key, members, reason = part
    entities = [entity for _, entity in members]
    name = min((e.name for e in entities), key=lambda n: (-len(n.split()), n.isupper(), -len(n), n))
    kinds = Counter(e.kind for e in entities)
    aliases = dict.fromkeys(form for e in entities for form in (e.name, *e.aliases) if form != name)
    return Person(
        "p" + sha256("\x1f".join(key).encode()).hexdigest()[:12],
        name,
        max(kinds, key=lambda kind: (kinds[kind], kind.value)),
        tuple(aliases),
        tuple((document, entity.id) for document, entity in members),
        reason,
    )


def _named(person: Person, renamed: Sequence[Verdict]) -> Person:
    """The person under the name that was given last."""
    mine = [v for v in renamed if not v.sides[0].isdisjoint(person.members)] if renamed else []
    if not mine or not mine[-1].name or mine[-1].name == person.name:
        return person
    name = mine[-1].name
    aliases = tuple(form for form in (person.name, *person.aliases) if form != name)
    return Person(person.id, name, person.kind, aliases, person.members, person.reason)


def _reason(root: Key, members: Sequence[Named], is_tied: bool) -> str:
    documents = len({document for document, _ in members})
    if len(members) > 1:
        named = "same full name" if root[0] == "person" else "same name"
        if is_tied and len({full_key(entity.name, entity.kind) for _, entity in members}) > 1:
            named = "names that a document uses for one"
        return f"{named} in {documents} documents" if documents > 1 else f"{named} {len(members)} times in one document"
    return "a single word or an initial: not joined by itself" if root[0] == "alone" else "named in one document"
