"""Dates that hold other dates: ranges, open intervals, "about" and "two days after", beside the dates inside them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.find.dates.expressions import Anchor, Distance
from sayso.find.dates.resolve import Direction, Situation, Unresolved, resolve
from sayso.model.span import Span
from sayso.model.when import DateMention, When

_LOOK_BACK = 32
_JOIN = re.compile(r"\s?(?:[-–—]|to|through|until|and)\s?(?:the\s)?")
_FROM = re.compile(r"\b(from|between)\s+(?:the\s)?$", re.IGNORECASE)
_OPEN = re.compile(r"\b(before|prior\s+to|since|after)\s+(?:the\s+)?$", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:on\s+or\s+about|(?:at|in|on)?\s?(?:around|about|approximately|roughly)|circa)\s+$", re.IGNORECASE
)
_OFFSET = re.compile(
    r"\b(?P<count>a|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\s+(?P<unit>day|week|month|year)s?\s+"
    r"(?P<way>before|after)\s+$",
    re.IGNORECASE,
)
_COUNTS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10
}  # fmt: skip
_YEAR_TO_YEAR = re.compile(r"(\d{4})\s?[-–—]\s?(\d{4})")


def wider_dates(text: str, mentions: Sequence[DateMention]) -> Iterator[DateMention]:
    """The dates that are built of `mentions` (ordered, not overlapping), and the ends of ranges of years."""
    yield from _ranges(text, mentions)
    yield from _years_of_ranges(text, mentions)
    yield from _open_ended(text, mentions)
    yield from _counted(text, mentions)


def _ranges(text: str, mentions: Sequence[DateMention]) -> Iterator[DateMention]:
    """From A to B, between A and B, A – B: one interval beside its ends."""
    for first, last in pairwise(mentions):
        if first.when is None or last.when is None:
            continue
        joint = _JOIN.fullmatch(text[first.span.end : last.span.start])
        lead = _FROM.search(text[max(0, first.span.start - 16) : first.span.start])
        if joint is None or (lead is None and "and" in joint[0]):
            continue
        if not lead and joint[0].strip().isalpha() and first.span.of(text)[-1].isalpha():
            continue  # "moved Friday to Monday" says no range
        start = first.span.start - len(lead[0]) if lead else first.span.start
        try:
            yield DateMention(Span(start, last.span.end), When.between(_start(first.when), _end(last.when)))
        except ValueError:
            continue


def _years_of_ranges(text: str, mentions: Sequence[DateMention]) -> Iterator[DateMention]:
    """The ends of 2015–2019."""
    for mention in mentions:
        if match := _YEAR_TO_YEAR.fullmatch(mention.span.of(text)):
            for group in (1, 2):
                span = Span(*match.span(group)).shift(mention.span.start)
                yield DateMention(span, When.parse(match[group]))


def _start(when: When) -> When:
    return When.day(when.earliest) if "/" in when.edtf and when.earliest else when


def _end(when: When) -> When:
    return When.day(when.latest) if "/" in when.edtf and when.latest else when


def _open_ended(text: str, mentions: Sequence[DateMention]) -> Iterator[DateMention]:
    """Before A, since A: open intervals; about A: the date marked approximate."""
    for mention in mentions:
        when = mention.when
        if when is None or when.earliest is None or when.latest is None:
            continue
        before = text[max(0, mention.span.start - _LOOK_BACK) : mention.span.start]
        if _OFFSET.search(before):
            continue
        if lead := _OPEN.search(before):
            if lead[1].lower() in ("since", "after"):
                interval = When.between(_start(when), None)
            else:
                interval = When.between(None, _end(when))
            yield DateMention(Span(mention.span.start - len(lead[0]), mention.span.end), interval)
        elif (lead := _ABOUT.search(before)) and "/" not in when.edtf and not when.approximate:
            span = Span(mention.span.start - len(lead[0].lstrip()), mention.span.end)
            yield DateMention(span, When.parse(when.edtf + "~"))


def _counted(text: str, mentions: Sequence[DateMention]) -> Iterator[DateMention]:
    """Two days after A, beside A."""
    for mention in mentions:
        if lead := _OFFSET.search(text[max(0, mention.span.start - _LOOK_BACK) : mention.span.start]):
            count = _COUNTS.get(lead["count"].lower()) or int(lead["count"])
            signed = count if lead["way"].lower() == "after" else -count
            expression = Distance(lead["unit"].lower(), signed, Anchor.NARRATIVE)
            span = Span(mention.span.start - len(lead[0]), mention.span.end)
            try:
                when = resolve(expression, Situation(None, mention.when, None, Direction.PAST, None))
            except Unresolved as why:
                yield DateMention(span, None, str(why))
            else:
                yield DateMention(span, when)
