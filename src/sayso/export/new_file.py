"""Writes what is exported, without ever taking the place of something else."""

from pathlib import Path

from sayso.errors import UsageError

MADE_HERE = "<!-- made by sayso timeline -->"
"""Stands near the start of every file written here, so that the next one may replace it."""

_LOOKED_AT = 400


def write_new(file: Path, text: str) -> None:
    """Write the text, in UTF-8, to a file that is not there or was written here.

    Raises `UsageError` if another file is there, or if it can't be written.
    """
    try:
        if file.exists() and MADE_HERE not in file.read_bytes()[:_LOOKED_AT].decode("utf-8", "replace"):
            raise UsageError(f"{file} is there already and was not written by this command. Name another file.")
        file.write_text(text, encoding="utf-8", errors="replace")
    except OSError as error:
        raise UsageError(f"{file} can't be written: {error.strerror}. Name another file.") from None
