"""The JSON that other programs rely on: one object a document (docs/contract.md). Offsets: code points, half-open."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from sayso.errors import Problem
from sayso.model.document import Box, Document, Edit, MarkKind, Sureness, Text
from sayso.model.entity import Entity
from sayso.model.event import Event
from sayso.model.findings import Findings
from sayso.model.gap import Gap
from sayso.model.redaction import redacted_share, redacted_shares
from sayso.model.span import Span
from sayso.model.statement import Citation, Statement, Unnamed
from sayso.model.when import DateMention, When

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"


def document_json(document: Document, findings: Findings, problems: Sequence[Problem]) -> dict[str, Json]:
    """The object of one document. Everything in it is plain JSON; spans are `[start, end]`."""
    known = document.metadata
    return {
        "id": document.id,
        "path": document.path,
        "title": known.title,
        "publisher": known.publisher,
        "authors": known.authors,
        # A guess (the day a file was made) is shown with its doubt in lists; here there is no room for the doubt.
        "published": None if known.published_sure is Sureness.GUESSED else _edtf(known.published),
        "language": known.language,
        "text": document.text.characters,
        "boilerplate": _spans(findings.boilerplate),
        "edits": [_edit(e) for e in document.text.edits],
        "entities": [_entity(e) for e in findings.entities],
        "statements": [statement_json(s) for s in findings.statements],
        "events": [event_json(e) for e in findings.events],
        "dates": [_date(d) for d in findings.dates],
        "citations": [_citation(c) for c in findings.citations],
        "gaps": [gap_json(g) for g in findings.gaps],
        "redacted": _rounded(redacted_share(document.text)),
        "pages": _pages(document.text),
        "problems": [p.what for p in problems],
    }


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def unread_json(problem: Problem) -> dict[str, Json]:
    """The object that stands for a document of which nothing could be read."""
    return {"id": None, "path": problem.document, "text": None, "problems": [problem.what]}


def statement_json(statement: Statement) -> dict[str, Json]:
    """A statement as the contract has it."""
    return {
        "id": statement.id,
        "source": _spans(statement.attribution.source),
        "cue": _spans(statement.attribution.cue),
        "content": _spans(statement.attribution.content),
        "speaker": statement.speaker,
        "named": statement.named,
        "unnamed": _unnamed(statement.unnamed) if statement.unnamed else None,
        "chain": [voice.name for voice in statement.chain],
        "parent": statement.parent,
        "act": statement.act.value,
        "mode": statement.mode.value,
        "factuality": statement.factuality.value,
        "audience": statement.audience,
        "date": _edtf(statement.date),
        "confidence": round(statement.confidence, 3),
    }


def gap_json(gap: Gap) -> dict[str, Json]:
    """A gap as the contract has it."""
    return {
        "kind": gap.kind.value,
        "span": _span(gap.span),
        "page": gap.page,
        "recoverable": gap.recoverable,
        "note": gap.note,
        "box": _box(gap.box) if gap.box else None,
        "region": gap.region,
    }


def _box(box: Box) -> list[float]:
    return [round(edge, 2) for edge in (box.x0, box.y0, box.x1, box.y1)]


def _pages(text: Text) -> list[Json]:
    """What of each page is blacked out, and where its words were recognized in an image (`None`: they were not)."""
    if text.layout is None:
        return []
    notes = {mark.page: mark.note for mark in text.marks if mark.kind is MarkKind.RECOGNIZED}
    shares = redacted_shares(text)
    return [
        {"page": page.number, "redacted": round(shares.get(page.number, 0.0), 4), "recognized": notes.get(page.number)}
        for page in text.layout.pages
        if shares.get(page.number) or page.number in notes
    ]


def _span(span: Span) -> Sequence[Json]:
    return [span.start, span.end]


def _spans(spans: Sequence[Span]) -> Sequence[Json]:
    return [_span(s) for s in spans]


def _edtf(when: When | None) -> str | None:
    return when.edtf if when else None


def _edit(edit: Edit) -> dict[str, Json]:
    return {"span": _span(edit.span), "kind": edit.kind, "original": edit.original, "page": edit.page}


def _entity(entity: Entity) -> dict[str, Json]:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind.value,
        "aliases": entity.aliases,
        "mentions": _spans([m.span for m in entity.mentions]),
    }


def _unnamed(unnamed: Unnamed) -> dict[str, Json]:
    return {
        "min": unnamed.min,
        "max": unnamed.max,
        "description": unnamed.description,
        "terms": unnamed.terms,
        "same_as": unnamed.same_as,
        "first_hand": unnamed.first_hand,
    }


def event_json(event: Event) -> dict[str, Json]:
    """An event as the contract has it."""
    return {
        "id": event.id,
        "kind": event.kind.value,
        "trigger": _span(event.trigger),
        "participants": event.participants,
        "date": _edtf(event.date),
        "time": event.time,
        "place": event.place,
        "status": event.status.value,
        "according_to": event.according_to,
        "evidence": _span(event.evidence),
        "statement": event.statement,
        "confidence": round(event.confidence, 3),
    }


def _date(mention: DateMention) -> dict[str, Json]:
    return {"span": _span(mention.span), "edtf": _edtf(mention.when)}


def _citation(citation: Citation) -> dict[str, Json]:
    return {
        "span": _span(citation.span),
        "witness": citation.witness,
        "record": citation.record,
        "date": _edtf(citation.date),
        "date_text": citation.date_text,
        "pages": citation.pages,
        "supports": _span(citation.supports) if citation.supports else None,
    }
