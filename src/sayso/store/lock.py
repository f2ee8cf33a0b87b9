"""Lets one process at a time read files into a case, across processes."""

import fcntl
import os
from pathlib import Path

from sayso.errors import CaseError


class WriterLock:
    """A lock that the operating system frees when its process ends, however it ends.

    It is a file of its own beside the case: opening and closing the case's own file would drop SQLite's locks on it.
    """

    def __init__(self, case: Path) -> None:
        self._case = case
        self._path = case.with_name(case.name + "-lock")
        self._held: int | None = None

    def take(self) -> bool:
        """Hold the lock from now on; returns whether it was not held before.

        Raises `CaseError` if another process, or another `open_store` of this one, holds it.
        """
        if self._held is not None:
            return False
        while self._held is None:
            descriptor = self._open()
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                os.close(descriptor)
                raise CaseError(
                    f"Another program is adding to {self._case}. Wait until it is done, then run the command again."
                ) from None
            if self._is_current(descriptor):
                self._held = descriptor
            else:
                os.close(descriptor)
        return True

    def free(self) -> None:
        """Let go, if held, and leave no file behind."""
        if self._held is not None:
            self._path.unlink(missing_ok=True)
            os.close(self._held)
            self._held = None

    def _open(self) -> int:
        try:
            return os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        except OSError as error:
            raise CaseError(
                f"{self._path} can't be made ({error.strerror}). Adding needs to write in the case's folder."
            ) from error

    def _is_current(self, descriptor: int) -> bool:
        """Whether the file that was locked is still the one of this name: its last holder may just have removed it."""
        try:
            return os.path.samestat(os.fstat(descriptor), self._path.stat())
        except FileNotFoundError:
            return False
