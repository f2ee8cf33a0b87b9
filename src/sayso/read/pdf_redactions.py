"""Which dark shapes of a page black words out, and whether the words can still be read under them.

A bar is a dark rectangle about as high as a line of text, or a larger block between the page's edges. The pieces of
one bar on one line are joined. A dark ground with words to be seen on it (a letterhead, a table's head) is no bar,
unless those words are a redaction's label. Hiding is judged by the page as it looks: words under a bar are hidden if
every pixel at their place is dark. The idea of comparing words, boxes and pixels is that of Free Law Project's x-ray.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from sayso.model.document import Box, Page
from sayso.read.pdf_page import Picture, Shape, Sheet, Word

_LABEL = re.compile(
    r"(?:(?:harm to )?ongoing matters?|HOM|(?:investigative|investigation) techniques?|IT|personal privacy|PP|GJ"
    r"|grand jury|redacted|sealed|(?:filed )?under seal|(?:attorney[- ]client )?privileged?|confidential|non-responsive"
    r"|(?:exemption |ex\. ?)?\(?b\)? ?\(\d\)(?: ?\([A-F]\))?|[\s,;/:&.()-]|and)+",
    re.IGNORECASE,
)
_USUAL_SIZE = 11.0
_MAX_BARS = 3_000


@dataclass(frozen=True, slots=True)
class Bar:
    """Words blacked out on one line, or a block of lines: where, and what is printed on the bar, if anything."""

    box: Box
    label: str = ""


@dataclass(frozen=True, slots=True)
class Covered:
    """Characters of a word (`start` to `end`, half-open) that are hidden but there."""

    word: int
    start: int
    end: int
    box: Box
    note: str


@dataclass(frozen=True, slots=True)
class Hidden:
    """What is blacked out on a page. `labels` are the words (by index) that are printed on bars.

    `unseen` dark shapes beyond the number we look at (a drawing, more likely than redactions) were not looked at.
    """

    bars: tuple[Bar, ...] = ()
    covered: tuple[Covered, ...] = ()
    labels: frozenset[int] = frozenset()
    unseen: int = 0


def hidden(sheet: Sheet, picture: Picture) -> Hidden:
    """The bars of a page that no text lies under, and the characters that lie under the others."""
    size = median([w.size for w in sheet.words]) if sheet.words else _USUAL_SIZE
    lines = _Rows(sheet.words)
    bars: list[Bar] = []
    covered: list[Covered] = []
    labels: set[int] = set()
    dark = [s for s in sheet.dark if _could_be(s.box, size)]
    images = [s for s in sheet.images if _could_be(s.box, size) and s.box.y1 - s.box.y0 < sheet.page.height / 3]
    shown_later = [*sheet.light, *sheet.images]
    joined = _joined([*dark, *images], lines, size)
    for shape in joined[:_MAX_BARS]:
        box, order = shape.box, shape.order
        if not _is_bar(box, size, sheet.page):
            continue
        under = _under(box, lines, sheet.words)
        doubtful = any(i.box == box for i in images) or any(
            s.order > order and _share(box, s.box) > 0.05 for s in shown_later
        )
        if not under and doubtful and picture.lightness(box) > 0.1:
            continue
        unseen = [part for part in under if picture.lightness(_inner(part.box)) == 0]
        seen = [part for part in under if part not in unseen]
        label = " ".join(sheet.words[part.word].text for part in seen or under)
        if any(letter.isalpha() for letter in label) and _LABEL.fullmatch(label):
            labels.update(part.word for part in under)
            bars.append(Bar(box, label))
        elif _tells(seen, sheet.words, box):
            continue
        elif _tells(unseen, sheet.words, box):
            covered.extend(unseen)
        else:
            bars.append(Bar(box))
    for box in sheet.to_redact:
        covered.extend(
            Covered(p.word, p.start, p.end, p.box, "marked for redaction, never applied")
            for p in _under(box, lines, sheet.words)
        )
    return Hidden(tuple(bars), tuple(_distinct(covered)), frozenset(labels), max(0, len(joined) - _MAX_BARS))


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
    return [Shape(box, order)] if filled > 0.4 * (box.x1 - box.x0) else []


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


def _under(box: Box, lines: _Rows, words: Sequence[Word]) -> list[Covered]:
    """The characters whose middle lies in the box, one part a word."""
    parts = []
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
            parts.append(Covered(i, start, end, place, "drawn bar; the text lies under it"))
    return parts


def _tells(parts: Sequence[Covered], words: Sequence[Word], bar: Box) -> bool:
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


def _distinct(parts: Iterable[Covered]) -> Iterable[Covered]:
    """Each hidden character once, where bars overlap."""
    seen: set[tuple[int, int]] = set()
    for part in parts:
        fresh = [k for k in range(part.start, part.end) if (part.word, k) not in seen]
        seen.update((part.word, k) for k in fresh)
        if fresh:
            yield Covered(part.word, fresh[0], fresh[-1] + 1, part.box, part.note)
