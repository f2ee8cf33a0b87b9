"""Words that ask a reader for something or point to another page: no part of an article."""

import re

_SHORT = 45
"""Words; longer blocks are never taken for an appeal by their words alone."""
_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*$")
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
    r"(?:sign[- ]?up|subscribe|register|join|follow|like|donate|pledge|become|support|help us|give|renew|download|"
    r"get|buy|click|tap|try|unlock|log in|listen|enter|keep|share|add|order|please)\b",
    re.IGNORECASE,
)
_SOLD = re.compile(
    r"newsletter|e-?mail(?:s|ed)?\b|inbox|subscri|sign[- ]up|donat|pledge|member|per month|a month\b|a week\b|for free|"
    r"podcast|\bapps?\b|facebook|twitter|instagram|youtube|whatsapp|telegram|our (?:journalism|reporting|work)|"
    r"print edition|e-?edition|alerts?\b|\bhere\b|free\b|coffee|patreon|cookies?|paywall|advert",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"(?:©|\(c\)|copyright\b).{0,60}\d{4}|all rights reserved|advertisement$|sponsored content|"
    r"(?:thanks?|thank you) for (?:signing up|subscribing|your)|an error (?:has )?occurred|"
    r"(?:enable|turn on) javascript|"
    r"free articles? (?:left|remaining)|we use cookies|by (?:clicking|signing up|subscribing|continuing)|"
    r"already (?:a (?:subscriber|member)|have an account)|in your inbox|to your inbox|no spam|click to tweet$",
    re.IGNORECASE,
)


def is_appeal(words: str, *, linked: bool) -> bool:
    """Whether a block of `words` sells, asks, warns of cookies or names its owner; `linked` if it has a link.

    Only short blocks that begin like one and name what is asked for, or hold a phrase that nothing else has.
    """
    if len(words.split()) > _SHORT:
        return False
    if _NOTICE.search(words) or (_POINTER.match(words) and (linked or len(words) < 40)):
        return True
    return bool(_APPEAL.match(words) and _SOLD.search(words))


def is_pointer(words: str) -> bool:
    """Whether a block that is all links is one to another story: short and without a sentence's end."""
    return len(words.split()) <= _SHORT and not _SENTENCE.search(words) and "://" not in words
