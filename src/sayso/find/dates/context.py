"""What the words around a date tell: whether it is one at all, and whether they look back or forward."""

import re
from bisect import bisect_right

from sayso.find.dates.expressions import Calendar, DayOfMonth, Distance, Found, Season, Told, Weekday, Written
from sayso.find.dates.resolve import Direction
from sayso.find.parsed import Parsed, Token
from sayso.model.span import Span

_PREPOSITION = re.compile(r"\b(?:in|since|by|until|till|of|during|before|after|from|between|to|through|and|for)\s+$")
_NAMED_YEAR = re.compile(r"\b(?:year|anno|around|circa|c\.|ca\.|early|late)\s+$", re.IGNORECASE)
_FILLER = re.compile(r"\b(?:about|some|nearly|over|than|almost|least|approximately|roughly|all|these|those)\s+$")
_NUMBERED = re.compile(
    r"(?:\b(?:rules?|sections?|sec\.|articles?|art\.|no\.|nos\.|number|room|page|pp?\.|paragraph|para\.|flight|box|suite"
    r"|part|case|chapter|ch\.|title|form|exhibit|ex\.|docket|resolution|res\.|h\.\s?r\.|order|directive|regulation"
    r"|proposition|prop\.|version|release|build|model|windows|office|route|highway|interstate|gate|apartment|apt\.|unit"
    r"|extension|ext\.|invoice|account|badge|channel|bus|train|boeing|airbus|figure|table|item|lot|serial|code|file"
    r"|lufthansa|united|delta|american\s+airlines|ryanair|easyjet|aeroflot)\s+|§+\s*|\#\s*|[$€£¥]\s*|\d{3,4}\s"
    r"|\(\d{3}\)\s|\b(?:USD|EUR|GBP)\s+|\bS\.\s)$",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"people|persons|men|women|children|soldiers|troops|words?|dollars|euros|pounds?|francs|roubles|rubles|miles?"
    r"|kilomet(?:er|re)s?|km|met(?:er|re)s?|feet|foot|acres|hectares|tons|tonnes|votes|jobs|homes|times|percent|copies"
    r"|pages|shares|barrels|hours|hrs|gmt|utc|est|edt|pst|pdt|cet|points|degrees|years?|workers|employees|deaths|cases|x|usd|eur"
)
_STREET = re.compile(
    r"\s+(?:[NSEW]\.?\s+)?(?:[A-Z][\w.']*\s+){0,3}(?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Boulevard|Blvd|Drive|Lane|Way"
    r"|Place|Court|Square|Highway|Parkway|Terrace)\b"
)
_OWNER = re.compile(
    r"\b(?:his|her|their|my|your|our|its|upper|low|lower|high)\s+(?:early|mid|late)?[\s\-]*$", re.IGNORECASE
)
_MANNER = re.compile(
    r"\s+(?:band|bands|music|pop|rock|punk|disco|sitcoms?|shows?|fashions?|styles?|hits?|nostalgia|decor|hairdo|themed)\b"
    r"|-(?:style|era|themed|inspired)"
)
_PAPER = re.compile(
    r"\s+(?:Times|Telegraph|Mirror|Herald|Post|Independent|Mail|Express|Tribune|Star|Sun|World|(?:Night|Morning)\s+[A-Z]\w+|Review|School)\b"
)
_PAPER_BEFORE = re.compile(r"\b(?:Mail|Star|Scotland|Independent|Business)\s+on\s+$|\b(?:Ruby|Freaky|Man)\s+$")
_PLANNED = frozenset({"scheduled", "set", "expected", "due", "planned", "slated", "likely", "poised", "supposed"})
_FUTURE = frozenset({"will", "shall", "'ll", "wo", "would"})
_TIMETABLE = frozenset(
    [
        "meet",
        "meets",
        "open",
        "opens",
        "close",
        "closes",
        "begin",
        "begins",
        "start",
        "starts",
        "resume",
        "resumes",
        "expire",
        "expires",
        "vote",
        "votes",
        "convene",
        "convenes",
        "return",
        "returns",
        "face",
        "faces",
        "launch",
        "launches",
        "air",
        "airs",
        "hold",
        "holds",
        "play",
        "plays",
        "come",
        "comes",
        "end",
        "ends",
        "go",
        "goes",
        "leave",
        "leaves",
        "arrive",
        "arrives",
        "appear",
        "appears",
    ]
)
_LOOK_BACK = 24


def token_at(parsed: Parsed, offset: int) -> Token | None:
    """The token that a code point lies in."""
    at = bisect_right(parsed.tokens, offset, key=lambda t: t.start) - 1
    if at >= 0 and parsed.tokens[at].end > offset:
        return parsed.tokens[at]
    return None


def unclaimed(found: Found, parsed: Parsed) -> Found:
    """A name after a "that" which only begins a clause, without it: "noted that Saturday would be his birthday"."""
    if isinstance(found.expression, Told) and found.expression.lean == 0:
        token = token_at(parsed, found.span.start)
        following = _next_token(found, parsed)
        subject = following is not None and following.tag.startswith(("VB", "MD"))
        if subject and token is not None and token.lower == "that" and token.tag == "IN":
            return Found(Span(parsed.tokens[token.i + 1].start, found.span.end), found.expression.what, bare=True)
    return found


