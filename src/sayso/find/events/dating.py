"""When it happened: the dates that hang on an event's words, those of its sentence, those told before."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.nouns import singular
from sayso.find.events.candidate import Candidate
from sayso.find.events.frames import noun_frames
from sayso.model.when import DateMention, When

_UP = (
    "conj",
    "xcomp",
    "advcl",
    "pcomp",
    "prep",
    "dobj",
    "pobj",
    "nsubj",
    "nsubjpass",
    "attr",
    "acl",
    "agent",
    "dative",
)
_HAPPENS = frozenset(("take", "occur", "happen", "hold", "be", "date", "schedule", "set"))
_DURING = frozenset(("at", "during", "in", "on", "over", "by"))
_ORDERS = {
    "earlier": frozenset(("after", "following", "since")),
    "later": frozenset(("before", "until", "till", "pending")),
    "about": frozenset(("about", "regarding", "concerning")),
}
_CLOCK = re.compile(r"\b(\d{1,2})(?::(\d\d))? ?([ap])\.?m\b\.?", re.IGNORECASE)

_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
_FULL = 1000
"""what puts a date with its year before others as near"""
_OPENING = 4
"""a date within so many tokens opens its sentence"""
_YEAR_LONG = 365
_CLOSE = 45
"""days from the last day told within which even a recent one goes with it"""
_WORDS_A_DATE = 200
"""a text with at least one whole date in so many tokens is a chronicle"""
_RECENT = 90
"""days before publication within which a day without a year is taken to be of that year"""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date and how it was come by: `steps` 0 hangs on the event, then further off; `order` says whether the event
    is told as "earlier" or "later" than what the date hangs on, or as what is spoken "about" there.
    """

    when: When
    steps: int
    order: str = ""


