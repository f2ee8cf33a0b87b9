"""Pages of PDFs as pictures, drawn in a process that can be killed: a PDF is a program for a C library."""

import threading
from collections import OrderedDict
from collections.abc import Callable

from sayso.errors import UnreadableError
from sayso.workers import Done, Failed, Limits, Pool

_LIMITS = Limits(seconds=20, megabytes=1024)
_KEPT = 32
"""Pictures kept in memory, and nowhere else."""


class PagePictures:
    """Draws pages one at a time, and keeps the last ones in memory. Close it to end its process."""

    def __init__(self) -> None:
        self._pool: Pool[tuple[bytes, int], bytes] = Pool("sayso.read.pdf_picture:make_painter", (), 1, _LIMITS)
        self._drawing = threading.Lock()
        self._kept: OrderedDict[tuple[str, int], bytes] = OrderedDict()

    def picture(self, document: str, number: int, data: Callable[[], bytes]) -> bytes:
        """The sheet (from 1) of a document (its id) as PNG; `data` gives its bytes. Raises `UnreadableError`."""
        with self._drawing:
            if (document, number) in self._kept:
                self._kept.move_to_end((document, number))
                return self._kept[document, number]
            drawn = self._draw(data(), number)
            self._kept[document, number] = drawn
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
            return drawn

    def _draw(self, data: bytes, number: int) -> bytes:
        for outcome in self._pool.run([(data, number)], tick=0.05):
            match outcome:
                case Done():
                    return outcome.result
                case Failed():
                    raise UnreadableError(f"This page can't be drawn: it {outcome.why}.")
        raise UnreadableError("This page can't be drawn.")

    def close(self) -> None:
        """End the process that draws."""
        with self._drawing:
            self._pool.__exit__()
