"""Whose own words a document is: an outlet's, a writer's, a party's to a lawsuit, the body's that put it out."""

import re
from dataclasses import dataclass
from enum import StrEnum

from sayso.model.span import Span
from sayso.weigh.origins.agents import Office
from sayso.weigh.origins.case import Case
from sayso.weigh.origins.filings import filed_by
from sayso.weigh.origins.releases import body_of
from sayso.weigh.outlets import own_outlet
from sayso.weigh.passages import around
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
_CLIENT = re.compile(r"\b(?:my|our) clients?\b", re.IGNORECASE)
_I_WAS_THERE = re.compile(
    r"\bI (?:myself |personally |also )?(?:saw|heard|was|wrote|met|received|attended|asked|called|telephoned|told|spoke"
    r"|watched|visited|have (?:seen|met|read|written|received|spoken)|had)\b"
)


def author_of(source: Source, case: Case) -> Author:
    """Who answers for the document's own voice."""
    if source.media_type.startswith("message/") or any(name == "From" for name, _ in source.metadata.headers):
        name = source.metadata.authors[0] if source.metadata.authors else _from(source)
        return Author(DocumentKind.MAIL, name, case.named(name))
    filed = filed_by(source.text)
    if filed:
        name, why = filed
        return Author(DocumentKind.FILING, name, case.named(name), why)
    body = body_of(source)
    if body:
        return Author(DocumentKind.RELEASE, body, case.named(body), "is a release of theirs")
    publisher = own_outlet(source)
    if publisher:
        return Author(DocumentKind.OUTLET, publisher, case.named(publisher))
    authors = source.metadata.authors
    head = f"{source.metadata.title or ''}\n{source.text[:_OPENING]}"
    if len(authors) == 1 and not _PAPER.search(head):
        return Author(DocumentKind.MAIL, authors[0], case.named(authors[0]))
    return Author(DocumentKind.RECORD, source.metadata.title or source.name, None)


def client_of(source: Source, author: Author, span: Span, case: Case) -> tuple[Known, str] | None:
    """For a lawyer's or spokesperson's own words at `span`: for whom, and the words that tell.

    What they say that they saw, heard or did themselves is their own.
    """
    agent = case.agents.get(author.known.id) if author.known else None
    if agent is None or author.kind is not DocumentKind.MAIL:
        return None
    if _I_WAS_THERE.search(around(source.text, span).of(source.text)):
        return None
    if agent.office is Office.LAWYER and not _CLIENT.search(source.text):
        return None
    return agent.principal, agent.words


def _from(source: Source) -> str:
    sender = next((value for name, value in source.metadata.headers if name == "From"), "")
    return sender.split("<")[0].strip(" \"'") or sender.strip() or source.name
