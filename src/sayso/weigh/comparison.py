"""Two propositions compared, feature by feature. Every feature is the same whichever of the two comes first.

Vectors tell what a sentence is about, not what it says of it: a denial, another sum and another day lie as near as a
paraphrase. So names, roles, dates, numbers, events and the senses of predicates are compared by themselves.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from sayso.model.proposition import Bound
from sayso.weigh import clocks, lexicon
from sayso.weigh.facts import Amount, Day, Facts, Part, Told
from sayso.weigh.names import Shared, shared_names

_SAME, _KIN = 1.0, 0.7
_NEAR_DAYS = 3
_SHORT_RANGE = 100
"""days; a range of at most so many is a date, a longer one a time"""
_NARROW_RANGE = 31
_YEAR = 365
_CORE = {"subject", "object"}
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
    shared = shared_names(a, b)
    weight = shared.weight
    fewer, more = sorted(sum(name.weight for name in one.who.values()) for one in (a, b))
    persons_a, persons_b = (
        {k for k in a.persons if all(p[0] != k for p in shared.pairs)},
        {k for k in b.persons if all(p[1] != k for p in shared.pairs)},
    )
    same_doing = bool(a.predicate == b.predicate and a.predicate)
    kin_doing = bool(a.doing & b.doing)
    any_doing = bool(a.doing & b.all_marks or b.doing & a.all_marks)
    opposed = not a.denied.isdisjoint(b.doing) and not kin_doing
    conversed = not a.turned.isdisjoint(b.doing) and not same_doing
    parts = _parts(a, b, shared, conversed)
    dates, numbers = compare_dates(a, b), compare_numbers(a, b)
    hours = clocks.agree(a.hours, b.hours)
    sibling = dates is not Dates.FAR and _sibling(a, b)
    concepts = sum(1 for m in a.all_marks & b.all_marks if m[0] == "#")
    deals = bool(a.deals & b.deals)
    fitting = dates in (Dates.SAME_DAY, Dates.FIT)
    values = {
        "cosine": cosine,
        "cosine high": max(0.0, cosine - 0.5),
        "words shared, of both": least,
        "words shared, of one": most,
        "concepts shared": min(concepts, 6) / 6,
        "names shared": min(weight, 3.0),
        "names shared, of those with fewer": min(1.0, weight / fewer) if fewer else 0.0,
        "names shared, of those with more": min(1.0, weight / more) if more else 0.0,
        "two names shared": float(weight >= 1.2),
        "no name in one": float(not a.who or not b.who),
        "other persons": float(bool(persons_a and persons_b) and len(shared.pairs) == 0),
        "both name others": float(bool(persons_a and persons_b)),
        "same predicate": float(same_doing),
        "like predicate": float(kin_doing and not same_doing),
        "predicate among words": float(any_doing and not kin_doing),
        "no predicate alike": float(not any_doing),
        "opposite predicate": float(opposed),
        "converse predicate": float(conversed),
        "subject same": float(parts.subject),
        "object same": float(parts.object),
        "subject other": float(parts.other_subject),
        "object other": float(parts.other_object),
        "other roles same": float(parts.others),
        "roles swapped": float(parts.swapped),
        "number same": float(numbers is Numbers.SAME),
        "large number same": _large(a, b) if numbers is Numbers.SAME else 0.0,
        "number differs": float(numbers is Numbers.DIFFER),
        "number in one": float(bool(a.amounts) != bool(b.amounts)),
        "hour same": float(hours is True),
        "hour differs": float(hours is False),
        "day same": float(dates is Dates.SAME_DAY),
        "dates fit": float(dates is Dates.FIT),
        "dates loose": float(dates is Dates.LOOSE),
        "days near": float(dates is Dates.NEAR),
        "dates far": float(dates is Dates.FAR),
        "date in one": float(bool(a.days) != bool(b.days)),
        "event kind same": float(deals),
        "event kind differs": float(bool(a.deals and b.deals and not deals)),
        "same sentence": float(sibling),
        "same document": float(a.document == b.document),
        "neighbours": float(a.document == b.document and abs(a.place - b.place) == 1),
        "one denies": float(a.negative != b.negative),
        "one asks": float(a.open != b.open),
        "both first": float(any(w in a.words and w in b.words for w in lexicon.listed("ranks"))),
        "days near, and alike": float(dates is Dates.NEAR) * (least + max(0.0, cosine - 0.3)),
        "short": float(min(len(a.terms), len(b.terms)) <= 2),
        "words and names": least * min(weight, 2.0),
        "cosine and names": max(0.0, cosine - 0.3) * min(weight, 2.0),
        "predicate and names": float(kin_doing or same_doing) * min(weight, 2.0),
        "predicate and words": float(kin_doing or same_doing or any_doing) * least,
        "predicate, names and date": float((kin_doing or any_doing) and fitting) * min(weight, 2.0),
        "opposite, and names": float(opposed) * min(weight, 2.0),
    }
    known = frozenset(first for first, second in shared.pairs if first == second)
    return Comparison(values, known, matched, dates, numbers, opposed, sibling)


def _cover(a: Facts, b: Facts) -> tuple[float, float, tuple[tuple[str, str], ...]]:
    """How much of the rarity of each one's words the other has too, and the pairs of words."""
    matched: list[tuple[str, str]] = []
    of_a, of_b = _found(a, b, matched), _found(b, a, None)
    return of_a, of_b, tuple(matched)


