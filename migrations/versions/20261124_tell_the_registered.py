"""What those who registered for an activity were told of it, and who was taken off the list."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261124_tell_the_registered"
down_revision = "20261124_add_the_mechanism"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("registration_desks", sa.Column("told", postgresql.JSONB(), nullable=True))
    op.execute(
        """
        UPDATE registration_desks SET told = jsonb_build_object(
            'standing', CASE WHEN status IN ('postponed', 'cancelled') THEN status ELSE 'on' END,
            'starts_on', starts_on, 'ends_on', ends_on, 'starts_time', starts_time, 'ends_time', ends_time,
            'time_zone', time_zone, 'place', place
        )
        FROM activities WHERE activities.id = registration_desks.id
        """
    )
    op.alter_column("registration_desks", "told", nullable=False)
    op.add_column("registration_desks", sa.Column("told_times", sa.Integer(), nullable=False, server_default="0"))
    op.alter_column("registration_desks", "told_times", server_default=None)
    op.add_column("registration_desks", sa.Column("reminded_on", sa.Date(), nullable=True))
    op.add_column("registrations", sa.Column("is_removed", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.alter_column("registrations", "is_removed", server_default=None)
    op.create_check_constraint(
        "removed_registrations_have_left", "registrations", "NOT is_removed OR withdrawn_at IS NOT NULL"
    )
    op.drop_constraint("registrations_activity_id_fkey", "registrations", type_="foreignkey")
    op.create_foreign_key(
        "registrations_activity_id_fkey", "registrations", "registration_desks", ["activity_id"], ["id"]
    )


def downgrade() -> None:
    op.drop_constraint("registrations_activity_id_fkey", "registrations", type_="foreignkey")
    op.create_foreign_key(
        "registrations_activity_id_fkey",
        "registrations",
        "registration_desks",
        ["activity_id"],
        ["id"],
        ondelete="CASCADE",
    )
    op.drop_constraint("removed_registrations_have_left", "registrations", type_="check")
    op.drop_column("registrations", "is_removed")
    op.drop_column("registration_desks", "reminded_on")
    op.drop_column("registration_desks", "told_times")
    op.drop_column("registration_desks", "told")
