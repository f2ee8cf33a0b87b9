"""Retractions and corrections: passages in which an outlet takes back what it, or another, had reported."""

import re
from dataclasses import dataclass

from sayso.model.span import Span
from sayso.weigh.cluster import Member
from sayso.weigh.passages import around, paragraph, sentences


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """`words` are those that take something back; `outlet` whose report, where the text names another than its own;
    `restates` whether the sentence itself tells what was reported ("the article said that…").
    """

    words: Span
    outlet: str | None = None
    restates: bool = False


_OTHERS = re.compile(
    r"\b(?:the )?(?P<outlet>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,4}) (?:has |have |had |later |then |since |also "
    r"|now |\w+ly )*"
    r"(?:taken (?:that|the|its|this) (?:\w+ )?(?:report|story|article|claim|statement|account)s? back|taken back"
    r"|took back|withdr(?:ew|awn)|retracted|walked back|pulled|corrected|apologi[sz]ed for|removed|deleted"
    r"|disowned)\b"
)
_OWN = re.compile(
    r"\b(?:(?:we|this (?:newspaper|paper|magazine|site|website|outlet|station)"
    r"|the (?:\w+ ){0,3}\w+) (?:hereby |now |fully "
    r"|unreservedly )?(?:withdraws?|retracts?|regrets?|apologi[sz]es?)"
    r"|we (?:got|have got) (?:\w+ )?(?:something|it|this|that) wrong"
    r"|(?:that|this|it|which|the (?:report|statement|sentence|claim|figure|date|name|article|story)) (?:was|is|were) "
    r"(?:wrong|false|incorrect|inaccurate|untrue|mistaken|erroneous|not (?:true|correct|accurate|so|the case))"
    r"|(?:incorrectly|wrongly|erroneously|mistakenly|inaccurately|falsely) (?:stated|said|reported|described"
    r"|identified|gave|claimed|attributed|referred|suggested|listed|named)"
    r"|misstated|mis-?reported|misidentified|mischaracteri[sz]ed|misspelled"
    r"|(?:earlier|previous|original|prior) versions? of this (?:article|story|report|post)"
    r"|has been (?:corrected|retracted|withdrawn|amended)"
    r"|(?:sentence|passage|paragraph|reference) (?:has been|was) (?:taken out|removed|deleted|struck)"
    r"|(?:an?|the) (?:editing|reporting) error)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?i)^\W*(?:corrections?|retractions?|clarifications?|editor['’]?s['’]? note|an? (?:correction|retraction"
    r"|apology|clarification)"
    r"|for the record|setting the record straight|we were wrong)\b"
)
_STANDS = re.compile(
    r"\b(?:stands? by|stood by|no reason to (?:change|correct|withdraw|doubt)|found no (?:error|reason)"
    r"|asked (?:\w+ )?(?:us |the \w+ )?"
    r"(?:also )?to (?:withdraw|retract|correct)|demand(?:s|ed|ing)? (?:\w+ ){0,4}(?:retraction|correction"
    r"|withdraw\w*)"
    r"|nothing else (?:in|is)|(?:refused|declined) to (?:withdraw|retract|correct))\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:article|report|story|column|post|paper|newspaper|version|we|edition|broadcast|item|headline)\b[^.]{0,80}"
    r"\b(?:said|stated|reported|wrote|published|claimed|described|gave|suggested|told readers)\b",
    re.IGNORECASE,
)


_REACH = 500
"""code points around a correction's words"""


def withdrawal_of(member: Member) -> Withdrawal | None:
    """What takes a member's words back where they stand; `None` if nothing does.

    Either the passage tells of a report ("the article said that…") and calls it wrong, or the sentence or its neighbour
    says that an outlet took it back. A request to withdraw, or an outlet that stands by it, is none.
    """
    text, span = member.source.text, member.proposition.span
    sentence = around(text, span)
    headed = _is_correction(member)
    # In a correction the words that take back may stand a paragraph off.
    near = Span(max(0, span.start - _REACH), span.end + _REACH) if headed else around(text, span, before=2, after=2)
    if _STANDS.search(text, sentence.start, sentence.end):
        return None
    other = _OTHERS.search(text, sentence.start, around(text, span, after=1).end)
    if other and not _STANDS.search(text, other.start(), sentence.end):
        return Withdrawal(Span(other.start(), other.end()), other["outlet"])
    own = _OWN.search(text, near.start, near.end)
    if own is None or not (headed or _SAYS.search(text, near.start, near.end)):
        return None
    restates = _SAYS.search(text, sentence.start, span.end) is not None
    return Withdrawal(Span(own.start(), own.end()), restates=restates)


def _is_correction(member: Member) -> bool:
    """Whether the document, or the paragraph, is headed as one."""
    title = member.source.metadata.title
    if title and _HEADING.search(title):
        return True
    block = paragraph(member.source.text, member.proposition.span)
    first = sentences(member.source.text, block)[:1]
    return bool(first and _HEADING.search(first[0].of(member.source.text)))
