"""Correcting a statement at the keyboard: which part is wrong, then what it really is."""

import typer
from rich.text import Text

from sayso.casebook import Case, StoredStatement
from sayso.cli.console import output
from sayso.cli.review_people import key_pressed
from sayso.errors import UsageError
from sayso.model.span import Span
from sayso.model.statement import Act

_HELP = "s speaker · a act · 1 source · 2 cue · 3 what is said · q nothing"
_ROLES = {"1": "source", "2": "cue", "3": "content"}


def edit_statement(book: Case, id: str) -> bool:
    """Ask for a correction and make it; whether one was made. What makes no sense is said, and asked again."""
    found = book.item(id)
    if not isinstance(found, StoredStatement):
        output().print("Only statements can be corrected.")
        return False
    while True:
        output().print(Text(_HELP, "dim"))
        key = key_pressed()
        try:
            match key:
                case "s":
                    name = typer.prompt("Who speaks (- for nobody with a name)", default=found.speaker or "-")
                    correct(book, id, "speaker", name)
                case "a":
                    acts = ", ".join(Act)
                    correct(book, id, "act", typer.prompt(f"What is done ({acts})", default=found.statement.act.value))
                case "1" | "2" | "3":
                    role = _ROLES[key]
                    correct(
                        book, id, role, typer.prompt(f"The words of the {role}", default=getattr(found, role) or "-")
                    )
                case _:
                    return False
        except UsageError as mistake:
            output().print(Text(str(mistake)))
            continue
        return True


def correct(book: Case, id: str, field: str, typed: str) -> None:
    """Correct a field with what a person typed; `-` is nobody, or no words. Raises `UsageError`."""
    typed = "" if typed.strip() == "-" else typed
    if field in _ROLES.values():
        made = book.judging.correct(id, field, _places(book, id, typed))
    else:
        made = book.judging.correct(id, field, typed or None)
    output().print(f"{made.item} is corrected, says {made.by} (decision {made.id}).", markup=False)


def _places(book: Case, id: str, typed: str) -> list[Span]:
    """Where the words stand, each piece (between ellipses) nearest to the statement."""
    spans = []
    for piece in filter(None, (part.strip() for part in typed.split("…"))):
        span = book.judging.words_near(id, piece)
        if span is None:
            raise UsageError(f"The words “{piece}” do not stand in the document. Copy them from there.")
        spans.append(span)
    return spans
