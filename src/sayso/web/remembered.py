"""Figures that take longer to count than a page may take: kept until the case changes."""

import threading
from collections.abc import Callable
from typing import TypeVar

from sayso.casebook import Case, Counts, Facets, Table

T = TypeVar("T")
_MOST = 64


class Remembered:
    """Counts of one case, each made anew once anybody, here or elsewhere, has changed the case."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[tuple[int, ...], object]] = {}
        self._lock = threading.Lock()

    def counts(self, book: Case) -> Counts:
        """How much there is of everything."""
        return self._value(book, "counts", book.counts)

    def facets(self, book: Case) -> Facets:
        """How many documents there are by outlet, year and kind."""
        return self._value(book, "facets", book.facets)

    def count(self, book: Case, table: Table, query: str) -> int:
        """How many rows a list has."""
        return self._value(book, f"{table} {query}", lambda: book.count(table, query))

    def _value(self, book: Case, name: str, make: Callable[[], T]) -> T:
        state = book.state()
        with self._lock:
            held = self._held.get(name)
        if held is not None and held[0] == state:
            return held[1]  # type: ignore[return-value]
        made = make()
        with self._lock:
            while len(self._held) >= _MOST:
                self._held.pop(next(iter(self._held)))
            self._held[name] = (state, made)
        return made
