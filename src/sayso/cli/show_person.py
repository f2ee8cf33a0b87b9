"""One person, organisation, public body or place as a person reads it."""

from collections.abc import Sequence
from itertools import islice

from rich.text import Text

from sayso.casebook import Case, StoredPerson
from sayso.cli.console import folded, printable
from sayso.cli.contacts import contacts, show_contacts
from sayso.cli.listing import counted, doubtful_day
from sayso.cli.passage import marked_passages
from sayso.cli.sheet import Sheet
from sayso.cli.statements import show_statements
from sayso.cli.suggestions import show_suggestions
from sayso.model.entity import Mention, MentionKind
from sayso.model.span import Span

_STATEMENTS = 20
_DOCUMENTS = 12
_FEW = 2
_PAIRS = 5
_MENTIONS = 2
_AROUND = 80
_LEADERS = ". . ."
"""Dots that lead from a heading to its page."""


def show_person(book: Case, found: StoredPerson, bare: Sequence[StoredPerson] = ()) -> None:
    """Who it is and why its mentions are one, where it is mentioned, with whom it had to do, what it says.

    `bare` are those who are called by its name alone and may be the same: what they did and said is shown too.
    """
    sheet, person = Sheet(), found.person
    everyone = (found, *bare)
    sheet.headline(Text.assemble((folded(person.name), "bold"), f" · {person.kind.value.replace('-', ' ')}"), person.id)
    sheet.fact("also", folded("; ".join(person.aliases)))
    sheet.fact("one because", folded(person.reason) if len(person.members) > 1 else "")
    sheet.fact(
        "in the case",
        f"{counted(found.mentions, 'mention')} in {counted(found.documents, 'document')}, "
        f"{counted(found.statements, 'statement')} of its own",
    )
    for other in bare:
        sheet.fact("perhaps", f"{folded(other.person.name)}, {other.person.id}: {counted(other.mentions, 'mention')}")
    sheet.title("Where")
    show_mentions(book, found, _DOCUMENTS)
    maybe = list(book.suggestions(person.id, limit=_PAIRS + 1))
    if maybe:
        sheet.title("May be the same as" + (f" (the likeliest {_PAIRS})" if len(maybe) > _PAIRS else ""))
        show_suggestions(maybe[:_PAIRS])
        sheet.paragraph(Text(f"Decide: sayso review people {person.id}", "dim"))
    by_id = " OR ".join(f"person:{one.person.id}" for one in everyone)
    _show_contacts(book, sheet, by_id, everyone)
    said = list(book.statements(by_id, limit=_STATEMENTS))
    if said:
        there = sum(one.statements for one in everyone)
        of = f"the first {_STATEMENTS} of {there:,}" if there > _STATEMENTS else f"{len(said)}"
        sheet.title(f"What it says ({of})")
        show_statements(said)


def _show_contacts(book: Case, sheet: Sheet, query: str, everyone: Sequence[StoredPerson]) -> None:
    """With whom they had to do, if with anybody."""
    names = {form for one in everyone for form in (one.person.name, *one.person.aliases)}
    met = contacts(book.timeline(query), names)
    if met:
        sheet.title(f"Contacts (with {len(met):,}, those on most voices first)")
        show_contacts(met)
        sheet.paragraph(Text(f"Each of them: sayso timeline --person {everyone[0].person.id}", "dim"))


def show_mentions(book: Case, found: StoredPerson, documents: int = _FEW) -> None:
    """The first `documents` documents in which somebody is named, with the first mentions in each."""
    sheet = Sheet()
    by_document: dict[str, list[str]] = {}
    for document, entity in found.person.members:
        by_document.setdefault(document, []).append(entity)
    for document, entities in islice(by_document.items(), documents):
        _mentions(book, sheet, document, entities)
    more = len(by_document) - documents
    if more > 0:
        sheet.paragraph(Text(f"and in {counted(more, 'more document')}", "dim"))


def _mentions(book: Case, sheet: Sheet, document: str, entities: list[str]) -> None:
    """The document and the first mentions in it, each in its line."""
    stored = book.document(document)
    known = stored.document.metadata
    text = stored.document.text.characters
    mentions = sorted((m for entity in entities for m in book.mentions(document, entity)), key=lambda m: m.span)
    facts = (known.publisher, doubtful_day(known.published, known.published_sure), known.title or stored.name)
    line = " · ".join(folded(fact) for fact in facts if fact)
    sheet.paragraph(Text.assemble(line, f" · {counted(len(mentions), 'mention')}", (f"  {document}", "dim")))
    for span in _apart(text, mentions):
        around = _words_around(text, span)
        page = stored.document.text.page_of(span)
        words = marked_passages(text, [around], {"name": [span]})
        sheet.fact(f"page {page}" if page else "", _one_line(words))


def _apart(text: str, mentions: Sequence[Mention]) -> Sequence[Span]:
    """The first few places, by name if there are any, that are not in the same words, and in no table of contents."""
    places = [m.span for m in mentions if _LEADERS not in text[max(0, m.span.start - _AROUND) : m.span.end + _AROUND]]
    named = {m.span for m in mentions if m.kind is MentionKind.NAME}
    names = [span for span in places if span in named] or places or [m.span for m in mentions]
    chosen: list[Span] = []
    for span in names:
        if len(chosen) < _MENTIONS and (not chosen or span.start - chosen[-1].end > 2 * _AROUND):
            chosen.append(span)
    return chosen


def _words_around(text: str, span: Span) -> Span:
    """Some words to both sides, none of them cut, within the paragraph."""
    start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    start = max(start, text.rfind("\n\n", start, span.start) + 2 if "\n\n" in text[start : span.start] else start)
    paragraph = text.find("\n\n", span.end, end)
    end = paragraph if paragraph >= 0 else end
    if start and not text[start - 1].isspace():
        start = min(span.start, text.find(" ", start, span.start) + 1 or start)
    if end < len(text) and not text[end].isspace():
        end = max(span.end, text.rfind(" ", span.end, end))
    return Span(start, end).strip(text)


def _one_line(words: Text) -> Text:
    """Line breaks as blanks, styles kept."""
    shown = words.copy()
    shown.plain = printable(words.plain).replace("\n", " ")
    return shown
