"""Areas that are crossed out by slanted strokes: somebody meant to hide what stands there."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.document import Box

_NEAR = 2.0
"""points between strokes of one hatching, at most"""
_STROKES = 3
"""a hatching has at least so many strokes of either slant"""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A slanted line, by its box; `rising` if it goes up to the right."""

    box: Box
    rising: bool


def hatched(strokes: Sequence[Stroke]) -> list[Box]:
    """The areas where strokes of both slants cross each other, several times."""
    groups: list[list[Stroke]] = []
    hulls: list[Box] = []
    for stroke in sorted(strokes, key=lambda s: (s.box.x0, s.box.y0)):
        touched = [i for i, hull in enumerate(hulls) if _near(hull, stroke.box)]
        joined = [stroke]
        hull = stroke.box
        for i in reversed(touched):
            joined = groups.pop(i) + joined
            hull = hull.union(hulls.pop(i))
        groups.append(joined)
        hulls.append(hull)
    return [
        hull
        for group, hull in zip(groups, hulls, strict=True)
        if min(sum(s.rising for s in group), sum(not s.rising for s in group)) >= _STROKES
    ]


def _near(a: Box, b: Box) -> bool:
    return a.x0 - _NEAR <= b.x1 and b.x0 - _NEAR <= a.x1 and a.y0 - _NEAR <= b.y1 and b.y0 - _NEAR <= a.y1
