"""What the lists have in common: where a finding stands, and how many rows there are."""

from rich.text import Text

from sayso.casebook import Found
from sayso.cli.console import folded, printable
from sayso.model.document import Sureness
from sayso.model.when import When

_DOUBT = {Sureness.INFERRED: " ?", Sureness.GUESSED: " ??"}
NOT_HERE = ("missing", "replaced")
"""States of documents that the lists tell."""


def place(at: Found) -> Text:
    """Document, page and date of a finding, on two lines."""
    where = folded(at.name) + (f", p. {at.page}" if at.page else f", {folded(at.section)}" if at.section else "")
    if at.document_state in NOT_HERE:
        where += f" ({at.document_state})"
    below = " · ".join(
        part for part in (folded(at.publisher or ""), doubtful_day(at.published, at.published_sure)) if part
    )
    return Text(where + (f"\n{below}" if below else ""), overflow="fold")


def counted(number: int, what: str) -> str:
    """ "1 mention", "2 mentions"."""
    return f"{number:,} {what}" + ("" if number == 1 else "s")


def day(when: When | None) -> str:
    """A date as it is written in lists."""
    return printable(when.edtf) if when else ""


def doubtful_day(when: When | None, sure: Sureness | None) -> str:
    """A date as it is written in lists, with ? if it is inferred and ?? if it is guessed."""
    return day(when) + (_DOUBT.get(sure, "") if sure else "")


def count_line(shown: int, there: int, what: str, next_command: str) -> str:
    """How many there are, and what to type next."""
    if not there:
        return f"No {what}."
    rows = f"{there:,} {what}" if shown == there else f"{shown:,} of {there:,} {what} (--limit N shows more)"
    return f"\n{rows}. {next_command}."
