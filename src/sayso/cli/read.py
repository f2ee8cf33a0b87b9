"""`sayso read`: the contract on standard output."""

import sys
from typing import Annotated

import typer

from sayso import casebook
from sayso.cli.console import messages, print_json_line
from sayso.cli.options import (
    CharactersOption,
    FileMegabytesOption,
    MegabytesOption,
    MembersOption,
    ModelOption,
    PublishedOption,
    SecondsOption,
    WorkersOption,
)
from sayso.cli.settings import settings_from
from sayso.errors import UsageError
from sayso.export.contract import document_json, unread_json


def read(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files and folders; - is standard input.")],
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One JSON object a document (docs/contract.md).")] = False,
    published: PublishedOption = None,
    workers: WorkersOption = None,
    document_seconds: SecondsOption = None,
    document_megabytes: MegabytesOption = None,
    file_megabytes: FileMegabytesOption = None,
    members: MembersOption = None,
    characters: CharactersOption = None,
    model: ModelOption = None,
) -> None:
    """Read documents and print what is found as JSON lines; touches no case.

    Exit status 1 if some could not be read: their line says why in "problems".
    """
    if not jsonl:
        raise UsageError(
            "`sayso read` prints JSON lines: say so with --jsonl. Tables come from `sayso add`, then `statements`."
        )
    settings = settings_from(context.params)
    stdin = sys.stdin.buffer.read() if "-" in paths else None
    unread = 0
    for file in casebook.read([p for p in paths if p != "-"], settings, stdin=stdin):
        for document in file.documents:
            print_json_line(document_json(document.document, document.findings, document.problems))
        for problem in file.problems:
            if problem.unread:
                unread += 1
                print_json_line(unread_json(problem))
    if unread:
        messages().print(f"{unread} {'document' if unread == 1 else 'documents'} could not be read.", style="bold")
        raise typer.Exit(1)
