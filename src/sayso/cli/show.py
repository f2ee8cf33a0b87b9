"""`sayso show`: one item with its words in context."""

from typing import Annotated

import typer

from sayso import casebook
from sayso.casebook import (
    Case,
    Item,
    StoredCitation,
    StoredClaim,
    StoredDate,
    StoredDocument,
    StoredEntity,
    StoredEvent,
    StoredGap,
    StoredPerson,
    StoredStatement,
)
from sayso.cli.console import print_json
from sayso.cli.options import DEFAULT_CASE, CaseOption, JsonOption
from sayso.cli.show_claim import show_claim
from sayso.cli.show_document import show_document
from sayso.cli.show_finding import show_citation, show_date, show_event, show_gap
from sayso.cli.show_person import show_person
from sayso.cli.show_recovered import show_recovered
from sayso.cli.show_statement import show_statement
from sayso.errors import UsageError
from sayso.export.claims_contract import claim_json
from sayso.export.contract import document_json
from sayso.export.listing import event_row, gap_row, person_row, statement_row
from sayso.export.mail_thread import thread_json
from sayso.export.sections import sections_json


def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="The last column of every table; its beginning is enough.")],
    case: CaseOption = DEFAULT_CASE,
    json: JsonOption = False,
    recover: Annotated[
        bool, typer.Option("--recover", help="Of a badly made redaction: the words that can still be read under it.")
    ] = False,
) -> None:
    """One document, statement, event, claim, person or gap, with its exact words marked in their paragraph."""
    with casebook.open(case, write=False) as book:
        item = book.item(id)
        if isinstance(item, StoredEntity):
            item = book.person_of(item.document, item.entity.id)
        if recover:
            show_recovered(book, item)
        elif json:
            _print_json(book, item, id)
        else:
            _show(book, item)


def _show(book: Case, item: Item) -> None:
    match item:
        case StoredStatement():
            show_statement(book, item)
        case StoredClaim():
            show_claim(book, item)
        case StoredGap():
            show_gap(book, item)
        case StoredDocument():
            show_document(book, item)
        case StoredPerson():
            show_person(book, item)
        case StoredCitation():
            show_citation(book, item)
        case StoredEvent():
            show_event(book, item)
        case StoredDate():
            show_date(book, item)


def _print_json(book: Case, item: Item, id: str) -> None:
    match item:
        case StoredStatement():
            print_json(statement_row(item))
        case StoredClaim():
            print_json(claim_json(item))
        case StoredGap():
            print_json(gap_row(item))
        case StoredEvent():
            [told] = book.on_whose_word([item])
            print_json(event_row(told))
        case StoredDocument():
            shown = document_json(item.document, book.findings(item.document.id), item.problems)
            thread = thread_json(*book.thread(item.document.id)) if item.document.metadata.headers else ()
            print_json({**shown, "sections": sections_json(item.document.text), "thread": thread})
        case StoredPerson():
            print_json(person_row(item))
        case _:
            raise UsageError(f"{id!r} has no JSON of its own; that of its document holds it.")
