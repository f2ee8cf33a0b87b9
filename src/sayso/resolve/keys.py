"""What the names of entities must share so that they are one without asking: keys of full names.

A surname, a given name or an initial alone has no key, so that nothing merges on it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.model.entity import Entity, EntityKind
from sayso.resolve.words import fold, is_latin, lexicon, split_person, thing_words, without_legal_forms

Key = tuple[str, ...]

_ROMANISED = 4
"""Letters that a given name must have for that."""
_YEV = re.compile(r"^[yji]ev")
_EI = re.compile(r"[ea][iyj]$")
_IY = re.compile(r"(?:iy|ii|yi|ij)$")
_IN_Y = frozenset(
    {
        *("anatol", "andr", "arkad", "dmitr", "evgen", "gennad", "georg", "grigor", "innokent", "iur", "jur", "nikola"),
        *("oleks", "savel", "serh", "timof", "valer", "vasil", "vital", "yul", "yur"),
    }
)
"""Slavic names without the ending that is written `y`, `i`, `iy` and `ii`."""
_CALLED = re.compile(r"(?<=\s)[(\"“]\s*([^\W\d_][\w.-]*)\s*[)\"”]")
_SHORTEST = 2
"""Letters that a name must have, and initials that together are as good as a given name (`J. D. Abara`)."""


def full_key(name: str, kind: EntityKind) -> Key | None:
    """The key of a full name; `None` for a name that two may bear without being one."""
    return _person_key(name) if kind is EntityKind.PERSON else _thing_key(name, kind is EntityKind.PLACE)


def full_keys(entity: Entity) -> tuple[Key, ...]:
    """The keys of all forms that the document gives, that of the name first."""
    forms = (entity.name, *entity.aliases)
    if entity.kind is EntityKind.PERSON:
        forms = tuple(said for form in forms for said in (form, *_as_called(form)))
    return tuple(dict.fromkeys(key for form in forms if (key := full_key(form, entity.kind))))


def _as_called(name: str) -> tuple[str, ...]:
    """The name with the given name that stands in brackets or quotation marks in it: `Leonard (Len) Abara`."""
    called = _CALLED.search(name)
    return (f"{called[1]} {name[called.end() :]}",) if called else ()


@dataclass(frozen=True, slots=True)
class FullName:
    """A person's full name in the parts that are compared; `given` may be several initials (`j d`)."""

    initials: str
    given: str
    middle: tuple[str, ...]
    family: str
    suffix: str


@lru_cache(maxsize=65536)
def full_name(name: str) -> FullName | None:
    """A person's name taken apart; `None` if it is a surname, a given name or an initial alone."""
    parts = split_person(name)
    *given, family = parts.words or ("",)
    initials = 0
    while initials < len(given) and len(given[initials]) == 1:
        initials += 1
    if not given or len(family) < _SHORTEST or (initials == len(given) and initials < _SHORTEST):
        return None
    if initials == len(given):
        return FullName("", " ".join(given), (), family, parts.suffix)
    middle = tuple(given[initials + 1 :])
    return FullName(" ".join(given[:initials]), given[initials], middle, family, parts.suffix)


def _person_key(name: str) -> Key | None:
    parts = full_name(name)
    return ("person", romanised_alike(parts.given), parts.family, parts.suffix) if parts else None


def romanised_alike(given: str) -> str:
    """A given name with the letters made one that differ by the way a Slavic name is romanised alone: Sergei, Sergey.

    A `y` at the end of other names is left: Toni is no Tony, and Henri no Henry.
    """
    if not is_latin(given) or len(given) < _ROMANISED:
        return given
    plain = _YEV.sub("ev", given.replace("x", "ks"))
    if _EI.search(plain):
        return plain[:-1] + "i"
    stem = _IY.sub("", plain)
    if stem == plain and plain.endswith("y") and plain[:-1] in _IN_Y:
        stem = plain[:-1]
    return f"{stem}i" if stem != plain else plain


@lru_cache(maxsize=65536)
def _thing_key(name: str, is_place: bool) -> Key | None:
    words = tuple(thing_words(name))
    if not words:
        return None
    same = _same_names().get(" ".join(words))
    if same:
        words = tuple(same.split())
    if is_place:
        return ("place", *words)
    kept, _ = without_legal_forms(words)
    return ("organization", *(kept if len(kept) > 1 else words))


@lru_cache(maxsize=65536)
def legal_forms(name: str) -> frozenset[str]:
    """The classes of legal forms in the name of an organisation."""
    return without_legal_forms(thing_words(name))[1]


def is_generic(name: str) -> bool:
    """Whether an organisation's name says only what kind it is (`the Committee`), so that it is anybody's."""
    kinds = _kind_words()
    return all(word in kinds for word in thing_words(name))


@cache
def _kind_words() -> frozenset[str]:
    lists = ("organization-words", "public-body-words")
    proper = {"cia", "nato", "kremlin", "pentagon", "knesset", "interpol", "europol", "bundestag", "bundesrat", "duma"}
    return frozenset(fold(line) for name in lists for line in lexicon(name)) - proper


@cache
def _same_names() -> Mapping[str, str]:
    """For the words of a place's or body's name, those of the first name of its line."""
    lines = ([" ".join(thing_words(name)) for name in line.split("|")] for line in lexicon("same-names"))
    return {name: first for first, *rest in lines for name in (first, *rest) if name}
