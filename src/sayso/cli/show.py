"""`sayso show`: one item with its words in context."""

from typing import Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from sayso import casebook
from sayso.casebook import Found, StoredDocument, StoredEntity, StoredGap, StoredPerson, StoredStatement
from sayso.cli.console import folded, output, print_json, printable
from sayso.cli.listing import day, doubtful_day
from sayso.cli.options import DEFAULT_CASE, CaseOption, JsonOption
from sayso.cli.passage import marked_passage, paragraph_around
from sayso.cli.people import show_people
from sayso.cli.statements import show_statements, who
from sayso.errors import UsageError
from sayso.export.contract import document_json
from sayso.export.listing import gap_row, person_row, statement_row
from sayso.model.span import Span

_MARGIN = (0, 0, 0, 2)
_STATEMENTS_SHOWN = 20
_MENTIONS_SHOWN = 10


def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="The last column of every table; its beginning is enough.")],
    case: CaseOption = DEFAULT_CASE,
    json: JsonOption = False,
) -> None:
    """One document, statement, person or gap, with its exact words marked in their paragraph."""
    with casebook.open(case, write=False) as book:
        item = book.item(id)
        screen = output()
        match item:
            case StoredStatement():
                print_json(statement_row(item)) if json else _statement(screen, book, item)
            case StoredGap():
                print_json(gap_row(item)) if json else _gap(screen, book, item)
            case StoredDocument():
                if json:
                    document = item.document
                    print_json(document_json(document, book.findings(document.id), item.problems))
                else:
                    _document(screen, book, item)
            case StoredPerson():
                print_json(person_row(item)) if json else _person(screen, book, item)
            case StoredEntity():
                _person(screen, book, book.person_of(item.document, item.entity.id))
            case _:
                raise UsageError(f"{id!r} can't be shown by itself yet; its document can.")


def _statement(screen: Console, book: casebook.Case, found: StoredStatement) -> None:
    statement = found.statement
    screen.print(Text.assemble((who(found), "bold"), f"  {statement.act.value}  ", (statement.id, "dim")))
    chain = " › ".join(folded(voice.name) for voice in statement.chain)
    facts = [f"chain: {chain}" if chain else "", f"mode: {statement.mode.value}"]
    facts += [f"factuality: {statement.factuality.value}", f"confidence: {statement.confidence:.2f}"]
    if statement.audience:
        facts.append(f"told to: {folded(', '.join(statement.audience))}")
    if statement.date:
        facts.append(f"said: {day(statement.date)}")
    if statement.unnamed:
        facts.append(_unnamed(statement.unnamed.min, statement.unnamed.max, statement.unnamed.terms))
    facts.append(f"{found.at.state.value}, version {found.at.version}")
    for fact in filter(None, facts):
        screen.print(Padding(Text(fact), _MARGIN))
    _where(screen, found.at)
    roles = statement.attribution
    marks = {"source": roles.source, "cue": roles.cue, "content": roles.content}
    _passage(screen, book, found.at, roles.span, marks)


def _unnamed(least: int, most: int | None, terms: str | None) -> str:
    number = str(least) if least == most else f"at least {least}" + (f", at most {most}" if most else "")
    return f"unnamed: {number}" + (f", {folded(terms)}" if terms else "")


def _gap(screen: Console, book: casebook.Case, found: StoredGap) -> None:
    gap = found.gap
    screen.print(Text.assemble((gap.kind.value, "bold"), "  ", (gap.id, "dim")))
    if gap.note:
        screen.print(Padding(Text(folded(gap.note)), _MARGIN))
    if gap.recoverable:
        screen.print(Padding(Text("The words can still be read under it.", style="bold"), _MARGIN))
    _where(screen, found.at)
    _passage(screen, book, found.at, gap.span, {"gap": (gap.span,)})


def _where(screen: Console, at: Found) -> None:
    parts = [folded(at.name), f"p. {at.page}" if at.page else "", folded(at.title or ""), folded(at.publisher or "")]
    line = " · ".join(part for part in (*parts, doubtful_day(at.published, at.published_sure)) if part)
    screen.print(Padding(Text.assemble("in: ", line, "  ", (at.document, "dim")), _MARGIN))


def _passage(screen: Console, book: casebook.Case, at: Found, around: Span, marks: dict[str, tuple[Span, ...]]) -> None:
    screen.print()
    if not at.anchored:
        screen.print(Padding(Text("Its words are not in the text as it is read now."), _MARGIN))
        return
    text = book.document(at.document).document.text.characters
    passage, legend = marked_passage(text, paragraph_around(text, around), marks)
    screen.print(Padding(passage, _MARGIN))
    screen.print()
    screen.print(Padding(legend, _MARGIN))


def _document(screen: Console, book: casebook.Case, stored: StoredDocument) -> None:
    known = stored.document.metadata
    screen.print(Text.assemble((folded(known.title or stored.name), "bold"), "  ", (stored.document.id, "dim")))
    pages = stored.document.text.layout
    facts = {
        "outlet": known.publisher,
        "by": ", ".join(known.authors),
        "published": f"{known.published} ({known.published_sure})" if known.published else "not known",
        "language": known.language,
        "address": known.address,
        "file": "; ".join(place.path + (f"!{place.member}" if place.member else "") for place in stored.locations),
        "kind": stored.document.media_type + (f", {len(pages.pages)} pages" if pages else ""),
        "state": stored.state.value,
        "words": f"{stored.words:,}",
        "read": f"{stored.read_at:%Y-%m-%d %H:%M} with {stored.read_with}",
    }
    facts |= {name: value for name, value in known.headers if name.lower() in ("to", "cc", "subject", "in-reply-to")}
    for name, value in facts.items():
        if value:
            screen.print(Padding(Text(f"{name}: {folded(value)}"), _MARGIN))
    for problem in stored.problems:
        screen.print(Padding(Text(f"problem: {folded(problem.what)}"), _MARGIN))
    screen.print()
    screen.print(Padding(Text(printable(_beginning(stored.document.text.characters))), _MARGIN))
    screen.print()
    show_statements(list(book.statements(f"doc:{stored.document.id}", limit=_STATEMENTS_SHOWN)))


def _beginning(text: str) -> str:
    most = 600
    return text if len(text) <= most else text[:most].rstrip() + " …"


def _person(screen: Console, book: casebook.Case, found: StoredPerson) -> None:
    show_people([found])
    screen.print()
    shown = 0
    for document, entity in found.person.members:
        stored = book.document(document)
        for mention in book.mentions(document, entity)[: _MENTIONS_SHOWN - shown]:
            text = stored.document.text.characters
            sentence = Span(max(0, mention.span.start - 80), min(len(text), mention.span.end + 80))
            passage, _ = marked_passage(text, sentence, {"source": (mention.span,)})
            screen.print(Padding(Text.assemble((f"{folded(stored.name)}  ", "dim"), passage), _MARGIN))
            shown += 1
        if shown >= _MENTIONS_SHOWN:
            break
    screen.print()
    show_statements(list(book.statements(f"person:{found.person.id}", limit=_STATEMENTS_SHOWN)))
