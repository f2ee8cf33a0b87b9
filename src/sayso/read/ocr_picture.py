"""What is asked of the picture of a page before its words are recognized: is it askew, and where are black bars?

Skew is found by projection profiles (Postl 1986): the rows of an upright page change most sharply between lines and the
white between them.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from sayso.model.document import Box
from sayso.read.ocr_engine import Grey

_INK = 128
_COARSE = np.arange(-10.0, 10.5, 0.5)
_FINE = np.arange(-0.45, 0.5, 0.05)
_SMALL = 900
"""pixels of the longer side on which skew is looked for"""
_LEAST_TURN = 0.2
"""degrees: less is left as it is, since every turning blurs"""
_GRAIN = 2.0
"""the usual difference (of 255) of a pixel from its neighbours from which on a picture is noisy"""
_BLACK_CELL = 0.85
_BAR_HEIGHT = 6
_BAR_WIDTH = 10
"""points: smaller black is letters, rules, boxes to tick"""


class Looks:
    """A picture of a page whose pixels are asked for by boxes in points; `scale` is pixels a point."""

    def __init__(self, picture: Grey, scale: float) -> None:
        self._picture = picture
        self._scale = scale

    def lightness(self, box: Box) -> float:
        """The share of pixels in `box` that are not dark, 0 to 1; 1 if the box holds none."""
        part = self._part(box)
        return float((part >= _INK).mean()) if part.size else 1.0

    def even(self, box: Box) -> int | None:
        """The grey (0 to 255) of a box that holds one tone alone; `None` if something can be seen in it."""
        part = self._part(box)
        return int(part.flat[0]) if part.size and int(part.max()) - int(part.min()) < 24 else None

    def _part(self, box: Box) -> Grey:
        x0, y0 = (max(0, math.ceil(v * self._scale)) for v in (box.x0, box.y0))
        x1, y1 = (max(0, math.floor(v * self._scale)) for v in (box.x1, box.y1))
        return self._picture[y0:y1, x0:x1]


@dataclass(frozen=True, slots=True)
class Turned:
    """How a picture was made upright: turned by `quarters` times 90° and then by `angle` degrees, both against the
    clock. Sizes are those of the picture as it was, in points.
    """

    width: float
    height: float
    quarters: int
    angle: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the upright page, in points."""
        return (self.height, self.width) if self.quarters % 2 else (self.width, self.height)

    def back(self, box: Box) -> Box:
        """The smallest box on the page as it was around a box of the upright page."""
        if not self.quarters and not self.angle:
            return box
        corners = [self._point(x, y) for x in (box.x0, box.x1) for y in (box.y0, box.y1)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return Box(
            min(max(0.0, min(xs)), self.width),
            min(max(0.0, min(ys)), self.height),
            max(0.0, min(self.width, max(xs))),
            max(0.0, min(self.height, max(ys))),
        )

    def _point(self, x: float, y: float) -> tuple[float, float]:
        width, height = self.size
        turn = math.radians(self.angle)
        dx, dy = x - width / 2, y - height / 2
        x = width / 2 + dx * math.cos(turn) - dy * math.sin(turn)
        y = height / 2 + dx * math.sin(turn) + dy * math.cos(turn)
        match self.quarters % 4:
            case 1:
                return self.width - y, x
            case 2:
                return self.width - x, self.height - y
            case 3:
                return y, self.height - x
        return x, y


def turned(picture: Grey, quarters: int, angle: float) -> Grey:
    """The picture turned by `quarters` times 90° and then by `angle` degrees, against the clock; corners are white."""
    straight = np.rot90(picture, quarters % 4)
    if not angle:
        return np.ascontiguousarray(straight)
    image = Image.fromarray(np.ascontiguousarray(straight))
    return np.asarray(image.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255), dtype=np.uint8)


def skew(picture: Grey) -> tuple[float, bool]:
    """The angle, in degrees against the clock, by which the picture has to be turned for its lines to be level; and
    whether the lines seem to run upwards or downwards, so that a quarter turn is needed as well.
    """
    ink = _small(picture)
    level, level_score = _best_angle(ink)
    upright, upright_score = _best_angle(np.rot90(ink))
    sideways = upright_score > 1.3 * level_score
    angle = upright if sideways else level
    return (angle if abs(angle) >= _LEAST_TURN else 0.0), sideways


def bars(picture: Grey, scale: float) -> list[Box]:
    """Black bars in an upright picture as boxes in points; `scale` is pixels a point. What is dark but shows something
    (a photograph) is none.
    """
    cell = max(1, round(scale))
    rows, columns = picture.shape[0] // cell, picture.shape[1] // cell
    if rows < _BAR_HEIGHT or columns < _BAR_WIDTH:
        return []
    ink = picture[: rows * cell, : columns * cell] < _INK
    black = ink.reshape(rows, cell, columns, cell).mean(axis=(1, 3)) >= _BLACK_CELL
    solid = _grown(_shrunk(black, _BAR_HEIGHT, _BAR_WIDTH), _BAR_HEIGHT, _BAR_WIDTH)
    points = cell / scale
    return [Box(x0 * points, y0 * points, x1 * points, y1 * points) for x0, y0, x1, y1 in _rectangles(solid)]


