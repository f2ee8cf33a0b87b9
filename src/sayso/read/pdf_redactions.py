"""Which dark shapes of a page black words out, and whether the words can still be read under them.

A bar is a dark rectangle about as high as a line of text, or a larger block between the page's edges. The pieces of
one bar on one line are joined. A dark ground with words to be seen on it (a letterhead, a table's head) is no bar,
unless those words are a redaction's label. Hiding is judged by the page as it looks: words under a bar are hidden if
every pixel at their place is dark. The idea of comparing words, boxes and pixels is that of Free Law Project's x-ray.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from statistics import median
from typing import Protocol

from sayso.model.document import Box, Page
from sayso.read.pdf_sheet import Cover, Shape, Sheet, Word

_LABEL = re.compile(
    r"(?:(?:harm to )?ongoing matters?|HOM|(?:investigative|investigation) techniques?|IT|personal privacy|PP|GJ"
    r"|grand jury|redacted|sealed|(?:filed )?under seal|(?:attorney[- ]client )?privileged?|confidential|non-responsive"
    r"|(?:exemption |ex\. ?)?\(?b\)? ?\(\d\)(?: ?\([A-F]\))?|[\s,;/:&.()-]|and)+",
    re.IGNORECASE,
)
_USUAL_SIZE = 11.0
_MAX_BARS = 3_000
_PAPER = 235
"""a tone (0 to 255) from which on it counts as white"""


@dataclass(frozen=True, slots=True)
class Bar:
    """Words blacked out on one line, or a block of lines: where, and what is printed on the bar, if anything.

    `words` are those that can still be read in the file, empty if they are gone; `how` says what lies over them.
    """

    box: Box
    label: str = ""
    words: str = ""
    how: str = ""


@dataclass(frozen=True, slots=True)
class Hidden:
    """What is blacked out on a page, and the words that are left: neither under bars nor printed on them.

    `unseen` dark shapes beyond the number we look at (a drawing, more likely than redactions) were not looked at.
    """

    bars: tuple[Bar, ...]
    words: tuple[Word, ...]
    unseen: int = 0


class Seen(Protocol):
    """A page as it looks, asked by boxes in points."""

    def lightness(self, box: Box) -> float:
        """The share of pixels in `box` that are not dark, 0 to 1; 1 if the box holds none."""

    def even(self, box: Box) -> int | None:
        """The grey (0 to 255) of a box that holds one tone alone; `None` if something can be seen in it."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Characters of a word (by index; `start` to `end`, half-open) that something lies over: `how`, and whose box."""

    word: int
    start: int
    end: int
    box: Box
    how: str
    over: Box


def hidden(sheet: Sheet, picture: Seen) -> Hidden:
    """The bars of a page, with the words that can still be read under them."""
    if not (sheet.dark or sheet.images or sheet.hatched or sheet.to_redact):
        return Hidden((), sheet.words)
    size = median([w.size for w in sheet.words]) if sheet.words else _USUAL_SIZE
    found = _Search(sheet, picture, size)
    shapes = [*sheet.dark, *(s for s in sheet.images if s.box.y1 - s.box.y0 < sheet.page.height / 3)]
    joined = _joined((s for s in shapes if _could_be(s.box, size)), found.lines, size)
    for shape in joined[:_MAX_BARS]:
        if _is_bar(shape.box, size, sheet.page):
            found.look(shape)
    for shape in sheet.hatched:
        if any(_share(shape.box, bar.box) > 0.05 for bar in sheet.dark):
            continue  # drawn on bars, and often cut off at their edges
        found.look_through(shape.box, _told(Cover.HATCH), even_if_empty=_is_bar)
    for box in sheet.to_redact:
        found.look_through(box, "marked for redaction, never applied")
    return found.hidden(max(0, len(joined) - _MAX_BARS))


