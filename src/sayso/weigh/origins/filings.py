"""Who a paper filed with a court or sworn to speaks for."""

import re

from sayso.weigh.passages import words

_PARTY = re.compile(
    r"(?P<name>[A-Z][\w.,&’' -]{2,70}?)[,;]?\s*\)?\s*\n?[\s)]*"
    r"(?P<side>Plaintiffs?|Petitioners?|Claimants?|Complainants?|Appellants?|Relators?)\b",
)
_VERSUS = re.compile(r"(?m)^\s*(?:v\.?|vs\.?|versus|-against-|against)[\s,)]*(?:$|\s)|\bv\. ")
_FILING = re.compile(
    r"\b(?:COMPLAINT|PETITION|STATEMENT OF CLAIM|PARTICULARS OF CLAIM|Complaint for|VERIFIED PETITION|BRIEF|MOTION)\b"
)
_SWORN = re.compile(
    r"\b(?:AFFIDAVIT|DECLARATION|WITNESS STATEMENT) OF (?P<of>[A-Z][\w.’' -]{3,50})"
    r"|\bI, (?P<i>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}),[^.]{0,80}?\b(?:declare|depose"
    r"|being (?:first )?(?:duly )?sworn"
    r"|swear|affirm|state as follows|say as follows)",
)
_HEAD = 2500


def filed_by(text: str) -> tuple[str, str] | None:
    """Whose account a filing or sworn paper is, and why, as the rest of a sentence; `None` for other documents."""
    head = text[:_HEAD]
    sworn = _SWORN.search(head)
    if sworn:
        return _tidy(sworn["of"] or sworn["i"]), "is sworn to by them"
    if not (_VERSUS.search(head) and _FILING.search(head)):
        return None
    party = _PARTY.search(head)
    return (_tidy(party["name"]), f"is filed for the {party['side'].lower().rstrip('s')}") if party else None


def _tidy(name: str) -> str:
    flat = " ".join(name.replace(")", " ").split()).strip(" ,.;")
    return flat.title() if flat.isupper() and len(words(flat)) > 1 else flat
