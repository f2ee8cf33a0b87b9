"""Writes what is exported, without ever taking the place of something else, and whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from sayso.errors import UsageError

MADE_HERE = "<!-- made by sayso timeline -->"
"""Stands near the start of every file written here, so that the next one may replace it."""

_LOOKED_AT = 400


def write_new(file: Path, text: str) -> None:
    """Write the text, in UTF-8, to a file that is not there or was written here.

    Raises `UsageError` if another file is there, or if it can't be written.
    """
    try:
        if file.is_file() and MADE_HERE not in file.read_bytes()[:_LOOKED_AT].decode("utf-8", "replace"):
            raise UsageError(f"{file} is there already and was not written by this command. Name another file.")
    except OSError as error:
        raise _unwritable(file, error) from None
    with new_file(file, replace=True) as made:
        made.write(text.encode("utf-8", "replace"))


@contextmanager
def new_file(file: Path, *, replace: bool = False) -> Iterator[IO[bytes]]:
    """Bytes to write to; they appear as `file` at the end, readable by its owner alone, or not at all.

    What is no file (a device, a pipe) is written to and stays what it is. Raises `UsageError` if the file is there
    already and may not be replaced, or if it can't be written.
    """
    if file.exists() and not file.is_file():
        try:
            with file.open("wb") as stream:
                yield stream
        except OSError as error:
            raise _unwritable(file, error) from None
        return
    if not replace and os.path.lexists(file):
        raise UsageError(f"{file} is there already. Name another file with -o, or say --replace.")
    try:
        # Beside its place, since only there can it be moved to it in one step.
        made = NamedTemporaryFile(dir=file.parent, prefix=f".{file.name[:60]}.", delete=False)  # noqa: SIM115
    except OSError as error:
        raise _unwritable(file, error) from None
    try:
        with made:
            yield made
            made.flush()
            os.fsync(made.fileno())
        Path(made.name).replace(file)
    except OSError as error:
        raise _unwritable(file, error) from None
    finally:
        with suppress(OSError):
            Path(made.name).unlink()


def _unwritable(file: Path, error: OSError) -> UsageError:
    return UsageError(f"{file} can't be written: {error.strerror}. Name another file.")
