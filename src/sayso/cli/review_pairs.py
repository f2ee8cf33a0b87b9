"""`sayso review people` and `sayso review happenings`: who is who, and which events are one happening, decided by a
person, a pair at a time or by options.
"""

from typing import Annotated

import typer

from sayso import casebook
from sayso.casebook import Case, Identity
from sayso.cli.console import folded, output, print_json
from sayso.cli.options import DEFAULT_CASE, CaseOption, JsonOption, SignerOption
from sayso.cli.review_happenings import review_happenings
from sayso.cli.review_people import review_people
from sayso.cli.settings import settings_from
from sayso.cli.suggestions import show_happenings, show_suggestions
from sayso.errors import UsageError
from sayso.export.listing import happening_row, suggestion_row
from sayso.model.identity import IdentityKind

_LISTED = 50
_ApartOption = Annotated[
    tuple[str, str] | None, typer.Option("--apart", metavar="A B", help="A and B are two; never suggest it again.")
]
_UndoOption = Annotated[
    int | None, typer.Option("--undo", metavar="N", help="Take decision N back (`sayso log` has the numbers).")
]
_ListOption = Annotated[bool, typer.Option("--list", help="Show the pairs that may be one, and ask nothing.")]


def people(
    name: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME]...", help="Only pairs with this one.", show_default=False)
    ] = None,
    same: Annotated[
        tuple[str, str] | None, typer.Option("--same", metavar="A B", help="A and B are one (ids or names).")
    ] = None,
    apart: _ApartOption = None,
    hold: Annotated[
        tuple[str, str] | None, typer.Option("--hold", metavar="A B", help="Can't be told yet: ask after all others.")
    ] = None,
    split: Annotated[
        str | None, typer.Option("--split", metavar="A", help="Some members of A are somebody else: those of --off.")
    ] = None,
    off: Annotated[
        list[str] | None,
        typer.Option("--off", metavar="ID", help="A member that is split off: its id, or its document's."),
    ] = None,
    rename: Annotated[
        tuple[str, str] | None, typer.Option("--rename", metavar="A NAME", help="A is called NAME.")
    ] = None,
    undo: _UndoOption = None,
    list_: _ListOption = False,
    case: CaseOption = DEFAULT_CASE,
    signer: SignerOption = None,
    json: JsonOption = False,
) -> None:
    """Decide which people and organisations are one: pair by pair at the keyboard, or by one of the options.

    Every decision is signed and logged, rests on the words that were seen, holds when documents are read again, and
    can be undone. At the keyboard: y the same, n two, h hold, e edit the name, u undo, s skip, q leave.
    """
    who = " ".join(name) if name else None
    given = [option for option in (same, apart, hold, split, rename, undo) if option is not None]
    if len(given) > 1 or (list_ and given) or bool(off) != (split is not None):
        raise UsageError("Give one of --same, --apart, --hold, --split with --off, --rename, --undo or --list.")
    with casebook.open(case, settings_from({"signer": signer}), write=not (list_ or json) or bool(given)) as book:
        if same:
            _told(book, book.merge(*same))
        elif apart:
            _told(book, book.keep_apart(*apart))
        elif hold:
            _told(book, book.hold(*hold))
        elif split is not None:
            _told(book, book.split(split, off or ()))
        elif rename:
            _told(book, book.rename(*rename))
        elif undo is not None:
            _told(book, book.undo(undo))
        elif json:
            print_json([suggestion_row(pair) for pair in book.suggestions(who)])
        elif list_:
            show_suggestions(list(book.suggestions(who, limit=_LISTED)))
        else:
            review_people(book, who)


def happenings(
    event: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Only pairs with this event.", show_default=False)
    ] = None,
    same: Annotated[
        tuple[str, str] | None,
        typer.Option("--same", metavar="A B", help="Events A and B (ids) are one happening."),
    ] = None,
    apart: _ApartOption = None,
    undo: _UndoOption = None,
    list_: _ListOption = False,
    case: CaseOption = DEFAULT_CASE,
    signer: SignerOption = None,
    json: JsonOption = False,
) -> None:
    """Decide which events are one happening told twice: pair by pair at the keyboard, or by one of the options.

    At the keyboard: y one happening, n two, u undo, s skip, q leave.
    """
    given = [option for option in (same, apart, undo) if option is not None]
    if len(given) > 1 or (list_ and given):
        raise UsageError("Give one of --same, --apart, --undo or --list.")
    with casebook.open(case, settings_from({"signer": signer}), write=not (list_ or json) or bool(given)) as book:
        if same:
            _told(book, book.same_event(*same))
        elif apart:
            _told(book, book.apart_events(*apart))
        elif undo is not None:
            _told(book, book.undo(undo))
        elif json:
            print_json([happening_row(pair) for pair in book.happenings(event)])
        elif list_:
            show_happenings(book.happenings(event, limit=_LISTED))
        else:
            review_happenings(book, event)


def _told(book: Case, made: Identity) -> None:
    """Say what was decided, and how to take it back."""
    if made.kind is IdentityKind.UNDO:
        output().print(f"Decision {made.undoes} is undone, says {made.by} (decision {made.id}).", markup=False)
        return
    names = [folded(side[0].name) for side in made.sides if side]
    said = {
        IdentityKind.SAME: " and ".join(names) + " are one",
        IdentityKind.APART: " and ".join(names) + " are two",
        IdentityKind.HOLD: "whether " + " and ".join(names) + " are one stays open",
        IdentityKind.RENAME: f"{names[0]} is called {folded(made.name or '')}",
        IdentityKind.SAME_EVENT: "the events of " + " and ".join(f"“{name}”" for name in names) + " are one",
        IdentityKind.APART_EVENTS: "the events of " + " and ".join(f"“{name}”" for name in names) + " are two",
    }[made.kind]
    what = "happenings" if made.kind in (IdentityKind.SAME_EVENT, IdentityKind.APART_EVENTS) else "people"
    shown = f"{said[0].upper()}{said[1:]}, says {made.by} (decision {made.id}; sayso review {what} --undo {made.id})."
    output().print(shown, markup=False, soft_wrap=True)
