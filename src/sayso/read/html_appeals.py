"""Words that ask a reader for something or point to another page: no part of an article."""

import re

_SHORT = 45
"""Words; longer blocks are never taken for an appeal by their words alone."""
_FEW = 8
_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*$")
_QUOTED = re.compile(r"[“”\"«»]")
_READER = re.compile(r"\b(?:you|your|us|our)\b", re.IGNORECASE)
_POINTER = re.compile(
    r"(?:read|see|watch|learn|find out|explore|click|tap|listen|hear)\s+"
    r"(?:more|also|here|next|now|further|this|below)\b|"
    r"(?:read|see|watch|more|related|recommended|also|don['’]t miss|further reading|insight|video|photos?|gallery)"
    r"(?:\s+(?:stor(?:y|ies)|articles?|links?|news|coverage|reading|more))?\s*[:»›|]|"
    r"(?:related|recommended|more)\s+(?:stor(?:y|ies)|articles?|posts?|links?|news|coverage|reading)\b|"
    r"you may also like|most read",
    re.IGNORECASE,
)
_APPEAL = re.compile(
    r"(?:sign[- ]?up|subscribe|register|donate|pledge|unlock|log in|click|tap|help us|like us|add us|renew|"
    r"join\s+(?:us|our|the|over|\d)|follow\s+(?:us|our|@|[\w.’' ]{1,40}\bon\b)|become\s+an?\b|"
    r"support\s+(?:us|our|independent|local|quality|public)|give\s+(?:today|now|monthly)|"
    r"download\s+(?:the|our|your)|get\s+(?:our|the|your|it|this|free|breaking|more|alerts|unlimited)|"
    r"buy\s+(?:us|the|now|tickets)|try\s+(?:it|our|us|\d|one|for)|listen\s+(?:on|to our|to us|where)|"
    r"enter\s+your|keep\s+(?:your|our)|share\s+(?:this|on|your)|order\s+(?:now|your|reprints)|"
    r"please\s+(?:consider|donate|subscribe|support|enable|sign|click|log))\b",
    re.IGNORECASE,
)
_SOLD = re.compile(
    r"newsletter|e-?mail(?:s|ed)?\b|inbox|subscri|sign[- ]up|donat|pledge|member|per month|a month\b|a week\b|for free|"
    r"podcast|\bapps?\b|facebook|twitter|instagram|youtube|whatsapp|telegram|our (?:journalism|reporting|work)|"
    r"print edition|e-?edition|alerts?\b|\bhere\b|free\b|coffee|patreon|cookies?|paywall|advert|supporter",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"\W{0,3}(?:©|\(c\)|copyright\b).{0,60}(?:\d{4}|all rights reserved)|all rights reserved\W*$|"
    r"sponsored content\W*$|"
    r"advertisement\W*$|click to tweet\W*$|(?:thanks?|thank you) for (?:signing up|subscribing)|"
    r"(?:an|there was an) error\b|we use cookies|by (?:clicking|signing up|subscribing|continuing)\b.{0,60}\byou\b",
    re.IGNORECASE,
)
_NOTICE_IN_A_BOX = re.compile(
    r"all rights reserved|an error (?:has )?occurred|(?:enable|turn on) javascript|"
    r"free articles? (?:left|remaining|this month)|already (?:a (?:subscriber|member)|have an account)|"
    r"(?:in|to) your inbox|no spam",
    re.IGNORECASE,
)


def is_appeal(words: str, *, linked: float, paragraph: bool) -> bool:
    """Whether a block of `words` sells, asks, warns of cookies, names its owner or points to another page.

    `linked` is the share of it that is links. A `paragraph` set like the article's own needs more than the words that
    such blocks begin with: it quotes nobody, and has a link or speaks to the reader.
    """
    count = len(words.split())
    if count > _SHORT:
        return False
    if _NOTICE.match(words):
        return True
    if _POINTER.match(words) and (linked >= 0.5 or (count <= _FEW and (linked > 0 or not _SENTENCE.search(words)))):
        return True
    if _QUOTED.search(words) or (paragraph and not linked and not _READER.search(words)):
        return False
    if not paragraph and _NOTICE_IN_A_BOX.search(words):
        return True
    return bool(_APPEAL.match(words) and _SOLD.search(words))


def is_pointer(words: str) -> bool:
    """Whether a block that is all links is one to another story: short and without a sentence's end."""
    return len(words.split()) <= _SHORT and not _SENTENCE.search(words) and "://" not in words
