"""What a mail says for company ("I hope you are well", "I believe you"): nobody's claim about anything."""

import re

from sayso.find.attribution import Found
from sayso.model.span import Span

_WISH = re.compile(
    r"\b(?:I|we|We)(?:['’](?:m|ve|re|d))?(?: (?:do|really|very much|just|am|are|would))*"
    r" (?:hop(?:e|ing)|trust|wish)(?:ing)?(?: that)?"
    r" (?:you|your|this|all|everyone|everybody|the family)\b[^.!?\n]{0,60}?"
    r"\b(?:well|safe|fine|great|good|better|healthy|lovely|nice|pleasant|wonderful|luck|weekend|holidays?|finds you)\b"
    r"|(?:(?:I|We|we)(?:['’]m| am)? )?(?:look(?:ing)? forward to (?:hearing|seeing|meeting|speaking)"
    r"|thank(?:s| you) (?:for|in advance|so much|again))\b"
)

_PRONOUNS = frozenset(("me", "you", "him", "her", "it", "us", "them", "that", "this", "so"))


def is_pleasantry(text: str, found: Found) -> bool:
    """Whether the attribution is a wish, thanks, or has no content but a pronoun; only asked about mails."""
    roles = found.attribution
    if " ".join(s.of(text) for s in roles.content).lower() in _PRONOUNS:
        return True
    start = min(s.start for s in (*roles.source, *roles.cue))
    end = max(s.end for s in (*roles.source, *roles.cue, *roles.content))
    return _WISH.match(" ".join(Span(start, end).of(text).split())) is not None
