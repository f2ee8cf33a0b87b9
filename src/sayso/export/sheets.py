"""Statements, events, claims and people as tables of cells: what CSV and XLSX are made of."""

import re
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from sayso.casebook import Case, Found, StoredPerson, StoredStatement, Told
from sayso.export.cells import Cell, Sheet, days
from sayso.export.claim_sheets import claims_sheet, positions_sheet
from sayso.export.note_sheet import notes_sheet
from sayso.model.statement import Unnamed

_DECISION = re.compile(r"\(decision \d+\)")


class Table(StrEnum):
    """The tables of a spreadsheet, in their order."""

    STATEMENTS = "statements"
    EVENTS = "events"
    CLAIMS = "claims"
    POSITIONS = "positions"
    """every place where the words of a claim stand"""
    PEOPLE = "people"
    NOTES = "notes"
    """what people wrote beside items"""


def sheet(case: Case, table: Table, query: str) -> Sheet:
    """One table of what the query asks for; raises `QueryError` for a query that this table does not understand."""
    return _SHEETS[table](case, query)


_STATEMENTS = (
    ("id", 15),
    ("state", 11),
    ("speaker", 24),
    ("named", 8),
    ("unnamed sources, at least", 8),
    ("at most", 8),
    ("terms", 20),
    ("act", 12),
    ("factuality", 8),
    ("words", 80),
    ("mode", 10),
    ("source words", 24),
    ("cue words", 18),
    ("chain, outermost first", 36),
    ("to whom", 20),
    ("said (EDTF)", 13),
    ("said, first day", 12),
    ("said, last day", 12),
    ("confidence", 8),
)
_EVENTS = (
    ("id", 15),
    ("state", 11),
    ("date (EDTF)", 13),
    ("first day", 12),
    ("last day", 12),
    ("time", 8),
    ("kind", 13),
    ("status", 14),
    ("participants", 40),
    ("place", 20),
    ("words", 80),
    ("on whose word, outermost first", 36),
    ("records cited", 40),
    ("confidence", 8),
    ("added by", 14),
)
_AT = (
    ("document", 30),
    ("page", 6),
    ("title", 40),
    ("outlet", 22),
    ("authors", 24),
    ("published (EDTF)", 13),
    ("published, first day", 12),
    ("date known by", 10),
    ("document id", 15),
    ("document is", 11),
    ("context", 80),
)
_PEOPLE = (
    ("id", 15),
    ("state", 11),
    ("name", 32),
    ("kind", 14),
    ("other forms", 50),
    ("documents", 10),
    ("mentions", 10),
    ("statements", 10),
    ("may be others", 10),
    ("why one", 50),
)


def _statements(case: Case, query: str) -> Sheet:
    return Sheet("statements", (*_STATEMENTS, *_AT), (_statement(found) for found in case.statements(query)))


def _statement(found: StoredStatement) -> Sequence[Cell]:
    made = found.statement
    unnamed = made.unnamed or Unnamed(0, None, "")
    return (
        made.id,
        found.at.state.value,
        found.speaker or found.source or None,
        "yes" if made.named else "no",
        unnamed.min or None,
        unnamed.max,
        unnamed.terms,
        made.act.value,
        made.factuality.value,
        found.content,
        made.mode.value,
        found.source,
        found.cue,
        " › ".join(voice.name for voice in made.chain),
        "; ".join(made.audience),
        *days(made.date),
        round(made.confidence, 3),
        *_at(found.at, found.context),
    )


def _events(case: Case, query: str) -> Sheet:
    told = case.on_whose_word(list(case.events(query)))
    return Sheet("events", (*_EVENTS, *_AT), (_event(entry) for entry in told))


def _event(entry: Told) -> Sequence[Cell]:
    found, made = entry.event, entry.event.event
    return (
        made.id,
        found.at.state.value,
        *days(made.date),
        made.time,
        made.kind.value,
        made.status.value,
        "; ".join(found.participants),
        made.place,
        found.words,
        " › ".join(entry.voices),
        "; ".join(record.words for record in entry.records),
        round(made.confidence, 3),
        found.added_by,
        *_at(found.at, found.context),
    )


def _people(case: Case, query: str) -> Sheet:
    return Sheet("people", _PEOPLE, (_person(row) for row in case.people(query)))


def _person(row: StoredPerson) -> Sequence[Cell]:
    return (
        row.person.id,
        person_state(row),
        row.person.name,
        row.person.kind.value,
        "; ".join(row.person.aliases),
        row.documents,
        row.mentions,
        row.statements,
        row.suggestions or None,
        row.person.reason,
    )


def person_state(row: StoredPerson) -> str:
    """Whether a person decided that its mentions are one; the reason then names the decision."""
    return "confirmed" if _DECISION.search(row.person.reason) else "suggested"


def _at(at: Found, context: str) -> tuple[Cell, ...]:
    return (
        at.name,
        at.page,
        at.title,
        at.publisher,
        "; ".join(at.authors),
        *days(at.published)[:2],
        at.published_sure.value if at.published_sure else None,
        at.document,
        at.document_state.value,
        context,
    )


_SHEETS: Mapping[Table, Callable[[Case, str], Sheet]] = {
    Table.STATEMENTS: _statements,
    Table.EVENTS: _events,
    Table.CLAIMS: claims_sheet,
    Table.POSITIONS: positions_sheet,
    Table.PEOPLE: _people,
    Table.NOTES: notes_sheet,
}
