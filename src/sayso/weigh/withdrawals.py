"""Sentences that take back what was said, and protestations that deny nothing in particular."""

import re
from collections.abc import Sequence
from functools import cache

from sayso.model.proposition import Proposition
from sayso.weigh import lexicon
from sayso.weigh.source import Source

_NEAR = 120
"""code points between a sentence and the one that takes it back"""


def takes_back(source: Source) -> dict[str, str]:
    """Propositions that say of the one before them that it is not so ("That was wrong"), and which that is."""
    ordered = sorted(source.propositions, key=lambda p: (p.span, p.id))
    found = {}
    for i, p in enumerate(ordered):
        if _matches("back", _words(source, p)):
            before = _before(ordered[:i], p)
            if before is not None:
                found[p.id] = before.id
    return found


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
