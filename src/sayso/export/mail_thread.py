"""The thread of a mail as JSON."""

from collections.abc import Mapping, Sequence

from sayso.casebook import DocumentRow, InThread
from sayso.export.contract import Json


def thread_json(found: Sequence[InThread], rows: Mapping[str, DocumentRow]) -> Sequence[Json]:
    """The thread as other programs read it: one object a mail, in order."""
    return [
        {
            "document": one.document,
            "message_id": one.id,
            "depth": one.depth,
            "answers": one.answers,
            "by_subject": one.by_subject,
            "too_early": one.too_early,
            **_described(rows.get(one.document or "")),
        }
        for one in found
    ]


def _described(row: DocumentRow | None) -> dict[str, Json]:
    if row is None:
        return {"title": None, "from": None, "published": None}
    known = row.metadata
    return {
        "title": known.title,
        "from": header_field(row, "From"),
        "published": known.published.edtf if known.published else None,
    }


def header_field(row: DocumentRow, name: str) -> str | None:
    """The first header field of a mail that has this name, as it was sent."""
    return next((value for field, value in row.metadata.headers if field == name), None)
