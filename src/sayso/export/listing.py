"""The rows of the lists as JSON: what `--json` prints and what other programs get."""

from collections.abc import Mapping, Sequence

from sayso.casebook import (
    Alike,
    DocumentRow,
    Found,
    Happening,
    LogRow,
    Note,
    StoredGap,
    StoredPerson,
    StoredStatement,
    StoredSuggestion,
    Told,
)
from sayso.export.contract import Json, event_json, gap_json, statement_json
from sayso.model.identity import Suggestion


def statement_row(found: StoredStatement) -> dict[str, Json]:
    """A statement of the contract, its words, and where it stands."""
    return {
        **statement_json(found.statement),
        "speaker_name": found.speaker,
        "words": {"source": found.source, "cue": found.cue, "content": found.content},
        "context": found.context,
        **_at(found.at),
    }


def event_row(entry: Told) -> dict[str, Json]:
    """An event of the contract, its words, and where it stands; `voices` and `records` are what it rests on.

    `participants_in_case` are the participants in their order as the case calls them; `added_by` is who added it by
    hand, null for what finders made.
    """
    found = entry.event
    return {
        **event_json(found.event),
        "participants_in_case": found.participants,
        "added_by": found.added_by,
        "voices": entry.voices,
        "records": [{"id": record.id, "words": record.words} for record in entry.records],
        "words": found.words,
        "context": found.context,
        **_at(found.at),
    }


def timeline_row(entry: Told, others: Sequence[Alike]) -> dict[str, Json]:
    """An event with the other tellings of its happening: those a person says are the same, and those that may be."""
    same: list[Json] = [
        {**_telling(o), "decision": o.ruling.id, "by": o.ruling.by} for o in others if o.ruling is not None
    ]
    maybe: list[Json] = [
        {**_telling(o), "score": o.suggestion.score, "reasons": _reasons(o.suggestion)}
        for o in others
        if o.suggestion is not None
    ]
    return {**event_row(entry), "same_as": same, "perhaps_same": maybe}


def happening_row(row: Happening) -> dict[str, Json]:
    """Two events that may be one happening, and every reason for and against with what it adds to the score."""
    first, second = _telling(Alike(row.first)), _telling(Alike(row.second))
    return {
        "first": {**first, "words": row.first.words},
        "second": {**second, "words": row.second.words},
        "score": row.suggestion.score,
        "reasons": _reasons(row.suggestion),
    }


def _telling(other: Alike) -> dict[str, Json]:
    at = other.event.at
    return {"id": other.event.event.id, "document": at.document, "name": at.name, "page": at.page}


def gap_row(found: StoredGap) -> dict[str, Json]:
    """A gap of the contract, its words, and where it stands."""
    return {"id": found.gap.id, **gap_json(found.gap), "words": found.words, "context": found.context, **_at(found.at)}


def document_row(row: DocumentRow) -> dict[str, Json]:
    """What is known about a document, without its text."""
    known = row.metadata
    return {
        "id": row.id,
        "name": row.name,
        "path": row.path,
        "media_type": row.media_type,
        "title": known.title,
        "publisher": known.publisher,
        "authors": known.authors,
        "published": known.published.edtf if known.published else None,
        "published_sure": known.published_sure.value if known.published_sure else None,
        "language": known.language,
        "address": known.address,
        "state": row.state.value,
        "words": row.words,
        "statements": row.statements,
        "problems": [str(problem) for problem in row.problems],
        "version": row.version,
    }


def person_row(row: StoredPerson) -> dict[str, Json]:
    """An entity of the case, why its mentions are one, and how often it occurs."""
    return {
        "id": row.person.id,
        "name": row.person.name,
        "kind": row.person.kind.value,
        "aliases": row.person.aliases,
        "reason": row.person.reason,
        "members": [{"document": document, "entity": entity} for document, entity in row.person.members],
        "documents": row.documents,
        "mentions": row.mentions,
        "statements": row.statements,
        "suggestions": row.suggestions,
    }


def suggestion_row(row: StoredSuggestion) -> dict[str, Json]:
    """Two entities of the case that may be one, and every reason for and against with what it adds to the score."""
    made = row.suggestion
    return {
        "first": {"id": row.first.person.id, "name": row.first.person.name, "documents": row.first.documents},
        "second": {"id": row.second.person.id, "name": row.second.person.name, "documents": row.second.documents},
        "score": made.score,
        "held": made.held,
        "reasons": _reasons(made),
    }


def _reasons(made: Suggestion) -> list[Json]:
    return [{"ground": e.ground, "first": e.first, "second": e.second, "weight": e.weight} for e in made.evidence]


def log_row(row: LogRow) -> dict[str, Json]:
    """One change of the case; `item` and `detail` are null where a purge has erased them."""
    detail: Mapping[str, Json] | None = row.detail
    return {
        "seq": row.seq,
        "at": row.at.isoformat(),
        "by": row.by,
        "action": row.action,
        "item": row.item,
        "detail": detail,
    }


def note_row(note: Note) -> dict[str, Json]:
    """A note or tag beside an item."""
    return {
        "id": note.id,
        "at": note.at.isoformat(),
        "by": note.by,
        "item": note.item,
        "document": note.document,
        "kind": note.kind.value,
        "text": note.text,
    }


def _at(at: Found) -> dict[str, Json]:
    return {
        "document": at.document,
        "name": at.name,
        "title": at.title,
        "publisher": at.publisher,
        "published": at.published.edtf if at.published else None,
        "published_sure": at.published_sure.value if at.published_sure else None,
        "document_state": at.document_state.value,
        "page": at.page,
        "section": at.section,
        "state": at.state.value,
        "version": at.version,
    }
