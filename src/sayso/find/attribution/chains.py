"""Through whom a statement came: the statement around it, and relays inside one cue."""

from collections.abc import Sequence

from sayso.find.attribution.frames import trim
from sayso.find.attribution.grammar import Grammar
from sayso.model.statement import Attribution

_QUOTES = frozenset(("quote", "cite"))


def parents(attributions: Sequence[Attribution]) -> dict[int, int | None]:
    """For each attribution the smallest one whose content holds all of it."""
    found: dict[int, int | None] = {}
    order = sorted(range(len(attributions)), key=lambda n: _opening(attributions[n]))
    active: list[int] = []
    for n in order:
        span = attributions[n].span
        active = [a for a in active if attributions[a].span.end > span.start]
        holders = [
            a
            for a in active
            if any(piece.contains(span) for piece in attributions[a].content)
            or _holds(attributions[a], attributions[n])
        ]
        found[n] = min(holders, key=lambda a: _size(attributions[a]), default=None)
        active.append(n)
    return found


def _opening(attribution: Attribution) -> tuple[int, int, int]:
    """In this order whatever holds another comes before it."""
    return attribution.span.start, -attribution.span.end, -sum(map(len, attribution.content))


def _size(outer: Attribution) -> tuple[int, int]:
    """How much an attribution spans, and how much of that is content."""
    return len(outer.span), sum(map(len, outer.content))


def _holds(outer: Attribution, inner: Attribution) -> bool:
    """Whether all of `inner` lies in the content, though the cue of the outer stands in its middle."""
    span = inner.span
    starts = any(p.start <= span.start < p.end for p in outer.content)
    ends = any(p.start < span.end <= p.end for p in outer.content)
    return starts and ends and all(any(p.contains(c) for p in outer.content) for c in inner.cue)


def relayed_by(grammar: Grammar, source: range, cue: range) -> tuple[range | None, range | None]:
    """Voices around the source: who "cited [source] as saying", and whom "[source], quoting X, said" quotes."""
    before = after = None
    for i in cue:
        token = grammar.tokens[i]
        verb = token.head
        if token.dep == "pcomp" and grammar.lower[token.head] == "as":
            verb = grammar.tokens[token.head].head
        if verb != i and grammar.lemma(verb) in _QUOTES:
            subject = grammar.child(verb, "nsubj")
            if subject is not None and subject not in source:
                before = trim(grammar, grammar.subtree(subject))
        for c in grammar.children[i]:
            if (
                grammar.tokens[c].dep in ("advcl", "ccomp")
                and grammar.lemma(c) in _QUOTES
                and grammar.tokens[c].tag == "VBG"
            ):
                quoted = grammar.child(c, "dobj")
                after = trim(grammar, grammar.subtree(quoted)) if quoted is not None else after
    return before, after
