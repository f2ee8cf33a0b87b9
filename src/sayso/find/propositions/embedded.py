"""Clauses inside of a clause that state as much by themselves: "invoices by which *the firm paid him*"."""

from collections.abc import Iterator

from sayso.find.attribution.grammar import Grammar
from sayso.find.propositions.clauses import Clause, is_clausal
from sayso.find.propositions.lemmas import lemma_of

_QUESTIONS = frozenset(("whether", "if"))
_MEANS = frozenset(("by", "in", "under", "through", "during", "after", "before", "at"))
_FEWEST = 4
"""tokens of such a clause"""


def embedded_in(grammar: Grammar, clause: Clause) -> Iterator[Clause]:
    """What is stated in a relative clause that lacks neither subject nor object, or happened when somebody was there;
    and what is asked in a subject or after "it is unclear".
    """
    for i in clause.tokens:
        if i == clause.head or grammar.tokens[i].dep not in ("relcl", "advcl", "csubj", "ccomp"):
            continue
        if not is_clausal(grammar, i):
            continue
        start = _start(grammar, i)
        if start is not None:
            tokens = range(max(start, clause.tokens.start), min(grammar.subtree(i).stop, clause.tokens.stop))
            if len(tokens) >= _FEWEST and i in tokens:
                yield Clause(tokens, i)


def _start(grammar: Grammar, verb: int) -> int | None:
    """Where the inner clause with this verb starts; `None` if it is no statement of its own."""
    own = grammar.subtree(verb)
    token = grammar.tokens[verb]
    be = lemma_of(grammar.tokens[token.head]) == "be"
    if token.dep == "relcl":
        return next((c + 2 for c in grammar.children[verb] if _is_piped(grammar, c)), None)
    if token.dep == "advcl":
        subject = grammar.child(verb, "nsubj")
        empty = subject is not None and grammar.lower[subject] == "it"  # "when it comes to"
        after = be and grammar.lower[own.start] == "when" and token.head < verb
        return own.start + 1 if after and not empty else None
    return own.start if be and grammar.lower[own.start] in _QUESTIONS else None


def _is_piped(grammar: Grammar, i: int) -> bool:
    """ "By which"; not "to which", which is what most verbs that have it lack."""
    return grammar.lower[i] in _MEANS and grammar.lower[i + 1 : i + 2] in (["which"], ["whom"])
