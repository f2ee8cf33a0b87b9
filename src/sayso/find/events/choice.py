"""Which candidates are events."""

from sayso.find.attribution.grammar import Grammar
from sayso.find.events.candidate import Candidate
from sayso.find.lexicon import groups
from sayso.model.event import EventKind


def is_event(grammar: Grammar, candidate: Candidate) -> bool:
    """Whether a candidate names an event: enough take part, and nobody is merely told something publicly."""
    parties = candidate.parties
    if not parties or (candidate.is_speech and (not candidate.agents or not candidate.partners)):
        return False
    if any(p.public for p in parties):
        return False
    narrators = groups("event-hearers")["narrator"]
    if any(p.name.split()[-1].lower() in narrators for p in parties):
        return False
    if candidate.kind is EventKind.TRAVEL:
        return any(p.person for p in parties)
    crowd = any(p.plural for p in candidate.agents)
    return len(parties) > 1 or crowd
