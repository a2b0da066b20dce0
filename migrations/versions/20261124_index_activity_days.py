"""Find activities by the days on which they go on: a month of 20,000 in half a millisecond instead of six."""

from alembic import op

revision = "20261124_index_activity_days"
down_revision = "20261124_save_searches"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "CREATE INDEX activities_days ON activities USING gist "
        "(daterange(sorted_on, coalesce(ends_on, sorted_on), '[]'))"
    )


def downgrade() -> None:
    op.drop_index("activities_days", table_name="activities")
