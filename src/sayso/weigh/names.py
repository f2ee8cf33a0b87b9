"""Whom two propositions both name, also where one has only a surname or a description."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.weigh import lexicon
from sayso.weigh.facts import Facts

_PART_OF_NAME, _DESCRIBED = 0.7, 0.5
_TELLING = 7.0
"""rarity from which a word of a description tells somebody apart by itself"""


@dataclass(frozen=True, slots=True)
class Shared:
    """Whom both name: `pairs` of their keys (the case's entities, equal where it is sure); how much that weighs."""

    pairs: frozenset[tuple[str, str]]
    weight: float


def shared_names(a: Facts, b: Facts) -> Shared:
    """Whom both name, each counted once."""
    pairs: set[tuple[str, str]] = set()
    weight = 0.0
    for key in a.who.keys() & b.who.keys():
        pairs.add((key, key))
        weight += max(a.who[key].weight, b.who[key].weight)
    rest_a = [k for k in sorted(a.who) if k not in b.who]
    rest_b = [k for k in sorted(b.who) if k not in a.who]
    for key in rest_a:
        other = next((o for o in rest_b if _part_of_name(a.who[key].words, b.who[o].words)), None)
        if other is not None:
            rest_b.remove(other)
            pairs.add((key, other))
            weight += _PART_OF_NAME * max(a.who[key].weight, b.who[other].weight)
    named_a, named_b = {k for k, _ in pairs}, {k for _, k in pairs}
    weight += sum(_DESCRIBED * a.who[k].weight for k in rest_a if k not in named_a and _is_described(k, a, b))
    weight += sum(_DESCRIBED * b.who[k].weight for k in rest_b if k not in named_b and _is_described(k, b, a))
    return Shared(frozenset(pairs), weight)


def _part_of_name(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b) and a != b and (a < b or b < a)


def _is_described(key: str, named: Facts, other: Facts) -> bool:
    """Whether `other` has words by which one of the two documents describes whom `named` names."""
    words = named.described.get(key, frozenset()) | other.described.get(key, frozenset())
    if not words:
        return False
    if any(term in words and rare >= _TELLING for term, rare in other.terms.items()):
        return True
    return not words.isdisjoint(_role_marks(other))


def _role_marks(one: Facts) -> Iterator[str]:
    for marks in one.marks.values():
        yield from marks & lexicon.role_concepts()
