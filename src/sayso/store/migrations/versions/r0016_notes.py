"""Notes and tags; saved searches; what people have seen of the log."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Make their tables."""
    op.create_table(
        "notes",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("document", sa.Integer(), sa.ForeignKey("documents.key", ondelete="CASCADE"), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("text_key", sa.Text(), nullable=False),
        sa.Column("anchor", sa.Text()),
        sa.Column("undoes", sa.Integer()),
    )
    for column in ("item", "document", "anchor", "text_key", "undoes"):
        op.create_index(f"ix_notes_{column}", "notes", [column])
    op.create_table(
        "searches",
        sa.Column("name", sa.Text(), primary_key=True),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
    )
    op.create_table(
        "visits",
        sa.Column("by", sa.Text(), primary_key=True),
        sa.Column("before", sa.Integer()),
        sa.Column("before_at", sa.Text()),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
    )
