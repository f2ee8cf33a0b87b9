"""`sayso import`: what other programs know, for the case."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import IO, Annotated

import typer

from sayso import casebook
from sayso.cli.console import folded, messages, output
from sayso.cli.options import DEFAULT_CASE, CaseOption, SignerOption
from sayso.cli.settings import settings_from
from sayso.errors import UsageError
from sayso.export.ftm_people import LONGEST_LINE, read_ftm_people


class Format(StrEnum):
    """What can be read."""

    FTM = "ftm"


def import_(
    format_: Annotated[Format, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(Format)}.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to read.")],
    forget: Annotated[
        bool, typer.Option("--forget", help="Forget the people of a list of this file's name instead.")
    ] = False,
    case: CaseOption = DEFAULT_CASE,
    signer: SignerOption = None,
) -> None:
    """Take a list of people into the case: ftm, entities of FollowTheMoney, one JSON object a line.

    Whoever bears the full name of one of them alone is called as the list calls them. The list never joins people on
    a surname, and never what somebody decided to keep apart. Again replaces the list of this file's name.
    """
    settings = settings_from({"signer": signer})
    with casebook.open(case, settings, create=not forget) as book:
        if forget:
            if not book.set_known_people(file.name, ()):
                raise UsageError(f"The case has no list of people from a file {file.name!r}.")
            output().print(f"The people of {folded(file.name)} are forgotten.", markup=False)
            return
        found = read_ftm_people(_lines(file), file.name)
        if not found.people:
            raise UsageError(f"{file} names nobody: no line of it is a person or body of FollowTheMoney.")
        book.set_known_people(file.name, found.people)
        named = sum(row.person.reason.endswith(f" is in {file.name}") for row in book.people())
    known = f"{len(found.people):,} people and bodies are known from {folded(file.name)}"
    output().print(f"{known}; documents mention {named:,} of them.", markup=False)
    if found.others:
        what = f"{found.others:,} entities of other kinds, or without a full name, were left out."
        messages().print(what, markup=False)
    if found.broken:
        messages().print(f"{found.broken:,} lines are no entities and were left out.", markup=False)
        raise typer.Exit(1)


def _lines(file: Path) -> Iterator[bytes]:
    """The lines of a file; what is longer than any line may be comes in pieces, so that memory can't run out."""
    try:
        with file.open("rb") as stream:
            yield from _pieces(stream)
    except OSError as error:
        raise UsageError(f"{file} can't be read: {error.strerror}.") from None


def _pieces(stream: IO[bytes]) -> Iterator[bytes]:
    while line := stream.readline(LONGEST_LINE + 1):
        yield line
        while len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            # The rest of a line that is too long is no line of its own.
            line = stream.readline(LONGEST_LINE + 1)
