"""Gaps: what is missing."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.document import Box
from sayso.model.span import Span


class GapKind(StrEnum):
    """What kind of thing is missing."""

    REDACTION = "redaction"
    NO_COMMENT = "no-comment"
    NO_RESPONSE = "no-response"
    WITHHELD_SOURCE = "withheld-source"
    OPEN_QUESTION = "open-question"
    CITED_DOCUMENT = "cited-document"
    UNHEARD_PERSON = "unheard-person"
    SINGLE_UNNAMED_ORIGIN = "single-unnamed-origin"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing, at the words that show it.

    `page` is the sheet (from 1) where there are pages; `recoverable` whether a redaction's words can still be read
    (`None` for gaps that are no redactions); `note` says more in a few words. `box` is where a redaction stands on
    its page; `region` counts the document's blacked-out passages from 1: the bars of one passage share a number.
    """

    id: str
    kind: GapKind
    span: Span
    page: int | None
    recoverable: bool | None
    note: str = ""
    box: Box | None = None
    region: int | None = None
