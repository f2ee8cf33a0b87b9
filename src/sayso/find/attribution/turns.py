"""Turns of a transcript: a speaker's label with a colon, then the words ("MS. QUILL: I was there.")."""

import re
from collections.abc import Iterator, Sequence

from sayso.find.attribution.candidate import Candidate
from sayso.find.attribution.grammar import Grammar
from sayso.model.span import Span

_LABEL = re.compile(r"(?P<name>[A-Z][A-Z.’'-]*(?: [A-Z][A-Z.’'-]*){0,4})(?: \([^()\n]{1,60}\))?(?P<colon>:)(?=\s|$)")
_NO_LABELS = frozenset(
    ("NOTE", "UPDATE", "CORRECTION", "WATCH", "READ", "RELATED", "MORE", "PHOTO", "VIDEO", "RE", "PS")
)


def turns(text: str, grammar: Grammar, blocks: Sequence[Span]) -> Iterator[Candidate]:
    """One candidate a block of speech. A label alone on its line holds for the blocks up to the next label.

    Labels are in capitals; a text with fewer than two of them is no transcript.
    """
    labels = [_label(text, block) for block in blocks]
    if sum(label is not None for label in labels) < 2:
        return
    speaker: tuple[Span, Span] | None = None
    for block, label in zip(blocks, labels, strict=True):
        start = block.start
        if label:
            speaker, start = label, label[1].end
        elif not speaker or _heading(block.of(text)):
            speaker = None
            continue
        content = grammar.inside(Span(start, block.end))
        source, colon = grammar.inside(speaker[0]), grammar.inside(speaker[1])
        if content and source and colon:
            yield Candidate(colon.start, "turn", "label", source, colon, [content])
            if start != block.start:
                speaker = None if start < block.end else speaker


def _label(text: str, block: Span) -> tuple[Span, Span] | None:
    match = _LABEL.match(text, block.start, block.end)
    if not match or match["name"] in _NO_LABELS:
        return None
    return Span(*match.span("name")), Span(*match.span("colon"))


def _heading(words: str) -> bool:
    return words.isupper() or words.startswith(("[", "("))
