"""How pairs of people, and of events, that may be one are shown."""

from collections.abc import Sequence

from rich.text import Text

from sayso.casebook import Happening, StoredEvent, StoredPerson, StoredSuggestion
from sayso.cli.console import folded, output, printable, table
from sayso.cli.events import date, headline, where
from sayso.model.identity import Suggestion


def show_suggestions(found: Sequence[StoredSuggestion]) -> None:
    """The table of pairs, best first."""
    if found:
        columns = [("score", 0), ("one", 3), ("other", 3), ("for and against", 5), ("ids", 0)]
        rows: list[list[str | Text]] = [
            [score(pair), who(pair.first), who(pair.second), _reasons(pair), _ids(pair)] for pair in found
        ]
        output().print(table(columns, rows))


def score(pair: StoredSuggestion) -> str:
    """The score, and whether somebody could not tell."""
    return f"{pair.suggestion.score:.2f}" + (" held" if pair.suggestion.held else "")


def who(found: StoredPerson) -> str:
    """A name with how often it occurs."""
    where = f"{found.documents:,} document" + ("" if found.documents == 1 else "s")
    return f"{folded(found.person.name)} ({where}, {found.mentions:,} mention" + (")" if found.mentions == 1 else "s)")


def reasons(pair: StoredSuggestion) -> list[str]:
    """Every reason with its weight."""
    return reasons_of(pair.suggestion)


def reasons_of(made: Suggestion) -> list[str]:
    """Every reason with its weight."""
    return [f"{e.weight:+.2f} {printable(str(e))}" for e in made.evidence]


def show_happenings(found: Sequence[Happening]) -> None:
    """The table of pairs of events, best first."""
    if found:
        columns = [("score", 0), ("one", 4), ("other", 4), ("for and against", 4)]
        rows: list[list[str | Text]] = [
            [f"{p.suggestion.score:.2f}", event_lines(p.first), event_lines(p.second),
             Text("\n".join(reasons_of(p.suggestion)), overflow="fold")]
            for p in found
        ]  # fmt: skip
        output().print(table(columns, rows))


def event_lines(found: StoredEvent, *, words: bool = False) -> Text:
    """An event in a few lines: when, what, where it is told, its id; with its `words` if asked."""
    shown = Text.assemble((date(found).plain.replace("\n", " "), "bold"), " · ", overflow="fold")
    shown.append_text(headline(found))
    if words:
        shown.append(f"\n“{folded(found.words)}”", "italic")
    return shown.append(f"\n— {where(found.at)}\n{found.event.id}", "dim")


def _reasons(pair: StoredSuggestion) -> Text:
    return Text("\n".join(reasons(pair)), overflow="fold")


def _ids(pair: StoredSuggestion) -> Text:
    return Text(f"{pair.first.person.id}\n{pair.second.person.id}", "dim")
