"""Which of two copies was there first, where the documents tell."""

import re

from sayso.weigh.outlets import dateline_outlet, is_agency, outlet_pattern, own_outlet, same_outlet
from sayso.weigh.source import Source

_HEAD, _FOOT = 600, 500
_NOTICE = re.compile(
    r"\b(?:(?:first|originally) (?:appeared|published|ran|printed|posted|reported)"
    r"|(?:appeared|published|ran) (?:first|originally)"
    r"|(?:re-?printed|re-?published|reproduced|re-?posted|syndicated|excerpted|adapted)\b[^.\n]{0,40}"
    r"\b(?:from|by|with|courtesy)"
    r"|a version of this (?:article|story|report|column)|(?:produced|provided|distributed|supplied|reported) by"
    r"|courtesy of|used (?:with|by) permission|in partnership with|cross-?posted"
    r"|this (?:article|story|report) (?:is|was|comes) from)\b",
    re.IGNORECASE,
)
_WORKING = (
    r"(?:\b(?:told|contacted by|spoke to|speaking to|said to|calls? from|e-?mails? from|letters? from|questions? from"
    r"|messages? from|requests? from|interviews? with|reviewed by|obtained by|seen by|shared with|given to|provided to"
    r"|examined by|viewed by|inquir(?:y|ies) from|reached by|wrote to|according to)\s+)"
)


def original_of(one: Source, other: Source) -> tuple[str | None, str]:
    """The id of the one copied and, as the rest of a sentence, what tells it; `None` and "" if nothing does.

    In this order: a notice of reprint or a wire's code or byline that names the other's publisher, a publisher that
    is a wire, reporting that the text itself lays to the other's publisher ("told the Ledger"), the earlier date.
    """
    for copy, original in ((one, other), (other, one)):
        publisher = own_outlet(original)
        if publisher and not _is_from(copy, publisher):
            if _credits(copy, publisher):
                return original.id, f"; {own_outlet(copy) or copy.name} credits {publisher}"
            if is_agency(publisher):
                return original.id, f"; {publisher} writes for other outlets"
    for copy, original in ((one, other), (other, one)):
        publisher = own_outlet(original)
        mine_by = own_outlet(copy)
        if publisher and mine_by and not _is_from(copy, publisher):
            mine = re.search(_WORKING + outlet_pattern(mine_by).pattern, copy.text)
            if not mine and re.search(_WORKING + outlet_pattern(publisher).pattern, copy.text):
                return original.id, f"; its text tells of the work of {publisher}"
    return _earlier(one, other)


def _earlier(one: Source, other: Source) -> tuple[str | None, str]:
    first, second = one.metadata.published, other.metadata.published
    if first is None or second is None:
        return None, ""
    for source, mine, theirs in ((one, first, second), (other, second, first)):
        if mine.latest and theirs.earliest and mine.latest < theirs.earliest:
            return source.id, f"; {own_outlet(source) or source.name} is dated earlier"
    return None, ""


def _is_from(source: Source, publisher: str) -> bool:
    own = own_outlet(source)
    return own is not None and same_outlet(own, publisher)


def _credits(copy: Source, publisher: str) -> bool:
    if any(same_outlet(author, publisher) for author in copy.metadata.authors):
        return True
    named = outlet_pattern(publisher)
    for edge in (copy.text[:_HEAD], copy.text[-_FOOT:]):
        for line in edge.split("\n"):
            if _NOTICE.search(line) and named.search(line):
                return True
    byline = re.search(r"(?im)^\s*(?:by|from)\b[^\n]{0,80}$(?:\n[^\n]{0,60}$)?", copy.text[:_HEAD])
    if byline and named.search(byline[0]):
        return True
    code = dateline_outlet(copy.text)
    return code is not None and same_outlet(code, publisher)
