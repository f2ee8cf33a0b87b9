"""One mistake that parsers make in chains of hearsay, put right.

In "Lund told the crew on the quay that Harker had told him, that day, that it failed", "that Harker had told him" is
taken for a relative clause about the quay, and the last clause for what Lund told.
"""

from dataclasses import replace

from sayso.find.lexicon import lemma
from sayso.find.parsed import Parsed

_TELLING = frozenset(("tell", "inform", "assure", "warn", "remind", "advise", "notify", "promise"))
_HEARERS = ("dobj", "dative")


def mended(parsed: Parsed) -> Parsed:
    """The parse with such clauses hung where they belong; itself if it holds none."""
    heads: dict[int, tuple[int, str]] = {}
    for token in parsed.tokens:
        if token.dep != "relcl" or not _tells(parsed, token.i):
            continue
        outer = _telling_above(parsed, token.i)
        last = _clause_behind(parsed, outer, token.i) if outer is not None else None
        if outer is not None and last is not None:
            heads[token.i] = (outer, "ccomp")
            heads[last] = (token.i, "ccomp")
    if not heads:
        return parsed
    tokens = tuple(t._replace(head=heads[t.i][0], dep=heads[t.i][1]) if t.i in heads else t for t in parsed.tokens)
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            children[token.head].append(token.i)
    return replace(parsed, tokens=tokens, children=tuple(map(tuple, children)))


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
    for _ in range(8):
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
