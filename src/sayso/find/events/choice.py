"""Which candidates are events: a linear model over named features, fitted by training/event_choice.py."""

from collections.abc import Iterable, Sequence
from itertools import combinations
from math import exp

from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.negation import is_negated
from sayso.find.events.clauses import Clauses
from sayso.find.events.merging import Telling
from sayso.find.events.party import Party
from sayso.find.lexicon import groups, weights
from sayso.model.event import EventKind

LEAST = 0.4
"""the probability from which a candidate is taken for an event"""
_GENERIC = frozenset(("people", "anyone", "someone", "somebody", "anybody", "everyone", "everybody", "nobody", "others",
                      "person", "those", "many", "who"))  # fmt: skip
_OFTEN = frozenset(("often", "always", "usually", "regularly", "frequently", "sometimes", "routinely", "weekly",
                    "daily", "every", "generally", "repeatedly", "constantly", "ever", "whenever"))  # fmt: skip
_WOULD = frozenset(("would", "could", "might", "may", "should", "can", "must", "'d"))
_LEAD = 2
"""sentences at the start that give a story in short"""


def features(grammar: Grammar, telling: Telling) -> list[str]:
    """The names of what is true of a candidate, and of pairs of it that the model knows."""
    single = [*_of_word(grammar, telling), *_of_clause(grammar, telling), *_of_telling(grammar, telling)]
    for role, parties in (("agent", telling.candidate.agents), ("partner", telling.candidate.partners)):
        single += _of_parties(grammar, role, parties)
    paired = sorted(name for name in single if name.partition("=")[0] in _PAIRED)
    return [*single, *map(" & ".join, combinations(paired, 2))]


_PAIRED = frozenset(
    (
        "kind",
        "says",
        "noun",
        "chronicle",
        "parties",
        "own date",
        "speech",
        "place",
        "named",
        "tense",
        "quoted",
        "undated",
    )
)
"""what is looked at in pairs too"""


def _of_word(grammar: Grammar, telling: Telling) -> Iterable[str]:
    candidate = telling.candidate
    verb = grammar.tokens[candidate.head].tag[0] == "V"
    soft = candidate.frame.word in groups("event-speech")["soft"]
    yield from ("always", f"kind={candidate.kind}", f"word={candidate.frame.word}")
    yield "verb" if verb else "noun"
    yield from (f"mark={mark}" for mark in candidate.frame.marks)
    for name, there in (
        ("speech", candidate.is_speech),
        ("soft speech", soft),
        ("plural noun", grammar.tokens[candidate.head].tag == "NNS"),
        ("definite", candidate.definite),
        ("carried", candidate.is_carried),
        ("possessed", candidate.possessed),
        ("capital", grammar.tokens[candidate.head].text.isupper()),
    ):
        if there:
            yield name
    yield f"says={telling.says or 'nothing'}"


def _of_clause(grammar: Grammar, telling: Telling) -> Iterable[str]:
    at = telling.candidate.carrier
    token = grammar.tokens[at]
    helpers = {grammar.lower[c] for c in grammar.children[at]}
    yield from (f"tense={token.tag}", f"clause={token.dep}")
    above = token.head
    if above != at:
        yield f"under={grammar.lemma(above)}" if grammar.is_verb(above) else "under=noun"
    for name, there in (
        ("perfect", bool(helpers & {"had", "has", "have", "'ve"})),
        ("infinitive", token.tag == "VB" and "to" in helpers),
        ("would", bool(helpers & _WOULD)),
        ("will", bool(helpers & {"will", "'ll", "wo"})),
        ("often", bool(helpers & _OFTEN)),
        ("negated", is_negated(grammar, at)),
        ("passive", Clauses(grammar).is_passive(at)),
        ("quoted", grammar.quote_of[telling.candidate.head] >= 0),
        ("if", bool(helpers & {"if", "when", "whether", "unless"})),
        ("asked", grammar.tokens[grammar.sentences[telling.sentence].stop - 1].text == "?"),
    ):
        if there:
            yield name


def _of_telling(grammar: Grammar, telling: Telling) -> Iterable[str]:
    parties = telling.candidate.parties
    day = telling.own_date and telling.when is not None and telling.when.is_day
    named = sum(p.named and not p.place for p in parties)
    yield from (f"status={telling.status}", f"parties={min(3, len(parties))}", f"named={min(2, named)}")
    for name, there in (
        ("own date", telling.own_date),
        ("own day", day),
        ("dated", telling.when is not None),
        ("undated", telling.when is None),
        ("place", telling.place is not None),
        ("named place", telling.place is not None and not telling.place.islower()),
        ("clock", telling.time is not None),
        ("reported", bool(telling.according_to)),
        ("lead", telling.sentence < _LEAD),
        ("chronicle", telling.chronicle),
        ("two people", sum(p.named and p.person for p in parties) > 1),
    ):
        if there:
            yield name


def _of_parties(grammar: Grammar, role: str, parties: Sequence[Party]) -> Iterable[str]:
    if not parties:
        yield f"no {role}"
    for name, there in (
        ("named", any(p.named for p in parties)),
        ("unnamed", any(not p.named for p in parties)),
        ("person", any(p.person for p in parties)),
        ("plural", any(p.plural for p in parties)),
        ("place", any(p.place for p in parties)),
        ("crowd", any(p.crowd for p in parties)),
        ("authority", any(p.authority for p in parties)),
        ("generic", any(_is_generic(grammar, p) for p in parties)),
        ("role", any(not p.named and not p.plural and p.person for p in parties)),
        ("pronoun", any(p.head >= 0 and grammar.tokens[p.head].tag in ("PRP", "PRP$") for p in parties)),
    ):
        if there:
            yield f"{role} {name}"


def _is_generic(grammar: Grammar, party: Party) -> bool:
    """Whether it is nobody in particular: "people who", "donors", "anyone"."""
    if party.named or party.head < 0:
        return False
    token = grammar.tokens[party.head]
    bare = token.tag == "NNS" and grammar.child(party.head, "det", "poss", "nummod") is None
    return bare or grammar.lower[party.head] in _GENERIC


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
