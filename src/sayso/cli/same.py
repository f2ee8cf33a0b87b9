"""`sayso same`: the comparison of names by itself."""

import json
import sys
from typing import Annotated, Literal

import typer

from sayso.casebook import same as compare
from sayso.cli.console import output
from sayso.errors import UsageError
from sayso.model.entity import EntityKind


def same(
    first: Annotated[str | None, typer.Argument(metavar="NAME", help="A name.", show_default=False)] = None,
    second: Annotated[str | None, typer.Argument(metavar="NAME", help="Another.", show_default=False)] = None,
    kind: Annotated[
        Literal["person", "organization"], typer.Option("--kind", help="What the two names are names of.")
    ] = "person",
    jsonl: Annotated[
        bool,
        typer.Option("--jsonl", help='Read ["Person", NAME, NAME] a line from standard input, print true or false.'),
    ] = False,
) -> None:
    """Could two names be one person's, or one organisation's, by the names alone? With every reason for and against.

    The answer never merges anybody: two people can share a name. `Person` in a line of --jsonl means people, any other
    word organisations.
    """
    if jsonl and first is None:
        _lines()
    elif first is None or second is None or jsonl:
        raise UsageError('Give two names: sayso same "J. Abara" "Jana Abara"; or --jsonl and lines on standard input.')
    else:
        found = compare(first, second, EntityKind(kind))
        output().print(str(found), markup=False, soft_wrap=True)


def _lines() -> None:
    for number, line in enumerate(sys.stdin, start=1):
        if line.strip():
            kind, first, second = _read(line, number)
            of = EntityKind.PERSON if kind == "Person" else EntityKind.ORGANIZATION
            sys.stdout.write("true\n" if compare(first, second, of).same else "false\n")
            sys.stdout.flush()


def _read(line: str, number: int) -> tuple[str, str, str]:
    try:
        held = json.loads(line)
    except (ValueError, RecursionError):
        held = None
    if isinstance(held, list) and [type(part) for part in held] == [str, str, str]:
        return held[0], held[1], held[2]
    raise UsageError(f'Line {number} is not of the form ["Person", "Jana Abara", "J. Abara"].')
