"""What the dates of a whole text tell about each other: which years it is about, and which day it names in full."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.find.dates.expressions import Anchor, Calendar, Distance, Expression, Found, Stretch, Told, Unit, Weekday
from sayso.model.when import When

_LEAST_DAYS = 10
_RECENT = 180
"""days before publication"""
_MOST_RECENT = 0.15
_JUST_NOW = 60
"""days around publication"""


@dataclass(frozen=True, slots=True)
class History:
    """Where (code points) a text names days with their years, and which, by month and day.

    `looks_back`: it is about earlier years than its own, or its own are not known, so that "this week" in it may be
    another's, and a month is rather one of the years it tells of.
    """

    published: When | None
    named: Mapping[tuple[int, int], Sequence[tuple[int, int]]]
    looks_back: bool

    @staticmethod
    def of(found: Iterable[Found], published: When | None) -> "History":
        """Read it from what was found in the text."""
        named: dict[tuple[int, int], list[tuple[int, int]]] = {}
        days = []
        for each in found:
            match each.expression:
                case Calendar(year=int(year), month=int(month), day=int(day)):
                    named.setdefault((month, day), []).append((each.span.start, year))
                    days.append((year, month, day))
                case _:
                    pass
        if published is None or published.earliest is None:
            return History(published, named, looks_back=True)
        since = date.fromordinal(max(1, published.earliest.toordinal() - _RECENT))
        recent = sum(day >= (since.year, since.month, since.day) for day in days)
        return History(published, named, len(days) >= _LEAST_DAYS and recent <= _MOST_RECENT * len(days))

    def year_of(self, expression: Calendar, start: int) -> int | None:
        """The year in which the text names this day: the only one, unless the day also was or will be around
        publication; in a text that looks back the last one before `start`.
        """
        if expression.month is None or expression.day is None or expression.lean is not None:
            return None
        there = self.named.get((expression.month, expression.day), ())
        years = {year for _, year in there}
        before = [year for at, year in there if at < start]
        if self.looks_back and before:
            return before[-1]
        if len(years) != 1 or self._is_near(expression.month, expression.day):
            return None
        return next(iter(years))

    def _is_near(self, month: int, day: int) -> bool:
        when = self.published
        if self.looks_back or when is None or when.earliest is None or when.latest is None:
            return False
        for year in (when.earliest.year - 1, when.earliest.year, when.earliest.year + 1):
            try:
                at = date(year, month, day)
            except ValueError:
                continue
            if (when.earliest - at).days <= _JUST_NOW and (at - when.latest).days <= _JUST_NOW:
                return True
        return False


def counts_from_publication(expression: Expression) -> bool:
    """Whether it means nothing without the day it was written on."""
    match expression:
        case Unit(anchor=Anchor.PUBLISHED) | Distance(anchor=Anchor.PUBLISHED) | Weekday() | Stretch():
            return True
        case _:
            return False


def from_passage(expression: Expression) -> bool:
    """Whether it counts from what the passage tells."""
    match expression:
        case Unit(anchor=Anchor.NARRATIVE) | Distance(anchor=Anchor.NARRATIVE) | Told():
            return True
        case _:
            return False
