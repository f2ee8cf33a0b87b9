"""Two numbers that belong together: the sides of a vote ("4-3"), the ends of a range ("$10,000 to $20,000")."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.find.attribution.grammar import Grammar
from sayso.find.propositions.lemmas import is_one_of, lemma_of
from sayso.model.proposition import Bound, Quantity

_DASHES = ("-", "–", "—")
_SIDES = frozenset(("to", "against", "for", "favor", "favour", "opposed", "dissenting"))
_FAR = 6
"""words between the sides of a vote at most"""


def is_voting(lemma: str) -> bool:
    """Whether a word is one for a vote or its outcome."""
    return is_one_of(lemma, "voting")


def paired(grammar: Grammar, tokens: range, found: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The quantities of a proposition with votes told as such, and ranges as bounds."""
    if len(found) < 2:
        return tuple(found)
    told = list(found)
    voting = any(is_voting(lemma_of(grammar.tokens[i])) for i in tokens)
    for n, (first, second) in enumerate(pairwise(found)):
        last = grammar.at(first.span.end - 1)
        words = grammar.lower[last + 1 : grammar.at(second.span.start)]
        if voting and _are_sides(words, first, second):
            told[n : n + 2] = (replace(first, unit="vote"), replace(second, unit="vote"))
        elif _is_range(grammar, words, first, second):
            unit = first.unit or second.unit
            told[n : n + 2] = (
                replace(first, unit=unit, bound=Bound.AT_LEAST),
                replace(second, unit=unit, bound=Bound.AT_MOST),
            )
    return tuple(told)


def _are_sides(words: Sequence[str], first: Quantity, second: Quantity) -> bool:
    """ "4-3", "five votes to two", "six for, one against"."""
    voters = not first.unit or is_one_of(first.unit, "voters")
    if len(words) == 1 and words[0] in _DASHES:
        return voters
    alike = second.unit in ("", "vote", first.unit)
    return voters and alike and len(words) <= _FAR and not _SIDES.isdisjoint(words)


def _is_range(grammar: Grammar, words: Sequence[str], first: Quantity, second: Quantity) -> bool:
    """ "10 to 20 boats", "between $30,000 and $60,000"."""
    if len(words) != 1 or first.value >= second.value or first.unit not in ("", second.unit):
        return False
    start = grammar.at(first.span.start)
    before = grammar.lower[start - 1] if start else ""
    if words[0] == "and":
        return before == "between"
    return (words[0] == "to" and before != "from") or words[0] in _DASHES
