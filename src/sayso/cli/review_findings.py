"""`sayso review statements` and `sayso review events`: one finding after another, one key each."""

from collections.abc import Callable, Sequence
from typing import Annotated

import typer
from rich.text import Text

from sayso import casebook
from sayso.casebook import Case, StoredEvent, StoredStatement
from sayso.cli.console import output
from sayso.cli.edit_statement import correct, edit_statement
from sayso.cli.options import DEFAULT_CASE, CaseOption, QueryArgument, SignerOption, query_text
from sayso.cli.review_people import key_pressed
from sayso.cli.settings import settings_from
from sayso.cli.show_finding import show_event
from sayso.cli.show_statement import show_statement
from sayso.errors import UsageError

_HELP = "y right · n wrong · h hold · u undo · s skip · q leave"
_HELP_STATEMENTS = "y right · n wrong · h hold · e correct · u undo · s skip · q leave"
_AT_ONCE = 2000

_Ids = Annotated[
    list[str] | None, typer.Option("--confirm", metavar="ID", help="These are right; can be repeated. Asks nothing.")
]
_Wrong = Annotated[list[str] | None, typer.Option("--reject", metavar="ID", help="These are wrong; can be repeated.")]
_Back = Annotated[
    list[str] | None, typer.Option("--undo", metavar="ID", help="Take the last decision about these back.")
]


def statements(
    query: QueryArgument = None,
    confirm: _Ids = None,
    reject: _Wrong = None,
    undo: _Back = None,
    correct_: Annotated[
        tuple[str, str, str] | None,
        typer.Option(
            "--correct",
            metavar="ID FIELD VALUE",
            help="FIELD (speaker, act, source, cue or content) of this one is VALUE: a name, an act, words of the "
            "document (… between pieces), or - for none.",
        ),
    ] = None,
    case: CaseOption = DEFAULT_CASE,
    signer: SignerOption = None,
) -> None:
    """Confirm, reject or correct statements one after another, each in its paragraph; a query narrows them down.

    Begins with those nobody has decided about, the surest first. Every decision is signed, logged and can be undone.
    What is corrected keeps the machine's reading beside it.
    """
    with casebook.open(case, settings_from({"signer": signer})) as book:
        if correct_ is not None:
            correct(book, *correct_)
            book.weigh()
        if _by_options(book, confirm, reject, undo) or correct_ is not None:
            return
        asked = f"({query_text(query)}) state:suggested" if query else "state:suggested"
        held = book.judging.held()
        waiting = book.statements(asked, limit=_AT_ONCE)
        found = sorted(waiting, key=lambda f: (f.statement.id in held, -f.statement.confidence))
        _sitting(book, [(f.statement.id, _shown(show_statement, book, f)) for f in found], "statements")


def events(
    query: QueryArgument = None,
    confirm: _Ids = None,
    reject: _Wrong = None,
    undo: _Back = None,
    case: CaseOption = DEFAULT_CASE,
    signer: SignerOption = None,
) -> None:
    """Confirm or reject events one after another, each in its paragraph; a query narrows them down."""
    with casebook.open(case, settings_from({"signer": signer})) as book:
        if _by_options(book, confirm, reject, undo):
            return
        asked = f"({query_text(query)}) state:suggested" if query else "state:suggested"
        held = book.judging.held()
        found = sorted(book.events(asked, limit=_AT_ONCE), key=lambda f: f.event.id in held)
        _sitting(book, [(f.event.id, _shown(show_event, book, f)) for f in found], "events")


def _shown(
    show: Callable[[Case, StoredStatement], None] | Callable[[Case, StoredEvent], None],
    book: Case,
    found: StoredStatement | StoredEvent,
) -> Callable[[], None]:
    return lambda: show(book, found)  # type: ignore[arg-type]


def _by_options(
    book: Case, confirm: Sequence[str] | None, reject: Sequence[str] | None, undo: Sequence[str] | None
) -> bool:
    """Decide about what the options name, all or (if one is unknown) none; whether they named anything."""
    named = [*(confirm or ()), *(reject or ()), *(undo or ())]
    if len(set(named)) < len(named):
        raise UsageError("An id is named twice.")
    for id in named:
        book.item(id)
    for ids, decide, said in (
        (confirm, book.judging.confirm, "right"),
        (reject, book.judging.reject, "wrong"),
        (undo, book.judging.undo, "undone"),
    ):
        for id in ids or ():
            made = decide(id)
            output().print(f"{made.item} is {said}, says {made.by} (decision {made.id}).", markup=False)
    if reject or undo:
        book.weigh()
    return bool(named)


def _sitting(book: Case, waiting: Sequence[tuple[str, Callable[[], None]]], what: str) -> None:
    """Ask about each until there is none left or the person leaves; then weigh what was decided."""
    made: list[str] = []
    at = 0
    keys = _HELP_STATEMENTS if what == "statements" else _HELP
    while at < len(waiting):
        id, show = waiting[at]
        output().print(Text(f"\n{at + 1} of {len(waiting)} {what}", "dim"))
        show()
        output().print(Text(keys, "dim"))
        match _key(book, id, made, keys):
            case "u":
                at = max(0, at - 1)
            case "q" | "":
                break
            case _:
                at += 1
    else:
        output().print(f"No {what} wait for a decision." if not waiting else f"These were all {what}.")
    if made:
        book.weigh()
    output().print(f"{len(made)} decided. `sayso log` shows who decided what.")


def _key(book: Case, id: str, made: list[str], keys: str) -> str:
    """Ask for one of these keys until one decides, goes on, back or away."""
    while True:
        key = key_pressed()
        match key:
            case "y":
                made.append(book.judging.confirm(id).item)
            case "n":
                made.append(book.judging.reject(id).item)
            case "h":
                made.append(book.judging.hold(id).item)
            case "e" if keys is _HELP_STATEMENTS:
                if not edit_statement(book, id):
                    continue
                made.append(id)
            case "u" if made:
                last = made.pop()
                book.judging.undo(last)
                output().print(f"The decision about {last} is undone.")
            case "s" | "q" | "":
                pass
            case _:
                output().print(keys, markup=False)
                continue
        return key
