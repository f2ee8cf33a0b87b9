"""Replaces what was read of a document by what another version of the readers and finders makes of it.

What a person has judged stays. Where the text itself has changed, a judged finding is moved to where its words stand
now, if they stand there once; otherwise it is kept with its words and marked as no longer anchored.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, Table, delete, insert, select, update

from sayso.errors import Problem
from sayso.model.document import Metadata
from sayso.store import log, materials, places
from sayso.store.codec import from_json, problems_from_json, shift_spans, to_json
from sayso.store.corrections import corrected
from sayso.store.finding_rows import Row
from sayso.store.judgement_rows import about
from sayso.store.pack import PackedDocument, metadata_columns
from sayso.store.stored import MachineReading
from sayso.store.tables import BLOBS, DOCUMENTS, ENTITIES, FINDINGS, PROPOSITIONS

_WORDS = ("source", "cue", "content", "words")


def read_again(connection: Connection, key: int, packed: PackedDocument) -> int:
    """Replace text, metadata as read and suggestions of the document with this key; returns how many judged findings
    it kept.
    """
    old = connection.execute(
        select(DOCUMENTS.c.text, DOCUMENTS.c.version, DOCUMENTS.c.path).where(DOCUMENTS.c.key == key)
    ).one()
    new_text = str(packed.row["text"])
    kept = lost = 0
    for name, table in FINDINGS.items():
        found = _numbered(connection, table, key, packed.findings[name])
        connection.execute(delete(table).where(table.c.document == key, table.c.state == "suggested"))
        for judged in connection.execute(select(table).where(table.c.document == key)).mappings():
            row: Row = {str(column): value for column, value in judged.items()}
            anchor = _anchor(row, str(old.text), new_text)
            same = _same(row, found, anchor)
            found = [f for f in found if f is not same and f["id"] != row["id"]]
            _keep(connection, table, row, anchor, found=same is not None)
            kept += 1
            lost += anchor is None
        if found:
            connection.execute(insert(table), [{**row, "document": key} for row in found])
    connection.execute(delete(ENTITIES).where(ENTITIES.c.document == key))
    if packed.findings["entities"]:
        connection.execute(insert(ENTITIES), [{**row, "document": key} for row in packed.findings["entities"]])
    materials.forget(connection, key)
    connection.execute(insert(PROPOSITIONS), [{**row, "document": key} for row in packed.findings["propositions"]])
    _replace_document(connection, key, packed, old.version + 1, _problems(packed, old.path, lost))
    return kept


def _numbered(connection: Connection, table: Table, key: int, found: Sequence[Row]) -> list[Row]:
    """What was found now, with versions that tell whoever has seen an earlier one that it has changed."""
    query = select(table.c.id, table.c.version, table.c.data).where(table.c.document == key)
    before = {row.id: row for row in connection.execute(query)}
    rows: list[Row] = []
    for row in found:
        old = before.get(row["id"])
        rows.append({**row, "version": old.version + (old.data != row["data"])} if old else row)
    return rows


def _anchor(row: Row, old: str, new: str) -> int | None:
    """How far a finding's words have moved, in code points; `None` if they stand nowhere now, or more than once."""
    if not row["anchored"]:
        return None
    if old == new:
        return 0
    ranges = [_range(row), _range(_as_found(row))]
    start, end = min(start for start, _ in ranges), max(end for _, end in ranges)
    words = old[start:end]
    at = new.find(words)
    if at < 0 or new.find(words, at + 1) >= 0:
        return None
    return at - start


def _range(row: Row) -> tuple[int, int]:
    start, end = row["start"], row["end"]
    assert isinstance(start, int)
    assert isinstance(end, int)
    return start, end


def _as_found(row: Row) -> Row:
    """The row as finders made it: without what a person corrected about it."""
    if row.get("machine") is None:
        return row
    machine = from_json(str(row["machine"]), MachineReading)
    words = {"source": machine.source, "cue": machine.cue, "content": machine.content}
    span = machine.statement.attribution.span
    return {**row, **words, "start": span.start, "end": span.end}


def _same(row: Row, found: Sequence[Row], anchor: int | None) -> Row | None:
    """The finding of today that is the judged one: the same words at the same place. What a person added is its own."""
    if anchor is None or row.get("added_by") is not None:
        return None
    made = _as_found(row)
    start, end = _range(made)
    words = [made.get(column) for column in _WORDS]
    for candidate in found:
        there = (candidate["start"], candidate["end"]) == (start + anchor, end + anchor)
        if there and [candidate.get(column) for column in _WORDS] == words:
            return candidate
    return None


def _keep(connection: Connection, table: Table, row: Row, anchor: int | None, *, found: bool) -> None:
    values: dict[str, object] = {"found": found, "anchored": anchor is not None}
    if anchor:
        start, end = _range(row)
        values |= {"start": start + anchor, "end": end + anchor, "data": shift_spans(str(row["data"]), anchor)}
        if row.get("machine") is not None:
            values["machine"] = shift_spans(str(row["machine"]), anchor)
    connection.execute(update(table).where(table.c.key == row["key"]).values(values))


def _problems(packed: PackedDocument, path: str, lost: int) -> str:
    problems = problems_from_json(str(packed.row["problems"]))
    if lost:
        what = f"It was read again, and the words of {lost} judged findings no longer stand in it in one place."
        problems = (*problems, Problem(path, what, "The findings are kept as they were; judge today's ones anew."))
    return to_json(problems)


def _replace_document(connection: Connection, key: int, packed: PackedDocument, version: int, problems: str) -> None:
    metadata = corrected(from_json(str(packed.row["as_read"]), Metadata), about(connection, packed.id))
    values = {
        **packed.row,
        **metadata_columns(metadata),
        "problems": problems,
        "version": version,
        "read_at": log.now(),
    }
    connection.execute(update(DOCUMENTS).where(DOCUMENTS.c.key == key).values(values))
    connection.execute(update(BLOBS).where(BLOBS.c.sha256 == packed.sha256).values(data=packed.data))
    places.refresh(connection, [key])
