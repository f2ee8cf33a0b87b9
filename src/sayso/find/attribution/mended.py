"""Mistakes that parsers make where somebody tells what somebody told, put right.

- In "Lund told the crew on the quay that Harker had told him, that day, that it failed", "that Harker had told him" is
  taken for a relative clause about the quay, and the last clause for what Lund told.
- In "informed the tower that the pilot had landed", "heard from a porter that the pilot had landed" and "a statement by
  two guards that the pilot had landed" the clause is taken for a relative one about tower, porter and guards.
- In "recalled the judge saying that …" "the judge" is taken for what was recalled.
- In "asked if the sums were right but was told", "was told" is joined to the sums being right; in "explained that Adler
  hoped to win, and that Brandt knew", "that Brandt knew" to what Adler hoped.

mended_clauses.py holds such mistakes around a single verb of telling or wanting.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sayso.find.attribution.bases import base_of
from sayso.find.attribution.mended_clauses import moved_clause
from sayso.find.lexicon import groups, words
from sayso.find.parsed import Parsed

_TELLING = frozenset(
    ("tell", "inform", "assure", "warn", "remind", "advise", "notify", "promise", "persuade", "convince")
)
_HEARING = frozenset(("hear", "learn", "understand", "gather", "have", "know"))
_THROUGH = frozenset(("from", "through", "via"))
_BY = frozenset(("by", "of", "from"))
_PERCEIVING = frozenset(("recall", "remember", "hear", "overhear", "see", "describe"))
_HEARERS = ("dobj", "dative", "iobj")
_SPEAKING = ("person-nouns", "person-nouns-male", "person-nouns-female", "public-body-words", "organization-words")
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
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
        elif token.dep == "conj" and token.tag[0] == "V":
            found = dict(_joined(parsed, token.i))
        else:
            found = {}
        if not found and token.tag[0] == "V":
            found = dict(moved_clause(parsed, token.i))
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
    that = parsed.tokens[parsed.subtree(verb).start]
    subject = next((parsed.tokens[c] for c in parsed.children[verb] if parsed.tokens[c].dep in _SUBJECTS), None)
    if that.lower != "that" or subject is None or not that.i < subject.i < verb:
        return {}
    goal = _telling(parsed, parsed.tokens[verb].head)
    if goal is None or any(parsed.tokens[c].dep == "ccomp" and c > goal for c in parsed.children[goal]):
        return {}
    return {verb: (goal, "ccomp"), that.i: (verb, "mark")}


def _telling(parsed: Parsed, person: int) -> int | None:
    """The verb or noun of telling of which this is the hearer or the teller."""
    noun = parsed.tokens[person]
    above = parsed.tokens[noun.head]
    if noun.dep in _HEARERS and base_of(above.lower, above.tag) in _TELLING:
        return above.i
    if noun.dep != "pobj" or above.i > noun.i:
        return None
    top = parsed.tokens[above.head]
    verb = base_of(top.lower, top.tag)
    heard = above.lower in _THROUGH and verb in _HEARING
    told = above.dep == "agent" and verb in _TELLING
    by = above.lower in _BY and top.lower in groups("attitudes")["nouns"]
    return top.i if heard or told or by else None


def _heard_saying(parsed: Parsed, verb: int) -> Moves:
    """For "saying" behind somebody who was heard saying it."""
    token = parsed.tokens[verb]
    if base_of(token.lower, token.tag) not in groups("attitudes")["clause"]:
        return {}
    noun = parsed.tokens[token.head]
    above = noun if token.dep == "advcl" else parsed.tokens[noun.head]
    if base_of(above.lower, above.tag) not in _PERCEIVING:
        return {}
    heard = next((c for c in parsed.children[above.i] if parsed.tokens[c].dep == "dobj" and above.i < c < verb), None)
    if heard is None or any(parsed.tokens[c].dep == "nsubj" for c in parsed.children[verb]):
        return {}
    last = max([heard, *(i for i in parsed.subtree(heard) if i < verb)])
    if last != verb - 1:
        return {}
    return {verb: (above.i, "ccomp"), heard: (verb, "nsubj")}


def _joined(parsed: Parsed, verb: int) -> Moves:
    """For a verb of saying without a subject that is joined to what can't be its fellow, and for a second "that"."""
    token = parsed.tokens[verb]
    fellow = parsed.tokens[token.head]
    below = [parsed.tokens[c] for c in parsed.children[verb]]
    if any(t.dep == "mark" and t.lower == "that" for t in below):
        if _has_that(parsed, fellow.i):
            return {}
        if base_of(fellow.lower, fellow.tag) in groups("attitudes")["clause"] and _is_finite(parsed, fellow.i):
            return {verb: (fellow.i, "ccomp")}  # "recalled meeting him and that he seemed tired"
        goal = next((i for i in _above(parsed, fellow.i) if _has_that(parsed, i)), None)
    elif (
        any(t.dep in _SUBJECTS for t in below)
        or not _is_finite(parsed, verb)
        or base_of(token.lower, token.tag) not in groups("attitudes")["clause"]
        or _could_tell(parsed, fellow.i)
    ):
        return {}
    else:
        goal = next((i for i in _above(parsed, fellow.i) if _tells_with_clause(parsed, i)), None)
    return {verb: (goal, "conj")} if goal is not None else {}


