"""Whom somebody means who types a name: those who are called so, or a choice where two different people are."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.errors import UsageError
from sayso.model.entity import EntityKind
from sayso.store.stored import StoredPerson

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "v"))
_TOLD = 8
"""Of several that a name could stand for, so many are told."""


@dataclass(frozen=True, slots=True)
class Called:
    """`meant` are the entities of the case that a name stands for, the one with the fullest name first: several only
    where all but the first have no other name, so that nothing tells whether they are the same. `others` bear the name
    too, and nothing in the case calls them by it alone.
    """

    meant: tuple[StoredPerson, ...]
    others: tuple[StoredPerson, ...] = ()


def called(holding: Sequence[StoredPerson], name: str) -> Called | None:
    """Whom `name` stands for among entities that hold its words; `None` for nobody.

    A whole name is that of whoever bears it. A single word is the surname of one person: the one whom documents call
    by it alone, or else the only one who bears it; with them, those who are called nothing else. Raises `UsageError`
    that lists the choices, most mentioned first, if two different people could be meant.
    """
    wanted = _key(name)
    if not wanted:
        return None
    by_name = [found for found in holding if _key(found.person.name) == wanted]
    exact = by_name or [found for found in holding if wanted in map(_key, found.person.aliases)]
    if " " in wanted:
        return _whole(exact, name) if exact else None
    bearers = [found for found in holding if found.person.kind is EntityKind.PERSON and wanted in _surnames(found)]
    if not bearers:
        return _whole(exact, name) if exact else None
    bare = [found for found in bearers if _key(found.person.name) == wanted]
    full = [found for found in bearers if _key(found.person.name) != wanted]
    so_called = [found for found in full if wanted in map(_key, found.person.aliases)]
    chosen = so_called or full
    if len(chosen) > 1:
        raise UsageError(choices([*chosen, *bare], name))
    meant = (*chosen, *_by_mentions(bare))
    return Called(meant, tuple(_by_mentions([found for found in full if found not in chosen])))


def _whole(exact: Sequence[StoredPerson], name: str) -> Called:
    """The only one; of people and things of one name the people."""
    people = [found for found in exact if found.person.kind is EntityKind.PERSON] or exact
    if len(people) > 1:
        raise UsageError(choices(people, name))
    return Called((people[0],))


def choices(found: Sequence[StoredPerson], name: str) -> str:
    """One sentence that lists whom a name could stand for, most mentioned first."""
    ranked = _by_mentions(found)
    listed = "; ".join(
        f"{one.person.name}, {one.person.id} ({counted(one.mentions, 'mention')} in "
        f"{counted(one.documents, 'document')})"
        for one in ranked[:_TOLD]
    )
    more = f"; and {len(ranked) - _TOLD} more" if len(ranked) > _TOLD else ""
    return f"{len(ranked)} go by the name {name.strip()!r}: {listed}{more}. Give the id of one, or a whole name."


def counted(number: int, what: str) -> str:
    """ "1 mention", "2 mentions"."""
    return f"{number:,} {what}" + ("" if number == 1 else "s")


def _by_mentions(found: Sequence[StoredPerson]) -> list[StoredPerson]:
    return sorted(found, key=lambda one: (-one.mentions, one.person.name, one.person.id))


def _surnames(found: StoredPerson) -> set[str]:
    """The last words of the name and of its other forms, without Jr. and the like; a single word is one too."""
    forms = [_key(form).split() for form in (found.person.name, *found.person.aliases)]
    return {next((word for word in reversed(form) if word not in _SUFFIXES), "") for form in forms if form}


def _key(name: str) -> str:
    return " ".join(name.replace(",", " ").replace(".", " ").casefold().split())
