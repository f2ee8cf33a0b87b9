"""How pairs that may be one are shown."""

from collections.abc import Sequence

from rich.text import Text

from sayso.casebook import StoredPerson, StoredSuggestion
from sayso.cli.console import folded, output, printable, table


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
    return [f"{e.weight:+.2f} {printable(str(e))}" for e in pair.suggestion.evidence]


def _reasons(pair: StoredSuggestion) -> Text:
    return Text("\n".join(reasons(pair)), overflow="fold")


def _ids(pair: StoredSuggestion) -> Text:
    return Text(f"{pair.first.person.id}\n{pair.second.person.id}", "dim")