class _Search:
    """Sorts the shapes of one page into bars, bars with words under them, and what is no redaction."""

    def __init__(self, sheet: Sheet, picture: Seen, size: float) -> None:
        self.lines = _Rows(sheet.words)
        self._sheet = sheet
        self._picture = picture
        self._size = size
        self._bars: list[Bar] = []
        self._parts: list[_Part] = []
        self._labels: set[int] = set()
        self._shown_later = [*sheet.light, *sheet.images]

    def look(self, shape: Shape) -> None:
        """Judge a dark shape or an image by how the page looks at its place."""
        words, box = self._sheet.words, shape.box
        image = shape.cover is Cover.IMAGE
        under = _under(shape, self.lines, words)
        doubtful = image or any(s.order > shape.order and _share(box, s.box) > 0.05 for s in self._shown_later)
        if not under and (shape.coloured or (doubtful and self._shows(shape))):
            return
        unseen = [part for part in under if self._is_dark(part.box) or (image and self._is_even(part.box))]
        if image:  # text recognition lays words without ink over what a scan shows
            unseen = [part for part in unseen if not words[part.word].unseen]
        seen = [part for part in under if part not in unseen]
        label = " ".join(words[part.word].text for part in seen or under)
        if any(letter.isalpha() for letter in label) and _LABEL.fullmatch(label):
            self._labels.update(part.word for part in under)
            self._bars.append(Bar(box, label))
        elif _tells(seen, words, box):
            return
        elif _tells(unseen, words, box):
            crossed = any(_share(box, hatch.box) > 0.5 for hatch in self._sheet.hatched)
            how = _told(Cover.HATCH if crossed else shape.cover)
            self._parts.extend(replace(part, how=how) for part in unseen)
        elif not shape.coloured and not (image and self._shows(shape)):
            self._bars.append(Bar(box))

    def look_through(self, box: Box, how: str, even_if_empty: Callable[[Box, float, Page], bool] | None = None) -> None:
        """Words under what one can see through, but which is meant to hide them; a bar where there are none."""
        under = _under(Shape(box, 0), self.lines, self._sheet.words)
        if _tells(under, self._sheet.words, box):
            self._parts.extend(replace(part, how=how) for part in under)
        elif not under and even_if_empty and even_if_empty(box, self._size, self._sheet.page):
            self._bars.append(Bar(box))

    def hidden(self, beyond: int) -> Hidden:
        """All that was found; `beyond` shapes were not looked at."""
        words = self._sheet.words
        parts = sorted(_distinct(self._parts), key=lambda p: (p.word, p.start))
        runs: list[list[_Part]] = []
        for part in parts:
            if runs and _follow(runs[-1][-1], part, words):
                runs[-1].append(part)
            else:
                runs.append([part])
        bars = [*self._bars, *(_bar_over(run, words, self._size) for run in runs)]
        return Hidden(tuple(bars), tuple(_left(words, parts, self._labels)), beyond)

    def _shows(self, shape: Shape) -> bool:
        """Whether something can be seen on a shape; a picture of many lines may be a dark photograph."""
        tall = shape.cover is Cover.IMAGE and shape.box.y1 - shape.box.y0 > 2.2 * self._size
        return self._picture.lightness(shape.box) > (0.0 if tall else 0.1)

    def _is_dark(self, box: Box) -> bool:
        return self._picture.lightness(_inner(box)) == 0

    def _is_even(self, box: Box) -> bool:
        tone = self._picture.even(_inner(box))
        return tone is not None and tone < _PAPER


def _follow(a: _Part, b: _Part, words: Sequence[Word]) -> bool:
    """Whether hidden characters go on with others of the same line."""
    first, second = words[a.word], words[b.word]
    if a.word == b.word:
        return a.end == b.start
    whole = a.end == len(first.text) and b.start == 0 and b.word == a.word + 1
    level = _level(a.box, b.box) > 0.5 and -a.box.y1 + a.box.y0 < b.box.x0 - a.box.x1 < 2.5 * first.size
    return whole and level and first.upright and second.upright


