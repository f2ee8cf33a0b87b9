"""A small invented case that ships with the package, for `sayso demo` and for trying things out."""

from importlib.resources import files
from pathlib import Path


def documents() -> tuple[Path, ...]:
    """The files of the demo case in order of name; all of them lie in one folder."""
    return tuple(sorted(Path(str(files(__name__) / "pile")).iterdir()))
