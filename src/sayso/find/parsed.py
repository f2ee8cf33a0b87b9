"""A parsed text: tokens, tags, dependencies and names as plain values, so that finders need no NLP library."""

from dataclasses import dataclass
from typing import NamedTuple

from sayso.model.span import Span


class Token(NamedTuple):
    """One token. Offsets are code points of the parsed text; `head` and `i` count tokens from the text's start."""

    i: int
    start: int
    end: int
    text: str
    tag: str
    """Penn Treebank tag"""
    dep: str
    """ClearNLP dependency label, `ROOT` at the top of a sentence"""
    head: int
    name: str
    """OntoNotes type of the name, date or number that the token is in; empty outside"""

    @property
    def lower(self) -> str:
        """The token in lower case, typographic apostrophes made plain."""
        return self.text.lower().replace("’", "'")


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name, date or number: its words and its OntoNotes type (PERSON, ORG, GPE, DATE …)."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """A parsed text. `sentences` are ranges of token indexes, in order; white space is in no token."""

    tokens: tuple[Token, ...]
    sentences: tuple[range, ...]
    names: tuple[NameSpan, ...]
    children: tuple[tuple[int, ...], ...]
    """for each token the indexes of its dependents, in order"""

    def sentence_span(self, number: int) -> Span:
        """The code points of a sentence, from its first to its last token."""
        tokens = self.sentences[number]
        return Span(self.tokens[tokens[0]].start, self.tokens[tokens[-1]].end)

    def subtree(self, index: int) -> range:
        """The token indexes from the first to the last token under `index`, itself included."""
        first = last = index
        todo = [index]
        while todo:
            at = todo.pop()
            first, last = min(first, at), max(last, at)
            todo.extend(self.children[at])
        return range(first, last + 1)
