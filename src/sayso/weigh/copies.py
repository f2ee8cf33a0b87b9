"""Which documents are copies of one another: reprints, wire copy, rewrites, pastes."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from sayso.model.claim import Copy
from sayso.weigh.copy_direction import original_of
from sayso.weigh.shingles import Hashes, Shingled, containment, shingled
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
_SAMPLE = np.uint64(2)


def find_copies(sources: Sequence[Source], new: Collection[str] | None = None) -> tuple[Copy, ...]:
    """Pairs of documents of which one is (nearly) the other, in order of their ids.

    Compared are runs of three words outside of quotation marks: a copy has at least 22 % of the shorter one's in
    common, spread over five eighths of it, so that stories that quote one speech, cite one filing or end with one
    notice are none. Documents of one publisher, which repeat their own background, need 40 %. With `new`, ids of
    documents, only pairs with one of these. In a group of more than 60 copies not every pair is told, but enough to
    join them all. Grows with the number of words, and with the number of pairs told.
    """
    ordered = sorted(sources, key=lambda source: source.id)
    runs = shingled(ordered)
    fresh = np.array([new is None or source.id in new for source in ordered], dtype=bool)
    found: dict[tuple[int, int], Copy] = {}
    for first, second in _candidates(runs, fresh):
        copy = _copy(ordered, runs, first, second)
        if copy:
            found[first, second] = copy
    for first, second in _rest_of_groups(found):
        if fresh[first] or fresh[second]:
            copy = _copy(ordered, runs, first, second)
            if copy:
                found[first, second] = copy
    return tuple(found[pair] for pair in sorted(found))


def _copy(sources: Sequence[Source], runs: Sequence[Shingled], first: int, second: int) -> Copy | None:
    one, other = sources[first], sources[second]
    share = shared(runs[first], runs[second], one_outlet=_one_outlet(one, other))
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


def _candidates(runs: Sequence[Shingled], fresh: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Pairs that share some runs, by an inverted index of every second run of five words, in order."""
    counts: dict[int, int] = defaultdict(int)
    for keys, numbers in _pair_counts(runs, fresh):
        for key, number in zip(keys.tolist(), numbers.tolist(), strict=True):
            counts[key] += number
    for key in sorted(counts):
        first, second = divmod(key, len(runs))
        shorter = min(len(runs[first].long), len(runs[second].long))
        if counts[key] >= max(2, 0.015 * shorter):
            yield first, second


def _pair_counts(runs: Sequence[Shingled], fresh: NDArray[np.bool_]) -> Iterator[tuple[NDArray[np.int64], Hashes]]:
    samples = [text.long[text.long % _SAMPLE == 0] for text in runs]
    if not samples:
        return
    hashes = np.concatenate(samples)
    owners = np.repeat(np.arange(len(runs), dtype=np.int64), [len(sample) for sample in samples])
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
            wanted = fresh[one] | fresh[other]
            keys, numbers = np.unique((one * len(runs) + other)[wanted], return_counts=True)
            yield keys, numbers.astype(np.uint64)


def _columns(length: int) -> Iterable[tuple[int, int]]:
    """Which of the documents that share a run are compared: all, or, in a crowd, each with the first and the next."""
    if length <= _OFTEN:
        return combinations(range(length), 2)
    return {(0, place) for place in range(1, length)} | {(place, place + 1) for place in range(length - 1)}


def _rest_of_groups(found: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The pairs of small groups that the index did not bring together."""
    pairs = set(found)
    roots: dict[int, int] = {}
    for first, second in sorted(pairs):
        low, high = sorted((_root(roots, first), _root(roots, second)))
        roots[high] = low
    groups: dict[int, list[int]] = defaultdict(list)
    for place in sorted(roots.keys() | {place for pair in pairs for place in pair}):
        groups[_root(roots, place)].append(place)
    for members in groups.values():
        if len(members) <= _SMALL_GROUP:
            yield from (pair for pair in combinations(members, 2) if pair not in pairs)


def _root(roots: dict[int, int], place: int) -> int:
    while place in roots and roots[place] != place:
        place = roots[place]
    return place