def _bar_over(run: Sequence[_Part], words: Sequence[Word], size: float) -> Bar:
    box, over, said = run[0].box, run[0].over, ""
    for part in run:
        box = box.union(part.box)
        over = over.union(part.over)
        apart = "" if not said or part.start or words[part.word].glued else " "
        said += apart + words[part.word].text[part.start : part.end]
    how = max(run, key=lambda part: part.end - part.start).how
    return Bar(over if over.y1 - over.y0 < 2.2 * size else box, words=said, how=how)


def _left(words: Sequence[Word], parts: Sequence[_Part], labels: Set[int]) -> Iterator[Word]:
    """The words that stay: what is left of one that is hidden in part is glued to the bar."""
    taken: dict[int, list[_Part]] = {}
    for part in parts:
        taken.setdefault(part.word, []).append(part)
    for i, word in enumerate(words):
        if i in labels:
            continue
        if i not in taken:
            yield word
            continue
        at = 0
        for start, end in [*((p.start, p.end) for p in taken[i]), (len(word.text), len(word.text))]:
            if start > at and word.upright:
                box = Box(word.edges[at], word.box.y0, word.edges[start], word.box.y1)
                edges = word.edges[at : start + 1]
                yield replace(word, text=word.text[at:start], box=box, edges=edges, glued=word.glued or at > 0)
            at = max(at, end)


def _could_be(box: Box, size: float) -> bool:
    return box.y1 - box.y0 >= 0.5 * size and box.x1 - box.x0 >= 0.04 * size


def _is_bar(box: Box, size: float, page: Page) -> bool:
    """Whether a joined box looks like words blacked out, not like a tick box, a rule, a column of a chart or a band."""
    width, height = box.x1 - box.x0, box.y1 - box.y0
    if width < 0.5 * size or (width < 1.3 * height and height < 0.9 * size):
        return False
    if height > 2.2 * size and width < 1.5 * height and width < 8 * size:
        return False
    edge = 2.0
    return not (box.x0 < edge or box.y0 < edge or box.x1 > page.width - edge or box.y1 > page.height - edge)


