"""Findings as rows of their tables: the finding in JSON, and beside it the columns that questions need."""

from collections.abc import Mapping, Sequence

from sayso.model.document import Document, Metadata, Text
from sayso.model.entity import Entity
from sayso.model.event import Event
from sayso.model.findings import Findings, finding_id
from sayso.model.gap import Gap
from sayso.model.span import Span, hull
from sayso.model.statement import Citation, Statement
from sayso.model.when import DateMention, When
from sayso.store.codec import storable, to_json
from sayso.store.context import Sentences
from sayso.store.fold import fold_all

Value = str | int | float | bytes | None
Row = Mapping[str, Value]
"""Column → value."""

FIRST_DAY, _LAST_DAY = "0001-01-01", "9999-12-31"
"""What stands for an open end."""


def date_columns(name: str, when: When | None) -> dict[str, Value]:
    """A date with its first and last day; an open end is the first or last day there is."""
    if when is None:
        return {name: None, f"{name}_first": None, f"{name}_last": None}
    first, last = when.earliest, when.latest
    return {
        name: when.edtf,
        f"{name}_first": first.isoformat() if first else FIRST_DAY,
        f"{name}_last": last.isoformat() if last else _LAST_DAY,
    }


def finding_rows(document: Document, findings: Findings) -> Mapping[str, Sequence[Row]]:
    """Table → rows for all that was found in a document. Findings without an id get one of their spans."""
    rows = _Rows(document)
    entities = {entity.id: entity for entity in findings.entities}
    tables = {
        "entities": [_entity(entity) for entity in findings.entities],
        "statements": [rows.statement(s, entities) for s in findings.statements],
        "events": [rows.event(event) for event in findings.events],
        "gaps": [rows.gap(gap) for gap in findings.gaps],
        "dates": [rows.date(mention) for mention in findings.dates],
        "citations": [rows.citation(citation) for citation in findings.citations],
    }
    return {name: _one_an_id(found) for name, found in tables.items()}


def _one_an_id(rows: Sequence[Row]) -> Sequence[Row]:
    """Two findings of one id are one finding made twice; the first is kept."""
    return list({row["id"]: row for row in reversed(rows)}.values())[::-1]


def _entity(entity: Entity) -> Row:
    return {
        "id": entity.id,
        "name": storable(entity.name),
        "kind": entity.kind.value,
        "mentions": len(entity.mentions),
        "data": to_json(entity),
    }


def case_gap_row(document: str, text: Text, gap: Gap) -> Row:
    """The row of a gap that only the case shows, at words of a document."""
    rows = _Rows(Document(document, "", "", "", Metadata(), text))
    return {**rows.gap(gap), "of_case": True}


def added_event_row(document: str, text: Text, event: Event, by: str) -> Row:
    """The row of an event that a person added, at words of a document."""
    rows = _Rows(Document(document, "", "", "", Metadata(), text))
    return {**rows.event(event), "state": "confirmed", "found": False, "added_by": by}


def statement_row(document: str, text: Text, statement: Statement, known: Sequence[Entity], name: str | None) -> Row:
    """The row of a statement that a person has corrected; `name` is the speaker's if no entity of the document bears
    it.
    """
    rows = _Rows(Document(document, "", "", "", Metadata(), text))
    row = dict(rows.statement(statement, {entity.id: entity for entity in known}))
    if name is not None and row["speaker_name"] is None:
        row |= {"speaker_name": storable(name), "speaker_key": fold_all((name, str(row["source"])))}
    return row


class _Rows:
    """Makes the rows of one document."""

    def __init__(self, document: Document) -> None:
        self._id = document.id
        self._text: Text = document.text
        self._sentences = Sentences(storable(document.text.characters))

    def _finding(self, id: str, spans: Sequence[Span], finding: object) -> dict[str, Value]:
        where = hull(spans)
        return {
            "id": id,
            "start": where.start,
            "end": where.end,
            "page": self._text.page_of(where),
            "section": str(section) if (section := self._text.section_of(where)) else None,
            "context": self._sentences.words(self._sentences.around(spans)),
            "data": to_json(finding),
            "state": "suggested",
            "found": True,
            "anchored": True,
            "version": 1,
        }

    def statement(self, statement: Statement, entities: Mapping[str, Entity]) -> Row:
        attribution = statement.attribution
        spans = (*attribution.source, *attribution.cue, *attribution.content)
        source = self._sentences.words(attribution.source)
        speaker = entities.get(statement.speaker) if statement.speaker else None
        unnamed = statement.unnamed.description if statement.unnamed else None
        names = (speaker.name, *speaker.aliases) if speaker else ()
        name = speaker.name if speaker else unnamed
        return {
            **self._finding(statement.id, spans, statement),
            "source": source,
            "cue": self._sentences.words(attribution.cue),
            "content": self._sentences.words(attribution.content),
            "speaker": statement.speaker,
            "speaker_name": storable(name) if name else None,
            "speaker_key": fold_all((*names, unnamed, source)),
            "chain_key": fold_all(voice.name for voice in statement.chain),
            "named": statement.named,
            "act": statement.act.value,
            "mode": statement.mode.value,
            "factuality": statement.factuality.value,
            **date_columns("date", statement.date),
            "confidence": statement.confidence,
            "machine": None,
        }

    def event(self, event: Event) -> Row:
        return {
            **self._finding(event.id, (event.evidence, event.trigger), event),
            "words": self._sentences.words((event.evidence,)),
            "kind": event.kind.value,
            "status": event.status.value,
            "participants_key": fold_all(event.participants),
            "sources_key": fold_all(event.according_to),
            **date_columns("date", event.date),
            "confidence": event.confidence,
            "added_by": None,
        }

    def gap(self, gap: Gap) -> Row:
        return {
            **self._finding(gap.id, (gap.span,), gap),
            "words": self._sentences.words((gap.span,)),
            "kind": gap.kind.value,
            "recoverable": gap.recoverable,
            "of_case": False,
        }

    def date(self, mention: DateMention) -> Row:
        return {
            **self._finding(finding_id("t", self._id, mention.span), (mention.span,), mention),
            "words": self._sentences.words((mention.span,)),
            **date_columns("date", mention.when),
        }

    def citation(self, citation: Citation) -> Row:
        # One footnote may cite several records.
        record = " ".join(filter(None, (citation.record, citation.witness, citation.date_text, citation.pages)))
        return {
            **self._finding(
                finding_id("c", f"{self._id} {storable(record)}", citation.span), (citation.span,), citation
            ),
            "words": self._sentences.words((citation.span,)),
            "witness_key": fold_all((citation.witness,)),
            "record": citation.record,
            **date_columns("date", citation.date),
        }