def without(picture: Grey, boxes: list[Box], scale: float) -> Grey:
    """The picture with the boxes (in points), and a little around them, made white: they are not letters."""
    cleared = picture.copy()
    for box in boxes:
        x0, y0 = (max(0, math.floor((v - 1) * scale)) for v in (box.x0, box.y0))
        x1, y1 = (math.ceil((v + 1) * scale) for v in (box.x1, box.y1))
        cleared[y0:y1, x0:x1] = 255
    return cleared


def quiet(picture: Grey) -> Grey:
    """The picture without noise: where the paper is grainy, each pixel is made the median of it and its neighbours."""
    smoothed = np.asarray(Image.fromarray(np.ascontiguousarray(picture)).filter(ImageFilter.MedianFilter(3)))
    grain = np.abs(picture[::4, ::4].astype(np.int16) - smoothed[::4, ::4])
    return np.asarray(smoothed, dtype=np.uint8) if float(np.median(grain)) >= _GRAIN else picture


def _small(picture: Grey) -> NDArray[np.float32]:
    """The ink of a picture made small: 0 is paper, 1 black."""
    longer = max(picture.shape)
    image = Image.fromarray(np.ascontiguousarray(picture))
    if longer > _SMALL:
        factor = _SMALL / longer
        size = max(1, round(picture.shape[1] * factor)), max(1, round(picture.shape[0] * factor))
        image = image.resize(size, Image.Resampling.BOX)
    ink = 1.0 - np.asarray(image, dtype=np.float32) / 255.0
    # Specks and a grey ground are noise; what is darker than the ground by far is ink.
    ink -= float(np.median(ink))
    clipped: NDArray[np.float32] = np.clip(ink - 0.1, 0.0, 1.0).astype(np.float32)
    return clipped


def _best_angle(ink: NDArray[np.float32]) -> tuple[float, float]:
    """The angle at which rows change most sharply, and how sharply."""
    ys, xs = np.nonzero(ink > 0.15)
    if len(xs) < 50:
        return 0.0, 0.0
    weights = ink[ys, xs]
    if len(xs) > 60_000:
        chosen = np.linspace(0, len(xs) - 1, 60_000).astype(np.intp)
        ys, xs, weights = ys[chosen], xs[chosen], weights[chosen]
    middle = ink.shape[1] / 2

    def sharpness(angle: float) -> float:
        # A turn by a small angle moves each point up or down by its distance from the middle.
        slope = math.tan(math.radians(angle))
        rows = np.round(ys - (xs - middle) * slope).astype(np.intp)
        profile = np.bincount(rows - rows.min(), weights=weights)
        return float(np.square(np.diff(profile)).sum())

    coarse = max(_COARSE, key=lambda a: sharpness(float(a)))
    best = max((coarse + f for f in _FINE), key=lambda a: sharpness(float(a)))
    return float(best), sharpness(float(best))


def _shrunk(mask: NDArray[np.bool_], height: int, width: int) -> NDArray[np.bool_]:
    """Where a window of `height` by `width` cells, from its upper left corner on, is black all over."""
    total = np.zeros((mask.shape[0] + 1, mask.shape[1] + 1), dtype=np.int64)
    total[1:, 1:] = mask.cumsum(axis=0).cumsum(axis=1)
    window = total[height:, width:] - total[:-height, width:] - total[height:, :-width] + total[:-height, :-width]
    # A speck of dust or a light letter's edge in a bar does not part it.
    return np.asarray(window >= 0.97 * height * width)


def _grown(mask: NDArray[np.bool_], height: int, width: int) -> NDArray[np.bool_]:
    """All cells of the windows that are black."""
    marks = np.zeros((mask.shape[0] + height, mask.shape[1] + width), dtype=np.int64)
    rows, columns = mask.shape
    marks[:rows, :columns] += mask
    marks[height : height + rows, :columns] -= mask
    marks[:rows, width : width + columns] -= mask
    marks[height : height + rows, width : width + columns] += mask
    return np.asarray(marks.cumsum(axis=0).cumsum(axis=1) > 0)


def _rectangles(mask: NDArray[np.bool_]) -> Iterator[tuple[int, int, int, int]]:
    """Black areas cut into rectangles: rows of nearly the same left and right end belong together."""
    open_runs: list[list[int]] = []  # x0, y0, x1, y1
    for y in range(mask.shape[0] + 1):
        runs = _row_runs(mask[y]) if y < mask.shape[0] else []
        going_on: list[list[int]] = []
        for x0, x1 in runs:
            same = next((r for r in open_runs if abs(r[0] - x0) <= 3 and abs(r[2] - x1) <= 3), None)
            if same:
                open_runs.remove(same)
                same[0], same[2], same[3] = min(same[0], x0), max(same[2], x1), y + 1
                going_on.append(same)
            else:
                going_on.append([x0, y, x1, y + 1])
        for ended in open_runs:
            if ended[3] - ended[1] >= _BAR_HEIGHT - 1:
                yield ended[0], ended[1], ended[2], ended[3]
        open_runs = going_on


def _row_runs(row: NDArray[np.bool_]) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], row.astype(np.int8), [0]))))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
