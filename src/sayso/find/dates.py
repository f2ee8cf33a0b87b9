"""Dates in a text: where they stand and which days they can be, or why that can't be told.

Dates with a year stand for themselves. Others are resolved from the passage (a month and year shortly before), from
the tense of their clause and from the date of publication; "the next day" from the date before it. A range or an
open interval (`from March to June 2016`, `since 1998`) is a mention of its own, and its ends are mentions inside it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.find.dates_expressions import Anchor, Calendar, Distance, Expression, Found, Numeric, Season, Unit, Weekday
from sayso.find.dates_grammar import spoken_dates
from sayso.find.dates_resolve import Direction, Situation, Unresolved, resolve
from sayso.find.parse import Parsed, Token
from sayso.model.span import Span
from sayso.model.when import DateMention, When

_PASSAGE = 600
"""so many code points on, and in the same paragraph, a year still holds"""
_JOIN = re.compile(r"\s?(?:[-–—]|to|through|until|and)\s?(?:the\s)?")
_LIST = re.compile(r",?\s(?:and|or|to|through|until)\s|,\s|\s?[-–—]\s?")
_FROM = re.compile(r"\b(from|between)\s+(?:the\s)?$", re.IGNORECASE)
_OPEN = re.compile(r"\b(before|prior\s+to|since|after)\s+(?:the\s+)?$", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:on\s+or\s+about|(?:at|in|on)?\s?(?:around|about|approximately|roughly)|circa)\s+$", re.IGNORECASE
)
_PREPOSITION = re.compile(r"\b(?:in|since|by|until|till|of|during|before|after|from|between|to|through|and|for)\s+$")
_FILLER = re.compile(r"\b(?:about|some|nearly|over|than|almost|least|approximately|roughly|all|these|those)\s+$")
_OFFSET = re.compile(
    r"\b(?P<count>a|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\s+(?P<unit>day|week|month|year)s?\s+"
    r"(?P<way>before|after)\s+$",
    re.IGNORECASE,
)
_COUNTS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10
}  # fmt: skip
_ANY = re.compile(r"\b(?:an?|every|each|any|some|most)\s+$", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\b(?:rules?|sections?|sec\.|articles?|no\.|nos\.|number|room|page|pp?\.|paragraph|para\.|flight|box|suite|part|case)"
    r"\s+$",
    re.IGNORECASE,
)
_YEAR_TO_YEAR = re.compile(r"(\d{4})\s?[-–—]\s?(\d{4})")
_PLANNED = frozenset(["scheduled", "set", "expected", "due", "planned", "slated"])
_FUTURE = frozenset(["will", "shall", "'ll", "wo", "would"])


def find_dates(text: str, parsed: Parsed, published: When | None) -> tuple[DateMention, ...]:
    """The dates of `text`, ordered by start, then end (code points); ends of a range lie inside the range.

    `published` anchors what counts from publication. What can't be resolved has no `when`, and a reason.
    """
    found = [f for f in spoken_dates(text) if not f.bare or _is_date(f, text, parsed)]
    found = _years_shared(text, found)
    month_first = _order_of_numbers(found, text)
    mentions: list[DateMention] = []
    for each in found:
        situation = Situation(
            published,
            _narrative(each, mentions, text),
            _year_of_passage(each, found, mentions, text, published),
            _direction(each, text, parsed),
            month_first,
        )
        try:
            if isinstance(each.expression, Weekday) and _ANY.search(
                text[max(0, each.span.start - 8) : each.span.start]
            ):
                raise Unresolved("names no particular day")
            mentions.append(DateMention(each.span, resolve(each.expression, situation)))
        except Unresolved as why:
            mentions.append(DateMention(each.span, None, str(why)))
    return tuple(
        sorted(
            {
                *mentions,
                *_ranges(text, mentions),
                *_years_of_ranges(text, mentions),
                *_open_ended(text, mentions),
                *_counted(text, mentions),
            },
            key=lambda m: m.span,
        )
    )


def _token_at(parsed: Parsed, offset: int) -> Token | None:
    at = bisect_right(parsed.tokens, offset, key=lambda t: t.start) - 1
    if at >= 0 and parsed.tokens[at].end > offset:
        return parsed.tokens[at]
    return None


def _is_date(found: Found, text: str, parsed: Parsed) -> bool:
    """Whether words that are only sometimes a date are one here."""
    before = text[max(0, found.span.start - 24) : found.span.start]
    token = _token_at(parsed, found.span.start)
    words = found.span.of(text)
    if isinstance(found.expression, Calendar) and found.expression.month is None:
        following = parsed.tokens[token.i + 1] if token and token.i + 1 < len(parsed.tokens) else None
        counted = following is not None and following.tag == "NNS" and following.dep != "ROOT"
        return not ((counted and _FILLER.search(before)) or _NUMBERED.search(before) or _is_unit(following))
    if token is None:
        return bool(_PREPOSITION.search(before))
    if token.name in ("PERSON", "GPE", "PRODUCT") or token.tag in ("MD", "VB", "VBP", "VBZ"):
        return False
    if words.rstrip(".").isupper() and len(words) <= 4 and not _PREPOSITION.search(before):
        return False
    return token.tag.startswith("NN") or bool(_PREPOSITION.search(before)) or token.name == "DATE"


def _is_unit(token: Token | None) -> bool:
    return token is not None and token.lower in _UNITS


_UNITS = frozenset(
    [
        "people",
        "men",
        "women",
        "children",
        "soldiers",
        "troops",
        "words",
        "dollars",
        "euros",
        "pounds",
        "miles",
        "kilometers",
        "kilometres",
        "km",
        "meters",
        "metres",
        "feet",
        "foot",
        "mile",
        "meter",
        "metre",
        "pound",
        "word",
        "acres",
        "hectares",
        "tons",
        "tonnes",
        "votes",
        "jobs",
        "homes",
        "times",
        "percent",
        "copies",
        "pages",
        "shares",
        "barrels",
    ]
)


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
                written = re.search(r"\d", words)
                month = re.search(r"[A-Za-z]{3,}\.?\s+\d", words)
                if written and re.search(r"[A-Za-z]", words):
                    first, second = first + bool(month), second + (not month)
            case _:
                pass
    return None if first == second else first > second


def _same_passage(text: str, earlier: int, later: int) -> bool:
    return later - earlier <= _PASSAGE and "\n\n" not in text[earlier:later]


def _narrative(found: Found, mentions: Sequence[DateMention], text: str) -> When | None:
    """The date that the passage last spoke of."""
    match found.expression:
        case Unit(anchor=Anchor.NARRATIVE) | Distance(anchor=Anchor.NARRATIVE):
            for mention in reversed(mentions):
                if mention.when is not None and _same_passage(text, mention.span.end, found.span.start):
                    return mention.when
    return None


def _year_of_passage(
    found: Found, all_found: Sequence[Found], mentions: Sequence[DateMention], text: str, published: When | None
) -> int | None:
    """The year of the last month named with its year, in this passage or, without publication, anywhere before."""
    if not isinstance(found.expression, Calendar | Season) or found.expression.year is not None:
        return None
    for mention, source in zip(reversed(mentions), reversed(all_found[: len(mentions)]), strict=True):
        near = _same_passage(text, mention.span.end, found.span.start)
        if not near and published is not None:
            return None
        expression = source.expression
        if isinstance(expression, Calendar) and expression.year and expression.month:
            return expression.year
        if not near and isinstance(expression, Calendar) and expression.year is None and mention.when is not None:
            return mention.when.earliest.year if mention.when.earliest else None
    return None


def _direction(found: Found, text: str, parsed: Parsed) -> Direction:
    """Where the tense of the clause points."""
    token = _token_at(parsed, found.span.start)
    if token is None:
        return Direction.PAST
    seen = set()
    while token.i not in seen:
        seen.add(token.i)
        direction = _tense(token, parsed)
        if direction is not None:
            return direction
        token = parsed.tokens[token.head]
    return Direction.PAST if isinstance(found.expression, Weekday) else Direction.NEAREST


def _tense(token: Token, parsed: Parsed) -> Direction | None:
    """The direction a verb gives; `None` for other words and for verbs that only hang on another."""
    if not token.tag.startswith("VB") and token.tag != "MD":
        return None
    helpers = {parsed.tokens[i].lower for i in parsed.children[token.i] if parsed.tokens[i].dep in ("aux", "auxpass")}
    if helpers & _FUTURE:
        return Direction.FUTURE
    if token.lower in _PLANNED and token.tag == "VBN":
        return Direction.FUTURE
    if token.tag == "VB" and "to" in helpers:
        return Direction.FUTURE if parsed.tokens[token.head].tag in ("VBZ", "VBP", "VBG", "NN", "NNS") else None
    if token.tag == "VBD" or helpers & {"had", "was", "were", "did", "has", "have"}:
        return Direction.PAST
    if token.tag == "VBG" and helpers & {"is", "are", "'s", "'re", "am", "'m"}:
        return Direction.FUTURE
    if token.tag in ("VBZ", "VBP"):
        return Direction.NEAREST
    return None


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
        before = text[max(0, mention.span.start - 32) : mention.span.start]
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
        if lead := _OFFSET.search(text[max(0, mention.span.start - 32) : mention.span.start]):
            count = _COUNTS.get(lead["count"].lower()) or int(lead["count"])
            signed = count if lead["way"].lower() == "after" else -count
            expression: Expression = Distance(lead["unit"].lower(), signed, Anchor.NARRATIVE)
            span = Span(mention.span.start - len(lead[0]), mention.span.end)
            try:
                when = resolve(expression, Situation(None, mention.when, None, Direction.PAST, None))
            except Unresolved as why:
                yield DateMention(span, None, str(why))
            else:
                yield DateMention(span, when)
