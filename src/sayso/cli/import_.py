"""`sayso import`: what other programs know, for the case; or a case from another machine."""

import getpass
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
from sayso.export import ftm_people, jsonl
from sayso.export.ftm_people import read_ftm_people
from sayso.export.jsonl import read_jsonl


class Format(StrEnum):
    """What can be read."""

    FTM = "ftm"
    JSONL = "jsonl"


def import_(
    format_: Annotated[Format, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(Format)}.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to read.")],
    forget: Annotated[
        bool, typer.Option("--forget", help="Forget the people of a list of this file's name instead (ftm).")
    ] = False,
    case: CaseOption = DEFAULT_CASE,
    signer: SignerOption = None,
) -> None:
    """Take in ftm, a list of people as FollowTheMoney entities, or jsonl, a case that was exported.

    ftm: whoever bears the full name of one of them alone is called as the list calls them. The list never joins
    people on a surname, and never what somebody decided to keep apart. Again replaces the list of this file's name.

    jsonl: becomes a new case, with the documents, findings and decisions of the one it was exported from.
    """
    if format_ is Format.JSONL:
        if forget:
            raise UsageError("An exported case becomes a case of its own: to forget it, delete that file.")
        _import_case(file, case, signer)
    else:
        _import_people(file, case, signer, forget=forget)


def _import_case(file: Path, case: Path, signer: str | None) -> None:
    made = read_jsonl(_lines(file, jsonl.LONGEST_LINE), file.name)
    documents = casebook.restore(case, made.case, made.documents, source=file.name, by=signer or getpass.getuser())
    with casebook.open(case, settings_from({"signer": signer})) as book:
        book.weigh()
        counts = book.counts()
    decided = f"{counts.confirmed:,} confirmed, {counts.rejected:,} rejected"
    said = f"{documents:,} documents, {counts.statements:,} statements ({decided}), {counts.people:,} people"
    output().print(f"{case}: {said} and organisations.", markup=False)


def _import_people(file: Path, case: Path, signer: str | None, *, forget: bool) -> None:
    with casebook.open(case, settings_from({"signer": signer}), create=not forget) as book:
        if forget:
            if not book.set_known_people(file.name, ()):
                raise UsageError(f"The case has no list of people from a file {file.name!r}.")
            output().print(f"The people of {folded(file.name)} are forgotten.", markup=False)
            return
        found = read_ftm_people(_lines(file, ftm_people.LONGEST_LINE), file.name)
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


def _lines(file: Path, longest: int) -> Iterator[bytes]:
    """The lines of a file; of one longer than `longest` bytes one byte more, so that memory can't run out."""
    try:
        with file.open("rb") as stream:
            yield from _cut(stream, longest)
    except OSError as error:
        raise UsageError(f"{file} can't be read: {error.strerror}.") from None


def _cut(stream: IO[bytes], longest: int) -> Iterator[bytes]:
    while line := stream.readline(longest + 1):
        yield line
        while len(line) > longest and not line.endswith(b"\n"):
            # The rest of a line that is too long is no line of its own.
            line = stream.readline(longest + 1)
