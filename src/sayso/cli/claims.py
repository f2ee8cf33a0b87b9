"""`sayso claims`: one line a claim, what needs a person first; or one claim with all that bears on it."""

import re
from typing import Annotated

import typer
from rich.text import Text

from sayso import casebook
from sayso.casebook import StoredClaim
from sayso.cli.console import output, print_json, shorten, table
from sayso.cli.listing import count_line, day
from sayso.cli.options import DEFAULT_CASE, CaseOption, JsonOption, LimitOption, QueryArgument, query_text
from sayso.cli.show_claim import show_claim
from sayso.export.claim_words import status_words, weight
from sayso.export.claims_contract import case_json, claim_json
from sayso.export.quoted import quoted

_ROWS = 50
_ID = re.compile(r"k[0-9a-f]{3,12}")


def claims(
    query: QueryArgument = None,
    every: Annotated[
        bool, typer.Option("--all", help="Also what one document alone says, and nobody denies or asks about.")
    ] = False,
    case: CaseOption = DEFAULT_CASE,
    json: JsonOption = False,
    limit: LimitOption = None,
) -> None:
    """What is claimed, on whose word, by how many independent origins, and who denies it.

    What needs a person comes first: disputed, retracted, resting on one unnamed origin, much repeated on little. With
    the id of a claim: every position with its exact words and voices, where it comes from, what contradicts.
    """
    with casebook.open(case, write=False) as book:
        asked = query_text(query)
        if _ID.fullmatch(asked):
            found = book.claim(asked)
            if json:
                print_json(claim_json(found))
            else:
                show_claim(book, found)
            return
        if json:
            print_json(case_json(book, asked))
            return
        if not every:
            asked = f"({asked}) repeated:yes" if asked else "repeated:yes"
        rows = list(book.claims(asked, limit=limit or _ROWS))
        there = book.count("claims", asked)
    show_claims(rows)
    output().print(count_line(len(rows), there, "claims", "`sayso claims ID` shows one with all that bears on it"))


def show_claims(found: list[StoredClaim]) -> None:
    """The table of claims; nothing for none."""
    if found:
        rows: list[list[str | Text]] = [
            [
                Text(status_words(row.claim)),
                Text(f"{quoted(shorten(row.claim.text, 220))}\n{weight(row)}", overflow="fold"),
                _first(row),
                row.claim.id,
            ]
            for row in found
        ]
        output().print(table([("", 0), ("claim", 8), ("first", 3), ("id", 0)], rows))


def _first(row: StoredClaim) -> Text:
    """When and where it first appeared."""
    found = next((p for p in row.positions if p.published is not None and p.published == row.claim.first), None)
    if found is None:
        return Text("")
    return Text(f"{day(row.claim.first)}\n{shorten(found.publisher or found.title or found.name, 36)}", overflow="fold")
