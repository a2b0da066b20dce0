"""Tell more of activities: hours and their zone, other States, links, what each kind asks for, the statement they are
about, the term whose co-chairs coordinate them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261124_tell_more_activities"
down_revision = "20261124_search_in_six_languages"
branch_labels = None
depends_on = None


def _added() -> list[sa.Column]:
    return [
        sa.Column("starts_time", sa.Time(), nullable=True),
        sa.Column("ends_time", sa.Time(), nullable=True),
        sa.Column("time_zone", sa.String(64), nullable=True),
        sa.Column("links", postgresql.JSONB(), server_default="[]", nullable=False),
        sa.Column("other_states", postgresql.ARRAY(sa.String(3)), server_default="{}", nullable=False),
        sa.Column("particulars", postgresql.JSONB(), server_default="{}", nullable=False),
        sa.Column("statement_id", sa.Uuid(), nullable=True),
        sa.Column("term_id", sa.Uuid(), nullable=True),
    ]


def upgrade() -> None:
    for column in _added():
        op.add_column("activities", column)
    op.create_index("activities_term", "activities", ["term_id"], postgresql_where=sa.text("term_id IS NOT NULL"))
    op.create_index("ix_activities_statement_id", "activities", ["statement_id"])
    for column, table in (("statement_id", "statements"), ("term_id", "cochair_terms")):
        op.create_foreign_key(f"activities_{column}_fkey", "activities", table, [column], ["id"], ondelete="SET NULL")
    op.create_check_constraint(
        "activity_that_ends_at_a_time_begins_at_one", "activities", "ends_time IS NULL OR starts_time IS NOT NULL"
    )
    op.create_check_constraint(
        "activity_ends_after_its_hour",
        "activities",
        "coalesce(ends_on, starts_on) > starts_on OR ends_time > starts_time",
    )


def downgrade() -> None:
    for constraint in ("activity_ends_after_its_hour", "activity_that_ends_at_a_time_begins_at_one"):
        op.drop_constraint(constraint, "activities")
    for column in reversed(_added()):
        op.drop_column("activities", column.name)
