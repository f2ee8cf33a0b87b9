"""Cues as the trained encoder sees them: how likely each is, what it reads as their source and content, and how well
every other candidate agrees with it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.encode.attributor import Attributor, Reading
from sayso.encode.chain_field import B_CONTENT, B_SOURCE, I_CONTENT, I_SOURCE, LABELS, NEVER, Scores
from sayso.find.attribution.candidate import Candidate, Scored
from sayso.find.attribution.frames import AUXILIARY
from sayso.find.attribution.grammar import Grammar

WEAK = 0.5
"""Added to the scores of cue tags for cues that are worth a look"""
_ROLES = ((B_SOURCE, I_SOURCE), (B_CONTENT, I_CONTENT))


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate beside the encoder's reading of its cue.

    `likelihood` is the logarithm of the probability of its roles, given the cue.
    """

    scored: Scored | None
    candidate: Candidate
    likelihood: float


@dataclass(frozen=True, slots=True)
class Unit:
    """A cue with all that could be its source and content.

    `probability` is that the words are a cue; `seen` tells whether the encoder marked it, or only syntax did. The
    first of `weighed` is the encoder's own reading, the likeliest one.
    """

    probability: float
    seen: bool
    weighed: tuple[Weighed, ...]


def units(
    grammar: Grammar, readings: Sequence[Reading], scored: Sequence[Scored], attributor: Attributor
) -> Iterator[Unit]:
    """Every cue of the text, window by window."""
    windows = [Window(grammar, reading, scored) for reading in readings if reading.words]
    asked = [(window, window.scores(attributor)) for window in windows if window.cues]
    if not asked:
        return
    # All cues of the text at once: walking along the words costs the same for one of them as for hundreds.
    lengths = np.concatenate([np.full(len(s), s.shape[1]) for _, s in asked])
    scores = _padded([s for _, s in asked])
    likelihoods = attributor.chain.partition(scores, lengths)
    paths, tops = attributor.chain.best(scores, lengths)
    masked = [m for window, s in asked for m in window.masked(s)]
    others = iter(
        attributor.chain.best_score(_padded(masked), np.array([m.shape[1] for m in masked])) if masked else ()
    )
    number = 0
    for window, _ in asked:
        certain = _certainty(window.reading.tags)
        for cue, seen, group in window.cues:
            whole = float(likelihoods[number])
            own = Weighed(
                None, window.read(cue, paths[number, : len(window.reading.words)]), float(tops[number]) - whole
            )
            rest = (Weighed(s, s.candidate, float(next(others)) - whole) for s in group)
            yield Unit(float(certain[cue.start : cue.stop].max()), seen, (own, *rest))
            number += 1


def _padded(scores: Sequence[Scores]) -> Scores:
    """Arrays (cues, words, labels) of different lengths as one."""
    whole = np.zeros((sum(len(s) for s in scores), max(s.shape[1] for s in scores), len(LABELS)), np.float32)
    at = 0
    for s in scores:
        whole[at : at + len(s), : s.shape[1]] = s
        at += len(s)
    return whole


