"""`sayso backup`: a copy of the case, while it is in use."""

from pathlib import Path
from typing import Annotated

import typer

from sayso import casebook
from sayso.cli.console import output
from sayso.cli.options import DEFAULT_CASE, CaseOption


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to be made; it must not be there yet.")],
    case: CaseOption = DEFAULT_CASE,
) -> None:
    """Copy the case to a new file: one moment of it, even while others write to it; whole or not at all.

    The copy is a case like any other: `sayso serve --case FILE` opens it.
    """
    with casebook.open(case, write=False) as book:
        book.backup(file)
    output().print(f"{file} holds {case} as it is now ({file.stat().st_size / 1e6:,.1f} MB).", markup=False)
