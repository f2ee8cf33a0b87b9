"""Which candidates are events: a linear model over named features, fitted by training/event_choice.py."""

from collections.abc import Iterable
from math import exp

from sayso.find.attribution.grammar import Grammar
from sayso.find.events.merging import Telling
from sayso.find.lexicon import groups, weights
from sayso.model.event import EventKind

LEAST = 0.4
"""the probability from which a candidate is taken for an event"""


def features(grammar: Grammar, telling: Telling) -> list[str]:
    """The names of what is true of a candidate."""
    candidate = telling.candidate
    verb = grammar.tokens[candidate.head].tag[0] == "V"
    found = ["always", f"kind={candidate.kind}", "is a verb" if verb else "is a noun"]
    found += [f"mark={mark}" for mark in candidate.frame.marks]
    found += [f"status={telling.status}", f"parties={min(3, len(candidate.parties))}"]
    found += _who(telling)
    carrier = grammar.tokens[candidate.carrier]
    found.append(f"tense={carrier.tag}")
    helpers = {grammar.lower[c] for c in grammar.children[candidate.carrier]}
    found += [name for name, there in (
        ("perfect", bool(helpers & {"had", "has", "have"})),
        ("own date", telling.own_date),
        ("dated", telling.when is not None),
        ("place", telling.place is not None),
        ("quoted", grammar.quote_of[candidate.head] >= 0),
        ("reported", bool(telling.according_to)),
        ("definite", candidate.definite),
        ("carried", candidate.is_carried),
        ("relative clause", carrier.dep == "relcl"),
        ("adverbial clause", carrier.dep == "advcl"),
        ("undated", telling.when is None),
        ("soft speech, undated", telling.when is None and candidate.frame.word in groups("event-speech")["soft"]),
        ("soft speech", candidate.frame.word in groups("event-speech")["soft"]),
    ) if there]  # fmt: skip
    if candidate.frame.word in _COMMON:
        found += [f"to {candidate.frame.word}", f"to {candidate.frame.word}, parties={min(2, len(candidate.parties))}"]
    if candidate.is_speech:
        found += [f"speech, {name}" for name in found if name in _WITH_SPEECH]
    if len(candidate.parties) == 1:
        found += [f"alone, {name}" for name in found if name in _ALONE]
    return found


_COMMON = frozenset(("ask", "call", "meet", "respond", "send", "speak", "talk", "tell", "write"))
"""verbs common enough to have weights of their own"""
_WITH_SPEECH = frozenset(
    ("own date", "dated", "quoted", "partner unnamed", "partner plural", "agent unnamed", "parties=1", "agent named")
)
_KINDS = tuple(f"kind={kind}" for kind in EventKind)
_ALONE = frozenset(("is a verb", "is a noun", "own date", "place", "agent named", "definite", "carried", *_KINDS))


def _who(telling: Telling) -> Iterable[str]:
    for role, parties in (("agent", telling.candidate.agents), ("partner", telling.candidate.partners)):
        if not parties:
            yield f"no {role}"
        for name, there in (
            ("named", any(p.named for p in parties)),
            ("unnamed", any(not p.named for p in parties)),
            ("person", any(p.person for p in parties)),
            ("plural", any(p.plural for p in parties)),
            ("place", any(p.place for p in parties)),
        ):
            if there:
                yield f"{role} {name}"


def is_plain(telling: Telling) -> bool:
    """Whether two who are named are told of by a word that is no mere act of speech: an event, whatever else."""
    candidate = telling.candidate
    named = sum(p.named and not p.place for p in candidate.parties)
    return named > 1 and not candidate.is_speech and candidate.kind in _PLAIN


_PLAIN = (EventKind.MEETING, EventKind.CALL)


def probability(names: Iterable[str]) -> float:
    """The probability (0…1) that a candidate with these features is an event."""
    model = weights("event-choice")
    return 1 / (1 + exp(-sum(model.get(name, 0.0) for name in names)))
