"""Days that are named by a public event, or by an event of the case ("before the election", "since the merger")."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from sayso.find.dates.context import token_at
from sayso.find.dates.countries import country_of
from sayso.find.dates.expressions import Found, PublicDay, Written
from sayso.find.dates.near import near
from sayso.find.dates.public_table import (
    YEAR,
    Phrase,
    PublicDays,
    election_countries,
    meanings,
    pattern_of,
    phrases,
    trigger_of,
    triggers,
)
from sayso.find.dates.resolve import Direction, Situation, Unresolved, choose, published_range
from sayso.find.parsed import Parsed
from sayso.model.span import Span
from sayso.model.when import CaseAnchor, When

_LEAD = re.compile(
    r"\b(?:before|after|since|until|till|following|during|ahead\s+of|prior\s+to|by|through|as\s+of|at"
    r"|(?:eve|day|night|morning|week|weekend|month|date|time|wake|aftermath)\s+of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ON = re.compile(r"\b(?:on|over|around|for|in)\s+(?:the\s+)?$", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:before|until|till|ahead\s+of|prior\s+to|by|eve\s+of)\s+(?:the\s+)?$", re.IGNORECASE)
_DAYTIMES = frozenset({"weekend", "week", "night", "morning", "evening", "afternoon", "eve", "day"})
_NAMED_YEAR = re.compile(
    rf"\b(?P<before>{YEAR})\s+(?:[\w.]+\s+){{0,2}}?(?:elections?|campaign|race|vote)\b"
    rf"|\belections?\s+(?:of|in)\s+(?:November\s+)?(?P<after>{YEAR})\b"
)
_OTHER_ELECTIONS = re.compile(
    r"\b(?:mayoral|local|municipal|council|gubernatorial|special|runoff|school\s+board|union|regional|provincial"
    r"|student|leadership|board|state)\s+elections?\b"
)
_LEANS = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1, "upcoming": 1}
_LOOK_BACK = 32
_SOON = 90
"""days before or after publication"""
_NAMED_NEAR = 1500
_MOSTLY = 0.8


def named_days(text: str, parsed: Parsed, anchors: Sequence[CaseAnchor]) -> Iterator[Found]:
    """The public days and the case's own that `text` names where it says when."""
    for anchor in anchors:
        for match in _case_pattern(anchor.name).finditer(text):
            yield Found(Span(*match.span()), Written(anchor.when.edtf))
    stretches = {word: near(trigger_of(word), text) for word in triggers() if word in text}
    for phrase in phrases():
        for start, end in stretches.get(phrase.trigger, ()):
            for match in pattern_of(phrase.name).finditer(text, start, end):
                if _says_when(phrase, Span(*match.span()), text, parsed):
                    yield Found(Span(*match.span()), _expression(phrase, match))


def _case_pattern(name: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in name.split())
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def _expression(phrase: Phrase, match: re.Match[str]) -> PublicDay:
    groups = match.groupdict()
    year = next((int(groups[name]) for name in ("year", "own_year", "post", "later") if groups.get(name)), None)
    lean, of_year = groups.get("lean"), groups.get("of_year")
    return PublicDay(
        phrase.name,
        phrase.election,
        year,
        _LEANS[lean.lower()] if lean else None,
        _LEANS[of_year.lower()] if of_year else None,
    )


def _says_when(phrase: Phrase, span: Span, text: str, parsed: Parsed) -> bool:
    """Whether the words tell a time, and are not just about the event or part of another name."""
    before = text[max(0, span.start - _LOOK_BACK) : span.start]
    following = token_at(parsed, span.end + 1) if text[span.end : span.end + 1] in (" ", "\n") else None
    joined = following is not None and following.tag.startswith("NN") and following.lower not in _DAYTIMES
    if joined:
        last = token_at(parsed, span.end - 1)
        joined = last is not None and last.dep in ("compound", "nmod", "poss", "amod", "nummod")
    if joined or re.match(r"\s+of\s+(?!\d)", text[span.end : span.end + 6]):
        return False
    first = token_at(parsed, span.start)
    if first is not None and first.name == "PERSON":
        return False
    if phrase.event:
        return _LEAD.search(before) is not None
    return bool(_LEAD.search(before) or _ON.search(before)) or not re.search(r"\b(?:a|an|its|his|her)\s+$", before)


