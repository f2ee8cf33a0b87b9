"""Sentences by their punctuation alone, for finders that must also work where nothing was parsed."""

import re
from collections.abc import Iterator, Sequence

from sayso.find.lexicon import words
from sayso.model.span import Span

_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s|$)")
_ABBREVIATIONS = words("abbreviations")
_LAST_WORD = re.compile(r"[\w.’'-]+$")
_NEXT_LOWER = re.compile(r"\s+[a-z]")


def sentences(text: str, blocks: Sequence[Span]) -> Iterator[Span]:
    """The sentences of each block in order, without white space at their edges."""
    for block in blocks:
        at = block.start
        for match in _END.finditer(text, block.start, block.end):
            if match.end() < block.end and not _ends(text, at, match):
                continue
            sentence = Span(at, match.end()).strip(text)
            if len(sentence):
                yield sentence
            at = match.end()
        rest = Span(at, block.end).strip(text)
        if len(rest):
            yield rest


def _ends(text: str, start: int, match: "re.Match[str]") -> bool:
    if match.group().startswith("."):
        word = _LAST_WORD.search(text, start, match.start())
        last = word.group().lower().rstrip(".") if word else ""
        if last in _ABBREVIATIONS or (len(last) == 1 and last.isalpha() and last != "i"):
            return False
    return not _NEXT_LOWER.match(text, match.end())
