"""`sayso people`: who occurs in the case."""

from collections.abc import Sequence

from sayso import casebook
from sayso.casebook import Case, StoredPerson
from sayso.cli.console import folded, output, print_json, table
from sayso.cli.listing import count_line
from sayso.cli.options import DEFAULT_CASE, CaseOption, JsonOption, LimitOption, QueryArgument, query_text
from sayso.cli.show_person import show_person
from sayso.errors import UsageError
from sayso.export.listing import person_row

_COLUMNS = (
    ("name", 3),
    ("kind", 0),
    ("also", 4),
    ("documents", 0),
    ("mentions", 0),
    ("said", 0),
    ("may be", 0),
    ("why one", 3),
    ("id", 0),
)

_ROWS = 50


def people(
    query: QueryArgument = None, case: CaseOption = DEFAULT_CASE, json: JsonOption = False, limit: LimitOption = None
) -> None:
    """People, organisations, public bodies and places, most mentioned first, and why their mentions are one.

    A name that leaves one, or that just one bears, shows that one: its words, and whom it may be the same as.
    """
    with casebook.open(case, write=False) as book:
        asked = query_text(query)
        if json:
            print_json([person_row(row) for row in book.people(asked, limit=limit)])
            return
        found = list(book.people(asked, limit=limit or _ROWS))
        there = book.count("people", asked)
        meant = _only(book, asked)
        if meant:
            show_person(book, meant[0], meant[1:])
            if there > len(meant):
                others = (
                    f"{there - len(meant):,} more go by words of that name: sayso people {asked} --json lists them."
                )
                output().print(f"\n{others}", markup=False)
            return
    show_people(found)
    output().print(count_line(len(found), there, "people and organisations", 'Narrow down: sayso people "kind:person"'))
    if any(row.suggestions for row in found):
        output().print("`may be` counts others that may be the same. Decide: sayso review people.")


def _only(book: Case, asked: str) -> Sequence[StoredPerson]:
    """Whom a name stands for, or whom words that only one bears; nobody where several could be meant."""
    if not asked or ":" in asked:
        return ()
    try:
        return book.called(asked.strip(' "')).meant
    except UsageError:
        found = list(book.people(asked, limit=2))
        return found if len(found) == 1 else ()


def show_people(found: list[StoredPerson]) -> None:
    """The table of people; nothing for none."""
    if found:
        output().print(
            table(
                _COLUMNS,
                [
                    [
                        folded(row.person.name),
                        row.person.kind.value,
                        folded("; ".join(row.person.aliases)),
                        str(row.documents),
                        str(row.mentions),
                        str(row.statements),
                        str(row.suggestions or ""),
                        folded(row.person.reason) if len(row.person.members) > 1 else "",
                        row.person.id,
                    ]
                    for row in found
                ],
                wide_only=("documents", "said", "why one", "also"),
            )
        )
