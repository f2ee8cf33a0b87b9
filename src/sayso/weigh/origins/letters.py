"""A mail or letter of the case, and documents that tell what stands in it."""

import re
from calendar import month_name
from datetime import date

from sayso.model.claim import OriginKind
from sayso.model.span import Span
from sayso.weigh.origins.voices import Telling
from sayso.weigh.passages import around, words

_LETTER = re.compile(
    r"\b(?:e-?mails?|memos?|memorand(?:um|a)|letters?|messages?|notes?|correspondence|texts?|text messages?)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:in|by) (?:an?|the|his|her|that|one) (?:(?!when\b|where\b|that\b|who\b|as\b)[\w-]+ ){0,3}$", re.IGNORECASE
)
_ADDRESS = re.compile(r"<[^>]*>|\"")


def describes(telling: Telling, letter: Telling) -> Span | None:
    """The words by which a member shows that it tells what the letter says; `None` if it doesn't.

    The sentence has to speak of a letter or the like, and to give its day, or its writer or receiver by name. A person
    who tells of it without having it from the letter is a voice of their own.
    """
    mine, theirs = telling.member.source, letter.member.source
    if mine.id == theirs.id or telling.through or telling.author.kind is letter.author.kind:
        return None
    near = around(mine.text, telling.member.proposition.span, before=1, after=1)
    sentence = around(mine.text, telling.member.proposition.span)
    said = _LETTER.search(mine.text, sentence.start, sentence.end) or _LETTER.search(mine.text, near.start, near.end)
    if said is None:
        return None
    if telling.teller.kind is OriginKind.UNNAMED and not _WITHIN.search(mine.text[sentence.start : said.start()]):
        return None
    if telling.teller.kind is OriginKind.NAMED and telling.teller.key != letter.teller.key:
        return None
    text = near.of(mine.text)
    if _gives_day(text, theirs.metadata.published.earliest if theirs.metadata.published else None):
        return Span(said.start(), said.end())
    named = set(words(text))
    writer = words(letter.author.name)[-1:]
    receivers = [
        words(_ADDRESS.sub(" ", person))[-1:]
        for name, value in theirs.metadata.headers
        if name == "To"
        for person in value.split(",")
    ]
    both = bool(writer) and writer[0] in named and any(r and r[0] in named for r in receivers)
    return Span(said.start(), said.end()) if both else None


def _gives_day(text: str, day: date | None) -> bool:
    if day is None:
        return False
    month = month_name[day.month]
    names = rf"{month}|{month[:3]}\.?|sept\.?" if day.month == 9 else rf"{month}|{month[:3]}\.?"
    pattern = rf"\b(?:(?:{names})\s+{day.day}(?:st|nd|rd|th)?|{day.day}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{names}))\b"
    return re.search(pattern, text, re.IGNORECASE) is not None or day.isoformat() in text
