"""What lists of large cases are read by: indexes in the order of the lists, and whose copies documents are."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0013"

_FINDINGS = ("statements", "events", "gaps", "dates", "citations")
_DAY = "CASE WHEN (date_first = '0001-01-01') THEN date_last ELSE date_first END"


def upgrade() -> None:
    """Make the indexes, in place of those that they hold; copies are grouped when the case is weighed next."""
    op.drop_index("documents_published", "documents")
    op.create_index("documents_order", "documents", [sa.text("published_first IS NULL"), "published_first", "name_key"])
    op.create_index("documents_state", "documents", ["state"])
    op.create_index("documents_publisher", "documents", ["publisher"])
    op.create_index("entities_mentions", "entities", ["document", "id", "mentions"])
    op.create_index("statements_speaker", "statements", ["document", "speaker", "state"])
    for name in _FINDINGS:
        op.drop_index(f"{name}_document", name)
        op.create_index(f"{name}_document", name, ["document", "start", "end", "key", "state"])
    for name in ("events", "dates"):
        op.create_index(f"{name}_order", name, [sa.text(f"({_DAY}) IS NULL"), sa.text(_DAY), "date_last", "date"])
    op.drop_index("ix_claims_urgency", "claims")
    op.create_index(
        "claims_order",
        "claims",
        [sa.text("urgency DESC"), sa.text("documents DESC"), sa.text("first_first IS NULL"), "first_first", "id"],
    )
    op.create_table(
        "copy_groups",
        sa.Column("document", sa.Integer(), sa.ForeignKey("documents.key", ondelete="CASCADE"), primary_key=True),
        sa.Column("of", sa.Integer(), sa.ForeignKey("documents.key", ondelete="CASCADE"), nullable=False),
    )
    op.create_index("ix_copy_groups_of", "copy_groups", ["of"])
