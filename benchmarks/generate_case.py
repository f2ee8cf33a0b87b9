"""A large invented case, written straight into the store with readings made up beside the text: no model runs.

`python -m benchmarks.generate_case build/desk.sayso` makes the one that `benchmarks.desk` asks: 5,000 documents with
100,000 statements, events, gaps, people, copies, claims. The same seed makes the same case.
"""

import argparse
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import numpy as np

from benchmarks.generate_readings import documents
from sayso.errors import Problem
from sayso.model.claim import Claim, ClaimStatus, Copy, Link, Origin, OriginKind, Position, Relation, Stance
from sayso.model.entity import EntityKind, Person
from sayso.model.identity import Evidence, Suggestion
from sayso.model.judgement import JudgementKind
from sayso.model.note import NoteKind
from sayso.model.proposition import Proposition
from sayso.model.statement import Act, Statement
from sayso.settings import Settings
from sayso.store.case_file import open_store
from sayso.store.pack import PackedFile, ReadDocument, pack_file
from sayso.store.protocol import Store
from sayso.store.stored import ShownPosition, WeighedClaim

_EVERY = 20
"""One in so many documents is a copy of the one before, and one in so many could not be wholly read."""
_WIDTH = 384
_AT_ONCE = 200
_DECISIONS = 2_000


def _packed(number: int, read: ReadDocument) -> PackedFile:
    told = () if number % _EVERY else (Problem(read.document.path, "Page 3 has no text.", "Have it recognised first."),)
    return pack_file(
        path=read.document.path,
        name=f"pile/{number:05}.txt",
        sha256=read.document.sha256,
        size=len(read.data),
        modified_ns=1,
        documents=[replace(read, problems=told)],
        problems=told,
        read_with="generated",
    )


def write_case(path: Path, count: int, statements: int, seed: int) -> None:
    """Make the case at `path`; nothing may be there."""
    rng = random.Random(seed)
    with open_store(path, Settings(), create=True, write=True) as store:
        held: list[ReadDocument] = []
        batch: list[PackedFile] = []
        for number, read in enumerate(documents(count, statements, seed)):
            held.append(replace(read, data=b""))
            batch.append(_packed(number, read))
            if len(batch) == _AT_ONCE or number == count - 1:
                store.record(batch, by="generator")
                batch = []
        people = _people(held)
        pairs = [_pair(one, other) for one, other in zip(people[: 2 * _AT_ONCE : 2], people[1::2], strict=False)]
        store.set_people(people, pairs)
        _weigh(store, rng, held)
        _judge(store, rng, held)


def _judge(store: Store, rng: random.Random, held: Sequence[ReadDocument]) -> None:
    """What a person has decided so far, tagged and noted."""
    for read in rng.sample(held, min(_DECISIONS, len(held))):
        found = rng.choice(read.findings.statements).id
        kind = JudgementKind.REJECT if rng.random() < 0.1 else JudgementKind.CONFIRM
        store.judge(found, kind, made_on=1, by="Ana")
        if rng.random() < 0.1:
            store.write_note(read.document.id, NoteKind.TAG, rng.choice(("to call", "key", "odd")), by="Ana")


def _people(held: Sequence[ReadDocument]) -> list[Person]:
    members: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for read in held:
        for entity in read.findings.entities:
            members[entity.name].append((read.document.id, entity.id))
    return [
        Person("p" + sha256(name.encode()).hexdigest()[:12], name, EntityKind.PERSON, (), tuple(found), "the same name")
        for name, found in sorted(members.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    ]


def _pair(one: Person, other: Person) -> Suggestion:
    return Suggestion(
        min(one.id, other.id),
        max(one.id, other.id),
        0.4,
        (Evidence("both in one document", one.name, other.name, 1.0),),
    )


def _weigh(store: Store, rng: random.Random, held: Sequence[ReadDocument]) -> None:
    """Claims of one to nine positions: most stand once, some are repeated, some denied."""
    numbers = np.random.default_rng(len(held))
    for start in range(0, len(held), _AT_ONCE):
        some = held[start : start + _AT_ONCE]
        store.set_vectors({r.document.id: _vectors(numbers, len(r.findings.propositions)) for r in some})
    about: dict[str, list[tuple[ReadDocument, Proposition, Statement]]] = defaultdict(list)
    for read in held:
        for made, stated in zip(read.findings.statements, read.findings.propositions, strict=True):
            about[" ".join(stated.terms)].append((read, stated, made))
    weighed = []
    for places in about.values():
        rng.shuffle(places)
        at = 0
        while at < len(places):
            size = 1 if rng.random() < 0.9 else rng.randint(2, 9)
            weighed.append(_claim(places[at : at + size]))
            at += size
    copies = [
        Copy(one.document.id, other.document.id, 0.9, one.document.id, "ninety in a hundred words are the same")
        for one, other in zip(held[:: _EVERY // 2], held[1 :: _EVERY // 2], strict=False)
    ]
    store.set_claims(weighed, copies=copies, made_of=store.claims_version())


def _vectors(numbers: np.random.Generator, count: int) -> bytes:
    """Of length one, in directions that mean nothing."""
    made = numbers.standard_normal((count, _WIDTH))
    length = np.linalg.norm(made, axis=1, keepdims=True)
    return bytes((made / length).astype(np.float16).tobytes())


def _claim(places: Sequence[tuple[ReadDocument, Proposition, Statement]]) -> WeighedClaim:
    positions: list[Position] = []
    origins: dict[str, Origin] = {}
    for read, stated, made in places:
        stance = Stance.DENIES if made.act is Act.DENY else Stance.SUPPORTS
        name = made.chain[-1].name
        kind = OriginKind.NAMED if made.named else OriginKind.UNNAMED
        origin = Origin(f"o:{name}:{stance}", name, kind, stance)
        origins.setdefault(origin.id, origin)
        positions.append(
            Position(read.document.id, stated.id, made.id, stated.span, stance, origin.id, ("the same words",))
        )
    first = places[0][0]
    supporting = sum(origin.stance is Stance.SUPPORTS for origin in origins.values())
    denied = len(origins) - supporting
    status = (
        ClaimStatus.DISPUTED if denied and supporting else ClaimStatus.DENIED if denied else
        ClaimStatus.CORROBORATED if supporting > 1 else ClaimStatus.SINGLE_SOURCE
    )  # fmt: skip
    text = places[0][1].span.of(first.document.text.characters)
    links = tuple(
        Link(p.document, p.origin, Relation.RELAYS, "gives these words as its own") for p in positions if p.origin
    )
    claim = Claim(
        "k" + sha256(f"{first.document.id} {places[0][1].id}".encode()).hexdigest()[:12],
        text, first.document.id, positions[0].span, tuple(positions), tuple(origins.values()), links, (), status,
        supporting, supporting, first.document.metadata.published,
    )  # fmt: skip
    shown = tuple(
        ShownPosition(stated.span.of(read.document.text.characters), tuple(v.name for v in made.chain), None)
        for read, stated, made in places
    )
    urgent = 0.0 if len(places) == 1 else 1.0 + len(places) / 10 + (status is ClaimStatus.DISPUTED)
    return WeighedClaim(claim, shown, tuple(origin.name for origin in origins.values()), urgent)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("case", type=Path)
    parser.add_argument("--documents", type=int, default=5_000)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    if given.case.exists():
        raise SystemExit(f"{given.case} is there already.")
    write_case(given.case, given.documents, given.statements, given.seed)


if __name__ == "__main__":
    main()
