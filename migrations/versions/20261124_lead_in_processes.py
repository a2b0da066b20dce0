"""Say who leads in a process, by when it asks for what, and which practices are brought to it."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "20261124_lead_in_processes"
down_revision = "20261124_picture_practices"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "process_deadlines",
        sa.Column("source", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=True),
        sa.Column(
            "confidence", sa.Enum("read", "recalled", name="confidence", native_enum=False, length=40), nullable=True
        ),
        sa.Column("is_demonstration", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("title", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("due_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("time_zone", sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
        sa.Column(
            "falls_at",
            sqlmodel.sql.sqltypes.UTCDateTime(),
            sa.Computed("coalesce(due_at, (due_on + 1)::timestamp AT TIME ZONE 'UTC')", persisted=True),
            nullable=False,
        ),
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(length=10000), nullable=False),
        sa.Column("link", sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
        sa.Column("is_internal", sa.Boolean(), nullable=False),
        sa.Column("met_on", sa.Date(), nullable=True),
        sa.CheckConstraint("(due_on IS NULL) <> (due_at IS NULL)", name="process_deadline_is_a_day_or_an_instant"),
        sa.ForeignKeyConstraint(["process_id"], ["processes.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("process_deadlines_falls_at", "process_deadlines", ["falls_at"], unique=False)
    op.create_index("process_deadlines_process", "process_deadlines", ["process_id", "falls_at"], unique=False)
    op.create_table(
        "process_leads",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("champion_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("task", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.ForeignKeyConstraint(
            ["champion_id"],
            ["champions.id"],
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["process_id"], ["processes.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("process_id", "champion_id"),
    )
    op.create_index(op.f("ix_process_leads_champion_id"), "process_leads", ["champion_id"], unique=False)
    op.create_index(op.f("ix_process_leads_person_id"), "process_leads", ["person_id"], unique=False)
    op.create_table(
        "process_practices",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["process_id"],
            ["processes.id"],
        ),
        sa.PrimaryKeyConstraint("process_id", "practice_id"),
    )
    op.create_index(op.f("ix_process_practices_practice_id"), "process_practices", ["practice_id"], unique=False)
    op.add_column(
        "processes",
        sa.Column("about", sqlmodel.sql.sqltypes.AutoString(length=10000), server_default="", nullable=False),
    )


def downgrade() -> None:
    op.drop_column("processes", "about")
    op.drop_index(op.f("ix_process_practices_practice_id"), table_name="process_practices")
    op.drop_table("process_practices")
    op.drop_index(op.f("ix_process_leads_person_id"), table_name="process_leads")
    op.drop_index(op.f("ix_process_leads_champion_id"), table_name="process_leads")
    op.drop_table("process_leads")
    op.drop_index("process_deadlines_process", table_name="process_deadlines")
    op.drop_index("process_deadlines_falls_at", table_name="process_deadlines")
    op.drop_table("process_deadlines")
