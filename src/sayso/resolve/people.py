"""Entities of documents to entities of the case.

What is merged here is merged without asking, so only full names merge: the same given and family names and suffix, and
no two middle names against each other. Surnames, initials and given names alone stay with their document. Everything
else is for a person to join; `names.same` says which are worth showing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from sayso.model.entity import Entity, EntityKind, Person
from sayso.resolve.words import split_person, thing_words

Member = tuple[str, Entity]
"""An entity with the id of its document."""


def resolve(entities: Iterable[Member]) -> tuple[Person, ...]:
    """The entities of the case, each from one or more (document id, entity), ordered by name, then id.

    The result does not depend on the order given. Linear but for sorting.
    """
    by_key: dict[tuple[str, ...], list[Member]] = defaultdict(list)
    for document, entity in sorted(entities, key=lambda member: (member[0], member[1].id)):
        by_key[_key(document, entity)].append((document, entity))
    people = [_person(key + middle, part) for key, held in by_key.items() for middle, part in _apart(held).items()]
    return tuple(sorted(people, key=lambda person: (person.name, person.id)))


def _key(document: str, entity: Entity) -> tuple[str, ...]:
    """What entities must share to be one; a key of its own for an entity that may not merge."""
    if entity.kind is EntityKind.PERSON:
        name = split_person(entity.name)
        if len(name.words) > 1 and len(name.words[0]) > 1 and len(name.words[-1]) > 1:
            return ("person", name.words[0], name.words[-1], name.suffix)
    else:
        words = thing_words(entity.name)
        if words:
            return ("place" if entity.kind is EntityKind.PLACE else "organization", *words)
    return ("alone", document, entity.id)


def _apart(members: Sequence[Member]) -> Mapping[tuple[str, ...], Sequence[Member]]:
    """Members of one key, under nothing more if all can be one; parted by middle names if these contradict each other.

    Who then has no middle name could be any of them, and stands alone.
    """
    by_middle: dict[tuple[str, ...], list[Member]] = defaultdict(list)
    for member in members:
        person = member[1].kind is EntityKind.PERSON
        by_middle[split_person(member[1].name).words[1:-1] if person else ()].append(member)
    middles = list(by_middle)
    if all(_agree(one, other) for one in middles for other in middles):
        return {(): members}
    return by_middle


def _agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether middle names can be one person's: word by word the same, or an initial of it."""
    return all(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in zip(one, other, strict=False))


def _person(key: tuple[str, ...], members: Sequence[Member]) -> Person:
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
        _reason(key, members),
    )


def _reason(key: tuple[str, ...], members: Sequence[Member]) -> str:
    documents = len({document for document, _ in members})
    if len(members) > 1:
        named = "same full name" if key[0] == "person" else "same name"
        return f"{named} in {documents} documents" if documents > 1 else f"{named} {len(members)} times in one document"
    return "a single word or an initial: not joined by itself" if key[0] == "alone" else "named in one document"
