"""Whether a verb is negated, and whether it has yet to happen."""

from sayso.find.attribution.grammar import Grammar, base

_NOBODY = frozenset(("no", "none", "neither", "nobody", "nor", "never", "nothing"))


def is_negated(grammar: Grammar, verb: int) -> bool:
    """By "not", "never", "neither" or "yet to", or by a subject that is nobody."""
    if has_yet(grammar, verb):
        return True
    for c in grammar.children[verb]:
        token = grammar.tokens[c]
        if token.dep == "neg" or grammar.lower[c] in ("never", "neither", "nor"):
            return True
        if token.dep in ("nsubj", "nsubjpass"):
            first = grammar.lower[grammar.subtree(c).start]
            if first == "few" or grammar.lower[c] in _NOBODY or first in _NOBODY:
                return True
    return False


def has_yet(grammar: Grammar, verb: int) -> bool:
    """ "Has yet to say"."""
    token = grammar.tokens[verb]
    return (
        token.dep == "xcomp"
        and base(grammar, token.head) == "have"
        and any(grammar.lower[c] == "yet" for c in grammar.children[token.head])
    )
