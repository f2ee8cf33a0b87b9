"""Statements that a person corrects: what the machine read stays beside it."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0014"


def upgrade() -> None:
    """Make room for the machine's reading."""
    op.add_column("statements", sa.Column("machine", sa.Text(), nullable=True))
