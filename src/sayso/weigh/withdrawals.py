"""Sentences that take back what was said, and protestations that deny nothing in particular."""

import re
from collections.abc import Sequence
from functools import cache

from sayso.model.proposition import Proposition
from sayso.weigh import lexicon
from sayso.weigh.source import Source

_SHORT = 80
_NEAR = 120
"""code points: of a sentence that only says once more that it is not so; between a sentence and what takes it back"""


def takes_back(source: Source) -> dict[str, str]:
    """Propositions that say of one before them that it is not so, and which that is: "That was wrong", and after that
    "There was no search".
    """
    ordered = sorted(source.propositions, key=lambda p: (p.span, p.id))
    found: dict[str, str] = {}
    for i, p in enumerate(ordered):
        if not _matches("back", _words(source, p)):
            continue
        before = _before(ordered[:i], p)
        if before is None:
            continue
        found[p.id] = before.id
        after = ordered[i + 1] if i + 1 < len(ordered) else None
        if after is not None and after.negated and len(after.span) <= _SHORT and _of_one_thing(before, after):
            found[after.id] = before.id
    return found


def _of_one_thing(before: Proposition, after: Proposition) -> bool:
    return before.predicate == after.predicate or not set(before.terms).isdisjoint(after.terms)


def calls_wrong(source: Source, p: Proposition) -> bool:
    """Whether the proposition's own words, or those of its sentence before it, call what it tells a wrong report."""
    return _matches("report", _words(source, p))


def is_general(source: Source, p: Proposition) -> bool:
    """Whether it is a protestation that speaks to nothing in particular ("has done nothing wrong")."""
    return _matches("general", _words(source, p))


def _before(ordered: Sequence[Proposition], p: Proposition) -> Proposition | None:
    """The last proposition that ends before `p`, the innermost of those in one sentence."""
    ended = [q for q in ordered if q.span.end <= p.span.start and p.span.start - q.span.end <= _NEAR]
    return max(ended, key=lambda q: (q.span.end, q.statement is not None, len(q.span), q.id), default=None)


def _words(source: Source, p: Proposition) -> str:
    return " ".join(p.span.of(source.text).split())


def _matches(kind: str, words: str) -> bool:
    return any(pattern.search(words) for pattern in _patterns(kind))


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(line, re.IGNORECASE) for line in lexicon.group("withdrawals", kind))
