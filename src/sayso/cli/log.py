"""`sayso log`: who decided what."""

from typing import Annotated

import typer

from sayso import casebook
from sayso.cli.console import folded, messages, output, print_json, table
from sayso.cli.options import DEFAULT_CASE, CaseOption, JsonOption
from sayso.export.listing import log_row

_LONG = ("sha256", "read_with")
"""Details that `--json` gives and that make a table unreadable."""


def log(
    case: CaseOption = DEFAULT_CASE,
    json: JsonOption = False,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="Show the latest so many rows.")] = 50,
    verify: Annotated[bool, typer.Option("--verify", help="Check that no row was changed or taken out.")] = False,
) -> None:
    """Who did what to the case, latest first. Rows are only ever appended; each carries the hash of the one before."""
    with casebook.open(case, write=False) as book:
        if verify:
            broken = book.verify_log()
            if broken is not None:
                messages().print(f"Row {broken} of the log does not fit: it, or the one before, was changed.")
                raise typer.Exit(1)
            output().print("Every row of the log fits the one before it.")
            return
        rows = list(book.log(None if json else limit))
    if json:
        print_json([log_row(row) for row in rows])
        return
    output().print(
        table(
            [("", 0), ("when (UTC)", 0), ("who", 1), ("what", 0), ("item", 3), ("", 4)],
            [
                [
                    str(row.seq),
                    row.at.strftime("%Y-%m-%d %H:%M:%S"),
                    folded(row.by),
                    row.action,
                    folded(row.item) if row.item else "(erased)",
                    folded(
                        ", ".join(f"{key}: {value}" for key, value in (row.detail or {}).items() if key not in _LONG)
                    ),
                ]
                for row in rows
            ],
        )
    )
