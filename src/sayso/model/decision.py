"""What people decide about claims. A decision names the words it was made on, so that it holds when documents are
read again and claims are made anew.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sayso.model.span import Span


class ClaimDecisionKind(StrEnum):
    """What a person can say about claims."""

    TOGETHER = "together"
    """both passages are about one claim"""
    APART = "apart"
    """the two passages are about two claims"""
    STANCE = "stance"
    """how the passage stands to its claim"""
    SAME_ORIGIN = "same-origin"
    """both passages go back to one origin"""
    OTHER_ORIGIN = "other-origin"
    """the two passages go back to two origins"""
    CONFIRM = "confirm"
    """the passage is rightly part of its claim, with its stance"""
    HOLD = "hold"
    """not to be told from what there is"""
    UNDO = "undo"
    """takes an earlier decision back"""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a document: a span of its text in code points."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class ClaimDecision:
    """A decision: who, when (UTC), about which passages (one or two); `value` is the stance that was set, `undoes` the
    decision taken back. Passages are fewer where documents were purged since.
    """

    id: int
    at: datetime
    by: str
    kind: ClaimDecisionKind
    passages: tuple[Passage, ...]
    value: str | None = None
    undoes: int | None = None
