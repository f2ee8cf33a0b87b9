"""Events can be asked for by whose word they are on."""

import json

import sqlalchemy as sa
from alembic import op

from sayso.store.fold import fold_all

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the names as they are compared, and fill them from the events that are there."""
    op.add_column("events", sa.Column("sources_key", sa.Text(), nullable=False, server_default=""))
    connection = op.get_bind()
    rows = connection.execute(sa.text("SELECT key, data FROM events")).all()
    told = [{"key": key, "sources": fold_all(json.loads(data)["according_to"])} for key, data in rows]
    named = [row for row in told if row["sources"]]
    if named:
        connection.execute(sa.text("UPDATE events SET sources_key = :sources WHERE key = :key"), named)
