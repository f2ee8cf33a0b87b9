"""Which members of a claim give which number or day, where they can't all be right."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.weigh import clocks
from sayso.weigh.comparison import Dates, Numbers, agree, compare_dates, compare_numbers, same_unit
from sayso.weigh.facts import Amount, Facts

_DAY_RANGE = 6
"""days; where both dates are as exact, two that do not meet contradict each other"""


@dataclass(frozen=True, slots=True)
class Value:
    """One side: the value in words, and the propositions that give it."""

    words: str
    members: tuple[str, ...]


def number_sides(facts: Sequence[Facts]) -> tuple[Value, ...]:
    """The numbers of one unit that some members give and that disagree, or none; in order of their members."""
    giving = [f for f in facts if f.amounts]
    return _sides(giving, _numbers_differ, lambda f, others: _number_words(f, others))


def day_sides(facts: Sequence[Facts]) -> tuple[Value, ...]:
    """The days that some members give and that disagree, or none."""
    giving = [f for f in facts if any(d.last - d.first <= _DAY_RANGE for d in f.days)]
    return _sides(giving, _days_differ, lambda f, _: _day_words(f))


def hour_sides(facts: Sequence[Facts]) -> tuple[Value, ...]:
    """The times of day that some members give and that disagree, or none."""
    giving = [f for f in facts if f.hours]
    return _sides(giving, lambda a, b: clocks.agree(a.hours, b.hours) is False, lambda f, _: f.hours[0].words)


def _sides(
    giving: Sequence[Facts],
    differ: Callable[[Facts, Facts], bool],
    words: Callable[[Facts, Sequence[Facts]], str],
) -> tuple[Value, ...]:
    """Members apart by whether they differ: each goes to the first side that it differs from nobody of."""
    sides: list[list[Facts]] = []
    for one in sorted(giving, key=lambda f: f.id):
        for side in sides:
            if not any(differ(one, other) for other in side):
                side.append(one)
                break
        else:
            sides.append([one])
    if len(sides) < 2:
        return ()
    # A side is one only if it differs from another; who gives some other number is on none.
    kept = [s for s in sides if any(differ(a, b) for a in s for t in sides if t is not s for b in t)]
    if len(kept) < 2:
        return ()
    rest = {id(s): [f for t in kept if t is not s for f in t] for s in kept}
    return tuple(Value(words(s[0], rest[id(s)]), tuple(f.id for f in s)) for s in kept)


def _numbers_differ(a: Facts, b: Facts) -> bool:
    return compare_numbers(a, b) is Numbers.DIFFER


def _days_differ(a: Facts, b: Facts) -> bool:
    return compare_dates(a, b) in (Dates.NEAR, Dates.FAR)


def _number_words(one: Facts, others: Sequence[Facts]) -> str:
    for amount in one.amounts:
        if any(_contradicts(amount, other) for f in others for other in f.amounts):
            return " ".join(amount.words.split())
    return " ".join(one.amounts[0].words.split())


def _contradicts(a: Amount, b: Amount) -> bool:
    return same_unit(a, b) and not agree(a, b)


def _day_words(one: Facts) -> str:
    day = min(one.days, key=lambda d: (d.last - d.first, d.first))
    start, end = date.fromordinal(day.first).isoformat(), date.fromordinal(day.last).isoformat()
    return start if start == end else f"{start}/{end}"


def chosen(
    sides: Sequence[Value], voices: Mapping[str, str], documents: Mapping[str, str], order: Mapping[str, str]
) -> Value:
    """The side that is the claim's value: the one that most voices give, then most documents, then the first to appear.

    By proposition: who says it, its document, and what sorts by when it appeared.
    """
    return min(
        sides,
        key=lambda side: (
            -len({voices[m] for m in side.members}),
            -len({documents[m] for m in side.members}),
            min(order[m] for m in side.members),
        ),
    )
