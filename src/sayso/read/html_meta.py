"""What an HTML page says about itself: title, outlet, authors, date, address, language."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from email.utils import parsedate
from urllib.parse import urlsplit

from sayso.model.document import Metadata, Sureness
from sayso.model.when import When
from sayso.read.head_lines import byline, date_line, is_name, names
from sayso.read.html_elements import HEADINGS
from sayso.read.html_linked_data import Article, article
from sayso.read.html_page import Hint, Page

_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title")
_AUTHORS = ("author", "article:author", "parsely-author", "dc.creator", "sailthru.author", "byl", "dcterms.creator")
_DATES = (
    "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date",
    "publication_date", "parsely-pub-date", "sailthru.date", "dc.date", "dc.date.issued", "dcterms.created",
    "article.published", "published-date", "pub_date",
)  # fmt: skip
_PUBLISHERS = ("publisher", "dc.publisher", "application-name")
_ISO_DAY = re.compile(r"([12]\d{3})-?(\d\d)-?(\d\d)(?!\d)")
_ADDRESS_DAY = re.compile(r"/([12]\d{3})/(\d{1,2})/(\d{1,2})(?=/|$)")
_LANGUAGE = re.compile(r"([a-zA-Z]{2})(?:[-_]|$)")
_BY = re.compile(
    r"^\s*(?:(?:analysis|opinion|review|words|text|story|report(?:ing)?|written)\s+)?by:?\s+", re.IGNORECASE
)
_NOBODY = frozenset({"admin", "administrator", "editor", "guest", "staff", "user", "webmaster"})
_SEPARATOR = re.compile(r"\s+[|·—–»-]\s+|\s*[|»]\s*|\s+:\s+")
_LONGEST_NAME = 80
_ABOVE = 12
"""So many blocks before the first paragraph are looked at for a byline or a date."""


def metadata_of(page: Page, first: int) -> Metadata:
    """Read what `page` says about itself; `first` is the index of the block its main text starts with.

    `published` is `STATED` where a field made for it says so, `INFERRED` from a date on the page or in its address.
    Names are as written, without "By". A page without a named outlet but with an address has the host for one.
    """
    metas = _by_name(page.metas)
    stated = article(page.linked_data)
    address = _address(page, metas)
    named = (metas.get("og:site_name"), stated.publisher, *(metas.get(name) for name in _PUBLISHERS))
    publisher = next((name for name in named if name and not name.startswith("@") and "://" not in name), None)
    published, sure = _published(page, metas, stated, address, first)
    return Metadata(
        title=_title(page, metas, stated, publisher),
        publisher=publisher or _host(address),
        authors=_authors(page, metas, stated, publisher, first),
        published=published,
        published_sure=sure,
        address=address,
        language=match[1].lower() if (match := _LANGUAGE.match(page.language.strip())) else None,
    )


def titles_of(page: Page) -> tuple[str, ...]:
    """Everything that may be the headline as it stands above the text."""
    metas = _by_name(page.metas)
    found = [metas[name] for name in _TITLES if metas.get(name)]
    found += [stated] if (stated := article(page.linked_data).headline) else []
    found += [page.title, *_SEPARATOR.split(page.title)] if page.title else []
    return tuple(found)


def _by_name(metas: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """The content of meta tags by lower-case name or property; the first of a name counts."""
    found: dict[str, str] = {}
    for meta in metas:
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = " ".join(meta.get("content", "").split())
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _title(page: Page, metas: Mapping[str, str], stated: Article, publisher: str | None) -> str | None:
    headings = [block.text for block in page.blocks if block.name in HEADINGS]
    given = next((metas[name] for name in _TITLES if metas.get(name)), None) or stated.headline
    if not given:
        # Of the parts of "headline | outlet" the one that also stands on the page as a heading.
        parts = [page.title, *_SEPARATOR.split(page.title)] if page.title else []
        given = next((part for part in parts if part and part in headings and part != publisher), page.title)
    if not given:
        given = next((block.text for block in page.blocks if block.name == "h1"), "")
    if publisher and given != publisher:
        given = re.sub(rf"\s*(?:[|·:»]|\s[—–-])\s*{re.escape(publisher)}\s*$", "", given, flags=re.IGNORECASE)
    return given or None


def _authors(
    page: Page, metas: Mapping[str, str], stated: Article, publisher: str | None, first: int
) -> tuple[str, ...]:
    candidates: Iterator[Sequence[str]] = iter(
        (
            stated.authors,
            *([metas[name]] for name in _AUTHORS if metas.get(name)),
            page.authors,
        )
    )
    for candidate in candidates:
        found = _cleaned(candidate, publisher)
        if found:
            return found
    return _from_byline(page, first)


def _cleaned(candidates: Sequence[str], publisher: str | None) -> tuple[str, ...]:
    found: list[str] = []
    for candidate in candidates:
        listed = _BY.sub("", candidate).strip()
        if not listed or "://" in listed or "@" in listed or listed.lower() in _NOBODY:
            continue
        for name in (listed,) if len(listed.split()) <= 2 else names(listed) or (listed,):
            is_outlet = publisher is not None and name.startswith(publisher)
            if len(name) <= _LONGEST_NAME and name not in found and not is_outlet:
                found.append(name)
    return tuple(found)


def _from_byline(page: Page, first: int) -> tuple[str, ...]:
    for block in page.blocks[max(0, first - _ABOVE) : first + 2]:
        if found := byline(block.text):
            return found
        if block.element >= 0 and page.elements[block.element].hints & Hint.BYLINE and is_name(block.text):
            return (block.text,)
    return ()


def _published(
    page: Page, metas: Mapping[str, str], stated: Article, address: str | None, first: int
) -> tuple[When | None, Sureness | None]:
    for written in (*(metas[name] for name in _DATES if metas.get(name)), stated.published):
        if day := _day(written):
            return day, Sureness.STATED
    days = {day for time in page.times if (day := _day(time))}
    if len(days) == 1:
        return days.pop(), Sureness.INFERRED
    for block in page.blocks[max(0, first - _ABOVE) : first + 2]:
        if day := date_line(block.text):
            return day, Sureness.INFERRED
    if address and (match := _ADDRESS_DAY.search(address)):
        day = _made_day(*match.groups())
        return day, Sureness.INFERRED if day else None
    return None, None


def _day(written: str) -> When | None:
    """The day of a written date as it was there and then: ISO 8601, RFC 5322 or a plain English date."""
    written = written.strip()
    if match := _ISO_DAY.match(written):
        return _made_day(*match.groups())
    if day := date_line(written):
        return day
    parsed = parsedate(written) if len(written) < 100 else None
    return _made_day(*map(str, parsed[:3])) if parsed else None


def _made_day(year: str, month: str, day: str) -> When | None:
    try:
        return When.day(date(int(year), int(month), int(day)))
    except ValueError:
        return None


def _address(page: Page, metas: Mapping[str, str]) -> str | None:
    canonical = (link.get("href", "") for link in page.links if "canonical" in link.get("rel", "").lower().split())
    for address in (*canonical, metas.get("og:url", "")):
        if address.strip().lower().startswith(("http://", "https://")):
            return address.strip()
    return None


def _host(address: str | None) -> str | None:
    try:
        host = urlsplit(address).hostname if address else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
