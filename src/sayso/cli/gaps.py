"""`sayso gaps`: what is missing."""

from sayso import casebook
from sayso.casebook import StoredGap
from sayso.cli.console import folded, output, print_json, shorten, table
from sayso.cli.listing import count_line, place
from sayso.cli.options import DEFAULT_CASE, CaseOption, JsonOption, LimitOption, QueryArgument, query_text
from sayso.export.listing import gap_row

_ROWS = 50


def gaps(
    query: QueryArgument = None, case: CaseOption = DEFAULT_CASE, json: JsonOption = False, limit: LimitOption = None
) -> None:
    """What is missing: redactions, no-comments, unanswered requests, withheld sources, open questions."""
    with casebook.open(case, write=False) as book:
        asked = query_text(query)
        if json:
            print_json([gap_row(found) for found in book.gaps(asked, limit=limit)])
            return
        found = list(book.gaps(asked, limit=limit or _ROWS))
        there = book.count("gaps", asked)
    show_gaps(found)
    output().print(count_line(len(found), there, "gaps", "`sayso show ID` shows one in its context"))


def show_gaps(found: list[StoredGap]) -> None:
    """The table of gaps; nothing for none."""
    if found:
        rows = [[f.gap.kind.value, shorten(f.context or f.words, 300), _note(f), place(f.at), f.gap.id] for f in found]
        output().print(table([("missing", 0), ("words", 8), ("note", 2), ("where", 4), ("id", 0)], rows))


def _note(found: StoredGap) -> str:
    readable = "words can still be read under it" if found.gap.recoverable else ""
    return "; ".join(part for part in (folded(found.gap.note), readable) if part)
