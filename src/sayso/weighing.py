"""Brings the claims of a case in step with what its documents state: store → encode → weigh → store.

Vectors are made, and propositions compared, only of documents that are new or have changed. Interrupted at any moment,
it leaves the claims as they were, and keeps the vectors it has made.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
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
from sayso.store.codec import from_json, to_json
from sayso.store.protocol import Store
from sayso.store.stored import ClaimVerdict, GapOfCase, Material, Pair, ShownPosition, WeighedClaim
from sayso.weigh.assembling import clusters
from sayso.weigh.case_gaps import missing
from sayso.weigh.conflicts import conflicts
from sayso.weigh.copies import find_copies
from sayso.weigh.likeness import Pair as Likeness
from sayso.weigh.likeness import likenesses
from sayso.weigh.origins import case_of, weigh_cluster
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
    """Compare what is new, group, weigh and keep; whether it was kept."""
    version = store.claims_version()
    materials = {material.id: material for material in presuming(store, store.materials())}
    found = store.claim_verdicts()
    verdicts = _verdicts(found)
    sources = {id: source_of(material) for id, material in sorted(materials.items())}
    as_what = {id: _as_what(material) for id, material in materials.items()}
    new = frozenset(id for id, what in as_what.items() if materials[id].weighed_as != what)
    progress.comparing(len(new), len(materials))
    document_of = {p.id: id for id, source in sources.items() for p in source.propositions}
    old = (from_json(pair.data, Likeness) for pair in store.pairs() if not {pair.first, pair.second} & new)
    kept = [pair for pair in old if pair.first in document_of and pair.second in document_of]
    ordered = list(sources.values())
    fresh = likenesses(ordered, vectors_of(materials.values()), new)
    copies = find_copies(ordered)
    case = case_of(sources, copies)
    confirmed = {id for verdict in found if verdict.kind is ClaimDecisionKind.CONFIRM for _, id in verdict.propositions}
    # Sums of scores must not depend on which documents came first.
    alike = sorted([*kept, *fresh], key=lambda pair: (pair.first, pair.second))
    nearness = nearness_of(alike)
    weighed = [
        _to_keep(
            _confirmed(weigh_cluster(cluster, case, verdicts, conflicts(cluster)), confirmed),
            materials,
            case.roots,
            nearness,
        )
        for cluster in clusters(ordered, alike, verdicts)
    ]
    listed = [one.claim for one in weighed if one.urgency >= LISTED]
    gaps = [GapOfCase(found.document, materials[found.document].text, found.gap) for found in missing(listed, case)]
    return store.set_claims(
        weighed,
        compared={id: as_what[id] for id in new},
        pairs=[Pair(document_of[p.first], document_of[p.second], to_json(p)) for p in fresh],
        copies=copies,
        gaps=gaps,
        made_of=version,
    )


def presuming(store: Store, materials: Iterable[Material]) -> Sequence[Material]:
    """The same, with the people that they are presumed to name where they give no full name."""
    given = list(materials)
    everyone = {one.id: one for material in given for one in material.people.values()}
    names = {id: one.name for id, one in everyone.items() if one.kind is EntityKind.PERSON}
    likely = presumed(names, store.open_pairs())
    return [
        replace(m, people={entity: everyone[likely.get(one.id, one.id)] for entity, one in m.people.items()})
        for m in given
    ]


def source_of(material: Material) -> Source:
    """A document as weighing takes it in; without what statements hold that a person rejected."""
    return Source(
        material.id,
        material.name,
        material.media_type,
        material.metadata,
        material.text.characters,
        material.boilerplate,
        tuple(p for p in material.propositions if p.statement is None or p.statement in material.statements),
        material.statements,
        material.events,
        material.citations,
        material.gaps,
        {entity: Known(one.id, one.name, one.kind, one.aliases) for entity, one in material.people.items()},
    )


def vectors_of(materials: Iterable[Material]) -> Mapping[str, Vectors]:
    """The vectors of propositions, by id."""
    found: dict[str, Vectors] = {}
    for material in materials:
        if material.vectors:
            rows = np.frombuffer(material.vectors, np.float16).reshape(-1, _WIDTH).astype(np.float32)
            found.update((p.id, row) for p, row in zip(material.propositions, rows, strict=True))
    return found


def _as_what(material: Material) -> str:
    """What a document is compared as: changes with its metadata, with who its people are, with what is rejected."""
    people = sorted((entity, one.id, one.name, one.kind.value) for entity, one in material.people.items())
    said = repr((material.metadata, people, sorted(material.statements)))
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
    )


def _confirmed(claim: Claim, confirmed: Collection[str]) -> Claim:
    """The claim, with those of its positions marked that a person confirmed."""
    if not any(position.proposition in confirmed for position in claim.positions):
        return claim
    positions = tuple(
        replace(position, confirmed=position.confirmed or position.proposition in confirmed)
        for position in claim.positions
    )
    return replace(claim, positions=positions)


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
