"""Gaps that only the case shows: second sources, cited records, people never heard."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Tell them from those that finders make of a document by itself."""
    op.add_column("gaps", sa.Column("of_case", sa.Boolean(), nullable=False, server_default="0"))
