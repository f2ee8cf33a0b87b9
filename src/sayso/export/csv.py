"""Tables as CSV (RFC 4180): one table a file, several in a ZIP archive.

UTF-8 with a byte order mark, without which Excel takes the words for those of an old Windows code page; every other
program of note skips it. A cell that a spreadsheet would take for a formula gets an apostrophe in front of it, which
is how spreadsheets mark text, so that words of a hostile document are never computed (OWASP, "CSV Injection").
"""

import csv
import io
import zipfile
from collections.abc import Sequence
from typing import IO

from sayso.casebook import Case
from sayso.export.cells import Cell, Sheet
from sayso.export.sheets import Table, sheet

_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a formula of a cell that begins so, in Excel, LibreOffice or Google Sheets."""
_NEVER_CHANGES = (1980, 1, 1, 0, 0, 0)
"""The time of a file in an archive, the same always: one case makes one archive."""


def write_csv(case: Case, query: str, tables: Sequence[Table], out: IO[bytes]) -> int:
    """Write one table as CSV, several as a ZIP archive of CSV files; returns how many rows.

    Raises `QueryError` for a query that one of the tables does not understand.
    """
    if len(tables) == 1:
        return _write(sheet(case, tables[0], query), out)
    rows = 0
    with zipfile.ZipFile(out, "w") as archive:
        for made in [sheet(case, table, query) for table in tables]:
            entry = zipfile.ZipInfo(f"{made.name}.csv", _NEVER_CHANGES)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w", force_zip64=True) as file:
                rows += _write(made, file)
    return rows


def _write(made: Sheet, out: IO[bytes]) -> int:
    text = io.TextIOWrapper(out, encoding="utf-8-sig", errors="replace", newline="", write_through=True)
    try:
        writer = csv.writer(text)
        writer.writerow(heading for heading, _ in made.columns)
        rows = 0
        for row in made.rows:
            writer.writerow(map(_cell, row))
            rows += 1
        return rows
    finally:
        text.detach()


def _cell(cell: Cell) -> str | int | float | None:
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULAS) else cell
    return cell.isoformat() if cell is not None and not isinstance(cell, int | float) else cell
