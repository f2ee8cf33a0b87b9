"""Mistakes that parsers make around one verb of telling or wanting, put right.

- In "Hart intended, if he won, to stay" the infinitive is taken for a part of the condition.
- In "understood the owner to have left" "the owner" is taken for what was understood, in "a poll showed most voters say
  that …" "most voters" for what was shown, in "recall the judge's saying that …" "the judge" for what was recalled.
- In "was asked by Hart why he left" the question is taken for a clause about Hart.
- In "claiming that Hart had won and complaining that …" "complaining" is joined to "had won".
- In "The papers show, Hart said, that he left" the last clause is taken for what Hart said.
"""

from collections.abc import Mapping

from sayso.find.attribution.bases import base_of
from sayso.find.lexicon import groups
from sayso.find.parsed import Parsed

_SUPPOSING = frozenset(("understand", "believe", "think", "know", "consider", "find", "suppose", "expect"))
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
_QUESTIONS = frozenset(("WRB", "WP", "WDT"))
_STEPS = 8

Moves = Mapping[int, tuple[int, str]]


def moved_clause(parsed: Parsed, verb: int) -> Moves:
    """What hangs wrongly on, or around, the verb at this token: token → new head and label."""
    kinds = (_late_infinitive, _subject_as_object, _own_saying, _question_to, _joined_participle, _told_between)
    return next((found for kind in kinds if (found := kind(parsed, verb))), {})


def _below(parsed: Parsed, i: int, *deps: str) -> list[int]:
    return [c for c in parsed.children[i] if parsed.tokens[c].dep in deps]


def _lemma(parsed: Parsed, i: int) -> str:
    return base_of(parsed.tokens[i].lower, parsed.tokens[i].tag)


def _late_infinitive(parsed: Parsed, verb: int) -> Moves:
    """For "to stay" behind a condition between commas."""
    if _lemma(parsed, verb) not in groups("attitudes")["to"] or _below(parsed, verb, "xcomp", "ccomp", "dobj"):
        return {}
    for clause in _below(parsed, verb, "advcl"):
        for c in _below(parsed, clause, "advcl", "xcomp"):
            first = parsed.subtree(c).start
            late = parsed.tokens[first].lower == "to" and parsed.tokens[c].tag == "VB"
            if verb + 1 < clause and late and parsed.tokens[verb + 1].text == "," == parsed.tokens[first - 1].text:
                return {c: (verb, "xcomp")}
    return {}


def _subject_as_object(parsed: Parsed, verb: int) -> Moves:
    """For "the owner to have left" and "most voters say": the object of `verb` is the subject of what follows it."""
    things = [c for c in _below(parsed, verb, "dobj") if c > verb]
    clauses = [c for c in _below(parsed, verb, "xcomp", "ccomp") if things and c > things[0]]
    if not clauses or _below(parsed, clauses[0], *_SUBJECTS):
        return {}
    thing, clause = things[0], parsed.tokens[clauses[0]]
    lemma = _lemma(parsed, verb)
    marks = [parsed.tokens[c].lower for c in parsed.children[clause.i] if parsed.tokens[c].dep in ("aux", "mark")]
    supposed = clause.dep == "xcomp" and lemma in _SUPPOSING and "to" in marks and "have" in marks
    told = clause.dep == "ccomp" and clause.tag in _FINITE and not marks
    told = told and lemma in groups("attitudes")["clause"] and lemma not in groups("attitudes")["hearer"]
    next_to = parsed.subtree(clause.i).start == parsed.subtree(thing).stop
    if not next_to or not (supposed or told):
        return {}
    return {thing: (clause.i, "nsubj"), clause.i: (verb, "ccomp")}


def _own_saying(parsed: Parsed, verb: int) -> Moves:
    """For "the judge's saying that …"."""
    token = parsed.tokens[verb]
    if token.tag != "VBG" or token.dep not in ("xcomp", "ccomp", "acl") or verb < 2:
        return {}
    mark = parsed.tokens[verb - 1]
    owner = parsed.tokens[mark.head]
    above = token.head if token.dep != "acl" else owner.head
    if mark.tag != "POS" or owner.dep != "dobj" or owner.head != above or _below(parsed, verb, *_SUBJECTS):
        return {}
    return {verb: (above, "ccomp"), owner.i: (verb, "nsubj")}


def _question_to(parsed: Parsed, verb: int) -> Moves:
    """For "why he left" on whoever asked or was asked."""
    token = parsed.tokens[verb]
    noun = parsed.tokens[token.head]
    first = parsed.tokens[parsed.subtree(verb).start]
    if token.dep != "relcl" or first.tag not in ("WRB",) or noun.dep not in ("pobj", "dobj"):
        return {}
    above = parsed.tokens[noun.head]
    if above.dep == "agent":
        above = parsed.tokens[above.head]
    elif noun.dep != "dobj":
        return {}
    asks = _lemma(parsed, above.i) in ("ask", "tell", "inform", "remind", "show", "question")
    return {verb: (above.i, "ccomp")} if asks and not _below(parsed, above.i, "ccomp") else {}


def _joined_participle(parsed: Parsed, verb: int) -> Moves:
    """For a participle of saying that is joined to a finite verb: its fellow is the participle above."""
    token = parsed.tokens[verb]
    words = groups("attitudes")
    bare = token.tag == "VBG" and not _below(parsed, verb, "aux", *_SUBJECTS)
    if token.dep != "conj" or not bare or _lemma(parsed, verb) not in words["clause"]:
        return {}
    fellow = token.head
    if parsed.tokens[fellow].tag == "VBG" and not _below(parsed, fellow, "aux"):
        return {}
    at = fellow
    for _ in range(_STEPS):
        above = parsed.tokens[at].head
        if above == at:
            return {}
        at = above
        if parsed.tokens[at].tag == "VBG" and not _below(parsed, at, "aux"):
            return {verb: (at, "conj")}
    return {}


def _told_between(parsed: Parsed, verb: int) -> Moves:
    """For "that he left" in "The papers show, Hart said, that he left"."""
    clauses = _below(parsed, verb, "ccomp")
    if len(clauses) < 2 or not clauses[0] < verb < clauses[-1]:
        return {}
    first, last = clauses[0], clauses[-1]
    marks = [parsed.tokens[c].lower for c in _below(parsed, last, "mark")]
    tells = _lemma(parsed, first) in groups("attitudes")["clause"] and _below(parsed, first, "nsubj")
    if "that" not in marks or not tells or _below(parsed, first, "ccomp", "xcomp", "dobj"):
        return {}
    return {last: (first, "ccomp")}
