"""Finds the forms in which texts write dates; what they mean is resolved elsewhere.

A grammar of regular expressions, one a form, after the types of TIMEX3 (ISO 24617-1).
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from sayso.find.dates import absolute, relative
from sayso.find.dates.expressions import Found
from sayso.find.dates.near import near
from sayso.model.span import Span

_FORMS = (*absolute.FORMS, *relative.FORMS)
_PARAGRAPH = re.compile(r"\n\s*\n")


def spoken_dates(text: str, named: Iterable[Found] = ()) -> list[Found]:
    """All date expressions of `text` and `named`, in order, the longest where several could be read; none overlap."""
    candidates = sorted((*named, *_candidates(text)), key=lambda found: (found.span.start, -found.span.end))
    kept: list[Found] = []
    for found in candidates:
        if kept and kept[-1].span.overlaps(found.span):
            if len(found.span) > len(kept[-1].span):
                kept[-1] = found
            continue
        kept.append(found)
    return kept


def _candidates(text: str) -> Iterator[Found]:
    stretches: dict[re.Pattern[str] | None, Sequence[tuple[int, int]]] = {}
    for pattern, read, bare, trigger in _FORMS:
        words = "words" if "words" in pattern.groupindex else 0
        if trigger not in stretches:
            stretches[trigger] = near(trigger, text)
        for start, end in stretches[trigger]:
            for match in pattern.finditer(text, start, end):
                if _PARAGRAPH.search(match[0]):
                    continue
                expression = read(match)
                if expression is not None:
                    yield Found(Span(*match.span(words)), expression, bare)
