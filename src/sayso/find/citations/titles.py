"""Citations of what was published: articles, reports and pages, which no form tells from other words but their order.

"Ann Roe, Title of an Article, Harbor Gazette (Mar. 2, 2017), at 3": authors, title, outlet, date, pages.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sayso.find.citations.cited import Cited
from sayso.find.citations.dating import Calendar
from sayso.find.citations.marking import days, plain, spaced
from sayso.find.lexicon import expressions
from sayso.model.span import Span

_LONGEST = 500
_ADDRESS = re.compile(r"<?(?:https?://|www\.)[^\s<>]*[^\s<>.,;)\]]")
_LED_IN = spaced(r",? ?(?:(?:available|accessed|online|last visited|archived) at:? ?|at )?$")
_BRACKET = re.compile(r"\((?P<inside>[^()]{4,70})\)")
_ENDS_IN_YEAR = re.compile(r"(?:^|[\s,])((?:1[6-9]|20)\d\d)$")
_AFTER = spaced(
    r"(?:,? at (?:pp?\. ?)?(?P<a>\d{1,4}(?:[-–—]\d{1,4})?(?:, \d{1,4}(?:[-–—]\d{1,4})?(?![\d/]))*)"
    r"|,? pp?\. ?(?P<p>\d{1,4}(?:[-–—]\d{1,4})?(?:, \d{1,4}(?:[-–—]\d{1,4})?(?![\d/]))*))(?![\w/])"
)
_JOURNAL = spaced(r"(?:^|, )\d{1,4} [A-Z][\w.&' ]{2,60} \d{1,5}(?:, (?P<pin>\d{1,5}(?:[-–—]\d{1,5})?))?$")
_QUOTED = re.compile(r"\"[^\"]{4,250}\"")
_PERSON = re.compile(
    r"(?:[A-Z]\.(?:-?[A-Z]\.)*|[A-Z][\w'-]+)(?: (?:de|del|von|van|bin|al|la|le|di|da)){0,2}"
    r"(?: (?:[A-Z]\.(?:-?[A-Z]\.)*|[A-Z][\w'-]+)){1,3}(?:,? (?:Jr\.|Sr\.|II|III))?"
)
_AND = re.compile(r",?\s(?:&|and)\s")
_JOINED = re.compile(r"(?:&|and)\s")
_BEGINNING = re.compile(r"[A-Z\d\"']")


def read_title(text: str, start: int, end: int, calendar: Calendar) -> Cited | None:
    """The publication cited between `start` and `end` (code points), which ends a note's piece; `None` if none is."""
    piece = plain(text[start:end])
    if len(piece) > _LONGEST or not _BEGINNING.match(piece):
        return None
    address = _ADDRESS.search(piece)
    brackets = _BRACKET.finditer(piece, 0, address.start() if address else len(piece))
    bracket = next((b for b in brackets if _date(b["inside"])), None)
    date_text: str | None
    if bracket:
        head, date_text, stop = piece[: bracket.start()], _date(bracket["inside"]), bracket.end()
    else:
        head = _LED_IN.sub("", piece[: address.start()] if address else piece)
        last = next(reversed(list(days(head))), None)
        if last is None and address is None:
            return None
        date_text, stop = (last.group(), last.end()) if last else (None, len(head))
        head = head[: last.start()] if last else head
    pages = None
    if (after := _AFTER.match(piece, stop)) is not None:
        pages, stop = after["a"] or after["p"], after.end()
    if address and len(piece[stop : address.start()]) < 60:
        stop = address.end()
    title = _described(head.rstrip(" ,"), start, stop, date_text, pages, address is not None, calendar)
    if title is None or title.witness is None:
        return title
    return replace(title, witness=text[start : start + len(title.witness)])


def _described(
    head: str, start: int, stop: int, date_text: str | None, pages: str | None, linked: bool, calendar: Calendar
) -> Cited | None:
    parts = _parts(head)
    journal = _JOURNAL.search(head)
    if journal:
        pages = pages or journal["pin"]
    quoted = _QUOTED.search(head)
    outlet = parts[-1] if len(parts) > 1 or quoted else ""
    by_outlet = bool(_pattern("outlets").fullmatch(outlet.strip(' "”“')))
    by_report = is_report(head)
    if len(head) < 4 or not (by_outlet or by_report or journal or linked or (date_text and (len(parts) > 2 or quoted))):
        return None
    when = calendar.when(date_text) if date_text else None
    if by_outlet or (date_text and when and when.is_day and not by_report and not linked):
        record = "press"
    elif by_report or journal or (date_text and not linked):
        record = "report"
    else:
        record = "web"
    authors = _authors(head, parts, quoted, 1 if record == "report" and not journal else 2)
    return Cited(Span(start, start + stop), authors, record, when, date_text, pages)


def is_report(title: str) -> bool:
    """Whether a title says that what it names is a report or study."""
    return bool(_pattern("reports").search(title))


def _date(inside: str) -> str | None:
    """The date that a bracket ends with ("New York, Mar. 2, 2017"): a day or month, else a year."""
    last = next((m for m in days(inside) if m.end() == len(inside)), None)
    year = _ENDS_IN_YEAR.search(inside)
    return last.group() if last else year[1] if year else None


def _parts(head: str) -> list[str]:
    """What stands between commas outside of quotation marks."""
    bare = _QUOTED.sub(lambda m: m.group().replace(",", "\0"), head)
    return [p.replace("\0", ",").strip() for p in bare.split(",") if p.strip()]


def _authors(head: str, parts: Sequence[str], quoted: re.Match[str] | None, after: int) -> str | None:
    """The words of the authors, persons or bodies, before the title; title and outlet take `after` parts or more."""
    if quoted:
        return head[: quoted.start()].strip(" ,") or None
    most = len(parts) - after
    count = min(most, _people(parts, most) or _bodies(parts, most))
    if count < 1:
        return None
    return head[: head.index(parts[count], sum(len(p) for p in parts[:count]))].strip(" ,") or None


def _people(parts: Sequence[str], most: int) -> int:
    """How many of the parts name persons who write: the first, and those after it up to the one with "and"."""
    if not _is_person(parts[0]):
        return 0
    for count, part in enumerate(parts[1:most], 2):
        if not _is_person(part):
            break
        if _JOINED.match(part) or _AND.search(part):
            return count
    return 1


def _bodies(parts: Sequence[str], most: int) -> int:
    bodies = _pattern("bodies")
    return next((i for i, part in enumerate(parts[:most]) if not bodies.search(part)), max(most, 0))


def _is_person(part: str) -> bool:
    people = _AND.split(_JOINED.sub("", part.removesuffix(" et al.")))
    return all(_PERSON.fullmatch(p) for p in people)


@cache
def _pattern(group: str) -> re.Pattern[str]:
    return spaced(rf"(?<!\w)(?:{expressions('citation-words')[group]})(?!\w)")
