"""What the first lines of a plain text say about it: headline, byline, date, dateline. Unknown unless plainly there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.when import When
from sayso.read.head_lines import byline, date_line, names_a_day

_LINES = 12
_LONGEST_TITLE = 120
_MOST_WORDS_ABOVE = 8
"""A longer line with another below it is running text, after which nothing is looked for."""
_DATELINE = re.compile(
    r"[A-Z][A-Z .'’/-]{2,40}(?:,\s+[A-Z][\w.' ]{1,30}){0,3}\s*\((?P<outlet>[A-Z][\w.&'’ -]{1,40})\)\s*(?:--|—|–|-|_)"
)
_OUTLET_LINE = re.compile(
    r"(?:The\s+)?(?:[A-Z][\w.&'’-]*\s+){1,4}(?:Wire|News|Times|Post|Press|Herald|Courier|Radio|Tribune|Journal|Gazette|"
    r"Record|Sentinel|Chronicle|Standard|Mirror|Telegraph|Review|Observer|Examiner|Dispatch|Star|Globe|Service|Agency)"
)
_SLUG = re.compile(r"[A-Z]{2,}-[A-Z-]+|Eds:|URGENT|[\[(<#*=_~-]")
_PAGE_TITLE = re.compile(r"(?P<title>.+?)\s+(?:[|:·—–-]|::)\s+(?P<outlet>[^|·—–]{2,60})")
_CAPTION = re.compile(
    r"(?i:in the|before the|state of|united states|commonwealth of|county of|.*\b(?:court|county|committee|senate)\b)"
)
"""How the captions of court papers and hearings begin: they name the forum, not the paper."""
_SENTENCE_END = re.compile(r"[.,;:]['\"’”)]?$")


@dataclass(frozen=True, slots=True)
class Head:
    """What the first lines say; empty where they don't."""

    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: When | None = None


def read_head(characters: str) -> Head:
    """Read the first twelve lines of a text, up to its first paragraph of running text."""
    lines = [line.strip() for line in characters[:4000].splitlines()[:_LINES]]
    title = publisher = None
    authors: tuple[str, ...] = ()
    published: When | None = None
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else ""
        following = lines[number + 1] if number + 1 < len(lines) else ""
        if not line:
            continue
        if match := _DATELINE.match(line):
            publisher = match["outlet"]
            break
        if wrote := byline(line):
            if not authors:
                authors = wrote
                publisher = publisher or (following if _OUTLET_LINE.fullmatch(following) else None)
        elif day := date_line(line):
            published = published or day
        elif title is None and (match := _page_title(line, lines[number + 1 :])):
            title, publisher = match["title"], match["outlet"]
        elif title is None and _is_title(line, following) and (not before or _SLUG.match(before)):
            title = line
        elif following and len(line.split()) > _MOST_WORDS_ABOVE and not _SLUG.match(line):
            break
    return Head(title, publisher, authors, published)


def _is_title(line: str, following: str) -> bool:
    """Whether a line stands by itself as headlines do: short, no sentence, then a blank line, a byline or a date."""
    stands_alone = not following or bool(byline(following)) or date_line(following) is not None
    return (
        stands_alone
        and len(line) <= _LONGEST_TITLE
        and len(line.split()) >= 2
        and line[0].isalnum() | (line[0] in "“\"'‘")
        and not _SLUG.match(line)
        and not _CAPTION.match(line)
        and not names_a_day(line)
        and not _SENTENCE_END.search(line)
        and not _OUTLET_LINE.fullmatch(line)
    )


def _page_title(line: str, later: Sequence[str]) -> re.Match[str] | None:
    """A browser's title, "headline | outlet", pasted with the page: only if the headline stands on its own below."""
    match = _PAGE_TITLE.fullmatch(line)
    return match if match and match["title"] in later else None
