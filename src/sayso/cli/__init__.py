"""The command line: one command a file. Text and exit codes are only here."""

import io
import os
import sys
from importlib.metadata import version
from typing import Annotated

import typer

from sayso.cli.add import add
from sayso.cli.anchors import anchors
from sayso.cli.backup import backup
from sayso.cli.check import check
from sayso.cli.claims import claims
from sayso.cli.console import messages
from sayso.cli.correct import correct
from sayso.cli.demo import demo
from sayso.cli.doctor import doctor
from sayso.cli.documents import documents
from sayso.cli.draft import draft
from sayso.cli.events import events
from sayso.cli.export import export
from sayso.cli.gaps import gaps
from sayso.cli.import_ import import_
from sayso.cli.log import log
from sayso.cli.notes import note, tag
from sayso.cli.people import people
from sayso.cli.read import read
from sayso.cli.remove import remove
from sayso.cli.report import report
from sayso.cli.review import review
from sayso.cli.same import same
from sayso.cli.search import search
from sayso.cli.serve import serve
from sayso.cli.show import show
from sayso.cli.statements import statements
from sayso.cli.timeline import timeline
from sayso.errors import QueryError, SaysoError

app = typer.Typer(
    name="sayso",
    help="On whose say-so? Reads a pile of documents and shows who said what, through whom, in the exact words.\n\n"
    "Begin with `sayso demo`, or `sayso add FOLDER` and then `sayso statements`. Nothing leaves this machine.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

# In a query a minus means "without": what looks like an unknown option there is part of the query.
_QUERY = {"ignore_unknown_options": True, "help_option_names": ["--help"]}
_TAKES_A_QUERY = (search, statements, events, timeline, documents, people, claims, gaps, report, export)

for _command in (
    add,
    remove,
    read,
    serve,
    *_TAKES_A_QUERY,
    show,
    draft,
    correct,
    note,
    tag,
    anchors,
    log,
    same,
    demo,
    check,
    backup,
    doctor,
):
    app.command(context_settings=_QUERY if _command in _TAKES_A_QUERY else None)(_command)
app.command("import")(import_)
app.add_typer(review, name="review")


def _tell_version(asked: bool) -> None:
    if asked:
        print(version("sayso"))
        raise typer.Exit


@app.callback(no_args_is_help=True)
def _options(
    show_version: Annotated[
        bool, typer.Option("--version", help="Print the version and leave.", is_eager=True, callback=_tell_version)
    ] = False,
) -> None:
    """Options that stand before any command."""


def main() -> None:
    """Run a command; exit status 0 all well, 1 some documents could not be read, 2 wrong usage."""
    # A file name that is no valid text must not end a list.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except QueryError as error:
        messages().print(f"{error}\n\n  {error.query}\n  {' ' * error.position}^", markup=False)
        sys.exit(2)
    except SaysoError as error:
        messages().print(str(error), markup=False)
        sys.exit(2)
    except BrokenPipeError:
        # Whoever read along (`head`) has seen enough; the interpreter must not try to flush again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
