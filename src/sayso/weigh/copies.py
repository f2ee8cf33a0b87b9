"""Which documents are copies of one another: reprints, wire copy, rewrites, pastes."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from sayso.model.claim import Copy
from sayso.weigh.copy_direction import original_of
from sayso.weigh.shingles import (
    Hashes,
    Print,
    Shingled,
    containment,
    left_out,
    letter_of,
    letterhead,
    print_of,
    shingled,
)
from sayso.weigh.source import Source

_LEAST_SHARE = 0.22
_LEAST_SHARE_OF_ONE_OUTLET = 0.4
_LEAST_SHARE_OF_TALK = 0.5
_LEAST_OF_LONGER = 0.08
_LEAST_OF_PART = 0.12
_LEAST_PARTS = 5
_LEAST_RUNS = 12
_MOSTLY_TALK = 0.4
_OFTEN = 40
_SMALL_GROUP = 60


Outcomes = dict[tuple[str, str], Copy | None]
"""Pairs of documents (ids, in order) that were looked at, and what they came to."""


def find_copies(sources: Sequence[Source]) -> tuple[Copy, ...]:
    """Pairs of documents of which one is (nearly) the other, in order of their ids.

    Compared are runs of three words outside of quotation marks: a copy has at least 22 % of the shorter one's in
    common, spread over five eighths of it, so that stories that quote one speech, cite one filing or end with one
    notice are none. Documents of one publisher, which repeat their own background, need 40 %. In a group of more than
    60 copies not every pair is told, but enough to join them all. Grows with the number of words, and with the number
    of pairs told.
    """
    given = {source.id: source for source in sources}
    return copies_in(look(given, {}, {}, lambda ids: (given[id] for id in ids)).outcomes)


@dataclass(frozen=True, slots=True)
class Looked:
    """The print of each document by its id, and what pairs of them came to."""

    prints: Mapping[str, Print]
    outcomes: Outcomes


def look(
    changed: Collection[str],
    kept: Mapping[str, Print],
    known: Mapping[tuple[str, str], Copy | None],
    sources: Callable[[Collection[str]], Iterable[Source]],
) -> Looked:
    """Look at all pairs that are worth it among the documents `changed` and those whose prints were kept.

    Of the latter the pairs that are `known` are not looked at again. `sources` gives the documents of these ids.
    """
    read = {source.id: source for source in sources(changed)}
    letters = {id: letter_of(source) for id, source in read.items()}
    common = letterhead(letter for letter in (*letters.values(), *(one.letter for one in kept.values())) if letter)
    # One mail more can make a paragraph of others letterhead.
    stale = [id for id, one in kept.items() if one.without != left_out(one.letter, common)]
    read |= {source.id: source for source in sources(stale)} if stale else {}
    letters |= {id: kept[id].letter for id in stale}
    prints = dict(kept) | {id: print_of(source, letters[id], common) for id, source in read.items()}
    held = {pair: copy for pair, copy in known.items() if read.keys().isdisjoint(pair) and prints.keys() >= {*pair}}
    ids = sorted(prints)
    pairs = [(ids[a], ids[b]) for a, b in _candidates([prints[id] for id in ids])]
    outcomes = _outcomes(pairs, common, sources, held)
    rest = list(_rest_of_groups(pair for pair, copy in outcomes.items() if copy is not None))
    return Looked(prints, outcomes | _outcomes(rest, common, sources, held | outcomes))


def copies_in(outcomes: Mapping[tuple[str, str], Copy | None]) -> tuple[Copy, ...]:
    """The copies among pairs that were looked at, in order."""
    return tuple(copy for _, copy in sorted(outcomes.items()) if copy is not None)


def _outcomes(
    pairs: Sequence[tuple[str, str]],
    common: Collection[int],
    sources: Callable[[Collection[str]], Iterable[Source]],
    known: Mapping[tuple[str, str], Copy | None],
) -> Outcomes:
    fresh = [pair for pair in pairs if pair not in known]
    if not fresh:
        return {pair: known[pair] for pair in pairs}
    found = {source.id: source for source in sources({id for pair in fresh for id in pair})}
    runs = {id: shingled(source, common) for id, source in found.items()}
    made = {(a, b): _copy(found[a], found[b], runs[a], runs[b]) for a, b in fresh}
    return {pair: made[pair] if pair in made else known[pair] for pair in pairs}


def _copy(one: Source, other: Source, runs: Shingled, others: Shingled) -> Copy | None:
    share = shared(runs, others, one_outlet=_one_outlet(one, other))
    if share is None:
        return None
    original, why = original_of(one, other)
    return Copy(one.id, other.id, round(share, 3), original, f"{share:.0%} of its runs of three words are shared{why}")


def shared(one: Shingled, other: Shingled, *, one_outlet: bool = False) -> float | None:
    """The share (0 to 1) of the shorter one's runs of three words that a copy has; `None` if neither is a copy."""
    shorter, longer = (one, other) if len(one.own) <= len(other.own) else (other, one)
    if len(shorter.own) < _MOSTLY_TALK * len(shorter.whole):
        return _shared_talk(one, other)
    share = containment(shorter.own, longer.own)
    least = _LEAST_SHARE_OF_ONE_OUTLET if one_outlet else _LEAST_SHARE
    runs = share * len(shorter.own)
    if share < least or runs < _LEAST_RUNS or runs < _LEAST_OF_LONGER * len(longer.own):
        return None
    parts = sum(containment(part, longer.own) >= _LEAST_OF_PART for part in shorter.parts)
    return share if parts >= _LEAST_PARTS else None


