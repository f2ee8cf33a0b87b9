"""Labels that can open a turn of a transcript or chat, by the look of one line: "MS. QUILL:", "Q.", "[12:03] ada:"."""

import re
from enum import Enum
from typing import NamedTuple

from sayso.find.lexicon import groups
from sayso.model.span import Span


class Style(Enum):
    """How the label is written; the styles differ in how much more evidence they need."""

    QUESTION = "Q. and A."
    CAPITALS = "SMITH:"
    TITLE = "Mr. SMITH."
    PLAIN_TITLE = "Mr. Smith."
    NAME = "Ada Smith:"
    CHAT = "[12:03] ada:"


class Label(NamedTuple):
    """`who` are the words for the speaker, `mark` the sign behind them if there is one, `end` where the label ends."""

    style: Style
    who: Span
    mark: Span | None
    end: int


_LINE_NUMBER = r"(?:\d{1,2}[ \t]+)?"
_ASIDE = r"(?:[ \t]*[(\[][^()\[\]\n]{1,60}[)\]])?"
_TITLES = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sen|Senator|Rep|Representative|Congressman|Congresswoman|Gov|Governor|Gen|General|"
    r"Judge|Justice|Secretary|Director|Ambassador|Chairman|Chairwoman|Chair|Vice Chairman|Ranking Member|Commissioner|"
    r"Mayor)"
)
_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[  ]?[AaPp]\.?[Mm]\.?)?"
_DATE = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}"
_STAMP = rf"(?:{_DATE},?[ T]+)?{_TIME}"
_NICK = r"[@~+]?[\w][\w.’'@-]*(?: [\w.’'-]+){0,3}"
_PATTERNS = (
    (
        Style.CHAT,
        re.compile(rf"(?:[\[(]{_STAMP}[\])]|{_STAMP}(?:[ \t]+[-–—])?)[ \t]+(?P<who>{_NICK})(?P<mark>:)(?=\s)"),
    ),
    (Style.CHAT, re.compile(rf"(?:[\[(]?{_STAMP}[\])]?[ \t]+)?<[@+%~&]?(?P<who>{_NICK})>(?P<mark>)(?=\s)")),
    (
        Style.QUESTION,
        re.compile(rf"{_LINE_NUMBER}(?P<who>Q|A|Question|Answer|QUESTION|ANSWER)(?:(?P<mark>[.:])|(?P<bare>))(?=\s)"),
    ),
    (
        Style.CAPITALS,
        re.compile(
            rf"{_LINE_NUMBER}(?P<who>(?:[A-Z]['’.\w-]*|\d{{1,2}})(?:,?[ ](?:[A-Z&][-'’.\w]*|\d{{1,2}})){{0,4}})"
            rf"{_ASIDE}[ \t]*(?P<mark>:)(?=\s|$)"
        ),
    ),
    (
        Style.TITLE,
        re.compile(
            rf"{_LINE_NUMBER}(?P<who>(?:{_TITLES}\.?|The|Acting)(?: [A-Z](?:['’.]|[a-z](?=[A-Z])|[A-Z-])*[A-Z]){{1,3}}"
            rf"(?: of (?:the )?[A-Z]\w+(?: [A-Z]\w+)?)?){_ASIDE}(?P<mark>\.)(?=[ \t]+[\"“‘(\[A-Z])"
        ),
    ),
    (
        Style.PLAIN_TITLE,
        re.compile(
            rf"(?P<who>{_TITLES}\.?(?: [A-Z][\w’'-]+){{1,3}}){_ASIDE}(?P<mark>\.)(?=[ \t]+[\"“‘(\[A-Z])",
        ),
    ),
    (
        Style.NAME,
        re.compile(
            r"(?P<who>(?:[^\W\d_][\w’'.-]*)(?: (?:[^\W\d_][\w’'.-]*|\d{1,2})){0,4})" + _ASIDE + r"(?P<mark>:)(?=\s|$)"
        ),
    ),
)
_PARTICLES = frozenset(
    ("de", "del", "della", "der", "den", "van", "von", "la", "le", "du", "al", "bin", "ibn", "of", "da")
)
_TITLES_BEFORE_FIELDS = frozenset(("mr", "mrs", "ms", "dr", "judge", "senator"))
_BARE = re.compile(r"[ \t]{2,}|\t")


def label_at(text: str, start: int, end: int) -> Label | None:
    """The label that the words from `start` begin with; `None` for none. Headings of fields ("Note:") are none."""
    for style, pattern in _PATTERNS:
        match = pattern.match(text, start, min(end, start + 160))
        if match is None:
            continue
        who = Span(*match.span("who"))
        mark = Span(*match.span("mark")) if match["mark"] else None
        if style is Style.QUESTION and mark is None and not _BARE.match(text, who.end):
            continue
        words = who.of(text)
        if style is Style.CAPITALS and any(c.islower() for c in words.removeprefix("Mc").replace(" Mc", " ")):
            continue
        if style in (Style.CAPITALS, Style.NAME) and not _can_be_speaker(words):
            return None
        return Label(style, who, mark, match.end())
    return None


def starts_turn(line: str) -> bool:
    """Whether the line looks like the beginning of a turn, whatever stands around it."""
    return label_at(line, 0, len(line)) is not None


def _can_be_speaker(words: str) -> bool:
    if not all(w[0].isupper() or w[0].isdigit() or w in _PARTICLES for w in words.split()):
        return False
    plain = [w.strip(".,’'").lower() for w in words.split()]
    fields = groups("turns")["fields"]
    if len(plain) == 1 and (len(plain[0]) < 2 or plain[0].isdigit()):
        return False
    if plain[0] in _TITLES_BEFORE_FIELDS:  # Mr. Price, Ms. Story
        return len(plain) > 1
    return plain[-1] not in fields and (plain[0] not in fields or plain[0] in ("the", "a"))
