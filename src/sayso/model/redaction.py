"""Blacked-out passages of a text, and how much of it is blacked out."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model.document import Box, Mark, MarkKind, Text


@dataclass(frozen=True, slots=True)
class Region:
    """What is blacked out in one piece: bars, or typed marks, of one paragraph that touch, with no word between.

    `marks` are its redaction marks, in order, one a printed line; `box` holds them all (`None` in texts without pages).
    """

    marks: tuple[Mark, ...]
    page: int | None
    box: Box | None

    @property
    def recoverable(self) -> bool:
        """Whether words of it can still be read in the file."""
        return any(mark.recoverable for mark in self.marks)


def regions(text: Text) -> tuple[Region, ...]:
    """The text's blacked-out passages in its order. Two bars that no word parts but that do not touch (one at the end
    of a line, one at the start of the next) are two.
    """
    return tuple(_region(run) for run in _runs(text))


def redacted_share(text: Text) -> float | None:
    """The blacked-out part, 0 to 1, of the area that words and bars take; `None` for texts without pages."""
    if text.layout is None:
        return None
    black, seen = _areas(text)
    whole = sum(black.values()) + sum(seen.values())
    return sum(black.values()) / whole if whole else None


def redacted_shares(text: Text) -> dict[int, float]:
    """The same for each sheet (from 1) on which something is printed."""
    black, seen = _areas(text)
    pages = black.keys() | seen.keys()
    return {n: black[n] / (black[n] + seen[n]) for n in sorted(pages) if black[n] + seen[n]}


def _areas(text: Text) -> tuple[dict[int, float], dict[int, float]]:
    """For each sheet the area of its bars, and that of its words, in square points."""
    black: dict[int, float] = defaultdict(float)
    seen: dict[int, float] = defaultdict(float)
    spans = set(text.marked(MarkKind.REDACTION))
    for mark in text.marks:
        if mark.kind is MarkKind.REDACTION and mark.box and mark.page is not None:
            black[mark.page] += _area(mark.box)
    for word in text.layout.words if text.layout else ():
        if word.span not in spans:
            seen[word.page] += _area(word.box)
    return black, seen


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.y1 - box.y0)


def _runs(text: Text) -> Iterator[list[Mark]]:
    run: list[Mark] = []
    for mark in sorted((m for m in text.marks if m.kind is MarkKind.REDACTION), key=lambda m: m.span):
        if run and not _goes_on(text.characters, run, mark):
            yield run
            run = []
        run.append(mark)
    if run:
        yield run


def _goes_on(characters: str, run: Sequence[Mark], mark: Mark) -> bool:
    last = run[-1]
    between = characters[last.span.end : mark.span.start]
    if "\n\n" in between or any(letter.isalnum() for letter in between) or _is_typed(last) is not _is_typed(mark):
        return False
    return last.page == mark.page and last.box is not None and mark.box is not None and _touch(last.box, mark.box)


def _is_typed(mark: Mark) -> bool:
    return mark.note.startswith("typed")


def _touch(a: Box, b: Box) -> bool:
    """Whether two bars stand side by side on a line, or one over the other on lines that follow each other."""
    height = min(a.y1 - a.y0, b.y1 - b.y0)
    below, beside = max(a.y0, b.y0) - min(a.y1, b.y1), max(a.x0, b.x0) - min(a.x1, b.x1)
    if below < -0.5 * height:
        return beside < 2 * height
    return below < 0.5 * max(a.y1 - a.y0, b.y1 - b.y0) and beside < 0


def _region(run: Sequence[Mark]) -> Region:
    box = run[0].box
    for mark in run[1:]:
        box = box.union(mark.box) if box and mark.box else box
    return Region(tuple(run), run[0].page, box)
