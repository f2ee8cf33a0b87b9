"""`sayso statements`: who said what."""

from sayso import casebook
from sayso.casebook import StoredStatement
from sayso.cli.console import folded, output, print_json, shorten, table
from sayso.cli.listing import count_line, place
from sayso.cli.options import DEFAULT_CASE, CaseOption, JsonOption, LimitOption, QueryArgument, query_text
from sayso.export.listing import statement_row

_MOST_WORDS = 400

_ROWS = 50


def statements(
    query: QueryArgument = None, case: CaseOption = DEFAULT_CASE, json: JsonOption = False, limit: LimitOption = None
) -> None:
    """Who said what, where, in the exact words."""
    with casebook.open(case, write=False) as book:
        asked = query_text(query)
        if json:
            print_json([statement_row(found) for found in book.statements(asked, limit=limit)])
            return
        found = list(book.statements(asked, limit=limit or _ROWS))
        there = book.count("statements", asked)
    show_statements(found)
    output().print(count_line(len(found), there, "statements", "`sayso show ID` shows one in its context"))


def show_statements(found: list[StoredStatement]) -> None:
    """The table of statements; nothing for none."""
    if found:
        columns = [("who", 3), ("act", 0), ("words", 8), ("where", 4), ("id", 0)]
        rows = [[who(f), f.statement.act.value, _words(f), place(f.at), f.statement.id] for f in found]
        output().print(table(columns, rows))


def who(found: StoredStatement) -> str:
    """The speaker as a person would name it."""
    if found.statement.unnamed:
        return f"{folded(found.statement.unnamed.description or found.source)} (unnamed)"
    if found.speaker:
        return folded(found.speaker)
    return folded(found.source) if found.source else "(speaker not found)"


def _words(found: StoredStatement) -> str:
    return shorten(found.content or found.context, _MOST_WORDS)
