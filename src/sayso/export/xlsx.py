"""Tables as one Excel workbook, a sheet each: days are dates, words are text, and nothing is ever a formula."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import IO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from sayso.casebook import Case
from sayso.errors import UsageError
from sayso.export.cells import Cell, Sheet
from sayso.export.sheets import Table, sheet
from sayso.export.xml_text import xml_text

_MOST_ROWS = 1_048_576
_MOST_UNITS = 32_767
"""UTF-16 units that a cell of Excel holds."""
_FIRST_YEAR = 1900
"""Excel knows no earlier date; those are text."""
_WRAPPED = 40
"""Columns at least so wide hold sentences."""


def write_xlsx(case: Case, query: str, tables: Sequence[Table], out: IO[bytes]) -> int:
    """Write the tables as sheets of one workbook; returns how many rows.

    Words longer than a cell can hold go on in rows below, whose other cells are empty but for the id. Raises
    `QueryError` for a query that one of the tables does not understand, `UsageError` for more rows than a sheet has.
    """
    made = [sheet(case, table, query) for table in tables]
    book = xlsxwriter.Workbook(out, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    plain = book.add_format({"valign": "top"})
    wrapped = book.add_format({"valign": "top", "text_wrap": True})
    day = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd", "align": "left"})
    for format_ in (plain, wrapped):
        # Text that looks like a formula stays text also when somebody edits the cell.
        format_.set_quote_prefix()
    rows = sum(_write(book.add_worksheet(one.name), one, head, plain, wrapped, day) for one in made)
    book.close()
    return rows


def _write(page: Worksheet, made: Sheet, head: Format, plain: Format, wrapped: Format, day: Format) -> int:
    for place, (heading, width) in enumerate(made.columns):
        page.set_column(place, place, width)
        page.write_string(0, place, heading, head)
    page.freeze_panes(1, 1)
    line = rows = 0
    for row in made.rows:
        rows += 1
        for cells in _lines(row):
            line += 1
            if line >= _MOST_ROWS:
                raise UsageError(
                    f"There are more {made.name} than a sheet of Excel has rows. Narrow down, or take csv."
                )
            for place, cell in enumerate(cells):
                text = wrapped if made.columns[place][1] >= _WRAPPED else plain
                _write_cell(page, line, place, cell, text, day)
    page.autofilter(0, 0, line, len(made.columns) - 1)
    return rows


def _write_cell(page: Worksheet, line: int, place: int, cell: Cell, text: Format, day: Format) -> None:
    if isinstance(cell, date) and cell.year >= _FIRST_YEAR:
        page.write_datetime(line, place, cell, day)
    elif isinstance(cell, int | float):
        page.write_number(line, place, cell)
    elif cell is not None and cell != "":
        page.write_string(line, place, cell if isinstance(cell, str) else cell.isoformat(), text)


def _lines(row: Sequence[Cell]) -> Iterator[Sequence[Cell]]:
    """The row, and below it what is left of cells that are too long."""
    pieces = [_pieces(cell) for cell in row]
    for number in range(max(map(len, pieces))):
        yield [row[0], *(piece[number] if number < len(piece) else None for piece in pieces[1:])]


def _pieces(cell: Cell) -> Sequence[Cell]:
    if not isinstance(cell, str):
        return (cell,)
    text = xml_text(cell)
    most = _MOST_UNITS if all(c <= "\uffff" for c in text) else _MOST_UNITS // 2
    return [text[at : at + most] for at in range(0, len(text), most)] or [""]
