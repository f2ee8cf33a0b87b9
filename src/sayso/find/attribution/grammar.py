"""A parsed text with what the finders of attributions ask of it: subjects, subtrees, lemmas, quotations by token."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso.find.attribution.bases import base_of
from sayso.find.attribution.mended import mended
from sayso.find.attribution.quotes import Quote
from sayso.find.lexicon import lemma
from sayso.find.parsed import Parsed
from sayso.model.span import Span

CLAUSE_TAGS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"))


class Grammar:
    """Read-only views of one parsed text; all positions are token indexes, all ranges half-open."""

    def __init__(self, parsed: Parsed, quotes: Sequence[Quote]) -> None:
        parsed = mended(parsed)
        self.tokens = parsed.tokens
        self.children = parsed.children
        self.lower = [t.lower for t in parsed.tokens]
        self.is_word = [any(c.isalnum() for c in t.text) for t in parsed.tokens]
        self.starts = [t.start for t in parsed.tokens]
        self.sentence_of = [0] * len(parsed.tokens)
        self.sentences = parsed.sentences
        for number, sentence in enumerate(parsed.sentences):
            for i in sentence:
                self.sentence_of[i] = number
        self._edges = _edges(parsed)
        self.quote_ranges = [self.inside(q.span) for q in quotes]
        self.quote_of = [-1] * len(parsed.tokens)
        for number, tokens in enumerate(self.quote_ranges):
            for i in tokens:
                self.quote_of[i] = number

    def inside(self, span: Span) -> range:
        """The tokens that start in the span."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def at(self, offset: int) -> int:
        """The last token that starts at or before the offset."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def subtree(self, i: int) -> range:
        """From the first to the last token under `i`, itself included."""
        first, last = self._edges[i]
        return range(first, last + 1)

    def child(self, i: int, *deps: str) -> int | None:
        """The first dependent of `i` with one of these labels."""
        for c in self.children[i]:
            if self.tokens[c].dep in deps:
                return c
        return None

    def is_verb(self, i: int) -> bool:
        """Whether the token is tagged as a verb or modal."""
        return self.tokens[i].tag in CLAUSE_TAGS

    def lemma(self, i: int) -> str:
        """The base form of a verb; other words in lower case."""
        token = self.tokens[i]
        return lemma(self.lower[i], token.tag)


def base(grammar: Grammar, verb: int) -> str:
    """The base form, also of verbs that only the lexicons of attitudes and acts have."""
    return base_of(grammar.lower[verb], grammar.tokens[verb].tag)


def _edges(parsed: Parsed) -> list[tuple[int, int]]:
    """First and last token under each token, without recursion: children hand their edges up to their heads."""
    edges = [(i, i) for i in range(len(parsed.tokens))]
    for sentence in parsed.sentences:
        waiting = {i: len(parsed.children[i]) for i in sentence}
        ready = [i for i in sentence if not waiting[i]]
        while ready:
            i = ready.pop()
            head = parsed.tokens[i].head
            if head == i or head not in waiting:
                continue
            edges[head] = (min(edges[head][0], edges[i][0]), max(edges[head][1], edges[i][1]))
            waiting[head] -= 1
            if not waiting[head]:
                ready.append(head)
    return edges
