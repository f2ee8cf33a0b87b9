"""Two propositions compared, feature by feature. Every feature is the same whichever of the two comes first.

Vectors tell what a sentence is about, not what it says of it: a denial, another sum and another day lie as near as a
paraphrase. So names, roles, dates, numbers, events and the senses of predicates are compared by themselves.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from sayso.model.proposition import Bound
from sayso.weigh import lexicon
from sayso.weigh.facts import Amount, Facts

_SAME, _KIN = 1.0, 0.7
_NEAR_DAYS = 3
_SHORT_RANGE = 100
"""days; a range of at most so many is a date, a longer one a time"""
_NARROW_RANGE = 31
_COUNT_OF_EVENTS = ("time", "occasion")
_SIBLING = 0.8
"""of the words of two sentences, for one to be a light edit of the other"""


class Dates(Enum):
    """How the dates of two propositions stand to each other."""

    NONE = 0
    SAME_DAY = 1
    FIT = 2
    LOOSE = 3
    NEAR = 4
    FAR = 5


class Numbers(Enum):
    """How the numbers of two propositions stand to each other."""

    NONE = 0
    SAME = 1
    DIFFER = 2


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was compared: `values` by name of the feature; the rest is for reasons in words."""

    values: Mapping[str, float]
    shared: frozenset[str]
    terms: tuple[tuple[str, str], ...]
    dates: Dates
    numbers: Numbers
    opposite: bool
    sibling: bool


def compare(a: Facts, b: Facts, cosine: float) -> Comparison:
    """Compare two propositions whose vectors have this cosine."""
    if (b.id, b.document) < (a.id, a.document):
        a, b = b, a
    of_a, of_b, matched = _cover(a, b)
    least, most = min(of_a, of_b), max(of_a, of_b)
    shared = a.who.keys() & b.who.keys()
    weight = sum(max(a.who[k], b.who[k]) for k in shared)
    named = min(sum(a.who.values()), sum(b.who.values()))
    named_most = max(sum(a.who.values()), sum(b.who.values()))
    persons = a.persons & b.persons
    same_doing = bool(a.predicate == b.predicate and a.predicate)
    kin_doing = bool(a.doing & b.doing)
    any_doing = bool(a.doing & b.all_marks or b.doing & a.all_marks)
    opposed = _related(a, b, lexicon.opposite) and not kin_doing
    conversed = _related(a, b, lexicon.converse) and not same_doing
    same_role, swapped = _roles(a, b, conversed)
    dates, numbers = compare_dates(a, b), compare_numbers(a, b)
    sibling = _sibling(a, b)
    concepts = sum(1 for m in a.all_marks & b.all_marks if m[0] == "#")
    deals = bool(a.deals & b.deals)
    values = {
        "cosine": cosine,
        "cosine high": max(0.0, cosine - 0.5),
        "words shared, of both": least,
        "words shared, of one": most,
        "concepts shared": min(concepts, 6) / 6,
        "names shared": min(weight, 3.0),
        "names shared, of those with fewer": weight / named if named else 0.0,
        "names shared, of those with more": weight / named_most if named_most else 0.0,
        "two names shared": float(len(shared) >= 2),
        "no name in one": float(not a.who or not b.who),
        "other persons": float(bool(a.persons and b.persons and not persons)),
        "both name others": float(bool(a.persons - b.persons and b.persons - a.persons)),
        "same predicate": float(same_doing),
        "like predicate": float(kin_doing and not same_doing),
        "predicate among words": float(any_doing and not kin_doing),
        "opposite predicate": float(opposed),
        "converse predicate": float(conversed),
        "same roles": min(same_role, 2) / 2,
        "roles swapped": float(swapped),
        "number same": float(numbers is Numbers.SAME),
        "number differs": float(numbers is Numbers.DIFFER),
        "number in one": float(bool(a.amounts) != bool(b.amounts)),
        "day same": float(dates is Dates.SAME_DAY),
        "dates fit": float(dates is Dates.FIT),
        "dates loose": float(dates is Dates.LOOSE),
        "days near": float(dates is Dates.NEAR),
        "dates far": float(dates is Dates.FAR),
        "event kind same": float(deals),
        "event kind differs": float(bool(a.deals and b.deals and not deals)),
        "same sentence": float(sibling),
        "same document": float(a.document == b.document),
        "neighbours": float(a.document == b.document and abs(a.place - b.place) == 1),
        "one denies": float(a.negative != b.negative),
        "one asks": float(a.open != b.open),
        "short": float(min(len(a.terms), len(b.terms)) <= 2),
        "words and names": least * min(weight, 2.0),
        "cosine and names": max(0.0, cosine - 0.3) * min(weight, 2.0),
        "predicate and names": float(kin_doing or same_doing) * min(weight, 2.0),
        "predicate, names and date": float((kin_doing or any_doing) and dates in (Dates.SAME_DAY, Dates.FIT))
        * min(weight, 2.0),
    }
    return Comparison(values, frozenset(shared), matched, dates, numbers, opposed, sibling)


