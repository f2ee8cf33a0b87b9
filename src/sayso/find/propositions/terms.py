"""The words of a proposition that carry content: base forms of nouns, verbs and adjectives."""

from sayso.find.attribution.grammar import Grammar
from sayso.find.propositions.lemmas import is_one_of, lemma_of

_HELPERS = frozenset(("aux", "auxpass", "neg", "det", "case", "mark", "cc", "prep", "expl"))
_NAMES = ("RP", "NNP", "NNPS")


def terms_of(grammar: Grammar, tokens: range, without: frozenset[int]) -> tuple[str, ...]:
    """Lemmas in order, without names, numbers and dates (the tokens `without`) and without words of grammar."""
    found: list[str] = []
    for i in tokens:
        token = grammar.tokens[i]
        if i in without or token.tag[0] not in "NVJR" or token.tag in _NAMES or token.dep in _HELPERS:
            continue
        lemma = lemma_of(token)
        if lemma[0].isalpha() and not is_one_of(lemma, "empty"):
            found.append(lemma)
    return tuple(found)
