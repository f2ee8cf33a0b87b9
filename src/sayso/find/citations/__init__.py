"""Citations of records: whose word a report or filing rests on, in its notes and in its text.

A citation is read by a small grammar (lexicon/citation-forms.txt) over text in which dates and names of records are
made out first. What is blacked out or garbled is unknown. docs/citations.md lists the kinds of records.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence

from sayso.find.citations.back import resolved
from sayso.find.citations.cited import Cited
from sayso.find.citations.dating import Calendar
from sayso.find.citations.passages import Passage, passages
from sayso.find.citations.reader import Reader
from sayso.find.citations.split import bracketed, whole_sentences
from sayso.find.edits import Edits, solid_spans
from sayso.model.document import Document
from sayso.model.span import Span, Spans, subtract
from sayso.model.statement import Citation

_WORD = re.compile(r"[^\W\d_]{2,}")
_AROUND = 2
"""Words beside citations ("See also …") that make no sentence of their own."""
_BACK = 3
"""So many sentences further back a run of citations may begin."""


def find_citations(document: Document, text: str, blocks: Sequence[Span]) -> tuple[Citation, ...]:
    """The citations of a document in order of their spans (code points), none inside another.

    `text` is the document's with unread passages made blank, cut into `blocks`. A note supports the sentence that its
    mark stands in or behind, a citation in the text its own sentence, or the one before if it is a sentence by itself.
    """
    reader = Reader(Calendar.of(text, document.metadata.published))
    held = list(passages(text, document.text, blocks, reader))
    supports = _Supports(text, blocks)
    whole = Edits(solid_spans(document.text)).whole
    made: list[Citation] = []
    for tied in (True, False):  # an "Id." in the text does not point into the notes, nor the other way round
        stream = [p for p in held if (p.tie is not None) == tied]
        found = [(c.shift(p.span.start), p) for p in stream for c in _read(reader, p, text)]
        cited = resolved([c for c, _ in found], text, [p.span for p in stream if p.note])
        spans = [c.span for c in cited]
        for each, (_, passage) in zip(cited, found, strict=True):
            tie = passage.tie
            sentence = supports.at(each.span, spans) if tie is None else supports.before(tie)
            made.append(_citation(each, sentence, whole))
    return tuple(sorted(made, key=lambda c: c.span))


def _read(reader: Reader, passage: Passage, text: str) -> Iterable[Cited]:
    words = passage.span.of(text)
    return reader.note(words) if passage.note else reader.prose(words)


def _citation(cited: Cited, supports: Span | None, whole: Callable[[Span], Span]) -> Citation:
    return Citation(
        whole(cited.span),
        cited.witness,
        cited.record,
        cited.date,
        cited.date_text,
        cited.pages,
        whole(supports) if supports else None,
    )


class _Supports:
    """Finds the sentence that a citation stands for."""

    def __init__(self, text: str, blocks: Sequence[Span]) -> None:
        self._text = text
        self._blocks = blocks
        self._starts = [b.start for b in blocks]
        self._known: dict[int, tuple[Spans, Spans]] = {}

    def before(self, at: int) -> Span | None:
        """The sentence in or behind which the code point `at` is."""
        held, _ = self._block(at)
        number = bisect_right(held, at, key=lambda s: s.start) - 1
        return held[number] if number >= 0 else None

    def at(self, span: Span, cited: Sequence[Span]) -> Span | None:
        """The sentence that holds the citation; the one before in its paragraph if that holds nothing else. `cited`
        are all citations, in order.
        """
        held, brackets = self._block(span.start)
        number = bisect_right(held, span.start, key=lambda s: s.start) - 1
        for sentence in reversed(held[max(0, number - _BACK) : number + 1]):
            beside = [*_touching(cited, sentence), *_touching(brackets, sentence)]
            if sum(len(_WORD.findall(self._text, p.start, p.end)) for p in subtract(sentence, beside)) > _AROUND:
                return sentence
        return None

    def _block(self, at: int) -> tuple[Spans, Spans]:
        """The sentences of the block that holds `at`, and its brackets."""
        number = bisect_right(self._starts, at) - 1
        if number < 0 or at >= self._blocks[number].end:
            return (), ()
        if number not in self._known:
            block = self._blocks[number]
            words = block.of(self._text)
            self._known[number] = (
                tuple(s.shift(block.start) for s in whole_sentences(words)),
                tuple(b.shift(block.start) for b in bracketed(words)),
            )
        return self._known[number]


def _touching(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    """Those of ordered spans that overlap another."""
    return spans[
        bisect_right(spans, span.start, key=lambda s: s.end) : bisect_left(spans, span.end, key=lambda s: s.start)
    ]