def _cover(a: Facts, b: Facts) -> tuple[float, float, tuple[tuple[str, str], ...]]:
    """How much of the rarity of each one's words the other has too, and the pairs of words."""
    matched: list[tuple[str, str]] = []
    of_a, of_b = _found(a, b, matched), _found(b, a, None)
    return of_a, of_b, tuple(matched)


def _found(a: Facts, b: Facts, matched: list[tuple[str, str]] | None) -> float:
    total = sum(a.terms.values())
    found = 0.0
    for term, rare in a.terms.items():
        if term in b.terms:
            found += rare * _SAME
            if matched is not None:
                matched.append((term, term))
        elif a.marks[term] & b.all_marks:
            found += rare * _KIN
            if matched is not None:
                other = next((t for t in b.terms if a.marks[term] & b.marks[t]), "")
                if other:
                    matched.append((term, other))
    return found / total if total else 0.0


def _related(a: Facts, b: Facts, relation: "lexicon.Relation") -> bool:
    return any(relation(x, y) for x in a.doing if x[0] == "#" for y in b.doing if y[0] == "#")


def _roles(a: Facts, b: Facts, conversed: bool) -> tuple[int, bool]:
    """How many take part in the same role, and whether subject and object changed places."""
    if conversed:
        turn = {"subject": "object", "object": "subject"}
        turned = frozenset((turn.get(role, role), who) for role, who in b.roles)
        return len(a.roles & (b.roles | turned)), False
    core_a = {who: role for role, who in a.roles if role in ("subject", "object")}
    core_b = {who: role for role, who in b.roles if role in ("subject", "object")}
    moved = [who for who in core_a.keys() & core_b.keys() if core_a[who] != core_b[who]]
    return len(a.roles & b.roles), bool(moved)


def compare_dates(a: Facts, b: Facts) -> Dates:
    """The nearest that two of their dates come."""
    best = Dates.NONE
    order = (Dates.SAME_DAY, Dates.FIT, Dates.LOOSE, Dates.NEAR, Dates.FAR, Dates.NONE)
    for first in a.days:
        for second in b.days:
            best = min(best, _dates(first, second), key=order.index)
    return best


def _dates(a: tuple[int, int], b: tuple[int, int]) -> Dates:
    shorter, longer = sorted((a, b), key=lambda d: (d[1] - d[0], d))
    days, length = shorter[1] - shorter[0], longer[1] - longer[0]
    gap = max(a[0], b[0]) - min(a[1], b[1])
    if gap <= 0:
        if length == 0:
            return Dates.SAME_DAY
        return Dates.FIT if length <= _SHORT_RANGE else Dates.LOOSE
    if length == days == 0 and gap <= _NEAR_DAYS:
        return Dates.NEAR
    # Ranges have soft edges: "early May" and May 12.
    return Dates.FAR if gap > (_NARROW_RANGE if length > 0 else 0) else Dates.LOOSE


def compare_numbers(a: Facts, b: Facts) -> Numbers:
    """Whether they count or measure one thing, and agree in it."""
    best = Numbers.NONE
    for first in a.amounts:
        for second in b.amounts:
            if same_unit(first, second):
                if agree(first, second):
                    return Numbers.SAME
                best = Numbers.DIFFER
    return best


def same_unit(a: Amount, b: Amount) -> bool:
    """Whether two numbers can be of one thing."""
    if not a.unit or not b.unit:
        return a.value == b.value and a.value > 10
    if a.unit == b.unit or lexicon.meanings(a.unit) & lexicon.meanings(b.unit):
        return True
    return any(
        x.unit in _COUNT_OF_EVENTS and y.unit not in _COUNT_OF_EVENTS and "#meet" in lexicon.meanings(y.unit)
        for x, y in ((a, b), (b, a))
    )


def agree(a: Amount, b: Amount) -> bool:
    """Whether both numbers can be true of one thing."""
    low, high = _range(a)
    other_low, other_high = _range(b)
    return low <= other_high and other_low <= high


def _range(amount: Amount) -> tuple[float, float]:
    value = amount.value
    if amount.bound is Bound.AT_LEAST:
        return value, float("inf")
    if amount.bound is Bound.AT_MOST:
        return float("-inf"), value
    if amount.bound is Bound.ABOUT:
        return value - abs(value) * 0.1, value + abs(value) * 0.1
    return value, value


def _sibling(a: Facts, b: Facts) -> bool:
    """Whether the two are one sentence, at most lightly edited."""
    if a.words == b.words:
        return True
    if min(len(a.words), len(b.words)) < 5:
        return False
    x, y = set(a.words), set(b.words)
    return len(x & y) >= _SIBLING * len(x | y)
