"""Mistakes that parsers make where somebody tells what somebody told, put right.

- In "Lund told the crew on the quay that Harker had told him, that day, that it failed", "that Harker had told him" is
  taken for a relative clause about the quay, and the last clause for what Lund told.
- In "informed the tower that the pilot had landed", "heard from a porter that the pilot had landed" and "a statement by
  two guards that the pilot had landed" the clause is taken for a relative one about tower, porter and guards.
- In "recalled the judge saying that …" "the judge" is taken for what was recalled.
"""

from collections.abc import Mapping
from dataclasses import replace

from sayso.find.lexicon import groups, lemma
from sayso.find.parsed import Parsed

_TELLING = frozenset(
    ("tell", "inform", "assure", "warn", "remind", "advise", "notify", "promise", "persuade", "convince")
)
_HEARING = frozenset(("hear", "learn", "understand", "gather", "have", "know"))
_THROUGH = frozenset(("from", "through", "via"))
_BY = frozenset(("by", "of", "from"))
_PERCEIVING = frozenset(("recall", "remember", "hear", "overhear", "see", "describe"))
_HEARERS = ("dobj", "dative", "iobj")
_STEPS = 8

Moves = Mapping[int, tuple[int, str]]


def mended(parsed: Parsed) -> Parsed:
    """The parse with such clauses hung where they belong; itself if it holds none."""
    moves: dict[int, tuple[int, str]] = {}
    for token in parsed.tokens:
        if token.dep == "relcl":
            found = dict(_told_clause(parsed, token.i) or _clause_told(parsed, token.i))
        elif token.tag == "VBG" and token.dep in ("advcl", "acl"):
            found = dict(_heard_saying(parsed, token.i))
        else:
            continue
        if found.keys().isdisjoint(moves):
            moves |= found
    if not moves:
        return parsed
    tokens = tuple(t._replace(head=moves[t.i][0], dep=moves[t.i][1]) if t.i in moves else t for t in parsed.tokens)
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            children[token.head].append(token.i)
    return replace(parsed, tokens=tokens, children=tuple(map(tuple, children)))


def _told_clause(parsed: Parsed, verb: int) -> Moves:
    """For "that Harker had told him" whose own clause the parser hung on the verb of telling above."""
    if not _tells(parsed, verb):
        return {}
    outer = _telling_above(parsed, verb)
    last = _clause_behind(parsed, outer, verb) if outer is not None else None
    return {verb: (outer, "ccomp"), last: (verb, "ccomp")} if outer is not None and last is not None else {}


def _clause_told(parsed: Parsed, verb: int) -> Moves:
    """For a clause with "that" and a subject behind it on whoever was told, or told it."""
    below = [parsed.tokens[c] for c in parsed.children[verb]]
    that = next((t for t in below if t.lower == "that"), None)
    subject = next((t for t in below if t.dep in ("nsubj", "nsubjpass")), None)
    if that is None or subject is None or not that.i < subject.i < verb:
        return {}
    noun = parsed.tokens[parsed.tokens[verb].head]
    above = parsed.tokens[noun.head]
    goal: int | None = None
    if noun.dep in _HEARERS and lemma(above.lower, above.tag) in _TELLING:
        goal = above.i
    elif noun.dep == "pobj" and above.i < noun.i:
        top = parsed.tokens[above.head]
        heard = above.lower in _THROUGH and lemma(top.lower, top.tag) in _HEARING
        if heard or (above.lower in _BY and top.lower in groups("attitudes")["nouns"]):
            goal = top.i
    if goal is None or any(parsed.tokens[c].dep == "ccomp" and c > goal for c in parsed.children[goal]):
        return {}
    return {verb: (goal, "ccomp"), that.i: (verb, "mark")}


def _heard_saying(parsed: Parsed, verb: int) -> Moves:
    """For "saying" behind somebody who was heard saying it."""
    token = parsed.tokens[verb]
    if lemma(token.lower, token.tag) not in groups("attitudes")["clause"]:
        return {}
    noun = parsed.tokens[token.head]
    above = noun if token.dep == "advcl" else parsed.tokens[noun.head]
    if lemma(above.lower, above.tag) not in _PERCEIVING:
        return {}
    heard = next((c for c in parsed.children[above.i] if parsed.tokens[c].dep == "dobj" and above.i < c < verb), None)
    if heard is None or any(parsed.tokens[c].dep == "nsubj" for c in parsed.children[verb]):
        return {}
    last = max([heard, *(i for i in parsed.subtree(heard) if i < verb)])
    if last != verb - 1:
        return {}
    return {verb: (above.i, "ccomp"), heard: (verb, "nsubj")}


def _tells(parsed: Parsed, verb: int) -> bool:
    """Whether somebody tells somebody, and what is told is missing: "that Harker had told him"."""
    token = parsed.tokens[verb]
    if lemma(token.lower, token.tag) not in _TELLING:
        return False
    below = [parsed.tokens[c] for c in parsed.children[verb]]
    subject = next((t for t in below if t.dep == "nsubj"), None)
    return (
        subject is not None
        and subject.i < verb
        and any(t.lower == "that" and t.i < subject.i for t in below)
        and any(t.dep in _HEARERS and t.i > verb for t in below)
        and not any(t.dep == "ccomp" for t in below)
    )


def _telling_above(parsed: Parsed, verb: int) -> int | None:
    """The verb that the clause stands below, if it tells too."""
    at = parsed.tokens[verb].head
    for _ in range(_STEPS):
        token = parsed.tokens[at]
        if token.tag[0] == "V":
            return at if lemma(token.lower, token.tag) in _TELLING else None
        if token.head == at:
            return None
        at = token.head
    return None


def _clause_behind(parsed: Parsed, outer: int, verb: int) -> int | None:
    """The clause with "that" behind `verb` which the parser hung on `outer`."""
    for c in parsed.children[outer]:
        marks = [parsed.tokens[d].lower for d in parsed.children[c] if parsed.tokens[d].dep == "mark"]
        if c > verb and parsed.tokens[c].dep == "ccomp" and "that" in marks:
            return c
    return None
