"""The keyboard review of who is who: one pair after another, one key each."""

import sys

import typer
from rich.text import Text

from sayso.casebook import Case, StoredPerson, StoredSuggestion
from sayso.cli.console import folded, output
from sayso.cli.show_person import show_mentions
from sayso.cli.suggestions import reasons, score, who

_HELP = "y the same · n two · h hold · e edit the name · u undo · s skip · q leave"
_AT_ONCE = 500


def review_people(book: Case, name: str | None) -> None:
    """Ask about every pair that may be one, best first, until there is none left or the person leaves."""
    seen: set[tuple[str, str]] = set()
    made: list[int] = []
    while True:
        waiting = book.suggestions(name, limit=_AT_ONCE + len(seen))
        pair = next((found for found in waiting if _key(found) not in seen), None)
        if pair is None:
            output().print("No pair waits for a decision.")
            return
        _show(book, pair, len(made))
        if not _decide(book, pair, seen, made):
            output().print(f"{len(made)} decided. `sayso log` shows who decided what.")
            return


def _decide(book: Case, pair: StoredSuggestion, seen: set[tuple[str, str]], made: list[int]) -> bool:
    """Ask for a key until one decides about the pair, or leaves (`False`)."""
    one, other = pair.first.person.id, pair.second.person.id
    while True:
        match key_pressed():
            case "y":
                made.append(book.merge(one, other).id)
            case "n":
                made.append(book.keep_apart(one, other).id)
            case "h":
                made.append(book.hold(one, other).id)
                seen.add(_key(pair))
            case "s":
                seen.add(_key(pair))
            case "e":
                _rename(book, pair.first, made)
            case "u":
                _undo(book, made)
            case "q" | "":
                return False
            case _:
                output().print(_HELP, markup=False)
                continue
        return True


def _rename(book: Case, found: StoredPerson, made: list[int]) -> None:
    name = typer.prompt("Name", default=found.person.name)
    if name != found.person.name:
        made.append(book.rename(found.person.id, name).id)


def _undo(book: Case, made: list[int]) -> None:
    """Take the last decision of this sitting back."""
    if not made:
        output().print("Nothing to undo in this sitting; sayso review people --undo N takes back earlier decisions.")
        return
    last = made.pop()
    book.undo(last)
    output().print(f"Decision {last} is undone.")


def _key(pair: StoredSuggestion) -> tuple[str, str]:
    return pair.suggestion.first, pair.suggestion.second


def key_pressed() -> str:
    """One key at a terminal, the first letter of a line elsewhere; empty at the end."""
    if sys.stdin.isatty():
        key = typer.getchar()
        return "" if key in ("\x03", "\x04") else key.lower()
    return sys.stdin.readline().strip().lower()[:1]


def _show(book: Case, pair: StoredSuggestion, decided: int) -> None:
    out = output()
    out.print(Text.assemble("\n", (f"{score(pair)}  ", "dim"), (folded(pair.first.person.name), "bold"), "  =  ",
                            (folded(pair.second.person.name), "bold"), "  ?"))  # fmt: skip
    for line in reasons(pair):
        out.print(Text(f"   {line}"))
    for found in (pair.first, pair.second):
        out.print(Text(f"\n{who(found)}  {found.person.id}"))
        show_mentions(book, found)
    out.print(Text(f"\n{_HELP}" + (f"   ({decided} decided)" if decided else ""), "dim"))
