"""What is pasted along with a text and is not part of it: navigation, appeals, prompts, related links, notices.

For plain text, and for what other readers leave. Conservative: a passage counts only if its whole line or paragraph is
of a known kind, is short, and quotes nobody; of a passage that is merely repeated the first copy stays.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.find.blocks import find_blocks
from sayso.model.document import MarkKind, Text
from sayso.model.span import Span, Spans, merge

_SHORT = 45
_LINK = 16
_LEAST_REPEATED = 8
_RELATED_LINES = 12

_BUTTONS = frozenset(
    (
        *("share", "tweet", "print", "email", "e-mail", "facebook", "twitter", "linkedin", "whatsapp", "reddit", "rss"),
        *("pinterest", "instagram", "youtube", "flipboard", "telegram", "bluesky", "tumblr", "messenger", "subscribe"),
        *("donate", "menu", "login", "logout", "advertisement", "bookmark", "a+", "aa"),
    )
)
_BUTTONS_AMONG_OTHERS = frozenset(
    (
        *(
            "x",
            "threads",
            "copy",
            "link",
            "save",
            "comment",
            "comments",
            "give",
            "search",
            "home",
            "more",
            "advert",
            "ad",
        ),
        *("sponsored", "close", "accept", "reject", "listen", "pin", "post", "text", "article", "story", "a-", "sms"),
    )
)
_JOINERS = frozenset(
    ("|", "·", "•", "/", "-", "–", "—", ">", "»", "this", "on", "to", "via", "in", "the", "and", "&", "+", ",")
)

_WHOLE = re.compile(
    r"(?:skip to (?:main |the )?(?:content|navigation)|sign in|log ?in(?: to your account)?|register|my account|(?:view|load|read|see|show|"
    r"post|leave) (?:\w+ ){0,2}comments?|load more|back to top|scroll (?:down|to continue).*|story continues below.*|"
    r"article continues (?:below|after).*|continue reading(?: below| the main story)?|advertis(?:e)?ment(?: continue.*)?|"
    r"sponsored (?:content|by .*)|follow us.*|share (?:this|on) .*|click (?:here|to).*|tap (?:here|to).*|watch live|"
    r"\d+ (?:comments?|shares?|min(?:ute)?s?(?: read)?)|(?:this article is )?(?:in|available in) \w+ only|"
    r"get the app.*|download (?:our|the) .{0,30}app.*|e-?edition.*|today['’]s (?:paper|e-?edition).*|manage (?:your )?(?:cookies|preferences).*|"
    r"accept (?:all )?cookies.*|newsletters?(?: sign-?up)?|translate this page.*|"
    r"(?:terms|conditions) (?:of|and) (?:use|service|conditions|sale).*|privacy (?:policy|notice|statement|center).*|"
    r"cookie (?:policy|notice|settings|choices|preferences).*|do not sell .*|contact us|about us|advertise with us|site ?map|"
    r"powered by \S.{0,40}|(?:tags|topics|filed under|categories|labels): .*)",
    re.IGNORECASE,
)
_APPEAL = re.compile(
    r"^(?:please )?(?:sign up|subscribe|register|join (?:us|our|the)|get (?:our|the|your|unlimited|breaking)|receive|enter your)\b.*"
    r"\b(?:newsletters?|e-?mails?|inbox|alerts?|digest|subscription|briefing|podcasts?|text message|\$ ?\d|month|week|access|subscriber)"
    r"|^(?:please )?(?:donate|give|pledge|contribute|chip in|support (?:our|us|the|this|independent|local|public|quality)|"
    r"make a (?:gift|donation|contribution|tax)|become an? [\w-]+|help us (?:keep|go on|continue|fund|do|tell)|renew)\b.*"
    r"(?:\b(?:today|journalism|newsroom|reporting|now|here|month|year|donation|tax-deductible|station|radio|reader|readers|members?|"
    r"supporter|fund|work|so|check)\b|\$ ?\d)"
    r"|\b(?:reader|listener|viewer|member|audience)[- ](?:supported|funded|powered)\b"
    r"|\b(?:depends?|rel(?:y|ies)|runs?) on (?:the support of )?(?:our |local |your )?(?:readers|listeners|members|viewers|support|donations)\b"
    r"|\bis (?:paid for|funded|made possible|supported) by (?:the public|you|our|readers|listeners|people like you|members|viewers)\b"
    r"|\byour (?:support|donations?|gifts?|contributions?|membership|subscription)\b.*\b(?:helps?|makes?|keeps?|allows?|funds?|lets?|possible|"
    r"matters?|today)\b"
    r"|\b(?:listen|subscribe|download|find (?:it|us)|available)\b.*\bwh?ere(?:ver)? you (?:get|find|listen to)\b.*\bpodcasts?\b"
    r"|\byou (?:have|['’]ve) (?:read |reached |used )?(?:\w+ ){0,3}(?:free )?(?:articles?|stories)\b.*\b(?:left|remaining|month|limit)\b"
    r"|\b(?:we|this (?:site|website|page)|our (?:site|website)) uses? cookies\b|\bby (?:continuing|using) (?:to use )?(?:this|our) (?:site|website)\b"
    r"|\bfollow (?:\S+ ){1,6}on (?:twitter|facebook|x|instagram|threads|bluesky|google\+?|snapchat)\b"
    r"|\b(?:like|find) us on facebook\b|\bpledge \$ ?\d|\bsubscribe .{0,40}\$ ?\d|\bunlimited access\b",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"^(?:©|\(c\)|copyright\b)(?! (?:law|claim|suit|case|infring|act|office|trial|holder))|\ball rights reserved\b"
    r"|\bmay not be (?:published|reproduced|broadcast|rewritten|redistributed|copied|republished)\b"
    r"|\bfor use by (?:member|subscrib|client)\w*\b|\bno (?:web )?archiv(?:e|al|ing) (?:after|use)\b"
    r"|^(?:desk|editorial|newsroom|photo|circulation) (?:questions|queries|contact|desk|inquiries):"
    r"|^eds?(?:itors)?: |^[A-Z]{2}-{1,2}[A-Z].*\d{2,4}$|\bISSN\b"
    r"|^(?:this|our) (?:site|website) is protected by\b",
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"(?:related(?: (?:stories|articles|coverage|topics|links|content|reading|news))?|(?:read|see) (?:more|next|also)|see also|"
    r"more (?:from|on|in|stories|coverage|news|like this)\b.{0,40}|most (?:read|popular|viewed|shared|commented|recent)\b.{0,20}|"
    r"trending(?: now)?|recommended(?: (?:for you|reading|stories))?|you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|"
    r"also (?:read|see|in the news)|don['’]t miss|latest (?:news|stories|headlines)|top stories|in case you missed it|"
    r"editor['’]?s['’]? picks|what to read next|(?:up )?next(?: story| article|: .{0,80})|next (?:story|article): .{0,80}|"
    r"popular(?: now| stories)?|around the web|from (?:our partners|the archives?|around the web)|elsewhere on .{0,30}|"
    r"(?:previous|older|newer) (?:story|article|post)s?(?:: .{0,80})?)\s*:?",
    re.IGNORECASE,
)
_NAVIGATION = re.compile(r"(?:Home|Menu|Sections|Skip)(?:\s*[|·•/>»]?\s*[A-Z][\w&’'-]*){2,}")
_SPOKEN = re.compile(r"[“”«»\"]|''|\b(?:said|says|told|according to|wrote|testified)\b")
_SENTENCE = re.compile(r"[.!?][\"”’)]*$")
_LABEL = re.compile(r"[A-Z][A-Z .’'()-]*:|[QA][.:]")
_PARAGRAPH = re.compile(r"(?:[^\r\n]*\S[^\r\n]*(?:\r\n?|\n|$))+")


@dataclass(frozen=True, slots=True)
class _Unit:
    """A line, or lines wrapped as one; `paragraph` counts runs of lines without a blank one between."""

    span: Span
    words: str
    count: int
    paragraph: int


def find_boilerplate(text: Text) -> Spans:
    """The passages that are not part of the text, in order: those that readers marked, and those found by their words."""
    marked = text.marked(MarkKind.BOILERPLATE)
    characters = text.hidden(marked)
    units = _units(characters)
    chosen = {n for n, unit in enumerate(units) if _is_known(unit)}
    chosen |= set(_related(units))
    chosen |= set(_repeated(units, chosen))
    chosen |= set(_companions(units, chosen))
    return merge((*marked, *(units[n].span for n in chosen)))


def _units(text: str) -> list[_Unit]:
    units: list[_Unit] = []
    for number, paragraph in enumerate(_PARAGRAPH.finditer(text)):
        for block in find_blocks(paragraph.group()):
            span = block.shift(paragraph.start())
            words = " ".join(span.of(text).split())
            units.append(_Unit(span, words, len(words.split()), number))
    return units


def _is_known(unit: _Unit) -> bool:
    if unit.count > _SHORT or _SPOKEN.search(unit.words):
        return False
    bare = unit.words.rstrip(" .:!›»>")
    if unit.count <= _LINK and (_WHOLE.fullmatch(bare) or _NAVIGATION.fullmatch(bare) or _is_bar(bare)):
        return True
    return bool(_APPEAL.search(unit.words) or _NOTICE.search(unit.words))


def _is_bar(words: str) -> bool:
    """ "Share · Tweet · Print": buttons and nothing else."""
    parts = [p for p in words.lower().replace(",", " ").split() if p not in _JOINERS and not p.isdigit()]
    sure = sum(p in _BUTTONS for p in parts)
    return sure > 0 and all(p in _BUTTONS or p in _BUTTONS_AMONG_OTHERS for p in parts)


def _related(units: Sequence[_Unit]) -> Iterator[int]:
    """A heading for links to other pages and the links below it: short lines that are no sentences."""
    for n, unit in enumerate(units):
        if not _RELATED.fullmatch(unit.words):
            continue
        yield n
        for m in range(n + 1, min(len(units), n + 1 + _RELATED_LINES)):
            link = units[m]
            apart = link.paragraph - units[m - 1].paragraph
            if link.count > _LINK or _SENTENCE.search(link.words) or (apart and m > n + 1):
                break
            yield m


def _repeated(units: Sequence[_Unit], known: set[int]) -> Iterator[int]:
    """Passages that stand in the text again, word for word: all but the first copy.

    If a known piece of boilerplate is in the paragraph, every copy goes.
    """
    counts = Counter(u.words for u in units)
    pasted = {units[n].words for n in known}
    seen: set[str] = set()
    for n, unit in enumerate(units):
        if counts[unit.words] < 2 or _LABEL.match(unit.words):
            continue
        if unit.words in pasted or (unit.words in seen and unit.count >= _LEAST_REPEATED):
            yield n
        seen.add(unit.words)


def _companions(units: Sequence[_Unit], known: set[int]) -> Iterator[int]:
    """Short lines in one paragraph with known boilerplate: the slogan above the appeal, the button below it."""
    by_paragraph: dict[int, list[int]] = {}
    for n, unit in enumerate(units):
        by_paragraph.setdefault(unit.paragraph, []).append(n)
    for members in by_paragraph.values():
        found = [n for n in members if n in known]
        short = all(units[n].count <= _LINK and not _SPOKEN.search(units[n].words) for n in members)
        if found and short and len(members) - len(found) <= len(found) + 1 and len(members) > 1:
            yield from (n for n in members if n not in known)
