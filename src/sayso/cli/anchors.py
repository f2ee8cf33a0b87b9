"""`sayso anchors`: the events that a case counts from."""

from typing import Annotated

import typer

from sayso import casebook
from sayso.casebook import Case
from sayso.cli.console import output, print_json, table
from sayso.cli.options import DEFAULT_CASE, CaseOption, JsonOption, SignerOption
from sayso.cli.settings import settings_from
from sayso.errors import UsageError


def anchors(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[add NAME DATE | remove NAME]",
            help='`add "the merger" 2019-05-02` dates an event (EDTF); `remove "the merger"` forgets it.',
            show_default=False,
        ),
    ] = None,
    case: CaseOption = DEFAULT_CASE,
    json: JsonOption = False,
    signer: SignerOption = None,
) -> None:
    """The events of this case that documents count from ("two days after the merger"), and when they were.

    Without words a list. Elections, holidays and the like are known anyway; what a case says of a name comes first.
    The next `sayso add` makes the findings of documents that hold the name anew.
    """
    match words or []:
        case []:
            with casebook.open(case, write=False) as book:
                _list(book, json=json)
        case ["add", name, date]:
            with casebook.open(case, settings_from({"signer": signer})) as book:
                _say(f"{name} is {date}.", book.add_anchor(name, date))
        case ["remove", name]:
            with casebook.open(case, settings_from({"signer": signer})) as book:
                _say(f"{name} is no anchor any more.", book.remove_anchor(name))
        case _:
            raise UsageError(
                'Write `sayso anchors add "the merger" 2019-05-02` or `sayso anchors remove "the merger"`.'
            )


def _say(done: str, documents: int) -> None:
    output().print(done, markup=False)
    if documents:
        word = "document holds" if documents == 1 else "documents hold"
        output().print(f"{documents:,} {word} the words; `sayso add` on their files makes their findings anew.")
    else:
        output().print("No document of the case holds the words yet.")


def _list(book: Case, *, json: bool) -> None:
    held = book.anchors()
    rows = [(found.anchor.name, found.anchor.when.edtf, found.by, found.at) for found in held]
    if json:
        print_json([dict(zip(("name", "date", "by", "at"), row, strict=True)) for row in rows])
    elif rows:
        output().print(table([("event", 4), ("date", 0), ("by", 2), ("at", 0)], rows))
    else:
        output().print('No anchors yet. `sayso anchors add "the merger" 2019-05-02` adds one.')
