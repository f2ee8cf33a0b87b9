"""What tables are made of, whatever file they go to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.model.when import When

Cell = str | int | float | date | None
"""A date is a whole day; `None` is "not known"."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: `columns` are (heading, width in characters), `rows` have a cell for each."""

    name: str
    columns: Sequence[tuple[str, int]]
    rows: Iterator[Sequence[Cell]]


def days(when: When | None) -> tuple[Cell, Cell, Cell]:
    """A date as it is known, and its first and last possible day."""
    return (when.edtf, when.earliest, when.latest) if when else (None, None, None)
