"""Brings the claims of a case in step with what its documents state: store → encode → weigh → store.

Vectors are made, and propositions compared, only of documents that are new or have changed. Interrupted at any moment,
it leaves the claims as they were, and keeps the vectors it has made.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from sayso.model.claim import Claim, Stance
from sayso.model.decision import ClaimDecisionKind
from sayso.model.entity import EntityKind
from sayso.resolve import presumed
from sayso.store.codec import pack, unpack
from sayso.store.protocol import Store
from sayso.store.stored import ClaimVerdict, GapOfCase, Material, Outline, PersonOf, ShownPosition, WeighedClaim
from sayso.weigh import Given, Kept, weigh
from sayso.weigh.cards import Card
from sayso.weigh.case_gaps import missing
from sayso.weigh.source import Known, Source, Verdicts
from sayso.weigh.urgency import LISTED, Nearness, nearness_of, urgency

_TRIES = 3
_BATCH = 64
"""Documents whose vectors are kept at a time."""
_WIDTH = 384

Vectors = NDArray[np.float32]


class Weighing(Protocol):
    """Who wants to know how far weighing has got."""

    def encoding(self, done: int, of: int) -> None:
        """So many documents of those without vectors have theirs now."""

    def comparing(self, new: int, of: int) -> None:
        """So many documents are compared with all there are."""


class Quietly:
    """Nobody wants to know."""

    def encoding(self, done: int, of: int) -> None:
        """Say nothing."""

    def comparing(self, new: int, of: int) -> None:
        """Say nothing."""


def weigh_claims(store: Store, progress: Weighing, workers: int) -> None:
    """Bring the claims in step; where another process goes on adding documents meanwhile, that is left to it."""
    for _ in range(_TRIES):
        if store.claims_current():
            return
        _encode(store, progress, workers)
        if _weigh(store, progress):
            return


def _encode(store: Store, progress: Weighing, workers: int) -> None:
    """Make and keep the vectors that are missing."""
    todo = store.without_vectors()
    if not todo:
        return
    from sayso.encode.sentences import SentenceEncoder  # loads its library, which a case in step does not need

    encoder = SentenceEncoder.shipped()

    def encode(material: Material) -> bytes:
        words = [p.span.of(material.text.characters) for p in material.propositions]
        return encoder.vectors(words).astype(np.float16).tobytes()

    with ThreadPoolExecutor(workers) as pool:
        for start in range(0, len(todo), _BATCH):
            some = list(store.materials(todo[start : start + _BATCH]))
            vectors = pool.map(encode, some)
            store.set_vectors({m.id: made for m, made in zip(some, vectors, strict=True)})
            progress.encoding(min(start + _BATCH, len(todo)), len(todo))


def _weigh(store: Store, progress: Weighing) -> bool:
    """Weigh what has changed and keep it; whether it was kept."""
    version = store.claims_version()
    outlines = _outlines(store)
    as_what = {id: _as_what(outline) for id, outline in outlines.items()}
    kept = store.kept()
    same = {id for id, what in as_what.items() if kept is not None and outlines[id].weighed_as == what}
    progress.comparing(len(outlines) - len(same), len(outlines))
    found = store.claim_verdicts()
    reader = _Reader(store, {id: outline.people for id, outline in outlines.items()})
    given = Given(
        {id: {entity: _known(one) for entity, one in outline.people.items()} for id, outline in outlines.items()},
        {id: unpack(outlines[id].card or b"", Card) for id in same},
        {id: _rows(outline.vectors) for id, outline in outlines.items() if outline.vectors},
        reader.sources,
        _verdicts(found),
        {id: document for verdict in found for document, id in verdict.propositions},
    )
    weighed = weigh(given, unpack(kept, Kept, small=False) if kept is not None else None)
    nearness = nearness_of(weighed.pairs)
    claims = [_to_keep(claim, reader.held, weighed.case.roots, nearness) for claim in weighed.claims]
    listed = [one.claim for one in claims if one.urgency >= LISTED]
    anew = {one.claim.id for one in claims}
    listed += (claim for claim in store.urgent_claims(LISTED, anew) if claim.id in weighed.standing)
    gaps, before = missing(listed, weighed.case), store.case_gaps()
    standing = {found.gap.id for found in gaps if before.get(found.gap.id) == found.gap}
    new = [found for found in gaps if found.gap.id not in standing]
    texts = reader.materials({found.document for found in new})
    return store.set_claims(
        claims,
        standing=weighed.standing,
        cards={id: (as_what[id], pack(card)) for id, card in weighed.cards.items()},
        kept=pack(weighed.kept, small=False),
        copies=weighed.copies,
        gaps=[GapOfCase(found.document, texts[found.document].text, found.gap) for found in new],
        standing_gaps=standing,
        made_of=version,
    )


class _Reader:
    """Documents as weighing asks for them; `people` are those that each names."""

    def __init__(self, store: Store, people: Mapping[str, Mapping[str, PersonOf]]) -> None:
        self._store = store
        self._people = people
        self.held: dict[str, Material] = {}

    def materials(self, ids: Collection[str]) -> Mapping[str, Material]:
        """The documents of these ids, and others."""
        missing = [id for id in ids if id not in self.held]
        if missing:
            for material in self._store.materials(missing):
                self.held[material.id] = replace(material, people=self._people[material.id])
        return self.held

    def sources(self, ids: Collection[str]) -> Iterator[Source]:
        """The same as weighing takes them in."""
        held = self.materials(ids)
        return (source_of(held[id]) for id in ids)


def _outlines(store: Store) -> Mapping[str, Outline]:
    """All documents, with the people that they are presumed to name where they give no full name."""
    found = list(store.outlines())
    whom = _presumed(store, {one.id: one for outline in found for one in outline.people.values()})
    return {
        outline.id: replace(outline, people={entity: whom[one.id] for entity, one in outline.people.items()})
        for outline in found
    }


def presuming(store: Store, materials: Iterable[Material]) -> Sequence[Material]:
    """The same, with the people that they are presumed to name where they give no full name."""
    given = list(materials)
    whom = _presumed(store, {one.id: one for material in given for one in material.people.values()})
    return [replace(m, people={entity: whom[one.id] for entity, one in m.people.items()}) for m in given]


def _presumed(store: Store, everyone: Mapping[str, PersonOf]) -> Mapping[str, PersonOf]:
    """Whom each entity of the case (its id) is presumed to be."""
    names = {id: one.name for id, one in everyone.items() if one.kind is EntityKind.PERSON}
    likely = presumed(names, store.open_pairs())
    return {id: everyone[likely.get(id, id)] for id in everyone}


def _known(one: PersonOf) -> Known:
    return Known(one.id, one.name, one.kind, one.aliases)


def source_of(material: Material) -> Source:
    """A document as weighing takes it in; without what statements hold that a person rejected."""
    stated = [
        (place, p)
        for place, p in enumerate(material.propositions)
        if p.statement is None or p.statement in material.statements
    ]
    return Source(
        material.id,
        material.name,
        material.media_type,
        material.metadata,
        material.text.characters,
        material.boilerplate,
        tuple(p for _, p in stated),
        material.statements,
        material.events,
        material.citations,
        material.gaps,
        {entity: _known(one) for entity, one in material.people.items()},
        tuple(place for place, _ in stated),
    )


def vectors_of(materials: Iterable[Material]) -> Mapping[str, Vectors]:
    """The vectors of propositions, by id."""
    found: dict[str, Vectors] = {}
    for material in materials:
        if material.vectors:
            rows = _rows(material.vectors).astype(np.float32)
            found.update((p.id, row) for p, row in zip(material.propositions, rows, strict=True))
    return found


def _rows(vectors: bytes) -> NDArray[np.float16]:
    return np.frombuffer(vectors, np.float16).reshape(-1, _WIDTH)


def _as_what(outline: Outline) -> str:
    """What a document is weighed as: changes with whatever is found or judged in it, and with who its people are."""
    people = sorted((entity, one.id, one.name, one.kind.value) for entity, one in outline.people.items())
    said = repr((outline.id, outline.state, people))
    return sha256(said.encode("utf-8", "replace")).hexdigest()[:16]


def _verdicts(found: Sequence[ClaimVerdict]) -> Verdicts:
    """Decisions in force, as weighing takes them; what is confirmed stays together."""
    pairs: dict[ClaimDecisionKind, set[tuple[str, str]]] = {kind: set() for kind in ClaimDecisionKind}
    stances: dict[str, Stance] = {}
    for verdict in found:
        ids = [id for _, id in verdict.propositions]
        if verdict.kind is ClaimDecisionKind.STANCE and verdict.value is not None:
            stances[ids[0]] = Stance(verdict.value)
        for first, second in pairwise(ids):
            pairs[verdict.kind].add((min(first, second), max(first, second)))
    return Verdicts(
        together=frozenset(pairs[ClaimDecisionKind.TOGETHER] | pairs[ClaimDecisionKind.CONFIRM]),
        apart=frozenset(pairs[ClaimDecisionKind.APART]),
        stances=stances,
        same_origin=frozenset(pairs[ClaimDecisionKind.SAME_ORIGIN]),
        other_origin=frozenset(pairs[ClaimDecisionKind.OTHER_ORIGIN]),
        confirmed=frozenset(
            id for verdict in found if verdict.kind is ClaimDecisionKind.CONFIRM for _, id in verdict.propositions
        ),
    )


def _to_keep(
    claim: Claim, materials: Mapping[str, Material], roots: Mapping[str, str], nearness: Nearness
) -> WeighedClaim:
    """The claim with what lists show of it."""
    stated = {id: {p.id: p for p in materials[id].propositions} for id in {p.document for p in claim.positions}}
    shown = []
    names: dict[str, None] = {}
    for position in claim.positions:
        material = materials[position.document]
        proposition = stated[position.document][position.proposition]
        text = material.text
        chain = tuple(voice.name for voice in proposition.chain)
        shown.append(ShownPosition(position.span.of(text.characters), chain, text.page_of(position.span)))
        for entity in proposition.entities:
            if entity in material.people:
                names[material.people[entity].name] = None
    names.update((origin.name, None) for origin in claim.origins)
    plain = next(p for p in stated[claim.document].values() if p.span == claim.span)
    return WeighedClaim(claim, tuple(shown), tuple(names), urgency(claim, plain, roots, nearness))
