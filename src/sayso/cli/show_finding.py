"""A gap, a cited record, an event or a date as a person reads it."""

from collections.abc import Mapping, Sequence

from rich.text import Text

from sayso.casebook import Case, Found, StoredCitation, StoredDate, StoredEvent, StoredGap, StoredStatement
from sayso.cli.console import folded
from sayso.cli.listing import day
from sayso.cli.passage import passages_around
from sayso.cli.sheet import Sheet
from sayso.cli.show_recognized import recognized_at
from sayso.cli.statements import show_statements
from sayso.cli.wording import capital
from sayso.export.event_words import added_words, alike_words
from sayso.export.when_words import when_words
from sayso.export.wording import GAPS
from sayso.model.span import Span

_BESIDE = 6


def show_gap(book: Case, found: StoredGap) -> None:
    """What is missing, at the words that show it, and who speaks in that paragraph."""
    sheet, gap = Sheet(), found.gap
    sheet.headline(Text(capital(GAPS[gap.kind]), "bold"), gap.id)
    text = _passages(book, sheet, found.at, {"missing": (gap.span,)})
    if gap.recoverable:
        sheet.fact("readable", Text(f"The words can still be read in the file: sayso show {gap.id} --recover", "bold"))
    sheet.fact("note", folded(gap.note))
    sheet.where(found.at)
    sheet.state(found.at)
    _beside(book, sheet, found.at, passages_around(text, [gap.span]))


def show_citation(book: Case, found: StoredCitation) -> None:
    """A cited record, the passage it stands for, and the statements in it."""
    sheet, citation = Sheet(), found.citation
    sheet.headline(Text.assemble(("A record is cited: ", "bold"), folded(found.words)), found.id)
    supports = (citation.supports,) if citation.supports else ()
    _passages(book, sheet, found.at, {"citation": (citation.span,), "content": supports})
    sheet.fact("witness", folded(citation.witness or ""))
    sheet.fact("record", folded(citation.record or ""))
    sheet.fact("dated", day(citation.date) or folded(citation.date_text or ""))
    sheet.fact("pages", folded(citation.pages or ""))
    sheet.where(found.at)
    sheet.state(found.at)
    _beside(book, sheet, found.at, supports)


def show_event(book: Case, found: StoredEvent) -> None:
    """A contact or dealing: who, when, where, on whose word."""
    sheet, event = Sheet(), found.event
    sheet.headline(Text.assemble((event.kind.value, "bold"), ": ", folded(", ".join(found.participants))), event.id)
    _passages(book, sheet, found.at, {"event": (event.evidence,)})
    [told] = book.on_whose_word([found])
    sheet.fact("when", " ".join(part for part in (when_words(event.date), folded(event.time or "")) if part))
    sheet.fact("place", folded(event.place or ""))
    sheet.fact("status", event.status.value)
    sheet.fact("on the word", " › ".join(map(folded, told.voices)))
    sheet.fact("records", folded("; ".join(record.words for record in told.records)))
    for line in alike_words(book.other_tellings(found), found.at):
        sheet.fact("told too", folded(line))
    sheet.where(found.at)
    if found.added_by:
        sheet.fact("state", folded(added_words(found)))
    else:
        sheet.state(found.at, event.confidence)


def show_date(book: Case, found: StoredDate) -> None:
    """Words that say when."""
    sheet, date = Sheet(), found.date
    sheet.headline(Text.assemble((folded(found.words), "bold"), f" is {day(date.when)}" if date.when else ""), found.id)
    _passages(book, sheet, found.at, {"date": (date.span,)})
    sheet.fact("unresolved", folded(date.reason))
    sheet.where(found.at)
    sheet.state(found.at)


def _passages(book: Case, sheet: Sheet, at: Found, marks: Mapping[str, Sequence[Span]]) -> str:
    text = book.document(at.document).document.text
    sheet.passages(text.characters, marks, anchored=at.anchored)
    for line in recognized_at(text, [span for spans in marks.values() for span in spans]):
        sheet.fact("recognized", line)
    sheet.blank()
    return text.characters


def _beside(book: Case, sheet: Sheet, at: Found, passages: Sequence[Span]) -> None:
    """The statements that are made in the passages."""
    if not at.anchored:
        return
    inside = [s for s in book.findings(at.document).statements if any(p.overlaps(s.attribution.span) for p in passages)]
    items = (book.item(s.id) for s in inside[:_BESIDE])
    statements = [item for item in items if isinstance(item, StoredStatement)]
    if statements:
        sheet.title("Said in that passage")
        show_statements(statements, of_one_document=True)
