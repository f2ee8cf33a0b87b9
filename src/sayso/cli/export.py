"""`sayso export`: the findings in the formats of other programs."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from sayso import casebook
from sayso.cli.console import messages
from sayso.cli.options import DEFAULT_CASE, CaseOption, QueryArgument, query_text
from sayso.errors import UsageError
from sayso.export import formats
from sayso.export.formats import WRITERS, Format, file_name
from sayso.export.new_file import new_file
from sayso.export.sheets import Table


def export(
    format_: Annotated[Format, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(Format)}.")],
    query: QueryArgument = None,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", metavar="FILE", help="Where to: a file, a folder, or - for standard output."),
    ] = None,
    only: Annotated[Table | None, typer.Option("--only", help="Only this table, where the format has several.")] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Take the place of a file that is there.")] = False,
    case: CaseOption = DEFAULT_CASE,
) -> None:
    """Write findings for spreadsheets, timelines, graphs, annotation tools, reference managers (docs/exports.md).

    What is suggested and what a person confirmed are told apart in every format; what was rejected is left out. The
    file appears whole or not at all, and takes the place of another only with --replace.
    """
    if format_ is Format.CSV and only is None and out and out.suffix == ".csv":
        raise UsageError(
            f"All tables are an archive: name it .zip, or name one table with --only ({', '.join(Table)})."
        )
    with casebook.open(case, write=False) as book:
        if str(out) == "-":
            formats.export(book, format_, query_text(query), only, sys.stdout.buffer)
            sys.stdout.buffer.flush()
            return
        name = file_name(case.stem, format_, only)
        file = out / name if out and out.is_dir() else out or Path(name)
        with new_file(file, replace=replace) as made:
            written = formats.export(book, format_, query_text(query), only, made)
    messages().print(f"Wrote {written:,} {WRITERS[format_].counts} to {file}.", markup=False)
