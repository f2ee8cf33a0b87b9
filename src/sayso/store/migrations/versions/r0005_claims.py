"""Claims: what documents state, what is alike, what it comes to, and what people decided about it."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_APPEND_ONLY = (
    "CREATE TRIGGER claim_decisions_unchanged BEFORE UPDATE ON claim_decisions "
    "BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END",
    "CREATE TRIGGER claim_decisions_kept BEFORE DELETE ON claim_decisions "
    "BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END",
)


def _document(name: str, *, key: bool = False) -> sa.Column[int]:
    reference = sa.ForeignKey("documents.key", ondelete="CASCADE")
    return sa.Column(name, sa.Integer(), reference, nullable=False, primary_key=key)


def upgrade() -> None:
    """Make the tables. What documents state is found when they are read again."""
    op.create_table(
        "propositions",
        _document("document", key=True),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("vectors", sa.LargeBinary()),
        sa.Column("weighed_as", sa.Text()),
    )
    op.create_table(
        "likenesses",
        sa.Column("key", sa.Integer(), primary_key=True),
        _document("first_document"),
        _document("second_document"),
        sa.Column("data", sa.Text(), nullable=False),
    )
    op.create_index("ix_likenesses_first_document", "likenesses", ["first_document"])
    op.create_index("ix_likenesses_second_document", "likenesses", ["second_document"])
    op.create_table(
        "copies",
        _document("first", key=True),
        _document("second", key=True),
        sa.Column("data", sa.Text(), nullable=False),
    )
    op.create_table(
        "claims",
        sa.Column("key", sa.Integer(), primary_key=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.Column("independent", sa.Integer(), nullable=False),
        sa.Column("denied_by", sa.Integer(), nullable=False),
        sa.Column("urgency", sa.Float(), nullable=False),
        sa.Column("words_key", sa.Text(), nullable=False),
        sa.Column("names_key", sa.Text(), nullable=False),
        sa.Column("first", sa.Text()),
        sa.Column("first_first", sa.Text()),
        sa.Column("first_last", sa.Text()),
        sa.Column("data", sa.Text(), nullable=False),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_claims_urgency", "claims", ["urgency"])
    op.create_table(
        "positions",
        sa.Column(
            "claim", sa.Integer(), sa.ForeignKey("claims.key", ondelete="CASCADE"), primary_key=True, nullable=False
        ),
        _document("document", key=True),
        sa.Column("proposition", sa.Text(), primary_key=True, nullable=False),
        sa.Column("statement", sa.Text()),
        sa.Column("stance", sa.Text(), nullable=False),
    )
    op.create_index("positions_document", "positions", ["document", "statement"])
    op.create_index("positions_proposition", "positions", ["proposition"])
    op.create_table(
        "claim_decisions",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Text()),
        sa.Column("undoes", sa.Integer()),
    )
    op.create_table(
        "passages",
        sa.Column("key", sa.Integer(), primary_key=True),
        sa.Column("decision", sa.Integer(), sa.ForeignKey("claim_decisions.id", ondelete="CASCADE"), nullable=False),
        _document("document"),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
    )
    op.create_index("ix_passages_decision", "passages", ["decision"])
    op.create_index("ix_passages_document", "passages", ["document"])
    if op.get_bind().dialect.name == "sqlite":
        for trigger in _APPEND_ONLY:
            op.execute(trigger)
