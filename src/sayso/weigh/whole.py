"""A case weighed: what changed since the last time is compared, grouped and weighed, all else stays as it was.

Whatever came in between, the claims are the same as if all documents had been weighed at once.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from sayso.model.claim import Claim, Copy
from sayso.weigh.assembling import assembled, groups
from sayso.weigh.cards import Card, card_of
from sayso.weigh.cluster import Cluster
from sayso.weigh.conflicts import conflicts
from sayso.weigh.copies import copies_in, look
from sayso.weigh.facts import Facts, facts_of
from sayso.weigh.graph import Alike, Graph, alike
from sayso.weigh.grounds import Grounds, grounds_of, moved
from sayso.weigh.likeness import Pair
from sayso.weigh.origins import Case, weigh_cluster
from sayso.weigh.origins.case import case_from
from sayso.weigh.shingles import Print
from sayso.weigh.source import Known, Source, Verdicts

Read = Callable[[Collection[str]], Iterable[Source]]
"""Gives the documents of these ids."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a weighing, beside the cards: `claims` are those of several propositions (ids), `verdicts` what
    was decided, `looked` the pairs of documents that were looked at for copies.
    """

    graph: Graph
    grounds: Grounds
    claims: tuple[tuple[str, ...], ...]
    verdicts: Verdicts
    prints: Mapping[str, Print]
    looked: tuple[tuple[str, str, Copy | None], ...]


@dataclass(frozen=True, slots=True)
class Given:
    """What is weighed. Of each document whom it names (its entities to the case's) and, if it has not changed since the
    last weighing, its card; the vectors of all its propositions, in order; `read` gives the documents themselves.

    `decided` leads from propositions that verdicts are about to their documents.
    """

    people: Mapping[str, Mapping[str, Known]]
    cards: Mapping[str, Card]
    vectors: Mapping[str, NDArray[np.float16]]
    read: Read
    verdicts: Verdicts = field(default_factory=Verdicts)
    decided: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Weighed:
    """`claims` are those that may have changed, `standing` the ids of all there are. `cards` are those that are new,
    `pairs` what is alike within the claims, `copies` all copied documents.
    """

    claims: tuple[Claim, ...]
    standing: frozenset[str]
    copies: tuple[Copy, ...]
    cards: Mapping[str, Card]
    pairs: tuple[Pair, ...]
    case: Case
    kept: Kept


def weigh(given: Given, before: Kept | None = None) -> Weighed:
    """Weigh a case; `before` is what was kept of the last weighing. The result does not depend on the order in which
    documents came.
    """
    library = _Library(given.read)
    library.sources(given.people.keys() - given.cards.keys())
    cards = {id: given.cards[id] if id in given.cards else library.card(id) for id in sorted(given.people)}
    changed = cards.keys() - given.cards.keys()
    prints = {id: one for id, one in before.prints.items() if id in given.cards} if before else {}
    known = {(a, b): copy for a, b, copy in before.looked} if before else {}
    looked = look(changed, prints, known, library.sources)
    copies = copies_in(looked.outcomes)
    people = {id: tuple(named.values()) for id, named in given.people.items()}
    case = case_from({id: card.traits for id, card in cards.items()}, people, library.held, copies)
    grounds = grounds_of(case)
    touched = changed
    if before is not None:
        found = moved(before.grounds, grounds, case, cards, people)
        touched |= found.weighed | found.compared
        renamed = found.compared - changed
        # What stands for whom they name has changed, and so may what they are compared by.
        cards |= {id: library.card(id) for id in renamed}
        changed |= renamed
    pairs = alike(cards, given.vectors, before.graph if before else None, changed, library.facts)
    back = {a: b for card in cards.values() for a, b in card.back.items()}
    decided = {id: document for id, document in given.decided.items() if document in cards}
    of = dict(zip(pairs.ids, pairs.of, strict=True)) | decided
    of |= {id: document for document, card in cards.items() for both in card.back.items() for id in both}
    otherwise = _decided_otherwise(before.verdicts, given.verdicts) if before else frozenset[str]()
    anew = pairs.touched | otherwise | {id for id, document in of.items() if document in changed}
    joined = {id for pair in given.verdicts.together for id in pair if id in decided}
    grouped = _grouped(cards.values(), pairs, back, given.verdicts, joined, before.claims if before else None, anew)
    stale = _Stale(before.claims if before else (), touched, pairs.touched | otherwise)
    todo = [ids for ids in grouped if before is None or stale.is_so(ids, of)]
    clusters, told = _assembled(todo, of, pairs, back, case, given.verdicts, library)
    claims = tuple(
        _confirmed(weigh_cluster(one, case, given.verdicts, conflicts(one)), given.verdicts.confirmed)
        for one in clusters
    )
    several = tuple(ids for ids in grouped if len(ids) > 1)
    outcomes = tuple((a, b, copy) for (a, b), copy in sorted(looked.outcomes.items()))
    return Weighed(
        claims,
        frozenset(Cluster.id_of(ids) for ids in grouped),
        copies,
        {id: cards[id] for id in changed},
        told,
        case,
        Kept(pairs.graph, grounds, several, given.verdicts, looked.prints, outcomes),
    )


def _grouped(
    cards: Iterable[Card],
    pairs: Alike,
    back: Mapping[str, str],
    verdicts: Verdicts,
    decided: Collection[str],
    before: Iterable[tuple[str, ...]] | None,
    anew: Collection[str],
) -> tuple[tuple[str, ...], ...]:
    """All claims as propositions (ids), of those `decided` too. Of the claims that were there `before` those stand that
    nothing in `anew` could change.
    """
    worth = {*pairs.ids, *back, *back.values(), *decided}
    links = [*back.items(), *(both for both in verdicts.together if worth.issuperset(both))]
    region = frozenset(worth) if before is None else frozenset[str]()
    stand: list[tuple[str, ...]] = []
    if before is not None:
        whole = [ids for ids in before if worth.issuperset(ids)]
        broken = {id for ids in before for id in ids if not worth.issuperset(ids)} & worth
        rest = {*anew, *broken}
        while not rest <= region:
            region = pairs.region(region | rest, links)
            rest = {id for ids in whole if not region.isdisjoint(ids) for id in ids}
        stand = [ids for ids in whole if region.isdisjoint(ids)]
    inside = [pair for card in cards for pair in card.nested if pair[0] in region and pair[1] in region]
    taken = {a: b for a, b in back.items() if a in region}
    fresh = groups(worth & region, list(pairs.pairs(region)), taken, inside, verdicts)
    held = {id for ids in (*stand, *fresh) for id in ids}
    return tuple(sorted((*stand, *fresh, *((id,) for id in worth - held))))


def _assembled(
    todo: Collection[tuple[str, ...]],
    of: Mapping[str, str],
    pairs: Alike,
    back: Mapping[str, str],
    case: Case,
    verdicts: Verdicts,
    library: "_Library",
) -> tuple[Iterable[Cluster], tuple[Pair, ...]]:
    documents = {of[id] for ids in todo for id in ids}
    # Copies are told together with what they go back to.
    library.sources(documents | {case.roots[id] for id in documents if id in case.roots})
    names = {known.id: known.name for known in case.everyone.values()}
    group = {id: n for n, ids in enumerate(todo) if len(ids) > 1 for id in ids}
    told = tuple(pairs.told(group, library.facts, names))
    place = {p.id: (library.held[id], p) for id in documents for p in library.held[id].propositions}
    return assembled(todo, place, told, back, verdicts), told


class _Stale:
    """Which claims may have changed since the last time."""

    def __init__(
        self, before: Iterable[tuple[str, ...]], documents: Collection[str], propositions: Collection[str]
    ) -> None:
        self._claims = frozenset(before)
        self._several = frozenset(id for ids in self._claims for id in ids)
        self._documents = documents
        self._propositions = propositions

    def is_so(self, ids: tuple[str, ...], of: Mapping[str, str]) -> bool:
        """Whether a claim of these propositions is not there as it was; `of` leads to their documents."""
        was = ids in self._claims if len(ids) > 1 else ids[0] not in self._several
        return not was or any(id in self._propositions or of[id] in self._documents for id in ids)


def _decided_otherwise(one: Verdicts, other: Verdicts) -> frozenset[str]:
    pairs = (
        (one.together ^ other.together)
        | (one.apart ^ other.apart)
        | (one.same_origin ^ other.same_origin)
        | (one.other_origin ^ other.other_origin)
    )
    stances = {id for id, _ in set(one.stances.items()) ^ set(other.stances.items())}
    return frozenset(id for pair in pairs for id in pair) | stances | (one.confirmed ^ other.confirmed)


def _confirmed(claim: Claim, confirmed: Collection[str]) -> Claim:
    """The claim, with those of its positions marked that a person confirmed."""
    if not any(position.proposition in confirmed for position in claim.positions):
        return claim
    positions = tuple(
        replace(position, confirmed=position.confirmed or position.proposition in confirmed)
        for position in claim.positions
    )
    return replace(claim, positions=positions)


class _Library:
    """The documents that were asked for, and the facts of those whose cards were made."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._facts: dict[str, Facts] = {}
        self._made: set[str] = set()
        self.held: dict[str, Source] = {}

    def sources(self, ids: Collection[str]) -> list[Source]:
        """The documents of these ids."""
        missing = sorted(set(ids) - self.held.keys())
        if missing:
            self.held.update((source.id, source) for source in self._read(missing))
        return [self.held[id] for id in sorted(ids)]

    def card(self, id: str) -> Card:
        """The card of a document, made anew."""
        [source] = self.sources([id])
        card, facts = card_of(source)
        self._facts.update((one.id, one) for one in facts)
        self._made.add(id)
        return card

    def facts(self, wanted: Mapping[str, Collection[str]]) -> Mapping[str, Facts]:
        """The facts of propositions, by document."""
        rest = {id: set(ids) - self._facts.keys() for id, ids in wanted.items() if id not in self._made}
        rest = {id: ids for id, ids in rest.items() if ids}
        for source in self.sources(rest):
            self._facts.update((one.id, one) for one in facts_of(source, rest[source.id]))
        return self._facts
