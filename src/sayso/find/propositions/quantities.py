"""Numbers in a proposition: what is counted or measured, and how the words around bound it."""

import re
from collections.abc import Iterator

from sayso.find.attribution.grammar import Grammar
from sayso.find.propositions.lemmas import lemma_of
from sayso.find.propositions.numerals import Numeral, numeral
from sayso.find.propositions.pairs import is_voting, paired
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
_LISTING = ("and", "or", "to", "through", ",", *_DASHES)
_HOURS = 24
_SPANS = frozenset(("second", "minute", "hour", "day", "week", "month", "year"))
_NO_SPAN = frozenset(("later", "ago", "earlier", "before", "after", "old", "from", "hence", "prior", "of"))
"""What makes of a number of days a date or an age."""


class Quantities:
    """Reads the numbers of one text; the tokens in `dates` count no things."""

    def __init__(self, grammar: Grammar, dates: frozenset[int]) -> None:
        self._grammar, self._dates = grammar, dates

    def of(self, tokens: range) -> tuple[Quantity, ...]:
        """All numbers in these tokens, in order; a vote of 4-3 is two of the unit `vote`."""
        return paired(self._grammar, tokens, list(self._all(tokens)))

    def _all(self, tokens: range) -> Iterator[Quantity]:
        lower = self._grammar.lower
        at = tokens.start
        label = -1  # where a label ended: "panels 3" in "panels 3 and 4"
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
            if number is None:
                at += 1
                continue
            read = self._quantity(tokens, at, number)
            goes_on = label >= 0 and at - label <= 1 and lower[at - 1] in _LISTING
            if read is not None and not (goes_on and not read.unit):
                yield read
            elif read is None:
                label = at + number.length
            at += number.length

    def _may_start(self, i: int) -> bool:
        """Whether a number may start here, decided before anything is read, since most words start none."""
        token = self._grammar.tokens[i]
        if i in self._dates:
            return False
        if token.tag == "CD":
            return token.name not in ("DATE", "TIME", "ORDINAL") or self._lasts(i)
        word = self._grammar.lower[i]
        if word == "once" and (token.tag != "RB" or token.dep == "mark"):
            return False  # "once they had left"
        return word in ("once", "twice", "thrice", "half", "dozen") or (
            token.name in ("CARDINAL", "MONEY", "PERCENT", "QUANTITY") and word[0] not in "$£€¥"
        )

    def _lasts(self, i: int) -> bool:
        """Whether the number is how long something takes: "41 minutes", not "three days later" or "41 years old"."""
        lower = self._grammar.lower
        unit = next((at for at in range(i + 1, min(i + 3, len(lower))) if lower[at].rstrip("s") in _SPANS), None)
        return unit is not None and (unit + 1 == len(lower) or lower[unit + 1] not in _NO_SPAN)

    def _quantity(self, tokens: range, start: int, number: Numeral) -> Quantity | None:
        """The number with its unit and bound; `None` if it is a label."""
        stop = start + number.length
        unit, start, stop = ("time", start, stop) if number.times else self._unit(tokens, start, stop)
        if self._is_named(start, stop) or (not unit and self._is_label(start, number)):
            return None
        bound = self._bound(tokens.start, start)
        if bound is Bound.EXACT and number.vague:
            bound = Bound.ABOUT
        return Quantity(self._span(start, stop), number.value, unit, bound)

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
        if self._is_joined(stop) and stop + 1 < tokens.stop and every[stop + 1].tag[0] == "N":
            return lemma_of(every[stop + 1]), start, stop  # "a five-member panel"
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
        if before.tag in _LABELS and not (after in _DASHES and is_voting(lemma_of(before))):
            return True
        return grammar.lower[start - 1] in ("at", "by", "no.", "nos.", "number") and number.value <= _HOURS

    def _is_named(self, start: int, stop: int) -> bool:
        """Whether it is part of a name or an adjective: "Fortune 500 companies", "one-sided"."""
        every = self._grammar.tokens
        before = every[start - 1] if start else None
        if (
            before is not None
            and before.tag == "NNP"
            and before.head in (start, every[start].head)
            and before.head >= start
        ):
            return True
        return self._is_joined(stop) and every[stop + 1].tag[0] in "JV"

    def _is_joined(self, stop: int) -> bool:
        """Whether a hyphen joins the word behind to the number."""
        every = self._grammar.tokens
        if stop + 1 >= len(every) or self._grammar.lower[stop] not in _DASHES:
            return False
        return every[stop - 1].end == every[stop].start and every[stop].end == every[stop + 1].start

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
