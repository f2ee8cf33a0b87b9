"""The final shape of a candidate: whole quotations, and no token in two roles."""

from dataclasses import replace

from sayso.find.attribution.candidate import Candidate
from sayso.find.attribution.grammar import Grammar


def shaped(grammar: Grammar, candidate: Candidate) -> Candidate:
    """The candidate with quotations that its content starts taken whole, and its content free of source and cue."""
    pieces = [_whole_quotes(grammar, candidate, p) for p in candidate.content]
    taken = [candidate.cue, *([candidate.source] if candidate.source else [])]
    for own in taken:
        pieces = [rest for p in pieces for rest in _without(p, own)]
    return replace(candidate, content=pieces or list(candidate.content))


def _whole_quotes(grammar: Grammar, candidate: Candidate, piece: range) -> range:
    start, stop = piece.start, piece.stop
    head_quote = grammar.quote_of[candidate.head]
    first, last = grammar.quote_of[start], grammar.quote_of[stop - 1]
    if last >= 0 and last != head_quote:
        stop = max(stop, grammar.quote_ranges[last].stop)
    elif stop < len(grammar.tokens) and head_quote < 0:
        following = grammar.quote_of[stop]
        if following >= 0 and grammar.quote_ranges[following].start < stop:
            stop = grammar.quote_ranges[following].stop
    if first >= 0 and first != head_quote:
        start = min(start, grammar.quote_ranges[first].start)
    return range(start, stop)


def _without(piece: range, own: range) -> list[range]:
    if own.start >= piece.stop or own.stop <= piece.start:
        return [piece]
    parts = (range(piece.start, own.start), range(own.stop, piece.stop))
    return [p for p in parts if p.start < p.stop]
