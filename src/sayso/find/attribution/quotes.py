"""Quotation marks of a text, paired: curly, straight, doubled apostrophes, single, guillemets; unbalanced ones too."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from sayso.model.span import Span

_MARK = re.compile(r"“|”|„|‟|\"|''|``|«|»|‹|›|‚|‘|’|'")
_CLOSINGS = {
    "“": ("”", '"'),
    '"': ('"', "”"),
    "„": ("”", "“", "‟"),
    "«": ("»",),
    "»": ("«",),
    "‹": ("›",),
    "›": ("‹",),
    "``": ("''",),
    "''": ("''",),
    "”": ("”",),
    "‘": ("’",),
    "‚": ("‘", "’"),
    "'": ("'",),
}
"""Marks that close, by the mark that opens: English, German („…“, »…«), French and Swedish (”…”) ways."""

_ALWAYS_OPENS = frozenset(("“", "„", "«", "‹", "``", "‘", "‚"))
_SINGLES = frozenset(("‘", "’", "'", "‚", "‹", "›"))
_SHORT = 3
_TITLE_MOST = 10
_SMALL = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with")
)
_SO_CALLED = re.compile(
    r"(?:\b(?:so[- ]called|known as|dubbed|nicknamed|titled|entitled|named|headlined|alias|the (?:words?|terms?|"
    r"phrases?|label|slogan|hashtag|title|film|movie|book|novel|song|album|play|show|series|podcast|essay|article|column|poem|"
    r"painting|documentary|report|video|musical|opera|memoir))[\s,]*)$",
    re.IGNORECASE,
)


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
    at: int


def find_quotes(text: str, blocks: Sequence[Span]) -> tuple[Quote, ...]:
    """Every quotation of `text` in order; none spans two blocks, none is inside another."""
    quotes: list[Quote] = []
    for block in blocks:
        before = quotes[-1] if quotes else None
        unfinished = before is not None and not before.closed
        found = _in_block(text, block, goes_on=unfinished)
        if before is not None and found and unfinished:
            first = found[0]
            if first.span.start == block.start and first.single == before.single:
                found[0] = replace(first, continued=True)
        quotes.extend(found)
    return tuple(q for n, q in enumerate(quotes) if not q.single or q.closed or _is_taken_up(quotes, n))


def is_speech(text: str, quote: Quote) -> bool:
    """Whether the marks can be those of speech: not around a title ("Night Ferry") or a so-called thing."""
    words = quote.span.of(text).strip("“”„‟\"'`«»‹›‚‘’ ")
    if not words or words[-1] in ".,!?;:…—-" or not quote.closed:
        return True
    if len(words.split()) > _TITLE_MOST:
        return True
    if _SO_CALLED.search(text[max(0, quote.span.start - 30) : quote.span.start]):
        return False
    parts = words.split()
    large = [w for w in parts if w.lower() not in _SMALL]
    return not (len(large) > 1 and all(w[0].isupper() or w[0].isdigit() for w in large))


def _is_taken_up(quotes: Sequence[Quote], number: int) -> bool:
    """Whether a single mark that was never closed is no apostrophe: the next paragraph opens anew."""
    here = quotes[number].continued
    return here or (number + 1 < len(quotes) and quotes[number + 1].continued)


def _in_block(text: str, block: Span, *, goes_on: bool) -> list[Quote]:
    """The quotations of a block; `goes_on`: one was left open in the block before."""
    found: list[Quote] = []
    opened: _Open | None = None
    for match in _MARK.finditer(text, block.start, block.end):
        mark, at, end = match.group(), match.start(), match.end()
        before = text[at - 1] if at > block.start else " "
        after = text[end] if end < block.end else " "
        if opened and _closes(opened, mark, before, after):
            found.append(Quote(Span(opened.at, end), single=opened.mark in _SINGLES))
            opened = None
        elif goes_on and not found and opened is None and _only_closes(mark, before, after):
            found.append(Quote(Span(block.start, end), continued=True))  # the paragraph did not open anew
        elif not _opens(mark, before, after):
            continue
        elif opened is None or (opened.mark in _SINGLES and mark not in _SINGLES):
            opened = _Open(mark, at)  # what looked like a single quotation was an apostrophe
        elif mark == opened.mark and mark not in _SINGLES:
            found.append(Quote(Span(opened.at, at).strip(text), closed=False))
            opened = _Open(mark, at)
    if opened and (opened.mark not in _SINGLES or (opened.mark == "‘" and opened.at == block.start)):
        found.append(Quote(Span(opened.at, block.end).strip(text), single=opened.mark in _SINGLES, closed=False))
    return [q for q in found if not q.single or _is_quotation(q.span.of(text))]


def _opens(mark: str, before: str, after: str) -> bool:
    if mark in ("»", "›", "”"):
        return (before.isspace() or before in "([—–") and (after.isalnum() or after in "…[(")
    if mark in _ALWAYS_OPENS:
        return True
    if mark in ("’", "‟"):
        return False
    return not (before.isalnum() or before in ".,!?;:%$)'’") and not after.isspace()


def _only_closes(mark: str, before: str, after: str) -> bool:
    """Whether the mark ends words and begins none."""
    return mark in ("”", '"', "''") and not before.isspace() and not after.isalnum()


def _closes(opened: _Open, mark: str, before: str, after: str) -> bool:
    if mark not in _CLOSINGS[opened.mark]:
        return False
    if mark in "’'" or opened.mark in "‚›":
        return not after.isalnum() and (before in ".,!?;…—" or before.isalnum())
    return opened.mark != mark or not (before.isspace() and after.isalnum())


def _is_quotation(words: str) -> bool:
    """Single marks are apostrophes as often as not: they count if they hold several words."""
    return len(words.split()) >= _SHORT