class _Rows:
    """Finds the words near a height on the page."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._rows: dict[int, list[int]] = {}
        for i, word in enumerate(words):
            for row in range(int(word.box.y0 // 20), int(word.box.y1 // 20) + 1):
                self._rows.setdefault(row, []).append(i)
        self.words = words

    def near(self, top: float, bottom: float) -> set[int]:
        return {i for row in range(int(top // 20), int(bottom // 20) + 1) for i in self._rows.get(row, ())}


def _joined(shapes: Iterable[Shape], lines: _Rows, size: float) -> list[Shape]:
    """The pieces that stand side by side with no word between made one; `order` is that of the last piece drawn."""
    rows: list[list[Shape]] = []
    for shape in sorted(shapes, key=lambda s: (s.box.y0 + s.box.y1, s.box.x0)):
        row = next((r for r in reversed(rows[-8:]) if _level(r[0].box, shape.box) > 0.7), None)
        if row is None:
            rows.append([shape])
        else:
            row.append(shape)
    joined: list[Shape] = []
    for row in rows:
        row.sort(key=lambda s: s.box.x0)
        run = [row[0]]
        right = row[0].box.x1
        for shape in row[1:]:
            gap = Box(right, max(run[0].box.y0, shape.box.y0), shape.box.x0, min(run[0].box.y1, shape.box.y1))
            if gap.x1 - gap.x0 > 2.5 * size or _word_between(gap, lines):
                joined.extend(_one(run))
                run = []
            run.append(shape)
            right = max(run[0].box.x1 if len(run) == 1 else right, shape.box.x1)
        joined.extend(_one(run))
    return joined


def _one(run: Sequence[Shape]) -> list[Shape]:
    """One shape of a run of pieces from left to right; none if most of its width is paper (the sides of a tick box)."""
    box, order, filled, right = run[0].box, 0, 0.0, 0.0
    for shape in run:
        filled += max(0.0, shape.box.x1 - max(shape.box.x0, right))
        right = max(right, shape.box.x1)
        box, order = box.union(shape.box), max(order, shape.order)
    if filled <= 0.4 * (box.x1 - box.x0):
        return []
    covers = {shape.cover for shape in run}
    cover = covers.pop() if len(covers) == 1 else Cover.BAR
    return [Shape(box, order, cover, all(shape.coloured for shape in run))]


def _level(a: Box, b: Box) -> float:
    """How far two boxes stand at the same height: the shared part of the higher one."""
    shared = min(a.y1, b.y1) - max(a.y0, b.y0)
    return shared / max(a.y1 - a.y0, b.y1 - b.y0)


def _word_between(gap: Box, lines: _Rows) -> bool:
    if gap.x1 <= gap.x0:
        return False
    for i in lines.near(gap.y0, gap.y1):
        box = lines.words[i].box
        if gap.x0 - 1 <= (box.x0 + box.x1) / 2 <= gap.x1 + 1 and min(box.y1, gap.y1) - max(box.y0, gap.y0) > 1:
            return True
    return False


def _under(shape: Shape, lines: _Rows, words: Sequence[Word]) -> list[_Part]:
    """The characters whose middle lies in the shape's box, one part a word."""
    parts, box = [], shape.box
    for i in sorted(lines.near(box.y0, box.y1)):
        word = words[i]
        height = word.box.y1 - word.box.y0
        if min(box.y1, word.box.y1) - max(box.y0, word.box.y0) < 0.6 * height:
            continue
        if word.upright:
            inside = [k for k in range(len(word.text)) if box.x0 < (word.edges[k] + word.edges[k + 1]) / 2 < box.x1]
        else:
            inside = list(range(len(word.text))) if _share(word.box, box) > 0.8 else []
        if inside:
            start, end = inside[0], inside[-1] + 1
            place = Box(word.edges[start], word.box.y0, word.edges[end], word.box.y1) if word.upright else word.box
            over = Box(max(box.x0, place.x0), box.y0, min(box.x1, place.x1), box.y1)
            parts.append(_Part(i, start, end, place, _told(shape.cover), over))
    return parts


def _told(cover: Cover) -> str:
    return f"{cover}; the text lies under it"


def _tells(parts: Sequence[_Part], words: Sequence[Word], bar: Box) -> bool:
    """Whether the hidden characters are words, not a full stop that a neighbouring bar touches."""
    letters = sum(letter.isalnum() for p in parts for letter in words[p.word].text[p.start : p.end])
    width = sum(p.box.x1 - p.box.x0 for p in parts)
    return letters >= 3 or (letters > 0 and width > 0.3 * (bar.x1 - bar.x0))


def _inner(box: Box) -> Box:
    """The middle of a character's box, where its ink is."""
    width, height = box.x1 - box.x0, box.y1 - box.y0
    return Box(box.x0 + 0.1 * width, box.y0 + 0.25 * height, box.x1 - 0.1 * width, box.y1 - 0.25 * height)


def _share(a: Box, b: Box) -> float:
    """The part of `a` that `b` covers."""
    width, height = min(a.x1, b.x1) - max(a.x0, b.x0), min(a.y1, b.y1) - max(a.y0, b.y0)
    area = (a.x1 - a.x0) * (a.y1 - a.y0)
    return max(0.0, width) * max(0.0, height) / area if area > 0 else 0.0


def _distinct(parts: Iterable[_Part]) -> Iterator[_Part]:
    """Each hidden character once, where bars overlap."""
    seen: set[tuple[int, int]] = set()
    for part in parts:
        fresh = [k for k in range(part.start, part.end) if (part.word, k) not in seen]
        seen.update((part.word, k) for k in fresh)
        if fresh:
            yield replace(part, start=fresh[0], end=fresh[-1] + 1)
