"""`sayso documents`: what the case holds."""

from typing import Annotated

import typer

from sayso import casebook
from sayso.cli.console import folded, output, print_json, shorten, table
from sayso.cli.copies import show_copies
from sayso.cli.listing import count_line, doubtful_day
from sayso.cli.options import DEFAULT_CASE, CaseOption, JsonOption, LimitOption, QueryArgument, query_text
from sayso.export.listing import document_row

_COLUMNS = (
    ("published", 0),
    ("outlet or author", 3),
    ("title", 5),
    ("file", 4),
    ("lang", 0),
    ("state", 0),
    ("words", 0),
    ("said", 0),
    ("id", 0),
)

_ROWS = 200


def documents(
    query: QueryArgument = None,
    problems: Annotated[
        bool, typer.Option("--problems", help="What could not be read, or not wholly, and why.")
    ] = False,
    duplicates: Annotated[
        bool, typer.Option("--duplicates", help="Groups of which one document is (nearly) the other: copies, reprints.")
    ] = False,
    case: CaseOption = DEFAULT_CASE,
    json: JsonOption = False,
    limit: LimitOption = None,
) -> None:
    """The documents: outlet, date, language, state, how much was found; ? and ?? mark an inferred or guessed date."""
    with casebook.open(case, write=False) as book:
        if problems:
            _show_problems(book, as_json=json)
            return
        if duplicates:
            show_copies(book, as_json=json)
            return
        asked = query_text(query)
        if json:
            print_json([document_row(row) for row in book.documents(asked, limit=limit)])
            return
        found = list(book.documents(asked, limit=limit or _ROWS))
        there = book.count("documents", asked)
    show_documents(found)
    output().print(count_line(len(found), there, "documents", "`sayso show ID` shows one"))


def show_documents(found: list[casebook.DocumentRow]) -> None:
    """The table of documents; nothing for none."""
    if found:
        output().print(
            table(
                _COLUMNS,
                [
                    [
                        doubtful_day(row.metadata.published, row.metadata.published_sure),
                        folded(row.metadata.publisher or ", ".join(row.metadata.authors)),
                        shorten(row.metadata.title or "", 80),
                        folded(row.name),
                        row.metadata.language or "?",
                        row.state.value,
                        f"{row.words:,}",
                        str(row.statements),
                        row.id,
                    ]
                    for row in found
                ],
                wide_only=("lang", "state", "words", "said"),
            )
        )


def _show_problems(book: casebook.Case, *, as_json: bool) -> None:
    found = book.problems()
    if as_json:
        print_json([{"document": p.document, "what": p.what, "todo": p.todo, "unread": p.unread} for p in found])
        return
    if found:
        rows = [["not read" if p.unread else "note", p.document, folded(f"{p.what} {p.todo}")] for p in found]
        output().print(table([("", 0), ("file", 3), ("what", 5)], rows))
    output().print(f"\n{len(found)} problems." if found else "Everything was read.")