def _has_that(parsed: Parsed, verb: int) -> bool:
    return any(parsed.tokens[c].dep == "mark" and parsed.tokens[c].lower == "that" for c in parsed.children[verb])


def _above(parsed: Parsed, verb: int) -> Iterator[int]:
    at = verb
    for _ in range(_STEPS):
        above = parsed.tokens[at].head
        if above == at:
            return
        at = above
        yield at


def _is_finite(parsed: Parsed, verb: int) -> bool:
    token = parsed.tokens[verb]
    helpers = [parsed.tokens[c] for c in parsed.children[verb] if parsed.tokens[c].dep in ("aux", "auxpass")]
    return token.tag in _FINITE or any(t.tag in _FINITE for t in helpers)


def _could_tell(parsed: Parsed, verb: int) -> bool:
    """Whether the verb's subject is somebody, and the verb neither an infinitive nor under a modal."""
    helpers = [parsed.tokens[c] for c in parsed.children[verb] if parsed.tokens[c].dep in ("aux", "auxpass")]
    if not _is_finite(parsed, verb) or any(t.tag == "MD" for t in helpers):
        return False
    subject = next((parsed.tokens[c] for c in parsed.children[verb] if parsed.tokens[c].dep in _SUBJECTS), None)
    if subject is None or subject.tag == "PRP":
        return subject is None or subject.lower not in ("it", "this", "that")
    return subject.tag in ("NNP", "NNPS", "WP") or bool(subject.name) or _speaks(subject.lower)


def _speaks(noun: str) -> bool:
    one = noun.removesuffix("s")
    return any(one in words(name) for name in _SPEAKING) or one in groups("unnamed-bodies")["one"]


def _tells_with_clause(parsed: Parsed, verb: int) -> bool:
    token = parsed.tokens[verb]
    below = [parsed.tokens[c].dep for c in parsed.children[verb]]
    telling = token.tag[0] == "V" and base_of(token.lower, token.tag) in groups("attitudes")["clause"]
    return telling and "ccomp" in below and any(d in _SUBJECTS for d in below) and _is_finite(parsed, verb)


def _tells(parsed: Parsed, verb: int) -> bool:
    """Whether somebody tells somebody, and what is told is missing: "that Harker had told him"."""
    token = parsed.tokens[verb]
    if base_of(token.lower, token.tag) not in _TELLING:
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
            return at if base_of(token.lower, token.tag) in _TELLING else None
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
