"""The day a passage has come to: what an event without a date of its own takes from those told before."""

from collections.abc import Sequence

from sayso.find.attribution.grammar import Grammar
from sayso.find.events.candidate import Candidate
from sayso.find.events.dating import Dated, Dating
from sayso.find.lexicon import groups
from sayso.model.event import EventStatus
from sayso.model.span import Span
from sayso.model.when import When

_DEEPEST = 8
_AHEAD = (EventStatus.PLANNED, EventStatus.PROPOSED)


class Narrative:
    """Follows the dates of one text, paragraph by paragraph; asked in order of the text."""

    def __init__(self, grammar: Grammar, dating: Dating, blocks: Sequence[Span]) -> None:
        self._grammar, self._dating = grammar, dating
        self._block_of = blocks_by_sentence(grammar, blocks)
        self._block = -1
        self._now: When | None = None
        self._before: When | None = None

    def date(self, candidate: Candidate, dated: Dated | None, status: EventStatus) -> When | None:
        """The candidate's date, its own or the one that the passage lends it."""
        own = dated.when if dated else None
        sentence = self._grammar.sentence_of[candidate.head]
        if self._block_of[sentence] != self._block:
            stale = self._block_of[sentence] - self._block > 1
            self._block, self._before, self._now = self._block_of[sentence], None if stale else self._now, None
        if own is not None:
            if dated and dated.order:
                self._now = self._now or own
                return _ordered(own, dated.order, status)
            if not self._looks_back(candidate):
                self._now = own
            return own
        words = self._grammar.tokens
        start = words[self._grammar.sentences[sentence].start].start
        opening, anchor = self._dating.opening(sentence, words[candidate.head].start) or (None, -1)
        told = self._now or self._dating.last_of_main_clause(start, self._block_of, self._block)
        self._now = opening or told
        now = self._now or self._before
        if opening is not None and self._is_told_by(candidate, anchor):
            return _ordered(opening, "about", status)
        if now is not None and opening is None and now.is_day and self._comes_after(candidate, status):
            return When.between(now, None)
        return self._lent(candidate, now, status) if now else None

    def _is_told_by(self, candidate: Candidate, dated: int) -> bool:
        """Whether it stands in what a dated verb tells ("On May 3 she said that they had met")."""
        tokens = self._grammar.tokens
        verb = dated
        while verb >= 0 and not self._grammar.is_verb(verb) and tokens[verb].head != verb:
            verb = tokens[verb].head
        at = candidate.carrier
        for _ in range(_DEEPEST):
            above = tokens[at].head
            if above == at:
                return False
            if above == verb and tokens[at].dep == "ccomp" and above < at:
                return True
            at = above
        return False

    def _comes_after(self, candidate: Candidate, status: EventStatus) -> bool:
        """Whether it is the next thing told after the day: an answer or none, what is passed on, "After that …"."""
        words = {self._grammar.lower[i] for i in self._grammar.subtree(candidate.carrier)}
        at_once = bool(words & groups("event-order")["at-once"])
        if at_once or self._looks_back(candidate) or self._dating.clock(candidate) is not None:
            return False
        first = self._grammar.sentences[self._grammar.sentence_of[candidate.head]].start
        passes = candidate.frame.word in groups("event-passing")["on"] or "reply" in candidate.frame.marks
        return passes or status is EventStatus.DID_NOT_OCCUR or self._grammar.lower[first] in ("after", "following")

    def _lent(self, candidate: Candidate, now: When, status: EventStatus) -> When | None:
        if self._looks_back(candidate):
            last = _point(now, last=True)
            return When.between(None, last) if last else None
        if status in _AHEAD or self._looks_ahead(candidate):
            first = _point(now, last=False)
            return When.between(first, None) if first else None
        return now

    def _looks_back(self, candidate: Candidate) -> bool:
        """Whether it is told as earlier than the passage: "had met", "previously"."""
        grammar = self._grammar
        helpers = [grammar.lower[c] for c in grammar.children[candidate.carrier]]
        return "had" in helpers or bool(groups("event-order")["before"] & set(helpers))

    def _looks_ahead(self, candidate: Candidate) -> bool:
        grammar = self._grammar
        helpers = {grammar.lower[c] for c in grammar.children[candidate.carrier]}
        return bool(groups("event-order")["after"] & helpers)


def _ordered(when: When, order: str, status: EventStatus) -> When | None:
    """The time before or after a date; what is spoken about has been, unless it is still to come."""
    later = order == "later" or (order == "about" and status in _AHEAD)
    point = _point(when, last=not later)
    if point is None:
        return when
    return When.between(point, None) if later else When.between(None, point)


def _point(when: When, *, last: bool) -> When | None:
    day = when.latest if last else when.earliest
    if day is None:
        return None
    return when if "/" not in when.edtf and not when.approximate else When.day(day)


def blocks_by_sentence(grammar: Grammar, blocks: Sequence[Span]) -> list[int]:
    """The number of the block that each sentence stands in."""
    found, number = [], 0
    for sentence in grammar.sentences:
        start = grammar.tokens[sentence.start].start
        while number + 1 < len(blocks) and blocks[number].end <= start:
            number += 1
        found.append(number)
    return found
