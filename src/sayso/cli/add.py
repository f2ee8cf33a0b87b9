"""`sayso add`: files and folders into the case."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from sayso import casebook
from sayso.cli.console import folded, messages, output
from sayso.cli.options import (
    DEFAULT_CASE,
    CaseOption,
    CaseSecondsOption,
    CharactersOption,
    FileMegabytesOption,
    MegabytesOption,
    MembersOption,
    ModelOption,
    PublishedOption,
    SecondsOption,
    SignerOption,
    WorkersOption,
)
from sayso.cli.progress import ReadingBar
from sayso.cli.settings import settings_from
from sayso.errors import Problem, UsageError

_PROBLEMS_SHOWN = 20


def add(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files and folders; - is standard input.")],
    case: CaseOption = DEFAULT_CASE,
    published: PublishedOption = None,
    signer: SignerOption = None,
    workers: WorkersOption = None,
    document_seconds: SecondsOption = None,
    document_megabytes: MegabytesOption = None,
    file_megabytes: FileMegabytesOption = None,
    members: MembersOption = None,
    characters: CharactersOption = None,
    case_seconds: CaseSecondsOption = None,
    model: ModelOption = None,
) -> None:
    """Read files and folders into the case; again reads only what is new or changed.

    Text, HTML, PDF, Office and OpenDocument files, RTF, e-books, mail and mailboxes, calendars, contacts, saved pages,
    transcripts, and archives of them (docs/formats.md). Stop it at any moment: what was reported as read is in the
    case, and the same command goes on. Exit status 1 if some could not be read.
    """
    settings = settings_from(context.params)
    stdin = sys.stdin.buffer.read() if "-" in paths else None
    files = [p for p in paths if p != "-"]
    for path in files:
        if not case.exists() and not os.path.lexists(path):
            raise UsageError(f"There is no file or folder {path!r}.")
    with casebook.open(case, settings, create=True) as book, ReadingBar() as bar:
        try:
            added = book.add(files, bar, stdin=stdin, weighing=bar)
        except KeyboardInterrupt:
            bar.stop()
            what = "Stopped. What was reported as read is in the case; the same command goes on."
            messages().print(what, markup=False)
            raise typer.Exit(130) from None
        counts = book.counts()
    output().print(_summary(added), markup=False)
    output().print(
        f"{case}: {counts.documents:,} documents, {counts.statements:,} statements, {counts.people:,} people and "
        f"organisations, {counts.claims:,} claims, {counts.gaps:,} gaps.",
        markup=False,
    )
    if published and added.unchanged:
        what = f"--published dates what is read now; {added.unchanged} unchanged files keep theirs (`sayso correct`)."
        messages().print(what, markup=False)
    show_problems(added.problems, case)
    if any(problem.unread for problem in added.problems):
        raise typer.Exit(1)


def _summary(added: casebook.Added) -> str:
    parts = [f"Read {added.documents:,} documents ({added.words:,} words) from {added.read:,} files"]
    parts += [
        f"{number:,} {what}"
        for number, what in (
            (added.unchanged, "unchanged"),
            (added.moved, "moved"),
            (added.missing, "now missing"),
            (added.skipped, "taken out earlier and skipped (add them by name to have them back)"),
        )
        if number
    ]
    return "; ".join(parts) + "."


def show_problems(problems: tuple[Problem, ...], case: Path) -> None:
    """Name what could not be read, on standard error: what is lost first."""
    console = messages()
    ordered = sorted(problems, key=lambda p: not p.unread)
    for problem in ordered[:_PROBLEMS_SHOWN]:
        label = "Not read" if problem.unread else "Note"
        console.print(f"{label}: {folded(str(problem))}", markup=False)
    if len(ordered) > _PROBLEMS_SHOWN:
        more = len(ordered) - _PROBLEMS_SHOWN
        console.print(f"… and {more} more: sayso documents --problems --case {case}", markup=False)
