"""`sayso review claims`: one claim after another, what needs a person first; or one decision by an option."""

from typing import Annotated

import typer
from rich.text import Text

from sayso import casebook
from sayso.casebook import Case, StoredClaim
from sayso.cli.console import output
from sayso.cli.options import DEFAULT_CASE, CaseOption, QueryArgument, SignerOption, query_text
from sayso.cli.review_people import key_pressed
from sayso.cli.settings import settings_from
from sayso.cli.show_claim import show_claim
from sayso.errors import UsageError
from sayso.model.claim import Stance
from sayso.model.decision import ClaimDecision, ClaimDecisionKind

_HELP = "y right · n take a passage out · e set a stance · o origins · h hold · u undo · s skip · q leave"
_AT_ONCE = 500
_SAID = {
    ClaimDecisionKind.TOGETHER: "the two claims are one",
    ClaimDecisionKind.APART: "the passage is about something else",
    ClaimDecisionKind.STANCE: "the passage has this stance",
    ClaimDecisionKind.SAME_ORIGIN: "the two passages go back to one origin",
    ClaimDecisionKind.OTHER_ORIGIN: "the two passages go back to two origins",
    ClaimDecisionKind.CONFIRM: "the claim is right",
    ClaimDecisionKind.HOLD: "the claim stays open",
    ClaimDecisionKind.UNDO: "the decision is undone",
}


def claims(
    query: QueryArgument = None,
    confirm: Annotated[str | None, typer.Option("--confirm", metavar="ID", help="The claim is right as it is.")] = None,
    join: Annotated[
        tuple[str, str] | None, typer.Option("--join", metavar="A B", help="The claims A and B are one.")
    ] = None,
    split: Annotated[
        tuple[str, int] | None,
        typer.Option("--split", metavar="ID N", help="Passage N of the claim is about something else."),
    ] = None,
    stance: Annotated[
        tuple[str, int, Stance] | None,
        typer.Option("--stance", metavar="ID N STANCE", help="Passage N supports, denies or (only) reports it."),
    ] = None,
    one_origin: Annotated[
        tuple[str, int, int] | None,
        typer.Option("--one-origin", metavar="ID N M", help="Passages N and M go back to one origin."),
    ] = None,
    two_origins: Annotated[
        tuple[str, int, int] | None,
        typer.Option("--two-origins", metavar="ID N M", help="Passages N and M go back to two origins."),
    ] = None,
    undo: Annotated[int | None, typer.Option("--undo", metavar="N", help="Take decision N about claims back.")] = None,
    case: CaseOption = DEFAULT_CASE,
    signer: SignerOption = None,
) -> None:
    """Decide about claims one after another, or by one of the options; a query or an id narrows them down.

    What a person says outranks what was found, is signed and logged, holds when documents are read again or come in
    anew, and can be undone. Passages go by their numbers in `sayso claims ID`.
    """
    given = [o for o in (confirm, join, split, stance, one_origin, two_origins, undo) if o is not None]
    if len(given) > 1:
        raise UsageError("Give one of --confirm, --join, --split, --stance, --one-origin, --two-origins or --undo.")
    with casebook.open(case, settings_from({"signer": signer})) as book:
        ledger = book.ledger
        if confirm is not None:
            _told(ledger.confirm(confirm))
        elif join is not None:
            _told(ledger.join(*join))
        elif split is not None:
            _told(ledger.split(*split))
        elif stance is not None:
            _told(ledger.set_stance(*stance))
        elif one_origin is not None:
            _told(ledger.same_origin(*one_origin))
        elif two_origins is not None:
            _told(ledger.other_origin(*two_origins))
        elif undo is not None:
            _told(ledger.undo(undo))
        else:
            _sitting(book, query_text(query))


def _told(made: ClaimDecision) -> None:
    """Say what was decided, and how to take it back."""
    back = "" if made.kind is ClaimDecisionKind.UNDO else f"; sayso review claims --undo {made.id}"
    said = _SAID[made.kind]
    text = f"{said[0].upper()}{said[1:]}, says {made.by} (decision {made.id}{back})."
    output().print(text, markup=False, soft_wrap=True)


def _sitting(book: Case, asked: str) -> None:
    """Ask about each claim until there is none left or the person leaves. The case is weighed anew at the end."""
    is_id = asked.startswith("k") and asked[1:].isalnum() and any(c.isdigit() for c in asked)
    waiting = [book.claim(asked)] if is_id else _waiting(book, asked)
    made: list[int] = []
    at = 0
    with book.ledger.sitting():
        while at < len(waiting):
            output().print(Text(f"\n{at + 1} of {len(waiting)} claims", "dim"))
            show_claim(book, waiting[at])
            output().print(Text(_HELP, "dim"))
            match _key(book, waiting[at], made):
                case "u":
                    at = max(0, at - 1)
                case "q" | "":
                    break
                case _:
                    at += 1
    output().print(f"{len(made)} decided. `sayso log` shows who decided what." if made else "Nothing was decided.")


def _waiting(book: Case, asked: str) -> list[StoredClaim]:
    query = f"({asked}) repeated:yes" if asked else "repeated:yes"
    found = book.claims(query, limit=_AT_ONCE)
    return [claim for claim in found if not all(p.position.confirmed for p in claim.positions)]


def _key(book: Case, found: StoredClaim, made: list[int]) -> str:
    """Ask for a key until one decides, goes on, back or away."""
    ledger, id = book.ledger, found.claim.id
    while True:
        key = key_pressed()
        try:
            match key:
                case "y":
                    made.append(ledger.confirm(id).id)
                case "n":
                    made.append(ledger.split(id, _number("Which passage is about something else?")).id)
                case "e":
                    number = _number("Which passage?")
                    made.append(ledger.set_stance(id, number, _stance()).id)
                case "o":
                    first, second = _number("Which passage?"), _number("And which other?")
                    one = typer.confirm("Do they go back to one origin?")
                    made.append((ledger.same_origin if one else ledger.other_origin)(id, first, second).id)
                case "h":
                    made.append(ledger.hold(id).id)
                case "u" if made:
                    last = made.pop()
                    ledger.undo(last)
                    output().print(f"Decision {last} is undone.")
                case "s" | "q" | "":
                    pass
                case _:
                    output().print(_HELP, markup=False)
                    continue
        except UsageError as error:
            output().print(str(error), markup=False)
            continue
        return key


def _number(question: str) -> int:
    return int(typer.prompt(question, type=int))


def _stance() -> Stance:
    choices = {stance.value[0]: stance for stance in Stance}
    letter = ""
    while letter not in choices:
        letter = str(typer.prompt("s supports, d denies, r only reports")).strip().lower()[:1]
    return choices[letter]
