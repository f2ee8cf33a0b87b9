"""Voices without a name: which are one, which are two, and which may be either."""

import re
from enum import Enum

from sayso.model.span import Span
from sayso.weigh.passages import around, words


class Likeness(Enum):
    """What descriptions tell about two voices."""

    SAME = "same"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


_SAME_VOICE = re.compile(
    r"\b(?:the (?:very )?same (?:\w+ ){0,2}(?:person|man|woman|source|official|employee|technician|witness"
    r"|\w+) (?:who|that|as|which)"
    r"|(?:is|was|are|were) the (?:very )?(?:same|one) (?:\w+ )?(?:who|that|whom)"
    r"|(?:is|was) the (?:\w+ ){0,3}(?:who|whom|that) (?:[\w’'.]+ ){0,5}(?:quoted|cited|described|interviewed|spoke|told"
    r"|without (?:using |giving )?(?:his|her|their|a) names?|anonymously)"
    r"|one (?:voice|source|witness|person|account), (?:heard|told|quoted|counted) (?:twice|two times|again"
    r"|more than once)"
    r"|also (?:spoke|talked|told|gave)|who (?:had )?(?:also |earlier |previously |already |first )+(?:spoke"
    r"|spoken|told|talked|described"
    r"|gave|given)|first (?:described|told|spoke|gave|made)|(?:had )?(?:earlier|previously|already) (?:told"
    r"|described|spoken|given)"
    r"|repeat(?:ed|s|ing) (?:to \w+ )?(?:what|the (?:same )?(?:account|story|claim|allegation)|(?:his|her"
    r"|their) (?:account|story))"
    r"|repeated (?:the|his|her|their|this|that) (?:account|story|description)|no (?:second|other"
    r"|new) (?:witness|source|voice|person)"
    r"|on the same terms|confirmed (?:his|her|their) (?:earlier )?(?:account|story))\b",
    re.IGNORECASE,
)
_OTHER_VOICE = re.compile(
    r"\b(?:(?:is|was|are|were) (?:not|n['’]t) (?:the|any of the|one of the|among the|one of|among) (?:\w+ ){0,4}(?:who"
    r"|quoted|cited|that|person|people|source)"
    r"|(?:a )?(?:different|separate|second|another|third|further) (?:\w+ ){0,2}(?:person|man|woman|source"
    r"|official|employee|witness|voice)"
    r"|(?:do|does|did|have|has|had) (?:not|never) (?:\w+ )?(?:know|met|meet|spoken|work(?:ed)?"
    r"|talk(?:ed)?) (?:each other|one another|with|in|for|to)"
    r"|independently of|no (?:connection|tie|link)s? (?:to|with)|who is not the|who has not spoken to|unconnected)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(r"[ \t]{0,20}\n[ \t]{0,20}\n\s{0,20}\S")
_GOES_ON = re.compile(r"(?:The|This|That|He|She|They|Both|Neither)\b")
_ANOTHER = re.compile(
    r"\b(?:another|second|third|fourth|other|different|separate|one more|additional)\b", re.IGNORECASE
)
_FORMER = re.compile(r"\b(?:former|retired|ex|once|onetime|previous)\b", re.IGNORECASE)
_CURRENT = re.compile(r"\b(?:current|serving|present|active|sitting|still)\b", re.IGNORECASE)
_GENERIC = frozenset(
    re.findall(
        r"\w+",
        "person people source sources official officials employee employees worker workers insider insiders member "
        "members colleague colleagues individual individuals man men woman women associate associates friend "
        "friends staffer staffers executive executives someone somebody witness witnesses one ones observer "
        "observers figure figures participant participants attendee attendees acquaintance "
        "acquaintances he she they who voice voices former representative representatives staff team adviser "
        "advisers advisor advisors ",
    )
)
_STOP = re.compile(
    r"\s+(?:of|in|at|with|from|for|on|who|whom|that|which|familiar|close|near|inside|briefed|once|employed"
    r"|involved|working"
    r"|present|to|by|about|there|then|now|speaking|whose|under|within|named|not|as|at|having|granted|quoted"
    r"|and)\b|[,;(]"
)
_EMPTY = frozenset(
    re.findall(
        r"\w+", "a an the of in at for to with who that was is were are by his her their its on and or from had has "
    )
)


def role(description: str) -> str:
    """The head noun of a description in the singular: "a former lab technician" → technician."""
    head = _STOP.split(description.strip())[0] if description.strip() else ""
    parts = words(head)
    noun = parts[-1] if parts else ""
    return noun[:-1] if len(noun) > 3 and noun.endswith("s") and not noun.endswith("ss") else noun


def is_generic(description: str) -> bool:
    """Whether a description leaves open what the person does: "a person familiar with the matter"."""
    noun = role(description)
    return not noun or noun in _GENERIC or noun + "s" in _GENERIC


def likeness(one: str, other: str, *, one_outlet: bool) -> Likeness:
    """What two descriptions tell: the same words from one outlet are one voice, two occupations are two people."""
    if _ANOTHER.search(one) or _ANOTHER.search(other):
        return Likeness.DIFFERENT if one_outlet else Likeness.UNKNOWN
    if any(_FORMER.search(a) and _CURRENT.search(b) for a, b in ((one, other), (other, one))):
        return Likeness.DIFFERENT
    first, second = _content(one), _content(other)
    if one_outlet and first and second and (first <= second or second <= first):
        return Likeness.SAME
    if role(one) != role(other) and not is_generic(one) and not is_generic(other):
        return Likeness.DIFFERENT
    return Likeness.UNKNOWN


def told_same(text: str, at: Span) -> Span | None:
    """The words near a statement that say that its voice was heard before; `None` if there are none."""
    return _cue(_SAME_VOICE, text, at)


def is_plain(cue: str) -> bool:
    """Whether words that `told_same` found say so whomever else the text names ("also told" may mean another story)."""
    return re.search(r"\b(?:same|one|repeat\w*|without|anonymously|quoted|cited)\b", cue, re.IGNORECASE) is not None


def told_other(text: str, at: Span) -> Span | None:
    """The words near a statement that say that its voice is not one heard before; `None` if there are none."""
    return _cue(_OTHER_VOICE, text, at)


def is_of_document(cue: str) -> bool:
    """Whether words that `told_other` found tell somebody apart from the others of the same document."""
    return _ANOTHER.search(cue) is not None and not re.search(r"\b(?:not|never|n['’]t)\b|n['’]t\b", cue)


def _cue(pattern: re.Pattern[str], text: str, at: Span) -> Span | None:
    near = around(text, at, before=1, after=2)
    match = pattern.search(text, near.start, near.end)
    if match is None:
        behind = _behind(text, near)
        match = pattern.search(text, behind.start, behind.end) if behind else None
    return Span(match.start(), match.end()) if match else None


def _behind(text: str, near: Span) -> Span | None:
    """The first sentence of the next paragraph, if it goes on about somebody: "The engineer is not …"."""
    start = _NEXT.match(text, near.end)
    if start is None:
        return None
    sentence = around(text, Span(start.end() - 1, start.end()))
    return sentence if _GOES_ON.match(sentence.of(text)) else None


def _content(description: str) -> frozenset[str]:
    return frozenset(word for word in words(description) if word not in _EMPTY)
