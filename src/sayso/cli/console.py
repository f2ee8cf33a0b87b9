"""What every command prints with: tables on standard output, sentences on standard error."""

import json
import os
import sys
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

_WIDTH_WITHOUT_TERMINAL = 120
_WIDE = 110
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060"
"""Soft hyphens and joiners, which words of ordinary pages hold."""


def output() -> Console:
    """Standard output; colours only on a terminal, a fixed width elsewhere so that pipes get stable lines."""
    return _console(stderr=False)


def messages() -> Console:
    """Standard error."""
    return _console(stderr=True)


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Whoever read along (`head`) has seen enough: that is no failure."""
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0)


def _console(*, stderr: bool) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() or "COLUMNS" in os.environ else _WIDTH_WITHOUT_TERMINAL
    return _Console(stderr=stderr, width=width, highlight=False, soft_wrap=False)


def print_json(value: object) -> None:
    """One JSON object on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def print_json_line(value: Mapping[str, object]) -> None:
    """One JSON object on a line of its own, out at once for whoever reads along."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def table(
    columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[str | Text]], *, wide_only: Collection[str] = ()
) -> Table:
    """A table of `columns` (heading, share of the width; 0 for no wider than its content) and rows.

    Columns of `wide_only` are left out where there is no room for them. Plain strings are shown as they are: document
    text is never read as markup.
    """
    narrow = output().width < _WIDE
    shown = [place for place, (heading, _) in enumerate(columns) if not (narrow and heading in wide_only)]
    made = Table(box=None, pad_edge=False, header_style="bold", expand=True)
    for heading, share in (columns[place] for place in shown):
        if share:
            made.add_column(heading, ratio=share, overflow="fold")
        else:
            made.add_column(heading, no_wrap=True)
    for row in rows:
        cells = (row[place] for place in shown)
        made.add_row(*(cell if isinstance(cell, Text) else Text(printable(cell)) for cell in cells))
    return made


def printable(text: str) -> str:
    """Document text made safe for a terminal: control characters, escape sequences and marks that turn the direction
    of writing become visible; every kind of blank is a space.
    """
    return text if text.isascii() and text.isprintable() else "".join(map(_printable, text))


def _printable(character: str) -> str:
    if character.isprintable() or character in "\n\t" or character in _INVISIBLE:
        return character
    return " " if unicodedata.category(character) == "Zs" else "�"


def folded(text: str) -> str:
    """Text on one line: every run of white space a single space."""
    return " ".join(printable(text).split())


def shorten(text: str, most: int) -> str:
    """Text on one line of at most `most` characters, cut at a word with an ellipsis."""
    line = folded(text)
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    return (cut[: cut.rfind(" ")] if " " in cut[most // 2 :] else cut).rstrip(" ,;:") + "…"
