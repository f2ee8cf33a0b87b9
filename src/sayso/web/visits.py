"""Remembers when somebody was last at the desk, so that it can say what has changed since."""

import time
from pathlib import Path

from sayso import casebook
from sayso.casebook import Visit
from sayso.errors import SaysoError
from sayso.settings import Settings

_EVERY = 120
"""Seconds after which a visit is written down again."""


class Visits:
    """Whoever signs at this desk, and what they had seen before."""

    def __init__(self, case: Path, settings: Settings) -> None:
        self._case = case
        self._settings = settings
        self._known: tuple[float, Visit] | None = None

    def now(self) -> Visit | None:
        """Somebody looks: what they had seen at the visit before; `None` where the case can't be written to."""
        if self._known is None or time.monotonic() - self._known[0] > _EVERY:
            try:
                with casebook.open(self._case, self._settings) as book:
                    self._known = (time.monotonic(), book.visit())
            except SaysoError:
                return None
        return self._known[1]
