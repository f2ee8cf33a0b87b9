"""`sayso review happenings`: which events are one happening, decided by a person, a pair at a time or by options."""

from itertools import count

from rich.text import Text

from sayso.casebook import Case, Happening
from sayso.cli.console import output
from sayso.cli.review_people import key_pressed
from sayso.cli.suggestions import event_lines, reasons_of

_HELP = "y one happening · n two · u undo · s skip · q leave"


def review_happenings(book: Case, event: str | None) -> None:
    """Ask about every pair of events that may be one, best first, until there is none left or the person leaves."""
    waiting = list(book.happenings(event))
    made: list[int] = []
    at = 0
    for left in count(len(waiting), -1):
        if at >= len(waiting):
            output().print("No pair of events waits for a decision.")
            return
        pair = waiting[at]
        _show(pair, left)
        match _key(book, pair, made):
            case "u":
                at = max(0, at - 1)
            case "q" | "":
                output().print(f"{len(made)} decided. `sayso log` shows who decided what.")
                return
            case _:
                at += 1


def _key(book: Case, pair: Happening, made: list[int]) -> str:
    """Ask for a key until one decides about the pair, goes on, back or away."""
    first, second = pair.first.event.id, pair.second.event.id
    while True:
        key = key_pressed()
        match key:
            case "y":
                made.append(book.same_event(first, second).id)
            case "n":
                made.append(book.apart_events(first, second).id)
            case "u" if made:
                last = made.pop()
                book.undo(last)
                output().print(f"Decision {last} is undone.")
            case "s" | "q" | "":
                pass
            case _:
                output().print(_HELP, markup=False)
                continue
        return key


def _show(pair: Happening, left: int) -> None:
    out = output()
    out.print(Text(f"\n{pair.suggestion.score:.2f}  One happening?", "bold"))
    for line in reasons_of(pair.suggestion):
        out.print(Text(f"   {line}"))
    for found in (pair.first, pair.second):
        out.print(Text("\n").append_text(event_lines(found, words=True)))
    out.print(Text(f"\n{_HELP}   ({left:,} left)", "dim"))
