"""Findings know the sheet, slide, chapter or time they stand in, where their document has no pages."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0012"

_FINDINGS = ("statements", "events", "gaps", "dates", "citations")


def upgrade() -> None:
    """Make room for it; documents that are read again fill it."""
    for table in _FINDINGS:
        op.add_column(table, sa.Column("section", sa.Text(), nullable=True))
