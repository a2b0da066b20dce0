"""Add reviews of the workplan at meetings, and where and by what decision a workplan was adopted."""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261124_add_workplan_reviews"
down_revision = "20261124_add_handover_notes"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Expand only."""
    instant = sqlmodel.sql.sqltypes.UTCDateTime
    op.create_table(
        "workplan_reviews",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", instant(), nullable=False),
        sa.Column("updated_at", instant(), nullable=False),
        sa.Column("workplan_id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("reviewed_at", instant(), nullable=False),
        sa.Column("person_name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("items_count", sa.Integer(), nullable=False),
        sa.Column("snapshot", postgresql.JSONB(), nullable=False),
        sa.ForeignKeyConstraint(["workplan_id"], ["workplans.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], name="workplan_review_keeps_its_meeting"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("workplan_id", "meeting_id", name="workplan_is_reviewed_once_a_meeting"),
    )
    op.create_index("workplan_reviews_reviewed_at", "workplan_reviews", ["workplan_id", "reviewed_at", "id"])
    op.create_index(op.f("ix_workplan_reviews_meeting_id"), "workplan_reviews", ["meeting_id"])
    op.add_column("workplan_item_updates", sa.Column("due_on", sa.Date(), nullable=True))
    op.create_table(
        "workplan_adoptions",
        sa.Column("workplan_id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("decision_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["workplan_id"], ["workplans.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["decision_id"], ["decisions.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("workplan_id"),
    )
    for column in ("meeting_id", "decision_id"):
        op.create_index(op.f(f"ix_workplan_adoptions_{column}"), "workplan_adoptions", [column])


def downgrade() -> None:
    """Take it back."""
    op.drop_table("workplan_adoptions")
    op.drop_column("workplan_item_updates", "due_on")
    op.drop_table("workplan_reviews")
