"""Quotation marks of a text, paired: curly, straight, doubled apostrophes, single, guillemets; unbalanced ones too."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from sayso.model.span import Span

_MARK = re.compile(r"“|”|„|\"|''|``|«|»|‘|’|'")
_OPENING = {"“": "”", "„": "”", "«": "»", "``": "''"}
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Quote:
    """What stands between two quotation marks, the marks included (code points, half-open).

    `closed` is false where the closing mark is missing; `continued` says that it takes up the open quotation of the
    block before (each new paragraph of a long quotation opens anew and only the last one closes).
    """

    span: Span
    single: bool = False
    closed: bool = True
    continued: bool = False


class _Open(NamedTuple):
    mark: str
    closing: str
    at: int


def find_quotes(text: str, blocks: Sequence[Span]) -> tuple[Quote, ...]:
    """Every quotation of `text` in order; none spans two blocks, none is inside another."""
    quotes: list[Quote] = []
    for block in blocks:
        found = _in_block(text, block)
        if quotes and found and not quotes[-1].closed:
            first = found[0]
            if first.span.start == block.start and first.single == quotes[-1].single:
                found[0] = replace(first, continued=True)
        quotes.extend(found)
    return tuple(quotes)


def _in_block(text: str, block: Span) -> list[Quote]:
    found: list[Quote] = []
    opened: _Open | None = None
    for match in _MARK.finditer(text, block.start, block.end):
        mark, at, end = match.group(), match.start(), match.end()
        before = text[at - 1] if at > block.start else " "
        after = text[end] if end < block.end else " "
        if opened and _closes(opened, mark, before, after):
            found.append(Quote(Span(opened.at, end), single=len(opened.mark) == 1 and opened.mark in "‘'"))
            opened = None
        elif not _opens(mark, before, after):
            continue
        elif opened is None:
            opened = _Open(mark, _closing(mark), at)
        elif opened.mark in "‘'" and mark not in "‘'":
            opened = _Open(mark, _closing(mark), at)  # what looked like a single quotation was an apostrophe
        elif mark == opened.mark and mark not in "‘'":
            found.append(Quote(Span(opened.at, at).strip(text), closed=False))
            opened = _Open(mark, _closing(mark), at)
    if opened and opened.mark not in "‘'":
        found.append(Quote(Span(opened.at, block.end).strip(text), closed=False))
    return [q for q in found if not q.single or _is_quotation(q.span.of(text))]


def _opens(mark: str, before: str, after: str) -> bool:
    if mark in _OPENING:
        return True
    if mark in "”»’":
        return False
    return not (before.isalnum() or before in ".,!?;:%$)'’") and not after.isspace()


def _closing(mark: str) -> str:
    return {"‘": "’"}.get(mark) or _OPENING.get(mark, mark)


def _closes(opened: _Open, mark: str, before: str, after: str) -> bool:
    if mark != opened.closing and not (mark == '"' and opened.mark == "“") and not (mark == "”" and opened.mark == '"'):
        return False
    if mark in "’'":
        return not after.isalnum() and (before in ".,!?;" or before.isalnum())
    return opened.mark != mark or not (before.isspace() and after.isalnum())


def _is_quotation(words: str) -> bool:
    """Single marks are apostrophes as often as not: they count if they hold several words."""
    return len(words.split()) >= _SHORT
