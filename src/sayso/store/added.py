"""Keeps events that a person adds by hand: findings like any other, but of a person, which no reading takes away."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Connection, func, insert, select, update

from sayso.errors import UsageError
from sayso.model.document import Edit
from sayso.model.event import Event
from sayso.model.findings import finding_id
from sayso.model.judgement import Judgement, JudgementKind
from sayso.model.span import Span
from sayso.store import judgement_rows, log
from sayso.store.codec import unpack_text
from sayso.store.finding_rows import added_event_row
from sayso.store.generations import material_changed
from sayso.store.stored import FindingState
from sayso.store.tables import DOCUMENTS, EVENTS, JUDGEMENTS


def add_event(connection: Connection, document: str, event: Event, *, by: str) -> str:
    """Keep an event at `event.evidence` of a document (its id); returns the id it gets, whatever id `event` has.

    Its words are whole words of the text, without white space at the edges and with the whole of what the reader put
    in. Added anew after it was taken back, it is the same event again. Raises `UsageError` for an unknown document, for
    no words, and for what is there already.
    """
    query = select(DOCUMENTS.c.key, DOCUMENTS.c.text, DOCUMENTS.c.packed).where(DOCUMENTS.c.id == document)
    row = connection.execute(query).one_or_none()
    if row is None:
        raise UsageError(f"There is no document {document!r}. `sayso documents` shows those there are.")
    text, _ = unpack_text(row.text, row.packed)
    words = _whole(event.evidence, text.characters, text.edits)
    made = replace(event, id=_id(document, event, words), trigger=words, evidence=words)
    there = connection.execute(
        select(EVENTS.c.key, EVENTS.c.state, EVENTS.c.version).where(
            EVENTS.c.id == made.id, EVENTS.c.document == row.key
        )
    ).one_or_none()
    if there is None:
        connection.execute(insert(EVENTS), {**added_event_row(document, text, made, by), "document": row.key})
    elif there.state == FindingState.REJECTED.value:
        again = {"state": FindingState.CONFIRMED.value, "version": there.version + 1, "added_by": by}
        connection.execute(update(EVENTS).where(EVENTS.c.key == there.key).values(again))
    else:
        raise UsageError(f"This event is there already: {made.id}.")
    last = connection.scalar(select(func.max(JUDGEMENTS.c.id))) or 0
    at = datetime.now(UTC).replace(microsecond=0)
    seen = there.version if there else 0
    judgement_rows.keep(connection, Judgement(last + 1, at, by, made.id, seen, JudgementKind.ADD), row.key)
    log.append(connection, by, [log.Entry("added", made.id, {"judgement": last + 1}, document)])
    material_changed(connection)
    return made.id


def _whole(span: Span, text: str, edits: Sequence[Edit]) -> Span:
    """The words of a selection, and all of each insertion that it begins or ends in."""
    if not 0 <= span.start < span.end <= len(text):
        raise UsageError(f"The text has no words at {span.start}-{span.end}; it has {len(text):,} characters.")
    start, end = span.start, span.end
    for edit in edits:
        if edit.span.overlaps(span):
            start, end = min(start, edit.span.start), max(end, edit.span.end)
    words = Span(start, end).strip(text)
    if not len(words):
        raise UsageError("There are no words in this selection.")
    return words


def _id(document: str, event: Event, words: Span) -> str:
    """Words may tell of several events; the same one added twice is one."""
    told = (event.kind.value, event.date.edtf if event.date else "", event.time or "", *sorted(event.participants))
    return finding_id("v", "\0".join((document, "added", *told)), words)
