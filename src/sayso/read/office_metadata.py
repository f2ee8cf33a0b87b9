"""What Office files say about themselves (ECMA-376 part 2, core properties)."""

from dataclasses import replace
from datetime import date

from sayso.errors import UnreadableError
from sayso.model.document import Metadata, Sureness
from sayso.model.when import When
from sayso.read.docx_xml import local_name
from sayso.read.zip_package import Package

_NO_AUTHORS = frozenset({"openpyxl", "python-pptx", "microsoft office user", "user", "author", "unknown", "apache poi"})
_TEMPLATE_DAYS = frozenset({date(2013, 12, 23), date(2013, 1, 27)})
"""The days on which the templates of widely used libraries were made; their documents claim them as their own."""


def core_metadata(package: Package) -> tuple[Metadata, tuple[str, ...]]:
    """Title, authors and, as a guess at when it was published, the day of creation; and what could not be read."""
    try:
        name = package.related("", "/core-properties")
        root = package.xml(name) if name else None
    except UnreadableError as error:
        return Metadata(), (str(error),)
    stated = {} if root is None else {local_name(e): " ".join((e.text or "").split()) for e in root}
    return stated_metadata(stated.get("title", ""), stated.get("creator", "").split(";"), stated.get("created", "")), ()


def stated_metadata(title: str, authors: list[str], created: str) -> Metadata:
    """The same of plain values, `created` in ISO 8601: empty and made-up ones are left out."""
    names = tuple(name.strip() for name in authors if name.strip() and name.strip().lower() not in _NO_AUTHORS)
    metadata = Metadata(title=title or None, authors=names)
    try:
        day = date.fromisoformat(created[:10])
    except ValueError:
        return metadata
    if day in _TEMPLATE_DAYS or day.year < 1980:
        return metadata
    return replace(metadata, published=When.day(day), published_sure=Sureness.GUESSED)