class Dating:
    """Attaches the dates of one parsed text to candidates.

    `is_chronicle`: whether whole dates (with month and year) are many for the length of the text.
    """

    def __init__(self, text: str, grammar: Grammar, dates: Sequence[DateMention], published: When | None) -> None:
        self._text, self._grammar = text, grammar
        self._dates = _in_the_years_told(text, [d for d in dates if d.when is not None], published)
        self._anchors = [self._anchor(d) for d in self._dates]
        self._starts = [d.span.start for d in self._dates]
        whole = sum(_is_whole(d.span.of(text)) for d in self._dates)
        self.is_chronicle = whole * _WORDS_A_DATE >= len(grammar.tokens)

    def of(self, candidate: Candidate) -> Dated | None:
        """The date in the sentence that is the event's; `None` if there is none."""
        grammar = self._grammar
        sentence = grammar.sentences[grammar.sentence_of[candidate.head]]
        first = bisect_left(self._starts, grammar.tokens[sentence.start].start)
        last = bisect_left(self._starts, grammar.tokens[sentence.stop - 1].end)
        above = self._above(candidate)
        best: tuple[int, int, int, str] | None = None
        for number in range(first, last):
            anchor = self._anchors[number]
            if anchor is None:
                continue
            steps, order = above.get(anchor, (None, ""))
            if steps is None:
                continue
            whole = -len(self._dates[number].span) - _FULL * bool(_YEAR.search(self._dates[number].span.of(self._text)))
            if best is None or (steps, whole) < best[:2]:
                best = steps, whole, number, order
        if best is None:
            return None
        when = self._dates[best[2]].when
        return Dated(when, best[0], best[3]) if when else None

    def opening(self, sentence: int, before: int) -> tuple[When, int] | None:
        """The date that a sentence opens with, outside of quotations and before an offset (code points), and what it
        hangs on.
        """
        grammar = self._grammar
        tokens = grammar.sentences[sentence]
        first = bisect_left(self._starts, grammar.tokens[tokens.start].start)
        for mention, anchor in zip(self._dates[first : first + 2], self._anchors[first : first + 2], strict=True):
            at = grammar.inside(mention.span)
            if at and at.start in tokens and mention.span.start < before and grammar.quote_of[at.start] < 0:
                opens = at.start - tokens.start <= _OPENING or any(
                    grammar.lower[i] == "," for i in (at.stop,) if i in tokens
                )
                return (mention.when, -1 if anchor is None else anchor) if opens and mention.when else None
        return None

    def last_of_main_clause(self, before: int, block_of: Sequence[int], block: int) -> When | None:
        """The last date of a main clause that stands in the block before an offset (code points)."""
        grammar = self._grammar
        for number in reversed(range(bisect_left(self._starts, before))):
            anchor = self._anchors[number]
            if anchor is None:
                continue
            if block_of[grammar.sentence_of[anchor]] != block:
                return None
            if grammar.tokens[anchor].dep == "ROOT" and grammar.quote_of[anchor] < 0:
                return self._dates[number].when
        return None

    def clock(self, candidate: Candidate) -> str | None:
        """The time of day (`HH:MM`) that stands in the sentence, if it is the only one."""
        grammar = self._grammar
        sentence = grammar.sentences[grammar.sentence_of[candidate.head]]
        words = self._text[grammar.tokens[sentence.start].start : grammar.tokens[sentence.stop - 1].end]
        times = list(_CLOCK.finditer(words))
        if len(times) != 1 or int(times[0][1]) > 12 or int(times[0][2] or 0) > 59:
            return None
        hour = int(times[0][1]) % 12 + (12 if times[0][3].lower() == "p" else 0)
        return f"{hour:02}:{times[0][2] or '00'}"

    def _anchor(self, mention: DateMention) -> int | None:
        """The word that a date hangs on, over prepositions."""
        tokens = self._grammar.tokens
        inside = self._grammar.inside(mention.span)
        if not inside:
            return None
        at = next((i for i in inside if tokens[i].head not in inside), inside.start)
        for _ in range(4):
            head = tokens[at].head
            if head == at:
                return at
            at = head
            if tokens[at].tag not in ("IN", "TO", "RB", "RBR") or tokens[at].dep == "ROOT":
                return at
        return at

    def _above(self, candidate: Candidate) -> dict[int, tuple[int, str]]:
        """The words whose dates are the event's, with how far off they are, and the order (see `Dated`)."""
        grammar = self._grammar
        found = {candidate.head: (0, "")}
        for c in grammar.children[candidate.head]:
            token = grammar.tokens[c]
            if token.dep in ("relcl", "acl") and grammar.lemma(c) in _HAPPENS:
                found[c] = 1, ""
            elif not grammar.is_verb(c):
                for i in self._below(c):
                    found.setdefault(i, (2, ""))
        at, steps, order = candidate.head, 1, ""
        while grammar.tokens[at].head != at and grammar.tokens[at].dep in _UP:
            order = order or self._order(at)
            at = grammar.tokens[at].head
            found.setdefault(at, (steps, order))
            steps += 1
        return found

    def _below(self, top: int) -> Iterator[int]:
        """The words under a phrase on the event, apart from clauses and from other events that it is not part of."""
        grammar = self._grammar
        for i in grammar.subtree(top):
            if grammar.is_verb(i) or grammar.tokens[i].dep == "relcl":
                continue
            other = singular(grammar.lower[i]) in noun_frames() and grammar.tokens[i].dep == "pobj"
            if not (other and grammar.lower[grammar.tokens[i].head] not in _DURING):
                yield i

    def _order(self, at: int) -> str:
        """How the word above orders what hangs on it: "after meeting him", "before he left", "spoke about a trip"."""
        grammar = self._grammar
        token, above = grammar.tokens[at], grammar.tokens[at].head
        if token.dep == "advcl":
            marks = {grammar.lower[c] for c in grammar.children[at] if grammar.tokens[c].dep in ("mark", "advmod")}
        elif token.dep in ("pobj", "pcomp"):
            marks = {grammar.lower[above]}
            if marks == {"to"} and grammar.lower[grammar.tokens[above].head] == "prior":
                marks = {"before"}
        else:
            return ""
        for order, words in _ORDERS.items():
            if marks & words:
                return order
        return ""


def _in_the_years_told(text: str, dates: Sequence[DateMention], published: When | None) -> list[DateMention]:
    """The dates; in a text that looks back on other years, days without a year get the one nearest to the last told.

    Such is a text with whole dates, none of them of the years around publication, if the days without a year are no
    recent ones.
    """
    told = [d.when.earliest for d in dates if d.when and _is_whole(d.span.of(text))]
    days = [day for day in told if day is not None]
    written = published.latest if published else None
    if not days or written is None or max(days) > written - timedelta(days=_YEAR_LONG):
        return list(dates)
    found = []
    last = days[0]
    for mention in dates:
        words = mention.span.of(text)
        when = mention.when
        first = (when.earliest or when.latest) if when else None
        if first is not None and when is not None:
            if _is_whole(words):
                last = first
            elif _MONTH.search(words) and not _YEAR.search(words):
                year = min((last.year - 1, last.year, last.year + 1), key=lambda y: abs((_in(first, y) - last).days))
                if (written - first).days <= _RECENT and abs((_in(first, year) - last).days) > _CLOSE:
                    found.append(mention)
                    continue
                moved = when.edtf.replace(f"{first.year:04}", f"{year:04}").replace("02-29", "02-28")
                mention = replace(mention, when=When.parse(moved))
                last = _in(first, year)
        found.append(mention)
    return found


def _is_whole(words: str) -> bool:
    return _YEAR.search(words) is not None and _MONTH.search(words) is not None


def _in(day: date, year: int) -> date:
    return date(year, day.month, min(day.day, 28))
