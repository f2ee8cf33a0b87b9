"""The tables of public days as data: which words name them, and which days they are (`lexicon/anchors*`)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from sayso.find.dates.spans_of_time import easter, nth_weekday
from sayso.model.when import When

YEAR = r"(?:1[6-9]|20)\d\d"
_RULE = re.compile(
    r"(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)(?P<rank>-?\d)|(?P<easter>easter)|(?P<month_day>\d\d-\d\d))"
    r"(?P<shift>[+-]\d+)?(?:/(?P<month>\d+))?(?:%(?P<every>\d+)=(?P<left>\d+))?(?:from(?P<first>\d{4}))?"
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ELECTION_DAY = "YEAR Election Day"
_BARE_ELECTIONS = {
    "presidential": ("the YEAR presidential election|the YEAR presidential vote|the YEAR election",),
    "national": ("the YEAR general election|the YEAR election|the YEAR elections", _ELECTION_DAY, "YEAR election day"),
    "midterm": ("the YEAR midterms|the YEAR midterm elections|the YEAR midterm election|the YEAR mid-term elections",),
    "general": ("the YEAR general election|the YEAR parliamentary election", "the YEAR election", "polling day"),
    "federal": ("the YEAR federal election", "the YEAR election", "election day"),
    "European": ("the YEAR European elections|the YEAR European election",),
}  # fmt: skip
_NAMED_ELECTIONS = {
    "presidential": ("presidential election", "presidential vote", "election"),
    "national": ("election", "elections"),
    "midterm": ("midterms", "midterm elections", "midterm election"),
    "general": ("general election", "parliamentary election", "parliamentary elections", "election", "elections"),
    "federal": ("federal election", "general election", "parliamentary election", "election", "elections"),
    "European": ("elections", "election"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PublicDays:
    """The days of an event: listed, or by a rule a year. `country` is empty where the words need none.

    `by_default`: meant unless the text is about another country of the table. `reason` says why nothing can be told.
    """

    country: str
    by_default: bool
    listed: tuple[When, ...]
    rule: str
    reason: str

    def in_year(self, year: int) -> Sequence[When]:
        """Those that begin in this year."""
        if not self.rule:
            return [when for when in self.listed if when.earliest and when.earliest.year == year]
        day = _by_rule(self.rule, year)
        return [When.day(day)] if day else []

    def near(self, first: int, last: int) -> list[When]:
        """Those of the years from `first` to `last`, in order."""
        return [when for year in range(max(1, first), min(9999, last + 1)) for when in self.in_year(year)]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that name a public day. `trigger` stands in every text that holds them.

    `event`: they name what happened, and say when only after "before", "since" and the like. `election`: of a kind
    that a text can go on calling "the election".
    """

    name: str
    trigger: str
    event: bool
    election: bool


def _by_rule(rule: str, year: int) -> date | None:
    match = _RULE.fullmatch(rule)
    if match is None:
        raise ValueError(f"no rule for a day of the year: {rule!r}")
    every, first = match["every"], int(match["first"] or 1)
    if year < first or (every and year % int(every) != int(match["left"])):
        return None
    if match["month_day"]:
        day = date(year, *(int(part) for part in match["month_day"].split("-")))
    elif match["easter"]:
        day = easter(year)
    else:
        day = nth_weekday(year, int(match["month"]), _WEEKDAYS.index(match["weekday"]), int(match["rank"]))
    return day + timedelta(days=int(match["shift"] or 0))


@cache
def phrases() -> tuple[Phrase, ...]:
    """All phrases of the tables."""
    held = {}
    for name, days, election in _entries():
        event = bool(days.listed) and not re.search(r"(?:Day|Night|Tuesday)$", name)
        held[name] = Phrase(name, _trigger(name), event or (election and "ay" not in name[-2:]), election)
    return tuple(held.values())


@cache
def meanings() -> dict[str, tuple[PublicDays, ...]]:
    """For each phrase by its name the days it can mean, one a country."""
    held: dict[str, tuple[PublicDays, ...]] = {}
    for name, days, _ in _entries():
        # A country may hold several kinds of elections; the one that is listed last is just "the election".
        others = tuple(d for d in held.get(name, ()) if d.country != days.country)
        held[name] = (*others, days)
    return held


