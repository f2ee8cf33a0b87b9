"""What the words around a date tell: whether it is one at all, and whether they look back or forward."""

import re
from bisect import bisect_right

from sayso.find.dates.expressions import Calendar, Found, Weekday
from sayso.find.dates.resolve import Direction
from sayso.find.parsed import Parsed, Token

_PREPOSITION = re.compile(r"\b(?:in|since|by|until|till|of|during|before|after|from|between|to|through|and|for)\s+$")
_FILLER = re.compile(r"\b(?:about|some|nearly|over|than|almost|least|approximately|roughly|all|these|those)\s+$")
_NUMBERED = re.compile(
    r"\b(?:rules?|sections?|sec\.|articles?|no\.|nos\.|number|room|page|pp?\.|paragraph|para\.|flight|box|suite|part"
    r"|case)\s+$",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"people|men|women|children|soldiers|troops|words?|dollars|euros|pounds?|miles?|kilomet(?:er|re)s?|km|met(?:er|re)s?"
    r"|feet|foot|acres|hectares|tons|tonnes|votes|jobs|homes|times|percent|copies|pages|shares|barrels"
)
_PLANNED = frozenset({"scheduled", "set", "expected", "due", "planned", "slated"})
_FUTURE = frozenset({"will", "shall", "'ll", "wo", "would"})
_LOOK_BACK = 24


def _token_at(parsed: Parsed, offset: int) -> Token | None:
    at = bisect_right(parsed.tokens, offset, key=lambda t: t.start) - 1
    if at >= 0 and parsed.tokens[at].end > offset:
        return parsed.tokens[at]
    return None


def is_date(found: Found, text: str, parsed: Parsed) -> bool:
    """Whether words that are only sometimes a date are one here."""
    before = text[max(0, found.span.start - _LOOK_BACK) : found.span.start]
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
    return token is not None and _UNIT.fullmatch(token.lower) is not None


def direction(found: Found, text: str, parsed: Parsed) -> Direction:
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
