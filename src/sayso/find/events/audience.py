"""Speeches: who speaks to a crowd, or at a gathering, meets those who came."""

from dataclasses import replace

from sayso.find.events.candidate import Candidate
from sayso.find.events.clauses import Clauses
from sayso.find.lexicon import groups
from sayso.model.event import EventKind

_SPEAKS = ("speak", "talk", "speech", "address", "appear", "introduce")
_WHERE = ("at", "to", "before", "in", "during")


def gathers(clauses: Clauses, verb: int) -> bool:
    """Whether the object of a verb, or what it governs over a preposition, is a gathering or a crowd."""
    grammar, words = clauses.grammar, groups("event-hearers")
    heads = [*clauses.undergoers(verb), *clauses.governed(verb, *_WHERE)]
    return any(grammar.lower[head] in words["gathering"] | words["crowd"] for head in heads)


def before_audience(clauses: Clauses, candidate: Candidate) -> Candidate:
    """The candidate, as a meeting where somebody speaks to those who came to a gathering."""
    speaks = candidate.is_speech or candidate.frame.word in _SPEAKS
    if candidate.kind is not EventKind.CONVERSATION or not speaks:
        return candidate
    crowd = any(p.crowd for p in candidate.partners)
    return replace(candidate, kind=EventKind.MEETING) if crowd or gathers(clauses, candidate.carrier) else candidate
