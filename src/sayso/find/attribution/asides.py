"""Whose words a clause is, told beside it: "The mast fell, the paper said", "The plan, as told by a clerk, was …",
"In the words of the clerk, the mast fell".
"""

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


def of_viewpoint(grammar: Grammar, preposition: int) -> Candidate | None:
    """What "in the words of the clerk", "by his own account" or "in her view" tells of the clause it stands in."""
    noun = grammar.child(preposition, "pobj")
    kinds = groups("attitudes")["viewpoints"]
    if noun is None or f"{grammar.lower[preposition]}:{grammar.lower[noun]}" not in kinds:
        return None
    owner, of = grammar.child(noun, "poss"), grammar.child(noun, "prep")
    holder = grammar.child(of, "pobj") if owner is None and of is not None and grammar.lower[of] == "of" else owner
    clause = grammar.tokens[preposition].head
    if holder is None or not grammar.is_verb(clause):
        return None
    source = trim(grammar, grammar.subtree(holder))
    if source is not None and owner is not None and grammar.lower[source.stop - 1] in ("'s", "'"):
        source = trim(grammar, range(source.start, source.stop - 1))
    cue = range(noun, noun + 1) if owner is not None else range(preposition, of + 1 if of is not None else noun + 1)
    own, whole = grammar.subtree(preposition), grammar.subtree(clause)
    parts = (range(whole.start, max(whole.start, own.start)), range(min(own.stop, whole.stop), whole.stop))
    pieces = [p for p in (trim(grammar, part) for part in parts) if p]
    if source is None or not pieces or overlap(source, cue):
        return None
    return Candidate(noun, ASIDE, "owner" if owner is not None else "agent", source, cue, pieces)


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
