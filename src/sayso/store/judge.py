"""Keeps what people decide, and brings the items they decide about in step with it."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Table, func, select, update

from sayso.errors import ConflictError, UsageError
from sayso.model.document import Metadata
from sayso.model.judgement import Judgement, JudgementKind
from sayso.store import correct_statement, judgement_rows, log
from sayso.store.codec import from_json, storable
from sayso.store.corrections import correct, corrected, current, standing
from sayso.store.generations import material_changed
from sayso.store.pack import metadata_columns
from sayso.store.statement_edits import in_words
from sayso.store.stored import FindingState
from sayso.store.tables import DOCUMENTS, FILES, FINDINGS, JUDGEMENTS, LOCATIONS, STATEMENTS

_STATES = {
    JudgementKind.ADD: FindingState.CONFIRMED,
    JudgementKind.CONFIRM: FindingState.CONFIRMED,
    JudgementKind.CORRECT: FindingState.CONFIRMED,
    JudgementKind.REJECT: FindingState.REJECTED,
}
_ACTIONS = {
    JudgementKind.CONFIRM: "confirmed",
    JudgementKind.REJECT: "rejected",
    JudgementKind.HOLD: "held",
    JudgementKind.CORRECT: "corrected",
    JudgementKind.ADD: "added",
    JudgementKind.UNDO: "undone",
}

_HEEDED_BY_FINDERS = ("published", "language")
"""Relative dates hang on the one, whether there is anything to find on the other."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decides about an item, seen in the version `made_on`."""

    item: str
    kind: JudgementKind
    made_on: int
    by: str
    field: str | None = None
    value: str | None = None
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class _Target:
    """The row that is judged, and the document that it is or stands in."""

    table: Table
    key: int
    version: int
    document: int
    document_id: str


def judge(connection: Connection, decision: Decision) -> Judgement:
    """Keep a decision; raises `ConflictError` and `UsageError` as the protocol says."""
    target = _target(connection, decision.item)
    before = judgement_rows.about(connection, decision.item)
    _check(connection, decision, target, before)
    if target.version != decision.made_on:
        raise ConflictError(_conflict(connection, decision, target, before[-1] if before else None))
    last = connection.scalar(select(func.max(JUDGEMENTS.c.id))) or 0
    judgement = Judgement(
        last + 1,
        datetime.now(UTC).replace(microsecond=0),
        decision.by,
        decision.item,
        decision.made_on,
        decision.kind,
        decision.field,
        storable(decision.value) if decision.value is not None else None,
        decision.undoes,
    )
    judgement_rows.keep(connection, judgement, target.document)
    _apply(connection, target, (*before, judgement))
    detail = {
        "judgement": judgement.id,
        "field": judgement.field,
        "value": _said(target, judgement),
        "undoes": judgement.undoes,
    }
    said = {key: value for key, value in detail.items() if value is not None}
    entry = log.Entry(_ACTIONS[decision.kind], decision.item, said, target.document_id)
    log.append(connection, decision.by, [entry])
    material_changed(connection)
    return judgement


def _said(target: _Target, judgement: Judgement) -> str | None:
    """The value that a correction sets, as a person reads it."""
    if target.table is STATEMENTS and judgement.field is not None and judgement.value is not None:
        return in_words(judgement.field, judgement.value)
    return judgement.value


def heeded(connection: Connection) -> dict[str, Metadata]:
    """Documents about which a person corrected what finders heed, by id, with the metadata that hold now."""
    c = JUDGEMENTS.c
    items = select(c.item).where(c.kind == JudgementKind.CORRECT.value, c.field.in_(_HEEDED_BY_FINDERS)).distinct()
    held = {}
    for id, as_read in connection.execute(select(DOCUMENTS.c.id, DOCUMENTS.c.as_read).where(DOCUMENTS.c.id.in_(items))):
        held[id] = corrected(from_json(as_read, Metadata), judgement_rows.about(connection, id))
    return held


