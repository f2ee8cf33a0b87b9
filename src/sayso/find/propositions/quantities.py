"""Numbers in a proposition: what is counted or measured, and how the words around bound it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.find.attribution.grammar import Grammar
from sayso.find.propositions.lemmas import lemma_of
from sayso.find.propositions.numerals import Numeral, numeral
from sayso.model.proposition import Bound, Quantity
from sayso.model.span import Span

_SIGNS = {"$": "$", "us$": "$", "£": "£", "€": "€", "¥": "¥", "usd": "$", "eur": "€", "gbp": "£"}
_MONEY = {"dollar": "$", "buck": "$", "euro": "€", "pound": "£", "yen": "¥"}
_PERCENT = frozenset(("%", "percent", "pc"))
_SCORE = re.compile(r"(\d{1,3})[-–](\d{1,3})")
_BOUNDS = {
    "no fewer than": Bound.AT_LEAST,
    "no less than": Bound.AT_LEAST,
    "not less than": Bound.AT_LEAST,
    "no more than": Bound.AT_MOST,
    "not more than": Bound.AT_MOST,
    "at least": Bound.AT_LEAST,
    "more than": Bound.AT_LEAST,
    "in excess of": Bound.AT_LEAST,
    "upwards of": Bound.AT_LEAST,
    "a minimum of": Bound.AT_LEAST,
    "over": Bound.AT_LEAST,
    "above": Bound.AT_LEAST,
    "at most": Bound.AT_MOST,
    "up to": Bound.AT_MOST,
    "as many as": Bound.AT_MOST,
    "as much as": Bound.AT_MOST,
    "fewer than": Bound.AT_MOST,
    "less than": Bound.AT_MOST,
    "a maximum of": Bound.AT_MOST,
    "under": Bound.AT_MOST,
    "close to": Bound.ABOUT,
    "an estimated": Bound.ABOUT,
    "about": Bound.ABOUT,
    "around": Bound.ABOUT,
    "roughly": Bound.ABOUT,
    "approximately": Bound.ABOUT,
    "some": Bound.ABOUT,
    "nearly": Bound.ABOUT,
    "almost": Bound.ABOUT,
}
_LONGEST_NUMBER, _LONGEST_BOUND = 7, 3
_LABELS = ("NN", "NNP", "NNS", "NNPS")
_DASHES = ("-", "–", "—")
_VOTING = frozenset(
    ("vote", "approve", "reject", "pass", "rule", "decide", "split", "renew", "favor", "favour", "oppose", "against",
     "majority", "decision", "ruling", "verdict", "tally", "ballot", "defeat", "adopt", "elect", "uphold")
)  # fmt: skip
_SIDES = frozenset(("to", "against", "for", "favor", "favour", "opposed", "dissenting"))
_VOTERS = frozenset(("vote", "member", "person", "commissioner", "councillor", "councilor", "judge", "justice", "juror",
                     "director", "trustee", "senator", "delegate", "lawmaker", "supervisor", "panelist"))  # fmt: skip
_FAR = 6
_HOURS = 24


class Quantities:
    """Reads the numbers of one text; the tokens in `dates` count no things."""

    def __init__(self, grammar: Grammar, dates: frozenset[int]) -> None:
        self._grammar, self._dates = grammar, dates

    def of(self, tokens: range) -> tuple[Quantity, ...]:
        """All numbers in these tokens, in order; a vote of 4-3 is two of the unit `vote`."""
        found = list(self._all(tokens))
        if len(found) > 1 and any(lemma_of(self._grammar.tokens[i]) in _VOTING for i in tokens):
            return tuple(self._as_votes(found))
        return tuple(found)

    def _as_votes(self, found: Sequence[Quantity]) -> Iterator[Quantity]:
        """Two numbers that stand against each other are votes: "4-3", "five votes to two", "six for, one against"."""
        votes: set[int] = set()
        for n, (first, second) in enumerate(pairwise(found)):
            between = range(self._grammar.at(first.span.start) + 1, self._grammar.at(second.span.start))
            words = [self._grammar.lower[i] for i in between]
            dash = len(words) == 1 and words[0] in _DASHES
            sides = len(words) <= _FAR and not _SIDES.isdisjoint(words) and second.unit in ("", "vote", first.unit)
            if dash or (sides and (not first.unit or first.unit in _VOTERS)):
                votes |= {n, n + 1}
        for n, quantity in enumerate(found):
            yield replace(quantity, unit="vote") if n in votes else quantity

    def _all(self, tokens: range) -> Iterator[Quantity]:
        lower = self._grammar.lower
        at = tokens.start
        while at < tokens.stop:
            if not self._may_start(at):
                at += 1
                continue
            score = _SCORE.fullmatch(lower[at])
            if score:
                span = self._span(at, at + 1)
                yield from (Quantity(span, float(side), "vote") for side in score.groups())
                at += 1
                continue
            number = numeral(lower[at : min(tokens.stop, at + _LONGEST_NUMBER)])
            if number is not None:
                yield from self._quantity(tokens, at, number)
            at += number.length if number else 1

    def _may_start(self, i: int) -> bool:
        """Whether a number may start here, decided before anything is read, since most words start none."""
        token = self._grammar.tokens[i]
        if i in self._dates:
            return False
        if token.tag == "CD":
            return token.name not in ("DATE", "TIME", "ORDINAL")
        word = self._grammar.lower[i]
        return word in ("once", "twice", "thrice", "half", "dozen") or (
            token.name in ("CARDINAL", "MONEY", "PERCENT", "QUANTITY") and word[0] not in "$£€¥"
        )

    def _quantity(self, tokens: range, start: int, number: Numeral) -> Iterator[Quantity]:
        stop = start + number.length
        unit, start, stop = ("time", start, stop) if number.times else self._unit(tokens, start, stop)
        if not unit and self._is_label(start, number):
            return
        bound = self._bound(tokens.start, start)
        if bound is Bound.EXACT and number.vague:
            bound = Bound.ABOUT
        yield Quantity(self._span(start, stop), number.value, unit, bound)

    def _unit(self, tokens: range, start: int, stop: int) -> tuple[str, int, int]:
        """What is counted, and where the words of number and unit start and end."""
        lower, every = self._grammar.lower, self._grammar.tokens
        if lower[start][0] in _SIGNS:
            return _SIGNS[lower[start][0]], start, stop
        if start > tokens.start and lower[start - 1] in _SIGNS:
            return _SIGNS[lower[start - 1]], start - 1, stop
        if stop < tokens.stop:
            if lower[stop] in _PERCENT:
                return "%", start, stop + 1
            if lower[stop : stop + 2] == ["per", "cent"] and stop + 1 < tokens.stop:
                return "%", start, stop + 2
            if lemma_of(every[stop]) in _MONEY:
                return _MONEY[lemma_of(every[stop])], start, stop + 1
        counted = self._counted(tokens, stop)
        if counted is not None:
            return lemma_of(every[counted]), start, stop
        return "", start, stop

    def _is_label(self, start: int, number: Numeral) -> bool:
        """Whether a number that counts nothing only names something: "panel 14", "at eight", "one of them"."""
        grammar = self._grammar
        before = grammar.tokens[start - 1] if start else None
        after = grammar.lower[start + 1] if start + 1 < len(grammar.lower) else ""
        if (
            before is None
            or grammar.lower[start] == "one"
            or grammar.sentence_of[before.i] != grammar.sentence_of[start]
        ):
            return True
        if before.tag in _LABELS and after not in _DASHES:
            return True
        return grammar.lower[start - 1] in ("at", "by", "no.", "nos.", "number") and number.value <= _HOURS

    def _counted(self, tokens: range, stop: int) -> int | None:
        """The noun that is counted: "five long meetings", "five of those meetings"."""
        every = self._grammar.tokens
        if stop < tokens.stop and self._grammar.lower[stop] == "of":
            inner = self._grammar.child(stop, "pobj")
            return inner if inner in tokens and inner is not None and every[inner].tag in ("NNS", "NNPS") else None
        head = every[stop - 1].head
        if every[stop - 1].dep in ("nummod", "compound", "quantmod", "amod", "det"):
            for _ in range(2):
                if head in tokens and head >= stop and every[head].tag[0] == "N" and every[head].dep != "compound":
                    return head
                head = every[head].head
        return None

    def _bound(self, first: int, start: int) -> Bound:
        for length in range(_LONGEST_BOUND, 0, -1):
            if start - length >= first:
                bound = _BOUNDS.get(" ".join(self._grammar.lower[start - length : start]))
                if bound is not None:
                    return bound
        return Bound.EXACT

    def _span(self, start: int, stop: int) -> Span:
        return Span(self._grammar.tokens[start].start, self._grammar.tokens[stop - 1].end)
