"""Times of day in words: "2:40 a.m.", "12:30 in the afternoon", "19:43"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_CLOCK = re.compile(
    r"(?<![\w:.$€£-])(\d{1,2})[:.](\d\d)(?![\d:%])(?:\s*(?P<half>[ap])\.?\s?m\b\.?)?"
    r"(?P<part>[^.;\n]{0,12}\b(?:morning|afternoon|evening|night)\b)?"
    r"|(?<![\w:.$€£-])(\d{1,2})\s*(?P<only>[ap])\.?\s?m\b\.?",
    re.IGNORECASE,
)
_MINUTES = 12 * 60


@dataclass(frozen=True, slots=True)
class Clock:
    """Minutes after midnight, or after noon or midnight where the words don't tell which (`half` is false)."""

    minutes: int
    half: bool
    words: str

    def agrees(self, other: "Clock") -> bool:
        """Whether both can be one time of day."""
        if self.half and other.half:
            return self.minutes == other.minutes
        return self.minutes % _MINUTES == other.minutes % _MINUTES


def clocks(words: str) -> Iterator[Clock]:
    """The times of day in a text, in order; "2.40" is one only with a.m., p.m. or a part of the day."""
    for match in _CLOCK.finditer(words):
        hour, minute = int(match[1] or match[5]), int(match[2] or 0)
        half = (match["half"] or match["only"] or "").lower()
        part = (match["part"] or "").rsplit(" ", 1)[-1].lower()
        told = bool(half or part)
        if hour > 23 or minute > 59 or (match[1] and match[0][len(match[1])] == "." and not told):
            continue
        later = half == "p" or (part in ("afternoon", "evening") or (part == "night" and 5 <= hour < 12))
        if hour <= 12 and told:
            hour = hour % 12 + (12 if later else 0)
        yield Clock(hour * 60 + minute, told or hour > 12, " ".join(match[0].split()))


def agree(a: Iterable[Clock], b: Iterable[Clock]) -> bool | None:
    """Whether two texts give a time in common; `None` where one gives none."""
    ours, theirs = list(a), list(b)
    if not ours or not theirs:
        return None
    return any(x.agrees(y) for x in ours for y in theirs)
