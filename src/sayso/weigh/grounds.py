"""What of the whole case the claims of a document rest on: which documents must be weighed anew when it changes.

Kept from the last time are numbers alone, so that nothing of what was said or named stands there when a document has
been erased. Rather too many documents are found than too few: one is taken to rest on whatever has all of its words.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain
from typing import TypeVar

import numpy as np

from sayso.model.entity import EntityKind
from sayso.weigh.cards import Card, number_of
from sayso.weigh.origins.case import TITLES, Case
from sayso.weigh.outlets import initials, last_word, outlet_words
from sayso.weigh.passages import name_words
from sayso.weigh.source import Known

_SHORT = 5
"""letters; an outlet with so short a name may be another's initials"""

Key = tuple[int, ...]
"""the words of a name, as cards tell them"""
T = TypeVar("T")
_SEVERAL = 0
"""in place of the number of one who is meant"""


@dataclass(frozen=True, slots=True)
class Grounds:
    """Names in full, given and last names and words of bodies, each with whom it means; entities with their names;
    who speaks for whom; outlets; filings; and of every document who answers for it and what it is a copy of.
    """

    full: tuple[tuple[Key, int], ...]
    single: tuple[tuple[Key, int], ...]
    meant: tuple[tuple[Key, int], ...]
    entities: tuple[tuple[str, tuple[Key, ...]], ...]
    agents: tuple[tuple[str, int], ...]
    outlets: tuple[tuple[int, tuple[int, ...]], ...]
    filers: int
    documents: tuple[tuple[str, int], ...]


def grounds_of(case: Case) -> Grounds:
    """The grounds of a case."""
    numbers = {id: _number(known) for id, known in case.everyone.items()}

    def who(found: Collection[Known]) -> int:
        return numbers[next(iter(found)).id] if len(found) == 1 else _SEVERAL

    meant = {word: case.bodies.meant(f"the {word}") for word in case.bodies.by_word}
    return Grounds(
        tuple((_key(name), who(found)) for name, found in sorted(case.full_names.items())),
        tuple((_key([name]), who(found)) for name, found in sorted(case.single_names.items())),
        tuple((_key([word]), who([known] if known else ())) for word, known in sorted(meant.items())),
        tuple((id, tuple(_forms(known))) for id, known in sorted(case.everyone.items())),
        tuple((id, _number(agent)) for id, agent in sorted(case.agents.items())),
        tuple((_number(name), tuple(_tells(name))) for name in case.publishers),
        _number(case.filers),
        tuple((id, _number((case.authors[id], case.roots.get(id), case.copies.get(id)))) for id in sorted(case.traits)),
    )


@dataclass(frozen=True, slots=True)
class Moved:
    """Documents whose claims must be weighed anew, and those whose propositions must be compared anew."""

    weighed: frozenset[str]
    compared: frozenset[str]


def moved(
    before: Grounds,
    now: Grounds,
    case: Case,
    cards: Mapping[str, Card],
    people: Mapping[str, Collection[Known]],
) -> Moved:
    """The documents that what has changed between two weighings can matter to; `people` are those that each names."""
    renamed = _renamed(before, now, cards, people)
    if before.filers != now.filers:
        return Moved(frozenset(cards), renamed)
    keys = {
        key
        for old, new in ((before.full, now.full), (before.single, now.single), (before.meant, now.meant))
        for key in _differing(dict(old), dict(new))
    }
    keys |= _carried(keys, case)
    outlets = {*before.outlets} ^ {*now.outlets}
    outlets |= {(0, tuple(_tells(name))) for name in case.publishers if _key(name_words(name)) in keys}
    if any(not tells for _, tells in outlets):
        return Moved(frozenset(cards), renamed)
    keys |= {(word,) for _, tells in outlets for word in tells}
    agents = _differing(dict(before.agents), dict(now.agents)) | _of_principals(keys, case)
    keys |= {key for id in agents if id in case.everyone for key in _forms(case.everyone[id])}
    documents = _differing(dict(before.documents), dict(now.documents))
    found = set(documents) & cards.keys()
    found |= {id for id, root in case.roots.items() if root in documents}
    if agents:
        found |= {id for id, named in people.items() if not agents.isdisjoint(known.id for known in named)}
    return Moved(frozenset(found | _with_words(keys, cards)), renamed)


