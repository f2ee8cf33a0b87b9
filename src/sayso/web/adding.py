"""Adds documents to the case behind the reader's back: one pile at a time, watched from any page, ended by a button."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sayso import casebook
from sayso.casebook import PackedFile, Plan
from sayso.errors import Problem, SaysoError, UsageError
from sayso.settings import Settings


@dataclass(frozen=True, slots=True)
class Added:
    """How far adding is: `done` of `of` files, `words` in them; `weighing` once all are read and compared.

    `ended` says in a sentence how it ended, empty while it goes on; `problems` are what could not be read.
    """

    what: str
    done: int = 0
    of: int = 0
    words: int = 0
    weighing: bool = False
    ended: str = ""
    problems: tuple[Problem, ...] = ()


class _CancelledError(Exception):
    """Somebody has seen enough."""


class Adding:
    """Reads files into one case in a thread of its own. It is told of what happens as the command line is."""

    def __init__(self, case: Path, settings: Settings) -> None:
        self._case = case
        self._settings = settings
        self._thread: threading.Thread | None = None
        self._starting = threading.Lock()
        self._cancel = threading.Event()
        self._closing = False
        self._state: Added | None = None

    @property
    def state(self) -> Added | None:
        """The pile that is being added, or the last one; `None` before the first."""
        return self._state

    @property
    def busy(self) -> bool:
        """Whether something is being added."""
        return self._thread is not None and self._thread.is_alive()

    def start(self, paths: Sequence[str], what: str) -> None:
        """Add files and folders; `what` names them for people. Raises `UsageError` while others are being added."""
        with self._starting:
            if self.busy:
                raise UsageError("Other documents are being added just now. Wait until they are read, then add these.")
            self._cancel.clear()
            self._state = Added(what)
            self._thread = threading.Thread(target=self._add, args=(paths,), name="add")
            self._thread.start()

    def cancel(self) -> None:
        """Stop after the documents that are being written; what is in the case stays."""
        self._cancel.set()

    def close(self) -> None:
        """Stop, and wait until what was read is safe; the next adding compares it."""
        self._closing = True
        self.cancel()
        if self._thread is not None:
            self._thread.join()

    def planned(self, plan: Plan) -> None:
        """So much is to be read."""
        self._tell(of=len(plan.read))

    def recorded(self, files: Sequence[PackedFile]) -> None:
        """These are in the case."""
        state = self._now()
        self._tell(done=state.done + len(files), words=state.words + sum(file.words for file in files))

    def waiting(self) -> None:
        """Whether to go on."""
        if self._cancel.is_set():
            raise _CancelledError

    def encoding(self, done: int, of: int) -> None:
        """What the documents state is being made ready to be compared."""
        self._tell(weighing=True)

    def comparing(self, new: int, of: int) -> None:
        """It is compared."""
        self._tell(weighing=True)

    def _add(self, paths: Sequence[str]) -> None:
        try:
            with casebook.open(self._case, self._settings, create=True) as book:
                added = book.add(paths, self, weighing=self)
        except _CancelledError:
            self._tell(ended=f"Stopped after {self._now().done} of {self._now().of} files; those are in the case.")
            if not self._closing:
                with casebook.open(self._case, self._settings) as book:
                    book.weigh()
        except SaysoError as error:
            self._tell(ended=str(error))
        except Exception:
            self._tell(ended="Something in Sayso went wrong; the window it runs in says what. What was read stays.")
            raise
        else:
            told = f"Read {added.read} files, {added.documents} documents, {added.words:,} words."
            if not added.read:
                told = "Nothing was new." if not added.problems else "Nothing could be read."
            self._tell(ended=told, problems=added.problems)

    def _now(self) -> Added:
        assert self._state is not None
        return self._state

    def _tell(self, **changed: object) -> None:
        self._state = replace(self._now(), **changed)  # type: ignore[arg-type]
