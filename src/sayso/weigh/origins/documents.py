"""Whose own words a document is: an outlet's, a writer's, a party's to a lawsuit, the body's that put it out."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from sayso.weigh.origins.filings import filed_by
from sayso.weigh.origins.releases import body_of
from sayso.weigh.outlets import own_outlet
from sayso.weigh.source import Known, Source


class DocumentKind(StrEnum):
    """What a document is, as far as it matters for whose word it is."""

    OUTLET = "outlet"
    RELEASE = "release"
    MAIL = "mail"
    FILING = "filing"
    RECORD = "record"
    """a transcript, minutes, a log: nobody's account but the paper's own"""


@dataclass(frozen=True, slots=True)
class Author:
    """Who answers for what a document says in its own voice; `reason` says why, for a link, if it is not plain."""

    kind: DocumentKind
    name: str
    known: Known | None
    reason: str = ""


_OPENING = 600
_PAPER = re.compile(
    r"(?im)^\W*(?:.{0,40}\b(?:transcript|hearing|deposition|testimony|minutes|reports?|audit|inspection|assessment|survey"
    r"|register|log|ledger|inventory)\b.{0,60})$"
)


def author_of(source: Source, named: Callable[[str], Known | None]) -> Author:
    """Who answers for the document's own voice; `named` finds entities of the case by name."""
    if source.media_type.startswith("message/") or any(name == "From" for name, _ in source.metadata.headers):
        name = source.metadata.authors[0] if source.metadata.authors else _from(source)
        return Author(DocumentKind.MAIL, name, named(name))
    filed = filed_by(source.text)
    if filed:
        name, why = filed
        return Author(DocumentKind.FILING, name, named(name), why)
    body = body_of(source)
    if body:
        return Author(DocumentKind.RELEASE, body, named(body), "is a release of theirs")
    publisher = own_outlet(source)
    if publisher:
        return Author(DocumentKind.OUTLET, publisher, named(publisher))
    authors = source.metadata.authors
    if not _PAPER.search(f"{source.metadata.title or ''}\n{source.text[:_OPENING]}"):
        if source.media_type == "text/html":
            # A page that does not say who publishes it is still somebody's report, and no letter.
            name = (*authors, source.metadata.title or source.name)[0]
            return Author(DocumentKind.OUTLET, name, named(name))
        if len(authors) == 1:
            return Author(DocumentKind.MAIL, authors[0], named(authors[0]))
    return Author(DocumentKind.RECORD, source.metadata.title or source.name, None)


def _from(source: Source) -> str:
    sender = next((value for name, value in source.metadata.headers if name == "From"), "")
    return sender.split("<")[0].strip(" \"'") or sender.strip() or source.name
