"""Who is who: decisions about entities of the case with the words they rest on, and suggestions."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_APPEND_ONLY = (
    "CREATE TRIGGER identities_unchanged BEFORE UPDATE OF id, at, by, kind, undoes ON identities "
    "BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END",
    "CREATE TRIGGER identities_erased BEFORE UPDATE OF name ON identities WHEN new.name IS NOT NULL "
    "BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END",
    "CREATE TRIGGER identities_kept BEFORE DELETE ON identities "
    "BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END",
)


def upgrade() -> None:
    """Make the tables; entities of the case are made anew, so that there are suggestions."""
    op.create_table(
        "identities",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "anchors",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("identity", sa.Integer(), nullable=False),
        sa.Column("side", sa.Integer(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["identity"], ["identities.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["document"], ["documents.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("ix_anchors_identity", "anchors", ["identity"])
    op.create_index("ix_anchors_document", "anchors", ["document"])
    op.create_table(
        "suggestions",
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("second", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["first"], ["people.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["second"], ["people.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("first", "second"),
    )
    op.create_index("suggestions_second", "suggestions", ["second"])
    if op.get_bind().dialect.name == "sqlite":
        for trigger in _APPEND_ONLY:
            op.execute(trigger)
    op.execute("UPDATE meta SET value = -1 WHERE key = 'people'")
