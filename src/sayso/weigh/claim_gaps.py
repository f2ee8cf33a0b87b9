"""Gaps of documents that bear on a claim: who would not speak to it, what is blacked out of it, what is not known."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from sayso.model.entity import EntityKind
from sayso.model.gap import Gap, GapKind
from sayso.model.span import Span
from sayso.weigh.cluster import Member
from sayso.weigh.passages import around, words
from sayso.weigh.source import Source

_BLANK = re.compile(r"\n[ \t]*\n")
_NEAR = 2
"""paragraphs after a claim's words in which a refusal can still be about them"""
_LONG_WORD = 5
_SHARED_WORDS = 2


def gaps_of(members: Sequence[Member]) -> tuple[str, ...]:
    """Ids of the gaps of documents that bear on a claim with these members, in order of document and place.

    A redaction does if it is in a member's sentence; a refusal, a silence or an open question if it stands behind a
    member in its paragraph, or up to two paragraphs on and names somebody of the member's sentence or shares two long
    words with it; a withheld name if it is of a member's unnamed voice.
    """
    by_document: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        by_document[member.source.id].append(member)
    return tuple(
        gap.id
        for document in sorted(by_document)
        for gap in sorted(by_document[document][0].source.gaps, key=lambda g: (g.span, g.kind))
        if any(_bears_on(gap, member) for member in by_document[document])
    )


def _bears_on(gap: Gap, member: Member) -> bool:
    text, span = member.source.text, member.proposition.span
    sentence = around(text, span)
    if gap.kind is GapKind.REDACTION:
        return sentence.contains(gap.span)
    behind = _paragraph(text, gap.span.start) - _paragraph(text, span.start)
    if gap.kind is GapKind.WITHHELD_SOURCE:
        return _is_unnamed(member) and 0 <= behind <= 1
    if gap.span.start < sentence.start or behind > _NEAR:
        return False
    return behind == 0 or _shares(member.source, gap.span, sentence)


def _is_unnamed(member: Member) -> bool:
    statement = member.source.statements.get(member.proposition.statement or "")
    return statement is not None and statement.unnamed is not None


def _shares(source: Source, one: Span, other: Span) -> bool:
    """Whether two sentences name the same person or body, or share long words."""
    first, second = words(one.of(source.text)), words(other.of(source.text))
    both = {word for word in first if len(word) >= _LONG_WORD} & set(second)
    if len(both) >= _SHARED_WORDS:
        return True
    for known in source.people.values():
        forms = {words(form)[-1] for form in (known.name, *known.aliases) if words(form)}
        if known.kind is not EntityKind.PLACE and forms & set(first) and forms & set(second):
            return True
    return False


def _paragraph(text: str, at: int) -> int:
    return bisect_right(_paragraphs(text), at)


@lru_cache(maxsize=256)
def _paragraphs(text: str) -> tuple[int, ...]:
    return tuple(blank.end() for blank in _BLANK.finditer(text))