def is_date(found: Found, text: str, parsed: Parsed) -> bool:
    """Whether words that are only sometimes a date are one here."""
    before = text[max(0, found.span.start - _LOOK_BACK) : found.span.start]
    match found.expression:
        case Calendar(month=None):
            return _is_year(found, before, text, parsed)
        case Written():
            aged = len(found.expression.edtf) == 4 and not re.search(r"\d{3}", found.span.of(text))
            return not (aged and _OWNER.search(before)) and not _MANNER.match(text, found.span.end)
        case Distance():
            return direction(found, text, parsed) is Direction.FUTURE
        case DayOfMonth():
            following = _next_token(found, parsed)
            return following is None or not following.tag.startswith(("NN", "JJ", "CD", "HYPH"))
        case Season():
            following = _next_token(found, parsed)
            return following is None or not following.tag.startswith("NN")
        case _:
            return _is_named(found, before, text, parsed)


def _is_named(found: Found, before: str, text: str, parsed: Parsed) -> bool:
    """Whether the name of a month or a day is one, and not that of a person, a firm or a newspaper, or a verb."""
    token = token_at(parsed, found.span.start)
    words = found.span.of(text)
    if _PAPER.match(text, found.span.end) or _PAPER_BEFORE.search(before):
        return False
    if token is None:
        return bool(_PREPOSITION.search(before))
    if token.name in ("PERSON", "GPE", "PRODUCT") or token.tag in ("MD", "VB", "VBP", "VBZ"):
        return False
    firm = token.dep == "compound" and parsed.tokens[token.head].tag == "NNP" and token.name != "DATE"
    if (firm or token.name == "ORG") and not isinstance(found.expression, Weekday) and not _PREPOSITION.search(before):
        return False
    if words.rstrip(".").isupper() and len(words) <= 4 and not _PREPOSITION.search(before):
        return False
    return token.tag.startswith("NN") or bool(_PREPOSITION.search(before)) or token.name == "DATE"


def _is_year(found: Found, before: str, text: str, parsed: Parsed) -> bool:
    """Whether four digits are a year, and not a count or the number of something."""
    if _NUMBERED.search(before) or _STREET.match(text, found.span.end):
        return False
    if found.span.of(text) < "1600" and not (_PREPOSITION.search(before) or _NAMED_YEAR.search(before)):
        return False
    following = _next_token(found, parsed)
    if following is None:
        return True
    if _UNIT.fullmatch(following.lower):
        return False
    if following.tag != "NNS" or following.dep == "ROOT":
        return True
    token = token_at(parsed, found.span.start)
    counted = token is not None and token.dep == "nummod" and token.head == following.i
    first = parsed.tokens[parsed.subtree(following.i)[0]]
    return not (_FILLER.search(before) or (counted and first.tag not in ("DT", "PRP$", "NNP", "NN", "JJ")))


def _next_token(found: Found, parsed: Parsed) -> Token | None:
    token = token_at(parsed, found.span.end - 1)
    return parsed.tokens[token.i + 1] if token and token.i + 1 < len(parsed.tokens) else None


def direction(found: Found, text: str, parsed: Parsed) -> Direction:
    """Where the tense of the clause points."""
    token = token_at(parsed, found.span.start)
    if token is None:
        return Direction.PAST
    seen = set()
    while token.i not in seen:
        seen.add(token.i)
        if token.lower == "due":
            return Direction.FUTURE
        way = _tense(token, parsed)
        if way is Direction.NEAREST and token.lower in _TIMETABLE and isinstance(found.expression, Weekday):
            return Direction.FUTURE
        if way is not None:
            return way
        token = parsed.tokens[token.head]
    return Direction.PAST if isinstance(found.expression, Weekday) else Direction.NEAREST


def _tense(token: Token, parsed: Parsed) -> Direction | None:
    """The direction a verb gives; `None` for other words and for verbs that only hang on another."""
    if not token.tag.startswith("VB") and token.tag != "MD":
        return None
    helpers = {parsed.tokens[i].lower for i in parsed.children[token.i] if parsed.tokens[i].dep in ("aux", "auxpass")}
    if helpers & _FUTURE:
        return Direction.PAST if helpers & {"would"} and "have" in helpers else Direction.FUTURE
    if token.lower in _PLANNED and token.tag == "VBN":
        return Direction.FUTURE
    head = parsed.tokens[token.head]
    if token.tag == "VB" and "to" in helpers:
        if head.lower in ("was", "were", "is", "are", *_PLANNED):
            return Direction.FUTURE
        return Direction.FUTURE if head.tag in ("VBZ", "VBP", "VBG", "NN", "NNS") else None
    if token.tag == "VBD" or helpers & {"had", "was", "were", "did", "has", "have"}:
        return Direction.PAST
    if token.tag == "VBG" and helpers & {"is", "are", "'s", "'re", "am", "'m"}:
        return Direction.FUTURE
    if token.tag in ("VBZ", "VBP"):
        return Direction.NEAREST
    return None
