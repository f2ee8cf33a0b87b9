"""What is marked in a document's text beside its attributions, each kind a layer that can be switched off."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.export.when_words import when_words
from sayso.model.document import MarkKind, Text
from sayso.model.entity import EntityKind, MentionKind
from sayso.model.findings import Findings
from sayso.model.span import Span, Spans


@dataclass(frozen=True, slots=True)
class Layered:
    """Words of a layer: `kind` is `people`, `dates`, `events`, `redactions` or `boilerplate`; `note` says more."""

    span: Span
    kind: str
    note: str


def layers(text: Text, found: Findings, within: Span) -> Sequence[Layered]:
    """All that touches this part of the text, in order."""
    every = (*_people(found), *_dates(found), *_events(found), *_redactions(text), *_boilerplate(found.boilerplate))
    return sorted((one for one in every if one.span.overlaps(within)), key=lambda one: (one.span, one.kind))


def _people(found: Findings) -> Iterator[Layered]:
    for entity in found.entities:
        if entity.kind is not EntityKind.PLACE:
            for mention in entity.mentions:
                if mention.kind is not MentionKind.PRONOUN:
                    yield Layered(mention.span, "people", f"{entity.name} ({entity.kind.value.replace('-', ' ')})")


def _dates(found: Findings) -> Iterator[Layered]:
    for date in found.dates:
        yield Layered(date.span, "dates", when_words(date.when) if date.when else date.reason or "date not known")


def _events(found: Findings) -> Iterator[Layered]:
    for event in found.events:
        told = (event.kind.value, when_words(event.date), ", ".join(event.participants))
        yield Layered(event.trigger, "events", " · ".join(part for part in told if part))


def _redactions(text: Text) -> Iterator[Layered]:
    for mark in text.marks:
        if mark.kind is MarkKind.REDACTION:
            legible = "; words can still be read under it" if mark.recoverable else ""
            yield Layered(mark.span, "redactions", f"blacked out ({mark.note or 'on the page'}){legible}")


def _boilerplate(spans: Spans) -> Iterator[Layered]:
    for span in spans:
        yield Layered(span, "boilerplate", "page furniture: no findings are made here")