class PublicCalendar:
    """What the public days in one text mean."""

    def __init__(self, text: str, found: Sequence[Found]) -> None:
        self._text = text
        self._years: dict[tuple[PublicDays, ...], set[int]] = {}
        for each in found:
            if isinstance(each.expression, PublicDay) and each.expression.year is not None:
                self._years.setdefault(meanings()[each.expression.phrase], set()).add(each.expression.year)

    @cached_property
    def _country(self) -> str | None:
        return country_of(self._text)

    @cached_property
    def _elections(self) -> Sequence[tuple[int, int]]:
        """Where (code points) the text speaks of elections by their year, and which."""
        return [(m.start(), int(m["before"] or m["after"])) for m in _NAMED_YEAR.finditer(self._text)]

    @cached_property
    def _election_country(self) -> str | None:
        """The country whose elections the text names, mostly if it names those of several."""
        counts = Counter({c: len(pattern.findall(self._text)) for c, pattern in election_countries()})
        [(country, count)] = counts.most_common(1)
        return country if count and count >= _MOSTLY * counts.total() else None

    def resolve(self, found: Found, day: PublicDay, situation: Situation) -> When:
        """The day that is meant; raises `Unresolved` with the reason."""
        days = self._meant(day.phrase)
        if days.reason:
            raise Unresolved(days.reason)
        year = self._year(found, day, situation, days)
        if year is not None:
            return _only(days.in_year(year))
        if len(days.listed) == 1:
            return days.listed[0]
        if situation.year is not None and day.lean is None and len(there := days.in_year(situation.year)) == 1:
            return there[0]
        first, last = published_range(situation)
        candidates = days.near(first.year - 9, last.year + 9)
        direction = situation.direction
        ahead = _AHEAD.search(self._text[max(0, found.span.start - _LOOK_BACK) : found.span.start]) is not None
        listed = bool(days.listed) and direction is Direction.NEAREST
        if day.lean is None and (ahead or listed):
            soon = any(w.earliest and 0 < (w.earliest - first).days <= _SOON for w in candidates)
            just = any(w.latest and 0 <= (first - w.latest).days <= _SOON for w in candidates)
            direction = Direction.FUTURE if soon and not just else Direction.PAST if listed else direction
        chosen = {choose(candidates, at, day.lean, direction) for at in (first, last)}
        if len(chosen) > 1:
            raise Unresolved("no year is given, and the publication date leaves several open")
        return chosen.pop()

    def _meant(self, name: str) -> PublicDays:
        days = meanings()[name]
        anywhere = [d for d in days if not d.country]
        if anywhere:
            return anywhere[0]
        own = [d for d in days if d.country == (self._election_country or self._country)]
        default = [d for d in days if d.by_default]
        if own or default:
            return (own or default)[0]
        raise Unresolved("which country's is meant is not said")

    def _year(self, found: Found, day: PublicDay, situation: Situation, days: PublicDays) -> int | None:
        if day.year is not None:
            return day.year
        if day.of_year is not None:
            first, last = published_range(situation)
            if first.year != last.year:
                raise Unresolved("no year is given, and the publication date leaves several open")
            return first.year + day.of_year
        if day.lean is not None:
            return None
        if not day.election:
            named = self._years.get(meanings()[day.phrase], set())
            return next(iter(named)) if len(named) == 1 else None
        near = [y for at, y in self._elections if 0 <= found.span.start - at <= _NAMED_NEAR and days.in_year(y)]
        if near:
            return near[-1]
        most = Counter(year for _, year in self._elections).most_common(1)
        if most and most[0][1] >= _MOSTLY * len(self._elections):
            return most[0][0]
        if most:
            raise Unresolved("may be one of several elections")
        if _OTHER_ELECTIONS.search(self._text) and "presidential" not in day.phrase:
            raise Unresolved("may be one of several elections")
        return None


def _only(days: Sequence[When]) -> When:
    if len(days) != 1:
        raise Unresolved("there were several in that year" if days else "there was none in that year")
    return days[0]
