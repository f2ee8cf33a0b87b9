"""Dates in a text: where they stand and which days they can be, or why that can't be told.

Dates with a year stand for themselves. Others are resolved from the passage (a month and year shortly before), from
the tense of their clause and from the date of publication; "the next day" from the date before it. A range or an
open interval (`from March to June 2016`, `since 1998`) is a mention of its own, and its ends are mentions inside it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from sayso.find.dates.context import direction, is_date, unclaimed
from sayso.find.dates.expressions import (
    Anchor,
    Calendar,
    DayOfMonth,
    Distance,
    Found,
    Numeric,
    PartOfMonth,
    PublicDay,
    Season,
    Told,
    Unit,
    Vague,
    Weekday,
)
from sayso.find.dates.grammar import spoken_dates
from sayso.find.dates.history import History, counts_from_publication, from_passage
from sayso.find.dates.public import PublicCalendar, named_days
from sayso.find.dates.resolve import Direction, Situation, Unresolved, resolve
from sayso.find.dates.wider import wider_dates
from sayso.find.parsed import Parsed
from sayso.model.span import Span
from sayso.model.when import CaseAnchor, DateMention, When

_PASSAGE = 600
"""so many code points on, and in the same paragraph, a year still holds"""
_MENTIONS_BACK = 200
"""so many dates back a year still holds where publication is not known"""
_LIST = re.compile(r",?\s(?:and|or|to|through|until)\s|,\s|\s?[-–—]\s?")
_RANGE = re.compile(r"\s(?:to|through|until)\s|\s?[-–—]\s?")
_DAY_FIRST = re.compile(r"\d(?:st|nd|rd|th)?(?:\s+of)?[\s\-]+[A-Z]")
_BESIDE = re.compile(r",\s+(?:on\s+|in\s+)?")
_OTHER_DAY = "stands in a text about earlier years, and may count from another day than its own"
_ANY = re.compile(r"\b(?:an?|every|each|any|some|most)\s+$", re.IGNORECASE)

Resolved = list[tuple[Found, DateMention]]


def find_dates(
    text: str, parsed: Parsed, published: When | None, anchors: Sequence[CaseAnchor] = ()
) -> tuple[DateMention, ...]:
    """The dates of `text`, ordered by start, then end (code points); ends of a range lie inside the range.

    `published` anchors what counts from publication; `anchors` are the case's own events, whose names are dates
    wherever they stand. What can't be resolved has no `when`, and a reason.
    """
    spoken = spoken_dates(text, named_days(text, parsed, anchors))
    spoken = [unclaimed(f, parsed) for f in spoken]
    found = _years_shared(text, [f for f in spoken if not f.bare or is_date(f, text, parsed)])
    month_first = _order_of_numbers(found, text)
    calendar = PublicCalendar(text, found)
    history = History.of(found, published)
    resolved: Resolved = []
    for each in found:
        situation = Situation(
            published,
            _narrative(each, resolved, text),
            _year_of_passage(each, resolved, text, history),
            direction(each, text, parsed),
            month_first,
        )
        if published is not None and history.looks_back and counts_from_publication(each.expression):
            resolved.append((each, DateMention(each.span, None, _OTHER_DAY)))
            continue
        resolved.append((each, _mention(each, situation, text, calendar)))
        _agree(resolved, situation, text)
    resolved = _named_beside(resolved, text)
    mentions = [mention for _, mention in resolved]
    return tuple(sorted({*mentions, *wider_dates(text, resolved, published)}, key=lambda m: m.span))


def _mention(found: Found, situation: Situation, text: str, calendar: PublicCalendar) -> DateMention:
    before = text[max(0, found.span.start - 8) : found.span.start]
    if isinstance(found.expression, Weekday) and _ANY.search(before):
        return DateMention(found.span, None, "names no particular day")
    try:
        if isinstance(found.expression, PublicDay):
            return DateMention(found.span, calendar.resolve(found, found.expression, situation))
        return DateMention(found.span, resolve(found.expression, situation))
    except Unresolved as why:
        return DateMention(found.span, None, str(why))


def _named_beside(resolved: Resolved, text: str) -> Resolved:
    """ "Two weeks later, on March 31, 2016": what counts from the passage is the date that stands beside it."""
    named = list(resolved)
    for i, (found, _) in enumerate(resolved[:-1]):
        following, date = resolved[i + 1]
        if date.when is None or not isinstance(following.expression, Calendar | Numeric | Weekday):
            continue
        if from_passage(found.expression) and _BESIDE.fullmatch(text[found.span.end : following.span.start]):
            named[i] = (found, DateMention(found.span, date.when))
    return named


def _agree(resolved: Resolved, situation: Situation, text: str) -> None:
    """Of a range of weekdays the first is the one before its last, whichever that is: "from Thursday to Sunday"."""
    if len(resolved) < 2:
        return
    (first, _), (last, mention) = resolved[-2:]
    if not (isinstance(first.expression, Weekday) and isinstance(last.expression, Weekday)):
        return
    if first.expression.lean is not None or mention.when is None or mention.when.earliest is None:
        return
    if _RANGE.fullmatch(text[first.span.end : last.span.start]):
        if situation.direction is Direction.NEAREST:
            both = Span(first.span.start, last.span.end)
            resolved[-2:] = [
                (Found(both, Vague("comes again and again")), DateMention(both, None, "comes again and again"))
            ]
            return
        apart = timedelta(days=(last.expression.day - first.expression.day) % 7)
        start, end = mention.when.earliest - apart, mention.when.earliest
        if situation.direction is Direction.FUTURE and situation.published and situation.published.latest:
            weeks = timedelta(weeks=1 if start < situation.published.latest else 0)
            start, end = start + weeks, end + weeks
        resolved[-2:] = [
            (first, DateMention(first.span, When.day(start))),
            (last, DateMention(last.span, When.day(end))),
        ]


def _years_shared(text: str, found: Sequence[Found]) -> list[Found]:
    """Give a date without a year the year that ends its list or range: "March to June 2016", "May 3 and 4, 2016"."""
    shared = list(found)
    for i in range(len(shared) - 2, -1, -1):
        this, following = shared[i].expression, shared[i + 1].expression
        if not (isinstance(this, Calendar) and isinstance(following, Calendar)):
            continue
        gap = text[shared[i].span.end : shared[i + 1].span.start]
        if this.year is None and this.month and this.lean is None and following.year and following.month:
            joined = _LIST.fullmatch(gap) is not None
            if joined and (this.month, this.day or 0) <= (following.month, following.day or 31):
                shared[i] = replace(shared[i], expression=replace(this, year=following.year), bare=False)
    return shared


def _order_of_numbers(found: Sequence[Found], text: str) -> bool | None:
    """Whether this document writes the month first, from its own numeric and written dates; `None` if it can't tell."""
    first = second = 0
    for each in found:
        match each.expression:
            case Numeric(a, b):
                first, second = first + (b > 12), second + (a > 12)
            case Calendar(day=int()):
                words = each.span.of(text)
                if re.search(r"[A-Za-z]", words):
                    day_first = _DAY_FIRST.search(words) is not None
                    first, second = first + (not day_first), second + day_first
            case _:
                pass
    return None if first == second else first > second


