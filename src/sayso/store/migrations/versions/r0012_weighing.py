"""What is kept of a weighing, so that one document more is compared, and only what it bears on is weighed anew."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0016"


def upgrade() -> None:
    """Make its table in place of that of single pairs; the case is weighed from nothing when it is weighed next."""
    op.create_table(
        "weighing",
        sa.Column("key", sa.Integer(), primary_key=True),
        sa.Column("data", sa.LargeBinary(), nullable=False),
    )
    op.add_column("propositions", sa.Column("card", sa.LargeBinary()))
    op.execute("UPDATE propositions SET weighed_as = NULL")
    op.drop_table("likenesses")
