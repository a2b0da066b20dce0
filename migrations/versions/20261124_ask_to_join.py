"""Let champions ask to join an activity."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "20261124_ask_to_join"
down_revision = "20261124_add_collaboration"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "activity_partner_requests",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("activity_id", sa.Uuid(), nullable=False),
        sa.Column("champion_id", sa.Uuid(), nullable=False),
        sa.Column("part", sa.String(40), nullable=False),
        sa.Column("message", sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("answer", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("person_name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("asked_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("answered_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("answered_by_name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.CheckConstraint(
            "(status IN ('accepted', 'declined')) <= (answered_at IS NOT NULL)", name="partner_answers_have_a_time"
        ),
        sa.CheckConstraint("status <> 'declined' OR answer <> ''", name="partners_are_declined_with_a_reason"),
        sa.ForeignKeyConstraint(["activity_id"], ["activities.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["champion_id"], ["champions.id"]),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("activity_partner_requests_activity", "activity_partner_requests", ["activity_id", "id"])
    op.create_index(
        "activity_partner_requests_once",
        "activity_partner_requests",
        ["activity_id", "champion_id"],
        unique=True,
        postgresql_where=sa.text("status = 'asked'"),
    )
    for column in ("champion_id", "person_id"):
        op.create_index(f"ix_activity_partner_requests_{column}", "activity_partner_requests", [column])


def downgrade() -> None:
    op.drop_table("activity_partner_requests")
