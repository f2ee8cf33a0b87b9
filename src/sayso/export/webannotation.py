"""Findings as W3C Web Annotations in JSON-LD (https://www.w3.org/TR/annotation-model/), one collection.

The target of an annotation is the text that Sayso read (`sayso export jsonl` has it); `scope` is the address of the
page it was made from. Each range of words has three kinds of selector: the words with what stands around them, their
code points, and for a page of a PDF the rectangle of each printed line (RFC 3778: `page`, `viewrect` in points from
the page's upper left corner).
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import IO

from sayso.casebook import Case, Found, StoredDocument, StoredEvent, StoredStatement
from sayso.export.contract import Json, event_json, statement_json
from sayso.export.sheets import Table
from sayso.model.span import Span

_AROUND = 32
"""Code points in front of and behind the words, enough to tell them from the same words elsewhere."""
_CONTEXT: Sequence[Json] = ("http://www.w3.org/ns/anno.jsonld", {"sayso": "urn:sayso:"})
_PDF = "http://tools.ietf.org/rfc/rfc3778"


def write_webannotation(case: Case, query: str, tables: Sequence[Table], out: IO[bytes]) -> int:
    """Write annotations of the statements and events that the query asks for; returns how many. Raises `QueryError`.

    What a person judged and no longer stands in the text has no place to be annotated at, and is left out.
    """
    made = list(_annotations(case, query, tables))
    page: dict[str, Json] = {
        "id": f"urn:sayso:{case.path.stem}:page1",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": made,
    }
    collection: dict[str, Json] = {
        "@context": _CONTEXT,
        "id": f"urn:sayso:{case.path.stem}",
        "type": "AnnotationCollection",
        "label": f"Sayso: {case.path.stem}" + (f", {query}" if query else ""),
        "total": len(made),
        "first": page,
    }
    out.write((json.dumps(collection, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace"))
    return len(made)


def _annotations(case: Case, query: str, tables: Sequence[Table]) -> Iterator[Json]:
    texts = _Texts(case)
    if Table.STATEMENTS in tables:
        for found in case.statements(query):
            if found.at.anchored:
                yield _statement(found, texts.of(found.at))
    if Table.EVENTS in tables:
        for event in sorted(case.events(query), key=lambda found: found.at.document):
            if event.at.anchored:
                yield _event(event, texts.of(event.at))


class _Texts:
    """Documents by their ids; findings come document by document, so only the last is kept."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._last: StoredDocument | None = None

    def of(self, at: Found) -> StoredDocument:
        if self._last is None or self._last.document.id != at.document:
            self._last = self._case.document(at.document)
        return self._last


def _statement(found: StoredStatement, document: StoredDocument) -> Json:
    made = found.statement
    roles = {"source": made.attribution.source, "cue": made.attribution.cue, "content": made.attribution.content}
    voices = " › ".join(voice.name for voice in made.chain)
    about = f"{found.speaker or found.source or 'speaker not found'}: {made.act.value}, {made.factuality.value}"
    said = statement_json(made)
    for role in roles:
        del said[role]
    return _annotation(made.id, found.at, document, roles, f"{about}" + (f" ({voices})" if voices else ""), said)


def _event(found: StoredEvent, document: StoredDocument) -> Json:
    made = found.event
    roles = {"trigger": (made.trigger,), "evidence": (made.evidence,)}
    when = made.date.edtf if made.date else "date unknown"
    about = f"{made.kind.value} ({made.status.value}), {when}: {', '.join(found.participants) or 'nobody is named'}"
    said = event_json(made)
    for role in roles:
        del said[role]
    return _annotation(made.id, found.at, document, roles, about, said)


def _annotation(
    id: str,
    at: Found,
    document: StoredDocument,
    roles: Mapping[str, Sequence[Span]],
    about: str,
    finding: Mapping[str, Json],
) -> Json:
    body: list[Json] = [
        {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": about},
        {"type": "TextualBody", "purpose": "tagging", "value": at.state.value},
    ]
    targets: list[Json] = [
        _target(role, span, document) for role, spans in roles.items() for span in spans if len(span)
    ]
    return {
        "id": f"urn:sayso:{at.document}:{id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": body,
        "target": targets,
        "sayso:state": at.state.value,
        "sayso:finding": finding,
    }


def _target(role: str, span: Span, stored: StoredDocument) -> Json:
    document = stored.document
    text = document.text.characters
    selectors: list[Json] = [
        {
            "type": "TextQuoteSelector",
            "prefix": text[max(0, span.start - _AROUND) : span.start],
            "exact": span.of(text),
            "suffix": text[span.end : span.end + _AROUND],
        },
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]
    for place in document.text.layout.places(span) if document.text.layout else ():
        box = place.box
        rectangle = ",".join(f"{n:.1f}" for n in (box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0))
        value = f"page={place.page}&viewrect={rectangle}"
        selectors.append({"type": "FragmentSelector", "conformsTo": _PDF, "value": value})
    target: dict[str, Json] = {
        "type": "SpecificResource",
        "source": f"urn:sayso:{document.id}",
        "selector": selectors,
        "sayso:role": role,
        "sayso:name": stored.name,
    }
    address = document.metadata.address
    return {**target, "scope": address} if address and address.startswith(("http://", "https://")) else target
