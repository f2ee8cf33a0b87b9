"""Events that a person adds by hand."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0011"


def upgrade() -> None:
    """Tell them from those that finders make, and by whom they are."""
    op.add_column("events", sa.Column("added_by", sa.Text(), nullable=True))
