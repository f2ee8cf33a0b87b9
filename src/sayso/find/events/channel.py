"""By what means they were in contact, where it stands beside the verb: "spoke by phone", "told her in a letter"."""

from sayso.find.attribution.nouns import singular
from sayso.find.events.candidate import Candidate
from sayso.find.events.clauses import Clauses
from sayso.find.lexicon import groups
from sayso.model.event import EventKind

_MEANS = ("by", "via", "over", "on", "through", "in", "with", "using")
_WORDS = {"call": EventKind.CALL, "message": EventKind.MESSAGE, "meeting": EventKind.MEETING}
_BENT = (EventKind.CONVERSATION, EventKind.MESSAGE)


def kind_by_channel(clauses: Clauses, candidate: Candidate) -> EventKind:
    """The candidate's kind, or the one that the words about its channel tell."""
    if candidate.kind not in _BENT:
        return candidate.kind
    grammar = clauses.grammar
    means = [grammar.lower[h] for h in clauses.governed(candidate.carrier, *_MEANS)]
    nouns = [word if word == "people" else singular(word) for word in means]
    nouns += [grammar.lower[c] for c in grammar.children[candidate.head] if grammar.tokens[c].dep == "compound"]
    for title, kind in _WORDS.items():
        if any(noun in groups("event-channels")[title] for noun in nouns):
            return kind
    return candidate.kind
