"""Judgements as rows, and their order."""

from datetime import datetime

from sqlalchemy import Connection, insert, select

from sayso.model.judgement import Judgement, JudgementKind
from sayso.store.tables import JUDGEMENTS


def about(connection: Connection, item: str | None) -> tuple[Judgement, ...]:
    """All judgements about one item, or about anything, in order."""
    query = select(JUDGEMENTS).order_by(JUDGEMENTS.c.id)
    if item is not None:
        query = query.where(JUDGEMENTS.c.item == item)
    return tuple(
        Judgement(
            row.id,
            datetime.fromisoformat(row.at),
            row.by,
            row.item,
            row.made_on,
            JudgementKind(row.kind),
            row.field,
            row.value,
            row.undoes,
        )
        for row in connection.execute(query)
    )


def held(connection: Connection) -> tuple[Judgement, ...]:
    """All judgements about items of which somebody once said that it can't be told, in order."""
    items = select(JUDGEMENTS.c.item).where(JUDGEMENTS.c.kind == JudgementKind.HOLD.value).distinct()
    return tuple(made for item in connection.scalars(items).all() for made in about(connection, item))


def one(connection: Connection, id: int) -> Judgement | None:
    """The judgement of this number."""
    item = connection.scalar(select(JUDGEMENTS.c.item).where(JUDGEMENTS.c.id == id))
    return next((j for j in about(connection, item) if j.id == id), None) if item else None


def keep(connection: Connection, judgement: Judgement, document: int) -> None:
    """Add a judgement about a document (its key) or something found in it."""
    connection.execute(
        insert(JUDGEMENTS),
        {
            "id": judgement.id,
            "at": judgement.at.isoformat(),
            "by": judgement.by,
            "item": judgement.item,
            "document": document,
            "made_on": judgement.made_on,
            "kind": judgement.kind.value,
            "field": judgement.field,
            "value": judgement.value,
            "undoes": judgement.undoes,
        },
    )
