"""Files that a browser sends, put beside the case under names that do no harm."""

import os
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from sayso.errors import UsageError

_LONGEST_NAME = 120
"""Bytes, the ending included."""
_TRIED = 1000
_HARMFUL = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')


def folder_of(case: Path) -> Path:
    """Where files go that come from the browser."""
    return case.absolute().with_name(f"{case.stem}-documents")


def keep(folder: Path, name: str, data: bytes) -> Path:
    """Write a file under its own name or a like one, and give the path; a file with these very bytes is taken as it is.

    Nothing is ever written over. Raises `UsageError` if it can't be written.
    """
    safe = safe_name(name)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        for candidate in _candidates(safe):
            path = folder / candidate
            try:
                descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
            except FileExistsError:
                if path.is_file() and not path.is_symlink() and path.read_bytes() == data:
                    return path
                continue
            with os.fdopen(descriptor, "wb") as out:
                out.write(data)
            return path
    except OSError as error:
        raise UsageError(
            f"{safe} can't be kept in {folder} ({error.strerror}). Make room, or check the rights."
        ) from error
    raise UsageError(f"There are too many files called {safe} in {folder}. Rename the new one.")


def safe_name(name: str) -> str:
    """The last part of a name, without what file systems or shells take for something else; never hidden or empty."""
    plain = unicodedata.normalize("NFC", name.replace("\\", "/").rsplit("/", 1)[-1])
    visible = "".join(c for c in plain if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co"))
    clean = " ".join(_HARMFUL.sub("_", visible).split()).strip(". ") or "document"
    stem, dot, ending = clean.rpartition(".")
    if not dot or len(ending) > 10:
        stem, dot, ending = clean, "", ""
    room = _LONGEST_NAME - len((dot + ending).encode())
    return stem.encode()[:room].decode("utf-8", "ignore").rstrip(". ") + dot + ending


def _candidates(name: str) -> Sequence[str]:
    stem, dot, ending = name.rpartition(".")
    first = [name]
    if not dot:
        stem, ending = name, ""
    return first + [f"{stem} ({number}){dot}{ending}" for number in range(2, _TRIED)]
