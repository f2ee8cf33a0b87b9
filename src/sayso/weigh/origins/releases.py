"""Whether a document is what a body gives out about itself, and no outlet's report."""

import re

from sayso.weigh.source import Source

_HEAD = 2500
_OPENING = 600
_RELEASE = re.compile(
    r"(?im)^\W*(?:for (?:immediate )?release|(?:news|press|media) release|(?:media|press|news|public affairs) "
    r"(?:contacts?|inquir(?:y|ies)|enquir(?:y|ies)|relations)\b|contact for (?:media|press))"
)
_ANNOUNCES = (
    r"\s+(?:today|this (?:morning|week))\s+(?:announced?|said|addressed|issued|released|responded|confirmed|stated)\b"
)


def is_release(source: Source) -> bool:
    """Whether the document is a press release or statement of whoever publishes it."""
    publisher = source.metadata.publisher
    if publisher is None:
        return False
    if _RELEASE.search(source.text[:_OPENING]):
        return True
    return re.search(re.escape(publisher) + _ANNOUNCES, source.text[:_HEAD]) is not None
