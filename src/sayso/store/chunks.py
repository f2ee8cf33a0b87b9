"""Long lists in pieces, since a statement of SQL takes only so many values."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

_SIZE = 5000


def chunks(items: Iterable[T]) -> Iterator[list[T]]:
    """The items in order, in lists that fit in one statement."""
    rest = iter(items)
    while piece := list(islice(rest, _SIZE)):
        yield piece