@cache
def election_countries() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """For each country how its elections are named."""
    adjectives: dict[str, list[str]] = {}
    for country, names, *_ in _rows("anchors-elections.tsv"):
        adjectives.setdefault(country, []).extend(re.escape(name).replace("'", "['’]") for name in names.split("|"))
    kinds = r"(?:\s+(?:presidential|general|federal|national|parliamentary|midterm))?"
    return tuple(
        (
            country,
            re.compile(rf"(?<!\w)(?:{'|'.join(names)}){kinds}\s+elections?\b(?!\s+(?:interference|meddling|hacking))"),
        )
        for country, names in adjectives.items()
    )


@cache
def _entries() -> tuple[tuple[str, PublicDays, bool], ...]:
    return (*_days(), *_elections())


def _days() -> Iterator[tuple[str, PublicDays, bool]]:
    for names, country, days, _record in _rows("anchors.tsv"):
        for name in names.split("|"):
            yield name, _public_days(country, days), False


def _elections() -> Iterator[tuple[str, PublicDays, bool]]:
    for country, adjectives, kind, days, _record in _rows("anchors-elections.tsv"):
        for name in "|".join(_BARE_ELECTIONS[kind]).split("|"):
            yield name, _public_days(f"{country}!" if _is_default(kind, name) else country, days), True
        for adjective in adjectives.split("|"):
            for noun in _NAMED_ELECTIONS[kind]:
                lead = "the YEAR " if not adjective.endswith(("'s", "s'")) else "YEAR "
                yield f"{lead}{adjective} {noun}", _public_days("", days), True


def _is_default(kind: str, name: str) -> bool:
    return kind in ("midterm", "European") or (kind == "national" and name == _ELECTION_DAY)


def _public_days(country: str, days: str) -> PublicDays:
    reason = days[1:] if days.startswith("?") else ""
    is_rule = not reason and _RULE.fullmatch(days) is not None
    listed = () if is_rule or reason else tuple(When.parse(day) for day in days.split())
    return PublicDays(country.rstrip("!"), country.endswith("!"), listed, days if is_rule else "", reason)


def _rows(name: str) -> list[list[str]]:
    text = files("sayso.find.lexicon").joinpath(name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def _trigger(name: str) -> str:
    """The longest word that can't be missing, rather one with a capital."""
    needed = [word for word in name.split() if not word.startswith("(") and word not in ("YEAR", "the")]
    return max((word.split("'")[0] for word in needed), key=lambda word: (word[0].isupper(), len(word)))


@cache
def triggers() -> frozenset[str]:
    """Those of all phrases."""
    return frozenset(phrase.trigger for phrase in phrases())


@cache
def trigger_of(word: str) -> re.Pattern[str]:
    """A phrase's trigger as it may stand in a text."""
    return re.compile(f"[{word[0]}{word[0].upper()}]{re.escape(word[1:])}")


@cache
def pattern_of(name: str) -> re.Pattern[str]:
    """What a phrase looks like in a text; made when a text first has its trigger, since there are hundreds."""
    words = name.split()
    pattern, glue = "", ""
    for at, word in enumerate(words):
        if word == "YEAR":
            if at == 0 or words[at - 1] != "the":
                pattern += rf"{glue}(?:(?P<year>{YEAR})\s+|(?P<lean>[Ll]ast|[Tt]his|[Nn]ext)\s+)?"
            glue = ""
        elif word == "the" and words[at + 1 : at + 2] == ["YEAR"]:
            pattern += (
                rf"(?:[Tt]he\s+(?:(?P<year>{YEAR})\s+|(?P<lean>last|next|upcoming|coming|previous|past)\s+)?"
                rf"|(?P<of_year>[Tt]his|[Ll]ast|[Nn]ext)\s+year['’]s\s+|(?P<own_year>{YEAR})['’]s\s+)"
            )
        else:
            bare = word.strip("()")
            form = re.escape(bare).replace("'", "['’]")
            if bare[0].islower():
                form = f"[{bare[0]}{bare[0].upper()}]{form[1:]}"
            if bare == word:
                pattern, glue = f"{pattern}{glue}{form}", r"\s+"
            else:
                pattern += rf"(?:{glue}{form})?" if glue else rf"(?:{form}\s+)?"
    return re.compile(
        rf"(?<![\w/]){pattern}(?![\w/])(?:,?\s+(?:of\s+)?(?P<post>{YEAR})\b(?![\d,]*\d)"
        rf"|(?=\s+in\s+(?:[A-Z][a-z]{{2,8}}\.?\s+)?(?P<later>{YEAR})\b))?"
    )
