"""What "Id." and "supra" take over from a citation before them."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from sayso.find.citations.cited import HIDDEN, Cited
from sayso.model.span import Span

_SHORTEST = 3
_FARTHEST = 1000
"""so many citations back a name may point"""


def resolved(found: Sequence[Cited], text: str, passages: Sequence[Span]) -> tuple[Cited, ...]:
    """The citations, in order of reading, with those that point back filled in from what they point to.

    Between an "Id." and the citation before it nothing may be blacked out in `passages`, the notes: that could be a
    citation too. What can't be found stays unknown.
    """
    hidden = [m.start() for passage in passages for m in HIDDEN.finditer(text, passage.start, passage.end)]
    done: list[Cited] = []
    for cited in found:
        if cited.back is None:
            done.append(cited)
        elif cited.back == "id":
            done.append(_again(cited, done[-1] if done else None, hidden))
        else:
            done.append(_named(cited, cited.back, done[-_FARTHEST:], text))
    return tuple(done)


def _again(cited: Cited, last: Cited | None, hidden: Sequence[int]) -> Cited:
    if last is None or bisect_left(hidden, last.span.end) < bisect_left(hidden, cited.span.start):
        return cited
    return replace(cited, witness=last.witness, record=last.record, date=last.date, pages=cited.pages or last.pages)


def _named(cited: Cited, name: str, earlier: Sequence[Cited], text: str) -> Cited:
    """A citation by the name of its witness or the first words of the earlier one."""
    name = name.strip()
    if len(name) < _SHORTEST:
        return cited
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    held = [
        c
        for c in earlier
        if c.back is None and ((c.witness and whole.search(c.witness)) or whole.match(c.span.of(text)))
    ]
    if not held:
        return cited
    witnesses, records, dates = ({c.witness for c in held}, {c.record for c in held}, {c.date for c in held})
    last = held[-1]
    return replace(
        cited,
        witness=last.witness if len(witnesses) == 1 else None,
        record=last.record if len(records) == 1 else None,
        date=last.date if len(dates) == 1 else None,
    )
