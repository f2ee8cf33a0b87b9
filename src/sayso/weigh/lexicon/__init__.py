"""Which words mean the same, which speak against each other, and how rare a word is; SOURCES.md tells their origin."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

_RAREST = 13.0
_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))
_LONGEST_ENDING = 4
_ENTRY = re.compile(r'"([^"]+)"|(\S+)')


@cache
def rarity(lemma: str) -> float:
    """The natural logarithm of how rare a base form is in general English: 5 (often) to 13 (hardly ever)."""
    known = _words().get(base(lemma))
    return known[0] if known else _RAREST


@cache
def meanings(lemma: str) -> frozenset[str]:
    """Marks that two words share if they can mean the same: `#` and a concept, `~` and a group of WordNet."""
    known = _words().get(base(lemma))
    return concepts(lemma) | frozenset(known[1] if known else ())


@cache
def concepts(lemma: str) -> frozenset[str]:
    """The concepts that one word by itself can stand for, each with `#` before it."""
    return _concepts()[0].get(base(lemma), frozenset())


def is_known(lemma: str) -> bool:
    """Whether it is a common word of English, and not only a name."""
    return base(lemma) in _words()


@cache
def base(word: str) -> str:
    """The base form of a lower-case word that is listed in another form only: `terminated` → `terminate`."""
    known, single = _words(), _concepts()[0]
    if word in known or word in single:
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)] + instead
            for form in (stem, stem + "e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem):
                if form in known or form in single:
                    return form
    return word


def bases(word: str) -> frozenset[str]:
    """The base forms that a lower-case word may be a form of, as phrases start with them."""
    return frozenset((word, base(word), _irregular().get(word, word)))


def is_form(word: str, base: str) -> bool:
    """Whether a lower-case word looks like a form of the base form: `held` of `hold`, `drawers` of `drawer`."""
    return (
        word == base
        or _irregular().get(word) == base
        or (len(base) > 2 and word.startswith(base.rstrip("e")) and len(word) <= len(base) + _LONGEST_ENDING)
    )


def phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Of the concepts that several words stand for: by the first word, the other words and the concept."""
    return _concepts()[1]


def opposites_of(concepts: Iterable[str]) -> frozenset[str]:
    """The concepts that exclude one of these."""
    return _related("opposite", concepts)


def converses_of(concepts: Iterable[str]) -> frozenset[str]:
    """The concepts that are one of these told from the other side."""
    return _related("converse", concepts)


def _related(relation: str, concepts: Iterable[str]) -> frozenset[str]:
    known = _by_concept()[relation]
    return frozenset().union(*(known[c] for c in concepts if c in known))


@cache
def _by_concept() -> Mapping[str, Mapping[str, frozenset[str]]]:
    return {
        relation: {a: frozenset(y for x, y in pairs if x == a) for a, _ in pairs}
        for relation, pairs in _relations().items()
    }


def is_empty(lemma: str) -> bool:
    """Whether two propositions may well share the base form by chance: "say", "year", "other"."""
    return lemma in listed("empty")


def opposite(first: str, second: str) -> bool:
    """Whether who says the one concept denies the other."""
    return (first, second) in _relations()["opposite"]


@cache
def group(name: str, title: str) -> tuple[str, ...]:
    """The lines of `name`.txt below `[title]`, up to the next title."""
    found: list[str] = []
    inside = False
    for line in _lines(f"{name}.txt"):
        if re.fullmatch(r"\[[a-z-]+\]", line):
            inside = line == f"[{title}]"
        elif inside:
            found.append(line)
    return tuple(found)


def _lines(name: str) -> Iterator[str]:
    for line in files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


@cache
def _words() -> Mapping[str, tuple[float, tuple[str, ...]]]:
    found = {}
    for line in _lines("words.tsv"):
        word, rare, groups = line.split("\t")
        found[word] = (int(rare) / 10, tuple("~" + group for group in groups.split()))
    return MappingProxyType(found)


@cache
def _concepts() -> tuple[Mapping[str, frozenset[str]], Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]]:
    single: dict[str, set[str]] = {}
    several: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    concept = ""
    for line in _lines("concepts.txt"):
        if line.startswith("["):
            concept = "#" + line.strip("[]")
            continue
        for phrase, word in _ENTRY.findall(line):
            if word:
                single.setdefault(word, set()).add(concept)
            else:
                first, *rest = phrase.split()
                several.setdefault(first, []).append((tuple(rest), concept))
    return (
        MappingProxyType({word: frozenset(found) for word, found in single.items()}),
        MappingProxyType({word: tuple(found) for word, found in several.items()}),
    )


@cache
def _irregular() -> Mapping[str, str]:
    pairs = (line.split() for line in _lines("irregular.txt"))
    return MappingProxyType({pair[0]: pair[1] for pair in pairs})


@cache
def listed(name: str) -> frozenset[str]:
    """The words of `name`.txt."""
    return frozenset(word for line in _lines(f"{name}.txt") for word in line.split())


@cache
def role_concepts() -> frozenset[str]:
    """Concepts that say what somebody is."""
    return frozenset("#" + word for word in listed("role-concepts"))


@cache
def _relations() -> Mapping[str, frozenset[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {"opposite": set(), "converse": set()}
    for line in _lines("opposites.txt"):
        first, second, relation = line.split()
        found[relation] |= {("#" + first, "#" + second), ("#" + second, "#" + first)}
    return MappingProxyType({relation: frozenset(pairs) for relation, pairs in found.items()})
