"""A proposition as what two of them are compared by: who, what, when, how much, in which words."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from types import MappingProxyType

from sayso.model.entity import EntityKind
from sayso.model.proposition import Bound, Proposition
from sayso.model.span import Span
from sayso.model.statement import Act, Factuality
from sayso.weigh import lexicon
from sayso.weigh.clocks import Clock, clocks
from sayso.weigh.descriptions import descriptions
from sayso.weigh.source import Known, Source
from sayso.weigh.withdrawals import is_general

_WORD = re.compile(r"[^\W_]+")
_NOT_THIS = re.compile(
    r"\b(?:not|rather than|instead of|as opposed to|nor)\s+(?:the |an? |merely |just |only |some )?$"
)
_FEWEST_WORDS = 3
_LONGEST_FRAGMENT = 7
_PHRASE_REACH = 3
"""words, within which the parts of a phrase follow each other"""
_TO_NOBODY = re.compile(r"\b(?:to|with|from|by|about|for|at|of) (?:nobody|no one|nothing|no such)\b")
"""He spoke to nobody."""
_WHETHER = (("whether",), ("if",))
_NEGATIVE = (Factuality.CERTAINLY_NOT, Factuality.PROBABLY_NOT, Factuality.POSSIBLY_NOT)
_NAME_WEIGHT = MappingProxyType(
    {EntityKind.PERSON: 1.0, EntityKind.ORGANIZATION: 0.7, EntityKind.PUBLIC_BODY: 0.7, EntityKind.PLACE: 0.5}
)
_LONGEST_SPAN = 3660
"""days; a longer one ("in the past", "before the vote") tells next to nothing"""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, as bounds."""

    value: float
    unit: str
    bound: Bound
    words: str


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody named: how much it tells that two propositions name them, and the words of the name in lower case."""

    weight: float
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Part:
    """Who (by `who`'s keys) or what takes part, with what its word can mean."""

    role: str
    who: str | None
    head: str
    marks: frozenset[str]


class Told(IntEnum):
    """How much of a date the words tell."""

    RELATIVE = 0
    """counted from another date: last Tuesday, three weeks later"""
    MONTH = 1
    """the month, and the day or not; the year was inferred"""
    YEAR = 2


@dataclass(frozen=True, slots=True)
class Day:
    """First and last day as ordinals, and how much of it the words tell: the rest was inferred."""

    first: int
    last: int
    told: Told


@dataclass(frozen=True, slots=True)
class Facts:
    """What a proposition is compared by.

    `words` are those of its `span` in lower case; `terms` the rarity of every content word, `marks` what each can mean;
    `doing` the marks of its predicate and of phrases in it. `who` are those it names, by the case's entity (or the
    document's, where the case has none); `roles` who or what takes part how. `deals` are kinds of the events that it
    states. `place` is its rank in its document.
    """

    id: str
    document: str
    span: Span
    place: int
    words: tuple[str, ...]
    terms: Mapping[str, float]
    marks: Mapping[str, frozenset[str]]
    predicate: str
    doing: frozenset[str]
    all_marks: frozenset[str]
    denied: frozenset[str]
    """concepts that exclude what it says is done"""
    turned: frozenset[str]
    """concepts of the same doing told from its other side"""
    name_words: frozenset[str]
    rarity: float
    """of all its terms together"""
    who: Mapping[str, Name]
    persons: frozenset[str]
    roles: tuple[Part, ...]
    amounts: tuple[Amount, ...]
    days: tuple[Day, ...]
    hours: tuple[Clock, ...]
    deals: frozenset[str]
    negative: bool
    open: bool
    """asked, conditional or only passed on"""
    described: Mapping[str, frozenset[str]]
    """how its document describes those it names, by the case's entity"""


def facts_of(source: Source, only: Collection[str] | None = None) -> tuple[Facts, ...]:
    """The facts of a document's propositions that state something to be compared (of those in `only`), in order."""
    ordered = sorted(source.propositions, key=lambda p: (p.span, p.id))
    kept = [(place, p) for place, p in enumerate(ordered) if only is None or p.id in only]
    kept = [(place, p) for place, p in kept if is_comparable(source, p)]
    if not kept:
        return ()
    described = descriptions(source)
    return tuple(facts(source, p, place, described) for place, p in kept)


def is_comparable(source: Source, p: Proposition) -> bool:
    """Whether the proposition has enough to it to be told from another, and speaks to something in particular."""
    words = len(_WORD.findall(p.span.of(source.text)))
    if words < _FEWEST_WORDS or not (p.terms or p.times or p.quantities):
        return False
    # "The head of the service" names something and states nothing.
    states = p.negated or p.times or p.quantities or any(r.role in ("subject", "object") for r in p.roles)
    return bool(states or words > _LONGEST_FRAGMENT) and not is_general(source, p)


def facts(
    source: Source, p: Proposition, place: int = 0, described: Mapping[str, frozenset[str]] = MappingProxyType({})
) -> Facts:
    """The facts of one proposition: `place` is its rank in its document, `described` what that calls those it names."""
    words = tuple(_WORD.findall(p.span.of(source.text).lower()))
    terms = {t: lexicon.rarity(t) for t in p.terms if not lexicon.is_empty(t)}
    found = _phrases(words)
    marks = {t: lexicon.meanings(t) for t in terms}
    doing = lexicon.meanings(p.predicate) | found | _of_object(p)
    every = doing.union(*marks.values())
    statement = source.statements.get(p.statement or "")
    is_open = (
        p.factuality is Factuality.UNKNOWN
        or words[:1] in _WHETHER
        or (statement is not None and statement.act is Act.ASK)
    )
    # "Is there anything to show whether he was warned?" asks about the warning.
    doing |= frozenset(m for m in every if m[0] == "#") if is_open else frozenset()
    who = {_key(source, e): _name(source.people.get(e)) for e in p.entities}
    return Facts(
        id=p.id,
        document=source.id,
        span=p.span,
        place=place,
        words=words,
        terms=terms,
        marks=marks,
        predicate=p.predicate,
        doing=doing,
        all_marks=every,
        denied=lexicon.opposites_of(doing),
        turned=lexicon.converses_of(doing),
        name_words=frozenset().union(*(name.words for name in who.values())),
        rarity=sum(terms.values()),
        who=who,
        persons=frozenset(
            _key(source, e)
            for e in p.entities
            if (known := source.people.get(e)) is not None and known.kind is EntityKind.PERSON
        ),
        roles=tuple(
            Part(r.role, _key(source, r.entity) if r.entity else None, r.head, lexicon.meanings(r.head))
            for r in p.roles
        ),
        amounts=_amounts(source.text, p),
        days=tuple(_days(p, words)),
        hours=tuple(clocks(p.span.of(source.text))),
        deals=frozenset(e.kind.value for e in source.events if p.span.contains(e.trigger)),
        negative=p.negated or p.factuality in _NEGATIVE or _TO_NOBODY.search(" ".join(words)) is not None,
        open=is_open,
        described=described,
    )


def _key(source: Source, entity: str) -> str:
    known = source.people.get(entity)
    return known.id if known else f"{source.id} {entity}"


def _name(known: Known | None) -> Name:
    if known is None:
        return Name(0.7, frozenset())
    return Name(_NAME_WEIGHT[known.kind], frozenset(_WORD.findall(known.name.lower())))


def _days(p: Proposition, words: Sequence[str]) -> Iterable[Day]:
    for when in p.times:
        first, last = when.earliest, when.latest
        if first is not None and last is not None and (last - first).days <= _LONGEST_SPAN:
            years = str(first.year) in words or str(last.year) in words
            month = any(w in lexicon.listed("months") for w in words)
            told = Told.YEAR if years else Told.MONTH if month else Told.RELATIVE
            yield Day(first.toordinal(), last.toordinal(), told)


def _of_object(p: Proposition) -> frozenset[str]:
    """What the object says is done, where the verb leaves it to that: "tendered her resignation"."""
    if p.predicate not in lexicon.listed("light"):
        return frozenset()
    return frozenset().union(*(lexicon.concepts(r.head) for r in p.roles if r.role == "object"))


def _amounts(text: str, p: Proposition) -> tuple[Amount, ...]:
    """Its numbers, without those that it puts right: "$2.9 million, and not the $2.4 million that was budgeted"."""
    every = [(q, Amount(q.value, q.unit, q.bound, q.span.of(text))) for q in p.quantities]
    kept = [a for q, a in every if not _NOT_THIS.search(text, p.span.start, q.span.start)]
    return tuple(kept or (a for _, a in every))


def _phrases(words: Sequence[str]) -> frozenset[str]:
    """Concepts that several words stand for."""
    known = lexicon.phrases()
    return frozenset(
        concept
        for first in {base for word in words for base in lexicon.bases(word) if base in known}
        for rest, concept in known[first]
        if _follow(first, rest, words)
    )


def _follow(first: str, rest: Sequence[str], words: Sequence[str]) -> bool:
    for at, word in enumerate(words):
        if not lexicon.is_form(word, first):
            continue
        here = at
        for part in rest:
            window = words[here + 1 : here + 1 + _PHRASE_REACH]
            here = next((here + 1 + i for i, w in enumerate(window) if lexicon.is_form(w, part)), -1)
            if here < 0:
                break
        else:
            return True
    return False
