"""A person's name taken apart, and whether two names can be one person's."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.find.lexicon import words
from sayso.find.name_words import PARTICLES, SUFFIXES, Gender, gender_of_title, is_suffix, is_title, plain

_OPENING = ('"', "“", "”", "‘", "'", "(")
"""before what somebody is called, in the middle of the name"""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name taken apart, each word folded (lower case, no diacritics, no full stops)."""

    titles: tuple[str, ...]
    given: tuple[str, ...]
    family: str
    suffix: str | None
    called: tuple[str, ...] = ()
    """what stands in quotation marks or brackets between the given and the family name (`William "Bo" Harker`)"""

    @property
    def gender(self) -> Gender | None:
        """What the titles tell."""
        return next((g for g in map(gender_of_title, self.titles) if g), None)


def fold(word: str) -> str:
    """Lower case, without diacritics, full stops and quotation marks."""
    decomposed = unicodedata.normalize("NFKD", plain(word).replace(".", ""))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def take_apart(name: str) -> PersonName:
    """A person's name as titles, given names, family name (with its particles) and suffix."""
    said = [word for word in name.replace(",", " ").split() if fold(word)]
    called: tuple[str, ...] = ()
    if len(said) > 2:
        called = tuple(fold(word) for word in said[1:-1] if word.startswith(_OPENING))
        said = [said[0], *(word for word in said[1:-1] if not word.startswith(_OPENING)), said[-1]]
    first = 0
    while first + 1 < len(said) and is_title(said[first]):
        first += 1
    suffix = None
    last = len(said)
    if last - first > 1 and is_suffix(said[-1]):
        suffix = SUFFIXES[plain(said[-1])]
        last -= 1
    parts = [fold(word) for word in said[first:last]]
    start = max(0, len(parts) - 1)
    while start > 1 and parts[start - 1] in PARTICLES:
        start -= 1
    titles = tuple(fold(word) for word in said[:first])
    return PersonName(titles, tuple(parts[:start]), " ".join(parts[start:]), suffix, called)


def agree(one: PersonName, other: PersonName) -> bool:
    """Whether two full names with one family name can be one person's."""
    if one.suffix != other.suffix or (one.gender and other.gender and one.gender != other.gender):
        return False
    if other.given[0] in one.called or one.given[0] in other.called:
        return True
    if not _given_agree(one.given[0], other.given[0]):
        return False
    middle = zip(one.given[1:], other.given[1:], strict=False)
    return all(_given_agree(a, b) for a, b in middle)


def _given_agree(one: str, other: str) -> bool:
    if one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    return other in nicknames().get(one, ()) or one in nicknames().get(other, ())


@cache
def nicknames() -> Mapping[str, tuple[str, ...]]:
    """For a given name its short forms."""
    return {name: tuple(short) for name, *short in (line.split() for line in words("nicknames"))}
