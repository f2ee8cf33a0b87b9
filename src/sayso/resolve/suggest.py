"""Which entities of the case may be one although nothing merges them, each with its reasons for and against."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from sayso.model.entity import EntityKind, Person
from sayso.model.identity import Evidence, IdentityKind, Suggestion, Verdict
from sayso.resolve.candidates import candidates
from sayso.resolve.judged import Decided, decided
from sayso.resolve.keys import full_key
from sayso.resolve.names import Comparison, Ground, same
from sayso.resolve.words import split_person, thing_words

ONLY_BEARER = "nobody else of that name in the case"

_START = 0.5
_WEIGHTS = {
    Ground.EQUAL: 0.1,
    Ground.SHORT_FORM: 0.15,
    Ground.JOINED: 0.2,
    Ground.ACRONYM: 0.1,
    Ground.SPELLING: 0.0,
    Ground.INITIAL: -0.05,
    Ground.ONE_SIDED: -0.05,
}
_OF_ONLY_BEARER, _SEVERAL_BEARERS = 0.05, -0.15
_SURNAME_ALONE = -0.15
_TOGETHER, _MOST_TOGETHER = 0.05, 4
_SAME_DOCUMENT = -0.25
_LEAST, _MOST = 0.05, 0.95
_MOST_DOCUMENTS = 20
"""Whoever is in more documents than this has companions without number, which say little."""
_FORMS = 4


def suggest(people: Sequence[Person], verdicts: Sequence[Verdict] = ()) -> tuple[Suggestion, ...]:
    """Pairs of `people` that may be one, best first; none that a decision keeps apart. Nearly linear in people."""
    holds = decided(verdicts)
    on_hold = [v for v in verdicts if v.kind is IdentityKind.HOLD and len(v.sides) > 1]
    company = _Company(people)
    pairs = [(a, b, found) for a, b in candidates(people) if (found := _reasons(people[a], people[b])) is not None]
    choices: dict[int, int] = defaultdict(int)
    for a, b, _ in pairs:
        choices[a] += 1
        choices[b] += 1
    made = []
    for a, b, reasons in pairs:
        one, other = people[a], people[b]
        if _are_apart(one, other, holds):
            continue
        evidence = [*reasons, *_bearers(one, other, a, b, choices), *company.evidence(a, b)]
        score = min(_MOST, max(_LEAST, round(_START + sum(e.weight for e in evidence), 2)))
        held = any(_is_about(v, one, other) for v in on_hold)
        made.append(Suggestion(one.id, other.id, score, tuple(evidence), held))
    return tuple(sorted(made, key=lambda s: (s.held, -s.score, s.first, s.second)))


def _reasons(one: Person, other: Person) -> list[Evidence] | None:
    """What their names say, by the two forms that agree best; `None` if no two do."""
    if (one.kind is EntityKind.PERSON) != (other.kind is EntityKind.PERSON):
        return None
    short = [p for p in (one, other) if full_key(p.name, p.kind) is None]
    if short and one.kind is EntityKind.PERSON:
        return _short_name(one, other)
    best: tuple[float, list[Evidence]] | None = None
    for a, b in product(_full_forms(one), _full_forms(other)):
        found = _compared(same(a, b, one.kind))
        if found is not None and (best is None or sum(e.weight for e in found) > best[0]):
            best = (sum(e.weight for e in found), found)
    if best is None and one.kind is not EntityKind.PERSON:
        return _shortened(one, other)
    return best[1] if best else None


def _full_forms(person: Person) -> list[str]:
    return [form for form in (person.name, *person.aliases) if full_key(form, person.kind)][:_FORMS]


def _compared(comparison: Comparison) -> list[Evidence] | None:
    if not comparison.same:
        return None
    return [Evidence(r.ground.value, r.first, r.second, _WEIGHTS.get(r.ground, 0.0)) for r in comparison.reasons]


def _short_name(one: Person, other: Person) -> list[Evidence] | None:
    """A surname alone, or with an initial, beside a full name that it fits."""
    if full_key(one.name, one.kind) is None:
        one, other = other, one
    for form in _full_forms(one):
        full, short = split_person(form), split_person(other.name)
        if not short.words or full.suffix != short.suffix or full.words[-1] != short.words[-1]:
            continue
        if len(short.words) == 1:
            return [Evidence("surname alone", short.words[0], form, _SURNAME_ALONE)]
        if len(short.words[0]) == 1 and full.words[0][0] == short.words[0]:
            return _compared(same(form, other.name, EntityKind.PERSON))
    return None


def _shortened(one: Person, other: Person) -> list[Evidence] | None:
    """An organisation's name cut short: the words that the other begins with, or its initials."""
    for a, b in product(_full_forms(one), _full_forms(other)):
        first, second = sorted((thing_words(a), thing_words(b)), key=len)
        if first and len(first) < len(second) and second[: len(first)] == first:
            return [Evidence("name cut short", " ".join(first), " ".join(second), -0.1)]
    return None


def _bearers(one: Person, other: Person, a: int, b: int, choices: dict[int, int]) -> Iterator[Evidence]:
    """Whether a short name could be anybody else's in the case."""
    for person, place in ((one, a), (other, b)):
        if full_key(person.name, person.kind) is None:
            if choices[place] == 1:
                yield Evidence(ONLY_BEARER, person.name, "", _OF_ONLY_BEARER)
            else:
                yield Evidence(f"{choices[place]} people it could be", person.name, "", _SEVERAL_BEARERS)


def _are_apart(one: Person, other: Person, holds: Decided) -> bool:
    return bool(holds.apart) and holds.are_apart(frozenset(one.members), frozenset(other.members))


def _is_about(verdict: Verdict, one: Person, other: Person) -> bool:
    first, second = verdict.sides[0], verdict.sides[1]
    return (not first.isdisjoint(one.members) and not second.isdisjoint(other.members)) or (
        not first.isdisjoint(other.members) and not second.isdisjoint(one.members)
    )


class _Company:
    """Who is named in the same documents."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._people = people
        self._documents = [frozenset(document for document, _ in person.members) for person in people]
        self._named_in: dict[str, list[int]] = defaultdict(list)
        for place, documents in enumerate(self._documents):
            if len(documents) > 1:
                for document in documents:
                    self._named_in[document].append(place)

    def evidence(self, a: int, b: int) -> Iterator[Evidence]:
        """Reasons for and against two that lie in the documents they are named in."""
        one, other = self._documents[a], self._documents[b]
        if one & other:
            yield Evidence("named apart in one document", "", "", _SAME_DOCUMENT)
        fewer, more = sorted((one, other), key=len)
        if len(fewer) > _MOST_DOCUMENTS:
            return
        near = {place for document in fewer for place in self._named_in[document]} - {a, b}
        both = [
            self._people[place].name
            for place in sorted(near)
            if self._people[place].kind is EntityKind.PERSON and not self._documents[place].isdisjoint(more - fewer)
        ]
        if both:
            said = ", ".join(both[:_MOST_TOGETHER])
            yield Evidence("named beside the same people", said, "", _TOGETHER * min(len(both), _MOST_TOGETHER))

    def _named_elsewhere(self, place: int, documents: frozenset[str], but: frozenset[str]) -> bool:
        """Whether somebody is named in one of `documents` that is none of `but`; looks through the fewer."""
        mine = self._documents[place]
        few, many = sorted((mine, documents), key=len)
        return any(document in many and document not in but for document in few)
