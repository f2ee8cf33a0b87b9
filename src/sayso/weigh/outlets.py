"""Names of outlets: what a document calls its own publisher, and whether two names are one outlet's."""

import re
from functools import lru_cache

from sayso.weigh.source import Source

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SMALL = frozenset(("the", "a", "an", "of", "and", "for"))
_AGENCY = re.compile(
    r"\b(?:wires?|newswires?|news ?wire|news service|news agency|press agency|associated press|press association"
    r"|press trust|reuters|agence|syndicate|wire service|news cooperative|content agency|news network|newsroom)\b",
    re.IGNORECASE,
)
_HEAD = 600
_CODE = re.compile(r"\(([A-Z][\w.& ]{1,40})\)\s*(?:[-–—]|$)", re.MULTILINE)
_CODES = {
    "ap": "associated press",
    "afp": "agence france presse",
    "upi": "united press international",
    "dpa": "deutsche presse agentur",
    "pa": "press association",
    "pti": "press trust of india",
    "efe": "agencia efe",
    "cp": "canadian press",
    "ani": "asian news international",
}


@lru_cache(maxsize=4096)
def outlet_words(name: str) -> tuple[str, ...]:
    """The words of an outlet's name in lower case, without articles: what its names are compared by."""
    return tuple(word for word in _WORD.findall(name.lower()) if word not in _SMALL)


def last_word(name: str) -> str:
    """The last word of an outlet's name as it is written; empty for a name without words."""
    found = _WORD.findall(name)
    return found[-1] if found else ""


def initials(name: str) -> str:
    """The first letters of the words of a name, small words left out, in lower case."""
    return "".join(word[0] for word in outlet_words(name))


def same_outlet(said: str, name: str) -> bool:
    """Whether `said` can be what a text calls the outlet `name`: its name, its last words ("the Courier" for the
    "Bay Courier"), its code or initials.
    """
    short, full = outlet_words(said), outlet_words(name)
    if not short or not full:
        return False
    if len(short) > len(full):
        short, full = full, short
    if short in (full, full[len(full) - len(short) :]):
        return True
    if len(short) == 1 and len(full) > 1:
        code = _CODES.get(short[0])
        return short[0] == initials(" ".join(full)) or (code is not None and outlet_words(code) == full)
    return False


def is_agency(name: str) -> bool:
    """Whether the name is that of one who writes for other outlets: a wire, a news service, a syndicate."""
    return _AGENCY.search(name) is not None or " ".join(outlet_words(name)) in _CODES.values()


def own_outlet(source: Source) -> str | None:
    """Who publishes a document: as its metadata tell, or, for a bare wire text, as its first line and dateline do."""
    if source.metadata.publisher:
        return source.metadata.publisher
    first = source.text.lstrip()[:80].split("\n", 1)[0].strip()
    code = _CODE.search(source.text[:_HEAD])
    return code[1] if code and same_outlet(first, code[1]) else None


def dateline_outlet(text: str) -> str | None:
    """The outlet in brackets before the first sentence: "HEXAM (Reuters) - …"."""
    code = _CODE.search(text[:_HEAD])
    return code[1] if code else None


@lru_cache(maxsize=4096)
def outlet_pattern(name: str) -> re.Pattern[str]:
    """Finds an outlet's full name, or its last word with a capital after "the" ("the Courier"), in running text."""
    words = [word for word in _WORD.findall(name) if word.lower() not in _SMALL] or [name]
    full = r"\s+(?:(?:of|and|for|the)\s+)?".join(re.escape(word) for word in words)
    forms = [full]
    if len(words) > 1 and len(words[-1]) > 3:
        forms.append(r"[Tt]he\s+" + re.escape(words[-1]))
    if len(words) == 1:
        forms = [r"(?:[Tt]he\s+)?" + full]
    return re.compile(r"(?<!\w)(?:" + "|".join(forms) + r")(?!\w)")
