"""Sentences of a draft set against what documents state: what bears on each, and where the details differ.

What a draft gets wrong must not hide what it is about: numbers, dates and names that differ do not count against a
match here. They are told.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from sayso.model.claim import Difference
from sayso.weigh.candidates import Vector, candidates, rows_of
from sayso.weigh.comparison import agree, compare, same_unit
from sayso.weigh.facts import Facts, facts_of
from sayso.weigh.likeness import likelihood, reasons
from sayso.weigh.source import Source

_DETAILS = (
    "number differs",
    "dates far",
    "days near",
    "other persons",
    "both name others",
    "one denies",
    "one asks",
    "opposite predicate",
    "roles swapped",
    "event kind differs",
    "same document",
    "neighbours",
)
_NARROW = 62
"""days: a longer range contradicts no day inside of it, and nothing is said of one outside"""


@dataclass(frozen=True, slots=True)
class Match:
    """A proposition (its id) of the case that may bear on one of the draft: `score` (0 to 1) is how likely the two are
    about one thing, details aside; `why` says it in words.
    """

    draft: str
    proposition: str
    score: float
    why: tuple[str, ...]


def matches(
    draft: Source, sources: Sequence[Source], vectors: Mapping[str, Vector], least: float
) -> Mapping[str, tuple[Match, ...]]:
    """Draft proposition → what bears on it with at least the score `least`, best first. `vectors` are of both sides."""
    own = facts_of(draft)
    facts = [*own, *(f for source in sources for f in facts_of(source))]
    names = {known.id: known.name for source in (draft, *sources) for known in source.people.values()}
    is_new = np.arange(len(facts)) < len(own)
    found: defaultdict[str, list[Match]] = defaultdict(list)
    for i, j, cosine in candidates(rows_of(facts, vectors), is_new):
        mine, other = (facts[i], facts[j]) if i < len(own) else (facts[j], facts[i])
        if other.document == draft.id:
            continue
        compared = compare(mine, other, cosine)
        values = {name: 0.0 if name in _DETAILS else value for name, value in compared.values.items()}
        score = likelihood(values)
        if score >= least:
            found[mine.id].append(Match(mine.id, other.id, score, tuple(reasons(compared, cosine, names))))
    return {id: tuple(sorted(them, key=lambda m: (-m.score, m.proposition))) for id, them in found.items()}


def differences(mine: Facts, others: Sequence[Facts], names: Mapping[str, str]) -> tuple[Difference, ...]:
    """Numbers, dates and names of a draft's proposition that none of those that bear on it has, and these have others
    instead.
    """
    return (*_numbers(mine, others), *_days(mine, others), *_names(mine, others, names))


def _numbers(mine: Facts, others: Sequence[Facts]) -> Iterator[Difference]:
    for amount in mine.amounts:
        there = [a for other in others for a in other.amounts if same_unit(amount, a)]
        if there and not any(agree(amount, a) for a in there):
            yield Difference("number", amount.words, _distinct(a.words for a in there))


def _days(mine: Facts, others: Sequence[Facts]) -> Iterator[Difference]:
    for said in mine.days:
        there = [day for other in others for day in other.days if day.last - day.first <= _NARROW]
        if there and not any(said.first <= day.last and day.first <= said.last for day in there):
            yield Difference("date", _shown(said.first, said.last), _distinct(_shown(d.first, d.last) for d in there))


def _names(mine: Facts, others: Sequence[Facts], names: Mapping[str, str]) -> Iterator[Difference]:
    """Somebody whom nobody else names, in place of somebody whom all of them name."""
    theirs = [other.who.keys() for other in others if other.who]
    if not theirs:
        return
    known = frozenset().union(*theirs)
    missing = [key for key in mine.who if key not in known]
    counts = {key: sum(key in them for them in theirs) for key in known - mine.who.keys()}
    instead = [key for key, count in counts.items() if 2 * count >= len(theirs)]
    for key in missing:
        if instead and key in names:
            yield Difference("name", names[key], _distinct(sorted(names[k] for k in instead if k in names)))


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(w.split()) for w in words))


def _shown(first: int, last: int) -> str:
    start, end = date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat()
    return start if start == end else f"{start} to {end}"