def _target(connection: Connection, item: str) -> _Target:
    c = DOCUMENTS.c
    if document := connection.execute(select(c.key, c.version).where(c.id == item)).one_or_none():
        return _Target(DOCUMENTS, document.key, document.version, document.key, item)
    for table in FINDINGS.values():
        query = select(table.c.key, table.c.version, table.c.document, c.id).join(DOCUMENTS).where(table.c.id == item)
        if row := connection.execute(query).first():
            return _Target(table, row.key, row.version, row.document, row.id)
    raise UsageError(f"There is no document or finding {item!r} to judge.")


def _check(connection: Connection, decision: Decision, target: _Target, before: tuple[Judgement, ...]) -> None:
    """Raise `UsageError` for what makes no sense."""
    is_document = target.table is DOCUMENTS
    if decision.kind is JudgementKind.UNDO:
        if decision.undoes not in {j.id for j in standing(before)}:
            raise UsageError(f"{decision.item} has no judgement {decision.undoes} that could be undone.")
    elif is_document and decision.kind is not JudgementKind.CORRECT:
        raise UsageError(f"A document is corrected; {decision.item} can't be judged so.")
    elif decision.kind is JudgementKind.CORRECT and not is_document and target.table is not STATEMENTS:
        raise UsageError(f"A finding is confirmed or rejected; {decision.item} can't be judged so.")
    elif decision.kind is JudgementKind.ADD:
        raise UsageError(f"{decision.item} is there already.")
    if decision.kind is JudgementKind.CORRECT and is_document:
        correct(_as_read(connection, target), decision.field or "", decision.value)
    elif decision.kind is JudgementKind.CORRECT:
        correct_statement.check(decision.field, decision.value)
    elif decision.field is not None or decision.value is not None:
        raise UsageError("Only a correction sets a field.")


def _conflict(connection: Connection, decision: Decision, target: _Target, last: Judgement | None) -> str:
    """One sentence with both values."""
    wanted = _ACTIONS[decision.kind]
    if target.table is DOCUMENTS and decision.kind is JudgementKind.CORRECT and decision.field is not None:
        now = current(
            corrected(_as_read(connection, target), judgement_rows.about(connection, decision.item)), decision.field
        )
        return (
            f"{decision.item} has changed since: its {decision.field} is {now!r} now and was to be {decision.value!r}. "
            "Look at it again, then decide."
        )
    is_now = f"{_ACTIONS[last.kind]} by {last.by}" if last and last.made_on >= decision.made_on else "read anew"
    return f"{decision.item} has changed since: it was {is_now}, and was to be {wanted}. Look at it again, then decide."


def _as_read(connection: Connection, target: _Target) -> Metadata:
    data = connection.scalar(select(DOCUMENTS.c.as_read).where(DOCUMENTS.c.key == target.key))
    return from_json(str(data), Metadata)


def _apply(connection: Connection, target: _Target, judgements: tuple[Judgement, ...]) -> None:
    values: dict[str, object] = {"version": target.version + 1}
    if target.table is DOCUMENTS:
        as_read = _as_read(connection, target)
        before, now = corrected(as_read, judgements[:-1]), corrected(as_read, judgements)
        values |= metadata_columns(now)
        if any(getattr(before, field) != getattr(now, field) for field in _HEEDED_BY_FINDERS):
            values["read_with"] = ""
            _read_again(connection, target)
    else:
        values["state"] = _state(judgements).value
        if target.table is STATEMENTS and any(j.kind is JudgementKind.CORRECT for j in judgements):
            values |= correct_statement.columns(connection, target.key, judgements)
    connection.execute(update(target.table).where(target.table.c.key == target.key).values(values))


def _state(judgements: tuple[Judgement, ...]) -> FindingState:
    """What the judgements about a finding come to; an addition that was taken back leaves nothing to be right."""
    held = standing(judgements)
    if any(j.kind is JudgementKind.ADD for j in judgements) and not any(j.kind is JudgementKind.ADD for j in held):
        return FindingState.REJECTED
    states = [_STATES[j.kind] for j in held if j.kind in _STATES]
    return states[-1] if states else FindingState.SUGGESTED


def _read_again(connection: Connection, target: _Target) -> None:
    """Let the next reading of the document's files make its findings anew."""
    lies_in = select(LOCATIONS.c.path).where(LOCATIONS.c.document == target.key)
    connection.execute(update(FILES).where(FILES.c.path.in_(lies_in)).values(read_with=""))