class Window:
    """A window's words, the tokens they stand in, and its cues.

    Each of `cues` is (its words, whether the encoder marked it, the candidates of syntax that have it).
    """

    def __init__(self, grammar: Grammar, reading: Reading, scored: Sequence[Scored]) -> None:
        self._grammar = grammar
        self.reading = reading
        self.token_of = np.array([grammar.at(word.start) for word in reading.words])
        tokens = range(int(self.token_of[0]), int(self.token_of[-1]) + 1)
        self._marks = np.array([not grammar.is_word[token] for token in self.token_of])
        self.cues = list(self._cues([s for s in scored if s.candidate.head in tokens]))

    def _cues(self, scored: Sequence[Scored]) -> Iterator[tuple[range, bool, list[Scored]]]:
        seen = cue_ranges(self.reading.tags, WEAK)
        held: list[list[Scored]] = [[] for _ in seen]
        unseen: dict[int, list[Scored]] = {}
        owner = {word: number for number, cue in enumerate(seen) for word in cue}
        for s in scored:
            words = self._words(s.candidate.cue)
            number = next((owner[w] for w in words if w in owner), None)
            if number is not None:
                held[number].append(s)
            elif words:
                unseen.setdefault(s.candidate.head, []).append(s)
        for cue, group in zip(seen, held, strict=True):
            yield cue, True, group
        for group in unseen.values():
            yield self._words(group[0].candidate.cue), False, group

    def inner(self, cues: Sequence[range], attributor: Attributor) -> Iterator[Candidate]:
        """The candidates of cues, given in tokens, inside of what others say."""
        places = [self._words(cue) for cue in cues]
        scores = attributor.roles(self.reading, places, places, inner=True).copy()
        for row, place in zip(scores, places, strict=True):
            row[place.start : place.stop, 1:] = NEVER
        paths, _ = attributor.inner_chain.best(scores, np.full(len(cues), len(self.reading.words)))
        for place, path in zip(places, paths, strict=True):
            yield self.read(place, path)

    def scores(self, attributor: Attributor) -> Scores:
        """(cues, words, labels); no word of a cue is its source or content."""
        cues = [cue for cue, _, _ in self.cues]
        scores = attributor.roles(self.reading, cues, cue_ranges(self.reading.tags, 0.0)).copy()
        for row, cue in zip(scores, cues, strict=True):
            row[cue.start : cue.stop, 1:] = NEVER
        return scores

    def masked(self, scores: Scores) -> Iterator[Scores]:
        """For each candidate of syntax, in the order of cues, its cue's scores (1, words, labels) where it is right."""
        for row, (_, _, group) in zip(scores, self.cues, strict=True):
            for s in group:
                yield (row + self._mask(s.candidate))[None]

    def _words(self, tokens: range) -> range:
        """The words that start in the tokens."""
        first, last = np.searchsorted(self.token_of, (tokens.start, tokens.stop))
        return range(int(first), int(last))

    def _mask(self, candidate: Candidate) -> Scores:
        """What to add to scores so that every word has the candidate's role; punctuation may have any, as it is
        nobody's word.
        """
        mask = np.full((len(self.token_of), len(LABELS)), NEVER, np.float32)
        mask[:, 0] = 0
        ranges = ([candidate.source] if candidate.source else [], candidate.content)
        for labels, spans in zip(_ROLES, ranges, strict=True):
            for tokens in spans:
                words = self._words(tokens)
                mask[words.start : words.stop, 0] = NEVER
                mask[words.start : words.stop, labels] = 0
        mask[self._marks] = 0
        return mask

    def read(self, cue: range, labels: NDArray[np.int64]) -> Candidate:
        """The candidate that labels make."""
        own = self._with_verb(self._tokens(cue))
        taken = set(own)
        sources, content = (self._ranges(labels, *role, taken) for role in _ROLES)
        head = next((i for i in own if self._grammar.tokens[i].head not in own), own.start)
        source = self._in_one_sentence(max(sources, key=len), own) if sources else None
        return Candidate(head, "read", "read", source, own, content)

    def _with_verb(self, cue: range) -> range:
        """A cue that ends in an auxiliary or "not", with the verb that follows it: these say nothing by themselves."""
        last = self._grammar.tokens[cue[-1]]
        return range(cue.start, cue.stop + 1) if last.dep in AUXILIARY and last.head == cue.stop else cue

    def _in_one_sentence(self, source: range, cue: range) -> range:
        """The part of a source beside its cue: no voice goes over a heading or a full stop."""
        sentence_of = self._grammar.sentence_of
        nearest = sentence_of[source[-1] if source.start < cue.start else source[0]]
        kept = [token for token in source if sentence_of[token] == nearest]
        return range(kept[0], kept[-1] + 1)

    def _ranges(self, labels: NDArray[np.int64], begin: int, inside: int, taken: set[int]) -> list[range]:
        """Runs of a role, in tokens; a token has one role, the first that takes it."""
        runs: list[range] = []
        for word in np.flatnonzero((labels == begin) | (labels == inside)):
            token = int(self.token_of[word])
            if token in taken:
                continue
            taken.add(token)
            if runs and runs[-1].stop == token and labels[word] == inside:
                runs[-1] = range(runs[-1].start, token + 1)
            else:
                runs.append(range(token, token + 1))
        return runs

    def _tokens(self, words: range) -> range:
        return range(int(self.token_of[words.start]), int(self.token_of[words.stop - 1]) + 1)


def cue_ranges(tags: Scores, bias: float) -> list[range]:
    """Ranges of words that are cues, from tag scores (words, 3: outside, begin, inside).

    `bias` is added to begin and inside: higher finds more cues, with more false ones among them.
    """
    found: list[range] = []
    for word, tag in enumerate((tags + np.array([0.0, bias, bias], np.float32)).argmax(1)):
        if tag == 2 and found and found[-1].stop == word:
            found[-1] = range(found[-1].start, word + 1)
        elif tag:
            found.append(range(word, word + 1))
    return found


def _certainty(tags: Scores) -> Scores:
    """The probability of each word to be in a cue."""
    powers = np.exp(tags - tags.max(1, keepdims=True))
    certain: Scores = 1 - powers[:, 0] / powers.sum(1)
    return certain
