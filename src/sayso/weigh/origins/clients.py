"""Lawyers and spokespeople who write themselves: for whom."""

import re

from sayso.model.span import Span
from sayso.weigh.origins.agents import Office
from sayso.weigh.origins.case import Case
from sayso.weigh.origins.documents import Author, DocumentKind
from sayso.weigh.passages import around
from sayso.weigh.source import Known, Source

_CLIENT = re.compile(r"\b(?:my|our) clients?\b", re.IGNORECASE)
_I_WAS_THERE = re.compile(
    r"\bI (?:myself |personally |also )?(?:saw|heard|was|wrote|met|received|attended|asked|called|telephoned|told|spoke"
    r"|watched|visited|have (?:seen|met|read|written|received|spoken)|had)\b"
)


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