def _shared_talk(one: Shingled, other: Shingled) -> float | None:
    shorter, longer = (one, other) if len(one.whole) <= len(other.whole) else (other, one)
    share = containment(shorter.whole, longer.whole)
    runs = share * len(shorter.whole)
    # Reports of one speech share its words and nothing of their own.
    own = containment(shorter.own, longer.own) if len(shorter.own) >= _LEAST_RUNS else share
    enough = share >= _LEAST_SHARE_OF_TALK and own >= _LEAST_SHARE and runs >= _LEAST_RUNS
    return share if enough and runs >= _LEAST_OF_LONGER * len(longer.whole) else None


def _one_outlet(one: Source, other: Source) -> bool:
    first, second = one.metadata.publisher, other.metadata.publisher
    return first is not None and second is not None and first.casefold() == second.casefold()


def _candidates(prints: Sequence[Print]) -> Iterator[tuple[int, int]]:
    """Pairs that share some runs, by an inverted index of every second run of five words, in order."""
    counts: dict[int, int] = defaultdict(int)
    for keys, numbers in _pair_counts(prints):
        for key, number in zip(keys.tolist(), numbers.tolist(), strict=True):
            counts[key] += number
    for key in sorted(counts):
        first, second = divmod(key, len(prints))
        if counts[key] >= max(2, 0.015 * min(prints[first].count, prints[second].count)):
            yield first, second


def _pair_counts(prints: Sequence[Print]) -> Iterator[tuple[NDArray[np.int64], Hashes]]:
    samples = [np.frombuffer(one.runs, np.uint64) for one in prints]
    if not samples:
        return
    hashes = np.concatenate(samples)
    owners = np.repeat(np.arange(len(prints), dtype=np.int64), [len(sample) for sample in samples])
    order = np.argsort(hashes, kind="stable")
    hashes, owners = hashes[order], owners[order]
    edges = (
        np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1], [True]))) if len(hashes) else np.array([0])
    )
    lengths = np.diff(edges)
    for length in np.unique(lengths[lengths > 1]).tolist():
        holders = owners[edges[:-1][lengths == length][:, None] + np.arange(length)]
        for first, second in _columns(length):
            one, other = holders[:, first], holders[:, second]
            keys, numbers = np.unique(one * len(prints) + other, return_counts=True)
            yield keys, numbers.astype(np.uint64)


def _columns(length: int) -> Iterable[tuple[int, int]]:
    """Which of the documents that share a run are compared: all, or, in a crowd, each with the first and the next."""
    if length <= _OFTEN:
        return combinations(range(length), 2)
    return {(0, place) for place in range(1, length)} | {(place, place + 1) for place in range(length - 1)}


def _rest_of_groups(found: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The pairs of small groups that the index did not bring together."""
    pairs = set(found)
    roots: dict[str, str] = {}
    for first, second in sorted(pairs):
        low, high = sorted((_root(roots, first), _root(roots, second)))
        roots[high] = low
    groups: dict[str, list[str]] = defaultdict(list)
    for document in sorted(roots.keys() | {document for pair in pairs for document in pair}):
        groups[_root(roots, document)].append(document)
    for members in groups.values():
        if len(members) <= _SMALL_GROUP:
            yield from (pair for pair in combinations(members, 2) if pair not in pairs)


def _root(roots: dict[str, str], document: str) -> str:
    while document in roots and roots[document] != document:
        document = roots[document]
    return document
