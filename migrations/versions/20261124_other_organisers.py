"""States that are no champions may organise an activity, too."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261124_other_organisers"
down_revision = "20261124_tell_the_registered"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "activities",
        sa.Column("other_organisers", postgresql.ARRAY(sa.String(3)), server_default="{}", nullable=False),
    )
    op.create_check_constraint(
        "activity_states_have_one_part_each", "activities", "NOT other_organisers && other_states"
    )


def downgrade() -> None:
    op.drop_constraint("activity_states_have_one_part_each", "activities", type_="check")
    op.drop_column("activities", "other_organisers")
