"""`sayso note` and `sayso tag`: what people write beside items of the case."""

from collections.abc import Sequence
from typing import Annotated

import typer

from sayso import casebook
from sayso.casebook import Note
from sayso.cli.console import folded, output, print_json, table
from sayso.cli.options import DEFAULT_CASE, CaseOption, JsonOption, SignerOption
from sayso.cli.settings import settings_from
from sayso.errors import UsageError
from sayso.export.listing import note_row

_Item = Annotated[
    str | None,
    typer.Argument(metavar="[ID]", help="A document, statement, claim, event, gap or person; or how it begins."),
]
_Undo = Annotated[int | None, typer.Option("--undo", metavar="N", help="Take this one back, by its number.")]


def note(
    item: _Item = None,
    text: Annotated[
        list[str] | None, typer.Argument(metavar="[TEXT]", help="The note; without it, show those there are.")
    ] = None,
    undo: _Undo = None,
    case: CaseOption = DEFAULT_CASE,
    json: JsonOption = False,
    signer: SignerOption = None,
) -> None:
    """Write a note beside an item, or show the notes and tags there are: signed, logged, found with note:WORD."""
    words = " ".join(text or ())
    with casebook.open(case, settings_from({"signer": signer}), write=bool(words) or undo is not None) as book:
        if undo is not None:
            _tell(book.notes.undo(undo), f"Note {undo} is taken back")
        elif item is None or not words:
            _show(book.notes.of(item) if item is not None else book.notes.every(), json=json)
        else:
            made = book.notes.add(item, words)
            _tell(made, f"Note {made.id}")


def tag(
    item: _Item = None,
    word: Annotated[list[str] | None, typer.Argument(metavar="[WORD]", help="The tag: a word or a few.")] = None,
    undo: _Undo = None,
    case: CaseOption = DEFAULT_CASE,
    json: JsonOption = False,
    signer: SignerOption = None,
) -> None:
    """Put a tag beside an item, or show the tags in use: lists find it with tag:WORD."""
    words = " ".join(word or ())
    with casebook.open(case, settings_from({"signer": signer}), write=bool(words) or undo is not None) as book:
        if undo is not None:
            _tell(book.notes.undo(undo), f"Tag {undo} is taken back")
        elif item is None:
            used = book.notes.tags()
            if json:
                print_json([{"tag": name, "items": number} for name, number in used.items()])
            else:
                output().print(table([("tag", 1), ("items", 0)], [[name, str(n)] for name, n in used.items()]))
        elif words:
            made = book.notes.tag(item, words)
            _tell(made, f"Tag {made.id}")
        else:
            raise UsageError("Say which tag: sayso tag ID WORD.")


def _tell(made: Note, what: str) -> None:
    output().print(f"{what}, beside {made.item}, says {folded(made.by)}.", markup=False)


def _show(found: Sequence[Note], *, json: bool) -> None:
    if json:
        print_json([note_row(made) for made in found])
        return
    columns = [("", 0), ("when (UTC)", 0), ("who", 1), ("item", 0), ("", 0), ("", 4)]
    rows = [
        [str(n.id), n.at.strftime("%Y-%m-%d %H:%M"), folded(n.by), n.item, n.kind.value, folded(n.text)] for n in found
    ]
    output().print(table(columns, rows))
