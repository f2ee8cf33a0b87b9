"""`sayso remove`: a document out of the case."""

from pathlib import Path
from typing import Annotated

import typer

from sayso import casebook
from sayso.cli.console import output
from sayso.cli.options import DEFAULT_CASE, CaseOption, SignerOption
from sayso.cli.settings import settings_from


def remove(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A file, a folder, or a document's id.")],
    purge: Annotated[
        bool, typer.Option("--purge", help="Erase it and all that came from it, free pages of the file included.")
    ] = False,
    case: CaseOption = DEFAULT_CASE,
    signer: SignerOption = None,
) -> None:
    """Take a document out of the case: hidden, and back when it is added by name; with --purge erased for good."""
    with casebook.open(case, settings_from({"signer": signer})) as book:
        gone = book.remove(path, purge=purge)
    if not gone:
        output().print(
            "Taken out; its documents stay, since the same bytes lie elsewhere in the case too.", markup=False
        )
        return
    word = "document" if len(gone) == 1 else "documents"
    output().print(f"{'Erased' if purge else 'Removed'} {len(gone)} {word}.", markup=False)
    if purge and Path(path).exists():
        what = f"{path} itself still lies on the disk: adding it, or its folder, reads it again."
        output().print(what, markup=False)
