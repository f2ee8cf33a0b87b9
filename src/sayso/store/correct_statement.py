"""Brings the row of a statement in step with what people corrected about it."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, RowMapping, select

from sayso.errors import UsageError
from sayso.model.entity import Entity
from sayso.model.judgement import Judgement
from sayso.model.statement import Statement
from sayso.store.codec import from_json, to_json, unpack_text
from sayso.store.finding_rows import Value, statement_row
from sayso.store.statement_edits import corrected, is_value
from sayso.store.stored import MachineReading
from sayso.store.tables import DOCUMENTS, ENTITIES, STATEMENTS

_KEPT = frozenset(("id", "state", "version", "found", "anchored"))
"""Columns that a correction leaves as they are."""


def check(field: str | None, value: str | None) -> None:
    """Raise `UsageError` for what no correction of a statement sets."""
    if field is None or value is None or not is_value(field, value):
        raise UsageError(f"A statement can't be corrected so: {field}.")


def columns(connection: Connection, key: int, judgements: Sequence[Judgement]) -> Mapping[str, Value]:
    """What the columns of the statement with this key hold under these judgements; raises `UsageError` where they
    leave no words.
    """
    row = connection.execute(select(STATEMENTS).where(STATEMENTS.c.key == key)).mappings().one()
    machine = machine_of(row)
    document = connection.execute(
        select(DOCUMENTS.c.id, DOCUMENTS.c.text, DOCUMENTS.c.packed).where(DOCUMENTS.c.key == row["document"])
    ).one()
    known = entities(connection, row["document"])
    made = corrected(machine.statement, judgements, document.text, known)
    if made is None and row["machine"] is None:
        return {}
    text, _ = unpack_text(document.text, document.packed)
    now = made.statement if made else machine.statement
    values = statement_row(document.id, text, now, known, made.name if made else machine.speaker)
    kept = to_json(machine) if made else None
    return {**{name: value for name, value in values.items() if name not in _KEPT}, "machine": kept}


def machine_of(row: RowMapping) -> MachineReading:
    """What finders made of the statement in this row."""
    if row["machine"] is not None:
        return from_json(row["machine"], MachineReading)
    words = (row["source"], row["cue"], row["content"])
    return MachineReading(from_json(row["data"], Statement), row["speaker_name"], *words)


def entities(connection: Connection, document: int) -> Sequence[Entity]:
    """The entities of the document with this key."""
    query = select(ENTITIES.c.data).where(ENTITIES.c.document == document).order_by(ENTITIES.c.key)
    return [from_json(data, Entity) for data in connection.scalars(query)]