def _same_passage(text: str, earlier: int, later: int) -> bool:
    return later - earlier <= _PASSAGE and "\n\n" not in text[earlier:later]


def _goes_on(text: str, earlier: int, later: int) -> bool:
    """Whether a passage that told a date still tells of it: news begin a paragraph with every sentence."""
    return later - earlier <= _PASSAGE and text.count("\n\n", earlier, later) <= 1


def _narrative(found: Found, resolved: Resolved, text: str) -> When | None:
    """The date that the passage last spoke of."""
    match found.expression:
        case Unit(anchor=Anchor.NARRATIVE) | Distance(anchor=Anchor.NARRATIVE) | Told() | DayOfMonth(months=None):
            for _, mention in reversed(resolved):
                if not _goes_on(text, mention.span.end, found.span.start):
                    return None
                if mention.when is not None:
                    return mention.when
    return None


def _year_of_passage(found: Found, resolved: Resolved, text: str, history: History) -> int | None:
    """The year in which the text names the very day; else that of the last month named with its year: in this passage
    or, in a text without publication or about earlier years, further back.
    """
    public = isinstance(found.expression, PublicDay)
    if not isinstance(found.expression, Calendar | Season | PartOfMonth | PublicDay):
        return None
    if found.expression.year is not None:
        return None
    if isinstance(found.expression, Calendar) and (year := history.year_of(found.expression, found.span.start)):
        return year
    for source, mention in reversed(resolved[-_MENTIONS_BACK:]):
        if not history.looks_back and not _same_passage(text, mention.span.end, found.span.start):
            return None
        expression = source.expression
        if isinstance(expression, Calendar) and expression.year and (expression.month or public):
            return expression.year
    return None