def _found(a: Facts, b: Facts, matched: list[tuple[str, str]] | None) -> float:
    found = 0.0
    for term, rare in a.terms.items():
        if term in b.terms:
            found += rare * _SAME
            if matched is not None:
                matched.append((term, term))
        elif term in b.name_words:
            # "the port" of Port Marrow
            found += rare * _KIN
        elif not a.marks[term].isdisjoint(b.all_marks):
            found += rare * _KIN
            if matched is not None:
                other = next((t for t in b.terms if a.marks[term] & b.marks[t]), "")
                if other:
                    matched.append((term, other))
    return found / a.rarity if a.rarity else 0.0


@dataclass(frozen=True, slots=True)
class _Parts:
    """How those who take part agree: in the same role, named or at least called alike; `other` if named and others."""

    subject: bool
    object: bool
    other_subject: bool
    other_object: bool
    others: bool
    swapped: bool


def _parts(a: Facts, b: Facts, shared: Shared, conversed: bool) -> _Parts:
    turn = {"subject": "object", "object": "subject"} if conversed else {}
    of_b = [Part(turn.get(p.role, p.role), p.who, p.head, p.marks) for p in b.roles]

    def alike(role: str) -> tuple[bool, bool]:
        pairs = [(p, q) for p in a.roles if p.role == role for q in of_b if q.role == role]
        same = any(_alike(p, q, shared) for p, q in pairs)
        return same, bool(pairs) and not same and all(p.who and q.who for p, q in pairs)

    subject, other_subject = alike("subject")
    objects, other_object = alike("object")
    rest = [(p, q) for p in a.roles for q in of_b if p.role not in _CORE and q.role not in _CORE]
    swapped = any(_same(p, q, shared) for p in a.roles for q in of_b if {p.role, q.role} == _CORE) and not (
        subject or objects
    )
    return _Parts(subject, objects, other_subject, other_object, any(_alike(p, q, shared) for p, q in rest), swapped)


def _alike(p: Part, q: Part, shared: Shared) -> bool:
    if p.who is not None and q.who is not None:
        return (p.who, q.who) in shared.pairs
    return p.head == q.head or not p.marks.isdisjoint(q.marks)


def _same(p: Part, q: Part, shared: Shared) -> bool:
    return p.who is not None and q.who is not None and (p.who, q.who) in shared.pairs


def compare_dates(a: Facts, b: Facts) -> Dates:
    """The nearest that two of their dates come."""
    best = Dates.NONE
    order = (Dates.SAME_DAY, Dates.FIT, Dates.LOOSE, Dates.NEAR, Dates.FAR, Dates.NONE)
    for first in a.days:
        for second in b.days:
            best = min(best, _dates(first, second), key=order.index)
    return best


def _dates(a: Day, b: Day) -> Dates:
    length = max(a.last - a.first, b.last - b.first)
    gap = _gap(a, b, 0)
    told = min(a.told, b.told)
    if told < Told.YEAR and length <= _SHORT_RANGE:
        # Where a text leaves the year out, which one was meant is a guess.
        gap = min(gap, _gap(a, b, _YEAR), _gap(a, b, -_YEAR))
    if gap <= 0:
        if length == 0:
            return Dates.SAME_DAY
        return Dates.FIT if length <= _SHORT_RANGE else Dates.LOOSE
    if told is Told.RELATIVE:
        return Dates.LOOSE
    if length == 0 and gap <= _NEAR_DAYS:
        return Dates.NEAR
    # Ranges have soft edges: "early May" and May 12.
    return Dates.FAR if gap > (_NARROW_RANGE if length > 0 else 0) else Dates.LOOSE


def _gap(a: Day, b: Day, shift: int) -> int:
    """Days between two dates, the first moved by `shift`; none or less if they meet."""
    gap = max(a.first + shift, b.first) - min(a.last + shift, b.last)
    return gap if shift == 0 or gap > 1 else 0


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


def _large(a: Facts, b: Facts) -> float:
    """How large the largest number is that both give, 0…1: that two texts share a small one may be chance."""
    shared = {x.value for x in a.amounts for y in b.amounts if x.value == y.value and same_unit(x, y)}
    return min(math.log10(max(shared, default=1.0) or 1.0), 6.0) / 6 if max(shared, default=0.0) > 1 else 0.0


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
