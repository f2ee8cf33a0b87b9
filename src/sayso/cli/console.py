"""What every command prints with: tables on standard output, sentences on standard error."""

import json
import os
import sys
from collections.abc import Iterable, Mapping

from rich.console import Console
from rich.table import Table
from rich.text import Text

_WIDTH_WITHOUT_TERMINAL = 120


def output() -> Console:
    """Standard output; colours only on a terminal, a fixed width elsewhere so that pipes get stable lines."""
    return _console(stderr=False)


def messages() -> Console:
    """Standard error."""
    return _console(stderr=True)


def _console(*, stderr: bool) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() or "COLUMNS" in os.environ else _WIDTH_WITHOUT_TERMINAL
    return Console(stderr=stderr, width=width, highlight=False, soft_wrap=False)


def print_json(value: object) -> None:
    """One JSON object on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def print_json_line(value: Mapping[str, object]) -> None:
    """One JSON object on a line of its own, out at once for whoever reads along."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def table(columns: Iterable[tuple[str, int]], rows: Iterable[Iterable[str | Text]]) -> Table:
    """A table of `columns` (heading, share of the width; 0 for no wider than its content) and rows.

    Plain strings are shown as they are: document text is never read as markup.
    """
    made = Table(box=None, pad_edge=False, header_style="bold", expand=True)
    for heading, share in columns:
        if share:
            made.add_column(heading, ratio=share, overflow="fold")
        else:
            made.add_column(heading, no_wrap=True)
    for row in rows:
        made.add_row(*(cell if isinstance(cell, Text) else Text(printable(cell)) for cell in row))
    return made


def printable(text: str) -> str:
    """Document text made safe for a terminal: control characters (escape sequences too) become visible."""
    return "".join(c if c.isprintable() or c in "\n\t" else "�" for c in text)


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
