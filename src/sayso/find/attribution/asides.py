"""Whose words a clause is, told beside it: "The mast fell, the paper said", "The plan, as told by a clerk, was …"."""

from sayso.find.attribution.bases import attitude_verbs
from sayso.find.attribution.candidate import Candidate
from sayso.find.attribution.frames import cue_of, overlap, trim
from sayso.find.attribution.grammar import Grammar, base
from sayso.find.lexicon import groups

_OWN_CONTENT = ("ccomp", "xcomp", "dobj", "oprd", "attr", "acomp")
_STEPS = 4
ASIDE = "aside"
"""the frame of such a candidate"""


def of_aside(grammar: Grammar, verb: int) -> Candidate | None:
    """What the verb at this token tells of the clause around it."""
    found = _trailing(grammar, verb) or _as_told_by(grammar, verb)
    if found is None:
        return None
    clause, source = found
    own = grammar.subtree(verb)
    own = range(next((i for i in own if grammar.is_word[i]), verb), own.stop)
    whole = grammar.subtree(clause)
    cue = cue_of(grammar, verb)
    parts = (range(whole.start, min(own.start, whole.stop)), range(max(own.stop, whole.start), whole.stop))
    pieces = [p for p in (trim(grammar, part) for part in parts) if p]
    if not pieces or any(overlap(source, p) or overlap(cue, p) for p in pieces):
        return None
    return Candidate(verb, ASIDE, "subject", source, cue, pieces)


def _trailing(grammar: Grammar, verb: int) -> tuple[int, range] | None:
    """The clause and the source of "…, the paper reported" and ", she said,": the parser takes these for its parts."""
    token = grammar.tokens[verb]
    subject = grammar.child(verb, "nsubj")
    if token.dep not in ("ccomp", "parataxis") or token.head == verb or subject is None or subject > verb:
        return None
    if grammar.lower[subject] == "you" or base(grammar, verb) not in groups("attitudes")["clause"]:
        return None
    if grammar.child(verb, *_OWN_CONTENT) is not None:
        return None
    own = grammar.subtree(verb)
    if verb < token.head and not _between_commas(grammar, own):
        return None
    mark = any(grammar.tokens[c].dep in ("mark", "aux") for c in grammar.children[verb])
    before = next((i for i in range(own.start, token.head, -1) if grammar.is_word[i - 1]), own.start)
    if mark or (token.head < verb and not any(grammar.lower[i] == "," for i in range(before, own.start + 2))):
        return None
    source = trim(grammar, grammar.subtree(subject))
    return (token.head, source) if source else None


def _as_told_by(grammar: Grammar, verb: int) -> tuple[int, range] | None:
    """The clause and the source of ", as relayed by the clerk,"."""
    token = grammar.tokens[verb]
    agent = grammar.child(verb, "agent")
    if token.tag != "VBN" or agent is None or base(grammar, verb) not in attitude_verbs():
        return None
    own = grammar.subtree(verb)
    teller = grammar.child(agent, "pobj")
    opens = own.start == 0 or grammar.lower[own.start - 1] == "," or own.start == _first(grammar, verb)
    if grammar.lower[own.start] != "as" or verb - own.start > 2 or teller is None or not opens:
        return None
    clause = token.head
    for _ in range(_STEPS):
        if grammar.is_verb(clause):
            break
        clause = grammar.tokens[clause].head
    source = trim(grammar, grammar.subtree(teller))
    return (clause, source) if source and clause != verb and grammar.is_verb(clause) else None


def _between_commas(grammar: Grammar, own: range) -> bool:
    spoken = [i for i in own if grammar.is_word[i]]
    around = (
        [grammar.lower[i] for i in (spoken[0] - 1, spoken[-1] + 1) if 0 <= i < len(grammar.lower)] if spoken else []
    )
    return around == [",", ","]


def _first(grammar: Grammar, i: int) -> int:
    return grammar.sentences[grammar.sentence_of[i]][0]
