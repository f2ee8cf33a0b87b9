"""Where citations are looked for: notes, brackets, sentences that begin with "See"; by sure forms in other prose."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.find.citations.reader import Reader
from sayso.find.citations.split import bracketed, whole_sentences
from sayso.model.document import Mark, MarkKind, Text
from sayso.model.span import Span

_NUMBER = re.compile(r"\s*\[?(\d{1,4}|[*†‡]{1,3})[.,:)\]]*\s+")
_PLAIN_NUMBER = re.compile(r"\s*(?:\[(?P<a>\d{1,4})\]|\((?P<b>\d{1,4})\)|(?P<c>\d{1,4})[.)]?)\s+(?=\S)")
_HINT = re.compile(
    r"[¶§]|\sv\.\s|\b30[2](?!\d)|\b(?:Exs?|Exhs?|Dkts?|Docs?|Tr|Depo?|Decls?|Affs?|Compl|Cong|Br|Mem|Mot|Op|Attach|Nos?|Ans|Pet)\."
    r"|\b(?:ECF|D\.E|[GDPJT]X|Exhibits?|Indictment|Complaint|Transcript|Testimony|Interview|Declaration|Affidavit|Offense)\b"
    r"|\b(?:[Ii]d|[Ii]bid)\.|[Ss]erials? \d|U\.S\.C|C\.F\.R|Fed\. R|Hr['’]g|\bsupra\b|\bSee\b|\((?=[^()]{0,120}\d)"
)
_SIGNAL = re.compile(r"(?:See|But see|Cf\.|Accord|Compare)\b")


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text to read. A `note` is made of citations; its `tie` is the last code point before the mark that
    stands for it, where that is known. Other passages are prose.
    """

    span: Span
    note: bool
    tie: int | None = None


def passages(text: str, whole: Text, blocks: Sequence[Span], reader: Reader) -> Iterator[Passage]:
    """The passages of a document; `text` is its text with unread parts made blank, cut into `blocks`."""
    notes = [m for m in whole.marks if m.kind is MarkKind.FOOTNOTE]
    for mark in notes:
        yield _note(text, mark)
    apart = sorted([*(m.span for m in notes), *whole.marked(MarkKind.HEADING)])
    at = 0
    for block in blocks:
        while at < len(apart) and apart[at].end <= block.start:
            at += 1
        if at < len(apart) and apart[at].overlaps(block):
            continue
        words = block.of(text)
        if not _HINT.search(words):
            continue
        number = _PLAIN_NUMBER.match(words)
        if reader.begins(words):
            yield Passage(block, True)
        elif number and reader.begins(words[number.end() :]):
            tie = _tie(text, block.start, number["a"] or number["b"] or number["c"])
            yield Passage(Span(block.start + number.end(), block.end), True, tie)
        else:
            yield from _prose(text, block, reader)


def _note(text: str, mark: Mark) -> Passage:
    number = _NUMBER.match(text, mark.span.start, mark.span.end)
    start = number.end() if number and number[1] == (mark.note or number[1]) else mark.span.start
    return Passage(Span(start, mark.span.end), True, mark.target.start - 1 if mark.target else None)


def _prose(text: str, block: Span, reader: Reader) -> Iterator[Passage]:
    """A block of prose: what stands in brackets, sentences that begin with "See", and the rest."""
    for sentence in (s.shift(block.start) for s in whole_sentences(block.of(text))):
        words = sentence.of(text)
        if _SIGNAL.match(words):
            yield Passage(sentence, True)
            continue
        at = sentence.start
        for bracket in (b.shift(sentence.start) for b in bracketed(words)):
            inside = Span(bracket.start + 1, bracket.end - 1)
            if text[bracket.start] == "(" and reader.begins(inside.of(text)):
                if at < bracket.start:
                    yield Passage(Span(at, bracket.start), False)
                yield Passage(inside, True)
                at = bracket.end
        if at < sentence.end:
            yield Passage(Span(at, sentence.end), False)


def _tie(text: str, before: int, number: str) -> int | None:
    """The last code point before the one mark of a note in plain text: "[12]", or 12 right behind a stop."""
    marks = re.compile(rf"(?<=\S)\s?\[{number}\]|(?<=[.,;:!?\"”’)]){number}(?=\s)")
    found = [m.start() for m in marks.finditer(text, 0, before)]
    return found[0] - 1 if len(found) == 1 else None
