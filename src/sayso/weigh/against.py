"""Sentences of a draft set against what documents state: what bears on each, and where the details differ.

What a draft gets wrong must not hide what it is about: numbers, dates and names that differ do not count against a
match here. They are told.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from sayso.model.claim import Difference
from sayso.weigh.candidates import Vector, candidates, rows_of
from sayso.weigh.comparison import agree, compare, same_unit
from sayso.weigh.facts import Day, Facts, Told, facts_of
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
_NAME = re.compile(r"\b[A-Z][\w-]*(?:\s[A-Z][\w-]*)+")
_WORD = re.compile(r"[\w-]+")
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


@dataclass(frozen=True, slots=True)
class Stated:
    """A proposition with its exact words and with whom it names: in these words, or as a voice that it came through
    (ids of entities).
    """

    facts: Facts
    words: str
    names: frozenset[str]


def stated(source: Source) -> tuple[Stated, ...]:
    """All propositions of a document that can be compared, in their order."""
    voices = {
        p.id: frozenset(k.id for v in p.chain if (k := source.people.get(v.entity or "")) is not None)
        for p in source.propositions
    }
    spans = {p.id: p.span for p in source.propositions}
    return tuple(
        Stated(facts, spans[facts.id].of(source.text), voices[facts.id] | facts.who.keys())
        for facts in facts_of(source)
    )


def differences(mine: Stated, others: Sequence[Stated], names: Mapping[str, str]) -> tuple[Difference, ...]:
    """Numbers, dates, times of day and names of a draft's proposition that none of those that bear on it has, and these
    have others instead. `names` are those of entities, by id.
    """
    facts = [other.facts for other in others]
    called = tuple(_names(mine, others, names))
    told = {difference.said for difference in called}
    misnamed = (d for d in _misnamed(mine.words, [other.words for other in others]) if d.said not in told)
    return (
        *_numbers(mine.facts, facts),
        *_days(mine.facts, facts),
        *_hours(mine.facts, facts),
        *called,
        *misnamed,
    )


def _numbers(mine: Facts, others: Sequence[Facts]) -> Iterator[Difference]:
    for amount in mine.amounts:
        there = [a for other in others for a in other.amounts if same_unit(amount, a)]
        if there and not any(agree(amount, a) for a in there):
            yield Difference("number", amount.words, _distinct(a.words for a in there))


def _days(mine: Facts, others: Sequence[Facts]) -> Iterator[Difference]:
    for said in mine.days:
        days = [day for other in others for day in other.days if day.last - day.first <= _NARROW]
        # What is only counted from another date tells less than what is told.
        there = [day for day in days if day.told > Told.RELATIVE] or days
        if there and not any(_can_be_one(said, day) for day in there):
            yield Difference("date", _said(said), _distinct(_shown(day) for day in there))


def _hours(mine: Facts, others: Sequence[Facts]) -> Iterator[Difference]:
    there = [hour for other in others for hour in other.hours]
    for said in mine.hours:
        if there and not any(said.agrees(hour) for hour in there):
            yield Difference("time", said.words, _distinct(hour.words for hour in there))


def _can_be_one(one: Day, other: Day) -> bool:
    """Whether some day can be both; a year that the words do not tell can be any."""
    if one.first <= other.last and other.first <= one.last:
        return True
    if min(one.told, other.told) == Told.YEAR:
        return False
    if min(one.told, other.told) == Told.RELATIVE:
        # Counted from another date, which may have been the wrong one.
        return True
    first, second = date.fromordinal(one.first), date.fromordinal(other.first)
    shift = date(2000, second.month, second.day).toordinal() - date(2000, first.month, first.day).toordinal()
    return -(one.last - one.first) <= shift <= other.last - other.first


def _names(mine: Stated, others: Sequence[Stated], names: Mapping[str, str]) -> Iterator[Difference]:
    """Somebody whom nobody else names, in place of somebody whom most of them name."""
    theirs = [other.names for other in others if other.names]
    if not theirs:
        return
    known = frozenset().union(*theirs)
    instead = [
        key
        for key in sorted(known - mine.names)
        if key in names and 2 * sum(key in held for held in theirs) >= len(theirs)
    ]
    words = {word for key in known for word in names.get(key, "").lower().split()}
    for key in sorted(mine.names - known):
        # "Norvane" is no other one than Norvane Systems.
        if instead and key in names and words.isdisjoint(names[key].lower().split()):
            yield Difference("name", names[key], _distinct(names[k] for k in instead))


def _misnamed(mine: str, others: Sequence[str]) -> Iterator[Difference]:
    """Names of several words of which the documents have some, with another word in place of the rest: "the Silver
    Heron" where all of them say Copper Heron.
    """
    there = {tuple(name.lower().split()): name for words in others for name in _NAME.findall(words)}
    known = {word for words in others for word in _WORD.findall(words.lower())}
    for name in dict.fromkeys(_NAME.findall(mine)):
        parts = tuple(name.lower().split())
        if all(part in known for part in parts):
            continue
        instead = [
            other
            for theirs, other in sorted(there.items())
            if len(theirs) == len(parts) and sum(a == b for a, b in zip(parts, theirs, strict=True)) == len(parts) - 1
        ]
        if instead:
            yield Difference("name", name, _distinct(instead))


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(w.split()) for w in words))


def _said(day: Day) -> str:
    """A day of the draft; without a year that its words do not tell."""
    first = date.fromordinal(day.first)
    return f"{first:%B} {first.day}" if day.told == Told.MONTH and day.first == day.last else _shown(day)


def _shown(day: Day) -> str:
    start, end = date.fromordinal(day.first).isoformat(), date.fromordinal(day.last).isoformat()
    return start if start == end else f"{start} to {end}"
