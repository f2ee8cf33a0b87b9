"""Judgements: what people decided about findings and documents. Rows are never changed; a later row undoes one."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class JudgementKind(StrEnum):
    """What a person can do to an item."""

    CONFIRM = "confirm"
    REJECT = "reject"
    HOLD = "hold"
    """not to be told from what there is"""
    CORRECT = "correct"
    ADD = "add"
    """a person made the item, which no finder did"""
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision: who, when (UTC), about which item, made on which version of it.

    `field` and `value` say what a correction sets; `undoes` is the id of the judgement that an undo takes back.
    """

    id: int
    at: datetime
    by: str
    item: str
    made_on: int
    kind: JudgementKind
    field: str | None = None
    value: str | None = None
    undoes: int | None = None
