"""Dates that hold other dates: ranges, open intervals, "about" and "two days after", beside the dates inside them."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from sayso.find.dates.expressions import Anchor, Distance, Found, PublicDay
from sayso.find.dates.resolve import Direction, Situation, Unresolved, resolve
from sayso.find.dates.words import COUNT, NUMBERS
from sayso.model.span import Span
from sayso.model.when import DateMention, When

_LOOK_BACK = 40
_JOIN = re.compile(r"\s?(?:[-–—]|to|through|until|and|or)\s?(?:the\s)?")
_FROM = re.compile(r"\b(from|between)\s+(?:the\s)?$", re.IGNORECASE)
_UNTIL = re.compile(
    r"\b(?:before|prior\s+to|ahead\s+of|until|till|through|by|(?:no|not)\s+later\s+than|on\s+or\s+before|as\s+late\s+as)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:since|after|following|(?:no|not)\s+earlier\s+than|on\s+or\s+after|as\s+early\s+as"
    r"|(?:beginning|starting|commencing)(?:\s+(?:in|on|from))?)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ADVERB = re.compile(r"\b(?:shortly|soon|immediately|just|right|not\s+long)\s+$", re.IGNORECASE)
_FROM_ON = re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)
_ON = re.compile(r"\s+(?:on(?=[.,;]|$)|onwards?|forward|on\s*$)\b")
_ABOUT = re.compile(
    r"\b(?:on\s+or\s+about|(?:at|in|on)?\s?(?:around|about|approximately|roughly)|nearly|almost|circa|c\.|ca\.)\s+$",
    re.IGNORECASE,
)
_MORE = re.compile(r"\b(?:(?:well\s+)?over|more\s+than|at\s+least)\s+$", re.IGNORECASE)
_LESS = re.compile(r"\b(?:under|less\s+than|fewer\s+than|not\s+quite)\s+$", re.IGNORECASE)
_OFFSET = re.compile(
    rf"\b(?:{COUNT}\s+(?P<unit>day|week|month|year)s?\s+(?P<way>before|after)"
    r"|the\s+(?P<night>day|night|evening|morning)\s+(?P<side>before|after)|(?:the|on)\s+(?P<eve>eve)\s+of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_YEAR_TO_YEAR = re.compile(r"(\d{4})\s?[-–—]\s?(\d{4})")

Resolved = Sequence[tuple[Found, DateMention]]


def wider_dates(text: str, resolved: Resolved, published: When | None) -> Iterator[DateMention]:
    """The dates that are built of `resolved` (ordered, not overlapping), and the ends of ranges of years."""
    mentions = [mention for _, mention in resolved]
    ranges = list(_ranges(text, mentions))
    yield from ranges
    yield from _years_of_ranges(text, mentions)
    ends = {wide.span.end for wide in ranges}
    for found, mention in resolved:
        when = mention.when
        if when is None or when.earliest is None or when.latest is None:
            continue
        before = text[max(0, mention.span.start - _LOOK_BACK) : mention.span.start]
        if lead := _OFFSET.search(before):
            yield _counted(mention, when, lead)
            continue
        wide = _loose(mention, when, before, published) if isinstance(found.expression, Distance) else None
        if wide is None and mention.span.end not in ends:
            wide = _open_ended(text, found, mention, when, before)
        if wide is None and "/" not in when.edtf and not when.approximate and (lead := _ABOUT.search(before)):
            wide = DateMention(_with(lead, mention), When.parse(when.edtf + "~"))
        if wide is not None:
            yield wide


def _with(lead: re.Match[str], mention: DateMention) -> Span:
    return Span(mention.span.start - len(lead[0].lstrip()), mention.span.end)


def _ranges(text: str, mentions: Sequence[DateMention]) -> Iterator[DateMention]:
    """From A to B, between A and B, A – B: one interval beside its ends; A or B, where they touch, another."""
    for first, last in pairwise(mentions):
        if first.when is None or last.when is None:
            continue
        joint = _JOIN.fullmatch(text[first.span.end : last.span.start])
        if joint is None:
            continue
        lead = _FROM.search(text[max(0, first.span.start - 16) : first.span.start])
        word = joint[0].split()[0].lower() if joint[0].strip() else "-"
        if word == "or" or (word == "and" and not lead):
            if not _touch(first.when, last.when):
                continue
        elif not lead and word.isalpha() and first.span.of(text)[-1].isalpha():
            continue  # "moved Friday to Monday" says no range
        start = first.span.start - len(lead[0]) if lead else first.span.start
        try:
            yield DateMention(Span(start, last.span.end), When.between(_start(first.when), _end(last.when)))
        except ValueError:
            continue


def _touch(first: When, last: When) -> bool:
    """Whether the one begins where the other ends, so that both together are one stretch of whole units."""
    if first.latest is None or last.earliest is None or first.is_day or last.is_day:
        return False
    return timedelta(0) <= last.earliest - first.latest <= timedelta(days=1)


def _years_of_ranges(text: str, mentions: Sequence[DateMention]) -> Iterator[DateMention]:
    """The ends of 2015–2019."""
    for mention in mentions:
        if match := _YEAR_TO_YEAR.fullmatch(mention.span.of(text)):
            for group in (1, 2):
                span = Span(*match.span(group)).shift(mention.span.start)
                yield DateMention(span, When.parse(match[group]))


def _start(when: When) -> When:
    return When.parse(when.edtf.partition("/")[0])


def _end(when: When) -> When:
    return When.parse(when.edtf.rpartition("/")[2])


def _open_ended(text: str, found: Found, mention: DateMention, when: When, before: str) -> DateMention | None:
    """Before A, since A: open intervals."""
    if lead := _UNTIL.search(before):
        # Before days of an event is before its first; before "early August" is before a day that may be any of them.
        end = _start(when) if isinstance(found.expression, PublicDay) else _end(when)
        return DateMention(_with(lead, mention), When.between(None, end))
    if lead := _SINCE.search(before):
        adverb = _ADVERB.search(before[: lead.start()])
        start = (mention.span.start - len(before) + adverb.start()) if adverb else _with(lead, mention).start
        return DateMention(Span(start, mention.span.end), When.between(_start(when), None))
    if (lead := _FROM_ON.search(before)) and (onward := _ON.match(text, mention.span.end)):
        return DateMention(Span(_with(lead, mention).start, onward.end()), When.between(_start(when), None))
    return None


def _loose(mention: DateMention, when: When, before: str, published: When | None) -> DateMention | None:
    """More than two years ago: that year or before; less than two weeks ago: since then."""
    if lead := _MORE.search(before):
        return DateMention(_with(lead, mention), When.between(None, _end(when)))
    if (lead := _LESS.search(before)) and published is not None and when.is_day and published.is_day:
        return DateMention(_with(lead, mention), When.between(when, published))
    return None


def _counted(mention: DateMention, when: When, lead: re.Match[str]) -> DateMention:
    """Two days after A, the eve of A, beside A."""
    span = _with(lead, mention)
    if lead["count"]:
        words, unit, way = lead["count"].lower(), lead["unit"].lower(), lead["way"]
        count = NUMBERS.get(words) or int(words)
    else:
        unit, way, count = "day", lead["side"] or "before", 1
    signed = count if way.lower() == "after" else -count
    try:
        there = resolve(Distance(unit, signed, Anchor.NARRATIVE), Situation(None, when, None, Direction.PAST, None))
    except Unresolved as why:
        return DateMention(span, None, str(why))
    return DateMention(span, there)
