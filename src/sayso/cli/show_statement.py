"""One statement as a person reads it."""

from collections.abc import Iterable

from rich.text import Text

from sayso.casebook import Case, StoredStatement
from sayso.cli.console import folded, shorten
from sayso.cli.listing import day
from sayso.cli.sheet import Sheet
from sayso.cli.wording import capital, does, how_many, who
from sayso.export.corrected_words import read_otherwise
from sayso.export.wording import FACTUALITY, GAPS, MODES
from sayso.model.findings import Findings
from sayso.model.statement import Citation, Mode, Statement

_GIST = 90


def show_statement(book: Case, found: StoredStatement) -> None:
    """The statement in its paragraph: through whom it came, what is done with it, what it rests on."""
    sheet, statement, at = Sheet(), found.statement, found.at
    stored = book.document(at.document)
    findings = book.findings(at.document)
    sheet.headline(Text.assemble((who(found), "bold"), " ", does(found)), statement.id)
    roles = statement.attribution
    marks = {"source": roles.source, "cue": roles.cue, "content": roles.content}
    is_turn = not any(map(str.isalpha, found.cue)) and statement.mode is Mode.DIRECT
    sheet.passages(stored.document.text.characters, marks, anchored=at.anchored, and_before=is_turn)
    sheet.blank()
    sheet.fact("voices", _voices(statement, findings))
    if statement.unnamed:
        unnamed = statement.unnamed
        sheet.fact("unnamed", how_many(unnamed) + f": “{folded(unnamed.description)}”")
        sheet.fact("terms", folded(unnamed.terms or "none are given"))
        if unnamed.same_as:
            sheet.fact("same source", _line(book, unnamed.same_as))
    sheet.fact("to", folded(", ".join(statement.audience)))
    sheet.fact("on", day(statement.date))
    sheet.fact("content", f"{FACTUALITY[statement.factuality]}, {MODES[statement.mode]}")
    sheet.where(at)
    sheet.state(at, statement.confidence)
    for number, (what, then) in enumerate(read_otherwise(found)):
        sheet.fact("" if number else "machine read", f"{what} “{shorten(then, _GIST)}”")
    if statement.parent:
        sheet.fact("inside", _line(book, statement.parent))
    for number, inner in enumerate(s for s in findings.statements if s.parent == statement.id):
        sheet.fact("" if number else "holds", _line(book, inner.id))
    if at.anchored:
        characters = stored.document.text.characters
        for number, citation in enumerate(_supporting(statement, findings.citations)):
            page = stored.document.text.page_of(citation.span)
            words = folded(citation.span.of(characters)) + (f" (page {page})" if page else "")
            sheet.fact("" if number else "rests on", words)
        for gap in findings.gaps:
            if any(gap.span.overlaps(s) for s in (*roles.source, *roles.cue, *roles.content)):
                sheet.fact("missing", Text.assemble(capital(GAPS[gap.kind]), "  ", (gap.id, "dim")))


def _voices(statement: Statement, findings: Findings) -> Text:
    """The chain as a line, outermost first; those without a name are told."""
    nameless = {s.unnamed.description for s in findings.statements if s.unnamed}
    shown = Text()
    for number, voice in enumerate(statement.chain):
        shown.append(" › " if number else "", "dim")
        last = number == len(statement.chain) - 1
        shown.append(folded(voice.name), "bold" if last else "")
        unnamed = voice.entity is None and voice.name in nameless
        shown.append(" (unnamed)" if unnamed else "")
    return shown


def _line(book: Case, id: str) -> Text:
    """Another statement in a line: who does what, how its words begin."""
    other = book.item(id)
    if not isinstance(other, StoredStatement):
        return Text(id, "dim")
    gist = shorten(other.content or other.context, _GIST)
    return Text.assemble(who(other), " ", does(other), f": {gist}" if gist else "", "  ", (other.statement.id, "dim"))


def _supporting(statement: Statement, citations: Iterable[Citation]) -> Iterable[Citation]:
    """Those citations that stand for a passage in which the statement is made."""
    return [c for c in citations if c.supports and c.supports.overlaps(statement.attribution.span)]
