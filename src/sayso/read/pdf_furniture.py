"""What stands on a page beside its text: running heads, page numbers, stamps, the line numbers of a pleading."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from sayso.read.pdf_lines import Line

_OUTER_LINES = 3
"""so many lines at the top and at the bottom of a page may be furniture"""
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:document\s+)?(?:page|p\.|seite|página|pagina)?\s*[-–—\[(]*\s*(\d{1,4}|[ivxlc]{1,7})\s*[-–—\])]*(?:\s*(?:of|/|von|de)\s*\d{1,4})?",
    re.IGNORECASE,
)
_COURT_STAMP = re.compile(r"(?:USCA\d* )?Case:? ?#?:? ?\d\S* .*\b(?:Doc(?:ument)?\b.*|Filed:?|Entered:?) ?\d.*")
"""the line that United States courts print on every page of a filed paper"""
_PAGE_OF = re.compile(r"(?:document\s+)?page \d{1,4} of \d{1,4}", re.IGNORECASE)
_NUMBERED_LINES = 8

Kind = Literal["running-head", "page-number", "other"]


@dataclass(frozen=True, slots=True)
class Dropped:
    """Words left out of the text: what they are, as they stood on the sheet `page`."""

    kind: Kind
    text: str
    page: int


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[tuple[list[Line], list[Dropped]]]:
    """For each page its lines of text, in order, and what was left out.

    A line is furniture if it is one of the first or last of its page and the same line, digits apart, is so on other
    pages; or if it stands at the height and in the size of such lines; or if it is a page number that counts on.
    """
    outer = [_outer(lines) for lines in pages]
    repeated = _repeated(outer)
    heights = _heights(outer, repeated)
    numbers = _page_numbers(outer)
    result = []
    for lines, edge in zip(pages, outer, strict=True):
        kept, dropped = [], []
        outer_ids = {id(line): place for line, place in edge}
        for line in lines:
            kind = _kind(line, outer_ids.get(id(line)), repeated, heights, numbers)
            if kind:
                dropped.append(Dropped(kind, line.text, line.page))
            else:
                kept.append(line)
        kept, line_numbers = _without_line_numbers(kept)
        result.append((kept, dropped + line_numbers))
    return result


_Place = Literal["top", "bottom"]
_Edge = Sequence[tuple[Line, _Place]]
_At = tuple[_Place, int, str]
"""top or bottom, height on the page in steps of 3 points, text"""


def _outer(lines: Sequence[Line]) -> list[tuple[Line, _Place]]:
    level = sorted((line for line in lines if line.upright), key=lambda line: line.box.y0)
    top = level[:_OUTER_LINES]
    bottom = level[max(len(top), len(level) - _OUTER_LINES) :]
    turned = [line for line in lines if not line.upright]
    return [*((line, "top") for line in top), *((line, "bottom") for line in bottom), *((t, "top") for t in turned)]


def _key(line: Line, place: _Place) -> _At:
    """Equal for lines that are the same but for the number of their own page in them."""
    return place, round(line.box.y0 / 3), _DIGITS.sub(lambda n: _relative(n[0], line.page), line.text.strip().lower())


def _relative(number: str, page: int) -> str:
    return f"#{int(number) - page}" if len(number) < 5 else number


def _exact(line: Line, place: _Place) -> _At:
    return place, round(line.box.y0 / 3), line.text.strip().lower()


def _repeated(outer: Sequence[_Edge]) -> frozenset[_At]:
    """The lines that are printed at the edge of several pages, at one height."""
    needed = 3 if len(outer) > 3 else 2
    counts: Counter[_At] = Counter()
    for edge in outer:
        seen: set[_At] = set()
        for line, place in edge:
            if not line.tokens[0].raised:
                seen |= {_key(line, place), _exact(line, place)}
        counts.update(seen)
    # A line at the border of two steps counts for both.
    near = {at: sum(counts[at[0], at[1] + step, at[2]] for step in (-1, 0, 1)) for at in counts}
    return frozenset(at for at, n in near.items() if n >= needed)


def _heights(outer: Sequence[_Edge], repeated: frozenset[_At]) -> frozenset[tuple[str, int, float]]:
    """Where, and in which size, furniture stands on at least a third of the pages."""
    found: Counter[tuple[str, int, float]] = Counter()
    for edge in outer:
        for line, place in edge:
            if line.upright and not repeated.isdisjoint((_key(line, place), _exact(line, place))):
                found[place, round(line.box.y0), round(line.size)] += 1
    needed = max(4, len(outer) / 3)
    usual = {at for at, n in found.items() if n >= needed}
    return frozenset((place, y + dy, size) for place, y, size in usual for dy in (-1, 0, 1))


def _page_numbers(outer: Sequence[_Edge]) -> frozenset[int]:
    """The ids of lines that hold a page number alone and count on from page to page.

    A document of one page has nothing to count; there the last line is taken if it is a number that stands apart.
    """
    found: dict[int, list[Line]] = {}
    for edge in outer:
        for line, _ in edge:
            value = _number(line.text)
            if value is not None:
                found.setdefault(value - line.page, []).append(line)
    counting = {id(line) for lines in found.values() if len({n.page for n in lines}) >= 2 for line in lines}
    if len(outer) == 1 and len(outer[0]) > 1:
        *_, above, last = sorted((line for line, _ in outer[0]), key=lambda line: line.box.y1)
        if _number(last.text) is not None and last.box.y0 - above.box.y1 > last.size:
            counting.add(id(last))
    return frozenset(counting)


def _number(text: str) -> int | None:
    match = _PAGE_NUMBER.fullmatch(text.strip())
    if not match:
        return None
    return int(match[1]) if match[1].isdigit() else _roman(match[1].lower())


def _roman(numeral: str) -> int | None:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[letter] for letter in numeral]
    total = sum(-v if any(v < later for later in values[i + 1 : i + 2]) else v for i, v in enumerate(values))
    return total if 0 < total < 400 else None


def _kind(
    line: Line,
    place: _Place | None,
    repeated: frozenset[_At],
    heights: frozenset[tuple[str, int, float]],
    numbers: frozenset[int],
) -> Kind | None:
    if place is None or any(t.bar for t in line.tokens):
        return None
    if id(line) in numbers or _PAGE_OF.fullmatch(line.text.strip()):
        return "page-number"
    if not repeated.isdisjoint((_key(line, place), _exact(line, place))) or _COURT_STAMP.fullmatch(line.text.strip()):
        return "page-number" if _number(line.text) is not None else "running-head"
    if line.upright and (place, round(line.box.y0), round(line.size)) in heights:
        return "page-number" if _number(line.text) is not None else "running-head"
    return None


def _without_line_numbers(lines: Sequence[Line]) -> tuple[list[Line], list[Dropped]]:
    """Takes away the numbers 1, 2, 3 … that pleadings and transcripts print before each line."""
    numbered = [
        (i, int(line.tokens[0].text))
        for i, line in enumerate(lines)
        if line.upright and line.tokens[0].text.isdecimal() and len(line.tokens[0].text) < 3
    ]
    run: list[int] = []
    for (i, value), (_, following) in pairwise(numbered):
        if following == value + 1:
            run.append(i)
    if len(run) < _NUMBERED_LINES or len(run) < 0.6 * len(numbered):
        return list(lines), []
    kept: list[Line] = []
    dropped: list[Dropped] = []
    numbered_lines = {i for i, _ in numbered}
    for i, line in enumerate(lines):
        if i not in numbered_lines:
            kept.append(line)
            continue
        first, rest = line.tokens[0], line.tokens[1:]
        if rest and rest[0].gap < 0.3 * first.size:
            kept.append(line)
            continue
        dropped.append(Dropped("other", first.text, line.page))
        if rest:
            rest = (replace(rest[0], glued=False, gap=0.0), *rest[1:])
            kept.append(replace(line, tokens=rest, box=replace(line.box, x0=min(t.box.x0 for t in rest))))
    return kept, dropped
