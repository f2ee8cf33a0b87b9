"""Whose own words a document is: an outlet's, a writer's, a party's to a lawsuit, the body's that put it out."""

import re
from dataclasses import dataclass
from enum import StrEnum

from sayso.model.span import Span
from sayso.weigh.origins.agents import Office
from sayso.weigh.origins.case import Case
from sayso.weigh.origins.releases import is_release
from sayso.weigh.passages import around, words
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


_HEAD = 2500
_PARTY = re.compile(
    r"(?P<name>[A-Z][\w.,&’' -]{2,70}?)[,;]?\s*\)?\s*\n?[\s)]*"
    r"(?P<side>Plaintiffs?|Petitioners?|Claimants?|Complainants?|Appellants?|Relators?)\b",
)
_VERSUS = re.compile(r"(?m)^\s*(?:v\.?|vs\.?|versus|-against-|against)[\s,)]*(?:$|\s)|\bv\. ")
_FILING = re.compile(
    r"\b(?:COMPLAINT|PETITION|STATEMENT OF CLAIM|PARTICULARS OF CLAIM|Complaint for|VERIFIED PETITION)\b"
)
_SWORN = re.compile(
    r"\b(?:AFFIDAVIT|DECLARATION|WITNESS STATEMENT|STATEMENT) OF (?P<of>[A-Z][\w.’' -]{3,50})"
    r"|\bI, (?P<i>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}),[^.]{0,80}?\b(?:declare|depose"
    r"|being (?:first )?(?:duly )?sworn"
    r"|swear|affirm|state as follows|say as follows)",
)
_TRANSCRIPT = re.compile(r"(?im)^\W*(?:.{0,40}\b(?:transcript|hearing|deposition|testimony|minutes)\b.{0,60})$")
_CLIENT = re.compile(r"\b(?:my|our) clients?\b", re.IGNORECASE)
_I_WAS_THERE = re.compile(
    r"\bI (?:myself |personally |also )?(?:saw|heard|was|wrote|met|received|attended|asked|called|telephoned"
    r"|told|spoke"
    r"|watched|visited|have (?:seen|met|read|written|received|spoken)|had)\b"
)


def author_of(source: Source, case: Case) -> Author:
    """Who answers for the document's own voice."""
    head = source.text[:_HEAD]
    if _is_mail(source):
        name = source.metadata.authors[0] if source.metadata.authors else _from(source)
        return Author(DocumentKind.MAIL, name, case.named(name))
    filed = _filed_by(head)
    if filed:
        name, why = filed
        return Author(DocumentKind.FILING, name, case.named(name), why)
    publisher = source.metadata.publisher
    if publisher:
        known = case.named(publisher)
        return Author(DocumentKind.RELEASE if is_release(source) else DocumentKind.OUTLET, publisher, known)
    authors = source.metadata.authors
    if len(authors) == 1 and not _TRANSCRIPT.search(head[:600]):
        return Author(DocumentKind.MAIL, authors[0], case.named(authors[0]))
    return Author(DocumentKind.RECORD, source.metadata.title or source.name, None)


def client_of(source: Source, author: Author, span: Span, case: Case) -> tuple[Known, str] | None:
    """For a lawyer's or spokesperson's own words at `span`: for whom, and the words that tell.

    What they say that they saw, heard or did themselves is their own.
    """
    agent = case.agents.get(author.known.id) if author.known else None
    if agent is None or author.kind is not DocumentKind.MAIL:
        return None
    said = around(source.text, span)
    if _I_WAS_THERE.search(said.of(source.text)):
        return None
    if agent.office is Office.LAWYER and not _CLIENT.search(source.text):
        return None
    return agent.principal, agent.words


def _filed_by(head: str) -> tuple[str, str] | None:
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


def _is_mail(source: Source) -> bool:
    return source.media_type.startswith("message/") or any(name == "From" for name, _ in source.metadata.headers)


def _from(source: Source) -> str:
    sender = next((value for name, value in source.metadata.headers if name == "From"), "")
    return sender.split("<")[0].strip(" \"'") or sender.strip() or source.name
