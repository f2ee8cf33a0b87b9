"""What a body gives out about itself, and no outlet reports: releases and statements."""

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
_STATEMENT = re.compile(
    r"\A\W*(?:(?:press |public |media |official |joint )?statement|response|remarks|announcement) (?:of|by"
    r"|from|on behalf of) "
    r"(?:the )?(?P<name>[A-Z][^,\n–—]{2,60})",
    re.IGNORECASE,
)
_LETTERHEAD = re.compile(r"\A\W*(?P<name>[A-Z][A-Za-z.&’' ]{2,60}?)\s*(?:[-–—:|,]\s*[A-Z].*)?$", re.MULTILINE)


def body_of(source: Source) -> str | None:
    """Whose release or statement a document is; `None` if it is none."""
    statement = _STATEMENT.match(source.text)
    if statement:
        return " ".join(statement["name"].split())
    publisher = source.metadata.publisher
    release = _RELEASE.search(source.text[:_OPENING]) is not None
    if publisher and (release or re.search(re.escape(publisher) + _ANNOUNCES, source.text[:_HEAD])):
        return publisher
    letterhead = _LETTERHEAD.match(source.text) if release and publisher is None else None
    return " ".join(letterhead["name"].split()) if letterhead else None
