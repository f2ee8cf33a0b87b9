"""A case in plain values, table by table: what is carried from one case to another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Plain: TypeAlias = "bool | int | float | str | Mapping[str, str] | None"
"""What a column holds; bytes are `{"base64": …}`."""
Rows: TypeAlias = "Mapping[str, Sequence[Mapping[str, Plain]]]"
"""Table → rows."""


@dataclass(frozen=True, slots=True)
class CarriedCase:
    """What a case holds beside its documents; `revision` tells which tables it is from."""

    revision: str
    rows: Rows


@dataclass(frozen=True, slots=True)
class CarriedDocument:
    """One document with all that was found in it and decided about it; `text` are its characters, `data` its bytes."""

    text: str
    data: bytes
    rows: Rows