def _renamed(
    before: Grounds, now: Grounds, cards: Mapping[str, Card], people: Mapping[str, Collection[Known]]
) -> frozenset[str]:
    """Documents in which a new form of a name, or one that is none any more, can stand for somebody they name."""
    old, new = ({id: set(forms) for id, forms in grounds.entities} for grounds in (before, now))
    forms = {id: old[id] ^ new[id] for id in old.keys() & new.keys() if old[id] != new[id]}
    if not forms:
        return frozenset()
    having = {key: _with_words([key], cards) for key in set(chain.from_iterable(forms.values()))}
    return frozenset(
        document
        for document, named in people.items()
        if any(document in having[key] for known in named for key in forms.get(known.id, ()))
    )


def _carried(keys: Collection[Key], case: Case) -> set[Key]:
    """The keys by which bodies are found that are themselves looked up by one of `keys`: "the office" means the
    Attorney General's Office, which is looked up without the title.
    """
    return {
        key
        for known in case.everyone.values()
        if known.kind is not EntityKind.PERSON and name_words(known.name)[:1] and name_words(known.name)[0] in TITLES
        if any(end in keys for end in _ends(known))
        for key in (*_forms(known), *((number_of(word),) for word in name_words(known.name)))
    }


def _of_principals(keys: Collection[Key], case: Case) -> set[str]:
    """Who speaks for somebody that one of `keys` can stand for."""
    return {id for id, agent in case.agents.items() if any(end in keys for end in _ends(agent.principal))}


def _ends(known: Known) -> Iterator[Key]:
    """What an entity is looked up by: its names, without the titles before them, and its first and last words."""
    for name in (known.name, *known.aliases):
        key = _key(name_words(name))
        yield from (key[start:] for start in range(len(key)))
        yield key[:1]


def _with_words(keys: Iterable[Key], cards: Mapping[str, Card]) -> set[str]:
    """The documents that have all words of one of `keys`."""
    wanted = list(keys)
    if not wanted or not cards:
        return set()
    documents = sorted(cards)
    every = [np.frombuffer(cards[document].words, np.uint32) for document in documents]
    owner = np.repeat(np.arange(len(every)), [len(found) for found in every])
    asked = np.unique(np.array([word for key in wanted for word in key], np.uint32))
    flat = np.concatenate(every)
    hit = np.isin(flat, asked)
    having: dict[int, set[int]] = {}
    for word, place in zip(flat[hit].tolist(), owner[hit].tolist(), strict=True):
        having.setdefault(word, set()).add(place)
    found: set[int] = set()
    for key in wanted:
        places = sorted((having.get(word, set()) for word in key), key=len)
        found |= set.intersection(*places) if places else set()
    return {documents[place] for place in found}


def _differing(old: Mapping[T, int], new: Mapping[T, int]) -> set[T]:
    return {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}


def _forms(known: Known) -> Iterator[Key]:
    return (_key(name_words(name)) for name in dict.fromkeys((known.name, *known.aliases)))


def _tells(name: str) -> Iterator[int]:
    """The words by which a text can speak of an outlet; none if it can by words that cannot be told."""
    if len(outlet_words(name)) > 1 or len(name) > _SHORT:
        yield number_of(last_word(name).lower().replace("’", "'"))
        yield number_of(initials(name))


def _key(name: Iterable[str]) -> Key:
    return tuple(number_of(word) for word in name)


def _number(value: object) -> int:
    return int.from_bytes(blake2b(repr(value).encode("utf-8", "replace"), digest_size=6).digest(), "big")
